import Arrangement
import Flow
import Testing
import TypeSupport
import Typesetting
import Units

/// What stands again above things that go on in another column.
@Suite struct ContinuationTests {
    @Test func standsAboveWhatGoesOnAndAboveNothingElse() {
        let blocks = thing("A", of: [lines(12)]) + thing("B", of: [lines(3)])
        let made = make(flow(blocks, lines: 10))
        #expect(made.pages.map(\.first) == ["A", "on-A"])
        #expect(made.pages[1].filter { $0.hasPrefix("on-") } == ["on-A"])
        #expect(made.pages[1].contains("B"))
    }

    @Test func standsInEachColumn() {
        let made = make(flow(thing("A", of: [lines(25)]), lines: 10, columns: 3))
        #expect(made.pages[0].filter { $0 == "on-A" }.count == 2)
    }

    @Test func isNotThereWhereAThingBeginsAPage() {
        var second = thing("B", of: [lines(4)])
        second[0].style.breakBefore = .page
        let made = make(flow(thing("A", of: [lines(4)]) + second))
        #expect(made.pages.map(\.first) == ["A", "B"])
    }

    /// A first block that comes to nothing does not take the beginning with it.
    @Test func knowsTheBeginningByTheFirstLineThatThereIs() {
        var empty = Block(.box([]))
        empty.style.breakBefore = .none
        var blocks = thing("B", of: [lines(4)])
        blocks[0].continuation?.begins = false
        empty.continuation = Continuation(head: [paragraph("on-B")], begins: true)
        blocks[0].style.breakBefore = .page
        let made = make(flow([lines(4), empty] + blocks))
        #expect(made.pages[1].first == "B")
    }

    @Test func leavesNoneOfSeveralThingsAloneOnAPage() {
        let hours = [lines(3), lines(3), lines(3), paragraph("dinner")]
        let made = make(flow(thing("A", of: hours) + [lines(4)], lines: 10))
        #expect(made.pages[0].count == 7)
        #expect(made.pages[1].prefix(5).last == "dinner")
    }

    @Test func leavesNoTwoOfManyThingsAloneOnALastPage() {
        let hours = (1...5).map { paragraph("hour-\($0)") } + [lines(3), paragraph("end")]
        let made = make(flow(thing("A", of: hours), lines: 8))
        #expect(made.pages.map(\.first) == ["A", "on-A"])
        #expect(made.pages[1].contains("hour-5"))
    }

    @Test func leavesTheLastOfLikeRowsNoPageToItself() {
        let made = make(flow((1...5).map(row), lines: 9))
        #expect(made.pages.map(\.first) == ["row-1", "row-4"])
    }

    /// A row of two lines that is kept whole.
    private func row(_ number: Int) -> Block {
        let blocks = ["row-\(number)", "more"].map { paragraph($0) }
        let cell = RowCell(width: .share(1), blocks: blocks)
        var row = Block(.row([cell], gutter: .zero))
        row.style.keepsTogether = true
        return row
    }

    @Test func standsAboveTheHeadOfATableThatGoesOn() {
        let made = make(flow(thing("A", of: [tableOfLines(12)])))
        #expect(Array(made.pages[1].prefix(2)) == ["on-A", "head"])
    }

    /// A line of white is better, or two.
    @Test func beginsNoPageWithWhatItsStyleWouldNot() {
        let pause = paragraph("pause") { $0.breakBefore = .avoid }
        let made = make(flow([lines(6), lines(4), pause, lines(6)], lines: 10))
        #expect(made.pages.map(\.first) == ["line-1xx", "line-3xx"])
        #expect(made.pages[1].contains("pause"))
    }

    @Test func leavesNoItemOfAListAloneOnAPage() {
        let items = (1...4).map { number in
            ListItem(
                label: text("–"),
                labelElement: nil,
                body: [paragraph("item-\(number)")],
                indent: .pt(12)
            )
        }
        let made = make(flow([lines(7), Block(.list(items)), lines(6)], lines: 10))
        #expect(made.pages[1].filter { $0.hasPrefix("item") } == ["item-3", "item-4"])
    }

    /// A title, which stays with what follows it, and the blocks under it.
    private func thing(_ name: String, of blocks: [Block]) -> [Block] {
        let head = [paragraph("on-\(name)")]
        var all = [paragraph(name) { $0.keepsWithNext = true }] + blocks
        for index in all.indices {
            all[index].continuation = Continuation(head: head, begins: index == 0)
        }
        return all
    }
}
