import Diagnostics
import Units

extension RecipeKind {
    /// Blocks for what happens at a gathering.
    static let gatherings: [RecipeKind] = [
        RecipeKind(
            "tell-apart",
            "The same blocks in the colour, and with the sign, of the sort a thing is of.",
            TellingDraft(),
            tellingApart
        ) { draft in
            draft.telling.field == nil ? nil : .apart(draft.telling, do: draft.blocks)
        },
        RecipeKind(
            "timetable",
            "Times by places: what has no place, or is alone at its time, goes across them.",
            TimetableRecipe(),
            timetable
        ) { draft in
            draft.isWhole ? .timetable(draft) : nil
        },
        RecipeKind(
            "captioning",
            "Blocks that say what a picture, a chart or a table shows: they are read as its caption.",
            [Recipe](),
            [Property("captioning", set: \.self, .recipes, "The blocks.")]
        ) { draft in .heard(as: .caption, do: draft) },
        RecipeKind(
            "counting",
            "Blocks that together are the next figure, table or what else a paper counts from 1: `{count:figure}` in them is its number, with which their pictures, charts and tables are heard. Where its title or caption ends in a name, `{#wells}`, the text `[](#wells)` prints “figure 3” and leads there.",
            CountingDraft(),
            [
                Property(
                    "counting",
                    \.word,
                    .word,
                    "The language’s word for it, such as `figure` or `table`; its form `mention` is that in a sentence."
                ),
                Property(
                    "do",
                    set: \.blocks,
                    .recipes,
                    "The blocks; where they are none, none is counted."
                ),
            ]
        ) { draft in draft.word.map { .counted(as: $0, do: draft.blocks) } },
        RecipeKind(
            "quoting",
            "Blocks with somebody else’s words: they are read as a quotation.",
            [Recipe](),
            [Property("quoting", set: \.self, .recipes, "The blocks.")]
        ) { draft in .heard(as: .quotation, do: draft) },
        RecipeKind(
            "silent",
            "Blocks that are seen and not heard, since what they say is said already: the other side of a folded badge, initials in the place of a portrait.",
            [Recipe](),
            [Property("silent", set: \.self, .recipes, "The blocks.")]
        ) { draft in .heard(as: .nothing, do: draft) },
        RecipeKind(
            "index",
            "Names in the language’s order, with the pages that tell of them.",
            IndexRecipe(),
            [
                Property("index", \.each, .path, "The things that are told of."),
                Property(
                    "as",
                    set: \.name,
                    .word,
                    "What a thing is called.",
                    default: "item"
                ),
                Property("under", \.entries, .path, "The names that lead to it."),
                Property(
                    "at",
                    \.anchor,
                    .template,
                    "The `anchor` of the block that tells of it."
                ),
                Property(
                    "leaders",
                    set: \.hasLeaders,
                    .truth,
                    "Whether points lead from a name to its pages.",
                    default: "yes"
                ),
            ]
        ) { draft in
            draft.isWhole ? .index(draft) : nil
        },
    ]

    private static let tellingApart: [Property<TellingDraft>] = [
        Property("tell-apart", \.telling.field, .path, "The field that names a sort by its id."),
        Property("among", \.telling.among, .path, "The sorts, in order."),
        Property(
            "as",
            set: \.telling.name,
            .word,
            "What the sort is called.",
            default: "sort"
        ),
        Property(
            "colours",
            set: \.telling.colours,
            .colours,
            "Of sorts that bring no `colour`, in turn.",
            default: "primary"
        ),
        Property(
            "signs",
            set: \.telling.signs,
            .words,
            "Of the sorts, in turn.",
            default: "[●, ■, ▲, ◆, ★, ✚]"
        ),
        Property("do", set: \.blocks, .recipes, "The blocks: `{sign}`, colour `own`."),
    ]

    private static let timetable: [Property<TimetableRecipe>] = [
        Property("timetable", \.each, .path, "The things that happen."),
        Property(
            "as",
            set: \.name,
            .word,
            "What one is called.",
            default: "item"
        ),
        Property("time", \.time, .path, "The field of its hours."),
        Property("place", \.place, .path, "The field that names its place by id."),
        Property("places", \.places, .path, "The places, a column each where used."),
        Property(
            "as-place",
            set: \.placeName,
            .word,
            "What a place is called.",
            default: "place"
        ),
        Property(
            "columns-of",
            \.columnsOf,
            .path,
            "Things whose places have a column too, such as those of all days."
        ),
        Property("head", set: \.head, .recipes, "The blocks above a place’s column."),
        Property(
            "hours",
            set: \.hours,
            .recipes,
            "The blocks beside a row: `{hours}`, its end where all that begins then ends at once."
        ),
        Property(
            "hours-width",
            set: \.hoursWidth,
            .breadth,
            "Their column.",
            default: "content"
        ),
        Property(
            "do",
            set: \.cell,
            .recipes,
            "The blocks of a thing: `{hours}` where its row does not say, `{elsewhere}` its place where its column does not."
        ),
        Property("quiet", \.quiet, .condition, "Which things stand back."),
        Property(
            "told-by",
            \.telling.field,
            .path,
            "The field that names a thing’s sort."
        ),
        Property("among", \.telling.among, .path, "The sorts, in order."),
        Property(
            "as-sort",
            set: \.telling.name,
            .word,
            "What the sort is called.",
            default: "sort"
        ),
        Property(
            "colours",
            set: \.telling.colours,
            .colours,
            "Of the sorts, in turn.",
            default: "primary"
        ),
        Property(
            "signs",
            set: \.telling.signs,
            .words,
            "Of the sorts, in turn.",
            default: "[●, ■, ▲, ◆, ★, ✚]"
        ),
        Property("cell-style", \.cellStyle, .style, "Background, edge and padding."),
        Property("quiet-style", \.quietStyle, .style, "Those of what stands back."),
        Property(
            "gutter",
            set: \.gutter,
            .length,
            "Between columns.",
            default: "2mm"
        ),
        Property("gap", set: \.gap, .length, "Between rows.", default: "1mm"),
        Property(
            "head-gap",
            set: \.headGap,
            .length,
            "Between its head and its first row.",
            default: "4pt"
        ),
        Property(
            "minute",
            set: \.minute,
            .length,
            "How tall a minute is at least.",
            default: "0"
        ),
        Property(
            "minute-at-most",
            set: \.tallestMinute,
            .length,
            "How tall a minute becomes where its page has room for it; half as tall where all that goes on stands back.",
            default: "0"
        ),
        Property("rule-below-head", \.ruleBelowHead, .border, "Below its head."),
        Property("rule-between", \.ruleBetween, .border, "Between its rows."),
        Property(
            "caption",
            \.caption,
            .template,
            "What it shows, for those who hear it."
        ),
    ]
}

private struct TellingDraft: Sendable {
    var telling = TellingRecipe()
    var blocks: [Recipe] = []
}

private struct CountingDraft: Sendable {
    var word: String?
    var blocks: [Recipe] = []
}

extension TimetableRecipe {
    fileprivate var isWhole: Bool { each != nil && time != nil }
}

extension IndexRecipe {
    fileprivate var isWhole: Bool { each != nil && entries != nil && anchor != nil }
}
