import Arrangement
import Flow
import Glyphs
import Linebreaking
import Shaping
import Unicode
import Units

/// Lines with their letters, each part at its place.
extension ParagraphSetter {
    /// Draws the parts of a line as far as each of them was stretched.
    mutating func draw(
        _ line: inout LineParts,
        _ number: Int,
        of broken: Broken,
        for job: Job,
        into strip: inout Strip
    ) {
        guard !line.parts.isEmpty, let baseline = strip.baseline else { return }
        let adjustment = adjust(&line, number, in: broken, of: job)
        let left = left(of: broken.lines[number], adjustment, number, in: broken, of: job)
        var drawing = LineDrawing(
            owner: job.owner,
            baseline: baseline,
            letters: tray.take() ?? LetterTray()
        )
        draw(line, adjustment, from: left, of: job, into: &drawing)
        drawing.finish(into: &strip)
        tray = drawing.letters
    }

    /// The place of the line's left end, from the left edge of the column.
    private func left(
        of line: TotalFit.Breaks.Line,
        _ adjustment: Adjustment,
        _ number: Int,
        in broken: Broken,
        of job: Job
    ) -> Double {
        let measure = broken.measures[number]
        let isRightToLeft = job.gathered.isRightToLeft
        // A line that sticks out does so at its end.
        let slack = adjustment.slack
        let atStart: Double =
            switch job.style.alignment {
            case .start, .justified: 0
            case .end: slack
            case .centre: slack / 2
            }
        let hangs = hangs(of: line, in: job)
        if isRightToLeft {
            let edge = (job.measure - measure.indent - measure.width).points
            return edge + slack - atStart - hangs.end
        }
        return measure.indent.points + atStart - hangs.start
    }

    private mutating func draw(
        _ line: LineParts,
        _ adjustment: Adjustment,
        from left: Double,
        of job: Job,
        into drawing: inout LineDrawing
    ) {
        // From left to right; nil where that is the order of reading.
        let order = line.runsLeftToRight ? nil : visualOrder(ofLevels: line.parts.map(\.level))
        let first = line.parts[order?.first ?? 0]
        var x = left
        if first.kind == .trailing { x -= first.width + adjustment.letterfit * first.trackedEms }
        var end = left
        for place in line.parts.indices {
            let index = order?[place] ?? place
            let part = line.parts[index]
            if part.kind == .leader {
                drawLeader(part, at: x, rank: index, of: job, into: &drawing)
                x += part.width
                continue
            }
            if !drawing.isWithin(part.span, size: part.size) {
                begin(part.span, at: x, size: part.size, of: job, in: &drawing)
            }
            let letterfit = part.isJoined ? 0 : adjustment.letterfit
            let tracking = (part.tracking + letterfit) * part.size
            let scale = part.isBlank ? 1 : adjustment.expansion
            let shaped = line.shapes[part.shape]
            drawing.add(
                shaped,
                at: x,
                part,
                rank: index,
                expansion: adjustment.expansion,
                tracking: tracking
            )
            var width = shaped.width * part.size * scale + Double(part.clusters) * tracking
            if part.isBlank { width += part.extra }
            x += width
            if part.kind != .trailing { end = x }
        }
        drawing.close(at: end)
    }

    private mutating func begin(
        _ number: Int32,
        at x: Double,
        size: Double,
        of job: Job,
        in drawing: inout LineDrawing
    ) {
        let span = job.paragraph.spans[Int(number)]
        drawing.begin(
            span,
            number,
            face(span.style),
            at: x,
            size: size,
            words: span.link == nil ? "" : job.gathered.spokenText(ofLinkAt: Int(number))
        )
    }

    private mutating func drawLeader(
        _ part: LinePart,
        at x: Double,
        rank: Int,
        of job: Job,
        into drawing: inout LineDrawing
    ) {
        drawing.close(at: x)
        let piece = job.gathered.pieces[part.piece]
        let face = face(of: piece, in: job)
        guard piece.insert >= 0,
            case .leader(let pattern) = job.paragraph.inserts[Int(piece.insert)].content,
            !pattern.isEmpty
        else { return }
        let shaped = shaper.shape(pattern, in: face.id, script: piece.script, level: piece.level)
        let width = shaped.width * part.size
        guard width > 0.1 else { return }
        let clear = part.size * 0.3
        let count = Int(max(0, part.width - 2 * clear) / width)
        guard count > 0, count < 2_000 else { return }
        // Counted from the right edge, so that the dots of lines stand under each other.
        let isRightToLeft = job.gathered.isRightToLeft
        let start =
            isRightToLeft ? x + clear : x + part.width - clear - Double(count) * width
        drawing.addLeader(shaped, count: count, from: start, part, rank: rank, face)
    }
}
