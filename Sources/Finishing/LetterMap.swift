/// Whether a font says of its codes what everybody knows of them.
///
/// Cairo writes a map from codes to letters for every font. Where the codes are those of
/// WinAnsiEncoding and the letters too, one map serves all fonts: each of its own would be four per
/// cent of a brief.
///
/// Sources: ISO 19005-2, 6.2.11.7.2, and ISO 14289-1, 7.21.7, which ask for no map there; ISO
/// 32000-1, annex D, where two codes are not what they seem: 0xA0 is a space and 0xAD a hyphen.
extension CairoReader {
    func mapsAsWinAnsi(_ font: Range<Int>) throws(FinishingError) -> Bool {
        guard let encoding = try value(of: "/Encoding", in: font),
            spells(encoding, "/WinAnsiEncoding"),
            let map = try value(of: "/ToUnicode", in: font).flatMap(reference)
        else { return false }
        let object = try object(map)
        guard let stream = object.stream, try value(of: "/Filter", in: object.value) == nil else {
            return false
        }
        return saysWhatWinAnsiDoes(slice(stream))
    }

    /// Lines such as `<41> <0041>`, between `beginbfchar` and `endbfchar`.
    private func saysWhatWinAnsiDoes(_ map: UnsafeBufferPointer<UInt8>) -> Bool {
        var isInside = false
        var isThere = false
        for line in map.split(separator: 0x0A) {
            if line.elementsEqual("endbfchar".utf8) {
                isInside = false
            } else if line.suffix(11).elementsEqual("beginbfchar".utf8) {
                isInside = true
                isThere = true
            } else if line.suffix(12).elementsEqual("beginbfrange".utf8) {
                return false
            } else if isInside, !isPlain(line) {
                return false
            }
        }
        return isThere
    }

    private func isPlain(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let parts = line.split(separator: 0x20)
        guard parts.count == 2, let code = number(parts[0]), let letter = number(parts[1]) else {
            return false
        }
        switch code {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF: return letter == code
        case 0x80...0x9F: return WinAnsi.letters[code - 0x80] == letter
        default: return false
        }
    }

    /// Of `<0041>`.
    private func number(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard word.count <= 6, word.first == UInt8(ascii: "<"), word.last == UInt8(ascii: ">")
        else {
            return nil
        }
        return Int(String(decoding: word.dropFirst().dropLast(), as: UTF8.self), radix: 16)
    }
}

/// Source: ISO 32000-1, annex D.2.
enum WinAnsi {
    /// From 0x80 to 0x9F; nought where there is none.
    fileprivate static let letters = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// What its codes stand for, as a map for fonts.
    ///
    /// Source: ISO 32000-1, section 9.10.3.
    static let letterMap: [UInt8] = {
        var text = PDFText()
        text.write(
            """
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapType 2 def/CMapName/WinAnsi def\
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            1 begincodespacerange
            <00><ff>
            endcodespacerange
            3 beginbfrange
            <20><7e><0020>
            <a1><ac><00a1>
            <ae><ff><00ae>
            endbfrange
            27 beginbfchar

            """
        )
        for (place, letter) in letters.enumerated() where letter > 0 {
            text.write(hexadecimal: [0x80 + UInt8(place)])
            text.write(hexadecimal: [UInt8(letter >> 8), UInt8(letter & 0xFF)])
            text.write("\n")
        }
        text.write("endbfchar\nendcmap end end\n")
        return text.bytes
    }()
}
