import Diagnostics
import YAML

extension Reader {
    /// Warns of a space before `: ; ? !` in languages that know none.
    ///
    /// French parts these signs from the word; people who write both carry the habit along.
    ///
    /// - Parameter isMarked: Whether the writer has said of this text what language it is in.
    mutating func lintSpacing(of node: Node, in language: String, isMarked: Bool) {
        guard ["en", "de", "pt", "es", "it", "nl"].contains(LanguageTag(language).primary),
            let text = node.text
        else { return }
        let bytes = Array(text.utf8)
        let places = FrenchSpacing.places(in: bytes)
        guard let first = places.first else { return }
        let sign = String(decoding: [bytes[first.upperBound]], as: UTF8.self)
        let mended = FrenchSpacing.mended(bytes, around: first)
        report.add(
            .warning(
                .frenchSpacing(before: sign, language: language, more: places.count - 1),
                at: node.span(ofUTF8: first.lowerBound..<first.upperBound + 1)
            )
            .hinting("write ‘\(mended)’")
            .hinting(isMarked ? nil : "where the text is French, say so: {fr: \"…\"}")
        )
    }
}

enum FrenchSpacing {
    /// The blanks, each before a sign, that stand after a word.
    static func places(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for end in bytes.indices where isSign(bytes[end]) {
            guard let blank = blank(before: end, in: bytes), blank.lowerBound > 0 else { continue }
            let before = bytes[blank.lowerBound - 1]
            let isWord =
                before.isASCIILetter || before.isASCIIDigit || before >= 0x80
                || before == UInt8(ascii: ")") || before == UInt8(ascii: "\"")
            // A colon that opens something, as in “ :name”, is no punctuation.
            let closes =
                end + 1 == bytes.count || bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A
                || bytes[end + 1] >= 0x80 || isSign(bytes[end + 1])
            if isWord, closes { found.append(blank) }
        }
        return found
    }

    /// A few words around the place, as they should be.
    static func mended(_ bytes: [UInt8], around blank: Range<Int>) -> String {
        var start = blank.lowerBound
        while start > 0, bytes[start - 1] != 0x20, bytes[start - 1] != 0x0A { start -= 1 }
        var end = blank.upperBound + 1
        if end < bytes.count, bytes[end] == 0x20 { end += 1 }
        while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
        let mended = bytes[start..<blank.lowerBound] + bytes[blank.upperBound..<end]
        return trimmed(String(decoding: mended, as: UTF8.self))
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "?")
            || byte == UInt8(ascii: "!")
    }

    /// A space, a no-break space (C2 A0) or a narrow one (E2 80 AF) that ends at `end`.
    private static func blank(before end: Int, in bytes: [UInt8]) -> Range<Int>? {
        if end >= 1, bytes[end - 1] == 0x20 { return end - 1..<end }
        if end >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return end - 2..<end }
        if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0xAF {
            return end - 3..<end
        }
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func frenchSpacing(before sign: String, language: String, more: Int) -> Self
    {
        let message: Self =
            "a space before ‘\(sign)’ is French spacing in text marked ‘\(language)’"
        return message.again(more).about(.punctuation)
    }

    /// How often a mistake stands in a text besides the place that is shown.
    func again(_ times: Int) -> Self {
        switch times {
        case 0: self
        case 1: "\(self), and once more"
        default: "\(self), and \(times) times more"
        }
    }
}
