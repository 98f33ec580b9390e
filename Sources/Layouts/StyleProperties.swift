extension Style {
    /// Every key a style understands, in the order of the reference.
    static let properties: [Property<Style>] = letters + lines + block

    private static let letters: [Property<Style>] = [
        Property("font", \.font, .font, "The role whose family sets the text.", default: "serif"),
        Property("weight", \.weight, .weight, "How dark the letters are.", default: "regular"),
        Property(
            "italic",
            \.isItalic,
            .truth,
            "Whether letters are italic, of those scripts that have italics.",
            default: "no"
        ),
        Property("size", \.size, .size, "The type size.", default: "10pt"),
        Property("colour", \.colour, .tone, "The colour of the letters.", default: "text"),
        Property(
            "capitals",
            \.capitals,
            notedAt: \.letterOrigins.capitals,
            .choice,
            "Capitals made by the language’s rules, or small capitals of the font; a warning says where "
                + "it has none.",
            default: "none"
        ),
        Property(
            "figures",
            \.figures,
            notedAt: \.letterOrigins.figures,
            .choice,
            "Which figures the font draws: those of running `text` are old-style where its family has such. Of "
                + "all others a warning says where a family lacks them."
        ),
        Property(
            "features",
            \.features,
            notedAt: \.letterOrigins.features,
            .features,
            "OpenType features switched on by tag, such as `frac` for fractions like 3/4; a leading "
                + "hyphen switches off. A warning says where a family lacks one."
        ),
        Property(
            "tracking",
            \.tracking,
            .tracking,
            "Added between letters; never done to joining scripts.",
            default: "0"
        ),
        Property("rise", \.rise, .length, "How far above the baseline the letters stand."),
        Property("underline", \.isUnderlined, .truth, "Whether a line runs below.", default: "no"),
    ]

    private static let lines: [Property<Style>] = [
        Property(
            "align",
            \.alignment,
            .choice,
            "How lines stand. Justified Arabic is drawn out by kashida as well, in families of which "
                + "`fonts/fonts.yaml` says `kashida: yes`.",
            default: "start"
        ),
        Property(
            "leading",
            \.leading,
            .positive,
            "From baseline to baseline; `em` is of the type size.",
            default: "1 line"
        ),
        Property("indent", \.indent, .length, "Of the first line.", default: "0"),
        Property(
            "list-indent",
            \.listIndent,
            .length,
            "In the style `list`: from the edge to the text of an item of rich text, or as far as its "
                + "label needs.",
            default: "1.4em"
        ),
        Property(
            "list-gap",
            \.listGap,
            .length,
            "In the style of a list: above and below it where other text stands there, but not below a "
                + "heading; half a line in rich text, where unsaid. On the grid its lines may then stand "
                + "midway. What follows a list of rich text is not indented."
        ),
        Property("hyphenate", \.hyphenates, .truth, "Whether words may divide.", default: "no"),
        Property(
            "balance",
            \.isBalanced,
            .truth,
            "Lines of like length, none ending on a preposition or an article.",
            default: "no"
        ),
        Property(
            "hang",
            \.hangsPunctuation,
            .truth,
            "Whether stops and hyphens stand a little outside (protrusion, optical margins).",
            default: "yes"
        ),
        Property(
            "hang-mark",
            \.hangsMark,
            .truth,
            "Whether a quotation mark that comes first stands wholly outside, with the space that the "
                + "language sets after it, so that the lines’ first letters align.",
            default: "no"
        ),
        Property(
            "orphans",
            \.orphans,
            .whole(1...9),
            "Lines that stay together at a column’s foot; paragraphs are set a line longer or shorter "
                + "(by their looseness) where that keeps them.",
            default: "2"
        ),
        Property(
            "widows",
            \.widows,
            .whole(1...9),
            "Lines that stay together at a column’s head.",
            default: "2"
        ),
        Property(
            "last-line",
            \.minimumLastLine,
            .share,
            "The least share of the measure that a last line fills.",
            default: "15%"
        ),
        Property(
            "last-line-gap",
            \.lastLineGap,
            .length,
            "The least that a last line of justified text leaves free; where it would leave less it is "
                + "set to the measure, as long as its spaces carry that.",
            default: "0"
        ),
        Property(
            "drop-cap",
            \.dropCap,
            .whole(0...9),
            "How many lines the first letter is tall, from the height of capitals in the first line to "
                + "the baseline of the last. An accent takes its room from the space above, a tail from the "
                + "line below. A quotation mark before it stands beside it in the size of the text, outside "
                + "with `hang-mark`. Paragraphs with fewer lines, or in a joined script, have none.",
            default: "0"
        ),
        Property(
            "fit-size",
            \.fitSize,
            .length,
            "Text that must fit shrinks down to this size."
        ),
        Property(
            "fit-lines",
            \.fitLines,
            .whole(1...20),
            "Text that must fit takes at most so many lines; one, as long as it stands there at three "
                + "quarters of its size or more, or half of it where it is one word."
        ),
        Property(
            "fit-lines-first",
            \.takesLinesFirst,
            .truth,
            "Whether text that must fit takes its lines before it gets smaller, so that it is of one size "
                + "on all cards of a run that have room for it.",
            default: "no"
        ),
        Property(
            "stretch",
            \.stretch,
            .share,
            "How far letters may be scaled to even the word spaces of justified text (font expansion), 5% at most; the space between them gives way in proportion. Both give half as much again in a paragraph of which a line would else be pulled apart. Under 36 letters a line, such paragraphs are ragged; under 42, all are in languages of Latin letters whose words can’t be divided.",
            default: "2%"
        ),
        Property(
            "letter-fit",
            \.letterFit,
            .letterFit,
            "How much closer the letters of justified text may stand, `least`, and how much further apart, "
                + "`most`, in shares of an em and besides `tracking`: at the most 5% either way. Where it is "
                + "said, it holds in every paragraph; else they go with `stretch`, by 2% from -0.6% to 0.7%, "
                + "and from -1% to 2.2% under 60 letters a line, or 80 where words can’t be divided."
        ),
        Property(
            "word-space",
            \.wordSpace,
            .wordSpace,
            "How wide a space between words is in justified text, in shares of the font’s own: never less "
                + "than `least`; beyond `most` only where the paragraph has no other way. `ideal` is what it is "
                + "where nothing asks for more or less, in ragged text too.",
            default: "{least: 75%, ideal: 100%, most: 150%}"
        ),
        Property(
            "looseness",
            \.looseness,
            .whole(-3...3),
            "How many lines more than is best a paragraph has, or fewer below zero; as near to that as it "
                + "can be had decently.",
            default: "0"
        ),
    ]

    private static let block: [Property<Style>] = [
        Property("before", \.before, .length, "Space above.", default: "0"),
        Property(
            "before-stretch",
            \.beforeStretch,
            .length,
            "How much more space may stand above where a column of the text would end short of its "
                + "foot: in whole lines of the grid, shared out among all that may stretch there.",
            default: "0"
        ),
        Property("after", \.after, .length, "Space below.", default: "0"),
        Property("padding", \.padding, .sides, "Between border and content.", default: "0"),
        Property("margin-start", \.marginStart, .length, "Kept free where lines begin."),
        Property("margin-end", \.marginEnd, .length, "Kept free where lines end."),
        Property(
            "reach-start",
            \.reachStart,
            .length,
            "How far a table of four columns or more stands out past its frame where lines begin, if its "
                + "words have not the room beside each other and nothing else stands there on its page; of a box, "
                + "all that it holds. Only in the stream that pages follow, and not within other blocks.",
            default: "0"
        ),
        Property(
            "reach-end",
            \.reachEnd,
            .length,
            "The same where lines end.",
            default: "0"
        ),
        Property("background", \.background, .tone, "The colour behind."),
        Property("radius", \.radius, .length, "How round the corners are.", default: "0"),
        Property("border-top", \.borderTop, .border, "A line above."),
        Property("border-end", \.borderEnd, .border, "A line where lines end."),
        Property("border-bottom", \.borderBottom, .border, "A line below."),
        Property("border-start", \.borderStart, .border, "A line where lines begin."),
        Property(
            "keep-with-next",
            \.keepsWithNext,
            .truth,
            "Never the last thing in a column.",
            default: "no"
        ),
        Property(
            "keep-together",
            \.keepsTogether,
            .truth,
            "Never divided between columns.",
            default: "no"
        ),
        Property(
            "keep-height",
            \.keptHeight,
            .length,
            "The height up to which `keep-together` holds: what is taller goes on in the next column where "
                + "white would be left below it, a row between the paragraphs of its cells."
        ),
        Property(
            "break-before",
            \.breakBefore,
            .choice,
            "What is begun with it; with `avoid` a column only where that saves white at the foot of the one "
                + "before, such as with a pause between two talks.",
            default: "none"
        ),
        Property(
            "break-height",
            \.breakHeight,
            .length,
            "The height from which `break-before: page` holds: what is shorter, up to the next such, stands below "
                + "what comes before it, as far off as `before` says."
        ),
        Property(
            "float",
            \.float,
            .choice,
            "Stands at the top or the foot of a column near the place where it is written, while the text "
                + "goes on past it; only in the stream that pages follow. It stands on no page before that place, "
                + "but on the one before where a part would end with hardly any text beside it.",
            default: "none"
        ),
        Property(
            "grid",
            \.grid,
            .gridKeeping,
            "Whether its baselines stand on the grid: each line of a text, the first line of each row "
                + "of a table, whose padding gives or takes what that needs. A chart’s bars do where it is said. "
                + "With `first` only the first line of a text does, and the others follow by their own "
                + "leading; with `half` it may stand midway between two lines of the grid as well, as "
                + "each row of a table may. What comes after finds the grid again by itself, and what "
                + "that leaves over is shared out above and below what keeps no grid, in proportion to "
                + "the spaces there.",
            default: "yes"
        ),
        Property(
            "priority",
            \.priority,
            .whole(0...9),
            "Left out to meet a number of pages, the lowest first; never where unsaid."
        ),
    ]
}
