import Arrangement
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
        standing(job.style, scale: job.scale, type: job.strut)
    }

    /// How tall lines of a style are in some type, and where their baseline lies below their top.
    ///
    /// - Parameter scale: What all sizes are multiplied with: text that is made smaller to fit keeps its
    ///   proportions.
    mutating func standing(_ style: ParagraphStyle, scale: Double, type: TextStyleID?) -> (
        leading: Length, baseline: Length
    ) {
        let leading = style.leading * scale
        guard let type else { return (leading, leading / 2) }
        let face = face(type)
        let middle = (face.metrics.ascender + face.metrics.descender) / 2
        return (leading, leading / 2 + face.style.size * scale * middle)
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

    mutating func adjust(
        _ parts: inout LineParts,
        _ number: Int,
        in broken: Broken,
        of job: Job
    ) -> Adjustment {
        let line = broken.lines[number]
        let ideal = broken.give.spacing.idealWord
        if ideal != 1 { parts.widenSpaces(to: ideal) }
        var natural = 0.0
        for part in parts.parts where part.kind != .trailing { natural += part.width + part.extra }
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
    func hangs(of line: TotalFit.Breaks.Line, in job: Job) -> (start: Double, end: Double) {
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
        if job.gathered.isRightToLeft { left -= adjustment.letterfit * line.trackedEmsAtEnd }
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
                let gap = adjustment.letterfit * line.trackedEms(atSpace: index)
                line.parts[index].extra += left * line.parts[index].width / room.spaces - gap
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
}
