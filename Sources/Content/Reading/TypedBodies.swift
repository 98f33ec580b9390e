import Diagnostics

extension Reader {
    /// Asks of names of bodies that were typed whether they are those of several: `organisers: FES et RVO`.
    ///
    /// Many a ministry has “and” in its name, so it is asked only where each part is known as a body, begins
    /// as bodies do, or is an abbreviation.
    mutating func checkTypedBodies() {
        guard !typedBodies.isEmpty else { return }
        let known = Set(bodiesByName().keys)
        for typed in typedBodies where !known.contains(typed.value.asAsked) {
            let parts = Self.parts(of: typed.value)
            guard parts.count > 1, parts.allSatisfy({ isBody($0, among: known) }) else { continue }
            report.add(
                .remark("‘\(shortened(typed.value))’ is taken for one body", at: typed.span)
                    .hinting(
                        "where they are several, make a list of them: [\(parts.joined(separator: ", "))]"
                    )
            )
        }
        typedBodies = []
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
        var parts = [name]
        for joint in [", ", " et ", " and ", " e ", " & ", " / ", " + "] {
            parts = parts.flatMap { $0.split(separator: joint).map(String.init) }
        }
        return parts.map { part in
            let article = articles.first { part.lowercased().hasPrefix($0) }
            return String(part.dropFirst(article?.count ?? 0))
        }
    }

    private static let articles = [
        "le ", "la ", "les ", "l’", "l'", "the ", "o ", "a ", "os ", "as ",
    ]
}
