package import Diagnostics

/// What a finished file promises to be.
package enum Standard: String, Hashable, Sendable, CaseIterable {
    /// ISO 14289-1: everybody can read it.
    case ua1 = "ua-1"
    /// ISO 19005-2, level A: it can be kept for ever, and says what its parts are.
    case a2a = "a-2a"
    /// ISO 19005-2, level B: it will always look the same.
    case a2b = "a-2b"
    /// ISO 19005-3, level A: as A-2a, with files of any kind attached.
    case a3a = "a-3a"

    /// What PDF/A calls the part and the level; nil for PDF/UA.
    var archival: (part: Int, level: String)? {
        switch self {
        case .ua1: nil
        case .a2a: (2, "A")
        case .a2b: (2, "B")
        case .a3a: (3, "A")
        }
    }
}

extension Set<Standard> {
    /// The one part of PDF/A among them.
    var archival: (part: Int, level: String)? { lazy.compactMap(\.archival).first }

    /// Why no file can meet all of these at once, as a lower-case clause; nil where one can.
    ///
    /// - Parameters:
    ///   - attachments: Whether files are attached.
    ///   - ink: Whether colours are given as inks, for the press.
    package func objection(attachments: Bool = false, ink: Bool = false) -> Diagnostic.Message? {
        let parts = filter { $0.archival != nil }.sorted { $0.rawValue < $1.rawValue }
        if parts.count > 1 {
            return
                "a file is one part of PDF/A: choose \(parts[0].rawValue) or \(parts[1].rawValue)"
        }
        if attachments, let part = parts.first, part != .a3a {
            return "\(part.rawValue) allows no attached files: choose a-3a, or attach nothing"
        }
        if ink, let part = parts.first {
            return "\(part.rawValue) shows colours for the screen: a print edition cannot be one"
        }
        return nil
    }
}
