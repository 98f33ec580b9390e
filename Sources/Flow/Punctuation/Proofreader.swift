/// One reading of one passage.
struct Proofreader {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    let language: Punctuation
    var proof = Punctuation.Proof()
    var place: Int
    /// Where the last edit ended: nothing before it is changed again.
    var settled: Int
    /// The blanks left out last, before the one that stays: none of them is there for what comes after.
    var surplus = 0..<0
    /// Where the last abbreviation of several words ended: what follows is no part of it.
    var abbreviationEnd = -1
    /// Closing marks that are waited for.
    var openQuotes: [UInt8] = []
    /// Behind `‚` that is not closed yet, which a straight mark may close.
    var isAfterLowMark = false
    /// What is not this language's to read, from the place on.
    var others: ArraySlice<Range<Int>> = []
    /// Between the two dashes of an aside.
    var isInAside = false

    /// The word looked at last: one with many marks in it is read once.
    private var known = Word(range: 0..<0)

    private struct Word {
        var range: Range<Int>
        var isAddress: Bool?
    }

    init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, language: Punctuation) {
        self.bytes = bytes
        self.range = range
        self.language = language
        place = range.lowerBound
        settled = range.lowerBound
    }

    mutating func read() -> Punctuation.Proof {
        while place < range.upperBound {
            if let other = others.first, other.lowerBound <= place {
                others.removeFirst()
                place = max(place, other.upperBound)
                settled = max(settled, other.upperBound)
                continue
            }
            let byte = bytes[place]
            if language.isPlain[Int(byte)] {
                place += 1
                continue
            }
            step(byte)
        }
        return proof
    }

    /// Letters and whatever else no rule begins with.
    static func plainBytes(besides letters: String) -> [Bool] {
        let marks = Array((" \"'.,-:;!?%" + letters).utf8)
        return (0..<256).map { value in
            let byte = UInt8(value)
            if byte >= 0x80 { return byte != 0xC2 && byte != 0xE1 && byte != 0xE2 }
            return !marks.contains(byte) && !(0x30...0x39).contains(byte)
        }
    }

    private mutating func step(_ byte: UInt8) {
        if !language.ownMarks.isEmpty, takeOwnMark() { return }
        switch byte {
        case UInt8(ascii: " "): space()
        case UInt8(ascii: "\""): doubleQuote()
        case UInt8(ascii: "'"): singleQuote()
        case UInt8(ascii: "."): points()
        case UInt8(ascii: "-"): if !roundAmount() { dash() }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            highMark(byte)
        case UInt8(ascii: "%"): percent()
        case 0x30...0x39: figures()
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): romanFigures()
        case 0xC2: guillemet()
        case 0xE2: typedQuote()
        default: place += 1
        }
    }

    // MARK: Editing

    mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
        let end = others.first?.lowerBound ?? self.range.upperBound
        guard range.lowerBound >= settled, range.upperBound <= end else { return }
        settled = range.upperBound
        if bytes[range].elementsEqual(replacement) { return }
        proof.edits.append(Edit(range: range, replacement: replacement))
    }

    // MARK: Looking around

    func byte(_ index: Int) -> UInt8? {
        index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    func isLetterOrDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || isDigit(byte)
    }

    /// Whether a letter or a figure begins at a place: a blank or a mark beyond ASCII is neither.
    func beginsLetterOrDigit(_ index: Int) -> Bool {
        guard index < range.upperBound, isLetterOrDigit(byte(index)) else { return false }
        switch bytes[index] {
        case 0xC2: return ![0xA0, 0xAB, 0xBB].contains(byte(index + 1))
        case 0xE2: return byte(index + 1) != 0x80 && byte(index + 1) != 0x81
        default: return true
        }
    }

    /// Whether a letter or a figure ends just before a place.
    func endsLetterOrDigit(_ index: Int) -> Bool {
        index > range.lowerBound && isLetterOrDigit(byte(index - 1))
            && !isMarkOrBlank(endingAt: index)
    }

    /// Whether a blank, a bracket, a quotation mark, an apostrophe, a dash or three points end before a
    /// place.
    func isMarkOrBlank(endingAt end: Int) -> Bool {
        guard end > range.lowerBound else { return true }
        switch bytes[end - 1] {
        case UInt8(ascii: " "), 0x0A, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            return true
        case UInt8(ascii: "."):
            return end - 3 >= range.lowerBound && bytes[end - 2] == UInt8(ascii: ".")
                && bytes[end - 3] == UInt8(ascii: ".")
        case ..<0x80: return false
        case let last:
            return byte(end - 3) == 0xE2 && byte(end - 2) == 0x80
                || byte(end - 2) == 0xC2 && [0xA0, 0xAB, 0xBB].contains(last)
        }
    }

    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    /// The blanks that end just before a place: ordinary, no-break, narrow.
    func blanks(endingAt end: Int) -> Range<Int> {
        var start = end
        while start > range.lowerBound, start != surplus.upperBound {
            if bytes[start - 1] == 0x20 {
                start -= 1
            } else if start - 2 >= range.lowerBound, bytes[start - 2] == 0xC2,
                bytes[start - 1] == 0xA0
            {
                start -= 2
            } else if start - 3 >= range.lowerBound, isNarrow(start - 3) {
                start -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// Where the text ends that stands before some blanks, and before those that are left out with them.
    func textEnd(before blanks: Range<Int>) -> Int {
        blanks.lowerBound == surplus.upperBound ? surplus.lowerBound : blanks.lowerBound
    }

    func blanks(startingAt start: Int) -> Range<Int> {
        var end = start
        while end < range.upperBound {
            if bytes[end] == 0x20 {
                end += 1
            } else if end + 1 < range.upperBound, bytes[end] == 0xC2, bytes[end + 1] == 0xA0 {
                end += 2
            } else if end + 2 < range.upperBound, isNarrow(end) {
                end += 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// U+202F or U+2009.
    private func isNarrow(_ index: Int) -> Bool {
        bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89)
    }

    func isBlank(at index: Int) -> Bool { !blanks(startingAt: index).isEmpty }

    /// The word around a place, from blank or guillemet to blank or guillemet.
    mutating func word(around index: Int) -> Range<Int> {
        if known.range.contains(index) { return known.range }
        var start = index
        var end = index
        while start > range.lowerBound, !endsWord(start) { start -= 1 }
        while end < range.upperBound, !beginsGap(end) { end += 1 }
        known = Word(range: start..<end)
        return known.range
    }

    private func beginsGap(_ index: Int) -> Bool {
        switch bytes[index] {
        case 0x20, 0x0A: true
        case 0xC2: [0xA0, 0xAB, 0xBB].contains(byte(index + 1))
        case 0xE2: index + 2 < bytes.count && isNarrow(index)
        default: false
        }
    }

    /// Whether what lies between words ends just before a place.
    private func endsWord(_ index: Int) -> Bool {
        (1...3).contains { length in
            let start = index - length
            guard start >= range.lowerBound, beginsGap(start) else { return false }
            return length == (bytes[start] < 0x80 ? 1 : bytes[start] == 0xC2 ? 2 : 3)
        }
    }

    /// Whether these bytes stand at a place of the passage.
    func stands(_ text: [UInt8], at index: Int) -> Bool {
        index >= range.lowerBound && index + text.count <= range.upperBound
            && bytes[index..<index + text.count].elementsEqual(text)
    }

    /// Whether a place is inside a web or e-mail address, or a path of Windows.
    mutating func isInAddress(_ index: Int) -> Bool {
        let word = word(around: index)
        if let isAddress = known.isAddress { return isAddress }
        let isAddress = isAddress(word)
        known.isAddress = isAddress
        return isAddress
    }

    private func isAddress(_ word: Range<Int>) -> Bool {
        guard word.count > 4, word.count < 2048 else { return false }
        var dots = 0
        for at in word {
            let byte = bytes[at]
            if byte == UInt8(ascii: "@") { return true }
            if byte == UInt8(ascii: "/"), at + 1 < word.upperBound, bytes[at + 1] == byte {
                return true
            }
            // Of a path, `C:\a`; a mark of programs begins with its own.
            if byte == UInt8(ascii: "\\"), at > word.lowerBound, isLetterOrDigit(self.byte(at + 1))
            {
                return true
            }
            if byte == UInt8(ascii: "."), isLetterOrDigit(self.byte(at - 1)),
                isLetterOrDigit(self.byte(at + 1)), at > word.lowerBound, at + 1 < word.upperBound
            {
                dots += 1
            }
            if byte == UInt8(ascii: "/"), dots > 0 { return true }
        }
        return word.count > 4 && bytes[word.prefix(4)].elementsEqual("www.".utf8)
    }
}
