import Diagnostics

extension Reader {
    /// Asks of names of bodies that were typed whether they are those of several: `organisers: FES et RVO`.
    ///
    /// Many a ministry has “and” in its name, so it is asked only where each part is known as a body, begins
    /// as bodies do, or is an abbreviation.
    mutating func checkTypedBodies() {
        // Hardly a name holds such a word, and a run of cards reads ten thousand.
        let several = typedBodies.filter { Self.holdsJoint($0.value) }
        typedBodies = []
        guard !several.isEmpty else { return }
        let known = Set(bodiesByName().keys)
        for typed in several where !known.contains(typed.value.asAsked) {
            let parts = Self.parts(of: typed.value)
            guard parts.count > 1, parts.allSatisfy({ isBody($0, among: known) }) else { continue }
            report.add(
                .remark("‘\(shortened(typed.value))’ is taken for one body", at: typed.span)
                    .hinting(
                        "where they are several, make a list of them: [\(parts.joined(separator: ", "))]"
                    )
            )
        }
    }

    private func isBody(_ name: String, among known: Set<String>) -> Bool {
        known.contains(name.asAsked) || Self.isBody(name) || Self.isAbbreviation(name)
    }

    /// “FES”, “ENDA-TM”.
    private static func isAbbreviation(_ name: String) -> Bool {
        name.count >= 2 && name.count <= 12 && name.count { $0.isUppercase } >= 2
            && !name.contains { $0.isLowercase || $0.isWhitespace }
    }

    /// What stands between commas and words for “and”, without articles.
    private static func parts(of name: String) -> [String] {
        let bytes = Array(name.utf8)
        var parts: [String] = []
        var (start, place) = (0, 0)
        while place < bytes.count {
            if let length = lengthOfJoint(at: place, in: bytes) {
                parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
                place += length
                start = place
            } else {
                place += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts.filter { !$0.isEmpty }.map(withoutArticle)
    }

    private static func holdsJoint(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return bytes.indices.contains { lengthOfJoint(at: $0, in: bytes) != nil }
    }

    private static func lengthOfJoint(at place: Int, in bytes: [UInt8]) -> Int? {
        guard bytes[place] == 0x20 || bytes[place] == 0x2C else { return nil }
        return joints.first { bytes[place...].starts(with: $0) }?.count
    }

    private static let joints = [", ", " et ", " and ", " e ", " & ", " / ", " + "]
        .map { Array($0.utf8) }

    private static func withoutArticle(_ part: String) -> String {
        let small = part.lowercased()
        let article = articles.first { small.hasPrefix($0) }
        return String(part.dropFirst(article?.count ?? 0))
    }

    private static let articles = [
        "le ", "la ", "les ", "l’", "l'", "the ", "o ", "a ", "os ", "as ",
    ]
}
