import Diagnostics
import Units

/// Recipes of what is no running text: tables, pictures, charts, codes, rules and spaces.
extension RecipeKind {
    static let things: [RecipeKind] = [
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
            "A picture of a field.",
            [
                Property("picture", \.picture.field, .path, "The field."),
                Property("width", set: \.picture.width, .breadth, "Its width.", default: "1 part"),
                Property("height", \.picture.height, .length, "Its height; cut to fit."),
                Property("at-most", \.picture.maximumHeight, .length, "Its greatest height."),
                Property(
                    "weight",
                    \.picture.weight,
                    .length,
                    "In place of its width: the side of a square as large as it, so that marks of all shapes "
                        + "weigh alike."
                ),
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
            draft.picture.field == nil ? nil : .picture(draft.picture)
        },
        RecipeKind(
            "logo",
            "A mark of the brand.",
            [
                Property(
                    "logo",
                    \.picture.logo,
                    .logo,
                    "Its name; `main` stands only where the brand has one."
                ),
                Property("width", set: \.picture.width, .breadth, "Its width.", default: "1 part"),
                Property("at-most", \.picture.maximumHeight, .length, "Its greatest height."),
                Property(
                    "position",
                    set: \.picture.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
            ]
        ) { draft in draft.picture.logo == nil ? nil : .picture(draft.picture) },
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
                    "clearance",
                    set: \.chart.clearance,
                    .length,
                    "Between words and a bar beside them, or the next words; half of it beneath a bar.",
                    default: "6pt"
                ),
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
            .rule(thickness: draft.thickness, colour: draft.colour, length: draft.length)
        },
        RecipeKind(
            "space",
            "Nothing, so high.",
            [Property("space", \.space, .length, "How high.")]
        ) { draft in draft.space.map { .space($0) } },
    ]
}
