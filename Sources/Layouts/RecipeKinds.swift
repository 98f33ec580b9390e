import Arrangement
import Diagnostics
import Units

extension RecipeKind {
    /// Every kind of block, in the order of the reference.
    static let all: [RecipeKind] = words + things + ways + gatherings

    private static let words: [RecipeKind] = [
        RecipeKind(
            "heading",
            "A heading: in the outline, and for those who hear the page.",
            HeadingDraft(),
            [
                Property("heading", \.words, .runs, "Its words."),
                Property("level", set: \.level, .whole(1...6), "Its level.", default: "1"),
                Property(
                    "number",
                    set: \.number,
                    .runs,
                    "The number that the layout prints beside it, such as `{index}`: a table of contents has "
                        + "it before the words."
                ),
                Property(
                    "in-contents",
                    set: \.beneath,
                    .runs,
                    "What stands beneath it in a table of contents, such as its authors."
                ),
            ]
        ) { draft in
            draft.words.map {
                .heading(
                    HeadingRecipe(
                        level: draft.level,
                        words: $0,
                        number: draft.number,
                        beneath: draft.beneath
                    )
                )
            }
        },
        RecipeKind(
            "heading-number",
            "The number of the heading that comes next, where it stands in a place of its own: those who hear "
                + "the page hear it with the heading.",
            Only<[RunRecipe]>(),
            [Property("heading-number", \.value, .runs, "Its words, or a list of runs.")]
        ) { draft in draft.value.map { .headingNumber($0) } },
        RecipeKind(
            "paper-title",
            "What the paper is called, on its cover: a title to those who hear it, and in no contents. Where "
                + "chapters are headings of level 1, it stands above them all.",
            Only<[RunRecipe]>(),
            [Property("paper-title", \.value, .runs, "Its words, or a list of runs.")]
        ) { draft in draft.value.map { .title($0) } },
        RecipeKind(
            "paragraph",
            "One paragraph of text with fields in it.",
            Only<[RunRecipe]>(),
            [Property("paragraph", \.value, .runs, "Its words, or a list of runs.")]
        ) { draft in draft.value.map { .paragraph($0) } },
        RecipeKind(
            "text",
            "Rich text of a field: paragraphs, lists, quotations, tables, notes.",
            TextDraft(),
            [
                Property("text", \.field, .path, "The field."),
                Property("opening", \.opening, .style, "The style of its first paragraph."),
            ]
        ) { draft in draft.field.map { .text($0, opening: draft.opening) } },
        RecipeKind(
            "list",
            "An item for each thing in a field.",
            ListRecipe(),
            [
                Property("list", \.each, .path, "The field."),
                Property("as", set: \.name, .name, "What an item is called.", default: "item"),
                Property("do", set: \.item, .recipes, "The blocks of an item."),
                Property(
                    "numbered",
                    set: \.isNumbered,
                    .truth,
                    "Numbers or bullets.",
                    default: "no"
                ),
                Property(
                    "bullet",
                    set: \.bullet,
                    .word,
                    "What stands before an item.",
                    default: "•"
                ),
                Property("label-style", \.labelStyle, .style, "How label and bullet look."),
                Property(
                    "indent",
                    set: \.indent,
                    .length,
                    "From edge to text.",
                    default: "1.5em"
                ),
            ]
        ) { draft in draft.each == nil ? nil : .list(draft) },
        RecipeKind(
            "contents",
            "A table of contents with leaders and folios.",
            ContentsRecipe(),
            [
                Property(
                    "contents",
                    set: \.levels,
                    .whole(1...6),
                    "How many levels of headings."
                ),
                Property(
                    "title",
                    set: \.title,
                    .runs,
                    "Words above it, not listed in it."
                ),
                Property(
                    "leaders",
                    set: \.hasLeaders,
                    .truth,
                    "Whether points lead from a heading to its page.",
                    default: "yes"
                ),
                Property(
                    "of-part",
                    set: \.isOfPart,
                    .truth,
                    "Whether it lists only what stands under the heading before it.",
                    default: "no"
                ),
            ]
        ) { draft in .contents(draft) },
    ]

