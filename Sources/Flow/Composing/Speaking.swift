import Content
import Diagnostics
import Layouts
import Structure

extension Composer {
    /// Composes in the language that a field names, with that language's words and punctuation;
    /// of several, in the first that is not spoken already, so that each edition has the other beside it.
    mutating func speaking(_ field: Expression, _ steps: [Recipe]) -> [Block] {
        checkPath(of: field)
        let named = values(of: field).map { (value: $0, tag: identity(of: $0)) }
        guard let (value, tag) = named.first(where: { !$0.tag.isEmpty && $0.tag != language })
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
