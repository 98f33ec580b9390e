package import Diagnostics

extension Kind {
    /// Its reference documentation: a Markdown page with a table of the fields.
    ///
    /// - Parameter phrases: Those of the language.
    package func reference(language: String = "en", phrases: Phrasebook = .english) -> String {
        let name = "# \(title?.edition(in: language).content ?? name) (`\(name)`)"
        let sentences = [help?.edition(in: language).content] + remarks.map(phrases.text(of:))
        let lines =
            [name, ""] + sentences.compactMap(\.self).flatMap { [$0, ""] }
            + [phrases.text(of: "| field | type | meaning | example |"), "|---|---|---|---|"]
            + rows(of: fields, under: "", in: language, by: phrases)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is to be known of papers or things of the kind besides their fields.
    private var remarks: [Diagnostic.Message] {
        let printing: Diagnostic.Message? =
            use != .paper || layout == name
            ? nil : "Printed by the layout `\(layout)`, unless the file names another."
        return [remarkOnAudience, printing, plural.map(Self.sharing), shorthand.map(Self.bareText)]
            .compactMap(\.self)
    }

    private static func sharing(_ plural: String) -> Diagnostic.Message {
        "Shared: under `\(plural):` in `\(plural).yaml`, or a row of a sheet `\(plural).xlsx`, `.ods` or `.csv`; referred to by its `id`. A list takes all of them by `all`, and some by what they are: `{where: {field: value}}`."
    }

    private static func bareText(for field: String) -> Diagnostic.Message {
        "A bare piece of text stands for `\(field):`."
    }

    private var remarkOnAudience: Diagnostic.Message? {
        switch (audience, use) {
        case (.desk, _):
            "For the organisers’ desk: nobody is left out of it, but contact details of those who refuse it are."
        case (.public, .paper):
            "For everybody: nobody is shown who did not agree to it. `audience: desk` in the file makes a copy for those who were there."
        default: nil
        }
    }

    private func rows(
        of fields: [FieldDescription],
        under path: String,
        in language: String,
        by phrases: Phrasebook
    ) -> [String] {
        fields.flatMap { field -> [String] in
            let star = field.isRequired ? " \\*" : ""
            let help = [
                field.help?.edition(in: language).content,
                field.shorthand.map { phrases.text(of: Self.bareText(for: $0)) },
            ].compactMap(\.self).joined(separator: " ")
            let cells = [
                "`\(path)\(field.name)`\(star)", phrases.text(of: field.type.title), help,
                "`\(field.oneLineExample(in: language))`",
            ]
            let row = "| " + cells.map(escaped).joined(separator: " | ") + " |"
            guard case .record(let inner) = field.type.item else { return [row] }
            return [row]
                + rows(of: inner, under: "\(path)\(field.name).", in: language, by: phrases)
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}

extension FieldDescription {
    /// The example as one line of YAML.
    fileprivate func oneLineExample(in language: String) -> String {
        guard let example else { return type.form }
        let lines = ExampleText(language: language).lines(key: name, example, indent: "")
        if lines.count == 1 { return lines[0] }
        return "\(name): \(ExampleText(language: language).flow(example) ?? type.form)"
    }
}
