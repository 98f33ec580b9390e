internal import Diagnostics
internal import Flow
internal import Layouts
internal import Pagination

/// Curled marks and guillemets that are typed as another language has them.
///
/// Straight marks are none of its business: they have become the language’s own by now.
struct QuotationReview {
    let flow: Flow
    let sources: Sources
    let packs: (String) -> LanguagePack?
    private(set) var findings: [Diagnostic] = []
    private var told: Set<Span> = []

    init(of flow: Flow, in sources: Sources, packs: @escaping (String) -> LanguagePack?) {
        self.flow = flow
        self.sources = sources
        self.packs = packs
        for block in flow.streams.flatMap(\.blocks) {
            var paragraphs: [Paragraph] = []
            _ = block.hasParagraph { paragraph in
                paragraphs.append(paragraph)
                return false
            }
            for paragraph in paragraphs { review(paragraph) }
        }
    }

    private mutating func review(_ paragraph: Paragraph) {
        var places: [Int: Int] = [:]
        for passage in passages(of: paragraph) {
            guard let pack = packs(passage.language) else { continue }
            var reader = QuotationReader(pack)
            for quotation in reader.foreign(in: Array(passage.text)) {
                let origin = passage.origin(of: quotation.place)
                let found = quotation.mark
                let from = origin.map { places[Int($0.start)] ?? 0 } ?? 0
                let place = origin.flatMap { self.place(of: found, in: $0, from: from) }
                if let place, let origin {
                    places[Int(origin.start)] = Int(place.end)
                }
                tell(quotation, of: pack, at: place ?? origin)
            }
        }
    }

    private mutating func tell(
        _ quotation: QuotationReader.Quotation,
        of pack: LanguagePack,
        at place: Span?
    ) {
        if let place, !told.insert(place).inserted { return }
        let quotes = pack.outerQuotes
        let right = quotes.open + quotes.inner + quotation.words + quotes.inner + quotes.close
        findings.append(
            .warning(.foreignQuotation(quotation.whole, language: pack.tag), at: place)
                .hinting("write ‘\(right)’, or straight marks, which become these")
        )
    }

    /// Where the mark stands in what was written, the earlier ones passed over.
    private func place(of mark: Character, in origin: Span, from start: Int) -> Span? {
        let bytes = sources[origin.source].bytes
        let letters = Array(String(mark).utf8)
        var at = max(Int(origin.start), start)
        while at + letters.count <= min(Int(origin.end), bytes.count) {
            if bytes[at..<at + letters.count].elementsEqual(letters) {
                return Span(origin.source, at..<at + letters.count)
            }
            at += 1
        }
        return nil
    }

    /// Text of one language within a paragraph, and where its parts were written.
    private struct Passage {
        var language: String
        var text = ""
        var parts: [(start: Int, origin: Span?)] = []

        func origin(of place: Int) -> Span? { parts.last { $0.start <= place }?.origin }
    }

    private func passages(of paragraph: Paragraph) -> [Passage] {
        let bytes = Array(paragraph.text.utf8)
        var passages: [Passage] = []
        for span in paragraph.spans {
            let language = flow.textStyles[span.style].language
            if passages.last?.language != language { passages.append(Passage(language: language)) }
            let last = passages.count - 1
            passages[last].parts.append((passages[last].text.count, span.origin))
            passages[last].text += String(decoding: bytes[span.range], as: UTF8.self)
        }
        return passages
    }
}

/// Reads quotations in a passage of one language.
private struct QuotationReader {
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

extension Diagnostic.Message {
    static func foreignQuotation(_ words: String, language: String) -> Self {
        let message: Self = "the quotation marks of ‘\(words)’ are not those of ‘\(language)’"
        return message.about(.punctuation)
    }
}
