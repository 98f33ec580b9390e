package import Diagnostics
package import Flow
package import Structure
package import Units

/// Paragraphs that were set once and are kept standing, for when the very same is asked for again.
///
/// Make-up tries a paragraph at a measure more than once, and after one word of a paper was changed
/// all other paragraphs are what they were. What was asked for neither in this job nor in the one
/// before it is distributed, as printers say.
///
/// The leading is not asked about: lines that stand closer are the same lines. Pages that are made to fit
/// are tried with one leading after the other.
package final class StandingType {
    private var lines: [Request: Composed] = [:]
    private var earlierLines: [Request: Composed] = [:]
    private var widths: [Request: Widths] = [:]
    private var earlierWidths: [Request: Widths] = [:]
    private var outlines: [Request: Outlined] = [:]
    private var earlierOutlines: [Request: Outlined] = [:]
    private var strips = 0
    /// Sets of text styles met so far: a paragraph names its styles by their places in one.
    private var styles: [[TextStyle]] = []
    private var paragraphStyles: [ParagraphStyle] = []
    /// The place of the one that was asked for last.
    private var latestStyle = 0

    package init() {}

    /// Beyond so many lines nothing more is kept: a book of ten thousand pages.
    private static let mostStrips = 400_000
    /// Longer papers are printed rather than edited, and their lines would only take room.
    private static let mostStripsAfterwards = 50_000
    private static let mostStyles = 32
    private static let mostParagraphStyles = 500

    struct Composed {
        let strips: [Strip]
        let spans: [TextSpan]
        let usual: UsualSetting?
        let leading: Length
    }

    struct Outlined {
        let outlines: [Outline]
        let leading: Length
    }

    /// Begins another job: what only the job before the last one asked for is let go.
    package func beginJob() {
        (earlierLines, lines) = (lines, [:])
        (earlierWidths, widths) = (widths, [:])
        (earlierOutlines, outlines) = (outlines, [:])
        strips = 0
        guard
            styles.count > Self.mostStyles || paragraphStyles.count > Self.mostParagraphStyles
        else { return }
        styles = []
        paragraphStyles = []
        earlierLines = [:]
        earlierWidths = [:]
        earlierOutlines = [:]
    }

    /// Ends the text of a job: a very long paper is not kept standing for the next.
    package func endText() {
        guard strips > Self.mostStripsAfterwards else { return }
        lines = [:]
        outlines = [:]
    }

    /// Ends a job.
    package func endJob() {
        earlierLines = [:]
        earlierWidths = [:]
        earlierOutlines = [:]
        endText()
    }

    /// A paragraph's style as a number, which takes far less room in a hundred thousand requests.
    func number(of wanted: ParagraphStyle) -> Int32 {
        // A cell has its neighbour's style, a paragraph that of the one before.
        if latestStyle < paragraphStyles.count, paragraphStyles[latestStyle] == wanted {
            return Int32(latestStyle)
        }
        latestStyle = place(of: wanted) ?? paragraphStyles.count
        if latestStyle == paragraphStyles.count { paragraphStyles.append(wanted) }
        return Int32(latestStyle)
    }

    /// Styles are looked at where they stand: to copy one takes longer than to tell it from another.
    private func place(of wanted: ParagraphStyle) -> Int? {
        paragraphStyles.withUnsafeBufferPointer { styles in
            var place = styles.count - 1
            while place >= 0, styles[place].strut != wanted.strut || styles[place] != wanted {
                place -= 1
            }
            return place < 0 ? nil : place
        }
    }

    func number(of wanted: TextStyles) -> Int {
        if let known = styles.firstIndex(of: wanted.all) { return known }
        styles.append(wanted.all)
        return styles.count - 1
    }

    func lines(for request: Request, leading: Length) -> [Strip]? {
        if let known = lines[request] { return known.strips(told: request.spans, leading) }
        guard let known = earlierLines.removeValue(forKey: request) else { return nil }
        keep(known, for: request)
        return known.strips(told: request.spans, leading)
    }

    func keep(_ composed: Composed, for request: Request) {
        guard strips < Self.mostStrips else { return }
        strips += composed.strips.count
        lines[request] = composed
    }

    /// What is known of a paragraph as it is usually set.
    func usual(for request: Request) -> UsualSetting? {
        (lines[request] ?? earlierLines[request])?.usual
    }

    func outlines(
        for request: Request,
        leading: Length,
        making: () -> [Outline]
    ) -> [Outline] {
        if let known = outlines[request] { return known.led(by: leading) }
        let found =
            earlierOutlines.removeValue(forKey: request)
            ?? Outlined(outlines: making(), leading: leading)
        guard strips < Self.mostStrips else { return found.led(by: leading) }
        strips += found.outlines.reduce(0) { $0 + $1.strips.count }
        outlines[request] = found
        return found.led(by: leading)
    }

    func widths(for request: Request, measuring: () -> Widths) -> Widths {
        if let known = widths[request] { return known }
        let found = earlierWidths.removeValue(forKey: request) ?? measuring()
        widths[request] = found
        return found
    }
}

extension StandingType {
    /// What lines are asked for by.
    struct Request: Hashable {
        /// An object, since a table copies its keys to compare them.
        private let asked: Asked
        /// Reckoned once: a table of requests asks again whenever it grows.
        private let digest: Int

        init(_ asked: Asked) {
            self.asked = asked
            digest = asked.digest
        }

        var spans: [TextSpan] { asked.spans }

