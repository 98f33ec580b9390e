import Arrangement
import Flow
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

@testable import Pagination

@Suite struct GridTests {
    @Test func returnsToTheGridAfterAHeading() {
        let heading = Block(.paragraph(text("big", leading: 17)))
        var loose = heading
        loose.style.grid = .off
        loose.style.keepsWithNext = true
        var flow = flow([lines(2), loose, lines(3)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        let made = make(flow)
        let onGrid = made.baselines[0].filter { ($0 - 29).truncatingRemainder(dividingBy: 12) == 0 }
        #expect(onGrid.count == 5)
    }

    @Test func keepsTheGridInTablesAndFindsItAgainAfterThem() {
        let rule = BlockStyle.Line(width: .pt(0.5), colour: .black)
        func row(_ words: String) -> Table.Row {
            let padding = Insets(top: .pt(3), bottom: .pt(3))
            let cell = Table.Cell(blocks: [paragraph(words)], padding: padding)
            return Table.Row(cells: [cell], ruleBelow: rule)
        }
        var table = Block(
            .table(
                Table(
                    columns: [.init(width: .share(1))],
                    head: [row("head")],
                    rows: [row("one"), row("a cell of some lines"), row("three"), row("four")]
                )
            )
        )
        func baselines(_ grid: GridKeeping) -> [Double] {
            table.style.grid = grid
            var flow = flow([lines(2), table, lines(1)], lines: 20)
            flow.grid = BaselineGrid(pitch: .pt(16), start: .pt(29))
            return make(flow).baselines[0].map { ($0 - 29) / 16 }
        }
        // From row to row 18.5 pt, and 30.5 pt after the one of two lines: to the nearest.
        #expect(baselines(.whole) == [0, 1, 2, 3, 4, 4.75, 6, 7, 8])
        #expect(baselines(.half) == [0, 1, 2, 3, 4, 4.75, 6, 7, 8])
        #expect(baselines(.off)[2...7].contains { $0 * 2 != ($0 * 2).rounded() })
    }

    @Test func losesNoLineWhereAFaceStandsALittleLower() {
        // Its baseline is 9 pt below its top, that of the others 8.6 or less.
        var low = Block(.paragraph(text("low", leading: 12)))
        low.style.spaceBefore = .pt(0.3)
        var flow = flow([lines(2), low, lines(2)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        #expect(make(flow).baselines[0].map { ($0 - 29) / 12 } == [0, 1, 2, 3, 4])
    }

    /// Ten points are left over below a box that wants six above it and three below.
    @Test func sharesOutWhatIsLeftOverAroundWhatKeepsNoGrid() {
        var loose = Block(.paragraph(text("loose", leading: 17)))
        loose.style.grid = .off
        loose.style.spaceBefore = .pt(6)
        loose.style.spaceAfter = .pt(3)
        func baselines(_ blocks: [Block]) -> [Double] {
            var flow = flow(blocks)
            flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
            return make(flow).baselines[0].map { (($0 - 29) * 100).rounded() / 100 }
        }
        #expect(baselines([lines(2), loose, lines(1)]) == [0, 12, 33.75 + 6.67, 60])
        // At a column's head it stays.
        #expect(baselines([loose, loose, lines(1)]) == [3.75, 3.75 + 23, 48])
    }

    @Test func beginsALeadOnTheGridAndGoesOnByItsOwnLeading() {
        var lead = Block(.paragraph(text("a lead of three lines", leading: 15)))
        lead.style.grid = .first
        var flow = flow([lead, lines(2)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        #expect(make(flow).baselines[0].map { $0 - 29 } == [0, 15, 30, 48, 60])
    }

    @Test func takesPaddingAboveRatherThanLoseALine() {
        var box = Block(.box([lines(1)]))
        box.style.padding = Insets(top: .pt(5.5), bottom: .pt(8))
        box.style.borderTop = BlockStyle.Line(width: .pt(0.5), colour: .black)
        var flow = flow([lines(1), box, box, lines(1)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        // From box to box 26 pt: two lines, and two points that the padding can spare.
        #expect(make(flow).baselines[0].map { ($0 - 29) / 12 } == [0, 2, 4, 6])
    }

    @Test func letsOnlyTheFirstLineOfACaptionKeepHalfTheGrid() {
        var caption = Block(.paragraph(text("a caption of three lines", leading: 10)))
        caption.style.grid = .half
        caption.style.spaceBefore = .pt(1)
        var flow = flow([lines(1), caption, lines(1)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        let places = make(flow).baselines[0].map { $0 - 29 }
        #expect(places[1].truncatingRemainder(dividingBy: 6) == 0)
        #expect(places[2] - places[1] == 10 && places[3] - places[2] == 10)
        #expect(places[4].truncatingRemainder(dividingBy: 12) == 0)
    }
}
