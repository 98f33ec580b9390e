/// The name of a language, such as `fr`, `pt-BR` or `bm-Nkoo`.
///
/// Source: BCP 47 (RFC 5646), of which primary language, script and region are understood.
package struct LanguageTag: Hashable, Sendable {
    package let tag: String

    package init(_ tag: String) { self.tag = tag }

    /// The part before the first hyphen, in small letters.
    package var primary: String {
        if tag.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) {
            return tag
        }
        return String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// The tag in the letters that are usual: `fr`, `fr-SN`, `ff-Adlm`.
    ///
    /// Source: RFC 5646, section 2.1.1; case has no meaning in tags.
    var canonical: String {
        let parts = tag.split(separator: "-")
        return parts.enumerated().map { index, part in
            switch part.count {
            case 2 where index > 0: part.uppercased()
            case 4 where index > 0: part.capitalisedInitial
            default: part.lowercased()
            }
        }.joined(separator: "-")
    }

    /// Whether one is a kind of the other’s language: `fr-CA` and `fr`, and `fr-CH` too.
    package func isRelated(to other: LanguageTag) -> Bool {
        tag == other.tag || primary == other.primary
    }

    /// Whether the tag has the shape of one: letters, then groups of letters and digits.
    package var isWellFormed: Bool {
        let first = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
        guard (2...3).contains(first.count), first.allSatisfy(\.isASCIILetter) else { return false }
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
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

extension Substring {
    fileprivate var capitalisedInitial: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
