import Diagnostics
import Units

extension RecipeKind {
    /// Every kind of block, in the order of the reference.
    static let all: [RecipeKind] = words + things + ways + gatherings

    private static let words: [RecipeKind] = [
        RecipeKind(
            "heading",
            "A heading: in the outline, and for those who hear the page.",
            [
                Property("heading", \.runs, .runs, "Its words."),
                Property("level", set: \.level, .whole(1...6), "Its level.", default: "1"),
                Property(
                    "in-contents",
                    set: \.inContents,
                    .runs,
                    "What stands beneath it in a table of contents, such as its authors."
                ),
            ]
        ) { draft in
            draft.runs.map { .heading(level: draft.level, $0, inContents: draft.inContents) }
        },
        RecipeKind(
            "paragraph",
            "One paragraph of text with fields in it.",
            [Property("paragraph", \.runs, .runs, "Its words, or a list of runs.")]
        ) { draft in draft.runs.map { .paragraph($0) } },
        RecipeKind(
            "text",
            "Rich text of a field: paragraphs, lists, quotations, tables, notes.",
            [
                Property("text", \.field, .path, "The field."),
                Property("opening", \.opening, .style, "The style of its first paragraph."),
            ]
        ) { draft in draft.field.map { .text($0, opening: draft.opening) } },
        RecipeKind(
            "list",
            "An item for each thing in a field.",
            [
                Property("list", \.list.each, .path, "The field."),
                Property("as", set: \.list.name, .word, "What an item is called.", default: "item"),
                Property("do", set: \.list.item, .recipes, "The blocks of an item."),
                Property(
                    "numbered",
                    set: \.list.isNumbered,
                    .truth,
                    "Numbers or bullets.",
                    default: "no"
                ),
                Property(
                    "bullet",
                    set: \.list.bullet,
                    .word,
                    "What stands before an item.",
                    default: "•"
                ),
                Property("label-style", \.list.labelStyle, .style, "How label and bullet look."),
                Property(
                    "indent",
                    set: \.list.indent,
                    .length,
                    "From edge to text.",
                    default: "1.5em"
                ),
            ]
        ) { draft in draft.list.each == nil ? nil : .list(draft.list) },
        RecipeKind(
            "contents",
            "A table of contents with leaders and folios.",
            [
                Property(
                    "contents",
                    set: \.contents.levels,
                    .whole(1...6),
                    "How many levels of headings."
                ),
                Property(
                    "title",
                    set: \.contents.title,
                    .runs,
                    "Words above it, not listed in it."
                ),
                Property(
                    "leaders",
                    set: \.contents.hasLeaders,
                    .truth,
                    "Whether points lead from a heading to its page.",
                    default: "yes"
                ),
                Property(
                    "of-part",
                    set: \.contents.isOfPart,
                    .truth,
                    "Whether it lists only what stands under the heading before it.",
                    default: "no"
                ),
            ]
        ) { draft in .contents(draft.contents) },
    ]

