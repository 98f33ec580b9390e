import Arrangement
import Flow
import Units

extension [SetCell] {
    /// The same cells of two languages with the notes that are marked in them side by side, the first with
    /// the first: one below the other, they would take steps down the page.
    ///
    /// Both stand on the page of the mark in the first language. Where the other mark is lines away, so
    /// that a column may end between them, each note keeps to its own.
    func levellingNotes(across measure: Length) -> [SetCell] {
        let marked = map(\.galley.markedNotes)
        guard marked.contains(where: { !$0.isEmpty }) else { return self }
        var cells = self
        for cell in cells.indices {
            for strip in cells[cell].galley.strips.indices {
                cells[cell].galley.strips[strip].footnotes = []
            }
        }
        for number in 0..<(marked.map(\.count).max() ?? 0) {
            let both = cells.indices.filter { number < marked[$0].count }
            let lines = both.map { marked[$0][number].strip }
            let isNear = (lines.max() ?? 0) - (lines.min() ?? 0) <= Self.nearLines
            for beside in isNear ? [both] : both.map({ [$0] }) {
                let row = CellRow(
                    beside.map { cells[$0].holding(marked[$0][number].note) }
                )
                let note = Galley(measure: measure, strips: row.slices(leaving: 2))
                let strip = marked[beside[0]][number].strip
                cells[beside[0]].galley.strips[strip].footnotes.append(note)
            }
        }
        return cells
    }

    private static var nearLines: Int { 3 }
}

extension SetCell {
    /// A cell in the same place, its first line level with those beside it.
    fileprivate func holding(_ galley: Galley) -> SetCell {
        SetCell(galley: galley, left: left, width: width, alignment: .baseline)
    }
}

extension Galley {
    /// With the strip that each is marked in.
    fileprivate var markedNotes: [(strip: Int, note: Galley)] {
        strips.indices.flatMap { strip in strips[strip].footnotes.map { (strip, $0) } }
    }
}
