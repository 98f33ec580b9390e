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

@Suite struct FloatTests {
    private func float(_ place: BlockFloat, _ count: Int, name: String = "float") -> Block {
        paragraph((1...count).map { "\(name)-\($0)xx" }.joined(separator: " ")) {
            $0.float = place
            $0.keepsTogether = true
        }
    }

    @Test func standsAtTheTopOfThePageOfItsMention() {
        let made = make(flow([lines(4), float(.top, 3), lines(9)]))
        #expect(made.pages.count == 2)
        #expect(made.pages[0].first == "float-1xx")
        #expect(made.pages[0].contains("line-1xx"))
        #expect(made.report.isEmpty)
    }

    @Test func standsAtTheFootOfThePageOfItsMention() throws {
        let made = make(flow([lines(4), float(.foot, 3), lines(9)]))
        #expect(Array(made.pages[0].suffix(3)) == ["float-1xx", "float-2xx", "float-3xx"])
        try expectReference(made.document.dump(), named: "float-at-the-foot")
    }

    /// Where the last baseline of a text would be: notes beneath it are as far off.
    @Test func endsAPictureAtTheFootAboveTheDescendersOfAText() {
        var picture = Block(.picture(Picture(source: 0, height: .pt(24))))
        picture.style.float = .foot
        let made = make(flow([lines(4), picture, lines(9)]))
        let feet = made.document.pages[0].fragments.flatMap { fragment in
            fragment.marks.compactMap { mark -> Double? in
                guard case .picture(let picture) = mark else { return nil }
                return (fragment.origin.y + picture.shown.maxY).points
            }
        }
        #expect(feet.map { Int($0.rounded()) } == [136])
    }

    @Test func goesToALaterPageWhereItFindsNoRoomOnItsOwn() {
        let made = make(flow([lines(8), float(.top, 5), lines(12)]))
        let page = made.pages.firstIndex { $0.contains("float-1xx") }
        #expect(page == 1)
        #expect(made.pages[0].allSatisfy { $0.hasPrefix("line") })
        #expect(made.pages[0].count >= 8)
    }

