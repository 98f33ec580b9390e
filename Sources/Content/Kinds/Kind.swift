package import Diagnostics
package import YAML

/// What papers or things of one sort say: their fields, as a file in `kinds/` describes them.
package struct Kind: Sendable {
    package enum Use: String, Sendable, CaseIterable {
        /// A document that may be printed.
        case paper
        /// Written once, referred to by id.
        case register
        /// A piece of other kinds, always written in place.
        case part
    }

    /// Whom the papers of a kind are for.
    package enum Audience: String, Sendable, CaseIterable {
        /// Everybody: nobody is shown who did not agree to it.
        case `public`
        /// Those who run the gathering, and the people themselves.
        case desk
    }

    package var name: String
    package var use: Use
    package var audience = Audience.public
    /// What people call it, per language.
    package var title: LocalizedText?
    package var help: LocalizedText?
    /// For kinds whose records are shared: the word for many of them, such as `people`.
    package var plural: String?
    /// The field that a bare piece of text stands for, where a record of this kind is expected.
    package var shorthand: String?
    /// The layout that prints it where its file names none.
    package var layout: String
    package var fields: [FieldDescription]
    package var span: Span

    package var isShared: Bool { plural != nil }
}

/// One field of a kind.
package struct FieldDescription: Sendable {
    package var name: String
    package var type: FieldType
    package var isRequired: Bool
    /// Whether the parts of its value may stand beside it, as `given` and `family` for a name.
    package var isSpread: Bool
    /// Whether a new file has it open, though it may be left out.
    package var isOffered: Bool
    /// Whether it stands for the only record of its kind where it is left out.
    package var takesTheOnlyOne: Bool
    /// The matter, by its name under a person’s `consent`, without which its value is not public;
    /// ``neverShown`` where it never is.
    package var consent: String?
    /// As what the people it names were present where a record does not say it; nil where they
    /// need not have been.
    package var present: String?
    /// What must hold of its values beside those of other fields.
    package var harmony = Harmony()
    package var help: LocalizedText?
    package var example: Node?
    package var span: Span
}

extension FieldDescription {
    package static let neverShown = "never"

    /// An example short enough for a message.
    func shortExample(in language: String) -> String {
        if let plain = example?.text ?? example?[language]?.text ?? example?["en"]?.text {
            return plain.utf8.count <= 60 && !plain.contains("\n") ? plain : type.form
        }
        return example.flatMap { ExampleText(language: language).flow($0) } ?? type.form
    }
}
