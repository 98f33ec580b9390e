import Diagnostics
import YAML

extension Kind {
    static let keys = [
        "kind", "use", "audience", "title", "help", "plural", "shorthand",
        "layout", "fields",
    ]

    /// Reads a kind file; nil where it lacks what makes it one.
    init?(describedBy root: Node, reporting report: inout Report) {
        guard let entries = root.entries, let name = root["kind"]?.text, !name.isEmpty else {
            report.add(
                .error("a kind file needs a name and fields", at: root.span)
                    .hinting("begin with ‘kind: certificate’ and ‘fields:’")
            )
            return nil
        }
        checkKeys(of: entries, among: Self.keys, in: "a kind file", reporting: &report)
        self.name = name
        title = root["title"].flatMap { LocalizedText(helpIn: $0) }
        help = root["help"].flatMap { LocalizedText(helpIn: $0) }
        plural = root["plural"]?.text
        shorthand = root["shorthand"]?.text
        layout = root["layout"]?.text ?? name
        span = root["kind"]!.span
        use = plural == nil ? .paper : .register
        use = root["use"].flatMap { Self.choice($0, named: "use", reporting: &report) } ?? use
        audience =
            root["audience"].flatMap { Self.choice($0, named: "audience", reporting: &report) }
            ?? .public
        fields = root["fields"].map { FieldDescription.fields(in: $0, reporting: &report) } ?? []
    }

    private static func choice<Word: CaseIterable & RawRepresentable<String>>(
        _ node: Node,
        named name: String,
        reporting report: inout Report
    ) -> Word? {
        if let known = node.text.flatMap(Word.init(rawValue:)) { return known }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        report.add(.error("‘\(name)’ must be one of: \(words)", at: node.span))
        return nil
    }
}

extension FieldType {
    /// Reads `text`, `list of person`, `numbers by country`; what it does not know is a kind.
    init(named word: Substring, describedBy node: Node, reporting report: inout Report) {
        if let item = word.rest(after: "list of ") {
            self = .list(of: FieldType(named: item, describedBy: node, reporting: &report))
        } else if let label = word.rest(after: "numbers by ") {
            self = .tally(by: FieldType(named: label, describedBy: node, reporting: &report))
        } else if word == "choice" {
            self = .choice(node["choices"]?.items?.compactMap(\.text) ?? [])
        } else if word == "record" {
            let fields = node["fields"].map {
                FieldDescription.fields(in: $0, reporting: &report)
            }
            self = .record(fields ?? [])
        } else {
            self = FieldType.plain.first { $0.word == word }?.type ?? .kind(String(word))
        }
    }
}

extension LocalizedText {
    /// Help and titles in kind files: text, or a mapping of languages to text.
    init?(helpIn node: Node) {
        if let text = node.text {
            self.init(text, at: node.span)
            return
        }
        let editions = (node.entries ?? []).compactMap { entry -> Edition? in
            guard let language = entry.key.text, let text = entry.value.text else { return nil }
            return Edition(language: language, content: text, span: entry.value.span)
        }
        guard !editions.isEmpty else { return nil }
        self.init(editions)
    }
}

extension Substring {
    func rest(after prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
