import Diagnostics
import Griot

/// Every command, in the order in which help lists them.
enum Commands {
    static let version = Press.version

    static let all: [Command] = [
        render, make, merge, check, translate, new, open, extract, dump, layouts, kinds, fonts,
        completion,
    ]

    static let language = Option(
        name: "lang",
        short: "l",
        value: "TAG",
        summary: "make only this edition, such as fr or en-GB; several with commas"
    )
    static let layout = Option(
        name: "layout",
        value: "NAME",
        summary: "use this layout instead of the one that the file names"
    )
    static let format = Option(
        name: "format",
        short: "f",
        value: "FORMAT",
        choices: Job.Format.allCases.map(\.rawValue),
        summary: "what to make; png and svg make a file a page"
    )
    static let watch = Option(
        name: "watch",
        short: "w",
        summary: "stay, and make the pages again after each save"
    )
    static let explanationLanguage = Option(
        name: "lang",
        short: "l",
        value: "TAG",
        choices: Speech.languages,
        summary: "the language of the explanations"
    )

    static let render = Command(
        name: "render",
        summary: "make finished pages of one or more files",
        operands: "FILE…",
        operandCount: 1...Int.max,
        completes: .files,
        options: [
            Option(
                name: "output",
                short: "o",
                value: "PATH",
                place: .written,
                summary: "the file to write, or the folder when there are several"
            ),
            language,
            layout,
            format,
            Option(
                name: "edition",
                short: "e",
                value: "NAME",
                choices: Job.Edition.allCases.map(\.rawValue),
                summary:
                    "whom a pdf is for: everybody, a press, slow lines, or those who look it over"
            ),
            Option(
                name: "max-size",
                value: "SIZE",
                summary: "what the light edition may weigh, such as 300kB or 1MB"
            ),
            Option(
                name: "standard",
                value: "LIST",
                summary: "what a pdf promises: ua-1, a-2a, a-2b, a-3a, several with commas, or none"
            ),
            Option(
                name: "source",
                summary:
                    "attach all that the pdf is made of, private things and Griot’s own layouts too"
            ),
            Option(name: "no-source", summary: "do not attach what the pdf is made of"),
            Option(
                name: "dpi",
                value: "NUMBER",
                summary:
                    "pixels to the inch of a png, 144 unless given; of pictures in a light pdf, 120"
            ),
            watch,
        ],
        examples: [
            ("griot render summary.yaml", "writes summary.pdf beside it, or one file an edition"),
            ("griot render summary.yaml --watch", "again and again, while it is being written"),
            ("griot render summary.yaml --lang fr -o note.pdf", "the French edition, under a name"),
            ("griot render */summary.yaml -o out", "every summary, into the folder out"),
            ("griot render summary.yaml -f png --dpi 80", "pictures of the pages"),
            ("griot render summary.yaml -e print", "summary-print.pdf, with bleed, marks and inks"),
            ("griot render summary.yaml -e light --max-size 300kB", "small enough for a message"),
        ],
        run: { arguments, terminal in renderFiles(arguments, terminal) }
    )

    static let make = Command(
        name: "make",
        summary: "make every paper of an event that has changed",
        operands: "FOLDER",
        operandCount: 1...1,
        completes: .files,
        options: [
            Option(
                name: "output",
                short: "o",
                value: "FOLDER",
                place: .written,
                summary: "where the papers go; the folder ‘out’ of the event unless given"
            ),
            language,
            format,
            Option(name: "force", summary: "make what has not changed, too"),
            watch,
        ],
        examples: [
            ("griot make bamako-2022", "every paper of the event, in every language it names"),
            ("griot make bamako-2022 --watch", "what has changed, after each save"),
            ("griot make bamako-2022 --lang fr --force", "all French editions, from scratch"),
        ],
        run: { arguments, terminal in makeEvent(arguments, terminal) }
    )

