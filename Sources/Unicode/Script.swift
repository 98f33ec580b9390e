/// A writing system, by its four letters of ISO 15924.
package struct Script: Hashable, Sendable {
    /// The letters as OpenType packs them: the first in the highest byte.
    package let tag: UInt32

    package init(tag: UInt32) { self.tag = tag }

    /// Takes the first four letters of a code such as `Latn`; a shorter code is filled with spaces.
    package init(_ code: String) {
        var tag: UInt32 = 0
        var count = 0
        for byte in code.utf8.prefix(4) {
            tag = tag << 8 | UInt32(byte)
            count += 1
        }
        while count < 4 {
            tag = tag << 8 | 0x20
            count += 1
        }
        self.tag = tag
    }

    // Numbers, since every word is compared with them; each is the name’s four letters.
    package static let adlam = Script(tag: 0x4164_6C6D)
    package static let arabic = Script(tag: 0x4172_6162)
    package static let common = Script(tag: 0x5A79_7979)
    package static let ethiopic = Script(tag: 0x4574_6869)
    package static let greek = Script(tag: 0x4772_656B)
    package static let inherited = Script(tag: 0x5A69_6E68)
    package static let latin = Script(tag: 0x4C61_746E)
    package static let nko = Script(tag: 0x4E6B_6F6F)
    package static let tifinagh = Script(tag: 0x5466_6E67)
    package static let unknown = Script(tag: 0x5A7A_7A7A)

    /// Whether lines of it run from right to left.
    ///
    /// Source: the script metadata of CLDR.
    package var isRightToLeft: Bool { Self.rightToLeft.contains(tag) }

    /// Whether its letters hang together, so that space between them would tear words apart.
    ///
    /// Source: the scripts of Unicode's ArabicShaping.txt.
    package var isJoined: Bool { tag != Script.latin.tag && Self.joined.contains(tag) }

    /// Whether it has capitals, and so small ones.
    ///
    /// Source: The Unicode Standard, section 5.18; Georgian, whose capitals only whole words are set
    /// in, is left out.
    package var hasCase: Bool { tag == Script.latin.tag || Self.cased.contains(tag) }

    /// Whether type of it slants for emphasis; elsewhere a slant would be a fake one.
    package var hasItalics: Bool { tag == Script.latin.tag || Self.slanted.contains(tag) }

    private static let slanted = Set(["Armn", "Cyrl", "Grek", "Latn"].map { Script($0).tag })

    private static let cased = slanted.union(
        ["Adlm", "Cher", "Copt", "Dsrt", "Glag", "Hung", "Medf", "Osge", "Vith", "Wara"]
            .map { Script($0).tag }
    )

    private static let joined = Set(
        [
            "Adlm", "Arab", "Chrs", "Mand", "Mani", "Mong", "Nkoo", "Ougr", "Phag", "Phlp", "Rohg",
            "Sogd", "Syrc",
        ]
        .map { Script($0).tag }
    )

    private static let rightToLeft = Set(
        [
            "Adlm", "Arab", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Hatr", "Hebr", "Hung", "Khar",
            "Lydi", "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh", "Ougr",
            "Palm", "Phli", "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Sogo", "Syrc",
            "Thaa", "Yezi",
        ]
        .map { Script($0).tag }
    )
}

extension Script: CustomStringConvertible {
    package var description: String {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> UInt32($0)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
