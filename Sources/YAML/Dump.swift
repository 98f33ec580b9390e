import Diagnostics

extension Node {
    /// The tree as indented text: what each node is, its text, and its bytes in the file.
    package func dump() -> String {
        var lines: [String] = []
        describe(after: "", indent: 0, into: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(after label: String, indent: Int, into lines: inout [String]) {
        let lead = String(repeating: "  ", count: indent) + label + marks
        switch content {
        case .scalar(let scalar):
            lines.append("\(lead)\(scalar.style.rawValue) \(scalar.text.debugDescription) \(place)")
        case .sequence(let items):
            lines.append("\(lead)list \(place)")
            for item in items { item.describe(after: "- ", indent: indent + 1, into: &lines) }
        case .mapping(let entries):
            lines.append("\(lead)mapping \(place)")
            for entry in entries {
                entry.key.describe(after: "? ", indent: indent + 1, into: &lines)
                entry.value.describe(after: ": ", indent: indent + 1, into: &lines)
            }
        }
    }

    private var place: String { "\(span.start)-\(span.end)" }

    private var marks: String {
        let marks = [
            alias.map { "*\($0.value)" }, anchor.map { "&\($0.value)" },
            tag.map { "<\($0.value)>" },
        ]
        return marks.compactMap { $0.map { $0 + " " } }.joined()
    }
}
