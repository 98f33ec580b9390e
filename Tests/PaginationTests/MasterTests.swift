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

/// Which master a page takes, and what stands on it besides the text.
@Suite struct MasterTests {
    /// A flow whose last page has three lines at its foot.
    private func closed(_ blocks: [Block]) -> Flow {
        var flow = flow(blocks)
        let closing = Frame(
            name: "closing",
            left: .pt(20),
            width: .pt(60),
            top: .content,
            bottom: .at(.pt(140)),
            filling: .stream("closing")
        )
        var last = master("last", lines: 10, furniture: [closing])
        last.frames[0].bottom = .beside("closing", gap: .pt(12))
        flow.masters["last"] = last
        flow.sequence.last = "last"
        flow.streams.append(Stream(name: "closing", blocks: [lines(3)]))
        return flow
    }

    @Test func takesTheMasterOfTheLastPage() {
        let made = make(closed([lines(14)]))
        #expect(made.pages.map(\.count) == [10, 7])
        #expect(made.baselines[1].last! == 140 - 3)
        // Seven lines would not fit above the closing.
        #expect(make(closed([lines(17)])).pages.count == 3)
    }

    /// What is on the last page is more than its foot, and begins with a paragraph.
    @Test func endsAPageEarlyForTheLastOne() {
        #expect(make(closed([lines(3), lines(6)])).pages.map(\.count) == [3, 9])
        #expect(make(closed([lines(10)])).pages.map(\.count) == [7, 6])
    }

    /// What stands there keeps to itself: neither text nor a running head comes on it.
    @Test func leavesTheBackOfTheTitleToTheImprint() {
        var flow = flow([lines(12)])
        let title = side("title", top: .at(.pt(20)), bottom: .content)
        let imprint = side("imprint", top: .content, bottom: .at(.pt(140)))
        for (name, frame) in [("first", title), ("second", imprint)] {
            flow.masters[name] = master(name, lines: 10)
            flow.masters[name]!.frames = [frame]
            flow.streams.append(Stream(name: frame.name, blocks: [lines(2)]))
        }
        flow.sequence.first = "first"
        flow.sequence.second = "second"
        let made = make(flow)
        #expect(made.pages.map(\.count) == [2, 2, 9, 3])
        #expect(made.baselines[1].last! == 140 - 3)
        #expect(made.report.isEmpty)
    }

    @Test func takesEdgesOfThePageAndNothingToPourForNamesThatNobodyHas() {
        var flow = flow([lines(12)])
        flow.masters["page"]!.frames[0].bottom = .beside("nobody", gap: .pt(12))
        flow.masters["page"]!.frames.append(side("nothing", top: .at(.zero), bottom: .content))
        flow.sequence.last = "nowhere"
        let made = make(flow)
        // Of 180 points the frame has all but the 20 above it.
        #expect(made.pages.map(\.count) == [12])
        #expect(made.baselines[0].last! == 20 + 12 * 12 - 3)
        #expect(made.report.isEmpty)
    }

    @Test(arguments: [(14, 20.0), (24, 40.0)])
    func endsOnTheLeftAsLeftPagesDo(count: Int, right: Double) {
        var flow = flow([lines(count)])
        flow.masters["left"] = master("left", lines: 10)
        for (name, left) in [("last", 40.0), ("last-left", 20.0)] {
            flow.masters[name] = master(name, lines: 10)
            flow.masters[name]!.frames[0].left = .pt(left)
        }
        flow.sequence.left = "left"
        flow.sequence.last = "last"
        flow.sequence.lastLeft = "last-left"
        let page = make(flow).document.pages.last
        #expect(page?.fragments.first?.origin.x == .pt(right))
    }

    @Test func findsRoomBesideWhatStandsAbove() {
        var flow = flow([lines(12)])
        let title = side("title", top: .at(.pt(20)), bottom: .content)
        var first = master("first", lines: 10, furniture: [title])
        first.frames[0].top = .beside("title", gap: .pt(12))
        flow.masters["first"] = first
        flow.sequence.first = "first"
        flow.streams.append(Stream(name: "title", blocks: [lines(3)]))
        let made = make(flow)
        #expect(made.pages.map(\.count) == [9, 6])
    }

    @Test func setsTheRestAgainWhereTheMeasureChanges() {
        var flow = flow([lines(30)])
        var first = master("first", lines: 4)
        first.frames[0].width = .pt(120)
        flow.masters["first"] = first
        flow.sequence.first = "first"
        let made = make(flow)
        #expect(made.pages[0].first == "line-1xx line-2xx")
        #expect(made.pages[1].first == "line-9xx")
        #expect(made.pages.flatMap { $0 }.joined(separator: " ").split(separator: " ").count == 30)
    }

