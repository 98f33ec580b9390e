package import Diagnostics
package import YAML

/// One field of a kind.
///
/// It is shared and not copied: for every thing that is read all fields of its kind are asked.
package final class FieldDescription: Sendable {
    package let name: String
    package let type: FieldType
    package let isRequired: Bool
    /// Whether the parts of its value may stand beside it, as `given` and `family` for a name.
    package let isSpread: Bool
    /// Whether a new file has it open, though it may be left out.
    let isOffered: Bool
    /// Whether it stands for the only record of its kind where it is left out.
    package let takesTheOnlyOne: Bool
    /// The field of the record in it that a bare piece of text stands for.
    let shorthand: String?
    /// What its value is not public without; nil where that takes nobody’s consent.
    package let consent: FieldConsent?
    /// As what the people it names were present where a record does not say it; nil where they
    /// need not have been.
    package let present: String?
    /// What must hold of its values beside those of other fields.
    let harmony: Harmony
    /// What layouts add around its value.
    let surround: Surround?
    /// Whether its words are others in each language; names and numbers are not.
    let isTranslated: Bool
    package let help: LocalizedText?
    package let example: Node?
    package let span: Span

    /// Reads `name: type`, or `name:` with `type`, `required`, `help` and so on under it.
    init?(describedBy entry: Node.Entry, reporting report: inout Report) {
        guard let name = entry.key.text else { return nil }
        let node = entry.value
        if let entries = node.entries {
            checkKeys(of: entries, among: Self.keys, in: "a field", reporting: &report)
        }
        guard let word = node.text ?? node["type"]?.text else {
            report.add(
                .error("the field ‘\(name)’ has no type", at: entry.key.span)
                    .hinting("add ‘type: text’")
            )
            return nil
        }
        self.name = name
        isRequired = node.isYes("required", reporting: &report)
        isSpread = node.isYes("spread", reporting: &report)
        isOffered = node.isYes("offered", reporting: &report)
        takesTheOnlyOne = node["default"].map { $0.isOnly(reporting: &report) } ?? false
        shorthand = node["shorthand"]?.text
        consent = node["consent"].flatMap { FieldConsent($0, reporting: &report) }
        present = node["present"]?.text
        surround = node["surround"].flatMap { Surround($0, reporting: &report) }
        isTranslated =
            node["translated"] == nil || node.isYes("translated", reporting: &report)
        help = node["help"].flatMap { LocalizedText(helpIn: $0) }
        example = node["example"]
        span = entry.key.span
        harmony = Harmony(describedBy: node, reporting: &report)
        type = FieldType(named: word[...], describedBy: node, reporting: &report)
        if case .choice(let choices) = type.item, choices.isEmpty {
            report.add(
                .error("the field ‘\(name)’ has nothing to choose from", at: entry.key.span)
                    .hinting("add its words: ‘choices: [first, second]’")
            )
        }
    }

    /// A text that no kind describes as a field of its own, such as a part of a name.
    init(textNamed name: String, at span: Span) {
        self.name = name
        self.span = span
        type = .text
        isRequired = false
        isSpread = false
        isOffered = false
        takesTheOnlyOne = false
        shorthand = nil
        consent = nil
        present = nil
        surround = nil
        isTranslated = true
        harmony = Harmony()
        help = nil
        example = nil
    }
}

extension FieldDescription {
    /// An example short enough for a message.
    func shortExample(in language: String) -> String {
        if let plain = example?.text ?? example?[language]?.text ?? example?["en"]?.text {
            let isShort = plain.utf8.count <= 60 && !plain.contains("\n")
            return isShort ? ExampleText(language: language).scalar(plain) : type.form
        }
        return example.flatMap { ExampleText(language: language).flow($0) } ?? type.form
    }

    /// The same as a part of a message, which is said in the language of whoever reads it where nobody
    /// named one.
    func example(in language: String?) -> Diagnostic.Message {
        if let language { return "\(shortExample(in: language))" }
        let languages = example?.entries?.compactMap(\.key.text) ?? []
        let others = Set(languages.filter { LanguageTag($0).isWellFormed } + ["fr"])
        let english = shortExample(in: "en")
        let words = others.map { ($0, shortExample(in: $0)) }
        return "\(english, orSpoken: Dictionary(uniqueKeysWithValues: words))"
    }

    /// That field, where one is declared.
    var shorthandField: FieldDescription? {
        guard let shorthand, case .record(let fields) = type.item else { return nil }
        return fields.first { $0.name == shorthand }
    }

    static let keys = [
        "type", "required", "choices", "fields", "help", "example", "spread", "default",
        "apart", "among", "within", "unless", "after", "once", "most", "needs", "consent",
        "present", "offered", "shorthand", "parts-of", "surround", "translated",
    ]

    static func fields(in node: Node, reporting report: inout Report) -> [FieldDescription] {
        guard let entries = node.entries else {
            report.add(.error("fields are a mapping of names to types", at: node.span))
            return []
        }
        return entries.compactMap { FieldDescription(describedBy: $0, reporting: &report) }
    }
}

extension Node {
    /// What is said under a key with yes or no; no where it is not said.
    fileprivate func isYes(_ key: String, reporting report: inout Report) -> Bool {
        guard let said = self[key] else { return false }
        if let truth = said.text.flatMap(Bool.init(typed:)) { return truth }
        report.add(.error("‘\(key)’ must be yes or no", at: said.span))
        return false
    }

    fileprivate func isOnly(reporting report: inout Report) -> Bool {
        guard text != "only" else { return true }
        report.add(.error("‘default’ can be ‘only’ and nothing else", at: span))
        return false
    }
}
