import Diagnostics
import Glibc
import YAML

/// Texts read by the core schema of YAML 1.2 (section 10.3.2), which only the judges need.
enum CoreSchema {
    static func json(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): json(scalar, tag: node.tag?.value)
        case .sequence(let items): "[\(items.map(json).joined(separator: ", "))]"
        case .mapping(let entries):
            "{\(entries.map { "\(key($0.key)): \(json($0.value))" }.joined(separator: ", "))}"
        }
    }

    /// JSON has no keys but strings, so other keys are written as the text of themselves.
    private static func key(_ node: Node) -> String {
        JSONText.quoted(node.text ?? json(node))
    }

    private static func json(_ scalar: Scalar, tag: String?) -> String {
        switch tag {
        case nil where scalar.style == .plain: resolved(scalar.text) ?? JSONText.quoted(scalar.text)
        case "tag:yaml.org,2002:null": "null"
        case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
            resolved(scalar.text) ?? JSONText.quoted(scalar.text)
        default: JSONText.quoted(scalar.text)
        }
    }

    private static func resolved(_ text: String) -> String? {
        switch text {
        case "", "~", "null", "Null", "NULL": "null"
        case "true", "True", "TRUE": "true"
        case "false", "False", "FALSE": "false"
        default: number(text)
        }
    }

    private static func number(_ text: String) -> String? {
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map { "\($0)" } }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { "\($0)" } }
        var body = Substring(text)
        if body.first == "-" || body.first == "+" { body = body.dropFirst() }
        guard let first = body.utf8.first, first == 46 || (48...57).contains(first),
            body.utf8.allSatisfy({ (48...57).contains($0) || ".eE+-".utf8.contains($0) })
        else { return nil }
        if let whole = Int(text) { return "\(whole)" }
        guard let value = Double(text), value.isFinite else { return nil }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
