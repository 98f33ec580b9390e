import Flow
import Glyphs
import Linebreaking
import Shaping
import Units

/// A part of a line: letters or spaces of one piece.
struct LinePart {
    enum Kind { case word, space, hyphen, leader, trailing }

    var kind: Kind
    var piece: Int
    var range: Range<Int>
    var level: UInt8
    var shaped: ShapedWord?
    var size = 0.0
    /// As measured, nothing stretched; with the style's own tracking.
    var width = 0.0
    /// Letters, as far as space between them is concerned.
    var clusters = 0
    /// Added to a space.
    var extra = 0.0

    var isBlank: Bool { kind == .space || kind == .trailing }
}

extension ParagraphSetter {
    /// What stands in a line, in the order of reading, shaped.
    mutating func parts(of line: TotalFit.Breaks.Line, in job: Job) -> [LinePart] {
        var parts: [LinePart] = []
        parts.reserveCapacity(line.items.count + 2)
        for index in line.items {
            let item = job.measured.items[index]
            guard item.kind != .penalty else { continue }
            add(job.measured.atoms[index], of: job, to: &parts)
        }
        let end = line.items.upperBound
        if end < job.measured.items.count { addEnd(end, of: job, to: &parts) }
        shape(&parts, of: job)
        return parts
    }

    private func add(_ atom: Measured.Atom, of job: Job, to parts: inout [LinePart]) {
        guard atom.piece >= 0 else { return }
        let piece = job.gathered.pieces[Int(atom.piece)]
        let range = Int(atom.start)..<Int(atom.end)
        if let last = parts.last, last.kind == .word, last.piece == Int(atom.piece),
            last.range.upperBound == range.lowerBound
        {
            parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
            return
        }
        let kind: LinePart.Kind =
            switch piece.kind {
            case .word: .word
            case .leader: .leader
            default: .space
            }
        parts.append(
            LinePart(kind: kind, piece: Int(atom.piece), range: range, level: piece.level)
        )
    }

    /// The hyphen that the break adds, or the spaces that it makes invisible.
    private func addEnd(_ end: Int, of job: Job, to parts: inout [LinePart]) {
        let item = job.measured.items[end]
        let atom = job.measured.atoms[end]
        if item.kind == .penalty, item.width > .zero, atom.piece >= 0 {
            let level = job.gathered.pieces[Int(atom.piece)].level
            parts.append(
                LinePart(kind: .hyphen, piece: Int(atom.piece), range: 0..<0, level: level)
            )
            return
        }
        var index = end
        while index < job.measured.items.count, index < end + 3 {
            let item = job.measured.items[index]
            if item.kind == .box || item.cost == -.infinity || item.fill > 0 { break }
            let atom = job.measured.atoms[index]
            if item.kind == .glue, atom.piece >= 0 {
                // A separator is not drawn at a line's end.
                if job.gathered.pieces[Int(atom.piece)].kind == .word { break }
                parts.append(
                    LinePart(
                        kind: .trailing,
                        piece: Int(atom.piece),
                        range: Int(atom.start)..<Int(atom.end),
                        level: job.gathered.baseLevel
                    )
                )
            }
            index += 1
        }
    }

    private mutating func shape(_ parts: inout [LinePart], of job: Job) {
        for index in parts.indices {
            let piece = job.gathered.pieces[parts[index].piece]
            let face = face(of: piece, in: job)
            let size = face.style.size.points * job.scale
            parts[index].size = size
            guard parts[index].kind != .leader else { continue }
            var shaped: ShapedWord
            if parts[index].kind == .hyphen {
                let hyphen = face.hyphen
                shaped = shaper.shape(
                    hyphen.span,
                    in: face.id,
                    script: piece.script,
                    level: piece.level
                )
            } else {
                shaped = job.gathered.bytes.withUnsafeBufferPointer {
                    shape(parts[index].range, of: piece, in: $0)
                }
            }
            var clusters = 0
            for run in shaped.runs { clusters += run.clusters.count }
            parts[index].clusters = clusters
            parts[index].width = (shaped.width + Double(clusters) * face.style.tracking) * size
            parts[index].shaped = shaped
        }
    }
}
