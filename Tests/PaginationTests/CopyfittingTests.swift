import Arrangement
import Diagnostics
import Flow
import Pages
import Testing
import TypeSupport
import Typesetting
import Units

@testable import Pagination

@Suite struct CopyfittingTests {
    /// A target with the levers that a layout has that says nothing of them.
    private func target(pages: Int, isAtMost: Bool) -> FitTarget {
        var target = FitTarget(pages: pages, isAtMost: isAtMost)
        target.levers = [
            FitLever(.gaps, bound: 0.7), FitLever(.leading, bound: 0.96),
            FitLever(.pictures, bound: 0.75), FitLever(.tracking, bound: 0.01),
            FitLever(.size, bound: 0.97),
        ]
        return target
    }

    private func fitted(_ blocks: [Block], to pages: Int, atMost: Bool = true) -> Made {
        var flow = flow(blocks, lines: 20)
        flow.fit = target(pages: pages, isAtMost: atMost)
        return make(flow)
    }

    private func messages(of made: Made) -> [String] {
        made.report.diagnostics.map(\.message.description)
    }

    @Test func leavesAFittingTextAlone() {
        let made = fitted([lines(20)], to: 1)
        #expect(made.pages.count == 1)
        #expect(made.report.isEmpty)
    }

    @Test func tightensNoMoreThanNeeded() {
        let gap = lines(6) { $0.spaceAfter = .pt(12) }
        let made = fitted([gap, gap, lines(7)], to: 1)
        #expect(made.pages.count == 1)
        #expect(messages(of: made).first?.hasPrefix("fitted to 1 page: gaps ") == true)
        #expect(!made.report.hasErrors)
    }

