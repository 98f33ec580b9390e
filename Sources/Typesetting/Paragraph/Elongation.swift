import Flow
import Glyphs
import Linebreaking
import Shaping
import Unicode
import Units

/// How much a line's words may be drawn out.
private enum Elongating {
    /// What spaces take by themselves, as a share of their width: no word is drawn out for less.
    static let unseen = 0.3
    /// What is left to them where words are.
    static let kept = 0.12
    static let mostInLine = 3
    /// In tatweels.
    static let most = 3
}

extension ParagraphSetter {
    /// Draws out a few words of a line whose spaces would come out wide, one stroke in each, and returns
    /// how much of the lack that takes.
    ///
    /// Lines are chosen without it. Where the search was told of the strokes, as so much more that words
    /// may stretch, it set fewer lines tight and none more even: at 45 mm word spaces departed by .081 em
    /// as before, and by .092 the more it was told; at 100 mm by .023 and .028.
    ///
    /// - Parameters:
    ///   - lack: What spaces would have to take, in points.
    ///   - spaces: What they take in their own width.
    mutating func elongate(
        _ line: inout LineParts,
        by lack: Double,
        spaces: Double,
        expansion: Double,
        of job: Job
    ) -> Double {
        guard lack > Elongating.unseen * spaces else { return 0 }
        let words = elongable(line, of: job)
        let chosen = words.prefix(min(Elongating.mostInLine, max(1, line.parts.count / 6)))
        var wanted = lack - Elongating.kept * spaces
        var taken = 0.0
        for (index, word) in chosen.enumerated() {
            let share = wanted / Double(chosen.count - index)
            let gained = draw(
                out: word.part,
                of: &line,
                at: word.place,
                by: share / expansion,
                of: job
            )
            taken += gained * expansion
            wanted -= gained * expansion
        }
        return taken
    }

    /// Words that may be drawn out, the best places first.
    private func elongable(_ line: LineParts, of job: Job) -> [(part: Int, place: Kashida.Place)] {
        var found: [(part: Int, place: Kashida.Place)] = []
        for (index, part) in line.parts.enumerated() where part.kind == .word {
            let runs = line.shapes[part.shape].runs
            guard job.gathered.pieces[part.piece].script == .arabic, runs.count == 1,
                shaper.catalogue[runs[0].font].takesKashida,
                let place = Kashida.place(in: job.gathered.bytes[part.range])
            else { continue }
            found.append((index, place))
        }
        // Of places as good, those nearer to the line's end, as calligraphers have it.
        return found.sorted { ($0.place.rank, -$0.part) < ($1.place.rank, -$1.part) }
    }

    /// Draws one word out by as many strokes as come nearest to a width without going beyond it, and
    /// returns what that is, in points.
    private func draw(
        out index: Int,
        of line: inout LineParts,
        at place: Kashida.Place,
        by width: Double,
        of job: Job
    ) -> Double {
        let part = line.parts[index]
        let piece = job.gathered.pieces[part.piece]
        let usual = line.shapes[part.shape]
        var best: ShapedWord?
        for count in 1...Elongating.most {
            let drawn = shaper.elongated(
                Array(job.gathered.bytes[part.range]),
                before: place.offset,
                by: count,
                like: usual,
                in: faces[Int(job.paragraph.spans[Int(piece.span)].style.index)]?.id,
                script: piece.script,
                level: piece.level
            )
            guard let drawn, (drawn.width - usual.width) * part.size <= width else { break }
            best = drawn
        }
        guard let best else { return 0 }
        let gained = (best.width - usual.width) * part.size
        line.shapes[part.shape] = best
        line.parts[index].width += gained
        return gained
    }
}
