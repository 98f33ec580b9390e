import Arrangement
import Flow
import Unicode

/// A title as running heads print it.
struct PrintedTitle: Hashable {
    var words = ""
    /// Bytes of it that stand raised.
    var raised: [Range<Int>] = []
}

/// The titles of one level that hold on a page.
struct RunningTitles {
    private(set) var first = PrintedTitle()
    private(set) var last = PrintedTitle()
    /// Whether one of them begins there.
    private(set) var begins = false

    init() {}

    /// Where none has begun on the page yet.
    init(continuing title: PrintedTitle) { (first, last) = (title, title) }

    mutating func begin(_ title: PrintedTitle) {
        if !begins { first = title }
        last = title
        begins = true
    }

    /// A heading above it begins: what holds from there on has none of this level.
    mutating func end() {
        if !begins { first = PrintedTitle() }
        last = PrintedTitle()
    }

    subscript(which: RunningTitle) -> PrintedTitle {
        switch which {
        case .first: first
        case .last: last
        case .firstExcept: begins ? PrintedTitle() : first
        }
    }
}

/// What the inserts of a page stand for.
struct PageValues {
    /// What is printed for `0` to `9`; a title has its figures as it was written.
    var digits = Digits.european
    /// As the folio says it.
    var number = ""
    var count = ""
    /// The titles of each level, on or before the page.
    var titles: [Int: RunningTitles] = [:]
    /// The folio that each anchor is on.
    var folios: [String: String] = [:]

    /// The words for an insert; nil where it is none of the page's.
    func text(for insert: Insert.Content) -> String? {
        switch insert {
        case .pageNumber: number.inDigits(digits)
        case .pageCount: count.inDigits(digits)
        case .pageOf(let anchor): (folios[anchor] ?? "0").inDigits(digits)
        case .runningTitle(let level, let which): titles[level]?[which].words ?? ""
        case .lineBreak, .leader, .footnote: nil
        }
    }

    /// Bytes of those words that stand raised.
    func raised(in insert: Insert.Content) -> [Range<Int>] {
        guard case .runningTitle(let level, let which) = insert else { return [] }
        return titles[level]?[which].raised ?? []
    }
}

extension Block {
    /// Whether anything in the block waits to be told what its page is.
    var waitsForPages: Bool {
        hasParagraph { paragraph in paragraph.inserts.contains { $0.content.isOfPage } }
    }

    /// The block with the page's inserts written out.
    func telling(_ values: PageValues) -> Block {
        guard waitsForPages else { return self }
        return mappingParagraphs { $0.telling(values) }
    }
}

extension Insert.Content {
    fileprivate var isOfPage: Bool {
        switch self {
        case .pageNumber, .pageCount, .pageOf, .runningTitle: true
        case .lineBreak, .leader, .footnote: false
        }
    }
}

extension Paragraph {
    /// Writes words where the page's inserts stand, and moves what comes after.
    func telling(_ values: PageValues) -> Paragraph {
        guard inserts.contains(where: { $0.content.isOfPage }) else { return self }
        var rewriting = Rewriting(bytes: Array(text.utf8))
        var kept: [Insert] = []
        var raised: [(range: Range<Int>, style: TextStyleID)] = []
        for insert in inserts.sorted(by: { $0.offset < $1.offset }) {
            let start = rewriting.moved(insert.offset)
            if let words = values.text(for: insert.content) {
                rewriting.replace(Self.objectLength, at: insert.offset, by: words)
                guard let style = insert.raised else { continue }
                for range in values.raised(in: insert.content) {
                    raised.append((start + range.lowerBound..<start + range.upperBound, style))
                }
            } else {
                kept.append(Insert(offset: start, content: insert.content))
            }
        }
        var told = self
        told.text = rewriting.text
        told.inserts = kept
        told.spans = spans.map { span in
            var span = span
            span.range =
                rewriting.moved(span.range.lowerBound)..<rewriting.moved(span.range.upperBound)
            return span
        }
        for (range, style) in raised { told.spans = told.spans.setting(range, in: style) }
        return told
    }

    /// U+FFFC in UTF-8.
    private static let objectLength = 3
}

extension [TextSpan] {
    /// The spans with some bytes in a style of their own.
    fileprivate func setting(_ range: Range<Int>, in style: TextStyleID) -> [TextSpan] {
        flatMap { span -> [TextSpan] in
            let own = range.clamped(to: span.range)
            guard !own.isEmpty else { return [span] }
            var parts = [span, span, span]
            parts[0].range = span.range.lowerBound..<own.lowerBound
            parts[1].range = own
            parts[1].style = style
            parts[2].range = own.upperBound..<span.range.upperBound
            return parts.filter { !$0.range.isEmpty }
        }
    }
}

/// Text in which some places are replaced, from first to last, and the offsets that move by it.
private struct Rewriting {
    private let bytes: [UInt8]
    private var written: [UInt8] = []
    private var read = 0
    /// From these offsets on, what has been added up to then.
    private var shifts: [(from: Int, by: Int)] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func replace(_ length: Int, at offset: Int, by words: String) {
        guard offset >= read, offset + length <= bytes.count else { return }
        written += bytes[read..<offset]
        written += Array(words.utf8)
        read = offset + length
        let grown = words.utf8.count - length
        shifts.append((read, (shifts.last?.by ?? 0) + grown))
    }

    func moved(_ offset: Int) -> Int {
        offset + (shifts.last { $0.from <= offset }?.by ?? 0)
    }

    var text: String { String(decoding: written + bytes[read...], as: UTF8.self) }
}
