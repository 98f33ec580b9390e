import Arrangement
import Diagnostics
import Flow
import Pages
import Testing
import TypeSupport
import Units

@Suite struct SideStreamTests {
    /// A frame of ten lines and a master like it that ends documents, on whose foot `closing` stands.
    private func paper(closing count: Int, limit: Frame.Edge?) -> Flow {
        var flow = flow([lines(5)])
        let title = side("title", top: .at(.pt(20)), bottom: .content)
        var closing = side("closing", top: .content, bottom: .at(.pt(140)))
        closing.limit = limit
        flow.masters["page"]!.frames.append(title)
        flow.masters["page"]!.frames[0].top = .beside("title", gap: .zero)
        var last = master("last", lines: 10, furniture: [title, closing])
        last.frames[0].top = .beside("title", gap: .zero)
        last.frames[0].bottom = .beside("closing", gap: .zero)
        flow.masters["last"] = last
        flow.sequence.last = "last"
        flow.streams.append(Stream(name: "title", blocks: [lines(4)]))
        flow.streams.append(Stream(name: "closing", blocks: [lines(count)]))
        return flow
    }

    @Test func endsWhereAllSideStreamsFindRoom() {
        let together = make(paper(closing: 1, limit: .beside("title", gap: .zero)))
        #expect(together.pages.map(\.count) == [10])
        // Beside the title eight lines find no room, so the text ends on a page that has it.
        let apart = make(paper(closing: 8, limit: .beside("title", gap: .zero)))
        #expect(apart.pages.map(\.count) == [7, 10])
        #expect(apart.report.isEmpty)
    }

