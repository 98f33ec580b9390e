internal import Content
internal import Diagnostics
internal import Unicode

/// What the columns of people's spreadsheets are called, and the fields they mean.
///
/// Some mean one thing beside one column and another beside another: “Nom” alone holds the whole name,
/// and beside “Prénom” that of the family.
struct ColumnNames: Sendable {
    /// By the heads in small letters, those that their neighbours tell more of.
    private var paths: [String: [String]] = [:]

    /// - Parameter kind: What each row is, where that is known.
    init(_ heads: [String], ofRowsAs kind: Kind? = nil) {
        let words = heads.filter { $0.utf8.count <= Self.longest }.map { head in
            let plain = Self.plain(head)
            return SpellingColumn(plain)?.word ?? plain
        }
        let known = Set(words.map { Self.path($0) })
        for word in words {
            switch word {
            case "nome" where known.contains(["family"]) && !known.contains(["given"]):
                paths[word] = ["given"]
            case "nom", "noms", "nome", "name":
                if known.contains(["given"]) {
                    // Where another column is the family's already, what this one is nobody knows.
                    if word == "nom" || !known.contains(["family"]) { paths[word] = ["family"] }
                } else if word == "name" || !known.contains(["name"]) {
                    paths[word] = ["name"]
                }
            default: break
            }
            // “Fonction” is what somebody is at home, and “Qualité” beside it what they are here as.
            if word == "qualite" || word == "role" && kind?.name == "person",
                words.contains(where: { $0 != word && Self.isFunction($0) })
            {
                paths[word] = ["capacity"]
            }
            if let kind, let field = Self.ofKinds[kind.name]?[word], !known.contains([field]) {
                paths[word] = [field]
            }
            // “Organisation” in a sheet of organisations is what each is called.
            if let kind, let short = kind.shorthand, Self.path(word) == [kind.name],
                !known.contains([short])
            {
                paths[word] = [short]
            }
        }
    }

    /// The field that a column’s head means here; as in any sheet where its neighbours say no more.
    func path(_ head: String) -> [String] {
        guard head.utf8.count <= Self.longest else { return [head] }
        let plain = Self.plain(head)
        if let spelling = SpellingColumn(plain), let field = paths[spelling.word] {
            return field + [spelling.language]
        }
        return paths[plain] ?? Self.path(head)
    }

    /// Whether a head speaks of what somebody is at home, and not of what they are here as.
    static func isFunction(_ head: String) -> Bool {
        path(head) == [KnownField.role.rawValue] && plain(head) != KnownField.role.rawValue
    }

    /// Whether a head says that the family name comes first: “Nom et prénom”.
    static func putsFamilyFirst(_ head: String) -> Bool {
        guard path(head) == ["name"] else { return false }
        let word = plain(head)
        return word.hasPrefix("nom") && word.contains("prenom")
    }

    /// What words mean in a sheet of one kind, and nowhere else.
    private static let ofKinds: [String: [String: String]] = [
        "office": [
            "adresse": "lines", "address": "lines", "endereco": "lines", "rue": "lines",
            "street": "lines", "bureau": "label", "office": "label", "escritorio": "label",
            "nom": "label", "name": "label", "nome": "label", "nom du bureau": "label",
            "site": "url", "site web": "url", "site internet": "url", "web": "url",
            "website": "url",
        ]
    ]

    /// The field of a head, where it is a known word or a key.
    fileprivate static func field(_ plain: String) -> String {
        FieldWords.field(plain) ?? matter(askedBy: plain).map { "consent.\($0)" } ?? plain
    }

    /// The known word that a head was most likely meant to be: `Prénom` for `Prenomm`.
    static func nearest(to head: String) -> String? {
        guard head.utf8.count <= longest else { return nil }
        // One that nobody was asked by is not offered: an address would be taken for a yes.
        let known = FieldWords.ofPeople.filter {
            !$0.value.hasPrefix("consent.") || speaksOfConsent(head)
        }
        return Suggestion.nearest(to: plain(head), among: known.keys.sorted())
    }

    /// Whether a head seems to say what people agreed to, or refused.
    static func speaksOfConsent(_ head: String) -> Bool {
        guard head.utf8.count <= longest else { return false }
        let words = plain(head)
        return consenting.contains(where: words.contains)
    }

    private static let consenting = [
        "consent", "accord", "autoris", "refus", "agree", "permission", "rgpd", "gdpr", "acceptez",
        "accepte ", "j'accept", "j’accept", "do you accept", "i accept", "aceita", "concorda",
        "droit a l'image", "droit a l’image",
    ]

