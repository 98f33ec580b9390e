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
        warnOfTableWithoutHead(rows)
    }

    /// Warns of lines between bars that have no dashes below the first of them: a paragraph to CommonMark.
    private mutating func warnOfTableWithoutHead(_ rows: [ArraySlice<UInt8>]) {
        let count = cells(of: rows[0])
        guard rows.count > 1, count > 1, rows.allSatisfy({ isBetweenBars($0) }) else { return }
        report.add(
            .warning(.tableWithoutHead, at: span(rows[0].startIndex..<rows[0].endIndex))
                .hinting(.writeDashes(Array(repeating: "|---", count: count).joined() + "|"))
        )
    }

    private func isBetweenBars(_ line: ArraySlice<UInt8>) -> Bool {
        let line = line.drop { PlainParagraph.isBlank($0) }
        let last = line.last { !PlainParagraph.isBlank($0) }
        return line.count > 2 && line.first == UInt8(ascii: "|") && last == UInt8(ascii: "|")
    }

    /// Warns of rows with more cells than the table: CommonMark leaves out what is too many.
    mutating func warnOfCellsLeftOut(of table: CommonMarkNode) {
        guard let width = table.children.first?.children.count else { return }
        for row in table.children.dropFirst() {
            let range = lines(of: row)
            let count = cells(of: bytes[range])
            guard count > width else { continue }
            report.add(
                .warning(.cellsLeftOut(count, of: width), at: span(range))
                    .hinting(.nameTheColumnOrEscape)
            )
        }
    }

    /// Warns of lines that begin as items do but for the blank: to CommonMark they are a paragraph.
    mutating func warnOfUnreadList(in paragraph: CommonMarkNode) {
        let range = lines(of: paragraph)
        let rows = bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false)
        let items = rows.filter { lengthOfMark(in: $0) != nil }
        guard items.count > 1, let first = items.first, let mark = lengthOfMark(in: first)
        else { return }
        let text = String(decoding: first.dropFirst(mark), as: UTF8.self)
        let sign = String(decoding: first.prefix(mark), as: UTF8.self)
        report.add(
            .warning(.unreadList, at: span(first.startIndex..<first.endIndex))
                .hinting(.writeBlankBehind("\(sign) \(shortened(text))"))
        )
    }

    /// Warns of lines that were to be a table, as they come from a spreadsheet, or a heading: to CommonMark they
    /// are a paragraph.
    mutating func warnOfUnreadLines(in paragraph: CommonMarkNode) {
        let range = lines(of: paragraph)
        let rows = bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard rows.count > 1 else { return }
        warnOfUnreadColumns(rows)
        if let heading = rows.first(where: { isLikeAHeading($0) }) { warnOfUnreadHeading(heading) }
    }

    private mutating func warnOfUnreadColumns(_ rows: [ArraySlice<UInt8>]) {
        for (row, next) in zip(rows, rows.dropFirst()) {
            let columns = columns(of: row)
            guard columns.count > 1, self.columns(of: next).count == columns.count else { continue }
            let head = columns.map { String(decoding: $0, as: UTF8.self) }
            report.add(
                .warning(.unreadColumns, at: span(row.startIndex..<row.endIndex))
                    .hinting(.writeTable(head))
            )
            return
        }
    }

    private mutating func warnOfUnreadHeading(_ heading: ArraySlice<UInt8>) {
        let signs = heading.prefix { $0 == UInt8(ascii: "#") }.count
        let text = String(decoding: heading.dropFirst(signs), as: UTF8.self)
        let sign = String(repeating: "#", count: signs)
        report.add(
            .warning(.unreadHeading, at: span(heading.startIndex..<heading.endIndex))
                .hinting(
                    "a blank parts the signs of a heading from its words: write ‘\(sign) \(shortened(text))’"
                )
        )
    }

    /// `##Wells`; one sign alone may be a hashtag.
    private func isLikeAHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let signs = line.prefix { $0 == UInt8(ascii: "#") }.count
        let next = line.dropFirst(signs).first ?? 0
        return (2...4).contains(signs) && (next.isASCIILetter || next >= 0xC3)
    }

    /// What stands between tabs, or between three blanks and more.
    private func columns(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var columns: [ArraySlice<UInt8>] = []
        var (start, place) = (line.startIndex, line.startIndex)
        while place < line.endIndex {
            let blanks = line[place...].prefix { PlainParagraph.isBlank($0) }
            guard blanks.count > 2 || blanks.contains(0x09) else {
                place += max(1, blanks.count)
                continue
            }
            if start < place { columns.append(line[start..<place]) }
            place = blanks.endIndex
            start = place
        }
        if start < line.endIndex { columns.append(line[start...]) }
        return columns
    }

    /// How long what should begin an item is, where a letter follows at once: `-wells`, `1.wells`.
    private func lengthOfMark(in line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0.isASCIIDigit }.count
        let sign = line.dropFirst(digits).first
        guard
            digits == 0 && sign == UInt8(ascii: "-")
                || (1...2).contains(digits)
                    && (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"))
        else { return nil }
        let next = line.dropFirst(digits + 1).first ?? 0
        return next.isASCIILetter || next >= 0xC3 ? digits + 1 : nil
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
    fileprivate static let tableWithoutHead: Self =
        "these lines are no table: no dashes stand below the first of them"
    fileprivate static let nameTheColumnOrEscape: Self =
        "give the head a name for it, or write \\| where a bar is meant"
    fileprivate static let unreadList: Self =
        "these lines are no list, and are printed one behind the other"

    fileprivate static let unreadColumns: Self =
        "these lines are no table: blanks part no columns, and the lines are printed one behind the other"
    fileprivate static let unreadHeading: Self =
        "this line is no heading, and is printed with its signs"

    fileprivate static func writeTable(_ head: [String]) -> Self {
        let bars = head.map { "| \(shortened($0)) " }.joined() + "|"
        let dashes = Array(repeating: "|---", count: head.count).joined() + "|"
        return "write each line between bars, ‘\(bars)’, and below the first of them ‘\(dashes)’"
    }

    fileprivate static func writeDashes(_ dashes: String) -> Self {
        "write ‘\(dashes)’ in a line below the headings"
    }

    fileprivate static func writeBlankBehind(_ item: String) -> Self {
        "a blank parts the sign of an item from its text: write ‘\(item)’"
    }

    fileprivate static func cellsLeftOut(_ count: Int, of width: Int) -> Self {
        "this row has \(count) cells where the table has \(width), and the rest is left out"
    }

    fileprivate static func unreadTable(of count: Int, below wanted: Int) -> Self {
        "this line has \(count) cells where that of the headings above has \(wanted), and the table is printed as it was typed"
    }
}
