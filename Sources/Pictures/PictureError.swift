package import Diagnostics

/// Why a picture cannot be used, in a clause for the writer, and what to do about it.
package struct PictureError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case empty
        /// A file of another kind, by the name people have for it.
        case foreign(Diagnostic.Message)
        case unknown
        case truncated
        case broken
        case tooLarge
        case noSize
    }

    package let kind: Kind
    /// Reads on from the name of the file: “is a HEIC picture”.
    package let reason: Diagnostic.Message
    package let hint: Diagnostic.Message?

    init(_ kind: Kind, _ reason: Diagnostic.Message, hint: Diagnostic.Message? = nil) {
        self.kind = kind
        self.reason = reason
        self.hint = hint
    }

    /// What to tell the writer, who named the file at `span`.
    package func diagnostic(of file: String, at span: Span?) -> Diagnostic {
        .error(.unusable(file, reason), at: span).hinting(hint)
    }
}

extension Picture {
    /// What to warn the writer of, who named the file at `span`; nil where all is well.
    package func warning(of file: String, at span: Span?) -> Diagnostic? {
        guard holdsLetters else { return nil }
        return .warning(.letters(in: file), at: span)
            .hinting("turn its text into paths, in Inkscape by Path, Object to Path")
    }
}

extension Diagnostic.Message {
    static func letters(in file: String) -> Self {
        "‘\(file)’ has letters that may look different on another machine"
    }

    fileprivate static func unusable(_ file: String, _ reason: Self) -> Self {
        "‘\(file)’ \(reason)"
    }
}

extension PictureError {
    static func truncated(_ kind: Picture.Kind) -> PictureError {
        PictureError(
            .truncated,
            "ends in the middle of the \(kind.rawValue) picture",
            hint: "copy or download the file again: the rest of it is missing"
        )
    }

    static func broken(_ kind: Picture.Kind, _ detail: Diagnostic.Message) -> PictureError {
        PictureError(
            .broken,
            "is damaged inside: \(detail)",
            hint: "open it in a picture program and save it anew as \(kind.rawValue)"
        )
    }

    static func foreign(_ name: Diagnostic.Message, hint: Diagnostic.Message) -> PictureError {
        PictureError(.foreign(name), "is \(name), which cannot be placed on a page", hint: hint)
    }

    static let empty = PictureError(
        .empty,
        "is empty",
        hint: "copy or download the file again"
    )

    static let unknown = PictureError(
        .unknown,
        "is not a picture of a kind known here",
        hint: "use a JPEG, PNG or SVG file"
    )
}
