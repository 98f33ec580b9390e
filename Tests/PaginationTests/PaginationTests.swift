import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

@testable import Pagination

@Suite struct PaginationTests {
    // MARK: Breaks

    @Test func poursTextThroughPages() {
        let made = make(flow([lines(25)]))
        #expect(made.pages.map(\.count) == [10, 10, 5])
        #expect(made.report.isEmpty)
    }

    @Test func leavesNeitherWidowNorOrphan() {
        let made = make(flow([lines(9), lines(6)]))
        // One line of the second paragraph would fit the first page; two must stay together.
        #expect(made.pages.map(\.count) == [9, 6])
        let other = make(flow([lines(11), lines(6)]))
        #expect(other.pages.map(\.count) == [9, 8])
    }

    @Test func keepsAHeadingWithItsText() {
        let heading = paragraph("heading") { $0.keepsWithNext = true }
        #expect(make(flow([lines(9), heading, lines(4)])).pages.map(\.count) == [9, 5])
        #expect(make(flow([lines(8), heading, lines(4)])).pages.map(\.count) == [8, 5])
        #expect(make(flow([lines(7), heading, lines(8)])).pages.map(\.count) == [10, 6])
    }

    @Test func beginsAPageWhereItIsTold() {
        let chapter = lines(2) { $0.breakBefore = .page }
        let made = make(flow([lines(3), chapter, chapter]))
        #expect(made.pages.map(\.count) == [3, 2, 2])
    }

    @Test func keepsABoxTogether() {
        var style = BlockStyle()
        style.keepsTogether = true
        let box = Block(.box([lines(3), lines(3)]), style: style)
        #expect(make(flow([lines(6), box])).pages.map(\.count) == [6, 6])
    }

    @Test func dividesATableThatIsKeptTogetherOnlyWhereNoPageCouldHoldIt() {
        func pages(rows: Int, after caption: Block? = nil) -> [Int] {
            func row(_ words: String) -> Table.Row {
                Table.Row(cells: [Table.Cell(blocks: [paragraph(words)])])
            }
            let table = Table(
                columns: [.init(width: .share(1))],
                head: [row("head")],
                rows: (1...rows).map { row("row-\($0)") }
            )
            var block = Block(.table(table))
            block.style.keepsTogether = true
            let made = make(flow([lines(4), caption, block].compactMap { $0 }))
            #expect(!made.report.hasErrors)
            return made.pages.map(\.count)
        }
        #expect(pages(rows: 8) == [4, 9])
        // It begins where it stands, its head again above what follows.
        #expect(pages(rows: 14) == [10, 10])
        // With its caption it is too tall, and alone it would not be.
        let caption = paragraph("caption") { $0.keepsWithNext = true }
        #expect(pages(rows: 9, after: caption) == [10, 6])
        #expect(pages(rows: 8, after: caption) == [4, 10])
    }

    @Test func partsWhatIsKeptWithinTheKeptLast() {
        var style = BlockStyle()
        style.keepsTogether = true
        let inner = Block(.box([lines(4)]), style: style)
        let made = make(flow([lines(1), Block(.box([inner, inner, inner]), style: style)]))
        #expect(made.pages.map(\.count) == [9, 4])
    }

    /// Later pages could hold the whole; the first, on which it begins, holds one part.
    @Test func partsNothingWithinTheKeptWhereItsColumnIsLowerThanOthers() {
        var style = BlockStyle()
        style.keepsTogether = true
        let inner = Block(.box([lines(4)]), style: style)
        var flow = flow([Block(.box([inner, inner]), style: style)])
        flow.masters["first"] = master("first", lines: 6)
        flow.sequence.first = "first"
        #expect(make(flow).pages.map(\.count) == [4, 4])
    }

    @Test func closesABackgroundInEachColumnItIsDividedOver() throws {
        var style = BlockStyle()
        style.background = Colour(red: 220, green: 220, blue: 220)
        style.padding = Insets(all: .pt(6))
        let made = make(flow([Block(.box([lines(12)]), style: style)], lines: 8))
        try expectReference(made.document.dump(), named: "divided-box")
    }

