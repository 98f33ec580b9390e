package import Diagnostics

/// What papers or things of one sort say: their fields, as a file in `kinds/` describes them.
package struct Kind: Sendable {
    package var name: String
    /// What people call it, per language.
    package var title: LocalizedText?
    package var help: LocalizedText?
    /// For kinds whose records are shared: the word for many of them, such as `people`.
    package var plural: String?
    /// The field that a bare piece of text stands for, where a record of this kind is expected.
    package var shorthand: String?
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
    package var help: LocalizedText?
    /// YAML text.
    package var example: String?
    package var span: Span
}