    /// The spaces of the page before can’t share two lines that are left over, and could share three.
    @Test func fillsAPageWithoutALineOrTwoThatHadRoomOnTheOneBefore() {
        func spaced(_ count: Int) -> Block { lines(count) { $0.spaceStretch = .pt(36) } }
        let chapter = lines(2) { $0.breakBefore = .page }
        let text = [lines(2) { $0.breakBefore = .page }, spaced(2), spaced(2), spaced(4)]
        var flow = flow([lines(3), text[0], float(.top, 9)] + text[1...] + [chapter], lines: 12)
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29))
        let made = make(flow)
        #expect(made.pages.contains((1...9).map { "float-\($0)xx" }), "\(made.pages)")
    }

    @Test func standsBelowTheTitleOfAChapter() {
        let chapter = lines(2) { $0.breakBefore = .page }
        let made = make(flow([lines(3), chapter, float(.top, 3), lines(9)]))
        #expect(made.pages[1].first == "line-1xx")
        #expect(made.pages[1].last == "float-3xx")
    }

    @Test func endsBeforeAChapterBegins() {
        let chapter = lines(3) { $0.breakBefore = .page }
        let made = make(flow([lines(8), float(.top, 6), chapter]))
        #expect(made.pages.map(\.count) == [9, 5, 3])
    }

    /// Rather than with hardly any text where a chapter ends: text makes room for it, and goes on there.
    @Test func comesAPageEarlierWhereItWouldStandAlone() {
        let chapter = lines(3) { $0.breakBefore = .page }
        let made = make(flow([lines(18), float(.top, 5), chapter]))
        #expect(made.pages.map(\.count) == [9, 9, 5, 3])
        #expect(made.pages[1].first == "float-1xx")
        #expect(made.report.isEmpty)
    }

    @Test func leavesTextForTheLastPage() {
        let made = make(flow([lines(8), float(.foot, 6)]))
        #expect(made.pages.map(\.count) == [9, 5])
    }

    /// On the last page, and each with the text that it leaves room for.
    @Test func endsColumnsLevelWhereTheTextEnds() {
        let blocks = [lines(26), float(.top, 5, name: "a"), float(.top, 5, name: "b"), lines(6)]
        let made = make(flow(blocks, lines: 12, columns: 2))
        #expect(made.pages.map(\.count) == [24, 18])
        let feet = Dictionary(grouping: made.document.pages[1].fragments) { $0.origin.x }
            .mapValues { $0.map(\.origin.y.points).max() ?? 0 }
        #expect(Set(feet.values).count == 1)
    }

    @Test func standsWhereItIsWrittenInsideABox() {
        let box = Block(.box([lines(2), float(.top, 2), lines(2)]))
        let made = make(flow([box]))
        #expect(made.pages[0][2] == "float-1xx")
    }

    /// Rather than two on one page, and then pages of text alone.
    @Test(arguments: [(6, 4), (7, 3)])
    func standsWithTextOfItsOwnWhereAPageHasRoom(text: Int, height: Int) {
        let blocks = (1...4).flatMap { [lines(text), float(.top, height, name: "f\($0)")] }
        let made = make(flow(blocks, lines: 12))
        #expect(made.pages.map(\.first) == ["f1-1xx", "f2-1xx", "f3-1xx", "f4-1xx"])
        #expect(made.pages.allSatisfy { $0.count == text + height })
    }

    @Test func endsTheTextWhereTheTextEnds() throws {
        let made = make(flow([lines(4), float(.foot, 2)]))
        #expect(made.pages[0].suffix(2) == ["float-1xx", "float-2xx"])
        let baselines = made.baselines[0]
        // No page’s foot: a line and the gap below the text.
        #expect(baselines[4] - baselines[3] == 24)
    }

    @Test func standsAboveTheNotes() {
        var noted = text("mark\u{FFFC}")
        let note = Footnote(blocks: [paragraph("note")], element: StructureTree.root)
        noted.inserts = [Insert(offset: 4, content: .footnote(note))]
        let made = make(flow([Block(.paragraph(noted)), float(.foot, 2)]))
        let order = zip(made.pages[0], made.baselines[0]).sorted { $0.1 < $1.1 }.map(\.0)
        #expect(order == ["mark\u{FFFC}", "float-1xx", "float-2xx", "note"])
    }

    @Test func setsAFloatThatNoColumnHoldsWhereItIsWritten() {
        let made = make(flow([lines(3), float(.top, 14), lines(3)]))
        #expect(made.pages.flatMap { $0 }.count == 20)
    }

    /// Each takes a column, and nothing says which of many is to wait.
    @Test(arguments: [20, 40, 90], [1, 2])
    func standsOnAPageOfItsOwnWhereManyAreMentionedAtOnce(count: Int, columns: Int) {
        let floats = (1...count).map { float(.top, 9, name: "f\($0)") }
        let made = make(flow([lines(2)] + floats + [lines(3)], columns: columns))
        #expect(made.report.isEmpty)
        let set = Set(made.pages.flatMap { $0 })
        #expect((1...count).allSatisfy { set.contains("f\($0)-1xx") && set.contains("f\($0)-9xx") })
        #expect(made.pages.flatMap { $0 }.filter { $0.hasPrefix("line") }.count == 5)
    }

    /// Six columns can share out forty floats in more ways than can be tried.
    @Test(arguments: [0, 3, 60])
    func sharesOutManySmallFloatsWithoutTryingEveryWay(text: Int) {
        let floats = (1...40).map { float(.top, 1, name: "f\($0)") }
        let made = make(flow([lines(2)] + floats + [lines(text + 1)], columns: 6))
        #expect(made.report.isEmpty)
        let set = made.pages.flatMap { $0 }
        #expect(set.filter { $0.hasPrefix("f") } == (1...40).map { "f\($0)-1xx" })
        #expect(set.filter { $0.hasPrefix("line") }.count == text + 3)
    }

    /// Never more than a page before its mention, in order, everything once, nothing over a foot.
    @Test(arguments: 0..<100)
    func keepsOrderAndMention(_ seed: Int) {
        var state = UInt64(seed) &* 104_729 &+ 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        var blocks: [Block] = []
        var mentions: [String] = []
        for index in 0..<10 + next(12) {
            blocks.append(paragraph("line-a\(index)x line-b\(index)x line-c\(index)x"))
            guard next(3) == 0 else { continue }
            mentions.append("line-c\(index)x")
            let place: BlockFloat = next(2) == 0 ? .top : .foot
            blocks.append(float(place, 1 + next(6), name: "f\(mentions.count)"))
        }
        let made = make(flow(blocks, lines: 12, columns: 1 + next(2)))
        #expect(made.report.isEmpty)
        func page(of line: String) -> Int? { made.pages.firstIndex { $0.contains(line) } }
        let places = mentions.indices.map { page(of: "f\($0 + 1)-1xx") ?? -1 }
        #expect(places == places.sorted())
        for (index, mention) in mentions.enumerated() {
            #expect(places[index] + 1 >= (page(of: mention) ?? .max))
        }
        let text = made.pages.flatMap { $0 }.filter { $0.hasPrefix("line") }
        #expect(text.count == blocks.count { $0.style.float == .none } * 3)
    }
}

@Suite struct SpreadTests {
    /// The left page of the spread ends a line short, since no paragraph may begin in that line.
    private func spread(level: Bool) -> [[String]] {
        var flow = flow([lines(10), lines(9), lines(33)])
        flow.sequence.left = "page"
        flow.sequence.areSpreadsLevel = level
        return make(flow).pages
    }

    @Test func endsFacingPagesOnTheSameLine() {
        #expect(spread(level: false).map(\.count).prefix(3) == [10, 9, 10])
        #expect(spread(level: true).map(\.count).prefix(3) == [10, 9, 9])
    }
}
