import Diagnostics
import Griot

/// Commands that read papers and finished files, or begin them.
extension Commands {
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
}
