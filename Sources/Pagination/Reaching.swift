import Flow
import Pages
import Structure
import Typesetting
import Units

extension Makeup {
    /// A flow whose tables stay within their frames where they would stand on what is beside the text; nil
    /// where none does.
    func keepingClear(_ flow: Flow, of drafts: [PageDraft]) -> Flow? {
        guard let leading else { return nil }
        let blocks = flow.streams[leading].blocks
        var kept: Flow?
        for index in blocks.indices where blocks[index].style.reaches {
            let collides = drafts.contains { draft in
                draft.leading.contains {
                    draft.occupies(beside: blocks[index], in: $0, on: flow.grid)
                }
            }
            guard collides else { continue }
            kept = kept ?? flow
            kept?.streams[leading].blocks[index].style.reachLeft = .zero
            kept?.streams[leading].blocks[index].style.reachRight = .zero
        }
        return kept
    }
}

extension PageDraft {
    /// Whether something stands where a block stands out of a column, or the page ends there.
    fileprivate func occupies(
        beside block: Block,
        in column: FilledColumn,
        on grid: BaselineGrid?
    ) -> Bool {
        guard let height = column.height(of: block, on: grid) ?? column.height(ofFloating: block)
        else { return false }
        let style = block.style
        let (left, right) = (column.column.left, column.column.left + column.column.width)
        let clear = Length.pt(column.poured.line)
        if left < style.reachLeft || right + style.reachRight > geometry.master.size.width {
            return true
        }
        return (geometry.filled + leading).contains { other in
            let place = other.column
            if place == column.column { return false }
            let isBeside =
                place.left < left && place.left + place.width > left - style.reachLeft
                || place.left + place.width > right && place.left < right + style.reachRight
            let foot = place.top + other.height(on: grid)
            return isBeside && place.top < height.foot + clear && foot + clear > height.top
        }
    }
}

extension FilledColumn {
    /// Where on the page a block stands that stands out of its column; nil where it does not.
    fileprivate func height(of block: Block, on grid: BaselineGrid?) -> (top: Length, foot: Length)?
    {
        let strips = poured.galley.strips
        guard let first = range.first, range.contains(where: { strips[$0].standsOut }) else {
            return nil
        }
        let stack = poured.galley.stacked(
            range,
            measures: poured.measures,
            grid: ColumnGrid(grid, columnTop: column.top),
            below: .pt(floats.heights.top + poured.headHeights[first])
        )
        let own = range.filter { strips[$0].standsOut && strips[$0].isPart(of: block) }
        guard let top = own.first, let foot = own.last else { return nil }
        return (
            column.top + stack.tops[top - first],
            column.top + stack.tops[foot - first] + strips[foot].height
        )
    }

    /// The same of a block that floats in it; at the foot, notes beneath it counted in.
    fileprivate func height(ofFloating block: Block) -> (top: Length, foot: Length)? {
        guard
            let float = floats.first(where: { float in
                float.floating.galley.strips.contains { $0.standsOut && $0.isPart(of: block) }
            })
        else { return nil }
        let heights = floats.heights
        switch float.place {
        case .top: return (column.top, column.top + .pt(heights.top))
        case .foot:
            let foot = column.top + column.height
            let notes = notes.reduce(Length.zero) { $0 + $1.height }
            let top = foot - notes - .pt(heights.foot)
            return (endsText ? column.top : top, foot)
        }
    }
}

extension Strip {
    /// Whether it holds words of a block.
    fileprivate func isPart(of block: Block) -> Bool {
        let owners = fragments.compactMap { fragment -> ElementID? in
            if case .element(let element) = fragment.owner { element } else { nil }
        }
        return block.hasBlock { inner in inner.element.map(owners.contains) ?? false }
    }
}
