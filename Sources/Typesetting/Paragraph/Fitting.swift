import Diagnostics
import Flow
import Glibc
import Linebreaking
import Structure
import Unicode
import Units

extension ParagraphSetter {
    /// Finds what the sizes of text that must fit are multiplied with; that of all other text stays.
    ///
    /// It shrinks a little to stay in one line, unless its lines come first; where that would take more than
    /// a quarter, or of one word nearly half, it has more lines at the largest size that they allow, unless
    /// it is larger in one. Where even the least size is
    /// too large for them, it has as many of the smaller lines as stand in the height of these. What fits
    /// as it is, is measured by then; what does not fit at all is of the least size and takes more lines.
    mutating func fit(_ job: inout Job) {
        guard let fit = job.style.fit, job.measure > .zero else { return }
        var measured = measured(job)
        let natural = measured.widths(indent: job.style.firstIndent).natural
        if natural <= job.measure {
            swap(&job.measured, &measured)
            return
        }
        let spans = job.paragraph.spans
        let largest = spans.map { styles[$0.style].size }.max() ?? fit.minimumSize
        // What is set smaller as a whole shrinks from there on.
        let whole = job.scale
        let least = min(whole, fit.minimumSize / max(largest, .pt(0.01)))
        let single = floor(job.measure / natural * whole * Self.fineness) / Self.fineness
        let smaller = isOneWord(job) ? Self.smallerInOneWord : Self.littleSmaller
        let little = fit.takesLinesFirst ? 1 : smaller
        let mayWrap = single < least || fit.lines > 1 && single < whole * little
        let several = mayWrap ? scale(job, inLines: fit.lines, from: least) : nil
        let largestThatFits = max(single, several ?? 0)
        let crowded =
            largestThatFits < least && fit.lines > 1
            ? scale(job, inHeightOf: fit.lines, from: least) : nil
        job.scale = crowded ?? max(largestThatFits, least)
        if crowded != nil || largestThatFits >= least { return }
        job.fitsNot = true
    }

    /// Tells of text that must fit and takes more lines, or has a word divided that has no hyphen.
    ///
    /// An error, as a name so long is printed on no badge: whoever it is of is named, and made again.
    func reportUnfit(_ job: Job, taking lines: Int, to report: inout Report) {
        guard job.fitsNot, let fit = job.style.fit else { return }
        let text = readable(job.paragraph.text)
        let room = text.count * fit.lines / max(lines, fit.lines + 1)
        let message = Diagnostic.Message.doesNotFit(text, fit, taking: lines)
        report.add(
            .error(message.about(.unfit(letters: room)), at: job.paragraph.spans[0].origin)
                .pointing(atWords: text)
                .hinting(lines > fit.lines ? .shorten(text, to: room) : .divide)
        )
    }

    /// A space for what happens between words, such as the end of a line; nothing of what turns their direction.
    private func readable(_ text: String) -> String {
        let letters = text.unicodeScalars.filter { !isBidiControl($0.value) }
        return String(String.UnicodeScalarView(letters.map { $0 == "\u{FFFC}" ? " " : $0 }))
    }

    private static let fineness = 400.0
    private static let wrappingSteps = 16
    private static let littleSmaller = 0.75
    /// A word with a hyphen of its own, such as “Jean-Baptiste”, is read at a glance only whole.
    private static let smallerInOneWord = 0.55

    private func isOneWord(_ job: Job) -> Bool {
        job.gathered.pieces.allSatisfy { $0.kind == .word }
    }

    /// The largest scale, from what it is down to the least, at which a text takes no more than so many lines, or one
    /// a little smaller where else a line would end on a word that is bound to the next.
    private mutating func scale(_ job: Job, inLines lines: Int, from least: Double) -> Double? {
        var job = job
        let whole = job.scale
        var largest: Double?
        for step in 0...Self.wrappingSteps {
            job.scale = whole - (whole - least) * Double(step) / Double(Self.wrappingSteps)
            if let largest, job.scale < largest * Self.leastForWords { break }
            guard let end = ends(of: job, inLines: lines) else { continue }
            if end == .betweenWords { return job.scale }
            largest = largest ?? job.scale
        }
        return largest
    }

    /// The largest scale at which a text is no taller than so many lines of its own size.
    private mutating func scale(_ job: Job, inHeightOf lines: Int, from least: Double) -> Double? {
        var job = job
        let whole = job.scale
        for step in 0...Self.wrappingSteps {
            job.scale = whole - (whole - least) * Double(step) / Double(Self.wrappingSteps)
            let allowed = Int(Double(lines) * whole / job.scale)
            if allowed > lines, ends(of: job, inLines: allowed) != nil { return job.scale }
        }
        return nil
    }

    /// How much smaller than it need be a text becomes at most for where its lines end.
    private static let leastForWords = 0.9

    private enum Ends { case betweenWords, onBoundWord }

    /// How the lines of a text end that takes no more than so many; nil where it takes more.
    private mutating func ends(of job: Job, inLines lines: Int) -> Ends? {
        var job = job
        job.measured = measured(job)
        let broken = broken(job)
        guard broken.lines.count <= lines, !broken.breaks.isOverfull else { return nil }
        let items = job.measured.items
        let isParted = broken.lines.dropLast().contains { line in
            let end = line.items.upperBound
            return end < items.count && items[end].cost > 0
        }
        return isParted && job.style.isBalanced ? .onBoundWord : .betweenWords
    }
}

extension Diagnostic.Message {
    /// - Parameter letters: How many of it have room, as far as lines tell.
    fileprivate static func shorten(_ text: String, to letters: Int) -> Self {
        letters > 1
            ? "shorten it: about \(letters) of its \(text.count) letters have room, unless the layout allows a smaller size or one more line"
            : "shorten it, or allow a smaller size or one more line in the layout"
    }

    fileprivate static let divide: Self =
        "put a hyphen or a blank into its longest word, or shorten that"

    fileprivate static func doesNotFit(
        _ text: String,
        _ fit: ParagraphStyle.Fit,
        taking lines: Int
    ) -> Self {
        let size = fit.minimumSize.points.inHundredths
        if lines <= fit.lines {
            return fit.lines == 1
                ? "‘\(shortened(text))’ does not fit into a line even at \(decimal: size) pt"
                : "‘\(shortened(text))’ does not fit into \(fit.lines) lines even at \(decimal: size) pt: a word is divided"
        }
        return fit.lines == 1
            ? "‘\(shortened(text))’ does not fit into a line even at \(decimal: size) pt: it takes \(lines)"
            : "‘\(shortened(text))’ does not fit into \(fit.lines) lines even at \(decimal: size) pt: it takes \(lines)"
    }
}
