import Arrangement
import Flow
import Units

/// How a flow is varied to meet a number of pages.
struct LeverSetting: Hashable {
    /// How far each lever is drawn, from -1, as loose as it may, over 0, as designed, to 1, as tight as
    /// it may.
    var draws: [LeverKind: Double] = [:]
    /// Blocks of this priority and lower ones are left out.
    var leavesOutUpTo: Int?
    private var bounds: [LeverKind: Double] = [:]

    init(
        _ draws: [LeverKind: Double] = [:],
        within target: FitTarget,
        leavingOutUpTo priority: Int? = nil
    ) {
        self.draws = draws
        leavesOutUpTo = priority
        for lever in target.levers { bounds[lever.kind] = lever.bound }
    }

    var isDesign: Bool { leavesOutUpTo == nil && draws.values.allSatisfy { $0 == 0 } }

    /// What is left of what the design says.
    func share(_ kind: LeverKind) -> Double {
        guard let draw = draws[kind], let bound = bounds[kind] else { return 1 }
        // Pictures and rows are never taller than designed.
        let isHeight = kind == .pictures || kind == .rows
        return 1 - (isHeight ? max(0, draw) : draw) * (1 - bound)
    }

    /// Added between letters, in ems; letters are not set apart.
    var tracking: Double {
        guard let draw = draws[.tracking], let bound = bounds[.tracking] else { return 0 }
        return -max(0, draw) * bound
    }

    func applied(to flow: Flow) -> Flow {
        var flow = flow
        flow.fit = nil
        flow.textStyles = varied(flow.textStyles)
        if let grid = flow.grid { flow.grid?.pitch = grid.pitch * share(.leading) }
        for index in flow.streams.indices {
            flow.streams[index].blocks = flow.streams[index].blocks.compactMap {
                $0.compactMapping { varied($0) }?.mappingParagraphs { varied($0) }
            }
        }
        return flow
    }

    private func varied(_ styles: TextStyles) -> TextStyles {
        let size = share(.size)
        guard tracking != 0 || size != 1 else { return styles }
        // All styles move alike, so those that differed still do and numbers stay as they are.
        var varied = TextStyles()
        for var style in styles.all {
            style.tracking += tracking
            style.size = style.size * size
            style.rise = style.rise * size
            _ = varied.id(of: style)
        }
        return varied
    }

    private func varied(_ block: Block) -> Block? {
        if let most = leavesOutUpTo, let priority = block.style.priority, priority <= most {
            return nil
        }
        var block = block
        let gaps = share(.gaps)
        block.style.spaceBefore = block.style.spaceBefore * gaps
        block.style.spaceAfter = block.style.spaceAfter * gaps
        switch block.content {
        case .paragraph(var paragraph) where block.style.grid == .off:
            // Where no grid says how far, lines stand as close as their letters are tall.
            paragraph.style.leading = paragraph.style.leading * share(.size)
            block.content = .paragraph(paragraph)
        case .space(let height): block.content = .space(height * gaps)
        case .picture(var picture):
            // Cut, not shrunk: a picture keeps its place across.
            picture.heightShare *= share(.pictures)
            block.content = .picture(picture)
        case .table(var table) where table.givesRoom:
            for row in table.rows.indices {
                table.rows[row].leastHeight = table.rows[row].leastHeight * share(.rows)
            }
            block.content = .table(table)
        default: break
        }
        return block
    }

    private func varied(_ paragraph: Paragraph) -> Paragraph {
        let leading = share(.leading)
        guard leading != 1 else { return paragraph }
        var paragraph = paragraph
        paragraph.style.leading = paragraph.style.leading * leading
        return paragraph
    }
}
