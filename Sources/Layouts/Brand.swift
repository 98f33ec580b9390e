package import Diagnostics
package import Units
package import YAML

/// The look of a house: its colours, its type, its marks, the texts it prints again and again.
package struct Brand: Sendable {
    package struct Logo: Hashable, Sendable {
        /// Relative to the brand's file.
        package var file: String
        /// What it shows, by language; `*` for all.
        package var alternative: [String: String]
        package var span: Span
    }

    package var name = ""
    package var colours: [String: Colour] = ["black": .black, "white": .white, "text": .black]
    /// For each role a family by ISO 15924 script code.
    package var fonts: [String: [String: String]] = [:]
    package var scale: [String: Length] = [:]
    package var logos: [String: Logo] = [:]
    /// Texts by name and language.
    package var snippets: [String: [String: String]] = [:]
    /// How names of people are arranged, by language; `*` for all others.
    package var nameForms: [String: NameForm] = [:]
    /// Where it says what its colours are called.
    var colourKeys: [Located<String>] = []
    /// Where its file begins; nil of one that nobody has written.
    package var span: Span?

    package init() {}

    /// What text is printed in where nothing says otherwise.
    package var textColour: Colour { colours["text"] ?? .black }
    /// What bars, sorts and the like have that bring no colour.
    package var primaryColour: Colour { colours["primary"] ?? .black }

    /// The family that fills a role for a script; Latin's where the brand names none for it.
    package func family(of role: String, script: String) -> String {
        let families = fonts[role] ?? fonts["serif"] ?? fonts.first?.value ?? [:]
        return families[script] ?? families["Latn"] ?? "Noto Serif"
    }
}

extension Brand {
    static let properties: [Property<Brand>] = [
        Property("brand", set: \.name, .word, "Its name: that of the file, too."),
        Property("about", elsewhere: "text", "What it is, for people."),
        Property(
            "colours",
            elsewhere: "names and colours: `#rrggbb`, or `rgb` and `ink`",
            "Its colours; `text` is what text is printed in."
        ),
        Property("fonts", elsewhere: "roles, each with a family by script", "Its families."),
        Property("scale", elsewhere: "names and lengths", "Its type sizes."),
        Property("logos", elsewhere: "names, each with `file` and `alt`", "Its marks."),
        Property(
            "snippets",
            elsewhere: "names, each with a text by language",
            "Its set texts; none holds another. Layouts print them by `{snippet:colophon}`, and so do texts of content."
        ),
        Property(
            "names",
            elsewhere: "languages and ways to arrange a name",
            "How people’s names are printed."
        ),
    ]

    /// Reads a brand file.
    ///
    /// - Parameter families: The font families that there are; nil where nobody knows.
    package static func read(
        _ node: Node,
        families: [String]? = nil,
        reporting report: inout Report
    ) -> Brand {
        var desk = Desk(report: report, brand: Brand())
        var brand = Brand()
        Property.read(node, into: &brand, by: properties, of: "a brand", at: &desk)
        brand.span = node.span
        brand.readColours(node.entry("colours"), at: &desk)
        brand.fonts = desk.fontRoles(desk.group("fonts", of: node), among: families)
        for entry in desk.group("scale", of: node) {
            brand.scale[entry.key.text ?? ""] =
                Form<Length>.positive.read(entry.value, &desk) ?? .pt(10)
        }
        for entry in desk.group("snippets", of: node) {
            brand.snippets[entry.key.text ?? ""] = desk.texts(entry.value, of: "a snippet")
            desk.refuseSnippets(in: entry.value)
        }
        for entry in desk.group("logos", of: node) {
            guard let file = entry.value["file"]?.text else {
                let hint = entry.value.text.map { text -> Diagnostic.Message in
                    "write: \(entry.key.text ?? ""): {file: \(text), alt: …}, where ‘alt’ says what it shows"
                }
                desk.expect("a mapping with a ‘file’", at: entry.value, hint: hint)
                continue
            }
            let words = entry.value["alt"].map { desk.texts($0, of: "an alternative") } ?? [:]
            brand.logos[entry.key.text ?? ""] = Logo(
                file: file,
                alternative: words,
                span: entry.value.span
            )
        }
        if let names = node["names"] { brand.nameForms = desk.nameForms(names) }
        report = desk.report
        return brand
    }
}

extension Desk {
    mutating func group(_ key: String, of node: Node) -> [Node.Entry] {
        node[key].flatMap { entries(of: $0, of: "‘\(key)’") } ?? []
    }

    /// Texts by key; a single text goes under `*`.
    mutating func texts(_ node: Node, of what: Diagnostic.Message) -> [String: String] {
        if let text = node.text { return ["*": text] }
        var result: [String: String] = [:]
        for entry in entries(of: node, of: what) ?? [] {
            guard let text = entry.value.text else {
                expectText(at: entry.value)
                continue
            }
            result[entry.key.text ?? ""] = text
        }
        return result
    }

    /// Set texts that ask for one another could do so without end.
    fileprivate mutating func refuseSnippets(in node: Node) {
        for text in node.entries?.map(\.value) ?? [node] {
            // A letter is found at once, a word slowly.
            guard let words = text.text, words.utf8.contains(UInt8(ascii: "{")),
                words.contains("{snippet:")
            else { continue }
            report.add(
                .error("a set text holds no other", at: text.span)
                    .hinting("write its words here as well")
            )
        }
    }

    fileprivate mutating func nameForms(_ node: Node) -> [String: NameForm] {
        let node = resolved(node)
        for form in node.entries?.map(\.value) ?? [node] {
            guard let name = form.text, NameForm(rawValue: name) == nil else { continue }
            let hint =
                Suggestion.didYouMean(name, among: NameForm.words)
                ?? "it knows \(NameForm.words.joined(separator: ", "))"
            expect("a way to print names", at: form, hint: hint)
        }
        return texts(node, of: "names").compactMapValues { NameForm(rawValue: $0) }
    }
}
