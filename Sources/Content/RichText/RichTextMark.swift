package import Diagnostics

/// A mark that rich text is written with, as the reference of the kinds explains it.
package enum RichTextMark: String, CaseIterable, Sendable {
    case emphasis, strong, superscript, `subscript`, code, link, address, language, snippet
    case noteInPlace, note, lineBreak, name
    case list, numberedList, heading, quotation, table, rule

    /// What is typed.
    package var example: String {
        switch self {
        case .emphasis: "*words*"
        case .strong: "**words**"
        case .superscript: "1^er^"
        case .subscript: "H~2~O"
        case .code: "`griot make`"
        case .link: "[the study](https://example.org/study)"
        case .address: "https://example.org"
        case .language: "[words]{fr}"
        case .snippet: "{snippet:colophon}"
        case .noteInPlace: "rose^[From 2015 to 2020.]"
        case .note: "rose[^1]\n\n[^1]: From 2015 to 2020."
        case .lineBreak: "one line\\\nanother"
        case .name: "The words. {#wells}"
        case .list: "- one\n- two"
        case .numberedList: "1. one\n2. two"
        case .heading: "## A heading"
        case .quotation: "> words of another"
        case .table: "| city | people |\n|---|---:|\n| Ségou | 133 |"
        case .rule: "***"
        }
    }

    var help: Diagnostic.Message {
        switch self {
        case .emphasis: "Emphasis, in italics, or bold where letters have none."
        case .strong: "Strong emphasis, in bold."
        case .superscript: "Raised letters; French and English ordinals are raised without it."
        case .subscript: "Lowered letters."
        case .code: "Something to type, in which nothing is changed."
        case .link: "Words that lead somewhere."
        case .address: "An address leads where it says."
        case .language:
            "Words of another language, by its tag: they are hyphenated and read aloud as such. Letters of another script are taken to be of its usual language."
        case .snippet:
            "A set text of the brand, in the language of the page; plain texts may ask for it too."
        case .noteInPlace: "A footnote, written where its mark is to stand."
        case .note: "A footnote by number, its words on a line of their own further down."
        case .lineBreak: "A line ends here; two blanks at the end of a line do the same."
        case .name:
            "A name for a paragraph or heading, at its end and not printed: `[words](#wells)` lead to it, and in editions in two languages it stands beside that of the same name. Paragraphs in a row that share one stand together."
        case .list: "A list, after an empty line."
        case .numberedList: "A numbered list; it counts from its first number."
        case .heading: "A heading within the text, `#` for each level."
        case .quotation: "A quoted paragraph."
        case .table: "A table; colons below the head say on which side a column stands."
        case .rule: "A line across the column."
        }
    }

    /// The marks as a Markdown section, for the reference of the kinds.
    package static func reference(phrases: Phrasebook = .english) -> String {
        let lines = [
            phrases.text(of: "# Rich text"), "",
            phrases.text(
                of:
                    "Fields of the type `rich text` are read as CommonMark, with what papers need besides."
            ),
            "", phrases.text(of: "| written | what it is |"), "|---|---|",
        ]
        let rows = allCases.map { mark in
            let shown = mark.example.replacing("|", with: "\\|").split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            let cell = shown.map { $0.isEmpty ? "" : $0.contains("`") ? "`` \($0) ``" : "`\($0)`" }
                .joined(separator: "<br>")
            return "| \(cell) | \(phrases.text(of: mark.help)) |"
        }
        return (lines + rows).joined(separator: "\n") + "\n"
    }
}
