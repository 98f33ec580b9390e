import Diagnostics
import YAML

extension LanguagePack {
    static let properties: [Property<LanguagePack>] = [
        Property("language", set: \.tag, .word, "Its tag (BCP 47)."),
        Property("extends", elsewhere: "a language’s tag", "The pack this one differs from."),
        Property("name", set: \.name, .word, "What its speakers call it."),
        Property("script", set: \.script, .script, "Its script.", default: "Latn"),
        Property(
            "direction",
            set: \.isRightToLeft,
            .direction,
            "Which way it runs.",
            default: "left-to-right"
        ),
        Property(
            "quotes",
            elsewhere: "`outer` and `inner`: opening mark, closing mark, space",
            "Its quotation marks."
        ),
        Property("apostrophe", set: \.apostrophe, .word, "Its apostrophe.", default: "’"),
        Property("ellipsis", set: \.ellipsis, .word, "Its three points.", default: "…"),
        Property(
            "space-before",
            elsewhere: "marks and `narrow`, `wide` or `none`",
            "Which marks stand off the word."
        ),
        Property("range-dash", set: \.rangeDash, .text, "Between two numbers.", default: "–"),
        Property(
            "clause-dash",
            set: \.clauseDash,
            .text,
            "Between clauses, with its spaces.",
            default: "' – '"
        ),
        Property(
            "paired-dashes",
            set: \.pairsDashes,
            .truth,
            "Whether the dash that opens an aside stays with what follows it.",
            default: "no"
        ),
        Property(
            "group",
            set: \.groupSeparator,
            .space,
            "Between groups of digits.",
            default: "','"
        ),
        Property(
            "decimal",
            set: \.decimalSeparator,
            .decimalMark,
            "Before decimals.",
            default: "."
        ),
        Property(
            "group-from",
            set: \.groupFrom,
            .whole(4...9),
            "Digits from which numbers are grouped.",
            default: "4"
        ),
        Property(
            "percent",
            set: \.percent,
            .text,
            "After a share; `_` is a narrow no-break space, `~` a wide one.",
            default: "'%'"
        ),
        Property(
            "digits",
            set: \.digits,
            .word,
            "What 0 to 9 are printed as, in numbers, dates, times, folios, marks of notes and of "
                + "lists; figures that the writer typed stay. Arabic ones bring their marks ٬ ٫ ٪ along."
        ),
        Property("ordinals", set: \.ordinals, .words, "Endings of ordinals that stand raised."),
        Property(
            "roman-ordinals",
            set: \.romanOrdinals,
            .words,
            "Endings that stand raised after Roman figures of I, V and X as well, such as `e` in "
                + "XXIe; with figures before it, such as `Ier`, an ending stands after these alone."
        ),
        Property(
            "typed-ordinals",
            elsewhere: "endings as they are typed, and those printed",
            "Endings of ordinals that people type and nobody prints, such as `ème` in 3ème and XXIème, "
                + "with those that stand raised in their place; codes and names of files keep theirs."
        ),
        Property(
            "dates",
            elsewhere:
                "`long`, `medium`, `short`, `day`, `full`, `written`, `month`; of several days `same-month`, `same-year`, `other`",
            "Forms of dates, of `{day}`, `{day2}`, `{month}`, `{short-month}`, `{month2}`, `{year}` and "
                + "`{weekday}`; of several days, of those of the last and `{first-day}`, `{first-month}` and "
                + "`{first-year}`."
        ),
        Property("first-day", \.firstDay, .word, "What the first of a month is called."),
        Property(
            "times",
            elsewhere:
                "`time`, `range`, `full-hour`, `alone`; of days in two halves `am`, `pm`, `without-half`, `same-half`",
            "Forms of times, of `{hour}`, `{hour2}` or `{hour12}` with `{half}`, and `{minute}`; "
                + "`alone` is that of a `{time}` outside of ranges and columns."
        ),
        Property("months", set: \.months, .words, "Twelve names."),
        Property("short-months", set: \.shortMonths, .words, "Twelve short names."),
        Property("weekdays", set: \.weekdays, .words, "Seven names, Monday first."),
        Property(
            "list-comma",
            set: \.listComma,
            .text,
            "Between items of a list.",
            default: "', '"
        ),
        Property("list-pair", set: \.listPair, .text, "Between two items.", default: "' and '"),
        Property(
            "list-last",
            set: \.listLast,
            .text,
            "Before the last of several.",
            default: "' and '"
        ),
        Property("bound-words", elsewhere: "a list", "Words that do not end a line of a heading."),
        Property(
            "abbreviations",
            elsewhere: "a list",
            "What stays with the word after it; with ` #`, only before a figure."
        ),
        Property(
            "spaced-abbreviations",
            set: \.spacedAbbreviations,
            .words,
            "Abbreviations with narrow spaces inside; with any of them, all of single letters have "
                + "these, such as `m. a. W.`."
        ),
        Property(
            "closes-ellipses",
            set: \.closesEllipses,
            .truth,
            "Whether points of ellipsis typed after a blank stand at the word before them.",
            default: "no"
        ),
        Property("elisions", set: \.elisions, .words, "Words that begin with an apostrophe."),
        Property(
            "own-marks",
            elsewhere: "typed marks and the language’s own",
            "Marks that stand for those of other scripts beside its letters."
        ),
        Property(
            "titles",
            elsewhere: "`mme` and its like, in small letters without stops, and the language’s own",
            "What is said before a name in its letters for which no such word was given: "
                + "“Mme” before an Arabic name."
        ),
        Property(
            "unsure",
            set: \.unsure,
            .words,
            "Keys and words that a speaker of the language has yet to look over."
        ),
        Property("units", elsewhere: "a list", "What stays with the number before it."),
        Property(
            "spaces-units",
            set: \.spacesUnits,
            .truth,
            "Whether a unit typed right after its number, such as `15€` and `10km`, and a number right "
                + "after its sign, such as `n°5`, are set off.",
            default: "no"
        ),
        Property(
            "leading",
            set: \.leading,
            .scale,
            "How much wider its lines stand than those of Latin script.",
            default: "1"
        ),
        Property(
            "hyphenation",
            \.hyphenation,
            notedAt: \.hyphenationSpan,
            .word,
            "The dictionary’s tag, such as `fr`, or a file of patterns beside the pack, such as "
                + "`hyph_srr.dic` of libhyphen or `hyph-srr.tex` of TeX; `none`, or nothing, where it does not "
                + "divide words."
        ),
        Property(
            "hyphenation-left",
            set: \.hyphenationLeft,
            .whole(1...9),
            "Letters left before a hyphen.",
            default: "2"
        ),
        Property(
            "hyphenation-right",
            set: \.hyphenationRight,
            .whole(1...9),
            "Letters after it.",
            default: "3"
        ),
        Property(
            "repeats-hyphen",
            set: \.repeatsHyphen,
            .truth,
            "Whether a line that begins after the hyphen of a compound word begins with it again.",
            default: "no"
        ),
        Property(
            "capital-nouns",
            set: \.capitalNouns,
            .truth,
            "Whether all nouns have capitals; else a hyphen between two capitals is a name’s, and lines end after it only where they must.",
            default: "no"
        ),
        Property("words", elsewhere: "names and words, or their forms", "Words of the interface."),
        Property("countries", elsewhere: "codes and names", "Countries, by ISO 3166-1."),
        Property("languages", elsewhere: "tags and names", "Languages, by BCP 47."),
    ]
}

extension Form where Value == String {
    /// Text in which blanks at the ends count.
    static var text: Form {
        Form(words: "text") { node, desk in
            if let text = node.text, !node.isEmpty {
                return String(
                    text.map { $0 == "_" ? "\u{202F}" : $0 == "~" ? "\u{A0}" : $0 }
                )
            }
            desk.expectText(at: node)
            return nil
        }
    }
}

extension Form where Value == Double {
    /// A share of what is usual.
    static var scale: Form {
        Form(words: "a number from 0.8 to 2") { node, desk in
            if let scale = node.text.flatMap(Double.init), (0.8...2).contains(scale) {
                return scale
            }
            desk.expect(
                "a number from 0.8 to 2",
                at: node,
                hint: Measure.withPoint(node.text ?? "")
            )
            return nil
        }
    }
}

extension Form where Value == Bool {
    static var direction: Form {
        Form(words: "left-to-right or right-to-left") { node, desk in
            switch node.text {
            case "left-to-right": return false
            case "right-to-left": return true
            default:
                desk.expect("‘left-to-right’ or ‘right-to-left’", at: node)
                return nil
            }
        }
    }
}
