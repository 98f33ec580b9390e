import Flow
import Units

/// How a flow is varied to meet a number of pages: shares of what its styles say.
struct Setting: Hashable {
    var leading = 1.0
    var spaces = 1.0
    var pictures = 1.0
    /// Added between letters, in ems.
    var tracking = 0.0
    /// Blocks of this priority and lower ones are left out.
    var leavesOutUpTo: Int?

    /// As tight as a target allows at 1, untouched at 0, as loose as it allows at -1.
    init(tightness: Double, within target: FitTarget, leavingOutUpTo priority: Int? = nil) {
        leading = 1 - tightness * (1 - target.leading)
        spaces = 1 - tightness * Self.mostSpace
        if tightness > 0 {
            pictures = 1 - tightness * (1 - target.pictures)
            tracking = -tightness * target.tracking
        }
        leavesOutUpTo = priority
    }

    /// The share by which gaps between blocks may shrink or grow.
    private static let mostSpace = 0.3

    func applied(to flow: Flow) -> Flow {
        var flow = flow
        flow.fit = nil
        flow.textStyles = tracked(flow.textStyles)
        if let grid = flow.grid { flow.grid?.pitch = grid.pitch * leading }
        for index in flow.streams.indices {
            flow.streams[index].blocks = flow.streams[index].blocks.compactMap {
                $0.compactMapping { varied($0) }?.mappingParagraphs { varied($0) }
            }
        }
        return flow
    }

    private func tracked(_ styles: TextStyles) -> TextStyles {
        guard tracking != 0 else { return styles }
        // All styles move alike, so those that differed still do and numbers stay as they are.
        var tracked = TextStyles()
        for var style in styles.all {
            style.tracking += tracking
            _ = tracked.id(of: style)
        }
        return tracked
    }

    private func varied(_ block: Block) -> Block? {
        if let most = leavesOutUpTo, let priority = block.style.priority, priority <= most {
            return nil
        }
        var block = block
        block.style.spaceBefore = block.style.spaceBefore * spaces
        block.style.spaceAfter = block.style.spaceAfter * spaces
        switch block.content {
        case .space(let height): block.content = .space(height * spaces)
        case .picture(var picture):
            // Cut, not shrunk: a picture keeps its place across.
            picture.keptHeight *= pictures
            block.content = .picture(picture)
        default: break
        }
        return block
    }

    private func varied(_ paragraph: Paragraph) -> Paragraph {
        guard leading != 1 else { return paragraph }
        var paragraph = paragraph
        paragraph.style.leading = paragraph.style.leading * leading
        return paragraph
    }
}
