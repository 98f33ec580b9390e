internal import Diagnostics

extension Report {
    /// What was heard of one paper without what is wrong there only since a text is too long: what that has
    /// pushed out of the page, and what is said of the same text elsewhere on it, where there is more room.
    var withoutConsequences: Report {
        var room: [Span?: Int] = [:]
        for diagnostic in diagnostics {
            guard case .unfit(let letters) = diagnostic.message.topic else { continue }
            room[diagnostic.span] = min(letters, room[diagnostic.span] ?? letters)
        }
        guard !room.isEmpty else { return self }
        var rest = Report()
        for diagnostic in diagnostics {
            switch diagnostic.message.topic {
            case .crowd: continue
            case .unfit(let letters) where room[diagnostic.span] != letters: continue
            default: rest.add(diagnostic)
            }
        }
        return rest
    }
}
