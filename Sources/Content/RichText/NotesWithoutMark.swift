import Diagnostics

extension RichTextBuilder {
    /// Warns of notes that nothing leads to: the library leaves them out of its tree, and so of the page.
    mutating func warnOfNotesWithoutMark() {
        guard bytes.contains(UInt8(ascii: "^")) else { return }
        let marks = self.marks
        let led = Set(marks.filter { !$0.isNote }.map(\.label))
        var seen: Set<String> = []
        for note in marks where note.isNote {
            let isFirst = seen.insert(note.label).inserted
            if isFirst, led.contains(note.label) { continue }
            let words = String(decoding: bytes[note.range], as: UTF8.self)
            report.add(
                isFirst
                    ? .warning(
                        "no mark leads to the note ‘\(words)’, and it is not printed",
                        at: span(note.range)
                    )
                    .hinting("write ‘\(words)’ behind the word that it belongs to")
                    : .warning(
                        "there are two notes ‘\(words)’, and the second is not printed",
                        at: span(note.range)
                    )
                    .hinting("give it a name, and a mark, of its own")
            )
        }
    }

    /// `[^1]` wherever it stands, and whether a note of that name begins with it: at the start of a line,
    /// with a colon behind it.
    private var marks: [(label: String, range: Range<Int>, isNote: Bool)] {
        var found: [(label: String, range: Range<Int>, isNote: Bool)] = []
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^"),
                let close = bytes[index...].prefix(Self.longestMark).firstIndex(
                    of: UInt8(ascii: "]")
                )
            else {
                index += 1
                continue
            }
            let label = String(decoding: bytes[index + 2..<close], as: UTF8.self).lowercased()
            let end = close + 1
            let hasColon = end < bytes.count && bytes[end] == UInt8(ascii: ":")
            found.append((label, index..<end, hasColon && beginsLine(index)))
            index = end
        }
        return found
    }

    /// Four blanks make it code.
    private func beginsLine(_ index: Int) -> Bool {
        var start = index
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        return index - start < 4 && (start == 0 || bytes[start - 1] == 0x0A)
    }

    private static let longestMark = 100
}
