import Flow
import Typesetting
import Units

extension Makeup {
    /// The flow with some of what stands beside the text put at its end, where it would need a page on
    /// which no text stands; nil where there is no such page, or nothing that may join the text.
    ///
    /// Of all sections that stand beside the text, each from a heading to the next, the tallest goes
    /// first: it leaves most room for the others.
    func joiningRunover(of drafts: [PageDraft]) -> Flow? {
        guard let leading, drafts.count > 1, let text = frame(of: leading),
            let last = drafts.lastIndex(where: { !$0.leading.isEmpty }), last + 1 < drafts.count
        else { return nil }
        var tallest: (stream: Int, section: Section)?
        for stream in streams.indices where frame(of: stream)?.joinsText ?? false {
            for section in sections(of: stream, in: drafts)
            where section.height > tallest?.section.height ?? 0 {
                tallest = (stream, section)
            }
        }
        guard let (stream, section) = tallest else { return nil }
        // As many in a row as are as wide there as beside the text.
        let narrowest = masters.frames(of: stream).map(\.columnWidth).min() ?? text.columnWidth
        let count = (text.columnWidth + text.gutter) / (max(narrowest, .pt(1)) + text.gutter)
        return flow.joining(
            section.blocks,
            of: stream,
            to: leading,
            inRowsOf: max(1, Int(count.rounded())),
            gutter: text.gutter
        )
    }

    /// Blocks under one heading beside the text, and how tall they stand.
    private struct Section {
        var blocks: Range<Int>
        var height: Double
    }

    /// The first of the frames that a stream is poured into, by the names of their masters.
    private func frame(of stream: Int) -> ResolvedFrame? { masters.frames(of: stream).first }

    private func sections(of stream: Int, in drafts: [PageDraft]) -> [Section] {
        let blocks = streams[stream].blocks
        let filled = drafts.lazy.flatMap { draft in
            draft.geometry.filled.lazy.filter { draft.stream(of: $0) == stream }
        }
        guard let galley = filled.first?.poured.galley, galley.blockStarts.count == blocks.count
        else { return [] }
        let starts = blocks.indices.filter { $0 == 0 || blocks[$0].beginsSection }
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1] : blocks.count
            let foot = end < blocks.count ? galley.blockStarts[end] : galley.strips.count
            let height = galley.strips[galley.blockStarts[start]..<foot].reduce(0) {
                $0 + $1.height.points + $1.spaceBefore.points
            }
            return Section(blocks: start..<end, height: height)
        }
    }
}

extension Block {
    fileprivate var beginsSection: Bool {
        if style.keepsWithNext { return true }
        if case .box(let inner) = content { return inner.first?.beginsSection ?? false }
        return false
    }
}

extension MasterChoice {
    /// The frames that a stream is poured into, in the order of their masters.
    fileprivate func frames(of stream: Int) -> [ResolvedFrame] {
        all.flatMap { $0.frames.filter { $0.stream == stream } }
    }
}

extension Flow {
    /// Blocks of a side stream at the end of the leading one.
    fileprivate func joining(
        _ blocks: Range<Int>,
        of side: Int,
        to leading: Int,
        inRowsOf count: Int,
        gutter: Length
    ) -> Flow {
        var flow = self
        var joined = Array(streams[side].blocks[blocks]).inRows(of: count, gutter: gutter)
        if let space = joined.first?.style.spaceBefore {
            joined[0].style.spaceBefore = max(space, grid?.pitch ?? .zero)
        }
        flow.streams[side].blocks.removeSubrange(blocks)
        flow.streams[leading].blocks += joined
        return flow
    }
}

extension [Block] {
    /// A heading over the whole width, what is under it in rows.
    fileprivate func inRows(of count: Int, gutter: Length) -> [Block] {
        guard count > 1 else { return self }
        let heads = prefix { $0.style.keepsWithNext }
        return heads
            + stride(from: heads.count, to: self.count, by: count).map { start in
                let row = self[start..<Swift.min(start + count, self.count)]
                // A row that is not full leaves its last places empty.
                let cells = (0..<count).map { place in
                    RowCell(width: .share(1), blocks: Array(row.dropFirst(place).prefix(1)))
                }
                var block = Block(.row(cells, gutter: gutter))
                block.style.spaceBefore = row.map(\.style.spaceBefore).max() ?? .zero
                block.origin = row.first?.origin
                return block
            }
    }
}
