/// The letters of glyphs that Cairo has no name for.
///
/// Cairo says in a font's map which letters a glyph draws, where it draws them by itself. A letter with
/// its marks is said in words, and leaves U+FFFD in the map for both. Programs that listen to nothing
/// but the map then give back no text, Firefox for one. But such words mostly have as many letters as
/// glyphs, and so tell what each glyph draws.
///
/// Words from right to left are left alone: where the map knows their letters, MuPDF takes them from there,
/// in the order in which they are drawn, and so does PDFium with those of N’Ko. Of letters beyond U+FFFF, as
/// Adlam’s are, PDFium gives back none, whatever a map says.
///
/// Sources: ISO 32000-1, sections 9.10.3 (maps to Unicode) and 14.9.4 (words for what is drawn).
struct SpokenLetters {
    /// A glyph of a painted font, which is known by its name in the pages' resources.
    private struct Glyph: Hashable {
        var font: [UInt8]
        var code: Int
    }

    /// Nil for a glyph that draws now this, now that.
    private var letters: [Glyph: Unicode.Scalar?] = [:]

    private static let unknown = Array("<fffd>".utf8)

    /// Takes note of the stretches of a page's content that are said in words of their own.
    ///
    /// - Parameter passages: The line with the words of each, such as
    ///   `/Span << /ActualText <feff0041> >> BDC`, and where what is said by them ends; in order.
    mutating func learn(
        from content: UnsafeBufferPointer<UInt8>,
        saidAs passages: [(mark: Range<Int>, end: Int)]
    ) throws(FinishingError) {
        // The font is chosen anywhere before: none of it is looked through twice.
        var (start, font) = (0, [UInt8]())
        for (mark, end) in passages {
            let between = UnsafeBufferPointer(rebasing: content[start..<mark.lowerBound])
            font = Self.font(chosenIn: between) ?? font
            start = mark.lowerBound
            try learn(
                from: UnsafeBufferPointer(rebasing: content[mark.upperBound..<end]),
                saidAs: UnsafeBufferPointer(rebasing: content[mark]),
                startingIn: font
            )
        }
    }

    private mutating func learn(
        from shown: UnsafeBufferPointer<UInt8>,
        saidAs mark: UnsafeBufferPointer<UInt8>,
        startingIn font: [UInt8]
    ) throws(FinishingError) {
        guard let words = Self.words(of: mark),
            !words.contains(where: \.isRightToLeft),
            let glyphs = try Self.glyphs(of: shown, startingIn: font),
            glyphs.count == words.count
        else { return }
        for (glyph, letter) in zip(glyphs, words) {
            if let known = letters[glyph], known != letter {
                letters[glyph] = .some(nil)
            } else {
                letters[glyph] = letter
            }
        }
    }

    /// A font's map with the letters put in that are known; nil where it lacks none of them.
    func completed(_ map: UnsafeBufferPointer<UInt8>, of font: [UInt8]) -> [UInt8]? {
        var completed: [UInt8] = []
        completed.reserveCapacity(map.count)
        var isOther = false
        for line in map.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !completed.isEmpty { completed.append(0x0A) }
            if line.suffix(Self.unknown.count).elementsEqual(Self.unknown),
                let code = Self.number(line.dropFirst().prefix { $0 != UInt8(ascii: ">") }),
                let known = letters[Glyph(font: font, code: code)], let letter = known
            {
                completed += line.dropLast(Self.unknown.count)
                completed += Self.spelt(letter)
                isOther = true
            } else {
                completed += line
            }
        }
        return isOther ? completed : nil
    }

    // MARK: Reading

    /// The font by whose name the last `Tf` in content asks, its slash included; nil where none does.
    private static func font(chosenIn content: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let operation = Array(" Tf\n".utf8)
        var end = content.count
        while end >= operation.count {
            let start = end - operation.count
            if content[start..<end].elementsEqual(operation) {
                let line = content[..<start].suffix(while: { $0 != 0x0A })
                return Array(line.prefix { $0 != 0x20 })
            }
            end -= 1
        }
        return nil
    }

    /// Nil where a string is no row of codes.
    private static func glyphs(of shown: UnsafeBufferPointer<UInt8>, startingIn font: [UInt8])
        throws(FinishingError) -> [Glyph]?
    {
        var font = font
        var glyphs: [Glyph] = []
        var scanner = TokenScanner(shown, in: 0..<shown.count)
        while true {
            let token = try scanner.next()
            switch token.kind {
            case .end: return glyphs
            case .name: font = Array(shown[token.range])
            case .string:
                let codes = codes(of: shown[token.range])
                guard let codes else { return nil }
                glyphs += codes.map { Glyph(font: font, code: $0) }
            default: break
            }
        }
    }

    /// Cairo spells the codes of fonts with few glyphs as letters, those of others as four digits each.
    private static func codes(of string: Slice<UnsafeBufferPointer<UInt8>>) -> [Int]? {
        let inner = string.dropFirst().dropLast()
        guard string.first == UInt8(ascii: "<") else {
            return inner.contains(UInt8(ascii: "\\")) ? nil : inner.map { Int($0) }
        }
        guard inner.count.isMultiple(of: 4) else { return nil }
        return stride(from: inner.startIndex, to: inner.endIndex, by: 4).map {
            number(inner[$0..<$0 + 4]) ?? 0
        }
    }

    private static func words(of mark: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar]? {
        guard let start = mark.lastIndex(of: UInt8(ascii: "<")) else { return nil }
        let digits = mark[(start + 1)...].prefix { $0 != UInt8(ascii: ">") }
        guard digits.count.isMultiple(of: 4), digits.prefix(4).elementsEqual("feff".utf8) else {
            return nil
        }
        let units = stride(from: digits.startIndex + 4, to: digits.endIndex, by: 4).map {
            UInt16(number(digits[$0..<$0 + 4]) ?? 0)
        }
        return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func spelt(_ letter: Unicode.Scalar) -> [UInt8] {
        var text = PDFText()
        text.write(
            hexadecimal: String(letter).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        )
        return text.bytes
    }
}

extension Collection where Self: BidirectionalCollection {
    /// The longest end of which all elements are so.
    fileprivate func suffix(while isSo: (Element) -> Bool) -> SubSequence {
        let last = lastIndex { !isSo($0) }
        return self[(last.map { index(after: $0) } ?? startIndex)...]
    }
}

extension Unicode.Scalar {
    /// Source: the Unicode Standard, DerivedBidiClass.txt: where letters are R or AL, the unassigned
    /// included.
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
