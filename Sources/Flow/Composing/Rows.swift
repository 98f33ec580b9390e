import Content
import Diagnostics
import Layouts
import Units

extension Composer {
    /// Cells side by side; nothing where all of them are empty.
    mutating func row(
        _ cells: [CellRecipe],
        gutter: Measure,
        type: Type,
        at span: Span
    ) -> [Block] {
        let composed = cells.flatMap { cell in
            contents(of: cell).map { blocks in
                RowCell(
                    width: extent(cell.width, size: type.size),
                    blocks: blocks,
                    alignment: cell.alignment
                )
            }
        }
        guard composed.contains(where: { !$0.blocks.isEmpty }) else { return [] }
        let content = Block.Content.row(composed, gutter: resolve(gutter, size: type.size))
        return [Block(content, style: blockStyle(type), origin: span)]
    }

    /// What stands in each of the cells that one recipe makes.
    private mutating func contents(of cell: CellRecipe) -> [[Block]] {
        guard let each = cell.each else {
            let blocks = blocks(cell.blocks)
            return cell.isOptional && blocks.isEmpty ? [] : [blocks]
        }
        checkPath(of: each)
        return values(of: each).enumerated().map { index, value in
            binding(cell.name, to: value, number: index + 1) { $0.blocks(cell.blocks) }
        }
        .filter { !$0.isEmpty }
    }
}