    static let merge = Command(
        name: "merge",
        summary: "make a paper for each row of a spreadsheet",
        operands: "LAYOUT",
        operandCount: 1...1,
        completes: .files,
        options: [
            Option(
                name: "data",
                short: "d",
                value: "FILE",
                place: .read,
                summary:
                    "comma-separated values, a workbook (.xlsx, .ods), YAML or JSON, a row for each paper"
            ),
            Option(
                name: "sheet",
                value: "NAME",
                summary: "the sheet of a workbook, the first unless given"
            ),
            Option(
                name: "only",
                value: "FIELD=TEXT",
                summary: "only rows whose field says this, or those of the numbers: row=3,4"
            ),
            Option(
                name: "output",
                short: "o",
                value: "PATH",
                place: .written,
                summary:
                    "a name with fields in braces for a file each, in folders too; or one file for all"
            ),
            Option(
                name: "lang",
                short: "l",
                value: "TAG",
                summary: "the language, such as fr or en-GB"
            ),
        ],
        examples: [
            (
                "griot merge card --data people.csv",
                "a card for each row, in files people/people-1.pdf, …"
            ),
            (
                "griot merge certificate.yaml -d people.csv -o 'out/{family}-{given}.pdf'",
                "what is the same for all stands in certificate.yaml"
            ),
            ("griot merge badge -d people.xlsx -o badges.pdf", "all in one file"),
            ("griot merge card -d people.csv --only family=KONE", "one of them again"),
        ],
        run: { arguments, terminal in mergeRows(arguments, terminal) }
    )

    static let check = Command(
        name: "check",
        summary: "say what is wrong with files, or with all papers of a folder, and write nothing",
        operands: "FILE…",
        operandCount: 1...Int.max,
        completes: .files,
        options: [
            language,
            layout,
            Option(
                name: "accessibility",
                short: "a",
                summary:
                    "read the pages of a paper or a pdf as a screen reader does, and say what is missed"
            ),
            Option(
                name: "languages",
                summary: "say of each language and script what it was set in, and what is wrong"
            ),
        ],
        examples: [
            ("griot check summary.yaml", "lists every mistake, its place and its mend"),
            ("griot check bamako-2022", "every paper of the event, what they share once"),
            ("griot check --languages summary.yaml", "fonts, marks, hyphenation, punctuation"),
            ("griot check --accessibility summary.pdf", "what is heard of a finished file"),
            ("griot check --message-format json *.yaml", "the same for an editor or for CI"),
        ],
        run: { arguments, terminal in checkFiles(arguments, terminal) }
    )

    static let translate = Command(
        name: "translate",
        summary: "list what is not translated, and note what each translation was made from",
        operands: "FILE…",
        operandCount: 1...Int.max,
        completes: .files,
        options: [
            Option(
                name: "reviewed",
                short: "r",
                summary: "translations hold as they stand, though their sources have changed"
            )
        ],
        examples: [
            ("griot translate summary.yaml", "from now on a changed source marks its translations"),
            ("griot translate --reviewed summary.yaml", "they have been looked over, and hold"),
        ],
        run: { arguments, terminal in noteTranslations(arguments, terminal) }
    )

    static let new = Command(
        name: "new",
        summary: "begin a file of some kind, its fields explained",
        operands: "KIND",
        operandCount: 1...1,
        options: [
            Option(
                name: "output",
                short: "o",
                value: "FILE",
                place: .writtenOrPrinted,
                summary: "the file to write; KIND.yaml unless given, - for standard output"
            ),
            explanationLanguage,
        ],
        examples: [
            ("griot new workshop-summary", "writes workshop-summary.yaml"),
            ("griot new workshop-summary --lang fr -o atelier.yaml", "explained in French"),
        ],
        run: { arguments, terminal in newFile(arguments, terminal) }
    )

    static let open = Command(
        name: "open",
        summary: "take out of a PDF the folder that it was made of",
        operands: "FILE.pdf",
        operandCount: 1...1,
        completes: .files,
        options: [
            Option(
                name: "output",
                short: "o",
                value: "FOLDER",
                place: .written,
                summary: "the folder to write; the file’s name without its ending unless given"
            ),
            Option(name: "force", summary: "write into a folder that is there, over its files"),
        ],
        examples: [
            ("griot open summary-fr.pdf", "writes the folder summary-fr and names its files"),
            ("griot open summary-fr.pdf -o bamako", "the same, as the folder bamako"),
        ],
        run: { arguments, terminal in openFile(arguments, terminal) }
    )

