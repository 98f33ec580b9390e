import Diagnostics
import YAML

extension Desk {
    /// A part's file, or what the paper itself says of it; opened once.
    mutating func node(ofPart name: String) -> Node? {
        if let own = ownParts[name] { return own }
        if let known = partNodes[name] { return known }
        let node = openPart(name)
        partNodes[name] = node
        return node
    }

    /// Takes in the styles of every part that is named somewhere in a file, and of the parts in those.
    ///
    /// A paper's styles are laid over those of its parts, so both must be known before any is resolved.
    mutating func takeStyles(ofPartsIn file: Node) {
        var rest = [file]
        while let node = rest.popLast() {
            if let items = node.items { rest += items }
            for entry in node.entries ?? [] {
                if entry.value.text == nil {
                    rest.append(entry.value)
                } else if entry.key.text == "part", let name = entry.value.text,
                    let part = self.node(ofPart: name), !partsWithStyles.contains(name)
                {
                    takeStyles(of: part, named: name)
                    rest.append(part)
                }
            }
        }
    }

    mutating func takeStyles(of part: Node, named name: String) {
        guard partsWithStyles.insert(name).inserted else { return }
        let entries = group("styles", of: part)
        for entry in entries { tellOfSharedStyle(entry, of: name) }
        styles.take(entries, below: true)
    }

    /// A paper has one style of a name: where two parts bring it, each changes what the other sets.
    private mutating func tellOfSharedStyle(_ entry: Node.Entry, of part: String) {
        guard let style = entry.key.text else { return }
        guard let other = partsOfStyles[style] else {
            partsOfStyles[style] = part
            return
        }
        report.add(
            .warning(
                "the part ‘\(other)’ has a style ‘\(style)’ too, and in a paper the two are one",
                at: entry.key.span
            )
            .hinting("give it another name here")
        )
    }
}
