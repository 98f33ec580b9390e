import Content
import Diagnostics
import Layouts
import Structure

extension Composer {
    /// Composes in the language that a field names, with that language's words and punctuation;
    /// of several, in the first that is not spoken already, so that each edition has the other beside it.
    mutating func speaking(_ field: Expression, _ steps: [Recipe]) -> [Block] {
        checkPath(of: field)
        guard let tag = otherLanguage(named: field) else { return blocks(steps) }
        return speaking(tag) { $0.blocks(steps) }
    }

    /// The language that a field names, where it is not the one being written.
    func otherLanguage(named field: Expression) -> String? {
        values(of: field).map { identity(of: $0) }.first { !$0.isEmpty && $0 != language }
    }

    mutating func speaking(_ tag: String, _ work: (inout Composer) -> [Block]) -> [Block] {
        guard let other = speech.pack(for: tag) else {
            report.add(
                .error("there is no language pack for ‘\(tag)’", at: brief.record.span)
                    .hinting("add ‘layouts/languages/\(tag).yaml’, or name another language")
            )
            return work(&self)
        }
        return inLanguage(tag) { composer in
            let home = composer.speech.turn(to: tag, other)
            defer { composer.speech.turnBack(to: home) }
            return work(&composer)
        }
    }
}
