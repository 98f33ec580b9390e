import Flow
import Linebreaking

/// What lines carry besides their letters: the price of a column's end above them, and notes.
extension ParagraphSetter {
    func breakBefore(_ number: Int, in broken: Broken, of job: Job) -> Strip.Break {
        guard number > 0 else { return .allowed(cost: 0) }
        let left = broken.lines.count - number
        let isInCap = job.dropCap.map { number < $0.linesBeside } ?? false
        if number < job.style.orphans || left < job.style.widows || isInCap { return .forbidden }
        let followsHyphen = broken.lines[number - 1].isFlagged
        return .allowed(cost: followsHyphen ? Demerits.afterHyphen : Demerits.insideParagraph)
    }

    /// Hands each note to the line in which its mark stands.
    func addNotes(to strips: inout [Strip], of job: Job) {
        for insert in job.paragraph.inserts {
            guard case .footnote(let note) = insert.content, !strips.isEmpty else { continue }
            let after = strips.lastIndex { ($0.textStart ?? 0) <= insert.offset }
            strips[after ?? 0].notes.append(note)
        }
    }
}
