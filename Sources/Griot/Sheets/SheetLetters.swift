internal import Diagnostics
internal import Exchange
internal import YAML

extension SpreadsheetText {
    /// That its letters were most likely written otherwise than they are read.
    func warning(in source: SourceID) -> Diagnostic? {
        let garbled = GarbledLetters.all(in: bytes).first { $0.meant != nil }
        if let place = garbled?.range.lowerBound {
            return .warning(.readTwice(word(at: place)), at: Span(source, range(of: place)))
                .hinting("save the sheet again as ‘CSV UTF-8’ from the program it was made in")
        }
        guard encoding == .windows1252 else { return nil }
        let found = places(of: Self.macintosh).filter { $0 > 0 && bytes[$0 - 1].isLetter }
        guard let place = found.first else { return nil }
        return .warning(.ofMacintosh(word(at: place)), at: Span(source, range(of: place)))
            .hinting("save the sheet again as ‘CSV UTF-8’")
    }

    /// What Windows-1252 has where old Macintoshes have à, ç, é, è and ê.
    private static let macintosh: [[UInt8]] = [
        [0xCB, 0x86], [0xC2, 0x8D], [0xC5, 0xBD], [0xC2, 0x8F], [0xC2, 0x90],
    ]

    /// The first of the places at which one of some signs begins.
    private func places(of signs: [[UInt8]]) -> [Int] {
        let leads = signs.map { $0[0] }
        // Most bytes are those of plain letters, which are passed over at the price of a comparison.
        guard let least = leads.min() else { return [] }
        var found: [Int] = []
        for place in bytes.indices where bytes[place] >= least {
            guard leads.contains(bytes[place]), signs.contains(where: { stands($0, at: place) })
            else { continue }
            found.append(place)
            if found.count == 100 { break }
        }
        return found
    }

    private func stands(_ sign: [UInt8], at place: Int) -> Bool {
        bytes[place...].starts(with: sign)
    }

    /// The word around a place.
    private func range(of place: Int) -> Range<Int> {
        func ends(_ byte: UInt8) -> Bool { byte <= 0x22 || byte == 0x2C || byte == 0x3B }
        var (start, end) = (place, place)
        while start > 0, !ends(bytes[start - 1]), place - start < 40 { start -= 1 }
        while end < bytes.count, !ends(bytes[end]), end - place < 40 { end += 1 }
        return start..<end
    }

    private func word(at place: Int) -> String {
        String(decoding: bytes[range(of: place)], as: UTF8.self)
    }
}

extension SheetTable {
    /// What cells say that a program saved in letters that had no room for theirs: it puts question marks
    /// in their place.
    ///
    /// A cell of nothing else is a mistake of its row; one with a letter lost is warned of, once for all.
    static func lostLetters(in sheet: Spreadsheet) -> [Diagnostic] {
        var lost: [Diagnostic] = []
        var wounded: [Located<String>] = []
        for row in sheet.rows {
            // Bytes are asked, since hardly a cell has one.
            let cells = row.cells.lazy.map(\.text).filter { $0.value.utf8.contains(0x3F) }
            if let cell = cells.first(where: { $0.value.isAllLost }) {
                lost.append(.error(.lost(cell.value), at: cell.span).hinting(wayToKeepLetters))
            } else if let cell = cells.first(where: { $0.value.hasLostLetter }) {
                wounded.append(cell)
            }
        }
        guard let first = wounded.first else { return lost }
        let warning = Diagnostic.warning(
            .lostIn(first.value, others: wounded.count - 1),
            at: first.span
        )
        return lost + [warning.hinting(wayToKeepLetters)]
    }

    /// Cells in which a letter bears more marks than any language piles on one.
    static func piledMarks(in sheet: Spreadsheet) -> [Diagnostic] {
        sheet.rows.flatMap { $0.cells.lazy.compactMap { PiledMarks.warning(of: $0.text) } }
    }

    private static let wayToKeepLetters: Diagnostic.Message =
        "save the sheet as ‘.xlsx’, as ‘.ods’ or as ‘CSV UTF-8’ from the program it was made in"
}

extension String {
    /// Nothing but question marks and what parts them.
    fileprivate var isAllLost: Bool { contains("??") && allSatisfy { "?. -".contains($0) } }

    /// A question mark between two letters, as no sentence has it; addresses of the web may.
    fileprivate var hasLostLetter: Bool {
        guard !contains(where: { "/=@".contains($0) }) else { return false }
        let parts = split(separator: "?", omittingEmptySubsequences: true)
        return zip(parts, parts.dropFirst()).contains { before, after in
            before.last?.isLetter == true && after.first?.isLetter == true
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension Diagnostic.Message {
    fileprivate static func readTwice(_ word: String) -> Self {
        "‘\(shortened(word))’ looks like accents that a program has read wrong before this sheet was saved"
    }

    fileprivate static func lost(_ text: String) -> Self {
        "‘\(shortened(text))’: the letters of this cell were lost when the sheet was saved"
    }

    fileprivate static func lostIn(_ text: String, others: Int) -> Self {
        switch others {
        case 0: "‘\(shortened(text))’: a letter was lost here when the sheet was saved"
        case 1:
            "‘\(shortened(text))’: a letter was lost here when the sheet was saved, and in one more row"
        default:
            "‘\(shortened(text))’: a letter was lost here when the sheet was saved, and in \(others) more rows"
        }
    }

    fileprivate static func ofMacintosh(_ word: String) -> Self {
        "‘\(shortened(word))’ looks like the letters of an old Macintosh, which are read wrong"
    }
}
