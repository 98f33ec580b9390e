import Diagnostics

/// Finds, in the pieces of a line, the marks that CommonMark has not: `^[…]`, `[…]{ar}`, `1^er^`,
/// `H~2~O`, and addresses of the web and of mail that stand bare.
struct InlineMarks {
    var builder: RichTextBuilder
    /// What is being read, innermost last; the first is the line itself.
    private var open: [Opened] = []
    private var letters: [UInt8] = []
    private var start = 0
    private var end = 0
    /// Whether words are being read that were to be crossed out.
    private var isCrossing = false
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
                let named = isLast ? nameStart(bytes, places, isAlone: number == 0) : nil
                read(Array(bytes[..<(named ?? bytes.count)]), places)
            }
        }
        closeText()
        while open.count > 1 { spill() }
        return open[0].inlines
    }

    /// Where `{#name}` begins, and the blanks before it, with which a line ends; nil where it would be
    /// all there is, and name nothing.
    private mutating func nameStart(_ bytes: [UInt8], _ places: [Int], isAlone: Bool) -> Int? {
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

    private mutating func read(_ bytes: [UInt8], _ places: [Int]) {
        var index = 0
        while index < bytes.count {
            let place = places[index]
            guard place >= 0 else {
                append(bytes[index], at: end)
                index += 1
                continue
            }
            index += mark(at: index, bytes, places)
        }
    }

    /// Reads one mark or one letter; returns how many bytes it took.
    private mutating func mark(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int {
        let place = places[index]
        switch bytes[index] {
        case UInt8(ascii: "^") where isNext(UInt8(ascii: "["), index, bytes, places):
            guard open.count < Self.nesting else { break }
            closeText()
            open.append(Opened(opening: .note, place: place))
            return 2
        case UInt8(ascii: "["):
            guard open.count < Self.nesting else { break }
            warnOfLostNote(at: index, bytes, places)
            closeText()
            open.append(Opened(opening: .bracket, place: place))
            return 1
        case UInt8(ascii: "]") where open.count > 1:
            return close(at: index, bytes, places)
        case UInt8(ascii: "~") where isNext(UInt8(ascii: "~"), index, bytes, places):
            return crossing(at: index, bytes, places)
        case UInt8(ascii: "^"), UInt8(ascii: "~"):
            if let length = raised(at: index, bytes, places) { return length }
        case UInt8(ascii: "*"):
            let run = bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
            warnOfAsterisks(run, at: index, bytes, places)
            for offset in 0..<run {
                append(bytes[index + offset], at: max(place, places[index + offset]))
            }
            return run
        case UInt8(ascii: "h") where mayLead:
            if let length = address(at: index, bytes, places) { return length }
        case UInt8(ascii: "@") where mayLead:
            if let length = mailbox(at: index, bytes, places) { return length }
        default: break
        }
        append(bytes[index], at: place)
        return 1
    }

    /// Whether an address leads where it says: the words of a link do not, but notes in them do.
    private var mayLead: Bool {
        !builder.isInLink || open.contains { $0.opening == .note }
    }

    private func isNext(_ byte: UInt8, _ index: Int, _ bytes: [UInt8], _ places: [Int]) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == byte && places[index + 1] >= 0
    }

    private mutating func close(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int {
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
    private mutating func raised(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int? {
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

    /// Reads `~~`, by which others cross words out: no paper that is finished has any.
    private mutating func crossing(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int {
        let run = bytes[index...].prefix { $0 == UInt8(ascii: "~") }.count
        guard run == 2 else {
            for offset in 0..<run { append(bytes[index + offset], at: places[index]) }
            return run
        }
        isCrossing.toggle()
        if isCrossing {
            let place = builder.span(places[index]..<places[index] + run)
            builder.report.add(
                .warning(
                    "words are not crossed out here: those after ‘~~’ are printed plain",
                    at: place
                )
                .hinting("take them out, or say in words what no longer holds")
            )
        }
        return run
    }

    /// Reads a bare `https://…` up to a blank, leaving the sentence its punctuation.
    private mutating func address(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int? {
        let rest = bytes[index...]
        let length = ["https://", "http://"].first { rest.starts(with: $0.utf8) }?.utf8.count
        guard let length else { return nil }
        var end = index + length
        while end < bytes.count, bytes[end] > 0x20, !"<>[]\"".utf8.contains(bytes[end]) { end += 1 }
        while end > index, ".,;:!?'*_)".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > index + length else { return nil }
        let last = max(places[end - 1], places[index])
        closeText()
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        let span = builder.span(places[index]..<last + 1)
        add(Inline(.link(destination: text, [Inline(.text(text), at: span)]), at: span))
        return end - index
    }

    /// Reads the host of a bare address of mail, and takes back its name, which was read as text.
    private mutating func mailbox(at index: Int, _ bytes: [UInt8], _ places: [Int]) -> Int? {
        func isOfName(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isASCIIDigit || "._%+-".utf8.contains(byte)
        }
        func isOfHost(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isASCIIDigit || ".-".utf8.contains(byte)
        }
        let name = letters.reversed().prefix(while: isOfName).count
        let before = letters.dropLast(name).last ?? 0x20
        guard name > 0, bytes[..<index].suffix(name).elementsEqual(letters.suffix(name)),
            before < 0x80, before != UInt8(ascii: "/"), before != UInt8(ascii: "@")
        else { return nil }
        var end = index + 1
        while end < bytes.count, isOfHost(bytes[end]) { end += 1 }
        while end > index, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
        let labels = bytes[index + 1..<max(end, index + 1)].split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }),
            let last = labels.last, last.count > 1, last.allSatisfy(\.isASCIILetter)
        else { return nil }
        let start = places[index - name]
        letters.removeLast(name)
        self.end = start
        closeText()
        let text = String(decoding: bytes[index - name..<end], as: UTF8.self)
        let span = builder.span(start..<max(places[end - 1], start) + 1)
        let words = Inline(.text(text), at: span)
        add(Inline(.link(destination: "mailto:" + text, [words]), at: span))
        return end - index
    }

    /// `[^1]` is still here only where no note answers to it.
    private mutating func warnOfLostNote(at index: Int, _ bytes: [UInt8], _ places: [Int]) {
        guard isNext(UInt8(ascii: "^"), index, bytes, places),
            let end = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: "]"))
        else { return }
        let mark = String(decoding: bytes[index...end], as: UTF8.self)
        let last = max(places[end], places[index])
        builder.report.add(
            .warning("no note answers to ‘\(mark)’", at: builder.span(places[index]..<last + 1))
                .hinting("add a line ‘\(mark): …’ at the end of this text, or write ^[…] in place")
        )
    }

    /// Asterisks are still here where nothing closes, or opens, what they were to mark.
    ///
    /// One behind a word, or between blanks, is a sign: `water*`, `3 * 4`.
    private mutating func warnOfAsterisks(
        _ run: Int,
        at index: Int,
        _ bytes: [UInt8],
        _ places: [Int]
    ) {
        func isWord(_ byte: UInt8?) -> Bool {
            byte.map { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 } ?? false
        }
        let before = index > 0 ? bytes[index - 1] : nil
        let after = index + run < bytes.count ? bytes[index + run] : nil
        let opens = isWord(after) && !isWord(before)
        guard run == 2 && isWord(before) != isWord(after) || run < 4 && opens,
            !isWord(before) || !isWord(after)
        else { return }
        let mark = String(repeating: "*", count: run)
        let place = builder.span(places[index]..<places[index] + run)
        builder.report.add(
            .warning(
                opens
                    ? "nothing closes this ‘\(mark)’, and it is printed as it stands"
                    : "nothing opens what this ‘\(mark)’ closes, and it is printed as it stands",
                at: place
            )
            .hinting(
                opens
                    ? "write ‘\(mark)’ behind the last word that it marks as well, with no blank between"
                    : "write ‘\(mark)’ before the first word that it marks as well, with no blank between"
            )
            .hinting("where the sign itself is meant, write ‘\(mark.replacing("*", with: "\\*"))’")
        )
    }

    private mutating func append(_ byte: UInt8, at place: Int) {
        if letters.isEmpty { start = place }
        letters.append(byte)
        end = max(place + 1, start)
    }

    private mutating func closeText() {
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
    private mutating func add(_ inline: Inline) {
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
