import Diagnostics
import Griot

/// Commands that make pages.
extension Commands {
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
}
