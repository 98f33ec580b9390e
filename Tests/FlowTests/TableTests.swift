import Arrangement
import Diagnostics
import Flow
import Structure
import TestSupport
import Testing
import Units

/// Tables of which the paper itself says which columns stand, and how tall their rows are.
@Suite struct TableTests {
    private func table(_ paper: String, _ desk: Desk) throws -> Table {
        desk.lay(
            "sheet",
            body: """
                - table: people
                  as: person
                  columns-from: columns
                  row-height: 9mm
                  row-height-from: row_height
                  columns:
                    - {name: number, head: N, cell: "{index}"}
                    - {name: name, head: Name, cell: "{person}"}
                    - {name: phone, head: Phone, cell: "{person.phone}", when: columns}
                """
        )
        let text =
            "kind: attendance-sheet\nevent: {title: T, date: 2024-05-14}\n"
            + "people: [Fatou DIALLO]\n" + paper
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        guard case .table(let table)? = flow.streams.first?.blocks.first?.content else {
            throw NoTable()
        }
        return table
    }

    private struct NoTable: Error {}

    private func heads(of table: Table) -> [String] {
        table.head.flatMap(\.cells).flatMap(\.blocks).map { block in
            if case .paragraph(let paragraph) = block.content { paragraph.text } else { "" }
        }
    }

    @Test func setsTheColumnsThatThePaperNamesInItsOrder() throws {
        #expect(try heads(of: table("columns: [phone, number]", Desk())) == ["Phone", "N"])
        #expect(try heads(of: table("", Desk())) == ["N", "Name"])
    }

    /// Its own style, or else that of all tables; the style of its cells says nothing of it.
    @Test(arguments: [
        [], ["style: own"], ["cell-style: cells"], ["style: own", "cell-style: cells"],
    ])
    func standsAsItsStyleSays(_ keys: [String]) throws {
        let desk = Desk()
        let table = ["- table: people", "  as: person", "  columns: [{cell: \"{person}\"}]"]
        desk.lay("sheet", body: (table + keys.map { "  \($0)" }).joined(separator: "\n"))
        desk.written["layouts/papers/sheet"]? +=
            "\nstyles: {table: {before: 3mm}, own: {before: 8mm}, cells: {before: 1mm}}\n"
        let text =
            "kind: attendance-sheet\nevent: {title: T, date: 2024-05-14}\npeople: [Fatou DIALLO]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let space = flow.streams.first?.blocks.first?.style.spaceBefore
        #expect(space == .mm(keys.contains("style: own") ? 8 : 3))
    }

    @Test func namesAColumnThatTheLayoutDoesNotHave() throws {
        let desk = Desk()
        #expect(try heads(of: table("columns: [name, per_diem]", desk)) == ["Name"])
        let complaint = desk.report.diagnostics.first
        #expect(complaint?.message.description == "the layout has no column ‘per_diem’")
        #expect(complaint?.hints == ["it has ‘number’, ‘name’, ‘phone’"])
    }

    @Test(arguments: [
        // Amounts, totals and gaps among them.
        (["15416", "987", "1204"], ["15 416", "987", "1 204"]),
        (["-15416", "–", "2100,5"], ["-15 416", "–", "2 100,5"]),
        (["250000", "425000"], ["250 000", "425 000"]),
        (["**15416**", "987"], ["15 416", "987"]),
        (["15416", "n/a", "987"], ["15 416", "n/a", "987"]),
        // As the writer grouped them.
        (["15.416", "987"], ["15.416", "987"]), (["15 416", "98755"], ["15 416", "98755"]),
        // Years, spans of them, codes of places, telephones, and what begins with a nought.
        (["1998", "2022"], ["1998", "2022"]), (["2019-2021", "15416"], ["2019–2021", "15416"]),
        (["12500", "10700"], ["12500", "10700"]),
        (["+22376010204", "15416"], ["+22376010204", "15416"]),
        (["00223", "15416"], ["00223", "15416"]), (["A15416", "987"], ["A15416", "987"]),
    ])
    func groupsTheFiguresOfAColumnOfAmounts(typed: [String], printed: [String]) throws {
        #expect(try column(typed, below: "Puits") == printed)
    }

    /// German and Portuguese leave four figures without a group, but not in a column that has groups.
    @Test(arguments: [
        (["9893", "3511"], ["9893", "3511"]), (["24561", "9893"], ["24.561", "9.893"]),
    ])
    func groupsFourFiguresInAColumnThatHasGroups(typed: [String], printed: [String]) throws {
        #expect(try column(typed, below: "Fang (t)", in: "de") == printed)
    }

    @Test func takesAUnitInBracketsForAWordThatFiguresAreAmounts() throws {
        #expect(try column(["15416", "21300"], below: "Coût (F CFA)") == ["15 416", "21 300"])
    }

    private func column(
        _ cells: [String],
        below head: String,
        in language: String = "fr"
    ) throws -> [String] {
        try paragraphs(of: cells, below: head, in: language).map {
            $0.text.replacing("\u{202F}", with: " ")
        }
    }

    @Test(arguments: [
        (["12", "n. d.", "4,5"], true), (["12", "–", "n/a"], true),
        (["12", "", "k. A.", "7"], true),
        (["n/a", "n/a", "12"], false), (["12", "quelques-uns"], false), (["oui", "non"], false),
    ])
    func endsFiguresInLineAlthoughSomeAreMissing(cells: [String], areFigures: Bool) throws {
        let paragraphs = try paragraphs(of: cells, below: "Puits")
        #expect(paragraphs.allSatisfy { ($0.style.alignment == .end) == areFigures })
    }

