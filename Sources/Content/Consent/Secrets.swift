import Diagnostics

/// Who is left out of a paper, and what would lead to them.
struct Secrets: Sendable {
    let people: [PersonName]
    /// Ways to reach people, among other things.
    let contacts: [Value]
    /// What the paper does say.
    let prose: Prose

    /// Whether a text gives any of it away that the paper does not.
    func areTold(by text: String, at span: Span) -> Bool {
        let text = prose.turned(to: text, at: span)
        return !text.mentions(of: people).isEmpty
            || !text.mentions(ofWaysToReach: contacts).isEmpty
    }
}
