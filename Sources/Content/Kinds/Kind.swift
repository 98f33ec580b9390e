package import Diagnostics

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

    /// The word for many of its records, shared or not.
    package var wordForMany: String { plural ?? name }

    /// The field that a bare piece of text gives.
    package var shorthandField: FieldDescription? { fields.first { $0.name == shorthand } }
}