    /// A typesetter of which it is known how many paragraphs it has set.
    private struct Counting: LineSetting {
        final class Count { var paragraphs = 0 }

        var inner = Monospace()
        let count: Count

        mutating func lines(
            of paragraph: Paragraph,
            owner: Owner,
            to measure: Length,
            looseness: Int,
            reporting report: inout Report
        ) -> [Strip] {
            count.paragraphs += 1
            return inner.lines(
                of: paragraph,
                owner: owner,
                to: measure,
                looseness: looseness,
                reporting: &report
            )
        }

        mutating func widths(of paragraph: Paragraph) -> Widths { inner.widths(of: paragraph) }
    }

    @Test func setsNoMoreThanThePagesTakeWhereMeasuresDifferLeftAndRight() {
        func set(_ paragraphs: Int) -> (count: Int, document: Document) {
            var flow = flow((0..<paragraphs).map { _ in lines(5) })
            var left = master("left", lines: 10)
            left.frames[0].width = .pt(120)
            flow.masters["left"] = left
            flow.sequence.left = "left"
            let count = Counting.Count()
            var report = Report()
            let document = makeUp(
                flow,
                typesetting: { _ in Typesetter(lines: Counting(count: count), pictures: []) },
                reporting: &report
            )
            #expect(report.isEmpty)
            return (count.paragraphs, document)
        }
        let (once, twice) = (set(600), set(1200))
        #expect(once.document.pages.count > 200)
        #expect(twice.count < once.count * 5 / 2)
    }

    // MARK: Furniture

    @Test func tellsEachPageItsNumberAndTitle() {
        var heading = paragraph("Chapter") { $0.breakBefore = .page }
        heading.anchor = Anchor(name: "chapter", title: "Chapter", level: 1)
        var flow = flow([lines(3), heading, lines(12)])
        flow.masters["page"]!.frames += [
            furniture("folio", at: 150, inserting(.pageNumber, after: "page-")),
            furniture("count", at: 162, inserting(.pageCount)),
            furniture("title", at: 4, inserting(.runningTitle(level: 1, which: .first))),
        ]
        let made = make(flow)
        #expect(made.pages.map { Array($0.suffix(2)) }[0] == ["page-1", "3"])
        #expect(made.pages[1].suffix(3) == ["page-2", "3", "Chapter"])
        #expect(made.pages[2].suffix(3) == ["page-3", "3", "Chapter"])
        #expect(made.document.outline.map(\.destination.page) == [1])
        #expect(made.document.destinations["chapter"]?.page == 1)
    }

    @Test func tellsTheTitleThatIsAskedForWhereSeveralBegin() {
        func heading(_ title: String, level: Int = 1) -> Block {
            var heading = paragraph(title)
            heading.anchor = Anchor(name: title, title: title, level: level)
            return heading
        }
        let blocks = [
            heading("A"), heading("inner", level: 2), lines(5), heading("B"), lines(2), lines(12),
        ]
        func heads(_ level: Int, _ which: RunningTitle) -> [String] {
            var flow = flow(blocks)
            flow.masters["page"]!.frames += [
                furniture(
                    "title",
                    at: 4,
                    inserting(.runningTitle(level: level, which: which), after: "·")
                )
            ]
            return make(flow).pages.compactMap(\.last)
        }
        #expect(heads(1, .first) == ["·A", "·B", "·B"])
        #expect(heads(1, .last) == ["·B", "·B", "·B"])
        #expect(heads(1, .firstExcept) == ["·", "·B", "·B"])
        #expect(heads(2, .first) == ["·inner", "·", "·"])
        #expect(heads(2, .last) == ["·", "·", "·"])
    }

    /// They go on to the next heading; what held before holds again from there.
    @Test(arguments: [(2, ["List", "List", "Paper", "Paper"]), (1, ["List", "List", "B", "B"])])
    func tellsTheTitleOfContentsOnTheirOwnPagesAlone(next: Int, heads: [String]) {
        func heading(_ title: String, level: Int, ofContents: Bool = false) -> Block {
            var heading = paragraph(title)
            heading.anchor = Anchor(
                name: title,
                title: title,
                level: level,
                isOfContents: ofContents
            )
            return heading
        }
        var chapter = heading("B", level: next)
        chapter.style.breakBefore = .page
        let contents = [heading("Paper", level: 1), heading("List", level: 1, ofContents: true)]
        var flow = flow(contents + [lines(12), chapter, lines(12)])
        let title = inserting(.runningTitle(level: 1, which: .last))
        flow.masters["page"]!.frames.append(furniture("title", at: 4, title))
        #expect(make(flow).pages.compactMap(\.last) == heads)
    }