    private static let things: [RecipeKind] = [
        RecipeKind(
            "table",
            "A table: of a field that holds one, or with a row for each thing in a field.",
            [
                Property("table", \.table.each, .path, "The field."),
                Property(
                    "as",
                    set: \.table.name,
                    .word,
                    "What a row’s thing is called.",
                    default: "row"
                ),
                Property("columns", set: \.table.columns, .tableColumns, "Its columns."),
                Property(
                    "columns-from",
                    \.table.columnsFrom,
                    .path,
                    "A field with the names of columns: where it is given, these stand in its order, whatever their `when`."
                ),
                Property(
                    "blank-rows",
                    \.table.blankRows,
                    .path,
                    "A field with the number of empty rows to be filled in by hand, or the number itself: `'15'`."
                ),
                Property(
                    "gutter",
                    set: \.table.gutter,
                    .length,
                    "Between columns.",
                    default: "4mm"
                ),
                Property("head-style", \.table.headStyle, .style, "How headings look."),
                Property("cell-style", \.table.cellStyle, .style, "How cells look."),
                Property(
                    "rule-above",
                    \.table.ruleAbove,
                    .border,
                    "Above the table.",
                    default: "0.75pt text where it has no head"
                ),
                Property(
                    "rule-below-head",
                    \.table.ruleBelowHead,
                    .border,
                    "Below its head.",
                    default: "0.75pt text"
                ),
                Property(
                    "rule-between",
                    \.table.ruleBetween,
                    .border,
                    "Between its rows.",
                    default: "0.35pt text 50%"
                ),
                Property(
                    "rule-below",
                    \.table.ruleBelow,
                    .border,
                    "Below the table.",
                    default: "0.75pt text"
                ),
                Property(
                    "cell-padding",
                    \.table.cellPadding,
                    .sides,
                    "Inside a cell.",
                    default: "[2.5pt, 0]"
                ),
                Property(
                    "row-height",
                    \.table.rowHeight,
                    .length,
                    "How tall a row is at least, so that rows to be signed are alike."
                ),
                Property(
                    "row-height-from",
                    \.table.rowHeightFrom,
                    .path,
                    "A field that says it instead, where it is given."
                ),
                Property(
                    "caption",
                    \.table.caption,
                    .template,
                    "What it shows, for those who hear it."
                ),
            ]
        ) { draft in draft.table.each == nil ? nil : .table(draft.table) },
        RecipeKind(
            "picture",
            "A picture of a field, or a logo of the brand.",
            [
                Property("picture", \.picture.field, .path, "The field."),
                Property("logo", \.picture.logo, .logo, "A logo of the brand, instead of a field."),
                Property("width", set: \.picture.width, .breadth, "Its width.", default: "100%"),
                Property("height", \.picture.height, .length, "Its height; cut to fit."),
                Property("at-most", \.picture.maximumHeight, .length, "Its greatest height."),
                Property(
                    "shape",
                    set: \.picture.shape,
                    .choice,
                    "Its outline.",
                    default: "rectangle"
                ),
                Property(
                    "position",
                    set: \.picture.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
                Property(
                    "alt",
                    \.picture.alternative,
                    .template,
                    "What it shows, where the picture does not say."
                ),
                Property("caption-style", \.picture.captionStyle, .style, "Prints its caption so."),
                Property("credit-style", \.picture.creditStyle, .style, "Prints its credit so."),
            ]
        ) { draft in
            draft.picture.field == nil && draft.picture.logo == nil ? nil : .picture(draft.picture)
        },
        RecipeKind(
            "chart",
            "A bar for each thing in a field, labelled directly.",
            [
                Property("chart", \.chart.each, .path, "The field."),
                Property(
                    "as",
                    set: \.chart.name,
                    .word,
                    "What a bar’s thing is called.",
                    default: "entry"
                ),
                Property(
                    "kind",
                    set: \.chart.kind,
                    .choice,
                    "A bar a row, or one bar divided.",
                    default: "bars"
                ),
                Property("label", \.chart.label, .template, "The words before a bar."),
                Property("value", \.chart.value, .path, "The number a bar stands for."),
                Property(
                    "figure",
                    \.chart.figure,
                    .template,
                    "The figure after a bar.",
                    default: "the value"
                ),
                Property("label-style", \.chart.labelStyle, .style, "How labels look."),
                Property("figure-style", \.chart.figureStyle, .style, "How figures look."),
                Property(
                    "colours",
                    set: \.chart.colours,
                    .colours,
                    "Of the bars, in turn.",
                    default: "primary"
                ),
                Property("thickness", set: \.chart.thickness, .length, "Of a bar.", default: "3mm"),
                Property("gap", set: \.chart.gap, .length, "Between bars.", default: "1.5mm"),
                Property(
                    "label-width",
                    set: \.chart.labelWidth,
                    .breadth,
                    "Of the labels.",
                    default: "content"
                ),
                Property(
                    "title",
                    \.chart.title,
                    .template,
                    "What it shows, for those who hear it."
                ),
            ]
        ) { draft in
            draft.chart.each == nil || draft.chart.value == nil ? nil : .chart(draft.chart)
        },
        RecipeKind(
            "code",
            "A QR code, its quiet zone kept.",
            [
                Property("code", \.code.payload, .template, "What it says to a telephone."),
                Property(
                    "side",
                    set: \.code.side,
                    .fixed,
                    "Its side without the quiet zone.",
                    default: "24mm"
                ),
                Property("colour", set: \.code.colour, .colour, "Its colour.", default: "black"),
                Property(
                    "position",
                    set: \.code.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
            ]
        ) { draft in draft.code.payload == nil ? nil : .code(draft.code) },
        RecipeKind(
            "rule",
            "A line, or a band where it is thick.",
            [
                Property("rule", set: \.thickness, .fixed, "Its thickness."),
                Property("colour", \.colour, .colour, "Its colour.", default: "text"),
                Property("length", \.length, .length, "Its length.", default: "the whole measure"),
            ]
        ) { draft in
            .rule(thickness: draft.thickness, colour: draft.colour ?? .black, length: draft.length)
        },
        RecipeKind(
            "space",
            "Nothing, so high.",
            [Property("space", \.space, .length, "How high.")]
        ) { draft in draft.space.map { .space($0) } },
    ]

    private static let ways: [RecipeKind] = [
        RecipeKind(
            "box",
            "Blocks that share a background, a border or a will to stay together.",
            [Property("box", set: \.blocks, .recipes, "The blocks.")]
        ) { draft in .box(draft.blocks) },
        RecipeKind(
            "columns",
            "Blocks poured into columns that end level.",
            [
                Property("columns", set: \.blocks, .recipes, "The blocks."),
                Property("count", set: \.count, .whole(2...6), "How many columns.", default: "2"),
                Property("gutter", set: \.gutter, .length, "Between columns.", default: "4mm"),
            ]
        ) { draft in .columns(count: draft.count, gutter: draft.gutter, draft.blocks) },
        RecipeKind(
            "row",
            "Cells side by side.",
            [
                Property("row", set: \.cells, .cells, "The cells."),
                Property("gutter", set: \.gutter, .length, "Between cells.", default: "4mm"),
            ]
        ) { draft in .row(draft.cells, gutter: draft.gutter) },
        RecipeKind(
            "each",
            "The same blocks for each thing in a field.",
            [
                Property("each", \.field, .path, "The field."),
                Property("as", set: \.name, .word, "What a thing is called.", default: "item"),
                Property("do", set: \.blocks, .recipes, "The blocks."),
                Property("between", set: \.between, .recipes, "Blocks between two things."),
            ]
        ) { draft in
            draft.field.map { .each($0, as: draft.name, do: draft.blocks, between: draft.between) }
        },
        RecipeKind(
            "when",
            "Blocks that stand only where something is so.",
            [
                Property("when", \.condition, .condition, "What must be so."),
                Property("do", set: \.blocks, .recipes, "The blocks."),
                Property("otherwise", set: \.otherwise, .recipes, "The blocks where it is not so."),
            ]
        ) { draft in
            draft.condition.map { .when($0, do: draft.blocks, otherwise: draft.otherwise) }
        },
        RecipeKind(
            "in",
            "Blocks in another language than the paper’s.",
            [
                Property(
                    "in",
                    \.field,
                    .path,
                    "The field that names it, or a tag in quotes: `'fr'`; of several, the first that is not spoken already."
                ),
                Property("do", set: \.blocks, .recipes, "The blocks."),
            ]
        ) { draft in draft.field.map { .speaking($0, do: draft.blocks) } },
        RecipeKind(
            "parallel",
            "Blocks in two languages side by side, paragraph beside paragraph, over as many pages as they need.",
            [
                Property(
                    "parallel",
                    \.field,
                    .path,
                    "The field that names the other language, or a tag in quotes: `'ar'`."
                ),
                Property("gutter", set: \.gutter, .length, "Between the two.", default: "4mm"),
                Property(
                    "do",
                    set: \.blocks,
                    .recipes,
                    "The blocks; pictures, charts and rules stand once, across both."
                ),
            ]
        ) { draft in
            draft.field.map { .parallel($0, gutter: draft.gutter, do: draft.blocks) }
        },
        RecipeKind(
            "part",
            "The blocks of a shared part.",
            [
                Property("part", \.part, .part, "The part’s name."),
                Property(
                    "with",
                    set: \.arguments,
                    .arguments,
                    "What it is given: paths of fields."
                ),
            ]
        ) { draft in draft.part.map { .part($0, with: draft.arguments) } },
        RecipeKind(
            "break",
            "What follows begins a column or a page.",
            [Property("break", \.pause, .choice, "Which.")]
        ) { draft in draft.pause.map { .pause($0) } },
    ]
}
