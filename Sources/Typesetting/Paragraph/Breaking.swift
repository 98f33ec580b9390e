import Arrangement
import Diagnostics
import Flow
import Linebreaking
import Units

/// A paragraph whose lines are known.
struct Broken {
    var breaks: TotalFit.Breaks
    var measures: LineMeasures
    /// Whether its lines are set to the measure.
    var isJustified: Bool
    var give: Give
    /// Whether it might be had in a line more or a line fewer.
    var mayVary = true

    var lines: [TotalFit.Breaks.Line] { breaks.lines }

    /// Whether some line of few letters would be pulled apart.
    var isBetterRagged: Bool {
        give.charactersPerLine < Give.raggedLimit && (breaks.loosest > 1 || breaks.isOverfull)
    }

    func with(_ breaks: TotalFit.Breaks) -> Broken {
        var copy = self
        copy.breaks = breaks
        return copy
    }

    func with(_ breaks: TotalFit.Breaks, varying fit: TotalFit) -> Broken {
        var copy = with(breaks)
        let lines = breaks.lines.count
        copy.mayVary = fit.mayVary(to: lines + 1) || fit.mayVary(to: lines - 1)
        return copy
    }
}

/// What is known of a paragraph that has been set: enough to look for its variants without finding its
/// usual lines again.
struct UsualSetting: Sendable {
    var lines: Int
    var demerits: Double
    var isJustified: Bool
    /// Whether it might be had in a line more or a line fewer.
    var mayVary: Bool
    /// Whether its lines are measured as its style says, nothing made smaller, set lower or divided
    /// anywhere for it.
    var isPlain: Bool

    init(_ broken: Broken, of job: ParagraphSetter.Job) {
        lines = broken.lines.count
        demerits = broken.breaks.demerits
        isJustified = broken.isJustified
        mayVary =
            broken.mayVary && !broken.breaks.isOverfull && !job.style.isBalanced
            && job.style.looseness == 0
        isPlain =
            job.scale == 1 && job.dropCap == nil && job.need == .nothing && !job.givesMore
    }
}

extension ParagraphSetter {
    /// The third step: finds the best lines.
    ///
    /// Where so few letters stand in a line that some line would be pulled apart, they are ragged.
    mutating func broken(_ job: Job) -> Broken {
        let isJustified =
            job.style.alignment == .justified && !job.style.isBalanced
            && !isRaggedThroughout(job)
        if let line = singleLine(job, isJustified: isJustified) { return line }
        if isJustified {
            let (fit, unbroken) = fit(for: job, isJustified: true)
            let breaks = withoutRivers(
                best(fit, of: job),
                fit,
                of: job.measured.items,
                unbroken.measures
            )
            let found = unbroken.with(breaks, varying: fit)
            if !found.isBetterRagged { return found }
        }
        let (fit, unbroken) = fit(for: job, isJustified: false)
        let found = unbroken.with(best(fit, of: job), varying: fit)
        guard job.style.isBalanced, found.lines.count > 1, !found.breaks.isOverfull else {
            return found
        }
        return unbroken.with(even(found.breaks, fit, of: job))
    }

    /// Whether most paragraphs of its language would be ragged in such a measure, so that all are.
    private mutating func isRaggedThroughout(_ job: Job) -> Bool {
        give(for: job).charactersPerLine < Give.undividedRaggedLimit && isUndivided(job)
    }

    /// The best lines; in as many more or fewer as the style wishes, as far as they are decent.
    private func best(_ fit: TotalFit, of job: Job) -> TotalFit.Breaks {
        let breaks = fit.broken()
        guard job.style.looseness != 0, !job.style.isBalanced, !breaks.isOverfull else {
            return breaks
        }
        return fit.loosened(breaks, by: job.style.looseness)
    }

    /// Lines of like length, one more where a small word would else hang at the end of one of them.
    private func even(_ breaks: TotalFit.Breaks, _ fit: TotalFit, of job: Job) -> TotalFit.Breaks {
        let lines = breaks.lines.count
        let most = min(job.style.fit?.lines ?? Self.mostEvenLines, Self.mostEvenLines)
        let even = fit.even(lines: lines, avoidingWaist: true) ?? breaks
        guard lines < most, fit.partsWords(even),
            let more = fit.even(lines: lines + 1, avoidingWaist: true), !fit.partsWords(more)
        else { return even }
        return more
    }

    /// Titles of more lines are texts.
    private static let mostEvenLines = 4

    /// The paragraph in a line more and a line fewer, as far as that can be had decently.
    mutating func variants(of usual: UsualSetting, for job: Job) -> [Broken] {
        guard usual.mayVary else { return [] }
        let (fit, unbroken) = fit(for: job, isJustified: usual.isJustified)
        return fit.variants(lines: usual.lines, demerits: usual.demerits).compactMap { breaks in
            guard usual.isJustified else { return unbroken.with(breaks) }
            let found = unbroken.with(
                withoutRivers(breaks, fit, of: job.measured.items, unbroken.measures)
            )
            return found.isBetterRagged ? nil : found
        }
    }

