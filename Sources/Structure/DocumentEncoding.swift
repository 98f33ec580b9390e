/// The letters for which a text string of a PDF needs one byte only, PDFDocEncoding by name.
///
/// Source: ISO 32000-1, annex D.3.
package enum DocumentEncoding {
    /// Nil where a letter has no code, or where the codes would be taken for the mark of another
    /// encoding.
    package static func codes(of text: String) -> [UInt8]? {
        var codes: [UInt8] = []
        for letter in text.unicodeScalars {
            switch letter.value {
            case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF: codes.append(UInt8(letter.value))
            default:
                guard let place = punctuation.firstIndex(of: letter) else { return nil }
                codes.append(0x80 + UInt8(place))
            }
        }
        let isMarked = codes.starts(with: [0xFE, 0xFF]) || codes.starts(with: [0xEF, 0xBB, 0xBF])
        return isMarked ? nil : codes
    }

    /// What a code stands for; those without a letter are read as in ISO 8859-1.
    package static func letter(of code: UInt8) -> Unicode.Scalar {
        switch Int(code) {
        case 0x80..<0x80 + punctuation.count: punctuation[Int(code) - 0x80]
        case 0xA0: "€"
        default: Unicode.Scalar(code)
        }
    }

    /// From 0x80 on.
    private static let punctuation: [Unicode.Scalar] = [
        "•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−", "‰", "„", "“", "”", "‘",
        "’", "‚", "™", "\u{FB01}", "\u{FB02}", "Ł", "Œ", "Š", "Ÿ", "Ž", "ı", "ł", "œ", "š", "ž",
    ]
}
