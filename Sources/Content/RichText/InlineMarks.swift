import Diagnostics

/// Finds, in the pieces of a line, the marks that CommonMark has not: `^[…]`, `[…]{ar}`, `1^er^`,
/// `H~2~O`, and addresses of the web and of mail that stand bare.
struct InlineMarks {
    var builder: RichTextBuilder
    /// The piece of text that is being read, as ``InlinePiece/text(_:places:)`` holds it.
    private(set) var bytes: [UInt8] = []
    private(set) var places: [Int] = []
    /// What is being read, innermost last; the first is the line itself.
    private var open: [Opened] = []
    /// What has been read as text and not yet added, and where it stands in the source.
    var letters: [UInt8] = []
    private var start = 0
    var end = 0
    /// Whether words are being read that were to be crossed out.
    var isCrossing = false
    /// Whether it is a line that can be named; elsewhere `{#name}` is text.
    private let mayHaveName: Bool
    /// What `{#name}` at the end of the line names it.
    private(set) var name: String?

    /// A bracket that may yet turn out to be a mark, with what stands in it so far.
    private struct Opened {
        enum Opening { case line, bracket, note }

        var opening: Opening
        var place: Int
        var inlines: [Inline] = []
    }

    /// Brackets inside one another beyond this are text.
    private static let nesting = 16

    init(builder: RichTextBuilder, mayHaveName: Bool) {
        self.builder = builder
        self.mayHaveName = mayHaveName
    }

    mutating func read(_ pieces: [InlinePiece]) -> [Inline] {
        open = [Opened(opening: .line, place: 0)]
        for (number, piece) in pieces.enumerated() {
            switch piece {
            case .inlines(let inlines):
                closeText()
                for inline in inlines { add(inline) }
            case .text(let bytes, let places):
                let isLast = mayHaveName && number == pieces.count - 1
                (self.bytes, self.places) = (bytes, places)
                let named = isLast ? nameStart(isAlone: number == 0) : nil
                if let named { self.bytes.removeLast(bytes.count - named) }
                readText()
            }
        }
        closeText()
        while open.count > 1 { spill() }
        return open[0].inlines
    }