    private static let ways: [RecipeKind] = [
        RecipeKind(
            "box",
            "Blocks that share a background, a border or a will to stay together.",
            [Recipe](),
            [Property("box", set: \.self, .recipes, "The blocks.")]
        ) { draft in .box(draft) },
        RecipeKind(
            "columns",
            "Blocks poured into columns that end level.",
            ColumnsDraft(),
            [
                Property("columns", set: \.blocks, .recipes, "The blocks."),
                Property("count", set: \.count, .whole(2...6), "How many columns.", default: "2"),
                Property("gutter", set: \.gutter, .length, "Between columns.", default: "4mm"),
            ]
        ) { draft in .columns(count: draft.count, gutter: draft.gutter, draft.blocks) },
        RecipeKind(
            "row",
            "Cells side by side.",
            RowDraft(),
            [
                Property("row", set: \.cells, .cells, "The cells."),
                Property("gutter", set: \.gutter, .length, "Between cells.", default: "4mm"),
            ]
        ) { draft in .row(draft.cells, gutter: draft.gutter) },
        RecipeKind(
            "each",
            "The same blocks for each thing in a field.",
            EachDraft(),
            [
                Property("each", \.field, .path, "The field."),
                Property("as", set: \.name, .name, "What a thing is called.", default: "item"),
                Property(
                    "together",
                    \.together,
                    .path,
                    "The field of a thing, such as `time.start`: things that follow one another and say the same in it are taken together, as a list."
                ),
                Property("do", set: \.blocks, .recipes, "The blocks."),
                Property("between", set: \.between, .recipes, "Blocks between two things."),
                Property(
                    "continued",
                    set: \.continued,
                    .recipes,
                    "Blocks that stand again above a thing that goes on in another column or page, and are not read; not inside a box, a row or columns."
                ),
                Property(
                    "priority",
                    \.priority,
                    .path,
                    "The field of a thing that says by which number it is left out to meet a number of pages, as `priority` of a style does; a thing that says nothing stays."
                ),
            ]
        ) { draft in
            draft.field.map {
                .each(
                    EachRecipe(
                        field: $0,
                        name: draft.name,
                        together: draft.together,
                        blocks: draft.blocks,
                        between: draft.between,
                        continued: draft.continued,
                        priority: draft.priority
                    )
                )
            }
        },
        RecipeKind(
            "when",
            "Blocks that stand only where something is so.",
            WhenDraft(),
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
            SpeakingDraft(),
            [
                Property(
                    "in",
                    \.field,
                    .language,
                    "The field that names it, or a tag in quotes: `'fr'`; of several, the first that is not spoken already."
                ),
                Property("do", set: \.blocks, .recipes, "The blocks."),
            ]
        ) { draft in draft.field.map { .speaking($0, do: draft.blocks) } },
        RecipeKind(
            "parallel",
            "Blocks in two languages side by side, paragraph beside paragraph, over as many pages as they need.",
            ParallelDraft(),
            [
                Property(
                    "parallel",
                    \.field,
                    .language,
                    "The field that names the other language, or a tag in quotes: `'ar'`."
                ),
                Property("gutter", set: \.gutter, .length, "Between the two.", default: "4mm"),
                Property(
                    "do",
                    set: \.blocks,
                    .recipes,
                    "The blocks; pictures, charts and rules stand once, across both. Paragraphs pair by the names that "
                        + "end them, such as `{#wells}`; without names, by their order and lengths. Lists of as many "
                        + "items stand item beside item, and tables of as many rows row beside row."
                ),
            ]
        ) { draft in
            draft.field.map { .parallel($0, gutter: draft.gutter, do: draft.blocks) }
        },
        RecipeKind(
            "part",
            "The blocks of a shared part.",
            PartDraft(),
            [
                Property("part", \.part, .part, "The part’s name."),
                Property(
                    "with",
                    set: \.arguments,
                    .arguments,
                    "What it is given: paths of fields."
                ),
            ],
            check: { draft, place, desk in
                draft.part.map { desk.has(draft.arguments, for: $0, at: place) } ?? false
            }
        ) { draft in
            let arguments = draft.arguments.map { PartArgument(name: $0.key, expression: $0.value) }
            return draft.part.map { .part($0, with: arguments.sorted { $0.name < $1.name }) }
        },
        RecipeKind(
            "break",
            "What follows begins a column or a page.",
            Only<BlockBreak>(),
            [Property("break", \.value, .choice, "Which.")]
        ) { draft in draft.value.map { .pause($0) } },
    ]
}

/// Of a block that is made of one thing.
struct Only<Value: Sendable>: Sendable {
    var value: Value?
}

private struct HeadingDraft: Sendable {
    var words: [RunRecipe]?
    var level = 1
    var number: [RunRecipe] = []
    var beneath: [RunRecipe] = []
}

private struct TextDraft: Sendable {
    var field: Expression?
    var opening: StyleID?
}

private struct ColumnsDraft: Sendable {
    var blocks: [Recipe] = []
    var count = 2
    var gutter: Measure = .absolute(.mm(4))
}

private struct RowDraft: Sendable {
    var cells: [CellRecipe] = []
    var gutter: Measure = .absolute(.mm(4))
}

private struct EachDraft: Sendable {
    var field: Expression?
    var name = "item"
    var together: Expression?
    var blocks: [Recipe] = []
    var between: [Recipe] = []
    var continued: [Recipe] = []
    var priority: Expression?
}

private struct WhenDraft: Sendable {
    var condition: Condition?
    var blocks: [Recipe] = []
    var otherwise: [Recipe] = []
}

private struct SpeakingDraft: Sendable {
    var field: Expression?
    var blocks: [Recipe] = []
}

private struct ParallelDraft: Sendable {
    var field: Expression?
    var gutter: Measure = .absolute(.mm(4))
    var blocks: [Recipe] = []
}

private struct PartDraft: Sendable {
    var part: String?
    var arguments: [String: Expression] = [:]
}
