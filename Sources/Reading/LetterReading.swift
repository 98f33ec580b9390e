internal import Diagnostics

/// The words of a page's marks, as its fonts say what their codes mean.
///
/// Sources: ISO 32000-1, sections 9.4, 9.10 and 14.9.4.
struct LetterReading {
    /// A marked piece of content.
    struct Piece: Equatable {
        /// Its number on the page.
        var number: Int
        var words: String
    }

    /// What a font's codes mean, each font read once.
    private var fonts: [Int: LetterCodes] = [:]

    mutating func words(of page: PDFObject, in file: borrowing QPDFFile) throws(ReadingError)
        -> [Piece]
    {
        var listener = Listener(fonts: try fonts(of: page, in: file))
        listener.listen(to: ContentWords(try content(of: page, in: file)))
        return listener.pieces
    }

    private func content(of page: PDFObject, in file: borrowing QPDFFile) throws(ReadingError)
        -> [UInt8]
    {
        guard let contents = try file.value(of: "/Contents", in: page) else { return [] }
        let parts = try file.items(of: contents)
        var bytes: [UInt8] = []
        for part in parts.isEmpty ? [contents] : parts {
            guard try file.dictionary(ofStream: part) != nil else { continue }
            bytes += try file.bytes(
                ofStream: part,
                unpacked: true,
                limit: file.limits.contentBytes,
                named: "a page"
            )
            guard bytes.count <= file.limits.contentBytes else {
                throw .tooLarge("has a page of", bytes.count, file.limits.contentBytes)
            }
            bytes.append(0x0A)
        }
        return bytes
    }

    private mutating func fonts(of page: PDFObject, in file: borrowing QPDFFile)
        throws(ReadingError) -> [[UInt8]: LetterCodes]
    {
        guard let resources = try file.value(of: "/Resources", in: page),
            let names = try file.value(of: "/Font", in: resources)
        else { return [:] }
        var found: [[UInt8]: LetterCodes] = [:]
        for key in try file.keys(of: names) {
            guard let font = try file.value(of: key, in: names) else { continue }
            found[Array(key.utf8.dropFirst())] = try codes(of: font, in: file)
        }
        return found
    }

    private mutating func codes(of font: PDFObject, in file: borrowing QPDFFile)
        throws(ReadingError) -> LetterCodes
    {
        guard let number = try file.number(of: font) else {
            return try LetterCodes(of: font, in: file)
        }
        if let known = fonts[number] { return known }
        let codes = try LetterCodes(of: font, in: file)
        fonts[number] = codes
        return codes
    }
}

/// Follows a page's content and keeps what is said in each mark.
private struct Listener {
    private enum Mark {
        case piece(Int)
        /// Words that stand for what is drawn until it ends.
        case spoken
        case other
    }

    let fonts: [[UInt8]: LetterCodes]
    private(set) var pieces: [LetterReading.Piece] = []
    private var open: [Mark] = []
    private var current: Int?
    private var spoken = 0
    private var font: LetterCodes?
    private var operands: [ContentWords.Word] = []
    private var line = TextLine()

    /// As much as any operator is ever given; what a damaged file heaps up is forgotten.
    private static let most = 4_000

    init(fonts: [[UInt8]: LetterCodes]) { self.fonts = fonts }

    mutating func listen(to content: ContentWords) {
        var content = content
        while let word = content.next() {
            guard case .keyword(let keyword) = word else {
                operands.append(word)
                if operands.count > Self.most { operands.removeAll(keepingCapacity: true) }
                continue
            }
            if keyword.elementsEqual("ID".utf8) { content.skipImage() }
            obey(String(decoding: keyword, as: UTF8.self))
            operands.removeAll(keepingCapacity: true)
        }
    }

    private mutating func obey(_ operation: String) {
        switch operation {
        case "BDC": begin()
        case "BMC": open.append(.other)
        case "EMC": end()
        case "BT": line.set([1, 0, 0, 1, 0, 0])
        case "Tf":
            if case .name(let name)? = operands.first { font = fonts[name] }
            line.fontSize = numbers.last ?? line.fontSize
        case "Tm": line.set(numbers)
        case "Td", "TD": line.step(numbers)
        case "Tj", "TJ", "'", "\"":
            for case .string(let string) in operands { say(font?.letters(of: string) ?? "") }
        default: break
        }
    }

    private mutating func begin() {
        guard let number = number(after: "MCID") else {
            let words = words(after: "ActualText")
            if let words, spoken == 0 { say(words) }
            if words != nil { spoken += 1 }
            return open.append(words == nil ? .other : .spoken)
        }
        pieces.append(LetterReading.Piece(number: number, words: ""))
        current = pieces.count - 1
        line.begin()
        open.append(.piece(number))
    }

    private mutating func end() {
        switch open.popLast() {
        case .piece: current = nil
        case .spoken: spoken -= 1
        case .other, nil: break
        }
    }

    /// Words on a new line are other words, unless a hyphen says they are not.
    private mutating func say(_ letters: String) {
        guard let current, spoken == 0, !letters.isEmpty else { return }
        let words = pieces[current].words
        let joins =
            words.isEmpty || words.hasSuffix(" ") || words.hasSuffix("-")
            || words.hasSuffix("\u{AD}") || words.hasSuffix("‐")
        if line.isNew(), !joins { pieces[current].words += " " }
        pieces[current].words += letters
    }

    private var numbers: [Double] {
        operands.compactMap { word in
            if case .number(let number) = word { number } else { nil }
        }
    }

    private func value(after key: String) -> ContentWords.Word? {
        let place = operands.firstIndex { word in
            if case .name(let name) = word { name.elementsEqual(key.utf8) } else { false }
        }
        guard let place, place + 1 < operands.count else { return nil }
        return operands[place + 1]
    }

    private func number(after key: String) -> Int? {
        guard case .number(let number)? = value(after: key), (0..<1e9).contains(number) else {
            return nil
        }
        return Int(number)
    }

    private func words(after key: String) -> String? {
        guard case .string(let string)? = value(after: key) else { return nil }
        return LetterCodes.text(of: string)
    }
}

/// Where letters are being set, as far as it tells one line from the next.
private struct TextLine {
    /// What the font's size is counted in.
    private var scale = 1.0
    private var height = 0.0
    var fontSize = 1.0
    /// The line that was said last; nil where none was in this mark.
    private var last: (height: Double, size: Double)?

    private var size: Double { abs(fontSize * scale) }

    mutating func begin() { last = nil }

    mutating func set(_ matrix: [Double]) {
        guard matrix.count == 6 else { return }
        scale = matrix[3]
        height = matrix[5]
    }

    mutating func step(_ distances: [Double]) {
        guard distances.count == 2 else { return }
        height += distances[1] * scale
    }

    /// Whether what is said now stands on another line than what was said last; raised letters
    /// stand on the line that they are raised from.
    mutating func isNew() -> Bool {
        guard let known = last else {
            last = (height, size)
            return false
        }
        let isNew = abs(known.height - height) > max(known.size, size) * 0.6
        if isNew || known.size < size { last = (height, size) }
        return isNew
    }
}
