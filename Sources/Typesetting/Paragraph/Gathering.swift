import Diagnostics
import Flow
import Shaping
import Unicode
import Units

/// A paragraph's text in words, spaces and inserts, each of one style, script and direction.
struct Gathered {
    let paragraph: Paragraph
    let bytes: [UInt8]
    var pieces: [Piece] = []
    /// Where lines may end, in bytes, ascending.
    var opportunities: [Int32] = []
    var isRightToLeft = false

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A part of the text as it is said, or as much of it as anybody listens to: what stands in it and
    /// is no letter is a space, and marks of direction are nothing.
    ///
    /// Each line of a link says it, so that the whole of a long one would be said as often as it has lines.
    private func spokenText(_ range: Range<Int>) -> String {
        let heard = heardPart(of: range)
        if heard == range, isPlain(range) { return text(range) }
        var spoken: [UInt8] = []
        spoken.reserveCapacity(heard.count + 3)
        for letter in text(heard).unicodeScalars {
            if letter == "\u{FFFC}" || isWhitespace(letter.value) {
                if spoken.last != 0x20 { spoken.append(0x20) }
            } else if !isUnspoken(letter) {
                spoken += UTF8.encode(letter)!
            }
        }
        if heard != range { spoken += "…".utf8 }
        return String(decoding: spoken, as: UTF8.self)
    }

    /// All words that lead where a span does, whatever they look like: each piece of a link says it whole.
    func spokenText(ofLinkAt number: Int) -> String {
        let spans = paragraph.spans
        let target = spans[number].link
        let first = spans[...number].lastIndex { $0.link != target }.map { $0 + 1 } ?? 0
        let end = spans[number...].firstIndex { $0.link != target } ?? spans.count
        let range = spans[first].range.lowerBound..<spans[end - 1].range.upperBound
        let blank = UInt8(ascii: " ")
        let start = bytes[range].firstIndex { $0 != blank } ?? range.upperBound
        let last = bytes[range].lastIndex { $0 != blank } ?? start
        return spokenText(start < range.upperBound ? start..<last + 1 : range)
    }

    /// Whether it says where words may part, or which way they run, and nothing besides.
    private func isUnspoken(_ letter: Unicode.Scalar) -> Bool {
        letter.value == 0xAD || isBidiControl(letter.value)
    }

    /// Whether a text is said letter by letter, as most is: each of its blanks is one space.
    private func isPlain(_ range: Range<Int>) -> Bool {
        var isAfterSpace = false
        for byte in bytes[range] {
            switch byte {
            case 0x20 where isAfterSpace: return false
            // With these begin all blanks but the space, in UTF-8, and what stands for an insert.
            case ..<0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
            default: isAfterSpace = byte == 0x20
            }
        }
        return true
    }

    /// The beginning of a text, up to a space where it has one.
    private func heardPart(of range: Range<Int>) -> Range<Int> {
        guard range.count > Self.mostHeard else { return range }
        let limit = range.lowerBound + Self.mostHeard
        let space = bytes[range.lowerBound..<limit].lastIndex(of: 0x20)
        let letter = bytes[range.lowerBound...limit].lastIndex { $0 & 0xC0 != 0x80 }
        return range.lowerBound..<(space ?? letter ?? limit)
    }

    /// In bytes: four to eight lines of a book.
    private static let mostHeard = 600

    /// The level of the paragraph itself.
    var baseLevel: UInt8 { isRightToLeft ? 1 : 0 }
}

/// A word, a run of spaces, or an insert.
struct Piece {
    enum Kind: UInt8 { case word, space, unbreakableSpace, leader, lineBreak, note }

    var kind: Kind
    /// The direction, by UAX #9.
    var level: UInt8
    var start: Int32
    var end: Int32
    /// Index into the paragraph's spans.
    var span: Int32
    /// Index into the paragraph's inserts; -1 for text.
    var insert: Int32 = -1
    var script: Script
    var style: FontStyleID

    var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether the same letters would be shaped alike in both.
    func looksLike(_ other: Piece) -> Bool {
        style.index == other.style.index && level == other.level && script.tag == other.script.tag
    }
}

extension ParagraphSetter {
    /// The first step: divides the text into pieces and finds where lines may end.
    mutating func gather(_ paragraph: Paragraph) -> Gathered {
        var gathered = Gathered(paragraph: paragraph, bytes: Array(paragraph.text.utf8))
        guard !gathered.bytes.isEmpty, !paragraph.spans.isEmpty else { return gathered }
        let directions = BidiText(
            paragraph.text,
            direction: paragraph.style.isRightToLeft ? .rightToLeft : .leftToRight
        )
        gathered.isRightToLeft = directions.baseLevel & 1 == 1
        let language = styles[paragraph.spans[0].style].language
        let places = breaker.opportunities(in: paragraph.text, language: language)
        gathered.opportunities = AddressBreaks(bytes: gathered.bytes)
            .corrected(places.map(Int32.init), in: paragraph.spans)
        var collector = PieceCollector(gathered.bytes, paragraph.inserts)
        var itemiser = Itemiser(paragraph.text, gathered.bytes, directions)
        for (index, span) in paragraph.spans.enumerated() where !span.range.isEmpty {
            let style = face(span.style).id
            for item in itemiser.items(in: span.range, style: style) {
                collector.add(item, ofSpan: Int32(index))
            }
        }
        gathered.pieces = collector.finish()
        return gathered
    }

