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
    /// The entry whose text goes on, its first comma, and what follows that.
    private var open: (index: Int, comma: Span, rest: String)?

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
            open = (joined.count - 1, Span(last.value.span.source, end..<end + 1), word)
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
        guard let (index, comma, rest) = open, let key = joined[index].key.text else { return }
        let text = joined[index].value.text ?? ""
        let quoted = text.replacing("\"", with: "\\\"")
        report.add(
            .error(.commaInText(String(text.prefix { $0 != "," })), at: comma)
                .hinting(mendOfColon(in: rest, behind: key))
                .hinting("where the comma belongs to the text, write: \(key): \"\(quoted)\"")
        )
        open = nil
    }

    /// `{en: Coffee, fr Café}`: a word that is a key, or the tag of a language behind another, lacks its
    /// colon; nil where the first word is neither.
    private func mendOfColon(in rest: String, behind key: String) -> Diagnostic.Message? {
        let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2,
            known.contains(words[0]) || isTag(words[0]) && isTag(key) && !known.contains(key)
        else { return nil }
        return "where a colon is missing, write: \(words[0]): \(shortened(words[1]))"
    }

    private func isTag(_ word: String) -> Bool {
        (2...3).contains(word.prefix { $0 != "-" }.count) && word.first?.isLowercase == true
            && LanguageTag(word).isWellFormed
    }
}

extension Diagnostic.Message {
    fileprivate static func commaInText(_ text: String) -> Self {
        "this comma ends the text ‘\(shortened(text))’, and what follows it has no colon"
    }
}
