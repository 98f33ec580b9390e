import Diagnostics
import YAML

/// Reports every key that is not known where it stands.
func checkKeys(
    of entries: [Node.Entry],
    among known: [String],
    in owner: String,
    reporting report: inout Report
) {
    for entry in entries {
        guard let key = entry.key.text else {
            report.add(.error("a name is expected before this colon", at: entry.key.span))
            continue
        }
        guard !known.contains(key) else { continue }
        report.add(unknownKey(key, at: entry.key.span, among: known, in: owner))
    }
}

func unknownKey(
    _ key: String,
    at span: Span,
    among known: [String],
    in owner: String
) -> Diagnostic {
    let problem = Diagnostic.error(.unknownKey(key, in: owner), at: span)
    if let mend = mendOfSign(in: key, among: known) { return problem.hinting(mend) }
    if let near = Suggestion.didYouMean(key, among: known) { return problem.hinting(near) }
    return problem.hinting(.mayHold(known))
}

/// The name that a key was meant to be, where a sign stands in it for a colon and a space.
func nameBeforeSign(in key: String, among known: [String]) -> String? {
    key.firstIndex { ":;=".contains($0) }.map { trimmed(String(key[..<$0])) }
        .flatMap { known.contains($0) ? $0 : nil }
}

/// `person:Awa`, `person; Awa` and `person = Awa`, where a colon and a space were meant.
private func mendOfSign(in key: String, among known: [String]) -> Diagnostic.Message? {
    guard let name = nameBeforeSign(in: key, among: known),
        let sign = key.firstIndex(where: { ":;=".contains($0) })
    else { return nil }
    let value = trimmed(String(key[key.index(after: sign)...]))
    return "a colon and a space end a key: write ‘\(name): \(shortened(value))’"
}

/// Entries in braces with their texts put together again where a comma has cut them.
///
/// Such as `{name: Keita, Awa, role: x}`; each such comma is reported.
func joinedAtCommas(
    _ entries: [Node.Entry],
    among known: [String],
    reporting report: inout Report
) -> [Node.Entry] {
    guard entries.contains(where: \.hasNoColon) else { return entries }
    var joined: [Node.Entry] = []
    var open: (start: Int, comma: Span)?
    func isCut(_ entry: Node.Entry) -> Bool {
        guard entry.hasNoColon, let word = entry.key.text, !known.contains(word) else {
            return false
        }
        return !word.contains { ":;=".contains($0) }
    }
    func close() {
        guard let (start, comma) = open, let key = joined[start].key.text else { return }
        let text = joined[start].value.text ?? ""
        let quoted = text.replacing("\"", with: "\\\"")
        report.add(
            .error(.commaInText(String(text.prefix { $0 != "," })), at: comma)
                .hinting("where the comma belongs to the text, write: \(key): \"\(quoted)\"")
        )
        open = nil
    }
    for entry in entries {
        guard isCut(entry), let last = joined.last,
            open != nil || last.value.scalar?.style == .plain,
            let text = last.value.text, !text.isEmpty, let word = entry.key.text
        else {
            close()
            joined.append(entry)
            continue
        }
        let end = Int(last.value.span.end)
        if open == nil {
            open = (joined.count - 1, Span(last.value.span.source, end..<end + 1))
        }
        let value = Node.text("\(text), \(word)", at: last.value.span.joined(to: entry.key.span))
        joined[joined.count - 1] = Node.Entry(key: last.key, value: value)
    }
    close()
    return joined
}

extension Diagnostic.Message {
    static func commaInText(_ text: String) -> Self {
        "this comma ends the text ‘\(shortened(text))’, and what follows it has no colon"
    }

    /// All names, or the first of many: what matters most stands first in a kind.
    static func mayHold(_ known: [String]) -> Self {
        guard known.count > 12 else { return "it may hold: \(known.joined(separator: ", "))" }
        let first = known.prefix(9).joined(separator: ", ")
        return "it may hold: \(first) and \(known.count - 9) more"
    }

    static func unknownKey(_ key: String, in owner: String) -> Self {
        "unknown key ‘\(key)’ in \(owner)"
    }
}
