import Layouts

extension Composer {
    /// A title and what stands under it, as a description says both.
    func described(_ title: String, _ words: [String]) -> String {
        let list = words.joined(separator: "\(pack.spaced(";")) ")
        return title.isEmpty ? list : "\(title)\(pack.spaced(":")) \(list)"
    }
}

extension LanguagePack {
    /// A mark as the language has it, with the space that stands before it.
    fileprivate func spaced(_ mark: String) -> String {
        (spaceBefore[mark] ?? "") + (ownMarks[mark] ?? mark)
    }
}