    /// A part of a piece as glyphs.
    func shape(_ range: Range<Int>, of piece: Piece, in bytes: UnsafeBufferPointer<UInt8>)
        -> ShapedWord
    {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        return shaper.shape(
            part.span,
            in: piece.style,
            script: piece.script,
            level: piece.level
        )
    }
}

/// Walks over the bytes and closes a piece wherever its kind changes.
struct PieceCollector {
    private let bytes: [UInt8]
    private let inserts: [Insert]
    private var pieces: [Piece] = []
    private var nextInsert = 0

    init(_ bytes: [UInt8], _ inserts: [Insert]) {
        self.bytes = bytes
        self.inserts = inserts.sorted { $0.offset < $1.offset }
        pieces.reserveCapacity(bytes.count / 3)
    }

    mutating func add(_ item: TextItem, ofSpan span: Int32) {
        var offset = item.range.lowerBound
        while offset < item.range.upperBound {
            if let length = insertLength(at: offset) {
                addInsert(at: offset, length, item, span)
                offset += length
                continue
            }
            let (kind, length) = kind(at: offset)
            let end =
                kind == .word
                ? wordEnd(after: offset, before: item.range.upperBound) : offset + length
            addText(kind, offset..<end, item, span)
            offset = end
        }
    }

    /// Where the letters end that go on from one, or an insert stands between them.
    private func wordEnd(after offset: Int, before limit: Int) -> Int {
        let limit = nextInsert < inserts.count ? min(limit, inserts[nextInsert].offset) : limit
        var end = offset + 1
        while end < limit {
            // Most are letters, which can be seen without asking what else they might be.
            let byte = bytes[end]
            guard byte > 0x20 && byte != 0xC2 || kind(at: end).kind == .word else { break }
            end += 1
        }
        return end
    }

    /// Spaces at the very end of the text carry nothing.
    mutating func finish() -> [Piece] {
        while let last = pieces.last, last.kind == .space { pieces.removeLast() }
        if let first = pieces.firstIndex(where: { $0.kind != .space }) {
            pieces.removeFirst(first)
        }
        return pieces
    }

    private func kind(at offset: Int) -> (kind: Piece.Kind, length: Int) {
        switch bytes[offset] {
        case 0x20, 0x09: (.space, 1)
        case 0x0A, 0x0B, 0x0C, 0x0D: (.lineBreak, isCRLF(at: offset) ? 2 : 1)
        case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0xA0:
            (.unbreakableSpace, 2)
        default: (.word, 1)
        }
    }

    private func isCRLF(at offset: Int) -> Bool {
        bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    }

    private mutating func addText(
        _ kind: Piece.Kind,
        _ range: Range<Int>,
        _ item: TextItem,
        _ span: Int32
    ) {
        if let last = pieces.last, last.kind == kind, kind != .lineBreak, last.insert < 0,
            last.span == span, last.level == item.level, last.script.tag == item.script.tag,
            Int(last.end) == range.lowerBound
        {
            pieces[pieces.count - 1].end = Int32(range.upperBound)
        } else {
            append(kind, range, item, span)
        }
    }

    private mutating func append(
        _ kind: Piece.Kind,
        _ range: Range<Int>,
        _ item: TextItem,
        _ span: Int32,
        insert: Int32 = -1
    ) {
        pieces.append(
            Piece(
                kind: kind,
                level: item.level,
                start: Int32(range.lowerBound),
                end: Int32(range.upperBound),
                span: span,
                insert: insert,
                script: item.script,
                style: item.style
            )
        )
    }

    /// The object replacement character that stands for an insert, or no bytes where it is missing.
    private mutating func insertLength(at offset: Int) -> Int? {
        while nextInsert < inserts.count, inserts[nextInsert].offset < offset { nextInsert += 1 }
        guard nextInsert < inserts.count, inserts[nextInsert].offset == offset else { return nil }
        return bytes[offset...].starts(with: [0xEF, 0xBF, 0xBC]) ? 3 : nil
    }

    private mutating func addInsert(
        at offset: Int,
        _ length: Int,
        _ item: TextItem,
        _ span: Int32
    ) {
        let kind: Piece.Kind =
            switch inserts[nextInsert].content {
            case .lineBreak: .lineBreak
            case .leader: .leader
            case .footnote, .pageNumber, .pageCount, .pageOf, .runningTitle: .note
            }
        append(kind, offset..<offset + length, item, span, insert: Int32(nextInsert))
        nextInsert += 1
    }
}
