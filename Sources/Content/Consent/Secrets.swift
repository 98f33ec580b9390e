import Diagnostics

/// Who is left out of a paper, and what would lead to them.
struct Secrets: Sendable {
    let people: [PersonName]
    /// Ways to reach people, among other things.
    let contacts: [Value]
    /// Who may not be told to have been there.
    let guests: [PersonName]
    /// What the paper does say.
    let prose: Prose

    /// Where the paper itself gives any of it away.
    var mentions: [Disclosure.Mention] { mentions(in: prose) }

    /// Where other words do that go out with it, all at one place; each once.
    func mentions(in texts: [String], at span: Span) -> [Disclosure.Mention] {
        var known: Set<Disclosure.Mention> = []
        let found = texts.flatMap { mentions(in: prose.turned(to: $0, at: span)) }
            .filter { known.insert($0).inserted }
        let certain = found.filter { !$0.isUnsure }.map(\.name)
        return found.filter { mention in
            !mention.isUnsure || !certain.contains { $0.contains(mention.name) }
        }
    }

    private func mentions(in prose: Prose) -> [Disclosure.Mention] {
        prose.mentions(of: people) + prose.mentions(ofWaysToReach: contacts)
            + prose.mentions(ofThoseWhoMayHaveBeenThere: guests)
    }

    /// Whether a text gives any of it away that the paper does not.
    func areTold(by text: String, at span: Span) -> Bool {
        let text = prose.turned(to: text, at: span)
        return !text.mentions(of: people).isEmpty
            || !text.mentions(ofWaysToReach: contacts).isEmpty
    }
}
