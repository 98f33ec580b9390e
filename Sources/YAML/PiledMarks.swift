package import Diagnostics

/// Marks above and below one letter that are more than any language has: they run over the lines around it.
package enum PiledMarks {
    /// No language piles so many on a letter; more are a jest, or an accident of a program.
    private static let most = 6

    /// What is told of so many marks; nil where they may be meant.
    static func warning(of count: Int, at span: Span) -> Diagnostic? {
        guard count > most else { return nil }
        return .warning(.bears(count), at: span).hinting("delete those that are not meant")
    }

    /// What is told of a text that stands in one place, such as a cell of a sheet.
    package static func warning(of text: Located<String>) -> Diagnostic? {
        // Hardly a text has a byte with which a mark may begin.
        guard text.value.utf8.contains(where: { $0 >= 0xCC }) else { return nil }
        var (count, highest) = (0, 0)
        for scalar in text.value.unicodeScalars {
            count = isMark(scalar.value) ? count + 1 : 0
            highest = max(highest, count)
        }
        return warning(of: highest, at: text.span)
    }

    /// Whether it is a mark above or below a letter, of the scripts that have such.
    ///
    /// Source: the blocks of Unicode that hold combining marks of Latin, Cyrillic, Hebrew, Arabic and N'Ko.
    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x670,
            0x6D6...0x6DC, 0x6DF...0x6E4, 0x7EB...0x7F3, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x20D0...0x20FF, 0xFE20...0xFE2F:
            true
        default: false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func bears(_ marks: Int) -> Self {
        "a letter bears \(marks) marks, one over the other: they run into other lines"
    }
}
