import Arrangement
import Diagnostics
import Flow
import Structure
import Testing
import Units

/// Lists among other text.
@Suite struct ListTests {
    private func blocks(of body: String, style: String = "") throws -> [Block] {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: sections.body, style: body, opening: first}")
        desk.written["layouts/papers/sheet"]? +=
            "\nstyles: {first: {leading: 12pt}, body: {from: first, indent: 10pt}, list: {from: first\(style)}}\n"
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: S, body: \"\(body)\"}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        #expect(desk.complaints == "")
        return flow.streams[0].blocks
    }

    private func indents(of blocks: [Block]) -> [Double] {
        blocks.compactMap { block -> Double? in
            guard case .paragraph(let paragraph) = block.content else { return nil }
            return paragraph.style.firstIndent.points
        }
    }

    /// Half a line above and half a line below are one of the grid.
    @Test func standOffTheTextByHalfALineAndAreFollowedByAFlushParagraph() throws {
        let blocks = try blocks(of: "One.\\n\\nTwo:\\n\\n- a\\n- b\\n\\nThree.\\n\\nFour.")
        #expect(blocks[2].style.spaceBefore == .pt(7))
        #expect(blocks[2].style.spaceAfter == .pt(7))
        #expect(blocks[2].style.grid == .half)
        #expect(indents(of: blocks) == [0, 10, 0, 10])
    }

    @Test(arguments: [("[One.]", 0), ("[One., Two.]", 2)])
    func countNoItemThatIsAlone(points: String, items: Int) throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {list: objectives, numbered: yes, do: [{text: item}]}")
        let text = "kind: workshop-summary\nlang: en\ntitle: T\nobjectives: \(points)\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let block = try #require(flow.streams[0].blocks.first)
        if case .list(let list) = block.content {
            #expect(list.map(\.label.text) == ["1", "2"] && items == 2)
        } else {
            #expect(items == 0)
        }
    }

    @Test func standOffByWhatTheirStyleSays() throws {
        let wide = try blocks(of: "One:\\n\\n- a", style: ", list-gap: 20pt")
        #expect(wide[1].style.spaceBefore == .pt(20))
        let none = try blocks(of: "One:\\n\\n- a", style: ", list-gap: 0")
        #expect(none[1].style.spaceBefore == .zero)
        #expect(none[1].style.grid == .whole)
    }

    @Test func standInAnItemWithoutAGap() throws {
        let outer = try blocks(of: "One:\\n\\n- a\\n  - b")[1]
        guard case .list(let items) = outer.content else { return }
        #expect(items[0].body.count == 2)
        #expect(items[0].body.allSatisfy { $0.style.spaceBefore == .zero })
    }
}