    static let extract = Command(
        name: "extract",
        summary: "take data out of a PDF for other programs",
        operands: "FILE.pdf",
        operandCount: 1...1,
        completes: .files,
        options: [
            Option(name: "vcf", summary: "people and offices, for address books"),
            Option(name: "ics", summary: "the programme, for calendars"),
            Option(name: "csv", summary: "lists and tables, for spreadsheets"),
            Option(name: "json", summary: "the whole record"),
            Option(
                name: "output",
                short: "o",
                value: "FOLDER",
                place: .written,
                summary: "the folder to write into; this one unless given"
            ),
        ],
        examples: [
            ("griot extract programme.pdf --ics", "writes programme.ics"),
            ("griot extract summary-fr.pdf -o data", "everything there is, into the folder data"),
        ],
        run: { arguments, terminal in extractData(arguments, terminal) }
    )

    static let dump = Command(
        name: "dump",
        summary: "print what one stage of the path made of a file",
        operands: "FILE",
        operandCount: 1...1,
        completes: .files,
        options: [
            Option(
                name: "after",
                short: "a",
                value: "STAGE",
                choices: Stage.allCases.map(\.rawValue),
                summary: "the stage"
            ),
            language,
            layout,
        ],
        examples: [
            ("griot dump --after layout summary.yaml", "the layout with all that it takes in"),
            ("griot dump --after flow summary.yaml", "the blocks, their styles and roles"),
            ("griot dump --after pagination summary.yaml", "every mark on every page"),
            ("griot dump --after reading summary.yaml", "the tags, and what is read of each"),
        ],
        run: { arguments, terminal in dumpStage(arguments, terminal) }
    )

    static let layouts = Command(
        name: "layouts",
        summary: "list the layouts, copy one to change it, or explain their language",
        operands: "[copy NAME]",
        operandCount: 0...2,
        options: [
            Option(
                name: "reference",
                summary: "print the reference of the layout language, as Markdown"
            ),
            Option(
                name: "output",
                short: "o",
                value: "FOLDER",
                place: .written,
                summary: "the event folder that gets the copy; this one unless given"
            ),
        ],
        examples: [
            ("griot layouts", "names each layout and says what it is"),
            (
                "griot layouts copy brief",
                "writes layouts/papers/brief.yaml here, which comes before the shipped one"
            ),
        ],
        run: { arguments, terminal in listLayouts(arguments, terminal) }
    )

    static let kinds = Command(
        name: "kinds",
        summary: "list the kinds of content, or explain one",
        operands: "[KIND]",
        operandCount: 0...1,
        options: [
            Option(name: "reference", summary: "print the reference of every kind, as Markdown"),
            Option(name: "schema", summary: "print the JSON Schema of KIND, for editors"),
            explanationLanguage,
        ],
        examples: [
            ("griot kinds", "names each kind and what it is for"),
            ("griot kinds workshop-summary", "its fields, which are required, an example"),
            ("griot kinds workshop-summary --schema", "for an editor that completes YAML"),
        ],
        run: { arguments, terminal in listKinds(arguments, terminal) }
    )

    static let fonts = Command(
        name: "fonts",
        summary: "list the fonts that pages are set in, and those that are missing",
        operandCount: 0...0,
        examples: [
            ("griot fonts", "each face and its file, or the package that brings a missing one")
        ],
        run: { arguments, terminal in listFonts(arguments, terminal) }
    )

    static let completion = Command(
        name: "completion",
        summary: "print the completion script for a shell",
        operands: "SHELL",
        operandCount: 1...1,
        completes: .words(Completion.shells),
        examples: [
            ("source <(griot completion bash)", "completion in this shell"),
            (
                "griot completion fish > ~/.config/fish/completions/griot.fish",
                "completion in every fish"
            ),
        ],
        run: { arguments, terminal in printCompletion(arguments, terminal) }
    )
}