    @Test func setsATableHeadAgainOnTheNextPage() {
        let made = make(flow([tableOfLines(12)]))
        #expect(made.pages[0].first == "head" && made.pages[1].first == "head")
        #expect(made.pages.map(\.count) == [10, 4])
    }

    @Test func leavesNoLastPageOfTwoLines() {
        #expect(make(flow([lines(11)])).pages.map(\.count) == [8, 3])
    }

    /// Three lines of white are better than one entry on a page.
    @Test func endsNoChapterOnAPageOfOneEntry() {
        let next = lines(1) { $0.breakBefore = .page }
        let entries = (1...5).map { _ in lines(2) { $0.keepsTogether = true } }
        #expect(make(flow(entries + [next], lines: 9)).pages.map(\.count) == [6, 4, 1])
    }

    /// Four lines that stay together go over with the three after them, whatever white they leave.
    @Test func turnsNoPageForThreeLinesOfAChapter() {
        let together = lines(4) { $0.keepsTogether = true }
        let chapter = lines(2) { $0.breakBefore = .page }
        let made = make(flow([lines(6), together, lines(3), chapter]))
        #expect(made.pages.map(\.count) == [6, 7, 2])
    }

    /// What is shorter than its style begins a page for stands below what comes before; the last as well.
    @Test func beginsNoPageForWhatIsShort() {
        func part(_ count: Int) -> Block {
            lines(count) {
                $0.breakBefore = .page
                $0.breakHeight = .pt(48)
                $0.spaceBefore = .pt(12)
            }
        }
        let made = make(flow([part(2), part(2), part(3), part(4), part(1)]))
        #expect(made.pages.map(\.count) == [7, 5])
        // Where the page before has no room for it, lines of that go over with it.
        #expect(make(flow([part(8), part(3), part(5)])).pages.map(\.count) == [6, 5, 5])
        // A float is as tall as the text that it stands beside.
        var float = lines(3) { $0.float = .top }
        float.style.keepsTogether = true
        #expect(make(flow([part(2), part(2), float, part(4)])).pages.map(\.count) == [2, 5, 4])
    }

    /// A page is turned for four lines rather than for two; one that begins a chapter has what that has.
    @Test func endsNoChapterOnAPageOfTwoLines() {
        let next = lines(1) { $0.breakBefore = .page }
        #expect(make(flow([lines(12), next], lines: 10)).pages.map(\.count)[1] >= 3)
        #expect(make(flow([lines(15), next], lines: 10)).pages.map(\.count) == [10, 5, 1])
        #expect(make(flow([next, next, next], lines: 10)).pages.map(\.count) == [1, 1, 1])
    }

    @Test func paysForAnEarlyShortPageToSaveALaterHeading() {
        // Filled to the brim, the first page would strand the heading's lines on the second.
        let kept = lines(9) { $0.keepsTogether = true }
        let made = make(flow([lines(4), lines(4), kept, lines(3)]))
        #expect(made.pages.map(\.count) == [8, 9, 3])
    }

