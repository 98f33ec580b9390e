internal import Diagnostics

extension Kind {
    /// Its reference documentation: a Markdown page with a table of the fields.
    package func reference(language: String = "en") -> String {
        let isFrench = LanguageTag(language).primary == "fr"
        let name = "# \(title?.edition(in: language).content ?? name) (`\(name)`)"
        let sentences = [help?.edition(in: language).content] + remarks(inFrench: isFrench)
        let head =
            isFrench ? "| champ | type | sens | exemple |" : "| field | type | meaning | example |"
        let lines =
            [name, ""] + sentences.compactMap(\.self).flatMap { [$0, ""] }
            + [head, "|---|---|---|---|"] + rows(of: fields, under: "", in: language)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is to be known of papers or things of the kind besides their fields; nil where a remark is none
    /// of this kind’s.
    private func remarks(inFrench isFrench: Bool) -> [String?] {
        [
            remarkOnAudience(inFrench: isFrench),
            use != .paper || layout == name
                ? nil
                : isFrench
                    ? "Imprimé par le modèle `\(layout)`, sauf si le fichier en nomme un autre."
                    : "Printed by the layout `\(layout)`, unless the file names another.",
            plural.map { plural in
                isFrench
                    ? "Partagé : sous `\(plural):` dans `\(plural).yaml`, ou une ligne d’un tableur `\(plural).xlsx`, `\(plural).ods` ou `\(plural).csv` ; cité par son `id`. Une liste les prend tous par `tous`, et certains par ce qu’ils sont : `{where: {champ: valeur}}`."
                    : "Shared: under `\(plural):` in `\(plural).yaml`, or a row of a sheet `\(plural).xlsx`, `\(plural).ods` or `\(plural).csv`; referred to by its `id`. A list takes all of them by `all`, and some by what they are: `{where: {field: value}}`."
            },
            shorthand.map { bareText(for: $0, inFrench: isFrench) },
        ]
    }

    private func bareText(for field: String, inFrench isFrench: Bool) -> String {
        isFrench
            ? "Un simple texte vaut `\(field):`."
            : "A bare piece of text stands for `\(field):`."
    }

    private func remarkOnAudience(inFrench isFrench: Bool) -> String? {
        switch (audience, use) {
        case (.desk, _):
            isFrench
                ? "Pour le bureau des organisateurs : personne n’en est écarté, mais les coordonnées de qui les refuse le sont."
                : "For the organisers’ desk: nobody is left out of it, but contact details of those who refuse it are."
        case (.public, .paper):
            isFrench
                ? "Pour tous : qui n’y a pas consenti n’y figure pas. `audience: desk` dans le fichier en fait un exemplaire pour ceux qui étaient là."
                : "For everybody: nobody is shown who did not agree to it. `audience: desk` in the file makes a copy for those who were there."
        default: nil
        }
    }

    private func rows(
        of fields: [FieldDescription],
        under path: String,
        in language: String
    ) -> [String] {
        fields.flatMap { field -> [String] in
            let star = field.isRequired ? " \\*" : ""
            let help = [
                field.help?.edition(in: language).content,
                field.shorthand.map {
                    bareText(for: $0, inFrench: LanguageTag(language).primary == "fr")
                },
            ].compactMap(\.self).joined(separator: " ")
            let cells = [
                "`\(path)\(field.name)`\(star)", field.type.title(in: language), help,
                "`\(field.oneLineExample(in: language))`",
            ]
            let row = "| " + cells.map(escaped).joined(separator: " | ") + " |"
            guard case .record(let inner) = field.type.item else { return [row] }
            return [row] + rows(of: inner, under: "\(path)\(field.name).", in: language)
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

extension FieldType {
    /// The words by which kind files name the type.
    package var title: String {
        switch self {
        case .choice(let choices): choices.joined(separator: ", ")
        case .list(let item): "list of \(item.title)"
        case .tally(let label): "numbers by \(label.title)"
        default: name
        }
    }

    /// What the reference calls the type; the names of kinds and the words of a choice are the same in
    /// every language.
    fileprivate func title(in language: String) -> String {
        guard LanguageTag(language).primary == "fr" else { return title }
        return switch self {
        case .choice, .kind: title
        case .list(let item): "liste : \(item.title(in: language))"
        case .tally(let label): "nombres par \(label.title(in: language))"
        default: Self.inFrench[name] ?? name
        }
    }

    private static let inFrench = [
        "text": "texte", "line": "ligne", "rich text": "texte enrichi", "number": "nombre",
        "date": "date", "time": "heure", "time range": "plage horaire",
        "datetime": "date et heure", "duration": "durée", "person name": "nom de personne",
        "phone": "téléphone", "e-mail": "courriel", "url": "adresse web", "address": "adresse",
        "country": "pays", "language": "langue", "colour": "couleur", "length": "longueur",
        "boolean": "oui ou non", "identifier": "identifiant", "table": "tableau",
        "record": "fiche",
    ]
}