    /// A paragraph that needs no more than a line; nil where lines must be looked for.
    private mutating func singleLine(_ job: Job, isJustified: Bool) -> Broken? {
        let measures = measures(of: job)
        let line = TotalFit.singleLine(
            of: job.measured.items,
            in: measures[0].width,
            manners: Manners()
        )
        guard let line else { return nil }
        return unbroken(for: job, measures, isJustified: isJustified).with(line)
    }

    /// What finds lines, and what is known of them before they are found.
    private mutating func fit(for job: Job, isJustified: Bool) -> (TotalFit, Broken) {
        let measures = measures(of: job)
        let fit = TotalFit(
            job.measured.items,
            measures: measures,
            manners: manners(for: job, isRagged: !isJustified)
        )
        return (fit, unbroken(for: job, measures, isJustified: isJustified))
    }

    /// What is known of a paragraph before its lines are.
    private mutating func unbroken(
        for job: Job,
        _ measures: LineMeasures,
        isJustified: Bool
    ) -> Broken {
        Broken(
            breaks: TotalFit.Breaks(lines: [], demerits: 0, looseness: 0),
            measures: measures,
            isJustified: isJustified,
            give: give(for: job)
        )
    }

    private mutating func measures(of job: Job) -> LineMeasures {
        let rest = LineMeasures.Line(width: job.measure)
        if let cap = job.dropCap {
            let line = LineMeasures.Line(
                indent: cap.width,
                width: max(.zero, job.measure - cap.width)
            )
            return LineMeasures(first: Array(repeating: line, count: cap.linesBeside), rest: rest)
        }
        let indent = min(firstIndent(of: job), job.measure)
        guard indent != .zero else { return LineMeasures(rest: rest) }
        return LineMeasures(
            first: [LineMeasures.Line(indent: indent, width: job.measure - indent)],
            rest: rest
        )
    }

    private mutating func manners(for job: Job, isRagged: Bool) -> Manners {
        var manners = Manners()
        let size = face(job.strut).style.size * job.scale
        manners.minimumLastLine = max(job.measure * job.style.minimumLastLine, size * 2.6)
        if isRagged {
            manners.rag = max(size * 3, job.measure * 0.12)
            // A word alone is seen at once, and the line before it may end anywhere.
            manners.minimumLastLine = max(manners.minimumLastLine, size * 4)
            manners.runtDemerits *= 4
            // Nor is a word divided for that.
            manners.finalHyphenDemerits *= 16
        }
        return manners
    }

    /// Says which words would stick out, how far, and how they are divided therefore; of a paragraph
    /// whose lines are too narrow for most of its words, in one message.
    func reportTooWide(
        _ broken: Broken,
        of job: Job,
        divided need: Need,
        to report: inout Report
    ) {
        let wide = broken.lines.compactMap { tooWide($0, in: job) }
        let hint: Diagnostic.Message = need == .letters ? .dividedAnywhere : .dividedOfNeed
        guard wide.count > Self.mostWordsTold, let first = wide.first,
            let most = wide.map(\.excess).max()
        else {
            for word in wide {
                let message = Diagnostic.Message.tooWide(word.text, by: word.excess)
                report.add(.warning(message, at: word.span).hinting(hint))
            }
            return
        }
        let message = Diagnostic.Message.tooWide(first.text, and: wide.count - 1, byUpTo: most)
        report.add(.warning(message, at: first.span).hinting(.roomForWords))
    }

    /// Of more words than these, it is their lines that are wrong.
    private static var mostWordsTold: Int { 4 }

    /// The widest word of a line that it sticks out of.
    private func tooWide(_ line: TotalFit.Breaks.Line, in job: Job) -> (
        text: String, excess: Length, span: Span?
    )? {
        guard line.excess.points > 0.05 else { return nil }
        let widest = line.items.max {
            job.measured.items[$0].width < job.measured.items[$1].width
        }
        guard let widest, job.measured.atoms[widest].piece >= 0 else { return nil }
        let piece = job.gathered.pieces[Int(job.measured.atoms[widest].piece)]
        let span = job.paragraph.spans[Int(piece.span)]
        return (job.gathered.text(piece.range), line.excess, span.origin)
    }
}

extension Diagnostic.Message {
    static func tooWide(_ word: String, by excess: Length) -> Self {
        let message: Self =
            "‘\(shortened(word))’ is too wide for its line by \(decimal: excess.points.inHundredths) pt"
        return message.about(.width)
    }

    fileprivate static func tooWide(_ word: String, and more: Int, byUpTo excess: Length) -> Self {
        let message: Self =
            "‘\(shortened(word))’ and \(more) more words are too wide for their lines, by up to \(decimal: excess.points.inHundredths) pt"
        return message.about(.width)
    }

    fileprivate static var roomForWords: Self {
        "give them more room: a wider frame or column, or smaller type"
    }

    fileprivate static var dividedAnywhere: Self {
        "it is divided at any letter: put soft hyphens into it, or give it more room"
    }

    fileprivate static var dividedOfNeed: Self {
        "it is divided as its language does: put soft hyphens where you would, or give it more room"
    }

    static func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 40
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
    }
}
