import Diagnostics
import YAML

extension Reader {
    /// Reads the id that a record gives itself; nil, with a report, where it can be none.
    mutating func readID(_ node: Node) -> String? {
        guard let text = node.text.map(trimmed), !text.isEmpty else {
            if node.text == nil { report.add(.error("an id is one word", at: node.span)) }
            return nil
        }
        if isIdentifier(text) { return text }
        report.add(
            .error("‘\(shortened(text))’ cannot be an id", at: node.span)
                .hinting("use letters, figures and hyphens, such as ‘\(slug(text))’")
        )
        return nil
    }

    /// An id made of a text, or one for an example where it has no letter that an id could have.
    func slug(_ text: String) -> String {
        identifier(madeOf: text) ?? "fatou-diallo"
    }

    /// Makes a record known to everybody who names its id.
    mutating func register(_ record: Record) {
        guard let id = record.id else { return }
        let reference = Reference(kind: record.kind, id: id)
        if let first = places[reference] {
            if isDescribedTwice(record, id, first: first) { return }
            report.add(
                .error("two records of kind ‘\(record.kind)’ have the id ‘\(id)’", at: record.span)
                    .noting("the other is here", at: first)
                    .hinting("give one of them another id, or keep one")
            )
            return
        }
        places[reference] = record.span
        registry.add(record, id: id)
    }
}