    @Test(arguments: [
        (["12,5", "3", "1 250,25", "–"], ["12", "3", "1 250", "–"]),
        (["7,5 %", "33 %"], ["7", "33"]), (["1.250,5", "-4"], ["1.250", "-4"]),
        // More than a number.
        (["2019-2021", "3"], []),
    ])
    func knowsWhereTheOnesOfAColumnStand(cells: [String], ones: [String]) throws {
        let found = try rows(of: cells, below: "Puits").compactMap { row -> String? in
            guard let cell = row.cells.last, let end = cell.endOfOnes,
                case .paragraph(let words)? = cell.blocks.first?.content
            else { return nil }
            return String(decoding: words.text.utf8.prefix(end), as: UTF8.self)
                .replacing("\u{202F}", with: " ")
        }
        #expect(found == ones)
    }

    /// “5 none” would be read as one; a number of the row belongs to what follows.
    @Test func setsFiguresOffTheWordsAfterThem() throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {each: sections, do: [{table: item.table}]}")
        let text = """
            kind: report
            lang: fr
            title: T
            sections: [{title: S, table: {head: [N, A, B, C, D], rows: [["1", Kati, "5", "7", aucun]]}}]
            """
        let flow = try #require(desk.flow(of: text, with: "sheet", in: "fr"))
        guard case .table(let table)? = flow.streams.first?.blocks.first?.content else {
            throw NoTable()
        }
        for row in table.head + table.rows {
            let extra = row.cells.map { $0.padding.right - row.cells[0].padding.right }
            #expect(extra.map { $0 > .zero } == [false, false, false, true, false])
        }
    }

    private func paragraphs(
        of cells: [String],
        below head: String,
        in language: String = "fr"
    ) throws -> [Paragraph] {
        try rows(of: cells, below: head, in: language).compactMap { row in
            if case .paragraph(let words)? = row.cells.last?.blocks.first?.content {
                words
            } else {
                nil
            }
        }
    }

    private func rows(
        of cells: [String],
        below head: String,
        in language: String = "fr"
    ) throws -> [Table.Row] {
        let rows = cells.map { "[A, \"\($0)\"]" }.joined(separator: ", ")
        let desk = Desk()
        desk.lay("sheet", body: "- {each: sections, do: [{table: item.table}]}")
        let text = """
            kind: report
            lang: \(language)
            title: T
            sections: [{title: S, table: {head: [Lieu, "\(head)"], rows: [\(rows)]}}]
            """
        let flow = try #require(desk.flow(of: text, with: "sheet", in: language))
        guard case .table(let table)? = flow.streams.first?.blocks.first?.content else {
            throw NoTable()
        }
        return table.rows
    }

    @Test(arguments: [("row_height: 11 mm", 11.0), ("row_height: 1.1 cm", 11), ("", 9)])
    func makesRowsAsTallAsThePaperSays(line: String, millimetres: Double) throws {
        let row = try #require(try table(line, Desk()).rows.first)
        #expect(row.leastHeight.isNearly(.mm(millimetres)))
    }

    /// A break before a row is the row’s: the first block inside its first cell begins no page.
    @Test func breaksBeforeARowAndNotInsideIt() throws {
        let desk = Desk()
        desk.lay(
            "pair",
            body: """
                - {paragraph: "One"}
                - {break: page}
                - {row: [{do: [{paragraph: "Two"}]}]}
                """
        )
        let flow = try #require(
            desk.flow(of: CompositionTests.workshop, with: "pair")
        )
        let row = try #require(flow.streams[0].blocks.last)
        #expect(row.style.breakBefore == .page)
        guard case .row(let cells, _) = row.content else { throw NoTable() }
        #expect(cells[0].blocks[0].style.breakBefore == .none)
    }

    @Test func leavesRowsEmptyAsTheLayoutItselfSays() throws {
        let desk = Desk()
        desk.lay(
            "blank",
            body: """
                - {table: people, blank-rows: "'15'", columns: [{head: N, cell: "{index}"}]}
                """
        )
        let text = "kind: attendance-sheet\nevent: {title: T, date: 2024-05-14}\n"
        let flow = try #require(desk.flow(of: text, with: "blank"))
        guard case .table(let table)? = flow.streams.first?.blocks.first?.content else {
            throw NoTable()
        }
        #expect(table.rows.count == 15)
    }

    /// Who is read a table to is told its columns by counting: each row has a cell for each of them.
    @Test(arguments: [
        "{head: [A, B], rows: [[a], [a, b, c], []]}", "[[A, B, C], [a], [a, b]]",
        "{rows: [[a], [a, b, c]]}",
    ])
    func fillsUpRowsThatAreTooShort(written: String) throws {
        let desk = Desk()
        desk.lay(
            "sheet",
            body: "- {each: tables, do: [{table: item.table, columns: [{width: 20mm}]}]}"
        )
        let text =
            "kind: workshop-summary\nlang: en\ntitle: T\ntables: [{caption: C, table: \(written)}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        guard case .table(let table)? = flow.streams.first?.blocks.first?.content else {
            throw NoTable()
        }
        #expect((table.head + table.rows).allSatisfy { $0.cells.count == 3 })
        #expect(table.columns.count == 3)
        let rows = flow.structure.elements.filter { $0.role == .tableRow }
        #expect(rows.allSatisfy { $0.children.count == 3 })
        #expect(desk.complaints.contains("cells where the table has"))
    }
}
