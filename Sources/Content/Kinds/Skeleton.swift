package import Diagnostics

extension Kind {
    /// A paper of this kind to begin from: its fields in order, each with its help.
    ///
    /// Required and offered fields hold their examples; the others are comments to be opened.
    ///
    /// - Parameters:
    ///   - phrases: Those of the language.
    ///   - layouts: The names of those that set it, the usual one first.
    package func skeleton(
        language: String,
        phrases: Phrasebook = .english,
        layouts: [String] = []
    ) -> String {
        let words = SkeletonWords(phrases)
        let example = ExampleText(language: language)
        var lines = opening(in: language, words)
        lines += ["", "kind: \(name)"]
        if use == .paper { lines += ["lang: \(language)", "# fit: {pages: 2}"] }
        if layouts.count > 1 {
            lines += wrapped("\(words.layouts) \(layouts.joined(separator: ", "))")
            lines.append("# layout: \(layouts[0])")
        }
        if isShared { lines.append("id: \(example.scalar("my-\(name)"))") }
        for field in fields {
            lines.append("")
            lines += field.skeleton(in: language, example, words)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A list of things of this kind to begin from, of which it holds one.
    package func registerSkeleton(language: String, phrases: Phrasebook = .english) -> String {
        let words = SkeletonWords(phrases)
        let example = ExampleText(language: language)
        let word = wordForMany
        var lines = opening(in: language, words) + wrapped(words.sheet(of: word))
        lines += ["", "\(word):", "  - id: \(example.scalar("my-\(name)"))"]
        for field in fields {
            lines += field.skeleton(in: language, example, words).map { "    " + $0 } + [""]
        }
        lines.removeLast()
        return lines.joined(separator: "\n") + "\n"
    }

    /// What it is, and how a file is filled in.
    private func opening(in language: String, _ words: SkeletonWords) -> [String] {
        let lines = title.map { ["# " + $0.edition(in: language).content] } ?? []
        return lines + (help.map { wrapped($0.edition(in: language).content) } ?? [])
            + wrapped(words.opening)
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
    private let phrases: Phrasebook

    init(_ phrases: Phrasebook) { self.phrases = phrases }

    var opening: String {
        phrases.text(
            of:
                "Replace the examples; take the “#” from a line to use it. Text in two languages is written {fr: …, en: …}."
        )
    }
    var required: String { phrases.text(of: "(required)") }
    var layouts: String { phrases.text(of: "One layout, or several [in brackets]:") }

    /// That nobody need write into the file what stands in a sheet.
    func sheet(of word: String) -> String {
        phrases.text(
            of:
                "A sheet called \(word).xlsx, .ods or .csv, a row each, can stand in its place or beside it."
        )
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