    @Test func leavesOutWhatMattersLeastFirst() {
        let first = lines(4) { $0.priority = 1 }
        let second = lines(4) { $0.priority = 2 }
        let made = fitted([lines(16), second, first], to: 1)
        #expect(made.pages.map(\.count) == [20])
        #expect(
            messages(of: made).first?.hasSuffix("left out: ‘line-1xx line-2xx line-3xx line-4xx’")
                == true,
            "\(messages(of: made))"
        )
    }

    @Test func namesWhatWasLeftOutAndWhereItWasWritten() throws {
        var heading = paragraph("About the authors")
        heading.anchor = Anchor(name: "authors", title: "About the authors", level: 2)
        heading.style.keepsWithNext = true
        let place = Span(SourceID(index: 0), 40..<57)
        if case .paragraph(var text) = heading.content {
            text.spans[0].origin = place
            heading.content = .paragraph(text)
        }
        var authors = Block(.box([lines(1), heading, lines(2) { $0.priority = 2 }]))
        authors.style.priority = 1
        var photo = Block(.picture(Picture(source: 0, height: .pt(40))))
        photo.style.priority = 2
        var flow = flow([lines(20), authors, photo], lines: 20)
        flow.pictures = [PictureSource(path: "images/river.jpg", origin: nil)]
        flow.fit = target(pages: 1, isAtMost: true)
        let remark = try #require(make(flow).report.diagnostics.first)
        #expect(
            remark.message.description.hasSuffix(
                "left out: ‘About the authors’, the picture ‘river.jpg’"
            )
        )
        #expect(remark.notes.map(\.message.description) == ["‘About the authors’ is left out"])
        #expect(remark.notes.first?.span == place)
    }

    /// What follows a heading of its priority goes with the heading, and is not told of.
    @Test func namesAPartOfManyBlocksByItsHeading() throws {
        func part(_ title: String, priority: Int?) -> [Block] {
            var heading = paragraph(title)
            heading.anchor = Anchor(name: title, title: title, level: 2)
            heading.style.priority = priority
            return [
                heading, lines(2) { $0.priority = priority }, lines(3) { $0.priority = priority },
            ]
        }
        let blocks =
            part("One", priority: nil) + part("Two", priority: 1) + part("Three", priority: 1)
        let made = fitted(blocks + part("Four", priority: nil), to: 1)
        #expect(messages(of: made).first?.hasSuffix("left out: ‘Two’, ‘Three’") == true)
    }

    @Test func namesNoMoreThanAnybodyReads() {
        let parts = (0..<12).map { _ in lines(2) { $0.priority = 1 } }
        let made = fitted([lines(20)] + parts, to: 1)
        #expect(messages(of: made).first?.hasSuffix("and 4 more") == true)
    }

    /// Squeezed pages that still miss their number would be read by somebody all the same.
    @Test func keepsItsDesignWherePagesAreNoFewerForBeingTight() {
        let gap = lines(9) { $0.spaceAfter = .pt(6) }
        let made = fitted([gap, gap, lines(9)], to: 1)
        #expect(made.baselines == make(flow([gap, gap, lines(9)], lines: 20)).baselines)
        #expect(messages(of: made).count == 1)
    }

    /// As few as can be, and of these the ones that are nearest to the design.
    @Test func isNoTighterThanItsFewestPagesTakeWhereItMissesItsNumber() throws {
        let gap = lines(12) { $0.spaceAfter = .pt(20) }
        let blocks = [gap, gap, gap, lines(1)]
        let wished = fitted(blocks, to: 1)
        let fewer = fitted(blocks, to: 2)
        #expect(make(flow(blocks, lines: 20)).pages.count == 3)
        #expect(wished.pages.count == 2 && wished.baselines == fewer.baselines)
        #expect(messages(of: wished).last?.hasPrefix("does not fit 1 page: ") == true)
    }

    @Test func saysByHowManyLinesItIsOver() {
        var heading = paragraph("Findings")
        heading.anchor = Anchor(name: "findings", title: "Findings", level: 1)
        let made = fitted([heading, lines(30)], to: 1)
        #expect(made.report.diagnostics.map(\.severity) == [.warning])
        #expect(made.pages.count > 1)
        #expect(messages(of: made).last?.hasPrefix("does not fit 1 page: 11 lines") == true)
        #expect(messages(of: made).last?.hasSuffix("from ‘Findings’ on") == true)
    }

    /// A page alone is no last page that text was to fill.
    @Test func turnsNoPageForAFewLinesAndLeavesAPageAloneAsItIs() {
        let gap = lines(5) { $0.spaceAfter = .pt(12) }
        var flow = flow([gap, gap, lines(9)], lines: 20)
        flow.fit = target(pages: 1, isAtMost: true)
        flow.fit?.pages = nil
        flow.fit?.lastFill = 0.4
        #expect(make(flow).pages.count == 1)
        flow.streams[0].blocks = [lines(3)]
        let short = make(flow)
        #expect(short.pages.count == 1 && short.report.isEmpty)
    }

    @Test func namesTheSectionOfTheTextThatIsOverAndNoneBesideIt() {
        func heading(_ title: String) -> Block {
            var heading = paragraph(title)
            heading.anchor = Anchor(name: title, title: title, level: 1)
            heading.style.keepsWithNext = true
            return heading
        }
        // At the page's end, and at the head of the next.
        for before in [15, 19] {
            let first = [heading("Context"), lines(2), heading("Debate"), lines(before - 4)]
            var flow = flow(first + [heading("Outlook"), lines(30)], lines: 20)
            let margin = side("margin", top: .at(.pt(20)), bottom: .at(.pt(80)))
            flow.masters["page"] = master("page", lines: 20, furniture: [margin])
            flow.streams.append(Stream(name: "margin", blocks: [heading("The study")]))
            flow.fit = target(pages: 1, isAtMost: true)
            #expect(messages(of: make(flow)).last?.hasSuffix("from ‘Outlook’ on") == true)
        }
    }

    /// Less the lines below the text that are free for it.
    @Test func countsAPictureForAsManyLinesAsItIsTall() {
        let picture = Block(.picture(Picture(source: 0, height: .pt(120))))
        var flow = flow([lines(18), picture], lines: 20)
        flow.pictures = [PictureSource(path: "images/river.jpg", origin: nil)]
        flow.fit = FitTarget(pages: 1, isAtMost: true)
        #expect(messages(of: make(flow)).last?.hasPrefix("does not fit 1 page: 8 lines") == true)
    }

    /// Whoever shortened their text by the lines that stood over were told of as many again.
    @Test func countsWhatStandsAtTheFootOfTheLastPageAmongTheLinesThatAreOver() {
        var flow = flow([lines(70)], lines: 20)
        flow.masters["last"] = master("last", lines: 12)
        flow.sequence.last = "last"
        flow.fit = FitTarget(pages: 3, isAtMost: true)
        let made = make(flow)
        #expect(made.pages.count == 4)
        #expect(messages(of: made).last?.hasPrefix("does not fit 3 pages: 18 lines") == true)
        flow.streams[0].blocks = [lines(52)]
        #expect(make(flow).report.isEmpty)
    }

    /// What a paper of one page has at its foot stands on no page of one that came out at two.
    @Test func countsWhatStandsAtTheFootOfAPageAloneAmongTheLinesThatAreOver() {
        var flow = flow((0..<15).map { _ in lines(2) }, lines: 20)
        flow.masters["only"] = master("only", lines: 12)
        flow.sequence.only = "only"
        flow.fit = FitTarget(pages: 1, isAtMost: true)
        #expect(messages(of: make(flow)).last?.hasPrefix("does not fit 1 page: 18 lines") == true)
        flow.streams[0].blocks.removeLast(9)
        #expect(make(flow).report.isEmpty)
    }

    @Test func saysHowManyLinesWouldFillThePages() {
        var flow = flow([lines(25)], lines: 20)
        flow.fit = FitTarget(pages: 2, isAtMost: false)
        flow.fit?.lastFill = 0.8
        #expect(hints(of: make(flow)) == ["write about 11 lines more"])
        flow.streams[0].blocks = [lines(36)]
        #expect(make(flow).report.isEmpty)
        flow.streams[0].blocks = [lines(5)]
        flow.fit = FitTarget(pages: 3, isAtMost: false)
        #expect(hints(of: make(flow)) == ["write about 39 lines more"])
    }

    private func hints(of made: Made) -> [String] {
        made.report.diagnostics.flatMap(\.hints).map(\.description)
    }

    @Test func saysWhereOnlyWhatStandsBesideIsOver() {
        var flow = flow([lines(5), lines(5)], lines: 20)
        let margin = side("margin", top: .at(.pt(20)), bottom: .at(.pt(80)))
        flow.masters["last"] = master("last", lines: 20, furniture: [margin])
        flow.sequence.last = "last"
        flow.streams.append(Stream(name: "margin", blocks: [lines(9)]))
        flow.fit = target(pages: 1, isAtMost: true)
        #expect(
            messages(of: make(flow)) == [
                "does not fit 1 page: the text does, but not what stands beside or below it"
            ]
        )
    }

    @Test func loosensWhereExactlySoManyPagesAreAsked() {
        let blocks = (0..<5).map { _ in lines(4) { $0.spaceAfter = .pt(12) } }
        let made = fitted(blocks, to: 2, atMost: false)
        #expect(made.pages.count == 2)
        let short = fitted([lines(3)], to: 2, atMost: false)
        #expect(
            messages(of: short) == ["the text fills only 1 of 2 pages, however loosely it is set"]
        )
    }

    // MARK: The last page

    private func filling(_ share: Double, _ blocks: [Block]) -> Made {
        var flow = flow(blocks, lines: 20)
        var target = FitTarget(pages: nil, isAtMost: true)
        target.lastFill = share
        target.levers = [FitLever(.gaps, bound: 0.5), FitLever(.leading, bound: 0.9)]
        flow.fit = target
        return make(flow)
    }

    @Test func fillsTheLastPageByLoosening() {
        let gap = lines(6) { $0.spaceAfter = .pt(12) }
        let made = filling(0.6, [gap, gap, gap, gap, lines(4)])
        #expect(made.pages.count == 2)
        #expect(!messages(of: made).isEmpty)
        #expect(messages(of: made).first?.hasPrefix("fitted to 2 pages: gaps 1") == true)
    }

    @Test func doesWithoutALastPageThatItCannotFill() {
        let made = filling(0.9, [lines(10), lines(11)])
        #expect(made.pages.count == 1)
        #expect(messages(of: made).first?.hasPrefix("fitted to 1 page: leading 9") == true)
    }

    /// A line less is nearer to what was designed than five lines more.
    @Test func doesWithoutALastPageOfLittleBeforeItFillsIt() {
        let gap = lines(5) { $0.spaceAfter = .pt(12) }
        let made = filling(0.4, [gap, gap, gap, lines(4)])
        #expect(make(flow([gap, gap, gap, lines(4)], lines: 20)).pages.count == 2)
        #expect(made.pages.count == 1, "\(messages(of: made))")
    }

    @Test func saysHowFarALastPageIsFilledThatCannotBe() {
        let made = filling(0.9, [lines(27)])
        #expect(messages(of: made).first?.hasPrefix("the last page is filled to ") == true)
    }

    // MARK: Levers

    @Test func drawsMostTheLeverThatIsWorthMost() {
        var target = FitTarget(pages: 1, isAtMost: true)
        target.levers = [FitLever(.gaps, bound: 0.7), FitLever(.leading, bound: 0.9)]
        var flow = flow([lines(4) { $0.spaceAfter = .pt(400) }])
        let roomy = FitLevers(target, on: FitHeights(of: flow, filling: 500, with: 0))
        let gaps = roomy.draws(saving: 0.3)
        #expect(gaps[.gaps]! > gaps[.leading]! * 2)
        flow.streams[0].blocks = [lines(4)]
        let dense = FitLevers(target, on: FitHeights(of: flow, filling: 500, with: 0))
        let text = dense.draws(saving: 0.3)
        #expect(text[.leading]! > 0.2)
        #expect(text[.gaps] == nil)
    }

    /// By small steps through all draws that save as much, none is nearer to the design.
    @Test func keepsTheSumOfSquaresLeast() {
        var target = FitTarget(pages: 1, isAtMost: true)
        target.levers = [FitLever(.gaps, bound: 0.7), FitLever(.leading, bound: 0.9)]
        let flow = flow([lines(4) { $0.spaceAfter = .pt(200) }])
        let heights = FitHeights(of: flow, filling: 500, with: 0)
        let draws = FitLevers(target, on: heights).draws(saving: 0.4)
        // What each is worth, and what it costs: the second is twice as dear.
        let worth = (gaps: 200 * 0.3, leading: 300 * 0.1)
        let saved = worth.gaps * draws[.gaps]! + worth.leading * draws[.leading]!
        #expect(abs(saved - 0.4 * (worth.gaps + worth.leading)) < 0.01)
        func cost(_ gaps: Double, _ leading: Double) -> Double {
            gaps * gaps + 2 * leading * leading
        }
        let best = cost(draws[.gaps]!, draws[.leading]!)
        for step in 0...1000 {
            let gaps = Double(step) / 1000
            let leading = (saved - worth.gaps * gaps) / worth.leading
            if 0...1 ~= leading { #expect(cost(gaps, leading) >= best - 0.0001) }
        }
    }

    @Test func tellsHowTallAPictureIsNow() {
        let picture = Block(.picture(Picture(source: 0, height: .pt(120))))
        var flow = flow([lines(11), picture], lines: 20)
        flow.pictures = [PictureSource(path: "images/river.jpg", origin: nil)]
        flow.fit = target(pages: 1, isAtMost: true)
        let said = messages(of: make(flow)).first ?? ""
        #expect(said.contains("‘river.jpg’ "))
        #expect(said.contains(" mm instead of 42"))
    }

    @Test(arguments: [(true, 0.25, 45.0), (true, 1, 0), (true, -0.5, 60), (false, 0.5, 60)])
    func takesRoomOfRowsThatGiveIt(givesRoom: Bool, draw: Double, height: Double) {
        var target = FitTarget(pages: 1, isAtMost: true)
        target.levers = [FitLever(.rows, bound: 0)]
        let flow = flow([hours(givesRoom: givesRoom)])
        let blocks = LeverSetting([.rows: draw], within: target).applied(to: flow).streams[0].blocks
        guard case .table(let set) = blocks[0].content else {
            Issue.record("\(blocks)")
            return
        }
        #expect(set.rows[0].leastHeight.isNearly(.pt(height)))
    }

    @Test func takesTheRoomOfHoursBeforeTheGapsBetweenDays() {
        let days = Array(repeating: [hours(), Block(.space(.pt(6)))], count: 10).flatMap { $0 }
        var target = FitTarget(pages: 1, isAtMost: true)
        target.levers = [FitLever(.rows, bound: 0), FitLever(.gaps, bound: 0.4)]
        let levers = FitLevers(
            target,
            on: FitHeights(of: flow(days), filling: 1000, with: 0)
        )
        let half = levers.draws(saving: 0.5)
        #expect(half[.rows] ?? 0 > 0.5)
        #expect(half[.gaps] == nil)
        #expect(levers.draws(saving: 1) == [.rows: 1, .gaps: 1])
    }

    private func hours(givesRoom: Bool = true) -> Block {
        var row = Table.Row(cells: [])
        row.leastHeight = .pt(60)
        var table = Table(columns: [.init(width: .share(1))], rows: [row])
        table.givesRoom = givesRoom
        return Block(.table(table))
    }

    /// A sheet for the wall would show what a step of usual length leaves.
    @Test func comesNearToTheSizeThatFitsWhereTypeMayBecomeMuchSmaller() throws {
        var flow = flow((0..<24).map { _ in lines(1) { $0.grid = .off } }, lines: 20)
        flow.fit = FitTarget(pages: 1, isAtMost: true)
        flow.fit?.levers = [FitLever(.size, bound: 0.5)]
        let made = make(flow)
        #expect(made.pages.map(\.count) == [24])
        let told = try #require(messages(of: made).first)
        let size = try #require(Double(told.filter { $0.isNumber || $0 == "." }.dropFirst()))
        #expect(size <= 83.4 && size > 82, "\(told)")
    }

    @Test func setsSmallerTypeWithinItsBound() {
        var target = FitTarget(pages: 1, isAtMost: true)
        target.levers = [FitLever(.size, bound: 0.95)]
        var flow = flow([lines(1)])
        _ = flow.textStyles.id(of: TextStyle(family: "serif", size: .pt(10), language: "en"))
        let set = LeverSetting([.size: 0.5], within: target).applied(to: flow)
        #expect(abs(set.textStyles.all[0].size.points - 9.75) < 0.001)
    }
}