    /// The one matter that a question is about, such as “Acceptez-vous d’être photographié(e) ?”.
    ///
    /// What asks for two at once, or whether somebody refuses, is understood by nobody.
    private static func matter(askedBy plain: String) -> String? {
        guard plain.contains(" "), !refusing.contains(where: plain.contains),
            let asked = consenting.lazy.compactMap({ plain.firstRange(of: $0) }).first
        else { return nil }
        let matter = plain[asked.upperBound...]
        let found = matters.filter { $0.words.contains { matter.firstRange(of: $0) != nil } }
        return found.count == 1 ? found[0].name : nil
    }

    private static let refusing = [
        "refus", " ne ", "n'", "n’", " pas", " not ", "n't", "n’t", "sans ", "without", "oppos",
        "retir", "withdr", " nao ",
    ]

    private static let matters: [(name: String, words: [String])] = [
        ("photo", ["photo", "image", "film", "video"]),
        ("quote", ["cite", "citation", "quote"]),
        ("share_contact", ["contact", "coordonnee", "e-mail", "email", "telephone"]),
        ("list_name", ["liste", "the list", "nom ", "name ", "a lista"]),
    ]

    /// Whether a head counts the rows, and no more: `N°`.
    static func isNumber(_ head: String) -> Bool {
        ["n°", "nº", "no", "n", "#", "num", "numero", "n° d’ordre", "n° d'ordre"].contains(
            plain(head)
        )
    }

    /// The field that a column’s head means, by known words or as a key is written; two names where it
    /// means a part of a field: `consent.photo`.
    static func path(_ head: String) -> [String] {
        guard head.utf8.count <= longest else { return [head] }
        let plain = plain(head)
        if let spelling = SpellingColumn(plain) { return spelling.path }
        let field = field(plain).split(separator: " ").joined(separator: "_")
        let parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? parts : [field]
    }

    /// In bytes; beyond, it is no name of a column.
    private static let longest = 1_000

    /// What forms say before the words: “Votre nom”, “Quelle est votre fonction ?”.
    private static let asking: Set = [
        "votre", "vos", "your", "quel", "quelle", "quels", "est", "sont", "what", "is", "are",
        "indiquez", "indiquer", "veuillez", "seu", "sua", "qual", "e",
    ]

    /// In small letters, without what forms put behind the words, or around a stroke: “Prénom(s)”, “Nom *”,
    /// “Tél :”, “Fonction / Titre”.
    private static func plain(_ head: String) -> String {
        var words = head.withoutMarks.replacing("(s)", with: "s").replacing("(e)", with: "")
            .replacing(" /", with: "/").replacing("/ ", with: "/")
            .split { " _\u{A0}\u{202F}".contains($0) }
        while let last = words.last, last.allSatisfy({ "*:?".contains($0) }) { words.removeLast() }
        while words.count > 1, asking.contains(String(words[0])) { words.removeFirst() }
        if let last = words.popLast() {
            words.append(last.prefix(upTo: last.endOfName))
        }
        return words.joined(separator: " ")
    }
}

extension Substring {
    /// Where signs begin that are no part of a name: “Nom*”, “Tél:”.
    fileprivate var endOfName: Index {
        let signs = reversed().prefix { "*:?".contains($0) }.count
        return index(endIndex, offsetBy: -signs)
    }
}

/// A column that says in another language, or another script, what a column beside it says:
/// “Nom (arabe)”, “Prénom en arabe”, “Name (ar)”.
private struct SpellingColumn {
    /// What the column beside it would be called.
    let word: String
    let language: String

    var path: [String] { [ColumnNames.field(word), language] }

    /// The fields that may say something in several languages, those of bodies by their words as well.
    private static let translated: Set<String> = [
        "name", "given", "family", "particles", "full", "honorific", "academic_title", "role",
        "bio", "title", "short", "organisation", "unit", "about", "office", "bureau", "label",
        "address", "lines", "rue", "street", "city", "district", "hours",
    ]

    /// - Parameter head: In small letters without accents.
    init?(_ head: String) {
        var words = head.split(separator: " ")
        guard words.count > 1, var last = words.popLast() else { return nil }
        let isAside = last.hasPrefix("(") && last.hasSuffix(")")
        if isAside { last = last.dropFirst().dropLast() }
        if let joint = words.last, ["en", "in", "em"].contains(joint) { words.removeLast() }
        guard isAside || last.count > 3, let tag = LanguageNames.tag(called: String(last)) else {
            return nil
        }
        word = words.joined(separator: " ")
        language = tag
        guard Self.translated.contains(ColumnNames.field(word)) else { return nil }
    }
}
