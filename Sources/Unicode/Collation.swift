internal import CICU

extension CLDR {
    /// Bytes that sort as a language sorts the text.
    ///
    /// Source: the Unicode Collation Algorithm (UTS #10) with CLDR's tailorings.
    package func sortKey(of text: String, language: String) -> [UInt8] {
        let locale = locale(language)
        if collators[locale] == nil { collators[locale] = icu_collator_open(locale) }
        guard let collator = collators[locale] else { return Array(text.utf8) }
        let units = text.utf16Units
        let count = Int32(units.count)
        var key = [UInt8](repeating: 0, count: units.count * 4 + 16)
        let length = Int(icu_sort_key(collator, units, count, &key, Int32(key.count)))
        if length > key.count {
            key = [UInt8](repeating: 0, count: length)
            _ = icu_sort_key(collator, units, count, &key, Int32(length))
        }
        // The key ends with a zero that sorts nothing.
        return Array(key.prefix(max(0, length - 1)))
    }

    /// The places of the texts in the order of a language; equal ones keep theirs.
    package func order(of texts: [String], language: String) -> [Int] {
        let keys = texts.map { sortKey(of: $0, language: language) }
        return texts.indices.sorted { a, b in
            if keys[a] == keys[b] { return a < b }
            return keys[a].lexicographicallyPrecedes(keys[b])
        }
    }
}
