import Diagnostics
import YAML

extension Reader {
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
        let meant = index.field(called: key) ?? index.onlyOneWanting(besides: key, in: entries)
        guesses[name] = .some(meant)
        return meant
    }
}

extension FieldIndex {
    /// The field that is spelt much like a word, or of which the help has it.
    func field(called word: String) -> String? {
        Suggestion.nearest(to: word, among: known) ?? fieldHelped(by: word)
    }

    /// `salle`, where the help of `room` says “Id d’une salle”: writers read it in their language.
    ///
    /// A help is about the first of its words that is more than an article.
    fileprivate func fieldHelped(by key: String) -> String? {
        let word = Self.stem(key[...])
        if let part = Self.parts[word], partKeys.contains(part) { return part }
        for words in [Self.ownKeys, Self.texts] {
            if let key = words[word], known.contains(key) { return key }
        }
        let heads = fields.map { field in
            (field.help?.editions ?? []).compactMap { Self.head(of: $0.content) }
        }
        func only(_ word: String) -> String? {
            let meant = fields.indices.filter { heads[$0].contains(word) }
            return meant.count == 1 ? fields[meant[0]].name : nil
        }
        if let name = only(word) { return name }
        let called = [Self.words[word], Self.commonWords[word], Self.hours[word]]
            .compactMap(\.self)
        if let key = called.first(where: known.contains) { return key }
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

    /// What the running text of something is called.
    private static let texts = [
        "text": "body", "texte": "body", "texto": "body", "content": "body", "contenu": "body",
        "corp": "body", "paragraph": "body", "paragraphe": "body",
    ]

    /// What columns of people’s lists are called too, in the singular.
    private static let commonWords = Dictionary(
        (Array(FieldWords.ofPeople) + Array(FieldWords.ofBodies)).map {
            (stem($0.key[...]), $0.value)
        },
        uniquingKeysWith: { first, second in min(first, second) }
    )

    /// What else writers call fields, in the singular; these come before what columns are called.
    private static let words = [
        "fin": "end", "photo": "portrait", "titre": "title", "lieu": "venue", "heure": "time",
        "intervenant": "speakers", "moderateur": "moderators", "moderatrice": "moderators",
        "consentement": "consent", "accord": "consent", "biographie": "bio",
        "organisateur": "organisers", "partenaire": "partners", "duree": "duration",
        "langue": "languages", "resume": "abstract", "start": "date", "debut": "date",
        "quotation": "quotes", "sector": "by_kind", "secteur": "by_kind",
        "when": "due", "quand": "due", "echeance": "due", "by": "person", "author": "person",
        "auteur": "person", "autrice": "person",
        "femme": "by_gender", "homme": "by_gender", "women": "by_gender", "men": "by_gender",
        "message cle": "key_messages", "messages cle": "key_messages",
        "key message": "key_messages", "regle": "rule", "charte": "brand",
        "charte graphique": "brand",
    ]

    /// What those write who say in two fields, or by how long it takes, from when to when something goes.
    private static let hours = [
        "duration": "time", "duree": "time", "length": "time", "from": "time", "to": "time",
        "until": "time", "horaire": "time", "horaires": "time", "hour": "time",
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
