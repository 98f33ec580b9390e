import Flow
import Units

extension Typesetter {
    /// Puts what stands above things that go on in another column over the strips of their blocks.
    mutating func continuing(_ blocks: [Block], of galley: Galley, in setting: Setting) -> Galley {
        guard blocks.contains(where: { $0.continuation != nil }) else { return galley }
        var heads = ContinuedHeads(of: galley)
        let starts = galley.blockStarts + [galley.strips.count]
        var first = -1
        for (index, block) in blocks.enumerated() {
            guard let continuation = block.continuation else { continue }
            if continuation.begins { first = starts[index] }
            if heads.latest?.blocks != continuation.head {
                heads.latest = (continuation.head, head(of: continuation, in: setting))
            }
            let strips = starts[index]..<starts[index + 1]
            heads.stand(above: strips.clamped(to: first + 1..<max(first + 1, strips.upperBound)))
        }
        for (block, price) in loneBreaks(in: blocks) where starts[block] < heads.galley.strips.count
        {
            heads.galley.strips[starts[block]].avoidBreakAbove(at: price)
        }
        return heads.galley
    }

    /// Where a column should not end in things that go on: after the first of three or more, nor before
    /// the last, so that none stands alone below its title or above what comes next.
    ///
    /// Where nothing comes next, two are too few for a page as well.
    private func loneBreaks(in blocks: [Block]) -> [(block: Int, price: Double)] {
        var breaks: [(block: Int, price: Double)] = []
        var run: [Int] = []
        for (index, block) in blocks.enumerated() {
            guard let continuation = block.continuation else { continue }
            if continuation.begins { run = [] }
            if !block.style.keepsWithNext { run.append(index) }
            let next = index + 1 < blocks.count ? blocks[index + 1].continuation : nil
            guard next?.begins ?? true, run.count > 2 else { continue }
            breaks += [run[1], run[run.count - 1]].map { ($0, Demerits.loneThing) }
            guard index == blocks.count - 1, run.count > 3 else { continue }
            breaks += run.suffix(2).map { ($0, Demerits.lastThings) }
        }
        return breaks
    }

    private mutating func head(of continuation: Continuation, in setting: Setting) -> Strip {
        let galley = galley(of: continuation.head, in: setting)
        var strip = galley.joined().asRepeatedHead()
        strip.height += galley.spaceAfter
        return strip
    }
}

/// The heads that a galley has of its tables, and those of things that go on.
private struct ContinuedHeads {
    var galley: Galley
    /// The head set last, which neighbouring blocks share.
    var latest: (blocks: [Block], strip: Strip)? {
        didSet { indices = [:] }
    }
    /// Where the galley has the latest head, by itself or above that of a table.
    private var indices: [Int?: Int] = [:]

    init(of galley: Galley) { self.galley = galley }

    mutating func stand(above strips: Range<Int>) {
        guard let latest else { return }
        for index in strips {
            let table = galley.strips[index].tableHead
            if indices[table] == nil {
                indices[table] = galley.tableHeads.count
                galley.tableHeads.append(
                    [latest.strip] + (table.map { galley.tableHeads[$0] } ?? [])
                )
            }
            galley.strips[index].tableHead = indices[table]
        }
    }
}
