import Diagnostics
import YAML

extension Desk {
    /// Reads a part unless it was read before; false where there is none of that name.
    mutating func openPart(named name: String, at span: Span) -> Bool {
        if parts[name] != nil { return true }
        if partsBeingRead.contains(name) {
            report.add(.error("the part ‘\(name)’ stands inside itself", at: span))
            return false
        }
        guard let node = node(ofPart: name) else {
            report.add(
                .error(.unknown("part", name), at: span)
                    .hinting(partMeant(name, ownParts.keys.sorted()))
            )
            return false
        }
        partsBeingRead.append(name)
        defer { partsBeingRead.removeLast() }
        takeStyles(of: node, named: name)
        parts[name] = read(part: node, named: name)
        return true
    }

    private mutating func read(part node: Node, named name: String) -> Part {
        var part = Part(name: name, takes: [:], blocks: [], span: node.span)
        for entry in entries(of: node, of: "a part") ?? [] {
            switch entry.key.text {
            case "part", "about", "styles": break
            case "takes": part.takes = takes(entry.value)
            case "blocks": part.blocks = recipes(entry.value)
            default:
                refuse(entry.key, in: "a part", known: Part.properties.map(\.key.name))
            }
        }
        return part
    }

    /// What a part takes, with what that is; a list, or one name, names it alone.
    private mutating func takes(_ node: Node) -> [String: String] {
        guard node.items != nil || node.text?.isEmpty == false else {
            return texts(node, of: "what a part takes")
        }
        let names = Form<[String]>.words.read(node, &self) ?? []
        return Dictionary(names.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
    }
}
