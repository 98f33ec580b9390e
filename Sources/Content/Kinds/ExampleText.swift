import YAML

/// Writes example values of kind files back as YAML, in one language.
struct ExampleText {
    let language: String

    /// The lines of `key: value`, indented; a list or mapping goes under its key.
    func lines(key: String, _ node: Node, indent: String) -> [String] {
        let node = chosen(node)
        if let text = node.text { return [indent + key + ": " + scalar(text)] }
        return [indent + key + ":"] + lines(node, indent: indent + "  ")
    }

    /// Lists and mappings in brackets, on one line; nil where that would be too long for a message.
    func flow(_ node: Node) -> String? {
        let text = flowing(node)
        return text.utf8.count <= 110 ? text : nil
    }

    private func flowing(_ node: Node) -> String {
        let node = chosen(node)
        if let entries = node.entries {
            let parts = entries.map { "\($0.key.text ?? ""): \(flowing($0.value))" }
            return "{\(parts.joined(separator: ", "))}"
        }
        if let items = node.items {
            return "[\(items.map { flowing($0) }.joined(separator: ", "))]"
        }
        let text = node.text ?? ""
        let ends = text.contains { ",[]{}".contains($0) }
        return ends ? quoted(text) : scalar(text)
    }

    private func lines(_ node: Node, indent: String) -> [String] {
        let node = chosen(node)
        if let text = node.text { return [indent + scalar(text)] }
        if let entries = node.entries {
            return entries.flatMap { lines(key: $0.key.text ?? "", $0.value, indent: indent) }
        }
        return (node.items ?? []).flatMap { item in
            var inner = lines(item, indent: indent + "  ")
            // The first line of an item stands beside its hyphen.
            if !inner.isEmpty { inner[0] = indent + "- " + inner[0].dropFirst(indent.count + 2) }
            return inner
        }
    }

    /// One language of an example that has several.
    private func chosen(_ node: Node) -> Node {
        guard let entries = node.entries, entries.contains(where: { $0.key.text == "en" }),
            entries.allSatisfy({ $0.key.text.map { LanguageTag($0).isWellFormed } ?? false })
        else { return node }
        return node[language] ?? node["en"] ?? node
    }

    /// Text as YAML needs it: quoted where it would mean something else.
    func scalar(_ text: String) -> String {
        let opens = text.unicodeScalars.first.map {
            "-?:,[]{}#&*!|>'\"%@` ".unicodeScalars.contains($0)
        }
        let needsQuotes =
            (opens ?? true) || text.contains(": ") || text.contains(" #")
            || text.hasSuffix(":") || text.hasSuffix(" ") || text.contains("\n")
        return needsQuotes ? quoted(text) : text
    }

    func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
