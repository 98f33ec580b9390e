import Flow

extension Galley {
    /// Keeps the last of three or more like rows that end a text from having a page to itself, such as
    /// the last of several speakers.
    mutating func keepLastRow(of blocks: [Block]) {
        guard blocks.count > 2, let last = blocks.last, last.isKeptRow,
            blocks.suffix(3).allSatisfy({ $0.isKeptRow && $0.style == last.style }),
            let start = blockStarts.last, start < strips.count
        else { return }
        strips[start].avoidBreakAbove(at: Demerits.lastThings)
    }
}

extension Block {
    fileprivate var isKeptRow: Bool {
        if case .row = content { style.keepsTogether && continuation == nil } else { false }
    }
}
