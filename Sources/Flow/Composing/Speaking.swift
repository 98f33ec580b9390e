import Content
import Diagnostics
import Layouts
import Structure

extension Composer {
    /// Composes in the language that a field names, with that language's words and punctuation.
    mutating func speaking(_ field: Expression, _ steps: [Recipe]) -> [Block] {
        checkPath(of: field)
        guard let value = value(of: field), case let tag = identity(of: value), !tag.isEmpty,
            tag != language
        else { return blocks(steps) }
        guard let other = pack(for: tag) else {
            report.add(
                .error("there is no language pack for ‘\(tag)’", at: value.span)
                    .hinting("add ‘layouts/languages/\(tag).yaml’, or name another language")
            )
            return blocks(steps)
        }
        return inLanguage(tag) { composer in
            let (home, homePack) = (composer.language, composer.pack)
            composer.house.otherPacks[home] = homePack
            (composer.language, composer.house.pack) = (tag, other)
            defer { (composer.language, composer.house.pack) = (home, homePack) }
            return composer.blocks(steps)
        }
    }
}
