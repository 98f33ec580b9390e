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

    package static let adlam = Script("Adlm")
    package static let arabic = Script("Arab")
    package static let common = Script("Zyyy")
    package static let ethiopic = Script("Ethi")
    package static let hebrew = Script("Hebr")
    package static let inherited = Script("Zinh")
    package static let latin = Script("Latn")
    package static let nko = Script("Nkoo")
    package static let tifinagh = Script("Tfng")
    package static let unknown = Script("Zzzz")

    /// Whether lines of it run from right to left.
    ///
    /// Source: the script metadata of CLDR.
    package var isRightToLeft: Bool { Self.rightToLeft.contains(tag) }

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
