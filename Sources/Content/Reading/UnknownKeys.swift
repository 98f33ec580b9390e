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
        if let mend = mendOfSign(in: word, among: index.known) {
            report.add(problem.hinting(mend))
        } else if let meant = meant(by: word, in: owner, index, entries) {
            report.add(problem.hinting("did you mean ‘\(meant)’?"))
        } else {
            report.add(problem.hinting(.mayHold(index.known)))
        }
    }

    /// The field that a key was meant to be: one spelt much like it, one whose help has that word in
    /// some language, or the only one that is wanting where this is the only key too many.
    mutating func meant(
        by key: String,
        in owner: Diagnostic.Message,
        _ index: FieldIndex,
        _ entries: [Node.Entry]
    ) -> String? {
        guard key.utf8.count <= 1_000 else { return nil }
        let name = "\(owner) \(key)"
        if let known = guesses[name] { return known }
        let meant =
            Suggestion.nearest(to: key, among: index.known) ?? index.fieldHelped(by: key)
            ?? index.onlyOneWanting(besides: key, in: entries)
        guesses[name] = .some(meant)
        return meant
    }
}

extension FieldIndex {
    /// `salle`, where the help of `room` says “Id d’une salle”: writers read it in their language.
    ///
    /// A help is about the first of its words that is more than an article.
    fileprivate func fieldHelped(by key: String) -> String? {
        let word = Self.stem(key[...])
        if let part = Self.parts[word], partKeys.contains(part) { return part }
        if let key = Self.ownKeys[word], known.contains(key) { return key }
        let heads = fields.map { field in
            (field.help?.editions ?? []).compactMap { Self.head(of: $0.content) }
        }
        func only(_ word: String) -> String? {
            let meant = fields.indices.filter { heads[$0].contains(word) }
            return meant.count == 1 ? fields[meant[0]].name : nil
        }
        if let name = only(word) { return name }
        if let key = Self.words[word], known.contains(key) { return key }
        // Short words are near to too many others.
        guard word.utf8.count > 5 else { return nil }
        // Words that begin otherwise are mostly others: ‘duration’ is no ‘modération’.
        let alike = heads.joined().filter { $0.first == word.first }
        return Suggestion.nearest(to: word, among: alike).flatMap(only)
    }

    private static func head(of help: String) -> String? {
        help.split { !$0.isLetter && $0 != "-" }.lazy.map { stem($0) }
            .first { !articles.contains($0) }
    }

    private static let articles: Set<String> = [
        "a", "d", "de", "du", "des", "id", "l", "la", "le", "les", "of", "the", "un", "une",
    ]

    /// The parts of a name have no help of their own.
    private static let parts = [
        "nom": "family", "prenom": "given", "civilite": "honorific", "debut": "start", "fin": "end",
    ]

    /// Nor has what every paper says of itself.
    private static let ownKeys = [
        "language": "lang", "idioma": "lang", "lingua": "lang", "sprache": "lang",
        "maquette": "layout", "gabarit": "layout", "modele": "layout", "template": "layout",
        "marque": "brand", "marca": "brand",
    ]

    /// What columns of people’s lists are called, in the singular.
    private static let words = [
        "telephone": "phone", "tel": "phone", "portable": "cell", "mobile": "cell",
        "pay": "country",
        "pai": "country", "mail": "email", "courriel": "email", "fonction": "role",
        "poste": "role", "structure": "organisation", "institution": "organisation",
        "adresse": "address", "site": "website", "sexe": "gender", "genre": "gender",
        "photo": "portrait", "titre": "title", "lieu": "venue", "heure": "time",
        "intervenant": "speakers", "moderateur": "moderators", "moderatrice": "moderators",
        "consentement": "consent", "accord": "consent", "biographie": "bio", "sigle": "short",
        "organisateur": "organisers", "partenaire": "partners", "duree": "duration",
        "langue": "languages", "resume": "abstract",
    ]

    private static func stem(_ word: Substring) -> String {
        let plain = withoutAccents(word).lowercased()
        return plain.count > 3 && plain.hasSuffix("s") ? String(plain.dropLast()) : plain
    }

    fileprivate func onlyOneWanting(besides key: String, in entries: [Node.Entry]) -> String? {
        // A sheet of ten thousand columns has as many keys that it knows nothing of.
        guard entries.lazy.filter({ !known.contains($0.key.text ?? "") }).prefix(2).count == 1
        else { return nil }
        let given = Set(entries.compactMap(\.key.text))
        let wanting = required.filter { field in
            let parts = field.name == spread?.name ? partKeys : []
            return given.isDisjoint(with: [field.name] + parts)
        }
        guard wanting.count == 1, given.subtracting(known) == [key] else { return nil }
        return wanting[0].name
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

    static func unknownKey(_ key: String, in owner: Self) -> Self {
        "unknown key ‘\(shortened(key))’ in \(owner)"
    }
}
