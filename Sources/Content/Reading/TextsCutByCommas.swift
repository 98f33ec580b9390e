import Diagnostics
import YAML

/// Entries in braces with their texts put together again where a comma has cut them.
///
/// Such as `{name: Keita, Awa, role: x}`; each such comma is reported.
func joinedAtCommas(
    _ entries: [Node.Entry],
    among known: [String],
    reporting report: inout Report
) -> [Node.Entry] {
    guard entries.contains(where: \.hasNoColon) else { return entries }
    var texts = TextsCutByCommas(known: known)
    for entry in entries { texts.add(entry, reporting: &report) }
    texts.close(reporting: &report)
    return texts.joined
}

private struct TextsCutByCommas {
    /// The keys that their mapping may have.
    let known: [String]
    var joined: [Node.Entry] = []
    /// The entry whose text goes on, and its first comma.
    private var open: (index: Int, comma: Span)?

    init(known: [String]) { self.known = known }

    mutating func add(_ entry: Node.Entry, reporting report: inout Report) {
        guard isCut(entry), let last = joined.last,
            open != nil || last.value.scalar?.style == .plain,
            let text = last.value.text, !text.isEmpty, let word = entry.key.text
        else {
            close(reporting: &report)
            joined.append(entry)
            return
        }
        let end = Int(last.value.span.end)
        if open == nil {
            open = (joined.count - 1, Span(last.value.span.source, end..<end + 1))
        }
        let value = Node.text("\(text), \(word)", at: last.value.span.joined(to: entry.key.span))
        joined[joined.count - 1] = Node.Entry(key: last.key, value: value)
    }

    /// Whether what has no colon is the rest of a text, and no key written wrong.
    private func isCut(_ entry: Node.Entry) -> Bool {
        guard entry.hasNoColon, let word = entry.key.text, !known.contains(word) else {
            return false
        }
        return !word.contains { ":;=".contains($0) }
    }

    /// Ends a text that has been put together, and tells of it.
    mutating func close(reporting report: inout Report) {
        guard let (index, comma) = open, let key = joined[index].key.text else { return }
        let text = joined[index].value.text ?? ""
        let quoted = text.replacing("\"", with: "\\\"")
        report.add(
            .error(.commaInText(String(text.prefix { $0 != "," })), at: comma)
                .hinting("where the comma belongs to the text, write: \(key): \"\(quoted)\"")
        )
        open = nil
    }
}

extension Diagnostic.Message {
    fileprivate static func commaInText(_ text: String) -> Self {
        "this comma ends the text ‘\(shortened(text))’, and what follows it has no colon"
    }
}
