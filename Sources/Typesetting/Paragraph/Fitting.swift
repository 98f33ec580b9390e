import Diagnostics
import Flow
import Glibc
import Linebreaking
import Structure
import Units

extension ParagraphSetter {
    /// What the sizes of text that must fit are multiplied with; 1 for all other text.
    ///
    /// First it shrinks in one line, then it takes more lines at the largest size that they allow.
    mutating func fittingScale(
        of gathered: Gathered,
        to measure: Length,
        reporting report: inout Report
    ) -> Double {
        guard let fit = gathered.paragraph.style.fit, measure > .zero else { return 1 }
        let largest =
            gathered.paragraph.spans.map { styles[$0.style].size }.max() ?? fit.minimumSize
        let least = min(1, fit.minimumSize / max(largest, .pt(0.01)))
        var job = Job(gathered: gathered, owner: .artifact(.layout), measure: .infinity, scale: 1)
        job.measured = measured(job)
        let natural = job.measured.widths(indent: gathered.paragraph.style.firstIndent).natural
        if natural <= measure { return 1 }
        let needed = floor(measure / natural * Self.fineness) / Self.fineness
        if needed >= least { return needed }
        for step in 0...Self.wrappingSteps {
            let scale = 1 - (1 - least) * Double(step) / Double(Self.wrappingSteps)
            if fits(gathered, to: measure, lines: fit.lines, scale: scale) { return scale }
        }
        report.add(
            .error(
                .doesNotFit(gathered.paragraph.text, lines: fit.lines, size: fit.minimumSize),
                at: gathered.paragraph.spans[0].origin
            )
            .hinting("shorten the text, or allow a smaller size or one more line in the layout")
        )
        return least
    }

    private static let fineness = 400.0
    private static let wrappingSteps = 16

    private mutating func fits(
        _ gathered: Gathered,
        to measure: Length,
        lines: Int,
        scale: Double
    ) -> Bool {
        var job = Job(
            gathered: gathered,
            owner: .artifact(.layout),
            measure: measure,
            scale: scale
        )
        job.measured = measured(job)
        let broken = broken(job)
        return broken.lines.count <= lines && !broken.breaks.isOverfull
    }
}

extension Diagnostic.Message {
    static func doesNotFit(_ text: String, lines: Int, size: Length) -> Self {
        "‘\(shortened(text))’ does not fit into \(lines == 1 ? "a line" : "\(lines) lines") even at \(size.points.inHundredths) pt"
    }
}
