internal import CICU

extension CLDR {
    /// Several things as a language lists them: “A, B et C”.
    ///
    /// - Parameter isAlternative: “A, B ou C”.
    package func list(_ items: [String], isAlternative: Bool = false, language: String) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return formatted(items, isAlternative, language) ?? items.joined(separator: ", ")
    }

    private func formatted(_ items: [String], _ isAlternative: Bool, _ language: String) -> String?
    {
        let key = ListKey(language: language, isAlternative: isAlternative)
        if lists[key] == nil { lists[key] = icu_list_open(locale(language), isAlternative) }
        guard let list = lists[key] else { return nil }
        let texts = items.map(\.utf16Units)
        let lengths = texts.map { Int32($0.count) }
        let total = lengths.reduce(0) { $0 + Int($1) } + items.count * 16
        // One store for all items, since ICU wants a pointer to each.
        let store: [UInt16] = Array(texts.joined()) + [0]
        return store.withUnsafeBufferPointer { store -> String? in
            var start = store.baseAddress!
            var starts: [UnsafePointer<UInt16>?] = []
            for length in lengths {
                starts.append(start)
                start += Int(length)
            }
            return String.filledByICU(room: total) {
                icu_list_format(list, starts, lengths, Int32(starts.count), $0, $1)
            }
        }
    }
}
