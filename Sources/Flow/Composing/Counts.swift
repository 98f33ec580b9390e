import Content
import Layouts
import Unicode

extension Composer {
    /// How many people there were in each role, where nobody may be named: `3 speakers, 1 moderator`.
    func counts(of value: Value) -> String {
        let texts = value.items.compactMap { item -> String? in
            guard case .number(let number)? = item.record?["count"]?.content,
                case .choice(let role)? = item.record?["role"]?.content
            else { return nil }
            return counted("counted-\(role)", number.value)
        }
        return texts.joined(separator: pack.listComma)
    }

    /// A number with the word for so many, in the form that the language has for it.
    private func counted(_ name: String, _ number: Double) -> String? {
        let figure = NumberForm(pack: pack).text(of: number, decimals: 0)
        let form = plural(of: number, among: pack.words[name])
        return (pack.word(name, form: form) ?? pack.word("counted-speaker", form: form))?
            .replacing("{number}", with: figure)
    }

    /// The form of a word for a number; CLDR is asked only where there are more than two.
    private func plural(of number: Double, among forms: [String: String]?) -> String {
        let more = ["zero", "two", "few", "many"].contains { forms?[$0] != nil }
        let simple = simplePlural(of: number)
        return more ? CLDR().plural(of: number, language: pack.tag) ?? simple : simple
    }

    /// One, or another number.
    func simplePlural(of number: Double) -> String {
        let isOne = pack.tag.hasPrefix("fr") ? abs(number) < 2 : number == 1
        return isOne ? "one" : "other"
    }
}
