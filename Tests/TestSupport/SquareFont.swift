/// A font of squares, made as bytes: exact to the pixel, and nobody's but ours.
///
/// An em has 1000 units. Glyph 0 is empty, glyph 1 is a space, and each of the twenty-six from
/// 2 on is a square that stands on the baseline and fills the em; each advances by one em.
///
/// Source: OpenType 1.9, the tables that TrueType outlines need.
package enum SquareFont {
    package static let space: UInt32 = 1
    package static let glyphCount: UInt32 = 28

    /// The square that stands for a letter from `a` to `z`; the space for anything else.
    package static func glyph(for letter: UInt8) -> UInt32 {
        (0x61...0x7A).contains(letter) ? UInt32(letter - 0x61) + 2 : space
    }

    package static let bytes: [UInt8] = font(of: [
        ("OS/2", os2), ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", hmtx),
        ("loca", loca), ("maxp", maxp), ("name", name), ("post", post),
    ])

    private static let head =
        words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, 1000, 0, 0, 0, 0, 0, 0, 0, 0)
        + words(0, 0, 1000, 1000, 0, 8, 2, 1, 0)
    private static let hhea =
        words(1, 0, 1000, 0, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, Int(glyphCount))
    private static let maxp =
        words(1, 0, Int(glyphCount), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    private static let hmtx = (0..<glyphCount).flatMap { _ in words(1000, 0) }
    private static let loca = (0...glyphCount).flatMap { index in
        let offset = index < 3 ? 0 : (Int(index) - 2) * square.count
        return words(offset >> 16, offset & 0xFFFF)
    }
    private static let glyf = (2..<glyphCount).flatMap { _ in square }
    /// One contour of four points on the curve, no instructions.
    private static let square =
        words(1, 0, 0, 1000, 1000, 3, 0)
        + [1, 1, 1, 1]
        + words(0, 0, 1000, 0, 0, 1000, 0, 0xFC18)
        + [0, 0]
    private static let post = words(3, 0, 0, 0, 0xFF9C, 50) + [UInt8](repeating: 0, count: 20)
    private static let os2 =
        words(4, 1000, 400, 5, 0) + [UInt8](repeating: 0, count: 58)
        + words(1000, 0, 0, 1000, 0) + [UInt8](repeating: 0, count: 8)
        + words(500, 700, 0, 32, 1)
    private static let name: [UInt8] = {
        let text = "Square".utf8.flatMap { [UInt8(0), $0] }
        let records = [1, 4, 6].flatMap { words(3, 1, 0x409, $0, text.count, 0) }
        return words(0, 3, 6 + records.count) + records + text
    }()

    private static func words(_ values: Int...) -> [UInt8] {
        values.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
    }

    private static func font(of tables: [(String, [UInt8])]) -> [UInt8] {
        var directory = words(1, 0, tables.count, 128, 3, tables.count * 16 - 128)
        var body: [UInt8] = []
        for (tag, table) in tables {
            let offset = 12 + tables.count * 16 + body.count
            directory += Array(tag.utf8) + words(0, 0, offset >> 16, offset & 0xFFFF)
            directory += words(table.count >> 16, table.count & 0xFFFF)
            body += table + [UInt8](repeating: 0, count: (4 - table.count % 4) % 4)
        }
        return directory + body
    }
}
