import Glibc

/// How large the letters of an SVG may come out, by what it says of their size: a bound, since which style
/// goes to which element is for the library that draws it to say.
///
/// Pango can do nothing with letters of a million pixels, and ends the program at two million (1.50).
///
/// Source: CSS Fonts Module Level 3, sections 3.5 and 3.7; CSS Values and Units Level 3, section 5.
struct SVGTypeSize {
    private let bytes: [UInt8]
    /// The largest size, in pixels; that of a drawing that says nothing, to begin with.
    private var largest = 16.0
    /// The largest share of the size around it.
    private var share = 1.0
    private var shares = 0
    /// Whether styles may go to elements that do not name them.
    private let hasSheet: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hasSheet = bytes.place(of: "<style") != nil
        takeDeclarations()
        takeVeiled()
    }

    /// In pixels.
    ///
    /// Shares multiply with each element inside another: as often as they are given, or, where a style sheet
    /// gives them, as deep as elements stand in each other.
    var most: Double {
        guard share > 1 else { return largest }
        return largest * pow(share, Double(hasSheet ? depth : min(shares, depth)))
    }

    private var depth: Int {
        var scanner = TagScanner(bytes)
        var (open, deepest) = (0, 0)
        while let tag = scanner.nextTag() {
            while scanner.attribute() != nil {}
            if tag.isEnd { open = max(0, open - 1) }
            guard !tag.isEnd, !scanner.closesItself else { continue }
            open += 1
            deepest = max(deepest, open)
        }
        return deepest
    }

    // MARK: Declarations

    /// Takes in all that stands behind `font-size` or `font`, be it an attribute or a declaration.
    private mutating func takeDeclarations() {
        let font = Array("font".utf8)
        var place = 0
        while place + font.count < bytes.count {
            guard lower(place) == font[0], (1..<4).allSatisfy({ lower(place + $0) == font[$0] })
            else {
                place += 1
                continue
            }
            place += font.count
            if let value = value(ofDeclarationFrom: place) {
                take(numbersOf: bytes[value])
                place = value.upperBound
            }
        }
    }

    /// What a declaration says, from behind its `font`; nil where it is another property's.
    private func value(ofDeclarationFrom place: Int) -> Range<Int>? {
        var start = place
        let size = Array("-size".utf8)
        if size.indices.allSatisfy({ lower(place + $0) == size[$0] }) { start += size.count }
        start = behindBlanks(start)
        guard let sign = lower(start), sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else {
            return nil
        }
        start = behindBlanks(start + 1)
        if let quote = lower(start), [0x22, 0x27].contains(quote) { start += 1 }
        let end = bytes[min(start, bytes.count)...].firstIndex { Self.ends.contains($0) }
        return start..<max(start, end ?? bytes.count)
    }

    private static let ends = Set(";}\"'<>".utf8)

    /// Behind spaces and remarks.
    private func behindBlanks(_ start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] <= 32 {
                place += 1
            } else if bytes[place...].starts(with: "/*".utf8) {
                place = bytes.place(of: "*/", from: place + 2).map { $0 + 2 } ?? bytes.count
            } else {
                break
            }
        }
        return place
    }

    private func lower(_ place: Int) -> UInt8? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        return (0x41...0x5A).contains(byte) ? byte + 32 : byte
    }

    // MARK: Veiled

    /// Takes in all numbers of styles that are spelt with signs for letters, and of what the document type
    /// lets names stand for.
    private mutating func takeVeiled() {
        var isVeiled = false
        for style in styles where bytes[style].contains(where: { Self.veils.contains($0) }) {
            isVeiled = true
            take(numbersOf: Self.unveiled(bytes[style])[...])
        }
        guard isVeiled, let type = bytes.place(of: "<!DOCTYPE") else { return }
        take(numbersOf: bytes[type..<(bytes.place(of: "]>", from: type) ?? bytes.count)])
    }

    /// Letters written as numbers, such as `&#49;`, put as themselves.
    private static func unveiled(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            if let (letter, end) = reference(at: place, in: text) {
                letters.append(letter)
                place = end
            } else {
                letters.append(text[place])
                place += 1
            }
        }
        return letters
    }

    private static func reference(at place: Int, in text: ArraySlice<UInt8>) -> (UInt8, Int)? {
        guard text[place...].starts(with: "&#".utf8),
            let end = text[place...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let number = String(decoding: text[(place + 2)..<end], as: UTF8.self)
        let letter =
            number.hasPrefix("x") ? UInt8(number.dropFirst(), radix: 16) : UInt8(number)
        return letter.map { ($0, end + 1) }
    }

    private static let veils = Set("\\&".utf8)

    /// Values of attributes that may hold styles, and style sheets.
    private var styles: [Range<Int>] {
        values(of: "style") + values(of: "font") + values(of: "font-size") + sheets
    }

    private func values(of name: String) -> [Range<Int>] {
        var values: [Range<Int>] = []
        var place = 0
        while let found = bytes.place(of: name, from: place) {
            place = found + name.utf8.count
            let sign = behindBlanks(place)
            guard let quote = lower(sign) == UInt8(ascii: "=") ? behindBlanks(sign + 1) : nil,
                quote < bytes.count, [0x22, 0x27].contains(bytes[quote])
            else { continue }
            let end = bytes[(quote + 1)...].firstIndex(of: bytes[quote]) ?? bytes.count
            values.append(quote + 1..<end)
            place = end
        }
        return values
    }

    private var sheets: [Range<Int>] {
        var sheets: [Range<Int>] = []
        var place = 0
        while let tag = bytes.place(of: "style", from: place) {
            place = tag + 5
            guard tag > 0, [UInt8(ascii: "<"), UInt8(ascii: ":")].contains(bytes[tag - 1]),
                let start = bytes[place...].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            place = bytes.place(of: "style>", from: start) ?? bytes.count
            sheets.append(start..<place)
        }
        return sheets
    }

    // MARK: Numbers

    private mutating func take(numbersOf text: ArraySlice<UInt8>) {
        var place = text.startIndex
        var before = UInt8(ascii: " ")
        while place < text.endIndex {
            let byte = text[place]
            guard Self.isFigure(byte) || byte == UInt8(ascii: "."), !Self.isOfWord(before) else {
                before = byte
                place += 1
                continue
            }
            let rest = text[place...]
            let number = rest.prefix(Self.lengthOfNumber(rest))
            let unit = rest.dropFirst(number.count).prefix {
                Self.isLetter($0) || $0 == UInt8(ascii: "%")
            }
            if let value = Double(String(decoding: number, as: UTF8.self)) {
                take(value, String(decoding: unit, as: UTF8.self).lowercased())
            }
            place += max(number.count, 1)
            before = UInt8(ascii: "0")
        }
        let words = text.split { !Self.isOfWord($0) }
        if words.contains(where: { $0.elementsEqual("larger".utf8) }) { take(1.2, "em") }
    }

    /// Letters, figures and what begins a colour by its number.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        isFigure(byte) || isLetter(byte) || byte >= 0x80 || "#_".utf8.contains(byte)
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// `12`, `1.2`, `.5e9`; that of `1em` is `1`.
    private static func lengthOfNumber(_ text: ArraySlice<UInt8>) -> Int {
        func figures(from place: Int) -> Int { text[place...].prefix(while: isFigure).endIndex }
        var end = figures(from: text.startIndex)
        if end < text.endIndex, text[end] == UInt8(ascii: ".") { end = figures(from: end + 1) }
        guard end < text.endIndex, "eE".utf8.contains(text[end]) else {
            return end - text.startIndex
        }
        var exponent = end + 1
        if exponent < text.endIndex, "+-".utf8.contains(text[exponent]) { exponent += 1 }
        let past = figures(from: exponent)
        return (past > exponent ? past : end) - text.startIndex
    }

    private mutating func take(_ number: Double, _ unit: String) {
        switch unit {
        case "%": takeShare(number / 100)
        case "em", "ex", "ch", "rem": takeShare(number)
        default: largest = max(largest, number * (Self.pixels[unit] ?? 1))
        }
    }

    private mutating func takeShare(_ number: Double) {
        shares += 1
        share = max(share, number)
    }

    private static let pixels: [String: Double] = [
        "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96,
    ]
}
