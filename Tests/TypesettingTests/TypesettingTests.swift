import Arrangement
import Diagnostics
import Flow
import Glyphs
import Pages
import Structure
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

@Suite struct TypesettingTests {
    private func set(_ blocks: [Block], to measure: Double = 120, tallest: Double = .infinity)
        -> Galley
    {
        var typesetter = typesetter()
        typesetter.tallest = .pt(tallest)
        return typesetter.set(blocks, to: .pt(measure))
    }

    private func typesetter() -> Typesetter {
        Typesetter(
            lines: Monospace(),
            pictures: [Size(width: .pt(200), height: .pt(100))],
            modules: { $0.utf8.count > 20 ? nil : ModuleSquare(side: 21) { _, _ in false } }
        )
    }

    // MARK: Spaces and keeps

    @Test func letsSpacesBetweenNeighboursFallTogether() {
        let galley = set([
            paragraph("above") { $0.spaceAfter = .pt(8) },
            paragraph("below") { $0.spaceBefore = .pt(5) },
            paragraph("last") { $0.spaceBefore = .pt(20) },
        ])
        #expect(galley.strips.map(\.spaceBefore.points) == [0, 8, 20])
    }

    /// A line under a heading is not stranded where another heading follows: it is all there is.
    @Test func mayEndAColumnAboveTheNextHeading() {
        let galley = set([
            paragraph("heading") { $0.keepsWithNext = true },
            paragraph("line"),
            paragraph("heading") { $0.keepsWithNext = true },
            paragraph("line"),
            paragraph("line"),
        ])
        let costs = galley.strips.map(\.breakBefore.cost)
        #expect(costs == [0, .infinity, 0, .infinity, Demerits.strandedHeading])
    }

    @Test func addsSpaceThatWasAskedForByItself() {
        let galley = set([paragraph("above"), Block(.space(.pt(30))), paragraph("below")])
        #expect(galley.strips.map(\.spaceBefore.points) == [0, 30])
    }

    @Test func keepsAHeadingWithTwoLinesOfItsText() {
        let galley = set([
            paragraph("heading") { $0.keepsWithNext = true },
            paragraph("one"),
            paragraph("two"),
            paragraph("three"),
        ])
        let breaks = galley.strips.map(\.breakBefore)
        #expect(breaks[1] == .forbidden)
        #expect(breaks[2].cost >= 300)
        #expect(breaks[3] == .allowed(cost: 0))
    }

    @Test func hoistsABreakOutOfABox() {
        let broken = paragraph("inside") { $0.breakBefore = .page }
        let galley = set([paragraph("above"), Block(.box([broken]))])
        #expect(galley.strips[1].breakBefore == .page)
    }

    // MARK: Kinds

    @Test func setsEveryKindOfBlock() throws {
        try expectReference(set(everything).dump(), named: "every-kind")
    }

    @Test func mirrorsFromRightToLeft() throws {
        var typesetter = typesetter()
        typesetter.isRightToLeft = true
        try expectReference(
            typesetter.set(everything, to: .pt(120)).dump(),
            named: "every-kind-mirrored"
        )
    }

    @Test func mirrorsBlocksOfALanguageThatRunsTheOtherWay() {
        var around = typesetter()
        around.isRightToLeft = true
        let whole = around.set(everything, to: .pt(120)).dump()
        let foreign = everything.map { block in
            var block = block
            block.style.isRightToLeft = true
            return block
        }
        #expect(set(foreign).dump() == whole)
        // And back again, within.
        let home = foreign.map { block in
            var block = block
            block.style.isRightToLeft = false
            return block
        }
        #expect(around.set(home, to: .pt(120)).dump() == set(everything).dump())
    }

    @Test func setsAListOffFromTextAndNotFromItsHeading() {
        var list = Block(
            .list([
                ListItem(
                    label: text("–"),
                    labelElement: nil,
                    body: [paragraph("item")],
                    indent: .pt(18)
                )
            ])
        )
        list.style.spaceBefore = .pt(6)
        var heading = paragraph("heading")
        heading.style.keepsWithNext = true
        #expect(set([paragraph("text"), list]).strips[1].spaceBefore == .pt(6))
        #expect(set([heading, list]).strips[1].spaceBefore == .zero)
    }

