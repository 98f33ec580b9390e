import Diagnostics

extension RichTextBuilder {
    /// Warns of lines that were to be a table: where the dashes below its headings are more or fewer
    /// than these, they are a paragraph to CommonMark.
    mutating func warnOfUnreadTable(in paragraph: CommonMarkNode) {
        let range = lines(of: paragraph)
        guard bytes[range].contains(UInt8(ascii: "|")) else { return }
        let rows = bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false)
        for (head, dashes) in zip(rows, rows.dropFirst()) where isOfDashes(dashes) {
            let (wanted, count) = (cells(of: head), cells(of: dashes))
            guard wanted > 1, wanted != count else { continue }
            report.add(
                .warning(
                    .unreadTable(of: count, below: wanted),
                    at: span(dashes.startIndex..<dashes.endIndex)
                )
                .hinting("write ‘|---’ for each heading, and a last ‘|’")
            )
            return
        }
    }

    private func isOfDashes(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
            && line.allSatisfy { "|-: \r".utf8.contains($0) }
    }

    /// Those between bars; bars at the ends of the line part nothing.
    private func cells(of line: ArraySlice<UInt8>) -> Int {
        var line = line.drop { PlainParagraph.isBlank($0) }
        while let last = line.last, PlainParagraph.isBlank(last) { line.removeLast() }
        if line.first == UInt8(ascii: "|") { line.removeFirst() }
        if line.last == UInt8(ascii: "|") { line.removeLast() }
        var (count, isEscaped) = (1, false)
        for byte in line {
            if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return count
    }
}

extension Diagnostic.Message {
    fileprivate static func unreadTable(of count: Int, below wanted: Int) -> Self {
        "this line has \(count) cells where that of the headings above has \(wanted), and the table is printed as it was typed"
    }
}
