import Diagnostics
import Flow
import Glyphs
import Linebreaking
import Pages
import Shaping
import Structure
import Unicode
import Units

/// How a line's letters and spaces are stretched to its measure.
struct Adjustment {
    /// What glyphs are multiplied with.
    var expansion = 1.0
    /// Added between letters, in ems.
    var letterfit = 0.0
    /// Of spaces, each by its own stretch or shrink.
    var ratio = 0.0
    /// What is left over: the place of a ragged line in its measure.
    var slack = 0.0
}

extension ParagraphSetter {
    /// The fourth step: shares out what each line lacks, and draws it.
    ///
    /// - Parameter isDrawn: Whether letters are wanted, and not only where lines stand.
    mutating func justified(_ broken: Broken, of job: Job, isDrawn: Bool = true) -> [Strip] {
        var strips: [Strip] = []
        strips.reserveCapacity(broken.lines.count)
        var parts = spareParts.take() ?? LineParts()
        for number in broken.lines.indices {
            strips.append(strip(of: broken.lines[number], in: job))
            strips[number].breakBefore = breakBefore(number, in: broken, of: job)
            guard isDrawn else { continue }
            find(&parts, in: broken.lines[number].items, of: job)
            draw(&parts, number, of: broken, for: job, into: &strips[number])
        }
        spareParts = parts
        if let cap = job.dropCap {
            makeRoom(for: cap, in: &strips)
            if isDrawn { addDropCap(cap, to: &strips, of: job) }
        }
        addNotes(to: &strips, of: job)
        return strips
    }

    /// A line's strip, in which nothing stands yet.
    private mutating func strip(of line: TotalFit.Breaks.Line, in job: Job) -> Strip {
        let standing = standing(of: job)
        var strip = Strip(height: standing.leading, baseline: standing.baseline, grid: .whole)
        strip.textStart = start(of: line, in: job)
        strip.origin = origin(of: line, in: job)
        return strip
    }

    /// How tall every line of a paragraph is, and where its baseline lies below its top.
    mutating func standing(of job: Job) -> (leading: Length, baseline: Length) {
        let face = face(job.strut)
        // Text that is made smaller to fit keeps its proportions.
        let leading = job.style.leading * job.scale
        let middle = (face.metrics.ascender + face.metrics.descender) / 2
        return (leading, leading / 2 + face.style.size * job.scale * middle)
    }

