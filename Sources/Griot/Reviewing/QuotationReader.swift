internal import Layouts

/// Reads quotations in a passage of one language.
struct QuotationReader {
    struct Quotation {
        /// In letters from the start of the passage.
        var place: Int
        var mark: Character
        var words: String
        /// The words in their marks.
        var whole: String
    }

    private let pack: LanguagePack
    private var depth = 0

    init(_ pack: LanguagePack) { self.pack = pack }

    mutating func foreign(in text: [Character]) -> [Quotation] {
        var found: [Quotation] = []
        var place = 0
        while place < text.count {
            defer { place += 1 }
            guard Self.marks.contains(text[place]), !isOwn(text[place]),
                Self.opens(at: place, in: text)
            else { continue }
            let quotation = Self.quotation(at: place, in: text)
            found.append(quotation)
            place += quotation.whole.count - 1
        }
        return found
    }

    /// Whether the language would have the mark here.
    private mutating func isOwn(_ mark: Character) -> Bool {
        let text = String(mark)
        if text == pack.outerQuotes.close, depth > 0 {
            depth -= 1
            return true
        }
        if text == pack.outerQuotes.open {
            depth += 1
            return true
        }
        let isInner = text == pack.innerQuotes.open || text == pack.innerQuotes.close
        return text == pack.apostrophe || isInner && (depth > 0 || Self.single.contains(mark))
    }

    private static func opens(at place: Int, in text: [Character]) -> Bool {
        guard place + 1 < text.count, !text[place + 1].isWhitespace || text[place] == "«" else {
            return false
        }
        return place == 0 || text[place - 1].isWhitespace || "([–—-/’'".contains(text[place - 1])
    }

    private static func quotation(at place: Int, in text: [Character]) -> Quotation {
        let rest = text[(place + 1)...].prefix(Self.longest)
        let end = rest.indices.first { index in
            let isInWord = index + 1 < text.count && text[index + 1].isLetter
            return marks.contains(text[index]) && !isInWord
        }
        let words = text[place + 1..<(end ?? place + 1)]
        let bare = words.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        return Quotation(
            place: place,
            mark: text[place],
            words: end == nil ? "…" : String(bare),
            whole: String(text[place...(end ?? place)])
        )
    }

    /// A quotation longer than this is told of by its first mark alone.
    private static let longest = 80
    private static let single: Set<Character> = ["‘", "’", "‚", "‹", "›"]
    private static let marks: Set<Character> = [
        "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‹", "›", "「", "」", "『", "』",
    ]
}
