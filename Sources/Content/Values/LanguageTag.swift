/// The name of a language, such as `fr`, `pt-BR` or `bm-Nkoo`.
///
/// Source: BCP 47 (RFC 5646), of which primary language, script and region are understood.
package struct LanguageTag: Hashable, Sendable {
    package let tag: String

    package init(_ tag: String) { self.tag = tag }

    /// The part before the first hyphen, in small letters.
    package var primary: String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    package func isRelated(to other: LanguageTag) -> Bool {
        tag == other.tag || primary == other.primary
    }

    /// Whether the tag has the shape of one: letters, then groups of letters and digits.
    package var isWellFormed: Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
        guard first.utf8.allSatisfy({ $0.isASCIILetter }) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        }
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}