    /// A kicker that is kept with a heading belongs to it; a heading further down opens no page.
    @Test func leavesRunningHeadsOutAboveAnOpening() {
        func heading(_ title: String, level: Int) -> Block {
            var heading = paragraph(title) { $0.keepsWithNext = true }
            heading.anchor = Anchor(name: title, title: title, level: level)
            return heading
        }
        let kicker = paragraph("kicker") {
            $0.breakBefore = .page
            $0.keepsWithNext = true
        }
        let blocks = [
            heading("A", level: 1), lines(12), heading("B", level: 1), lines(2), kicker,
            heading("C", level: 2), lines(2),
        ]
        func heads(_ level: Int) -> [String?] {
            var flow = flow(blocks)
            var frame = furniture("title", at: 4, text("head"))
            frame.openingLevel = level
            flow.masters["page"]!.frames.append(frame)
            return make(flow).pages.map { $0.last == "head" ? "head" : nil }
        }
        #expect(heads(1) == [nil, "head", "head"])
        #expect(heads(2) == [nil, "head", nil])
    }

    @Test func drawsNoRuleWhereNoTitleIsLeft() {
        var title = Block(.paragraph(inserting(.runningTitle(level: 1, which: .firstExcept))))
        title.style.borderTop = BlockStyle.Line(width: .pt(1), colour: .black)
        var heading = paragraph("A")
        heading.anchor = Anchor(name: "a", title: "A", level: 1)
        var flow = flow([heading, lines(15)])
        var frame = furniture("title", at: 4, text("·"))
        frame.filling = .furniture([title], .header)
        flow.masters["page"]!.frames.append(frame)
        let rules = make(flow).document.pages.map { page in
            page.fragments.flatMap(\.marks).count {
                if case .text = $0 { false } else { true }
            }
        }
        #expect(rules == [0, 1])
    }

    @Test func tellsAContentsItsFolios() {
        var heading = paragraph("Chapter") { $0.breakBefore = .page }
        heading.anchor = Anchor(name: "chapter", title: "Chapter", level: 1)
        let contents = Block(.paragraph(inserting(.pageOf(anchor: "chapter"), after: "see-")))
        let made = make(flow([contents, lines(12), heading]))
        #expect(made.pages[0][0] == "see-3")
    }

    @Test func warnsWherePagesAreTakenBeforeTheirNumbersHold() {
        var heading = paragraph("Chapter") { $0.breakBefore = .page }
        heading.anchor = Anchor(name: "chapter", title: "Chapter", level: 1)
        let contents = Block(.paragraph(inserting(.pageOf(anchor: "chapter"), after: "see-")))
        let flow = flow([contents, lines(12), heading])
        for (rounds, isSettled) in [(1, false), (2, true)] {
            let typesetter = Typesetter(lines: Monospace(), pictures: [])
            let attempt = Attempt(flow, with: typesetter, mostRounds: rounds)
            #expect(attempt.report.isEmpty == isSettled)
        }
    }

    @Test func tellsATableItsFoliosToo() {
        var heading = paragraph("Chapter") { $0.breakBefore = .page }
        heading.anchor = Anchor(name: "chapter", title: "Chapter", level: 1)
        func table(_ contents: Paragraph, element: Int32) -> Block {
            let cell = Table.Cell(blocks: [Block(.paragraph(contents))])
            var block = Block(
                .table(Table(columns: [.init(width: .share(1))], rows: [.init(cells: [cell])]))
            )
            block.element = ElementID(index: element)
            return block
        }
        let contents = inserting(.pageOf(anchor: "chapter"), after: "see-")
        let made = make(
            flow([table(contents, element: 0), table(text("same"), element: 1), lines(12), heading])
        )
        #expect(made.pages[0].prefix(2) == ["see-3", "same"])
    }

    @Test(arguments: 80...100)
    func tellsTheRightFolioWhereTheFolioItselfTakesALine(count: Int) {
        var heading = paragraph("Chapter") { $0.breakBefore = .page }
        heading.anchor = Anchor(name: "chapter", title: "Chapter", level: 1)
        // Ten letters fill a line: the folio of a tenth page goes into the next.
        let contents = Block(.paragraph(inserting(.pageOf(anchor: "chapter"), after: "on pages ")))
        let made = make(flow([contents, lines(count), heading]))
        let page = made.document.destinations["chapter"]?.page ?? 0
        #expect(page >= 9 && made.pages[0][1] == "\(page + 1)")
    }
}
