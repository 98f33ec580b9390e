extension Kind {
    /// A paper of this kind to begin from: its fields in order, each with its help.
    ///
    /// Required and offered fields hold their examples; the others are comments to be opened.
    package func skeleton(language: String) -> String {
        let words = SkeletonWords(language)
        let example = ExampleText(language: language)
        var lines: [String] = []
        if let title { lines.append("# " + title.edition(in: language).content) }
        if let help { lines += wrapped(help.edition(in: language).content) }
        lines += wrapped(words.opening)
        lines += ["", "kind: \(name)"]
        if use == .paper { lines += ["lang: \(language)", "# fit: {pages: 2}"] }
        if isShared { lines.append("id: \(example.scalar("my-\(name)"))") }
        for field in fields {
            lines.append("")
            lines += field.skeleton(in: language, example, words)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension FieldDescription {
    fileprivate func skeleton(
        in language: String,
        _ example: ExampleText,
        _ words: SkeletonWords
    ) -> [String] {
        var lines: [String] = []
        let needed = isRequired && !takesTheOnlyOne
        if let help {
            let sentence = help.edition(in: language).content
            lines += wrapped(needed ? "\(sentence) \(words.required)" : sentence)
        }
        if case .choice(let choices) = type.item {
            lines += wrapped(choices.joined(separator: ", "))
        }
        guard let node = self.example else {
            return lines + [needed ? "\(name):" : "# \(name):"]
        }
        let written = example.lines(key: name, node, indent: "")
        return lines + (needed || isOffered ? written : written.map { "# " + $0 })
    }
}

extension FieldType {
    /// What a list is of; any other type itself.
    var item: FieldType {
        if case .list(let item) = self { return item.item }
        return self
    }
}

/// The few words a skeleton says for itself.
private struct SkeletonWords {
    let opening: String
    let required: String

    init(_ language: String) {
        if LanguageTag(language).primary == "fr" {
            opening =
                "Remplacez les exemples ; ôtez le « # » d’une ligne pour l’employer. "
                + "Un texte en deux langues s’écrit {fr: …, en: …}."
            required = "(obligatoire)"
        } else {
            opening =
                "Replace the examples; take the “#” from a line to use it. "
                + "Text in two languages is written {fr: …, en: …}."
            required = "(required)"
        }
    }
}

/// A comment of lines that fit a page.
private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "#"
    for word in text.split(whereSeparator: \.isWhitespace) {
        if line.count + word.count + 1 > 88, line != "#" {
            lines.append(line)
            line = "#"
        }
        line += " " + word
    }
    return lines + [line]
}
