import Arrangement
package import Diagnostics
package import Flow
package import Hyphenation
import Linebreaking
import Pages
package import Shaping
package import Structure
package import Unicode
package import Units

/// Sets paragraphs in lines.
///
/// Four steps, one file each: the text is gathered into words and spaces, they are measured, the
/// best breaks are found, and each line is justified.
package struct ParagraphSetter: LineSetting {
    let shaper: Shaper
    var hyphenator: Hyphenator
    let breaker: LineBreaker
    let styles: TextStyles
    /// For each text style, once it has been met.
    var faces: [StyledFace?]
    var meanLetters: [Double?]
    var hangs = HangTable()
    var words = MeasuredWords()
    /// The latest space that was drawn.
    var space: (style: FontStyleID, script: Script, level: UInt8, shaped: ShapedWord)?
    /// Empty between lines; nil while one is drawn.
    var tray: LetterTray?
    /// What the paragraph before was measured in: its room is taken again, since a paragraph takes more
    /// than the system finds quickly.
    var spare: Measured?
    /// What stood in the line before: its room is taken again too.
    var spareParts: LineParts?

    /// - Parameters:
    ///   - shaper: The only source of letters.
    ///   - styles: Those that the paragraphs to be set speak of.
    package init(
        shaper: Shaper,
        hyphenator: Hyphenator = .none,
        breaker: LineBreaker = LineBreaker(),
        styles: TextStyles
    ) {
        self.shaper = shaper
        self.hyphenator = hyphenator
        self.breaker = breaker
        self.styles = styles
        faces = Array(repeating: nil, count: styles.all.count)
        meanLetters = Array(repeating: nil, count: styles.all.count)
    }

    /// Sets a paragraph to a measure.
    ///
    /// A word wider than the measure is reported, and divided at any letter; no line is wider than the
    /// measure unless a single letter is.
    package mutating func lines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        looseness: Int,
        reporting report: inout Report
    ) -> [Strip] {
        if looseness != 0 {
            let found = variants(of: paragraph, owner, measure, knowing: nil, drawing: looseness)
            if let variant = found.first { return variant.strips }
        }
        return set(paragraph, owner, measure, reporting: &report).strips
    }

    /// The paragraph in a line more and a line fewer, its letters left out.
    package mutating func outlines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length
    ) -> [Outline] {
        variants(of: paragraph, owner, measure, knowing: nil)
    }

    /// The lines of a paragraph as it is best set, and what is to be known of them.
    mutating func set(
        _ paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        reporting report: inout Report
    ) -> (strips: [Strip], usual: UsualSetting?) {
        guard let (job, broken) = setUsually(paragraph, owner, measure, reporting: &report) else {
            return ([emptyLine(of: paragraph)], nil)
        }
        let strips = justified(broken, of: job)
        reportMissing(of: job, to: &report)
        spare = job.measured
        return (strips, UsualSetting(broken, of: job))
    }

    /// The paragraph in a line more and a line fewer than usual, as far as that is decent.
    ///
    /// - Parameters:
    ///   - usual: What is known of its usual setting; nil finds it again.
    ///   - looseness: The only one that is wanted, with its letters; nil gives both without.
    mutating func variants(
        of paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        knowing usual: UsualSetting?,
        drawing looseness: Int? = nil
    ) -> [Outline] {
        guard usual?.mayVary ?? true,
            let (job, usual) = job(paragraph, owner, measure, knowing: usual)
        else { return [] }
        defer { spare = job.measured }
        return variants(of: usual, for: job).compactMap { broken in
            if let looseness, broken.breaks.looseness != looseness { return nil }
            if let cap = job.dropCap, broken.lines.count < cap.lines { return nil }
            let strips = justified(broken, of: job, isDrawn: looseness != nil)
            return Outline(looseness: broken.breaks.looseness, strips: strips)
        }
    }

    /// A paragraph measured as it is usually set; nil where there is nothing to be set.
    private mutating func job(
        _ paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        knowing usual: UsualSetting?
    ) -> (Job, UsualSetting)? {
        guard let usual, usual.isPlain else {
            var unheard = Report()
            return setUsually(paragraph, owner, measure, reporting: &unheard)
                .map { ($0, UsualSetting($1, of: $0)) }
        }
        var job = Job(gathered: gather(paragraph), owner: owner, measure: measure)
        job.measured = measured(job)
        return (job, usual)
    }

    /// The first three steps; nil where there is nothing to be set.
    private mutating func setUsually(
        _ paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        reporting report: inout Report
    ) -> (Job, Broken)? {
        let gathered = gather(paragraph)
        guard !gathered.pieces.isEmpty else { return nil }
        var job = Job(gathered: gathered, owner: owner, measure: measure)
        fit(&job)
        job.dropCap = dropCap(of: job)
        if job.dropCap != nil || job.measured.items.isEmpty { job.measured = measured(job) }
        var broken = broken(job)
        if let cap = job.dropCap, broken.lines.count < cap.lines {
            job.dropCap = nil
            job.measured = measured(job)
            broken = self.broken(job)
        }
        giveMore(&job, &broken)
        if partsAHeldWord(broken, of: job) {
            job.need = .bonds
            job.measured = measured(job)
            broken = self.broken(job)
        }
        if broken.breaks.isOverfull { giveUp(&job, &broken, reporting: &report) }
        reportUnfit(job, taking: broken.lines.count, to: &report)
        return (job, broken)
    }

    /// Lets letters give half as much again where a line of justified text would else be pulled apart, or its
    /// last line be a runt.
    ///
    /// What TeX does with spaces by \emergencystretch is done with letters, which is seen less.
    private mutating func giveMore(_ job: inout Job, _ broken: inout Broken) {
        let isLoose = broken.breaks.loosest > 1
        guard broken.isJustified, isLoose || broken.breaks.endsInRunt, !job.givesMore else {
            return
        }
        var giving = job
        giving.givesMore = true
        giving.measured = measured(giving)
        let other = self.broken(giving)
        guard other.isJustified, other.breaks.demerits < broken.breaks.demerits,
            isLoose
                ? other.breaks.loosest < broken.breaks.loosest : !other.breaks.endsInRunt
        else { return }
        (job, broken) = (giving, other)
    }

    /// Gives up one thing after the other until nothing is wider than its line, and tells which words are
    /// divided that should not be.
    private mutating func giveUp(
        _ job: inout Job,
        _ broken: inout Broken,
        reporting report: inout Report
    ) {
        var told = Report()
        while broken.breaks.isOverfull, let need = job.nextNeed {
            if need == .letters || need == .words && !job.style.hyphenates {
                told = Report()
                reportTooWide(broken, of: job, divided: need, to: &told)
            }
            job.need = need
            job.measured = measured(job)
            broken = self.broken(job)
        }
        if !job.fitsNot { report.add(contentsOf: told) }
    }

    /// How wide a paragraph is that turns no line, and how narrow it may be; letters that no font has are not told of.
    package mutating func widths(of paragraph: Paragraph) -> Widths {
        let gathered = gather(paragraph)
        guard !gathered.pieces.isEmpty else { return .zero }
        var job = Job(gathered: gathered, owner: .artifact(.layout), measure: .infinity)
        job.measured = measured(job)
        defer { spare = job.measured }
        let bytes = job.gathered.bytes
        return job.measured.widths(indent: paragraph.style.firstIndent) { atom in
            bytes[Int(atom.start)..<Int(atom.end)].contains { 0x30...0x39 ~= $0 }
        }
    }

    private func reportMissing(of job: Job, to report: inout Report) {
        for (gap, index) in job.measured.missing {
            let piece = job.gathered.pieces[index]
            let origin = job.paragraph.spans[Int(piece.span)].origin
            report.add(shaper.diagnostic(of: gap, in: piece.style, at: origin))
        }
    }

    private mutating func emptyLine(of paragraph: Paragraph) -> Strip {
        let standing = standing(
            paragraph.style,
            scale: paragraph.style.scale,
            type: paragraph.style.strut ?? paragraph.spans.first?.style
        )
        var strip = Strip(height: standing.leading, baseline: standing.baseline, grid: .whole)
        strip.textStart = 0
        return strip
    }
}

