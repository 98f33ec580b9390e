import Flow
import Glyphs
import Pages
import Structure
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

/// Lists and tables in two languages side by side.
@Suite struct ParallelRowTests {
    private func set(_ cells: [Block]...) -> Galley {
        var typesetter = Typesetter(lines: Monospace(), pictures: [], modules: { _ in nil })
        let cells = cells.map { RowCell(width: .share(1), blocks: $0, isDivisible: true) }
        return typesetter.set([Block(.row(cells, gutter: .pt(20)))], to: .pt(220))
    }

    private func list(_ items: [Int]) -> Block {
        Block(
            .list(
                items.map {
                    ListItem(
                        label: text("•"),
                        labelElement: nil,
                        body: [lines($0)],
                        indent: .pt(12)
                    )
                }
            )
        )
    }

    private func table(_ rows: [Int]) -> Block {
        func row(_ count: Int) -> Table.Row {
            Table.Row(cells: [Table.Cell(blocks: [lines(count)])])
        }
        var head = row(1)
        head.ruleBelow = BlockStyle.Line(width: .pt(1), colour: .black)
        let column = Table.Column(width: .share(1))
        return Block(.table(Table(columns: [column], head: [head], rows: rows.map(row))))
    }

    /// From the galley's top to the tops of strips that two languages begin in together.
    private func tops(of galley: Galley) -> [Double] {
        zip(galley.strips, galley.stacked().tops).compactMap { strip, top in
            let edges = strip.fragments.filter { !$0.textMarks.isEmpty }.map(\.left)
            return edges.contains { $0 < 100 } && edges.contains { $0 > 100 } ? top.points : nil
        }
    }

    @Test func setsItemBesideItem() {
        let galley = set([list([3, 1, 2])], [list([1, 2, 1])])
        #expect(tops(of: galley) == [0, 36, 60])
        #expect(galley.height.isNearly(.pt(84)))
    }

    /// A paragraph of so many lines with a note marked in one of them.
    private func noted(_ count: Int, inLine line: Int = 1, name: String) -> Block {
        let words = (1...count).map { "line-\($0)xxxxxxx" }.joined(separator: " ")
        var paragraph = text(words)
        let note = Footnote(
            blocks: [Block(.paragraph(text(name)))],
            element: StructureTree.root
        )
        paragraph.inserts = [
            Insert(offset: (line - 1) * 14 + 2, content: .footnote(note))
        ]
        return Block(.paragraph(paragraph))
    }

    /// Of each note of a galley where its lines stand: how far from the left, and from its top.
    private func notes(of galley: Galley) -> [[String]] {
        galley.strips.flatMap(\.footnotes).map { note in
            zip(note.strips, note.stacked().tops).flatMap { strip, top in
                strip.fragments.flatMap { fragment in
                    fragment.textMarks.map {
                        "\($0.run.text) \(Int((fragment.origin.x + $0.origin.x).points)) \(Int(top.points))"
                    }
                }
            }
        }
    }

    @Test func setsNoteBesideNote() {
        let galley = set([noted(3, name: "one")], [noted(2, name: "two")])
        #expect(notes(of: galley) == [["one 0 0", "two 120 0"]])
        let far = set([noted(9, name: "one")], [noted(9, inLine: 8, name: "two")])
        #expect(notes(of: far) == [["one 0 0"], ["two 120 0"]])
        let alone = set([lines(2)], [noted(2, name: "two")])
        #expect(notes(of: alone) == [["two 120 0"]])
    }

    @Test func endsAColumnBetweenItems() {
        let galley = set([list([2, 2, 2, 2])], [list([1, 1, 1, 1])])
        let costs = galley.strips.map(\.breakBefore.cost)
        #expect(costs == [0, .infinity, 0, .infinity, 0, .infinity, 0, .infinity])
    }

    @Test func setsItemsOfListsInItemsLevel() {
        func nested(_ first: Int, _ inner: [Int]) -> Block {
            let item = ListItem(
                label: text("•"),
                labelElement: nil,
                body: [lines(first), list(inner)],
                indent: .pt(12)
            )
            return Block(.list([item, item]))
        }
        let galley = set([nested(1, [3, 1])], [nested(2, [1, 1])])
        #expect(tops(of: galley) == [0, 24, 60, 72, 96, 132])
        let bullets = galley.strips.flatMap(\.fragments).flatMap(\.marks).count { mark in
            if case .text(let text) = mark { text.run.text == "•" } else { false }
        }
        #expect(bullets == 12)
        // Of another length a list stands as a whole, level with the one beside it.
        let uneven = set([nested(1, [3, 1])], [nested(2, [1, 1, 1])])
        #expect(uneven.height.isNearly(.pt(144)))
    }

    @Test func setsAListAsAWholeBesideOneOfAnotherLength() {
        let galley = set([list([3, 1, 2])], [list([1, 2])])
        #expect(galley.height.isNearly(.pt(72)))
    }

    @Test func setsRowBesideRowBelowHeadsThatStandAgain() throws {
        let galley = set([table([3, 1])], [table([1, 2])])
        #expect(tops(of: galley) == [0, 13, 49])
        #expect(galley.height.isNearly(.pt(73)))
        let head = try #require(galley.tableHeads.first)
        #expect(head.count == 1)
        #expect(head[0].fragments.filter { !$0.textMarks.isEmpty }.count == 2)
        #expect(galley.strips.map(\.tableHead) == [nil, nil, 0])
    }
}
