import Content
import Layouts
import Unicode

extension Composer {
    /// How many people there were in each role, where nobody may be named: `3 speakers, 1 moderator`.
    func counts(of value: Value) -> String {
        let texts = value.items.compactMap { item -> String? in
            guard case .number(let number)? = item.record?["count"]?.content,
                case .choice(let role)? = item.record?[.role]?.content
            else { return nil }
            return counted("counted-\(role)", number.value)
        }
        return texts.joined(separator: pack.listComma)
    }

    /// A number with the word for so many, in the form that the language has for it.
    private func counted(_ name: String, _ number: Double) -> String? {
        let figure = NumberForm(pack: pack).text(of: number, decimals: 0)
        let form = plural(of: number, among: pack.words[name])
        if let words = pack.word(name, form: form) {
            return words.replacing("{number}", with: figure)
        }
        // What they did has no word here: that they were there is true all the same.
        let plain = plural(of: number, among: pack.words["participant"])
        return pack.word("participant", form: plain).map { "\(figure) \($0)" }
    }

    /// The form of a word for a number, by the rules of the language.
    func plural(of number: Double, among forms: [String: String]?) -> String {
        CLDR().plural(of: number, among: forms.map { Array($0.keys) } ?? [], language: pack.tag)
    }
}