    private var everything: [Block] {
        let grey = Colour(red: 200, green: 200, blue: 200)
        var boxed = BlockStyle()
        boxed.background = grey
        boxed.padding = Insets(all: .pt(4))
        boxed.borderTop = BlockStyle.Line(width: .pt(1), colour: .black)
        boxed.spaceBefore = .pt(6)
        let items = ["1.", "10."].map {
            ListItem(
                label: text($0),
                labelElement: nil,
                body: [paragraph("an item of two lines")],
                indent: .pt(18)
            )
        }
        return [
            Block(.list(items)),
            Block(.box([paragraph("in a box"), paragraph("again")]), style: boxed),
            Block(.rule(Stripe(thickness: .pt(1), colour: grey, length: .pt(40)))),
            Block(.picture(Picture(source: 0, shape: .circle))),
            Block(.picture(Picture(source: 0, height: .pt(30), focusY: 0))),
            Block(
                .row(
                    [
                        RowCell(width: .content, blocks: [paragraph("left")]),
                        RowCell(width: .share(1), blocks: [paragraph("the right hand cell")]),
                    ],
                    gutter: .pt(6)
                )
            ),
            Block(.columns(count: 2, gutter: .pt(12), [lines(3)])),
            Block(.code(Code(payload: "short", side: .pt(42), colour: .black))),
            Block(.table(table)),
        ]
    }

    private var table: Table {
        func cell(_ words: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
            Table.Cell(
                blocks: [paragraph(words)],
                columnSpan: columns,
                rowSpan: rows,
                padding: Insets(top: .pt(2), bottom: .pt(2))
            )
        }
        let rule = BlockStyle.Line(width: .pt(0.5), colour: .black)
        return Table(
            columns: [.init(width: .content), .init(width: .share(1))],
            gutter: .pt(6),
            head: [Table.Row(cells: [cell("hour"), cell("what")], ruleBelow: rule)],
            rows: [
                Table.Row(cells: [cell("09", rows: 2), cell("opening words")]),
                Table.Row(cells: [cell("coffee")]),
                Table.Row(cells: [cell("all of it", columns: 2)]),
            ],
            ruleAbove: rule
        )
    }

    /// Of the square font each letter is as wide as the next.
    @Test func setsTheOnesOfAColumnInLine() {
        func cell(_ number: String, _ ones: Int, _ alignment: TextAlignment)
            -> Table.Cell
        {
            var block = paragraph(number)
            if case .paragraph(var words) = block.content {
                words.style.alignment = alignment
                block.content = .paragraph(words)
            }
            var cell = Table.Cell(blocks: [block])
            cell.endOfOnes = ones
            return cell
        }
        func ones(_ alignment: TextAlignment) -> [Double] {
            let numbers = [("125,5", 3), ("3", 1), ("18,25", 2)]
            let table = Table(
                columns: [.init(width: .content)],
                rows: numbers.map { Table.Row(cells: [cell($0.0, $0.1, alignment)]) }
            )
            return zip(set([Block(.table(table))], to: 300, tallest: 500).strips, numbers).map {
                let edges = $0.fragments.flatMap(\.textMarks).map(\.edges)
                let left = edges.map(\.left).min() ?? 0
                let letter = ((edges.map(\.right).max() ?? 0) - left) / Double($1.0.count)
                return left + letter * Double($1.1)
            }
        }
        for alignment in [TextAlignment.end, .centre] {
            let places = ones(alignment)
            #expect(places.allSatisfy { abs($0 - places[0]) < 0.05 }, "\(places)")
        }
    }

