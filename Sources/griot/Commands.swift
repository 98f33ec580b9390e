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

    static let layouts = Command(
        name: "layouts",
        summary:
            "list the layouts, copy one, a part, a brand or a language pack to change it, or explain their language",
        operands: "[copy NAME [NEW]]",
        operandCount: 0...3,
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
            (
                "griot layouts copy brief our-brief",
                "writes layouts/papers/our-brief.yaml here, for papers that say ‘layout: our-brief’"
            ),
            (
                "griot layouts copy house ours",
                "writes layouts/brands/ours.yaml here, the house’s brand under another name"
            ),
            (
                "griot layouts copy parts/imprint",
                "writes layouts/parts/imprint.yaml here; so are the packs of ‘languages’ copied"
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
