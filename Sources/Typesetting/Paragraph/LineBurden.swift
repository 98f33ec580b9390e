import Flow
import Glyphs
import Linebreaking
import Pages
import Shaping
import Units

/// What lines carry besides their letters: the price of a column's end above them, notes, the
/// letter that hangs down from the first of them.
extension ParagraphSetter {
    func breakBefore(_ number: Int, in broken: Broken, of job: Job) -> Strip.Break {
        guard number > 0 else { return .allowed(cost: 0) }
        let left = broken.lines.count - number
        let isInCap = job.dropCap.map { number < $0.lines } ?? false
        if number < job.style.orphans || left < job.style.widows || isInCap { return .forbidden }
        return .allowed(cost: broken.lines[number - 1].isFlagged ? 60 : 10)
    }

    /// Hands each note to the line in which its mark stands.
    func addNotes(to strips: inout [Strip], of job: Job) {
        for insert in job.paragraph.inserts {
            guard case .footnote(let note) = insert.content, !strips.isEmpty else { continue }
            let after = strips.lastIndex { ($0.textStart ?? 0) <= insert.offset }
            strips[after ?? 0].notes.append(note)
        }
    }

    mutating func addDropCap(_ cap: DropCap, to strips: inout [Strip], of job: Job) {
        guard let baseline = strips.first?.baseline, let piece = job.gathered.pieces.first else {
            return
        }
        let span = job.paragraph.spans[Int(piece.span)]
        let face = face(of: piece, in: job)
        let range = Int(piece.start)..<cap.end
        let shaped = job.gathered.bytes.withUnsafeBufferPointer {
            shape(range, of: piece, in: $0)
        }
        var drawing = LineDrawing(
            owner: job.owner,
            baseline: baseline + job.style.leading * Double(cap.lines - 1)
        )
        let size = cap.size.points
        let part = LinePart(
            kind: .word,
            piece: 0,
            range: range,
            level: piece.level,
            size: size
        )
        let width = shaped.width * size
        let x = job.gathered.isRightToLeft ? job.measure.points - width : 0
        drawing.begin(span, piece.span, face, at: x, size: size)
        drawing.add(shaped, at: x, part, expansion: 1, tracking: 0)
        drawing.close(at: x + width)
        var strip = Strip(height: .zero)
        drawing.finish(into: &strip)
        strips[0].fragments.insert(contentsOf: strip.fragments, at: 0)
        strips[0].textStart = Int(piece.start)
    }
}