    /// Where `{#name}` begins, and the blanks before it, with which a line ends; nil where it would be
    /// all there is, and name nothing.
    private mutating func nameStart(isAlone: Bool) -> Int? {
        guard bytes.last == UInt8(ascii: "}"),
            let brace = bytes.suffix(Self.longestName).lastIndex(of: UInt8(ascii: "{")),
            places[brace] >= 0, brace + 3 < bytes.count, bytes[brace + 1] == UInt8(ascii: "#")
        else { return nil }
        let name = bytes[(brace + 2)..<(bytes.count - 1)]
        guard
            name.allSatisfy({
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            })
        else { return nil }
        let start = bytes[..<brace].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
        if isAlone, start == 0 { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        return start
    }

    private static let longestName = 48

    private mutating func readText() {
        var index = 0
        while index < bytes.count {
            let place = places[index]
            guard place >= 0 else {
                append(bytes[index], at: end)
                index += 1
                continue
            }
            let next = plainEnd(from: index)
            if next > index {
                append(index..<next)
                index = next
            } else {
                index += mark(at: index)
            }
        }
    }

    /// Where the letters end, from here on, with which no mark begins; most of a text are such.
    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count, places[index] >= 0 {
            switch bytes[index] {
            case UInt8(ascii: "^"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"),
                UInt8(ascii: "*"), UInt8(ascii: "@"):
                return index
            case UInt8(ascii: "h") where bytes[index...].starts(with: "ht".utf8): return index
            default: index += 1
            }
        }
        return index
    }

    /// Reads one mark or one letter; returns how many bytes it took.
    private mutating func mark(at index: Int) -> Int {
        let place = places[index]
        switch bytes[index] {
        case UInt8(ascii: "^") where isNext(UInt8(ascii: "["), after: index):
            guard open.count < Self.nesting else { break }
            closeText()
            open.append(Opened(opening: .note, place: place))
            return 2
        case UInt8(ascii: "["):
            guard open.count < Self.nesting else { break }
            warnOfLostNote(at: index)
            warnOfPartedLink(at: index)
            closeText()
            open.append(Opened(opening: .bracket, place: place))
            return 1
        case UInt8(ascii: "]") where open.count > 1:
            return close(at: index)
        case UInt8(ascii: "~") where isNext(UInt8(ascii: "~"), after: index):
            return crossing(at: index)
        case UInt8(ascii: "^"), UInt8(ascii: "~"):
            if let length = raised(at: index) { return length }
        case UInt8(ascii: "*"):
            let run = bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
            warnOfAsterisks(run, at: index)
            for offset in 0..<run {
                append(bytes[index + offset], at: max(place, places[index + offset]))
            }
            return run
        case UInt8(ascii: "h") where mayLead:
            if let length = address(at: index) { return length }
        case UInt8(ascii: "@") where mayLead:
            if let length = mailbox(at: index) { return length }
        default: break
        }
        append(bytes[index], at: place)
        return 1
    }

    /// Whether an address leads where it says: the words of a link do not, but notes in them do.
    private var mayLead: Bool {
        !builder.isInLink || open.contains { $0.opening == .note }
    }

    func isNext(_ byte: UInt8, after index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == byte && places[index + 1] >= 0
    }

    private mutating func close(at index: Int) -> Int {
        closeText()
        let end = places[index] + 1
        if open.last!.opening == .note {
            let note = open.removeLast()
            let span = builder.span(note.place..<max(note.place, end))
            add(Inline(.footnote([RichBlock(.paragraph(note.inlines), at: span)]), at: span))
            return 1
        }
        if let (tag, length) = Self.language(after: index, bytes) {
            let words = open.removeLast()
            let span = builder.span(words.place..<max(words.place, end))
            add(Inline(.language(tag, words.inlines), at: span))
            return 1 + length
        }
        spill()
        append(bytes[index], at: places[index])
        return 1
    }

    /// The tag in `{ar}` or `{lang=ar}` and how many bytes it takes.
    static func language(after index: Int, _ bytes: [UInt8]) -> (tag: String, length: Int)? {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
            let end = bytes[index...].prefix(48).firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        let inner = String(decoding: bytes[index + 2..<end], as: UTF8.self)
        let tag = inner[...].rest(after: "lang=").map(String.init) ?? inner
        return LanguageTag(tag).isWellFormed ? (tag, end - index) : nil
    }

    /// A bracket that turned out to be only a bracket gives back what it held.
    private mutating func spill() {
        closeText()
        let bracket = open.removeLast()
        let length = bracket.opening == .note ? 2 : 1
        let span = builder.span(bracket.place..<bracket.place + length)
        add(Inline(.text(bracket.opening == .note ? "^[" : "["), at: span))
        for inline in bracket.inlines { add(inline) }
    }

    /// Reads `^er^` or `~2~`: no blanks inside, so that a lone sign stays one.
    private mutating func raised(at index: Int) -> Int? {
        let sign = bytes[index]
        var close = index + 1
        while close < bytes.count, close - index < 48, bytes[close] != sign {
            if bytes[close] == 0x20 || bytes[close] == UInt8(ascii: "[") { return nil }
            close += 1
        }
        guard close < bytes.count, bytes[close] == sign, close > index + 1, places[close] >= 0
        else { return nil }
        closeText()
        let inner = Inline(
            .text(String(decoding: bytes[index + 1..<close], as: UTF8.self)),
            at: builder.span(places[index]..<max(places[index], places[close]))
        )
        let span = builder.span(places[index]..<max(places[index], places[close]) + 1)
        let isUp = sign == UInt8(ascii: "^")
        add(Inline(isUp ? .superscript([inner]) : .subscript([inner]), at: span))
        return close - index + 1
    }

    mutating func append(_ byte: UInt8, at place: Int) {
        if letters.isEmpty { start = place }
        letters.append(byte)
        end = max(place + 1, start)
    }

    private mutating func append(_ plain: Range<Int>) {
        if letters.isEmpty { start = places[plain.lowerBound] }
        letters += bytes[plain]
        end = max(places[plain.upperBound - 1] + 1, start)
    }

    mutating func closeText() {
        guard !letters.isEmpty else { return }
        add(
            Inline(
                .text(String(decoding: letters, as: UTF8.self)),
                at: builder.span(start..<max(start, min(end, builder.bytes.count)))
            )
        )
        letters.removeAll(keepingCapacity: true)
    }

    /// Adds to what is being read; text after text becomes one.
    mutating func add(_ inline: Inline) {
        let innermost = open.count - 1
        if case .text(let more) = inline.content, let last = open[innermost].inlines.last,
            case .text(let text) = last.content
        {
            let whole = Inline(.text(text + more), at: last.span.joined(to: inline.span))
            open[innermost].inlines[open[innermost].inlines.count - 1] = whole
            return
        }
        open[innermost].inlines.append(inline)
    }
}