        static func == (a: Request, b: Request) -> Bool {
            a.digest == b.digest && (a.asked === b.asked || a.asked.isAlike(b.asked))
        }

        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }

    /// All that lines depend on, but how far apart they stand.
    ///
    /// The places in the file that spans come from do not count: an edit moves them.
    final class Asked: Sendable {
        let text: String
        let spans: [TextSpan]
        let inserts: [Insert]
        let style: Int32
        let styles: Int32
        let looseness: Int32
        let owner: Owner
        let measure: Length

        init(
            _ paragraph: Paragraph,
            style: Int32,
            styles: Int32,
            looseness: Int32,
            owner: Owner,
            measure: Length
        ) {
            text = paragraph.text
            spans = paragraph.spans
            inserts = paragraph.inserts
            self.style = style
            self.styles = styles
            self.looseness = looseness
            self.owner = owner
            self.measure = measure
        }

        fileprivate func isAlike(_ other: Asked) -> Bool {
            measure == other.measure && looseness == other.looseness
                && styles == other.styles && style == other.style && owner == other.owner
                && text == other.text && inserts == other.inserts
                && spans.elementsEqual(other.spans) { $0.looksLike($1) }
        }

        fileprivate var digest: Int {
            var hasher = Hasher()
            // As bytes: letters that may be written in two ways need not be told to be the same.
            var text = text
            text.withUTF8 { letters in
                let start = UnsafeRawBufferPointer(letters).prefix(64)
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: start))
            }
            hasher.combine(text.utf8.count)
            hasher.combine(measure)
            hasher.combine(looseness)
            hasher.combine(owner)
            return hasher.finalize()
        }
    }
}

extension StandingType.Composed {
    /// The strips with a leading, and with the places in the file that the text now comes from.
    fileprivate func strips(told now: [TextSpan], _ leading: Length) -> [Strip] {
        let strips = strips.led(by: leading, insteadOf: self.leading)
        guard !zip(spans, now).allSatisfy({ $0.origin == $1.origin }) else { return strips }
        return strips.map { strip in
            var strip = strip
            if let index = spans.firstIndex(where: { $0.origin == strip.origin }) {
                strip.origin = now[index].origin
            }
            return strip
        }
    }
}

extension StandingType.Outlined {
    fileprivate func led(by leading: Length) -> [Outline] {
        guard leading != self.leading else { return outlines }
        return outlines.map {
            let strips = $0.strips.led(by: leading, insteadOf: self.leading)
            return Outline(looseness: $0.looseness, strips: strips)
        }
    }
}

extension [Strip] {
    fileprivate func led(by leading: Length, insteadOf old: Length) -> [Strip] {
        guard leading != old else { return self }
        return map { strip in
            var strip = strip
            strip.lead(by: leading, insteadOf: old)
            return strip
        }
    }
}

/// Sets paragraphs unless they are standing already.
package struct StandingLines: LineSetting {
    private var setter: ParagraphSetter
    private let standing: StandingType
    private let styles: Int

    package init(_ setter: ParagraphSetter, keptIn standing: StandingType) {
        self.setter = setter
        self.standing = standing
        styles = standing.number(of: setter.styles)
    }

    package mutating func lines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        looseness: Int,
        reporting report: inout Report
    ) -> [Strip] {
        let request = request(paragraph, owner, measure, looseness)
        let leading = paragraph.style.leading
        if let strips = standing.lines(for: request, leading: leading) { return strips }
        if looseness != 0, let strips = variant(paragraph, owner, measure, looseness) {
            standing.keep(
                .init(strips: strips, spans: paragraph.spans, usual: nil, leading: leading),
                for: request
            )
            return strips
        }
        var complaints = Report()
        let (strips, usual) = setter.set(paragraph, owner, measure, reporting: &complaints)
        report.add(contentsOf: complaints)
        // What is complained of must be complained of every time.
        if complaints.isEmpty {
            standing.keep(
                .init(strips: strips, spans: paragraph.spans, usual: usual, leading: leading),
                for: request
            )
        }
        return strips
    }

    /// The paragraph in so many lines more than usual; nil where it can't be had decently.
    private mutating func variant(
        _ paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        _ looseness: Int
    ) -> [Strip]? {
        let usual = standing.usual(for: request(paragraph, owner, measure, 0))
        return setter.variants(of: paragraph, owner, measure, knowing: usual, drawing: looseness)
            .first?.strips
    }

    package mutating func outlines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length
    ) -> [Outline] {
        let request = request(paragraph, owner, measure, 0)
        return standing.outlines(for: request, leading: paragraph.style.leading) {
            let usual = standing.usual(for: request)
            return setter.variants(of: paragraph, owner, measure, knowing: usual)
        }
    }

    package mutating func widths(of paragraph: Paragraph) -> Widths {
        let request = request(paragraph, .artifact(.layout), .infinity, 0)
        return standing.widths(for: request) { setter.widths(of: paragraph) }
    }

    private func request(
        _ paragraph: Paragraph,
        _ owner: Owner,
        _ measure: Length,
        _ looseness: Int
    ) -> StandingType.Request {
        var style = paragraph.style
        // A letter several lines tall is as tall as they stand apart.
        if style.dropCap == 0, style.leading > .zero { style.leading = .pt(1) }
        return StandingType.Request(
            StandingType.Asked(
                paragraph,
                style: standing.number(of: style),
                styles: Int32(styles),
                looseness: Int32(looseness),
                owner: owner,
                measure: measure
            )
        )
    }
}
