import Arrangement
import Flow
import Unicode

/// The titles of one level that hold on a page.
struct RunningTitles {
    private(set) var first = ""
    private(set) var last = ""
    /// Whether one of them begins there.
    private(set) var begins = false

    init() {}

    /// Where none has begun on the page yet.
    init(continuing title: String) { (first, last) = (title, title) }

    mutating func begin(_ title: String) {
        if !begins { first = title }
        last = title
        begins = true
    }

    /// A heading above it begins: what holds from there on has none of this level.
    mutating func end() {
        if !begins { first = "" }
        last = ""
    }

    subscript(which: RunningTitle) -> String {
        switch which {
        case .first: first
        case .last: last
        case .firstExcept: begins ? "" : first
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
        case .runningTitle(let level, let which): titles[level]?[which] ?? ""
        case .lineBreak, .leader, .footnote: nil
        }
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
        for insert in inserts.sorted(by: { $0.offset < $1.offset }) {
            if let words = values.text(for: insert.content) {
                rewriting.replace(Self.objectLength, at: insert.offset, by: words)
            } else {
                kept.append(Insert(offset: rewriting.moved(insert.offset), content: insert.content))
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
        return told
    }

    /// U+FFFC in UTF-8.
    private static let objectLength = 3
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