    /// Many speak in one session: it goes on between two of them, and is else kept together.
    @Test func dividesARowThatIsTallerThanItsStyleKeepsBetweenParagraphs() {
        func breaks(keptUpTo height: Length?) -> [Bool] {
            let people = (0..<4).map { _ in lines(2) }
            var row = Block(.row([RowCell(width: .share(1), blocks: people)], gutter: .zero))
            row.style.keepsTogether = true
            row.style.keptHeight = height
            return set([row], to: 60, tallest: 500).strips.map { $0.breakBefore.cost < .infinity }
        }
        #expect(breaks(keptUpTo: nil).count == 1)
        #expect(breaks(keptUpTo: .pt(200)).count == 1)
        #expect(
            breaks(keptUpTo: .pt(60)) == [true, false, true, false, true, false, true, false]
        )
    }

    @Test func dividesARowThatNoPageCouldHold() {
        let long = Table.Cell(blocks: [lines(20)])
        let short = Table.Cell(blocks: [paragraph("short")])
        let table = Table(
            columns: [.init(width: .share(1)), .init(width: .share(1))],
            rows: [Table.Row(cells: [long, short])]
        )
        let galley = set([Block(.table(table))], to: 120, tallest: 100)
        #expect(galley.strips.count == 20)
        #expect(galley.height.isNearly(.pt(240)))
    }

    /// The lines of its cells stand at other heights: those that a cut would cross begin the next slice.
    @Test func dividesARowWhoseCellsHaveNoPlaceInCommon() {
        let right = [Block(.space(.pt(5))), lines(20)]
        let row = Block(
            .row(
                [
                    RowCell(width: .share(1), blocks: [lines(20)]),
                    RowCell(width: .share(1), blocks: right),
                ],
                gutter: .zero
            )
        )
        let galley = set([row], tallest: 100)
        #expect(galley.strips.allSatisfy { $0.height <= .pt(24) }, "\(galley.strips.map(\.height))")
        let words = galley.strips.flatMap(\.fragments).flatMap(\.marks).count { mark in
            if case .text = mark { true } else { false }
        }
        #expect(words == 40)
        #expect(galley.strips.dropFirst().allSatisfy { $0.breakBefore != .forbidden })
        // What a column holds is not parted there, be it nearly as tall.
        #expect(set([row], tallest: 260).strips.count == 1)
    }

    /// Both columns of a page are one strip, below which the notes of both find room.
    @Test func endsColumnsAboveTheirNotes() {
        var typesetter = typesetter()
        typesetter.tallest = .pt(240)
        typesetter.noteGap = .pt(6)
        let lines = (0..<60).map { index -> Block in
            guard index.isMultiple(of: 5) else { return paragraph("line") }
            var noted = text("line\u{FFFC}")
            let note = Footnote(
                blocks: [Block(.paragraph(text("note")))],
                element: StructureTree.root
            )
            noted.inserts = [Insert(offset: 4, content: .footnote(note))]
            return Block(.paragraph(noted))
        }
        let columns = Block(.columns(count: 2, gutter: .zero, lines))
        let galley = typesetter.set([columns], to: .pt(120))
        #expect(galley.strips.count > 1)
        #expect(galley.strips.reduce(0) { $0 + $1.footnotes.count } == 12)
        for strip in galley.strips {
            let notes = strip.footnotes.reduce(typesetter.noteGap) { $0 + $1.height }
            #expect(strip.height + notes <= .pt(240.01))
        }
    }

    // MARK: Hostile input

    @Test func endsAtManyBoxesWithinEachOther() {
        var block = paragraph("at the bottom")
        for _ in 0..<1_000 { block = Block(.box([block])) }
        var typesetter = typesetter()
        _ = typesetter.set([block], to: .pt(120))
        #expect(typesetter.report.hasErrors)
    }

    @Test(arguments: [0.0, 1, 5])
    func survivesANarrowMeasure(_ measure: Double) {
        let galley = set(everything + [Block(.chart(chartOfNothing))], to: measure)
        #expect(galley.height.points.isFinite)
    }

    private var chartOfNothing: Chart {
        Chart(
            form: .bars,
            entries: [
                Chart.Entry(label: text(""), figure: text(""), value: .nan, colour: .black),
                Chart.Entry(label: text("less"), figure: text("-3"), value: -3, colour: .black),
            ],
            thickness: .pt(8),
            gap: .pt(2)
        )
    }

    @Test func setsNothingFromNothing() {
        #expect(set([]).strips.isEmpty)
        #expect(
            set([Block(.list([])), Block(.box([])), Block(.row([], gutter: .zero))]).strips.isEmpty
        )
        let empty = Table(columns: [], rows: [Table.Row(cells: [])])
        #expect(set([Block(.table(empty)), paragraph("")]).strips.isEmpty)
    }

    @Test func leavesOutCellsForWhichThereIsNoColumn() {
        let cells = (0..<3).map {
            Table.Cell(blocks: [paragraph("\($0)")], columnSpan: 9, rowSpan: 9)
        }
        let table = Table(columns: [.init(width: .content)], rows: [Table.Row(cells: cells)])
        var typesetter = typesetter()
        let galley = typesetter.set([Block(.table(table))], to: .pt(120))
        #expect(galley.strips.count == 1)
        #expect(typesetter.report.count(of: .warning) == 1)
    }

    /// Where something begins beside a table that is as wide as what it holds.
    private func left(beside table: Table) -> Double? {
        let cells = [
            RowCell(width: .content, blocks: [Block(.table(table))]),
            RowCell(width: .share(1), blocks: [paragraph("beside")]),
        ]
        let strips = set([Block(.row(cells, gutter: .zero))], to: 300).strips
        return strips.flatMap(\.fragments)
            .first { $0.textMarks.contains { $0.run.text == "beside" } }?.left
    }

    @Test func givesATableInsideAnotherTheRoomOfItsColumnsHoweverCellsSpanThem() throws {
        func cell(_ words: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
            Table.Cell(blocks: [paragraph(words)], columnSpan: columns, rowSpan: rows)
        }
        let rows = [
            Table.Row(cells: [cell("09", rows: 2), cell("talk")]),
            Table.Row(cells: [cell("tea")]),
            Table.Row(cells: [cell("all of it", columns: 2)]),
        ]
        let letters = Table(columns: [.init(width: .content), .init(width: .content)], rows: rows)
        #expect(abs(try #require(left(beside: letters)) - 9 * 6) < 0.1)
        let fixed = Table(
            columns: [.init(width: .fixed(.pt(60))), .init(width: .content)],
            rows: rows
        )
        #expect(abs(try #require(left(beside: fixed)) - 60 - 4 * 6) < 0.1)
    }
}