extension ParagraphSetter {
    /// What a paragraph gives up where something in it is wider than its line, one after the other: that
    /// unbreakable spaces hold, that words stay whole which the style does not divide, that words are
    /// divided as their language does.
    enum Need: Int, Comparable {
        case nothing, bonds, words, letters

        static func < (a: Need, b: Need) -> Bool { a.rawValue < b.rawValue }
    }

    /// A paragraph on its way through the four steps.
    struct Job {
        let gathered: Gathered
        let owner: Owner
        let measure: Length
        /// What all sizes are multiplied with, for text that must fit.
        var scale = 1.0
        var dropCap: DropCap?
        /// Whether it must fit and does not: that words in it are too wide says no more.
        var fitsNot = false
        /// What is given up since something is wider than its line.
        var need = Need.nothing
        /// Whether letters give more than usual, since a line would else be pulled apart.
        var givesMore = false

        /// The next thing to be given up; nil where nothing is left.
        var nextNeed: Need? { Need(rawValue: need.rawValue + 1) }

        /// Whether a word that is wider than the measure may be divided at any letter.
        var dividesAnywhere: Bool { need >= .letters }

        /// Whether words are divided that the style keeps whole.
        var dividesOfNeed: Bool { need >= .words }

        var divides: Bool {
            (style.hyphenates && !style.isBalanced || dividesOfNeed) && measure < .infinity
        }
        var measured = Measured()

        init(gathered: Gathered, owner: Owner, measure: Length) {
            self.gathered = gathered
            self.owner = owner
            self.measure = measure
            scale = gathered.paragraph.style.scale
        }

        var paragraph: Paragraph { gathered.paragraph }
        var style: ParagraphStyle { gathered.paragraph.style }
        var strut: TextStyleID { style.strut ?? gathered.paragraph.spans[0].style }
    }
}
