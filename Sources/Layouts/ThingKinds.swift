import Diagnostics
import Units

/// Recipes of what is no running text: tables, pictures, charts, codes, rules and spaces.
extension RecipeKind {
    static let things: [RecipeKind] = [
        RecipeKind(
            "table",
            "A table: of a field that holds one, or with a row for each thing in a field.",
            TableRecipe(),
            [
                Property("table", \.each, .path, "The field."),
                Property(
                    "as",
                    set: \.name,
                    .word,
                    "What a row’s thing is called.",
                    default: "row"
                ),
                Property("columns", set: \.columns, .tableColumns, "Its columns."),
                Property(
                    "columns-from",
                    \.columnsFrom,
                    .path,
                    "A field with the names of columns: where it is given, these stand in its order, whatever their `when`."
                ),
                Property(
                    "blank-rows",
                    \.blankRows,
                    .path,
                    "A field with the number of empty rows to be filled in by hand, or the number itself: `'15'`."
                ),
                Property(
                    "gutter",
                    set: \.gutter,
                    .length,
                    "Between columns.",
                    default: "4mm"
                ),
                Property("head-style", \.headStyle, .style, "How headings look."),
                Property("cell-style", \.cellStyle, .style, "How cells look."),
                Property(
                    "rule-above",
                    \.ruleAbove,
                    .border,
                    "Above the table.",
                    default: "0.75pt text where it has no head"
                ),
                Property(
                    "rule-below-head",
                    \.ruleBelowHead,
                    .border,
                    "Below its head.",
                    default: "0.75pt text"
                ),
                Property(
                    "rule-between",
                    \.ruleBetween,
                    .border,
                    "Between its rows.",
                    default: "0.35pt text 50%"
                ),
                Property(
                    "rule-below",
                    \.ruleBelow,
                    .border,
                    "Below the table.",
                    default: "0.75pt text"
                ),
                Property(
                    "cell-padding",
                    \.cellPadding,
                    .sides,
                    "Inside a cell.",
                    default: "[2.5pt, 0]"
                ),
                Property(
                    "row-height",
                    \.rowHeight,
                    .length,
                    "How tall a row is at least, so that rows to be signed are alike."
                ),
                Property(
                    "row-height-from",
                    \.rowHeightFrom,
                    .path,
                    "A field that says it instead, where it is given."
                ),
                Property(
                    "caption",
                    \.caption,
                    .template,
                    "What it shows, for those who hear it."
                ),
            ]
        ) { draft in draft.each == nil ? nil : .table(draft) },
        RecipeKind(
            "picture",
            "A picture of a field.",
            PictureRecipe(),
            [
                Property("picture", \.field, .path, "The field."),
                Property("width", set: \.width, .breadth, "Its width.", default: "1 part"),
                Property("height", \.height, .length, "Its height; cut to fit."),
                Property("at-most", \.maximumHeight, .length, "Its greatest height."),
                Property(
                    "weight",
                    \.weight,
                    .length,
                    "In place of its width: the side of a square as large as it, so that marks of all shapes "
                        + "weigh alike."
                ),
                Property(
                    "shape",
                    set: \.shape,
                    .choice,
                    "Its outline.",
                    default: "rectangle"
                ),
                Property(
                    "position",
                    set: \.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
                Property(
                    "alt",
                    \.alternative,
                    .template,
                    "What it shows, where the picture does not say."
                ),
                Property("caption-style", \.captionStyle, .style, "Prints its caption so."),
                Property("credit-style", \.creditStyle, .style, "Prints its credit so."),
            ]
        ) { draft in
            draft.field == nil ? nil : .picture(draft)
        },
        RecipeKind(
            "logo",
            "A mark of the brand.",
            PictureRecipe(),
            [
                Property(
                    "logo",
                    \.logo,
                    .logo,
                    "Its name; `main` stands only where the brand has one."
                ),
                Property("width", set: \.width, .breadth, "Its width.", default: "1 part"),
                Property("at-most", \.maximumHeight, .length, "Its greatest height."),
                Property(
                    "position",
                    set: \.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
            ]
        ) { draft in draft.logo == nil ? nil : .picture(draft) },
        RecipeKind(
            "chart",
            "A bar for each thing in a field, labelled directly.",
            ChartRecipe(),
            [
                Property("chart", \.each, .path, "The field."),
                Property(
                    "as",
                    set: \.name,
                    .word,
                    "What a bar’s thing is called.",
                    default: "entry"
                ),
                Property(
                    "kind",
                    set: \.form,
                    .choice,
                    "A bar a row, or one bar divided.",
                    default: "bars"
                ),
                Property("label", \.label, .template, "The words before a bar."),
                Property("value", \.value, .path, "The number a bar stands for."),
                Property(
                    "figure",
                    \.figure,
                    .template,
                    "The figure after a bar.",
                    default: "the value"
                ),
                Property("label-style", \.labelStyle, .style, "How labels look."),
                Property("figure-style", \.figureStyle, .style, "How figures look."),
                Property(
                    "colours",
                    set: \.colours,
                    .colours,
                    "Of the bars, in turn.",
                    default: "primary"
                ),
                Property("thickness", set: \.thickness, .length, "Of a bar.", default: "3mm"),
                Property("gap", set: \.gap, .length, "Between bars.", default: "1.5mm"),
                Property(
                    "clearance",
                    set: \.clearance,
                    .length,
                    "Between words and a bar beside them, or the next words; half of it beneath a bar.",
                    default: "6pt"
                ),
                Property(
                    "label-width",
                    set: \.labelWidth,
                    .breadth,
                    "Of the labels.",
                    default: "content"
                ),
                Property(
                    "title",
                    \.title,
                    .template,
                    "What it shows, for those who hear it."
                ),
            ]
        ) { draft in
            draft.each == nil || draft.value == nil ? nil : .chart(draft)
        },
        RecipeKind(
            "code",
            "A QR code, its quiet zone kept.",
            CodeRecipe(),
            [
                Property("code", \.payload, .template, "What it says to a telephone."),
                Property(
                    "side",
                    set: \.side,
                    .positive,
                    "Its side without the quiet zone.",
                    default: "24mm"
                ),
                Property("colour", set: \.colour, .colour, "Its colour.", default: "black"),
                Property(
                    "position",
                    set: \.position,
                    .position,
                    "Where it stands.",
                    default: "start"
                ),
            ]
        ) { draft in draft.payload == nil ? nil : .code(draft) },
        RecipeKind(
            "rule",
            "A line, or a band where it is thick.",
            RuleDraft(),
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
            Only<Measure>(),
            [Property("space", \.value, .length, "How high.")]
        ) { draft in draft.value.map { .space($0) } },
    ]
}

private struct RuleDraft: Sendable {
    var thickness: Length = .pt(0.5)
    var colour: Colour?
    var length: Measure?
}
