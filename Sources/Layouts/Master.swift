package import Diagnostics
package import Units
import YAML

/// A page's measures: what columns, margins and lines are counted in.
package struct Grid: Hashable, Sendable {
    package var columns = 12
    package var gutter: Measure = .absolute(.mm(4))
    package var inside: Measure = .absolute(.mm(20))
    package var outside: Measure = .absolute(.mm(20))
    package var top: Measure = .absolute(.mm(20))
    package var bottom: Measure = .absolute(.mm(20))
    /// The document's leading.
    package var pitch: Length = .pt(14)
    /// Whether text keeps to lines of that pitch.
    package var isKept = true

    static let properties: [Property<Grid>] = [
        Property("columns", set: \.columns, .whole(1...48), "How many columns.", default: "12"),
        Property("gutter", set: \.gutter, .length, "Between columns.", default: "4mm"),
        Property(
            "margins",
            elsewhere: "`inside`, `outside`, `top`, `bottom`, or one length for all",
            "Kept free at the page’s edges.",
            default: "20mm"
        ),
        Property(
            "baseline",
            set: \.pitch,
            .leading,
            "From line to line: the document’s leading.",
            default: "14pt"
        ),
        Property(
            "kept",
            set: \.isKept,
            .truth,
            "Whether text keeps to these lines.",
            default: "yes"
        ),
    ]

    static let margins: [Property<Grid>] = [
        Property("inside", set: \.inside, .length, "At the fold, or where lines begin."),
        Property("outside", set: \.outside, .length, "Away from the fold, or where lines end."),
        Property("top", set: \.top, .length, "Above."),
        Property("bottom", set: \.bottom, .length, "Below."),
    ]
}

/// A page's design, still in columns and lines.
package struct MasterDesign: Hashable, Sendable {
    package var frames: [FrameDesign]
    /// Names the language whose way its frames go; nil for the paper's.
    package var language: Expression?
    package var span: Span

    static let properties: [Property<MasterDesign>] = [
        Property("from", elsewhere: "a master’s name", "The master above that it comes from."),
        Property(
            "in",
            \.language,
            .language,
            "The field that names the language of its page, or a tag in quotes, where that is not the "
                + "paper’s: its frames run that language’s way."
        ),
        Property("frames", elsewhere: "names and frames", "Its areas; `none` takes one away."),
    ]
}

package struct FrameDesign: Hashable, Sendable {
    package enum Edge: Hashable, Sendable {
        /// From the page's own edge; in lines, from the margin.
        case at(Measure)
        case beside(String, gap: Measure)
    }

    package enum Filling: Hashable, Sendable {
        case stream(String)
        /// Blocks on every page of the master.
        case head([Recipe]), foot([Recipe]), drawing([Recipe])
    }

    package var name: String
    /// The first and the last column it covers.
    package var columns: ClosedRange<Int>?
    package var start: Measure?
    package var left: Measure?
    package var width: Measure?
    package var top: Edge?
    package var bottom: Edge?
    /// Nil where it goes from `top` to `bottom`.
    package var height: Measure?
    package var isAsHighAsContent = false
    package var textColumns = 1
    package var gutter: Measure?
    package var balances = true
    package var verticalShare = 0.0
    /// Left out on pages that open with a heading of this level or a higher one.
    package var openingLevel: Int?
    /// What would need a page on which no text stands joins the end of the text.
    package var joinsText = false
    /// How small its content may be set, as a share of its size; nil where it keeps that.
    package var leastSize: Double?
    package var filling: Filling?
    package var span: Span
    /// Where the last word on each was said.
    var columnsSpan: Span?
    var topSpan: Span?
    var bottomSpan: Span?
    var streamSpan: Span?
}