    @Test func widensSpacesThatMayStretchSoThatAColumnEndsAtItsFoot() throws {
        func feet(stretching stretch: Double) throws -> [Double] {
            let spaced = lines(2) { $0.spaceStretch = .pt(stretch) }
            let kept = lines(6) { $0.keepsTogether = true }
            let made = make(flow([lines(4), spaced, spaced, kept]))
            #expect(made.pages.map(\.count) == [8, 6])
            return try made.baselines.map { try #require($0.last) }
        }
        let (set, stretched) = (try feet(stretching: 0), try feet(stretching: 12))
        #expect(stretched[0] - set[0] == 24)
        // Where the text ends it may end anywhere.
        #expect(stretched[1] == set[1])
        #expect(try feet(stretching: 5)[0] - set[0] == 10)
    }

    /// Four lines are left, of which one space takes one: it would be seen beside the three.
    @Test func widensNoSpacesWhereTheColumnStaysShort() throws {
        func foot(stretching stretch: Double) throws -> Double {
            let spaced = lines(2) { $0.spaceStretch = .pt(stretch) }
            let kept = lines(6) { $0.keepsTogether = true }
            let made = make(flow([lines(4), spaced, kept]))
            #expect(made.pages.map(\.count) == [6, 6])
            return try #require(made.baselines[0].last)
        }
        #expect(try foot(stretching: 12) == foot(stretching: 0))
    }

    /// One line is left over for two spaces: neither takes it.
    @Test func widensSpacesAlikeOrEndsAColumnALineShort() throws {
        let spaced = lines(2) { $0.spaceStretch = .pt(24) }
        let kept = lines(7) { $0.keepsTogether = true }
        var flow = flow([lines(3), spaced, spaced, kept])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        let lines = make(flow).baselines[0]
        #expect(lines.count == 7)
        #expect(lines[3] - lines[2] == lines[5] - lines[4])
    }

    /// What the spaces can't share is not counted on: a paragraph takes the line.
    @Test func setsAParagraphLongerWhereSpacesWouldDiffer() throws {
        let giving = paragraph("long-1xx long-2xx long-3xx ab cd")
        let spaced = lines(2) { $0.spaceStretch = .pt(24) }
        let kept = lines(7) { $0.keepsTogether = true }
        var flow = flow([giving, spaced, spaced, kept], lines: 9)
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        let made = make(flow)
        #expect(made.pages.map(\.count) == [9, 7])
    }

    /// For each space its height, in steps, and how many it takes of so many that are left over.
    @Test(arguments: [
        ([1, 1], 1, [0, 0]), ([1, 1], 2, [1, 1]), ([1, 1], 3, [1, 1]), ([2, 1, 1], 1, [1, 0, 0]),
        ([1, 2, 1], 3, [0, 1, 0]), ([2, 1, 1], 4, [2, 1, 1]), ([2, 1, 1], 9, [3, 3, 3]),
        ([1.5, 1, 0.9], 2, [1, 0, 0]), ([1, 1, 1, 1], 3, [1, 1, 1, 0]), ([], 4, []),
    ])
    func widensTallSpacesSooner(heights: [Double], wanted: Int, taken: [Int]) {
        let spaces = heights.enumerated().map {
            ElasticSpace(strip: $0, height: $1 * 12, mostAdded: 36)
        }
        let feathering = Feathering(spaces, by: wanted, of: 12)
        #expect(feathering.steps == taken)
        #expect(feathering.total == taken.reduce(0, +))
        // What was taken is taken alike where no more is to be had.
        #expect(Feathering(spaces, by: feathering.total, of: 12).steps == taken)
    }

    @Test func widensNoSpaceMoreThanItMay() throws {
        let spaced = lines(3) { $0.spaceStretch = .pt(30) }
        let made = make(flow([spaced, spaced, lines(6) { $0.keepsTogether = true }]))
        let lines = made.baselines[0]
        // The space above what comes first is none.
        #expect(lines[0] < 40)
        #expect(lines[3] - lines[2] == 42)
    }

    @Test func setsAParagraphALineLongerToFillAPage() {
        let giving = paragraph("long-1xx long-2xx long-3xx ab cd")
        let kept = lines(6) { $0.keepsTogether = true }
        let made = make(flow([giving, lines(5), kept]))
        #expect(made.pages.map(\.count) == [10, 6])
        #expect(made.pages[0][3...4] == ["ab", "cd"])
    }

    @Test func dividesATableRowThatNoPageCouldHold() {
        let row = Table.Row(cells: [Table.Cell(blocks: [lines(24)])])
        let table = Table(columns: [.init(width: .share(1))], rows: [row])
        let made = make(flow([Block(.table(table))]))
        #expect(made.pages.flatMap { $0 }.count == 24)
        #expect(made.pages.count == 3)
        #expect(!made.report.hasErrors)
    }

    // MARK: Against brute force

    @Test(arguments: 0..<40)
    func findsTheCheapestPagesThatBruteForceFinds(_ seed: Int) {
        var random = UInt64(seed + 1)
        func next(_ limit: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((random >> 33) % UInt64(limit))
        }
        let blocks = (0..<5).map { _ in lines(1 + next(5)) }
        let made = make(flow(blocks, lines: 6))
        var typesetter = Typesetter(lines: Monospace())
        let galley = typesetter.set(blocks, to: .pt(60))
        let ends = made.pages.map(\.count)
        let best = BruteForce(galley: galley, room: 6).cost(from: 0)
        #expect(abs(BruteForce(galley: galley, room: 6).cost(of: ends) - best) < 0.001)
    }

    // MARK: Columns

    @Test func endsTheLastColumnsLevel() {
        let made = make(flow([lines(6), lines(6)], columns: 2))
        #expect(made.pages.count == 1)
        let left = made.document.pages[0].fragments.count { $0.origin.x == .pt(20) }
        #expect(left == 6)
    }

    /// Columns taller than a page leave their heading room on the first.
    @Test func keepsAHeadingWithColumnsThatFillPages() {
        var heading = paragraph("title")
        heading.style.keepsWithNext = true
        let columns = Block(.columns(count: 2, gutter: .zero, [lines(45)]))
        let pages = make(flow([heading, columns])).pages
        #expect(pages.map(\.count) == [19, 20, 7])
        #expect(pages[0].first == "title")
    }

    @Test func fillsColumnsBeforeTheNextPage() {
        #expect(make(flow([lines(45)], columns: 2)).pages.map(\.count) == [20, 20, 5])
    }

    // MARK: Hostile input

    @Test func setsWhatNoPageCouldHoldAndSaysSo() {
        let picture = Block(.picture(Picture(source: 0, height: .pt(5_000))))
        #expect(!make(flow([lines(3), picture, lines(3)])).report.isEmpty)
        let tall = Block(.paragraph(text("tall", leading: 900)))
        let made = make(flow([lines(3), tall, lines(3)]))
        #expect(made.report.hasErrors)
        #expect(made.pages.flatMap { $0 }.count == 7)
    }

    @Test func makesAPageOfNothing() {
        #expect(make(flow([])).pages.count == 1)
        #expect(make(Flow()).pages.isEmpty)
    }

    @Test func survivesFramesThatHoldNothing() {
        #expect(make(flow([lines(30)], lines: 0)).report.hasErrors)
        var circular = flow([lines(3)])
        circular.masters["page"]!.frames[0].top = .beside("main", gap: .zero)
        _ = make(circular)
        var frameless = flow([lines(3)])
        frameless.masters["page"]!.frames = []
        #expect(make(frameless).report.hasErrors)
    }
}

/// Every way of making pages, tried.
private struct BruteForce {
    let galley: Galley
    let room: Int

    func cost(from start: Int) -> Double {
        let left = galley.strips.count - start
        if left == 0 { return 0 }
        var best = Double.infinity
        for taken in 1...min(room, left) {
            let price = page(from: start, taking: taken)
            if price < best { best = min(best, price + cost(from: start + taken)) }
        }
        return best
    }

    func cost(of counts: [Int]) -> Double {
        var start = 0
        return counts.reduce(0) { sum, count in
            defer { start += count }
            return sum + page(from: start, taking: count)
        }
    }

    private func page(from start: Int, taking count: Int) -> Double {
        let end = start + count
        let total = galley.strips.count
        if end == total { return 10 + (start > 0 && count < 3 ? 200 : 0) }
        let slack = Double(room - count)
        let seesEnd = total - start <= room
        return 10 + (seesEnd ? 1 : 15) * slack * slack + galley.strips[end].breakBefore.cost
    }
}
