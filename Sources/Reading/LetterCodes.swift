import Diagnostics
import Structure

/// What the codes of a font mean.
///
/// Sources: ISO 32000-1, section 9.10.3, for the map that a font carries; annex D.2, for the
/// encoding of those that carry none.
struct LetterCodes {
    private var letters: [Int: String] = [:]
    /// Bytes of a code.
    private let width: Int

    init(of font: PDFObject, in file: borrowing QPDFFile) throws(ReadingError) {
        width = try file.name(file.value(of: "/Subtype", in: font)) == "Type0" ? 2 : 1
        guard let map = try file.value(of: "/ToUnicode", in: font),
            try file.dictionary(ofStream: map) != nil
        else { return }
        read(
            ContentWords(
                try file.bytes(
                    ofStream: map,
                    unpacked: true,
                    limit: file.limits.contentBytes,
                    named: "a font's map of letters"
                )
            )
        )
    }

    func letters(of string: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: string.count, by: width) {
            let code = string[start..<min(start + width, string.count)]
                .reduce(0) { $0 << 8 | Int($1) }
            text += letters[code] ?? (width == 1 ? Self.usual(UInt8(code)) : "")
        }
        return text
    }

    /// A text string: in UTF-16 where it says so, or else a letter to the byte (PDFDocEncoding).
    static func text(of string: [UInt8]) -> String {
        guard string.starts(with: [0xFE, 0xFF]) else {
            let letters = string.map { DocumentEncoding.letter(of: $0) }
            return String(String.UnicodeScalarView(letters))
        }
        return utf16(string.dropFirst(2))
    }

    private static func utf16(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func read(_ map: ContentWords) {
        var map = map
        var operands: [ContentWords.Word] = []
        while let word = map.next() {
            guard case .keyword(let keyword) = word else {
                operands.append(word)
                continue
            }
            switch String(decoding: keyword, as: UTF8.self) {
            case "endbfchar": addLetters(operands)
            case "endbfrange": addRanges(operands)
            default: break
            }
            operands.removeAll(keepingCapacity: true)
        }
    }

    private mutating func addLetters(_ operands: [ContentWords.Word]) {
        let strings = operands.compactMap(\.bytes)
        for place in stride(from: 0, to: strings.count - 1, by: 2) {
            letters[Self.code(strings[place])] = Self.utf16(strings[place + 1])
        }
    }

    private mutating func addRanges(_ operands: [ContentWords.Word]) {
        var place = 0
        while place + 2 < operands.count, let low = operands[place].bytes,
            let high = operands[place + 1].bytes
        {
            let codes = Self.code(low)...max(Self.code(low), min(Self.code(high), 0xFFFF))
            place += 2
            if let first = operands[place].bytes {
                for (step, code) in codes.enumerated() {
                    letters[code] = Self.stepped(first, by: step)
                }
                place += 1
                continue
            }
            place += 1
            for code in codes {
                guard place < operands.count, let string = operands[place].bytes else { break }
                letters[code] = Self.utf16(string)
                place += 1
            }
            while place < operands.count, operands[place] != .close { place += 1 }
            place += 1
        }
    }

    private static func code(_ bytes: [UInt8]) -> Int {
        bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    private static func stepped(_ bytes: [UInt8], by step: Int) -> String {
        guard let last = bytes.last else { return "" }
        return utf16(bytes.dropLast() + [UInt8(truncatingIfNeeded: Int(last) + step)])
    }

    /// In WinAnsiEncoding.
    private static func usual(_ code: UInt8) -> String {
        let special: [UInt32] = [
            0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
            0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178,
        ]
        let value = (0x80...0x9F).contains(code) ? special[Int(code) - 0x80] : UInt32(code)
        return Unicode.Scalar(value).map { String($0) } ?? ""
    }
}

extension ContentWords.Word {
    fileprivate var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }
}
