import Flow
import Units

extension Flow {
    /// From baseline to baseline of its text: the grid's, else what most letters are set with.
    var bodyLeading: Length {
        if let grid { return grid.pitch }
        var letters: [Length: Int] = [:]
        visitBlocks {
            guard case .paragraph(let paragraph) = $0.content else { return }
            letters[paragraph.style.leading, default: 0] += paragraph.text.utf8.count
        }
        return letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .pt(12)
    }
}
