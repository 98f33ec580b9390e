import Arrangement
import Flow
import Glyphs
import Pages
import Structure
import Testing
import TypeSupport
import Units

/// Tables that stand out of their frame, where the margin beside it is free.
@Suite struct ReachTests {
    /// A row of words for which a frame of 60 pt has no room, and which may be 60 pt wider.
    private func table(of columns: Int = 4, left: Double = 0, right: Double = 60) -> Block {
        var tree = StructureTree()
        let cells = (1...columns).map { column in
            var words = paragraph("word\(column)")
            words.element = tree.add(.paragraph, to: StructureTree.root)
            return Table.Cell(blocks: [words])
        }
        let widths = cells.map { _ in Table.Column(width: .content) }
        var block = Block(.table(Table(columns: widths, rows: [Table.Row(cells: cells)])))
        block.style.reachLeft = .pt(left)
        block.style.reachRight = .pt(right)
        return block
    }

    /// How far to the right a page's text goes that is poured into a frame from 20 pt to 80 pt.
    private func edges(of blocks: [Block], beside aside: [Block] = [], at left: Double = 100)
        -> (left: Double, right: Double)
    {
        var flow = flow(blocks)
        var frame = side("aside", top: .at(.pt(20)), bottom: .at(.pt(140)))
        frame.left = .pt(left)
        flow.masters["page"]!.frames.append(frame)
        flow.streams.append(Stream(name: "aside", blocks: aside))
        let made = make(flow)
        #expect(made.document.pages.count == 1)
        let starts = made.document.pages[0].fragments.flatMap { fragment in
            fragment.marks.compactMap { mark -> Double? in
                guard case .text(let text) = mark, text.run.text.hasPrefix("word") else {
                    return nil
                }
                return (fragment.origin.x + text.origin.x).points
            }
        }
        return (starts.min() ?? 0, starts.max() ?? 0)
    }

    @Test func standsOutWhereNothingStandsBeside() {
        #expect(edges(of: [table()]).right > 80)
        #expect(edges(of: [table(right: 0)]).right < 80)
        #expect(edges(of: [lines(4), table()], beside: [lines(2)]).right > 80)
    }

    @Test func staysInItsFrameBesideSomethingElse() {
        #expect(edges(of: [table()], beside: [lines(2)]).right < 80)
        // A line of white parts them.
        #expect(edges(of: [lines(2), table()], beside: [lines(2)]).right < 80)
        // On the other side nothing is in its way.
        #expect(edges(of: [table()], beside: [lines(2)], at: 200).right > 80)
    }

    @Test func staysInItsFrameWhereThePageEnds() {
        #expect(edges(of: [table(left: 15, right: 60)]).left < 20)
        #expect(edges(of: [table(left: 25, right: 60)]).left == 20)
    }

    @Test func staysInItsFrameWhereItsWordsHaveRoom() {
        #expect(edges(of: [table(of: 3)]).right < 80)
    }

    @Test(arguments: [BlockFloat.top, .foot])
    func standsOutWhereItFloats(to place: BlockFloat) {
        var floating = table()
        floating.style.float = place
        #expect(edges(of: [lines(2), floating]).right > 80)
        #expect(edges(of: [lines(2), floating], beside: [lines(10)]).right < 80)
        #expect(edges(of: [lines(2), floating], beside: [lines(10)], at: 200).right > 80)
    }

    /// Its title goes with it.
    @Test func standsOutWithTheBoxThatItIsIn() {
        var box = Block(.box([paragraph("word0"), table(right: 0)]))
        box.style.reachLeft = .pt(15)
        box.style.reachRight = .pt(60)
        let edges = edges(of: [box])
        #expect(edges.left == 5 && edges.right > 80)
    }
}