extension FrameDesign {
    static let properties: [Property<FrameDesign>] = [
        Property(
            "columns",
            \.columns,
            notedAt: \.columnsSpan,
            .columnRange,
            "The grid’s columns it covers: `1 to 8`.",
            default: "all"
        ),
        Property(
            "start",
            \.start,
            .length,
            "From the page’s edge where lines begin, instead of columns."
        ),
        Property(
            "left",
            \.left,
            .length,
            "From the page’s left edge whichever way lines run, instead of columns: for what an envelope "
                + "or a punch decides."
        ),
        Property("width", \.width, .positive, "With `start` or `left`."),
        Property(
            "top",
            \.top,
            notedAt: \.topSpan,
            .edge("below"),
            "From the page’s top; in lines, from its margin; or `{below: frame, gap: 1 line}`.",
            default: "the margin"
        ),
        Property(
            "bottom",
            \.bottom,
            notedAt: \.bottomSpan,
            .edge("above"),
            "From the page’s foot, or `{above: frame, gap: 1 line}`.",
            default: "the margin"
        ),
        Property(
            "height",
            elsewhere: "a length or `content`",
            "Its height, instead of its other edge; with `content` it stands on its `top`, or with "
                + "`stand: foot` on its `bottom`, and goes no further than the other, the margin where "
                + "that is unsaid."
        ),
        Property(
            "text-columns",
            set: \.textColumns,
            .whole(1...6),
            "Columns the text stands in.",
            default: "1"
        ),
        Property("gutter", \.gutter, .length, "Between those.", default: "the grid’s"),
        Property("balance", set: \.balances, .truth, "Whether they end level.", default: "yes"),
        Property(
            "stand",
            set: \.verticalShare,
            .stand,
            "Where short content stands.",
            default: "top"
        ),
        Property("stream", elsewhere: "a stream’s name", "What is poured into it."),
        Property(
            "joins-text",
            set: \.joinsText,
            .truth,
            "Whether its stream, where it would need a page on which no text stands, gives up some of what "
                + "it holds to the end of the text, all under one heading and the tallest first. It "
                + "stands there in rows, each part as wide as beside the text.",
            default: "no"
        ),
        Property(
            "shrink-to",
            \.leastSize,
            .share(0.3...1),
            "The least share of its size to which its stream is set smaller where some of it would stand "
                + "over the foot; all frames of the page that say so get smaller together."
        ),
        Property("head", elsewhere: "a list of blocks", "What stands at the head of each page."),
        Property("foot", elsewhere: "a list of blocks", "What stands at the foot of each page."),
        Property("drawing", elsewhere: "a list of blocks", "Bands and rules that say nothing."),
        Property(
            "unless-opened-by",
            \.openingLevel,
            .whole(1...6),
            "Left out, with all that stands in its `head`, `foot` or `drawing`, on a page whose text opens "
                + "with a heading of this level or a higher one: no running title stands above the "
                + "title itself. Of a folio that stays, make a frame of its own."
        ),
    ]
}

extension Form where Value == ClosedRange<Int> {
    static var columnRange: Form {
        Form(words: "columns of the grid, such as `1 to 8`") { node, desk in
            let parts = (node.text ?? "").split(separator: " ")
            if parts.count == 1, let only = Int(parts[0]), only > 0, only < 100 {
                return only...only
            }
            if parts.count == 3, parts[1] == "to", let first = Int(parts[0]),
                let last = Int(parts[2]), first > 0, last >= first, last < 100
            {
                return first...last
            }
            let numbers = (node.text ?? "").split { !$0.isNumber }.compactMap { Int($0) }.sorted()
            desk.expect(
                "columns such as ‘1 to 8’",
                at: node,
                hint: numbers.count == 2 ? "write ‘\(numbers[0]) to \(numbers[1])’" : nil
            )
            return nil
        }
    }
}

extension Form where Value == Double {
    static var stand: Form {
        Form(words: "top, middle or foot") { node, desk in
            switch node.text {
            case "top": return 0
            case "middle": return 0.5
            case "foot": return 1
            default:
                let known = ["top", "middle", "foot"]
                let text = node.text ?? ""
                desk.expect(
                    "‘top’, ‘middle’ or ‘foot’",
                    at: node,
                    hint: OtherWords.didYouMean(text, among: known)
                )
                return nil
            }
        }
    }
}

extension Form where Value == FrameDesign.Edge {
    /// - Parameter side: `below` for a top and `above` for a bottom: which side of another frame it is on.
    static func edge(_ side: String) -> Form {
        Form(words: "a length, or the frame it stands against") { node, desk in
            if let text = node.text {
                if let measure = Measure(text) { return .at(measure) }
                let words = text.split(separator: " ")
                guard words.count == 2, words[0] == side else {
                    return Form<Measure>.length.read(node, &desk).map { .at($0) }
                }
                desk.expect(
                    "a length, or a frame",
                    at: node,
                    hint: "write ‘{\(side): \(String(words[1]))}’"
                )
                return nil
            }
            var frame: String?
            var gap = Measure.zero
            let entries = desk.entries(of: node, of: "an edge") ?? []
            for entry in entries {
                switch entry.key.text {
                case side: frame = Form<String>.word.read(desk.resolved(entry.value), &desk)
                case "gap":
                    gap = Form<Measure>.length.read(desk.resolved(entry.value), &desk) ?? .zero
                case "above", "below":
                    desk.report.add(
                        .error(.unknownKey(entry.key.text ?? "", in: "an edge"), at: entry.key.span)
                            .hinting(Suggestion.didYouMean(side))
                    )
                    return nil
                default: desk.refuse(entry.key, in: "an edge", known: [side, "gap"])
                }
            }
            if frame == nil, !entries.isEmpty, entries.allSatisfy({ $0.key.text == "gap" }) {
                desk.expect("a length, or a frame", at: node, hint: "add ‘\(side): …’")
            }
            return frame.map { .beside($0, gap: gap) }
        }
    }
}
