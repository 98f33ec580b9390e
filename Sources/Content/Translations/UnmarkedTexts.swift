package import Diagnostics

/// Words that were written once, without their language, in a paper of several: each edition prints them as
/// they stand.
package struct UnmarkedText: Hashable, Sendable {
    /// Names of fields joined by points, with the number of an item, from one.
    package var path: String
    package var words: String
    package var span: Span
    /// How many more are written so, where nothing of their sort is written in a language: they are of one
    /// habit, and one message is enough.
    package var others = 0
}

extension Brief {
    /// The texts that are written without their language, though they are to be read in each.
    ///
    /// Names, places, numbers and addresses are the same in all languages (‘translated: no’ in kinds), and
    /// so is what has no word in it. Each text is told of where its paper, its record or the same field of
    /// another record says something in a language; else the first stands for all of its sort.
    ///
    /// - Parameter isPrinted: Which of some paths may lead to what is printed.
    package func unmarkedTexts(
        naming kinds: KindLibrary,
        where isPrinted: ([String]) -> [Bool] = { $0.map { _ in true } }
    ) -> [UnmarkedText] {
        var marked: Set<[String]> = []
        var met: [(text: UnmarkedText, path: [String])] = []
        TextWalk.over(self, naming: kinds) { text, path, whole in
            guard text.languages == [nil] else {
                if text.languages.contains(where: { $0 != nil }) {
                    marked.formUnion(kinds.sorts(ofTextAt: path))
                }
                return
            }
            // ‘und: …’ says that it is meant for all languages.
            guard let only = text.passages.first?.whole, only.span == whole else { return }
            met.append(
                (
                    UnmarkedText(
                        path: path.joined(separator: "."),
                        words: only.words,
                        span: only.span
                    ), path
                )
            )
        }
        met = met.filter { kinds.translates($0.path, of: record.kind) && $0.text.words.hasWords }
        met = zip(met, isPrinted(met.map(\.text.path))).filter(\.1).map(\.0)
        return gathered(met, beside: marked, naming: kinds)
    }

    private func gathered(
        _ met: [(text: UnmarkedText, path: [String])],
        beside marked: Set<[String]>,
        naming kinds: KindLibrary
    ) -> [UnmarkedText] {
        var found: [UnmarkedText] = []
        var places: [[String]: Int] = [:]
        for (text, path) in met {
            let sorts = kinds.sorts(ofTextAt: path)
            if !marked.isDisjoint(with: sorts) {
                found.append(text)
            } else if let first = places[sorts[0]] {
                found[first].others += 1
            } else {
                places[sorts[0]] = found.count
                found.append(text)
            }
        }
        return found
    }
}

extension KindLibrary {
    /// What a text belongs to, so that a habit can be seen: a paper, or a field of a kind and its record.
    fileprivate func sorts(ofTextAt path: [String]) -> [[String]] {
        guard path.count > 2, kind(ofMany: path[0]) != nil else { return [[]] }
        let fields = path.dropFirst(2).filter { Int($0) == nil }
        return [[path[0]] + fields, ["", path[0], path[1]]]
    }

    /// Whether a field holds words that each language says in its own way.
    fileprivate func translates(_ path: [String], of paper: String) -> Bool {
        let shared = path.count > 2 ? kind(ofMany: path[0]) : nil
        var fields = (shared ?? self[paper])?.fields ?? []
        var field: FieldDescription?
        for name in shared == nil ? path[...] : path.dropFirst(2) where Int(name) == nil {
            field = fields.first { $0.name == name }
            guard let field, field.isTranslated else { return false }
            fields =
                switch field.type.item {
                case .record(let own): own
                case .kind(let name): self[name]?.fields ?? []
                default: []
                }
        }
        return field?.type.item.isText ?? false
    }
}

extension String {
    /// Whether there is a word in it, and not initials, figures and signs alone.
    fileprivate var hasWords: Bool {
        split { !$0.isLetter }.contains { word in
            word.count > 2
                && (word.contains(where: \.isLowercase) || !word.contains(where: \.isCased))
        }
    }
}
