import Diagnostics
import Units
import YAML

extension Layout {
    static let properties: [Property<Layout>] = [
        Property("paper", set: \.name, .word, "Its name: that of the file, too."),
        Property("about", set: \.about, .word, "What it is, for people."),
        Property("extends", elsewhere: "a paper’s name", "The paper this one builds upon."),
        Property("kind", \.kind, .word, "The kind of content it prints.", default: "any"),
        Property(
            "size",
            set: \.size,
            .paper,
            "Its size: a name, or `width x height`.",
            default: "a4"
        ),
        Property(
            "landscape",
            set: \.isLandscape,
            .truth,
            "Whether it lies on its side.",
            default: "no"
        ),
        Property("bleed", set: \.bleed, .fixed, "Colour beyond the trim.", default: "0"),
        Property(
            "level-spreads",
            set: \.levelsSpreads,
            .truth,
            "Whether facing pages end on the same line where the text allows it.",
            default: "no"
        ),
        Property("grid", elsewhere: "a mapping", "What columns, margins and lines are counted in."),
        Property(
            "variables",
            elsewhere: "names and values",
            "Values named once: `$name` stands for them."
        ),
        Property("styles", elsewhere: "names and styles", "How things look."),
        Property(
            "masters",
            elsewhere: "`first`, `second`, `left`, `right`, `spare`, `last`, `only`",
            "Page designs; `second` is the back of the first page. Where there is one for `left` pages, those of `spare` and `last` are turned "
                + "over on them, or are `spare-left` and `last-left`."
        ),
        Property(
            "streams",
            elsewhere: "names and lists of blocks",
            "The recipe. What one of them makes for a thing, by `each`, stands on no page before the text "
                + "that the stream with the most blocks makes for the same thing."
        ),
        Property(
            "parts",
            elsewhere: "names and parts",
            "Blocks that this paper uses more than once."
        ),
        Property("fit", elsewhere: "a mapping", "How many pages it should have."),
        Property(
            "notes",
            elsewhere: "a mapping",
            "How footnotes are parted from the text; what they look like says the style `note`."
        ),
        Property(
            "each",
            \.each,
            .path,
            "The paper is made over again for each thing in this field.",
            default: "once"
        ),
        Property("as", set: \.eachName, .name, "What such a thing is called.", default: "item"),
        Property(
            "copies",
            \.copies,
            .path,
            "A field with the number of times it is made for each.",
            default: "once"
        ),
        Property(
            "address-book",
            set: \.addressBook,
            .paths,
            "People and offices whose vCards go into a file beside the paper, such as `[people, groups.people]`; of a merge, those that it is made for."
        ),
        Property(
            "calendar",
            \.calendar,
            .path,
            "Days whose items go into a calendar file (.ics) beside the paper; of several papers of one file, beside the first."
        ),
        Property("impose", elsewhere: "a mapping", "How pages stand on sheets."),
        Property("metadata", elsewhere: "a mapping", "What the file says about itself."),
    ]

    static let masterNames = [
        "first", "second", "left", "right", "spare", "spare-left", "last", "last-left", "only",
    ]
}

extension Form where Value == Size {
    static var paper: Form {
        Form(words: "a3, a4, a5, a6, letter, card, id1, or `105mm x 148mm`") { node, desk in
            let text = node.text ?? ""
            if let paper = Paper(rawValue: text.lowercased()) { return paper.size }
            let written = text.split(separator: "x")
            let sides = written.map { Measure($0) }
            if sides.count == 2, case .absolute(let width)? = sides[0],
                case .absolute(let height)? = sides[1], width > .zero, height > .zero
            {
                if max(width, height) <= longestSide { return Size(width: width, height: height) }
                desk.report.add(
                    .error("no page of a PDF is longer than 5080mm", at: node.span)
                        .hinting("write a size such as ‘a4’ or ‘105mm x 148mm’")
                )
                return nil
            }
            let mended = written.lazy.compactMap {
                Measure.withPoint($0.filter { $0 != " " })
            }.first
            desk.expect(
                "a size",
                at: node,
                hint: Suggestion.didYouMean(text, among: Paper.allCases.map(\.rawValue))
                    ?? mended ?? "write ‘a4’ or ‘105mm x 148mm’"
            )
            return nil
        }
    }

    /// 200 inches.
    ///
    /// Source: ISO 32000-1, annex C.2.
    private static var longestSide: Length { .pt(14_400) }
}
