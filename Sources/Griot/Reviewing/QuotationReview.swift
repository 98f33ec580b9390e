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

extension Diagnostic.Message {
    fileprivate static func foreignQuotation(_ words: String, language: String) -> Self {
        let message: Self = "the quotation marks of ‘\(words)’ are not those of ‘\(language)’"
        return message.about(.punctuation)
    }
}
