import Layouts
import YAML

extension Press {
    /// The reference of the layout language, and what a layout of one's own may take from the shipped
    /// ones, as Markdown.
    public func layoutReference() -> String {
        LayoutLanguage.reference() + stylesOfBase() + sharedParts()
    }

    private func stylesOfBase() -> String {
        let styles = shelves.shippedNode("base", in: .papers)?["styles"]?.entries ?? []
        let names = styles.compactMap { entry in entry.key.text.map { "`\($0)`" } }
        return "\n## Styles of the paper `base`\n\n"
            + "A paper with `extends: base` has them to use, to build upon and to describe anew: "
            + names.joined(separator: ", ") + ".\n"
    }

    private func sharedParts() -> String {
        var text = "\n## Shared parts\n\n"
        text +=
            "For the block `part`; `with` hands over what it takes, beside what the content says.\n\n"
        text += "| part | what it is | what it takes |\n|---|---|---|\n"
        for name in shelves.names(in: .parts).sorted() {
            guard let part = shelves.shippedNode(name, in: .parts) else { continue }
            let taken = part["takes"]?.entries ?? []
            let words = taken.compactMap { entry in
                entry.key.text.map { "`\($0)`: \(entry.value.text ?? "")" }
            }
            text +=
                "| `\(name)` | \(part["about"]?.text ?? "") | \(words.joined(separator: "; ")) |\n"
        }
        return text
    }
}
