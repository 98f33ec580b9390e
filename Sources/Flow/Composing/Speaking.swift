import Content
import Diagnostics
import Layouts
import Structure

extension Composer {
    /// Composes in the language that a field names, with that language's words and punctuation;
    /// of several, in the first that is not spoken already, so that each edition has the other beside it.
    mutating func speaking(_ field: Expression, _ steps: [Recipe]) -> [Block] {
        guard let tag = otherLanguage(named: field) else { return blocks(steps) }
        return speaking(tag) { $0.blocks(steps) }
    }

    /// The language that a layout asks for, where it is not the one being written; one that has no pack
    /// is told where it is asked for.
    mutating func otherLanguage(named field: Expression) -> String? {
        checkLanguage(in: field)
        let tags = values(of: field).map { identity(of: $0) }
        guard let tag = tags.first(where: { !$0.isEmpty && $0 != language }) else { return nil }
        if speech.pack(for: tag) != nil { return tag }
        report.add(
            .error("there is no language pack for ‘\(tag)’", at: field.span)
                .hinting(
                    tag.hasShapeOfTag
                        ? "add ‘layouts/languages/\(tag).yaml’, or name another language"
                        : "a language is asked for by its tag, such as fr, en or pt-BR"
                )
        )
        return nil
    }

    /// Tells a field that is none; what looks like the tag of a language lacks its quotes.
    private mutating func checkLanguage(in field: Expression) {
        guard case .path(let names) = field.source else { return }
        guard names.count == 1, names[0].hasShapeOfTag,
            let problem = problem(of: names, at: field.span)
        else { return check(names, at: field.span) }
        report.add(
            .error(problem.message, at: field.span)
                .hinting("a language itself is written in quotes: '\(names[0])'")
        )
    }

    mutating func speaking(_ tag: String, _ work: (inout Composer) -> [Block]) -> [Block] {
        guard let other = speech.pack(for: tag) else { return work(&self) }
        return inLanguage(tag) { composer in
            let home = composer.speech.turn(to: tag, other)
            defer { composer.speech.turnBack(to: home) }
            return work(&composer)
        }
    }
}
