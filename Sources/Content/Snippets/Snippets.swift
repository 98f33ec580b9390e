import Diagnostics
import Unicode

/// The set texts of a brand, by name and then by language; `*` stands for every other.
package struct Snippets: Sendable {
    package var brand: String
    package var texts: [String: [String: String]]

    package init(of brand: String, _ texts: [String: [String: String]]) {
        self.brand = brand
        self.texts = texts
    }

    /// Its text in a language, and whether it is in that language or one that stands in for it.
    func text(_ name: String, in language: String) -> (text: String, isMeant: Bool)? {
        guard let editions = texts[name] else { return nil }
        let meant = editions[language] ?? editions[LanguageTag(language).primary] ?? editions["*"]
        if let meant { return (meant, true) }
        let other = editions["en"] ?? editions.min { $0.key < $1.key }?.value
        return other.map { ($0, false) }
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
        guard text.utf8.contains(UInt8(ascii: "{")), text.contains(Self.opening) else { return nil }
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