    /// A title of a line and a half stands above the text and above what stands beside it.
    @Test func beginsWhatHangsBelowATitleOnAWholeLine() {
        var flow = flow([lines(5)])
        flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(20 + 12 * BaselineGrid.ascent))
        var aside = side("aside", top: .beside("title", gap: .zero), bottom: .at(.pt(140)))
        aside.left = .pt(100)
        flow.masters["page"]!.frames += [side("title", top: .at(.pt(20)), bottom: .content), aside]
        flow.masters["page"]!.frames[0].top = .beside("title", gap: .zero)
        func loose(_ words: String, leading: Double) -> Block {
            var block = Block(.paragraph(text(words, leading: leading)))
            block.style.grid = .off
            return block
        }
        flow.streams.append(Stream(name: "title", blocks: [loose("title", leading: 18)]))
        flow.streams.append(Stream(name: "aside", blocks: [loose("head", leading: 12), lines(1)]))
        let tops = make(flow).document.pages[0].fragments.map(\.origin.y.points)
        #expect(tops.contains(44))
        #expect(!tops.contains(38))
    }

    /// Pages of ten lines, sections that begin in the given lines, and a margin with a box for each.
    private func sections(of lengths: [Int], boxes: [(section: Int, lines: Int)]) -> Flow {
        func thing(_ section: Int) -> Span {
            Span(SourceID(index: 0), section * 100..<section * 100 + 90)
        }
        var text = lengths.map { lines($0) }
        for index in text.indices { text[index].thing = thing(index) }
        var flow = flow(text)
        flow.masters["page"]!.frames.append(margin)
        flow.streams.append(
            Stream(
                name: "margin",
                blocks: boxes.map { section, count in
                    var box = lines(count)
                    // A part of what the section is.
                    let whole = thing(section)
                    let part = Int(whole.start) + 10..<Int(whole.end) - 10
                    box.thing = Span(whole.source, part)
                    return box
                }
            )
        )
        return flow
    }

    /// Three lines of text beside a list of thirteen lines and another of three, on pages of ten.
    @Test func joinsTheTextRatherThanMakeAPageOfMargin() {
        func pages(joining joins: Bool) -> [[String]] {
            var flow = flow([lines(3)])
            var margin = margin
            margin.width = .pt(24)
            margin.joinsText = joins
            flow.masters["page"]!.frames.append(margin)
            let names = (1...12).map { paragraph("p\($0)") }
            let heads = ["who", "sum"].map { paragraph($0) { $0.keepsWithNext = true } }
            let counts = [paragraph("s1"), paragraph("s2")]
            flow.streams.append(
                Stream(name: "margin", blocks: [heads[0]] + names + [heads[1]] + counts)
            )
            return make(flow).pages
        }
        #expect(pages(joining: false).map(\.count) == [13, 6])
        let joined = pages(joining: true)
        #expect(joined.count == 1)
        #expect(joined[0].dropFirst(3).prefix(4) == ["who", "p1", "p2", "p3"])
        #expect(joined[0].suffix(4) == ["p12", "sum", "s1", "s2"])
    }

    /// Columns are as tall as the frame that they stand in, which is shorter than that of the text, less
    /// what the box around them takes.
    @Test func keepsAHeadingWithColumnsInAShorterFrame() {
        let heading = paragraph("title") { $0.keepsWithNext = true }
        let columns = Block(.columns(count: 2, gutter: .zero, [lines(30)]))
        var box = Block(.box([heading, columns]))
        box.style.keepsTogether = true
        box.style.padding = Insets(top: .pt(8))
        let pages = make(ending(on: [box])).pages
        #expect(pages.map(\.count) == [2, 13, 14, 4])
        #expect(pages[1].first == "title")
    }

    /// A box that finds no room beside the text follows it as it is.
    @Test func followsTheTextAsABoxWhereItsFrameIsAsWide() {
        var box = Block(.box([paragraph("title") { $0.keepsWithNext = true }, lines(8)]))
        box.style.keepsTogether = true
        var flow = ending(on: [box, paragraph("who")])
        flow.streams[0].blocks = [lines(6)]
        var foot = side("back", top: .content, bottom: .at(.pt(140)))
        (foot.limit, foot.joinsText) = (.at(.pt(20)), true)
        let text = side("main", top: .at(.pt(20)), bottom: .beside("back", gap: .zero))
        flow.masters["last"]!.frames = [foot, text]
        let pages = make(flow).pages
        #expect(pages.map(\.count) == [6, 10])
        #expect(pages[1].first == "title")
    }

    /// A booklet’s pages for notes stand between the text and what goes on to the last page.
    @Test func goesOnWithoutSparePagesBetween() {
        var flow = ending(on: [lines(12)])
        flow.sequence.multiple = 4
        #expect(make(flow).pages.map(\.count) == [2, 0, 8, 4])
    }

    /// Two lines of text on a page of ten, and a last page with eight lines for other blocks alone.
    private func ending(on blocks: [Block]) -> Flow {
        var flow = flow([lines(2)])
        let frame = side("back", top: .at(.pt(20)), bottom: .at(.pt(116)))
        flow.masters["last"] = Master(
            name: "last",
            size: flow.masters["page"]!.size,
            frames: [frame]
        )
        flow.sequence.last = "last"
        flow.streams.append(Stream(name: "back", blocks: blocks))
        return flow
    }

    private var margin: Frame {
        var frame = side("margin", top: .at(.pt(20)), bottom: .at(.pt(140)))
        frame.left = .pt(100)
        return frame
    }

    @Test func standsOnThePageOfWhatItBelongsTo() {
        // The sections begin on the first, the second and the third page.
        let made = make(sections(of: [14, 12, 4], boxes: [(0, 2), (1, 3), (2, 1)]))
        #expect(made.pages.map(\.count) == [12, 13, 11])
        #expect(made.report.isEmpty)
    }

    @Test func goesToTheNextPageWhereItsOwnIsFull() {
        let made = make(sections(of: [4, 10, 10], boxes: [(0, 8), (1, 4)]))
        #expect(made.pages.map(\.count) == [20, 12, 4])
        let apart = make(sections(of: [4, 12, 10], boxes: [(0, 10), (1, 4), (2, 2)]))
        #expect(apart.pages.map(\.count) == [20, 16, 6])
    }

    @Test func standsAnywhereWhereNothingWasMadeForTheSame() {
        var flow = sections(of: [14, 12], boxes: [(1, 3)])
        flow.streams[1].blocks[0].thing = Span(SourceID(index: 0), 900..<950)
        #expect(make(flow).pages.map(\.count) == [13, 10, 6])
    }

    @Test func goesOnWhereNoPageHoldsWhatStandsOnItsFoot() {
        let made = make(paper(closing: 23, limit: .at(.pt(20))))
        #expect(made.pages.flatMap { $0 }.count == 32)
        #expect(made.pages.allSatisfy { $0.count <= 10 })
        #expect(made.baselines.flatMap { $0 }.allSatisfy { $0 > 20 && $0 < 140 })
        #expect(made.report.isEmpty)
    }
}