    private mutating func draw(
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

    private func start(of line: TotalFit.Breaks.Line, in job: Job) -> Int? {
        for index in line.items where job.measured.atoms[index].piece >= 0 {
            return Int(job.measured.atoms[index].start)
        }
        return nil
    }

    private func origin(of line: TotalFit.Breaks.Line, in job: Job) -> Diagnostics.Span? {
        for index in line.items where job.measured.atoms[index].piece >= 0 {
            let piece = job.gathered.pieces[Int(job.measured.atoms[index].piece)]
            return job.paragraph.spans[Int(piece.span)].origin
        }
        return nil
    }

    private mutating func adjust(
        _ parts: inout LineParts,
        _ number: Int,
        in broken: Broken,
        of job: Job
    ) -> Adjustment {
        let line = broken.lines[number]
        var natural = 0.0
        for part in parts.parts where part.kind != .trailing { natural += part.width }
        let hangs = hangs(of: line, in: job)
        natural -= hangs.start + hangs.end
        var lack = broken.measures[number].width.points - natural
        if let leader = parts.parts.firstIndex(where: { $0.kind == .leader }) {
            parts.parts[leader].width = max(0, lack)
            lack = min(0, lack)
        }
        let isLoose =
            lack > 0 && (line.isForced || !broken.isJustified)
            && !isNearlyFull(parts.parts, lacking: lack, number, in: broken, of: job)
        if isLoose || (!broken.isJustified && lack > -0.01) { return Adjustment(slack: lack) }
        return share(lack, among: &parts, broken.give, of: job)
    }

    /// Whether the last line of justified text leaves a gap that looks like a slip, and can do without.
    private func isNearlyFull(
        _ parts: [LinePart],
        lacking lack: Double,
        _ number: Int,
        in broken: Broken,
        of job: Job
    ) -> Bool {
        guard broken.isJustified, number == broken.lines.count - 1,
            lack < job.style.lastLineGap.points
        else { return false }
        let room = Room(of: parts)
        let spacing = broken.give.spacing
        let given =
            room.letters * (spacing.glyph.upperBound - 1) + room.gaps * spacing.letter.upperBound
        return lack - given <= room.spaces * Self.goodStretch
    }

    /// How far spaces may grow, as a share of their width, for a line that need not be full.
    private static let goodStretch = 0.25

    /// How far a line hangs out of the measure on either side.
    private func hangs(of line: TotalFit.Breaks.Line, in job: Job) -> (start: Double, end: Double) {
        let items = job.measured.items
        let first = items[line.items.lowerBound]
        // A hyphen that is repeated is drawn, and so has its room.
        let start = first.repeatsHyphen ? 0 : first.hangStart.points
        return (start, line.end(among: items).hang.points)
    }

    /// Letters give first, in steps that make few fonts, then the white between them, then words that
    /// may be drawn out, then spaces.
    private mutating func share(
        _ lack: Double,
        among line: inout LineParts,
        _ give: Give,
        of job: Job
    ) -> Adjustment {
        let room = Room(of: line.parts)
        var left = lack
        var adjustment = Adjustment()
        widen(room, by: &left, give.spacing, &adjustment)
        track(room, by: &left, give.spacing, &adjustment)
        left -= elongate(
            &line,
            by: left,
            spaces: room.spaces,
            expansion: adjustment.expansion,
            of: job
        )
        if left > Self.widestSpace * room.spaces { return Adjustment(slack: lack) }
        if room.spaces > 0 {
            for index in line.parts.indices where line.parts[index].kind == .space {
                let gap = 2 * adjustment.letterfit * line.parts[index].size
                line.parts[index].extra = left * line.parts[index].width / room.spaces - gap
            }
            left = 0
        }
        adjustment.slack = left
        return adjustment
    }

    /// What a line has that may give, in points.
    private struct Room {
        var letters = 0.0
        /// The ems of all places between letters that may be parted.
        var gaps = 0.0
        var spaces = 0.0

        init(of parts: [LinePart]) {
            for index in parts.indices where parts[index].kind != .trailing {
                let part = parts[index]
                if part.kind == .space {
                    spaces += part.width
                    continue
                }
                letters += part.width
                if part.isJoined { continue }
                // Between a word and its hyphen too, but not beside a space.
                let next = index + 1 < parts.count ? parts[index + 1].kind : .trailing
                let isFollowed = next == .word || next == .hyphen
                gaps += Double(max(part.clusters - (isFollowed ? 0 : 1), 0)) * part.size
            }
        }
    }

    private func widen(
        _ room: Room,
        by left: inout Double,
        _ spacing: Give.Spacing,
        _ adjustment: inout Adjustment
    ) {
        guard room.letters > 0 else { return }
        let bounded = min(
            max(left / room.letters, spacing.glyph.lowerBound - 1),
            spacing.glyph.upperBound - 1
        )
        let step = (bounded / Self.expansionStep).rounded() * Self.expansionStep
        adjustment.expansion = 1 + step
        left -= step * room.letters
    }

    /// A little, spaces take, and nobody sees it: tracked letters are placed one by one, and a page of
    /// them costs twice as much to paint as one of words.
    private func track(
        _ room: Room,
        by left: inout Double,
        _ spacing: Give.Spacing,
        _ adjustment: inout Adjustment
    ) {
        guard room.gaps > 0, abs(left) > Self.unseenSpace * room.spaces,
            spacing.letter.upperBound > spacing.letter.lowerBound
        else { return }
        adjustment.letterfit = min(
            max(left / room.gaps, spacing.letter.lowerBound),
            spacing.letter.upperBound
        )
        left -= adjustment.letterfit * room.gaps
    }

    /// The share of its width by which a word space may depart before letters are tracked.
    private static let unseenSpace = 0.04

    /// How far spaces may grow, as a share of their width, before their line had better fall short: beside
    /// a word that nothing divides, holes are worse than a ragged edge.
    private static let widestSpace = 3.0

    /// Glyphs are widened in steps, so that a file holds few sizes of a font.
    private static let expansionStep = 0.005

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
        var x = first.kind == .trailing ? left - first.width : left
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
