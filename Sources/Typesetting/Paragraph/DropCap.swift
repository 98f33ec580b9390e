import Flow
import Glyphs
import Pages
import Shaping
import Units

/// A letter of the first piece that is several lines tall.
struct DropCap {
    var lines: Int
    /// The byte at which the rest of the text begins.
    var end: Int
    var size: Length
    /// With the white to the text beside it.
    var width: Length
}

extension ParagraphSetter {
    /// The paragraph's drop cap, as tall as its lines from the height of capitals to the last
    /// baseline; nil where it has none or begins with no letter.
    mutating func dropCap(of job: Job) -> DropCap? {
        let lines = job.style.dropCap
        guard lines >= 2, let piece = job.gathered.pieces.first, piece.kind == .word else {
            return nil
        }
        let word = job.gathered.text(piece.range)
        guard let first = word.first, first.isLetter else { return nil }
        let face = face(of: piece, in: job)
        let own = face.style.size * job.scale
        let height = job.style.leading * Double(lines - 1) + own * face.metrics.capHeight
        let size = height / max(face.metrics.capHeight, 0.1)
        let letter = String(first)
        let width = shaper.shape(letter, in: face.id, script: piece.script, level: piece.level)
            .width
        let whole = size * width + own * 0.3
        guard whole < job.measure * 0.5 else { return nil }
        return DropCap(
            lines: lines,
            end: Int(piece.start) + letter.utf8.count,
            size: size,
            width: whole
        )
    }
}
