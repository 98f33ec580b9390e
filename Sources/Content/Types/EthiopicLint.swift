import Diagnostics
import YAML

extension Reader {
    /// Warns of European commas and full stops behind Ethiopic letters, where `፣` and `።` are written.
    ///
    /// Whoever types on a European keyboard has them at hand. The question mark is at home in both.
    mutating func lintEthiopic(_ node: Node, in language: String) {
        guard ["am", "ti", "tig", "gez"].contains(LanguageTag(language).primary),
            let text = node.text
        else { return }
        let places = EuropeanMarks.places(in: Array(text.utf8))
        guard let first = places.first else { return }
        report.add(
            .warning(
                .europeanMark(first.mark, language: language, more: places.count - 1),
                at: node.span(ofUTF8: first.offset..<first.offset + 1)
            )
            .hinting("write ‘\(first.own)’")
        )
    }
}

/// Marks of European punctuation directly behind an Ethiopic letter.
enum EuropeanMarks {
    struct Place: Hashable {
        var offset: Int
        var mark: String
        /// What Ethiopic has in its place.
        var own: String
    }

    private static let own: [UInt8: String] = [
        UInt8(ascii: ","): "፣", UInt8(ascii: ";"): "፤", UInt8(ascii: "."): "።",
    ]

    static func places(in bytes: [UInt8]) -> [Place] {
        var places: [Place] = []
        /// Whether the word has a full stop inside, and so is an abbreviation such as ዓ.ም.
        var isAbbreviated = false
        for (offset, byte) in bytes.enumerated() {
            if byte <= 0x20 { isAbbreviated = false }
            guard let own = own[byte], endsInLetter(bytes[..<offset]) else { continue }
            if endsWord(offset, in: bytes) {
                if byte == UInt8(ascii: "."), isAbbreviated { continue }
                let mark = String(Unicode.Scalar(byte))
                places.append(Place(offset: offset, mark: mark, own: own))
            } else if byte == UInt8(ascii: ".") {
                isAbbreviated = true
            }
        }
        return places
    }

    private static func endsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
        offset + 1 == bytes.count || bytes[offset + 1] <= 0x20 || bytes[offset + 1] == 0xC2
            || "\")]*_".utf8.contains(bytes[offset + 1])
    }

    /// Whether U+1200 to U+135A or U+1380 to U+138F ends there.
    private static func endsInLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        let letter = Array(bytes.suffix(3))
        guard letter[0] == 0xE1 else { return false }
        switch letter[1] {
        case 0x88...0x8C: return true
        case 0x8D: return letter[2] <= 0x9A
        case 0x8E: return letter[2] <= 0x8F
        default: return false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func europeanMark(_ mark: String, language: String, more: Int) -> Self {
        let message: Self =
            "‘\(mark)’ behind an Ethiopic letter is European punctuation in text marked ‘\(language)’"
        return message.again(more).about(.punctuation)
    }
}
