package import Diagnostics
import Unicode

/// The set texts of a brand, by name and then by language; `*` stands for every other.
package struct Snippets: Sendable {
    package var brand: String
    package var texts: [String: [String: String]]

    package init(of brand: String, _ texts: [String: [String: String]]) {
        self.brand = brand
        self.texts = texts
    }

    /// A set text in a language; English, or else the first, where the brand has it not, which is told.
    ///
    /// - Parameter span: Where it is asked for.
    /// - Returns: Nil where no set text has that name.
    package func text(
        _ name: String,
        in language: String,
        askedAt span: Span,
        reporting report: inout Report
    ) -> String? {
        guard let editions = texts[name] else { return nil }
        let meant = editions[language] ?? editions[LanguageTag(language).primary] ?? editions["*"]
        if let meant { return meant }
        guard let other = editions["en"] ?? editions.min(by: { $0.key < $1.key })?.value else {
            return nil
        }
        report.add(
            .warning(.untranslated(snippet: name, language), at: span)
                .hinting("add it to layouts/brands/\(brand).yaml")
        )
        return other
    }

    /// What to write instead of a name that no set text has.
    func mend(of name: String) -> Diagnostic.Message {
        if let near = Suggestion.nearest(to: name, among: texts.keys.sorted()) {
            return "did you mean ‘{snippet:\(near)}’?"
        }
        let place: Diagnostic.Message =
            "add it to ‘snippets’ of the brand, layouts/brands/\(brand).yaml"
        guard !texts.isEmpty else { return place }
        return "the brand ‘\(brand)’ has \(texts.keys.sorted().joined(separator: ", "))"
    }
}

extension Diagnostic.Message {
    static func untranslated(snippet name: String, _ language: String) -> Self {
        "the snippet ‘\(name)’ has no ‘\(language)’ version"
    }
}

/// Text cut where it asks for set texts: `{snippet:colophon}`.
struct SnippetText {
    enum Piece {
        case words(Substring)
        case snippet(String)
        /// A brace that nothing closes, and what follows it.
        case open(Substring)
    }

    let pieces: [Piece]

    private static let opening = "{snippet:"

    /// Nil where it asks for none, as nearly all texts.
    init?(_ text: String) {
        guard text.holds(UInt8(ascii: "{")), text.contains(Self.opening) else { return nil }
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstRange(of: Self.opening) {
            pieces.append(.words(rest[..<start.lowerBound]))
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                pieces.append(.open(rest[start.lowerBound...]))
                rest = rest[rest.endIndex...]
                break
            }
            pieces.append(.snippet(trimmed(String(rest[start.upperBound..<end]))))
            rest = rest[rest.index(after: end)...]
        }
        self.pieces = pieces + [.words(rest)]
    }
}
