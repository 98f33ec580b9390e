import Diagnostics
import Flow
import Pages
import Testing
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

    @Test func goesOnWhereNoPageHoldsWhatStandsOnItsFoot() {
        let made = make(paper(closing: 23, limit: .at(.pt(20))))
        #expect(made.pages.flatMap { $0 }.count == 32)
        #expect(made.pages.allSatisfy { $0.count <= 10 })
        #expect(made.baselines.flatMap { $0 }.allSatisfy { $0 > 20 && $0 < 140 })
        #expect(made.report.isEmpty)
    }
}
