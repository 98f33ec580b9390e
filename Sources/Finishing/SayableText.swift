/// A text of a PDF without what nobody can say, and no longer than it may be.
///
/// Sources: ISO 19005-2, 6.1.13, for the length; ISO 32000-1, section 7.9.2.2, for what a text string is;
/// the Unicode Standard, section 23.5, for private letters, which mean nothing to a program that reads aloud.
enum SayableText {
    /// The most letters that fit a string of 32,767 bytes, two to each and two before them.
    static let limit = 16_382

    static func of(_ said: String) -> String {
        isSayable(said) ? said : shortened(said.unicodeScalars.compactMap(sayable))
    }

    /// Whether anything is left of it to be said.
    static func says(_ text: String) -> Bool {
        of(text).unicodeScalars.contains { !$0.properties.isWhitespace }
    }

    /// Whether nothing need be looked at letter by letter, as in most texts.
    private static func isSayable(_ text: String) -> Bool {
        text.utf8.count <= limit
            && text.utf8.allSatisfy { byte in
                switch byte {
                // With these begin, in UTF-8, the letters that are none.
                case ..<0x20, 0x7F, 0xC2, 0xEE...: false
                default: true
                }
            }
    }

    private static func shortened(_ letters: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        var count = 0
        for letter in letters {
            count += letter.utf16.count
            if count > limit {
                text.removeLast()
                text.append("…")
                break
            }
            text.append(letter)
        }
        return String(text)
    }

    /// Nil where it is nothing; what moves a machine's carriage is a space.
    private static func sayable(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter.value {
        case 0x09, 0x0A, 0x0D: " "
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0xFEFF, 0xFDD0...0xFDEF: nil
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: nil
        case let value where value & 0xFFFE == 0xFFFE: nil
        default: letter
        }
    }
}
