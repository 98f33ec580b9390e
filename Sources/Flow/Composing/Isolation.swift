import Content
import Layouts
import Unicode

/// Invisible controls that keep words of the other direction together.
///
/// Source: UAX #9, section 2.7, *Markup and formatting characters*: isolates.
enum Isolate {
    static let leftToRight = "\u{2066}"
    static let rightToLeft = "\u{2067}"
    static let byFirstLetter = "\u{2068}"
    static let end = "\u{2069}"

    /// Pieces of a line, those that no space parts and that have no letter from right to left kept in one
    /// order: a serial and the number after it would else change places, and so would `ISSN` and its
    /// number.
    static func joined(_ pieces: [Printed]) -> [Printed] {
        var result = pieces
        var start = 0
        for index in pieces.indices.dropFirst() where !pieces[index].abuts(pieces[index - 1]) {
            enclose(start..<index, of: &result)
            start = index
        }
        enclose(start..<pieces.count, of: &result)
        return result
    }

    private static func enclose(_ range: Range<Int>, of pieces: inout [Printed]) {
        guard range.count > 1, range.contains(where: { pieces[$0].isIsolated }) else { return }
        for index in range { pieces[index].change { removed(from: $0) } }
        pieces[range.lowerBound].change { leftToRight + $0 }
        pieces[range.upperBound - 1].change { $0 + end }
    }

    /// Text without them: for outlines and titles of files, which know no direction.
    static func removed(from text: String) -> String {
        guard text.holds(0xE2) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }
            )
        )
    }
}

extension Printed {
    fileprivate var isIsolated: Bool {
        guard case .text(let text, _, _, _) = self else { return false }
        return text.hasPrefix(Isolate.leftToRight)
    }

    /// Whether it stands right behind another, both without a space or a letter from right to left.
    fileprivate func abuts(_ other: Printed) -> Bool {
        guard case .text(let text, _, _, _) = self, case .text(let before, _, _, _) = other else {
            return false
        }
        let unparted = other.isLabel && before.last == " " ? String(before.dropLast()) : before
        return !(text + unparted).unicodeScalars.contains {
            $0.properties.isWhitespace || $0.runsFromRightToLeft
        }
    }

    /// Whether it is a word of the layout's that no language translates: “ISBN ”.
    private var isLabel: Bool {
        guard case .text(let text, _, _, _) = self, !isIsolated else { return false }
        return text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    fileprivate mutating func change(_ change: (String) -> String) {
        guard case .text(let text, let language, let origin, let link) = self else { return }
        self = .text(change(text), language: language, origin: origin, link: link)
    }
}

extension Composer {
    /// What stands around words of a language that runs against the page’s; nil where it does not.
    func isolation(of language: String) -> (open: String, close: String)? {
        let isRightToLeft =
            speech.pack(for: language)?.isRightToLeft ?? Language(language).isRightToLeft
        guard isRightToLeft != pack.isRightToLeft else { return nil }
        return (isRightToLeft ? Isolate.rightToLeft : Isolate.leftToRight, Isolate.end)
    }

    /// The same around rich text among other words; of text in the page's language that has no letter of
    /// its direction as well, whose marks would else change sides.
    func isolation(of inlines: [Inline], in language: String?) -> (open: String, close: String)? {
        if let language { return isolation(of: language) }
        guard pack.isRightToLeft else { return nil }
        let words = inlines.plainText
        guard runsAgainstThePage(words),
            !words.unicodeScalars.contains(where: \.runsFromRightToLeft)
        else { return nil }
        return (Isolate.leftToRight, Isolate.end)
    }

    /// A name, or on a page that runs from right to left a number or an address, kept in its own order.
    func isolated(_ text: String, of value: Value) -> String {
        switch value.content {
        case .phone, .email, .url:
            return runsAgainstThePage(text) ? Isolate.leftToRight + text + Isolate.end : text
        case .personName, .reference, .record: return isolated(byFirstLetter: text)
        default: return text
        }
    }

    /// A line that may be of another language, kept in the order of its first letter.
    func isolated(byFirstLetter line: String) -> String {
        // The name of a record is kept so already where a person's name is all of it.
        guard runsAgainstThePage(line), !line.hasPrefix(Isolate.byFirstLetter) else { return line }
        return Isolate.byFirstLetter + line + Isolate.end
    }

    /// Words that have no letter of the page's direction, kept in their own order: a number that
    /// follows them would else be drawn among them.
    func isolated(_ printed: Printed) -> Printed {
        guard pack.isRightToLeft,
            case .text(let text, let language, let origin, let link) = printed,
            runsAgainstThePage(text), !text.unicodeScalars.contains(where: \.runsFromRightToLeft)
        else { return printed }
        let isolate = Isolate.leftToRight + text + Isolate.end
        return .text(isolate, language: language, origin: origin, link: link)
    }

    /// Whether every letter of a line runs from right to left on a page that does not, and no figure
    /// stands beside them.
    func runsAgainstThePage(_ line: [UInt8]) -> Bool {
        // Hardly a line is of such letters: Latin ones, the first bytes of accented, Greek and Cyrillic
        // ones and figures tell of all others.
        guard !pack.isRightToLeft,
            !line.contains(where: {
                (0x41...0x5A).contains($0 & 0xDF) || (0xC3...0xD2).contains($0)
                    || (0x30...0x39).contains($0)
            })
        else { return false }
        let text = String(decoding: line, as: UTF8.self)
        return runsAgainstThePage(text)
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isAlphabetic || $0.runsFromRightToLeft
            }
    }

    private func runsAgainstThePage(_ text: String) -> Bool {
        if pack.isRightToLeft { return text.utf8.contains { $0 < 0x80 && $0 != 0x20 } }
        // No letter that runs from right to left is written in bytes below these.
        var written = text
        return written.withUTF8 { $0.contains { $0 >= 0xD6 } }
            && text.unicodeScalars.contains(where: \.runsFromRightToLeft)
    }
}
