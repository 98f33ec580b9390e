import Diagnostics
import YAML

/// Reports every key that is not known where it stands.
func checkKeys(
    of entries: [Node.Entry],
    among known: [String],
    in owner: Diagnostic.Message,
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

/// Nobody reads on past so many problems to learn what was meant by each key; to find that out takes long.
private let mostMeant = 500

extension Reader {
    /// Reports a key that its record does not have.
    mutating func refuse(
        _ key: Node,
        in owner: Diagnostic.Message,
        _ index: FieldIndex,
        _ entries: [Node.Entry]
    ) {
        guard let word = key.text else {
            return report.add(.error("a name is expected before this colon", at: key.span))
        }
        let problem = Diagnostic.error(.unknownKey(word, in: owner), at: key.span)
        guard report.diagnostics.count < mostMeant else { return report.add(problem) }
        report.add(problem.hinting(mend(of: key, word, in: owner, index, entries)))
    }

    private mutating func mend(
        of key: Node,
        _ word: String,
        in owner: Diagnostic.Message,
        _ index: FieldIndex,
        _ entries: [Node.Entry]
    ) -> Diagnostic.Message {
        if let mend = mendOfSign(in: word, among: index.known) { return mend }
        if index.fieldsHeld(under: word, in: entries) != nil {
            return
                "take this line out, and move what stands under it to the left, to the edge of the file"
        }
        if let mend = mendOfIndentation(of: key, index, entries) { return mend }
        if index.hasShorthand, let mend = mendOfColon(in: entries) { return mend }
        if let meant = meant(by: word, in: owner, index, entries) {
            return Suggestion.didYouMean(meant)
        }
        if let mend = mendOfDepth(of: key, index, entries) { return mend }
        if let kind = onlySharedKind(with: word) {
            return
                "it is a field of ‘\(kind)’: move it there, with the lines that belong to it"
        }
        return .mayHold(index.known)
    }
}

extension Reader {
    /// `- To donors: pay` where one text was meant; nil for what may be a key.
    func mendOfColon(in entries: [Node.Entry]) -> Diagnostic.Message? {
        guard entries.count == 1, let key = entries[0].key.text, let value = entries[0].value.text,
            key.contains(" "), !value.isEmpty
        else { return nil }
        let quoted = "\(key): \(value)".replacing("\"", with: "\\\"")
        return "a text that holds a colon and a space needs quotes: \"\(shortened(quoted))\""
    }

    /// `name: Hôtel` in the column of the empty `venue:` above it, in which it belongs.
    private func mendOfIndentation(
        of key: Node,
        _ index: FieldIndex,
        _ entries: [Node.Entry]
    ) -> Diagnostic.Message? {
        guard let word = key.text,
            let place = entries.firstIndex(where: { $0.key.span == key.span })
        else { return nil }
        // What stands between them went astray in the same way.
        guard
            let above = entries[..<place].last(where: { index.known.contains($0.key.text ?? "") }),
            above.value.isEmpty,
            let field = index.fields.first(where: { $0.name == above.key.text })
        else { return nil }
        switch field.type {
        case .list(let item) where FieldIndex(fields(of: item)).known.contains(word):
            return
                "it belongs to an item of ‘\(field.name):’, which is empty above: begin this line with two spaces, a hyphen and a space, ‘  - \(word): …’, and those that belong to it with four spaces"
        case let type where FieldIndex(fields(of: type)).known.contains(word):
            return
                "it belongs to ‘\(field.name):’, which is empty above: begin this line, and those that belong to it, two spaces further to the right"
        default: return nil
        }
    }
}

extension Reader {
    /// `list_name: no` beside the fields of somebody, of whose consent it is a part.
    private func mendOfDepth(
        of key: Node,
        _ index: FieldIndex,
        _ entries: [Node.Entry]
    ) -> Diagnostic.Message? {
        guard let word = key.text else { return nil }
        let outer = index.fields.filter { field in
            guard case .record(let fields) = field.type else { return false }
            return fields.contains { $0.name == word }
        }
        guard outer.count == 1, let field = outer.first else { return nil }
        let isGiven = entries.contains { $0.key.text == field.name }
        let value = entries.first { $0.key.span == key.span }?.value
        guard !isGiven, let value, value.text != nil,
            let whole = ExampleText(language: language).flow(value)
        else { return "it is a part of ‘\(field.name)’: move it there" }
        return
            "it is a part of ‘\(field.name)’: write ‘\(field.name): {\(word): \(shortened(whole))}’"
    }

    /// The kind of what papers share that alone has a field of a name: `venue` is said of an event.
    private func onlySharedKind(with word: String) -> String? {
        let kinds = kinds.shared.filter { kind in kind.fields.contains { $0.name == word } }
        return kinds.count == 1 ? kinds[0].name : nil
    }
}

extension FieldIndex {
    /// The fields that stand under a key that is none, as if the whole record had a name: `event:` in a file
    /// that is an event; nil where there is more to it.
    func fieldsHeld(under key: String, in entries: [Node.Entry]) -> [String]? {
        guard let inner = entries.first(where: { $0.key.text == key })?.value.entries,
            inner.count > 1
        else { return nil }
        let names = inner.compactMap(\.key.text)
        let isWhole = names.count { known.contains($0) } * 2 > inner.count
        let isAlone = !entries.contains { entry in
            entry.key.text.map { $0 != "kind" && $0 != "lang" && known.contains($0) } ?? false
        }
        return isWhole && isAlone ? names : nil
    }
}

func unknownKey(
    _ key: String,
    at span: Span,
    among known: [String],
    in owner: Diagnostic.Message
) -> Diagnostic {
    let problem = Diagnostic.error(.unknownKey(key, in: owner), at: span)
    if let mend = mendOfSign(in: key, among: known) { return problem.hinting(mend) }
    if let near = Suggestion.didYouMean(key, among: known) { return problem.hinting(near) }
    return problem.hinting(.mayHold(known))
}

/// The name that a key was meant to be, where a sign stands in it for a colon and a space, or a no-break
/// space at its end, as French writers set it before a colon.
func nameBeforeSign(in key: String, among known: [String]) -> String? {
    if key.last?.isWhitespace == true, known.contains(trimmed(key)) { return trimmed(key) }
    return key.firstIndex { ":;=".contains($0) }.map { trimmed(String(key[..<$0])) }
        .flatMap { known.contains($0) ? $0 : nil }
}

/// `person:Awa`, `person; Awa` and `person = Awa`, where a colon and a space were meant.
private func mendOfSign(in key: String, among known: [String]) -> Diagnostic.Message? {
    if key.last?.isWhitespace == true, known.contains(trimmed(key)) {
        return
            "a space that YAML takes for a letter stands before the colon: write ‘\(trimmed(key)):’"
    }
    if key.hasPrefix("-"), known.contains(trimmed(String(key.dropFirst()))) {
        return
            "an item begins with a hyphen and a space: write ‘- \(trimmed(String(key.dropFirst()))): …’"
    }
    guard let name = nameBeforeSign(in: key, among: known),
        let sign = key.firstIndex(where: { ":;=".contains($0) })
    else { return nil }
    let value = trimmed(String(key[key.index(after: sign)...]))
    return "a colon and a space end a key: write ‘\(name): \(shortened(value))’"
}

extension Diagnostic.Message {
    /// All names, or the first of many: what matters most stands first in a kind.
    fileprivate static func mayHold(_ known: [String]) -> Self {
        guard known.count > 12 else { return "it may hold: \(known.joined(separator: ", "))" }
        let first = known.prefix(9).joined(separator: ", ")
        return "it may hold: \(first) and \(known.count - 9) more"
    }

    static func unknownKey(_ key: String, in owner: Self) -> Self {
        "unknown key ‘\(shortened(key))’ in \(owner)"
    }
}
