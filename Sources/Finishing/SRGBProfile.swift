import Glibc

/// The colour profile of the screen, built from the numbers of its standard.
///
/// Sources: IEC 61966-2-1 (sRGB: primaries, white, transfer curve); ICC.1:2010 (profile format
/// 4.2); the Bradford matrix for adaptation to D50 is the one annex E of the latter gives.
struct SRGBProfile {
    private typealias Vector = [Double]

    private static let primaries: [(x: Double, y: Double)] = [
        (0.64, 0.33), (0.30, 0.60), (0.15, 0.06),
    ]
    private static let white = (x: 0.3127, y: 0.3290)
    private static let d50: Vector = [0.9642, 1, 0.8249]
    private static let bradford: [Vector] = [
        [0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296],
    ]

    /// The profile as it stands in a file.
    static var bytes: [UInt8] {
        let adaptation = self.adaptation
        let colorants = self.colorants(adaptedBy: adaptation)
        let curve = parametricCurve
        var tags: [(name: String, data: [UInt8])] = [
            ("desc", text("sRGB IEC61966-2.1")), ("cprt", text("Public domain")),
            ("wtpt", xyz(d50)), ("chad", type("sf32") + adaptation.joined().flatMap(fixed)),
        ]
        for (name, colorant) in zip(["rXYZ", "gXYZ", "bXYZ"], colorants) {
            tags.append((name, xyz(colorant)))
        }
        for name in ["rTRC", "gTRC", "bTRC"] { tags.append((name, curve)) }
        return assemble(tags)
    }

    // MARK: Colour

    private static func xyz(x: Double, y: Double) -> Vector { [x / y, 1, (1 - x - y) / y] }

    private static var adaptation: [Vector] {
        let from = multiply(bradford, xyz(x: white.x, y: white.y))
        let to = multiply(bradford, d50)
        let scaled = zip(zip(to, from), bradford).map { gains, row in
            row.map { $0 * gains.0 / gains.1 }
        }
        return multiply(inverse(bradford), scaled)
    }

    /// How much of X, Y and Z each primary gives when all three together give white.
    private static func colorants(adaptedBy adaptation: [Vector]) -> [Vector] {
        let columns = primaries.map { xyz(x: $0.x, y: $0.y) }
        let matrix = (0..<3).map { row in columns.map { $0[row] } }
        let gains = multiply(inverse(matrix), xyz(x: white.x, y: white.y))
        return zip(columns, gains).map { column, gain in
            multiply(adaptation, column.map { $0 * gain })
        }
    }

    private static func multiply(_ matrix: [Vector], _ vector: Vector) -> Vector {
        matrix.map { $0[0] * vector[0] + $0[1] * vector[1] + $0[2] * vector[2] }
    }

    private static func multiply(_ a: [Vector], _ b: [Vector]) -> [Vector] {
        a.map { row in
            (0..<3).map { row[0] * b[0][$0] + row[1] * b[1][$0] + row[2] * b[2][$0] }
        }
    }

    private static func inverse(_ m: [Vector]) -> [Vector] {
        func minor(_ r: Int, _ c: Int) -> Double {
            let (r1, r2) = ((r + 1) % 3, (r + 2) % 3)
            let (c1, c2) = ((c + 1) % 3, (c + 2) % 3)
            return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
        }
        let determinant = m[0][0] * minor(0, 0) + m[0][1] * minor(0, 1) + m[0][2] * minor(0, 2)
        return (0..<3).map { row in (0..<3).map { minor($0, row) / determinant } }
    }

    // MARK: Format

    private static func big(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func fixed(_ value: Double) -> [UInt8] {
        big(UInt32(bitPattern: Int32((value * 65536).rounded())))
    }

    private static func type(_ name: String) -> [UInt8] { Array(name.utf8) + big(0) }

    private static func xyz(_ value: Vector) -> [UInt8] { type("XYZ ") + value.flatMap(fixed) }

    private static func text(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        return type("mluc") + big(1) + big(12) + Array("enUS".utf8) + big(UInt32(units.count))
            + big(28) + units
    }

    /// A straight foot, then the power 2.4.
    private static var parametricCurve: [UInt8] {
        type("para") + [0, 3, 0, 0]
            + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
    }

    private static func header(size: Int) -> [UInt8] {
        var header = big(UInt32(size)) + big(0) + [4, 0x20, 0, 0]
        header += Array("mntrRGB XYZ ".utf8)
        // The day on which this form of the profile was fixed; a profile without a date is none.
        header += [2000, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
        header += d50.flatMap(fixed)
        return header + [UInt8](repeating: 0, count: 128 - header.count)
    }

    /// Puts the tags behind their table; equal ones are there once.
    private static func assemble(_ tags: [(name: String, data: [UInt8])]) -> [UInt8] {
        let start = 128 + 4 + tags.count * 12
        var table = big(UInt32(tags.count))
        var body: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        for tag in tags {
            let place = places[tag.data] ?? start + body.count
            if places.updateValue(place, forKey: tag.data) == nil {
                body += tag.data + [UInt8](repeating: 0, count: (4 - tag.data.count % 4) % 4)
            }
            table += Array(tag.name.utf8) + big(UInt32(place)) + big(UInt32(tag.data.count))
        }
        return header(size: start + body.count) + table + body
    }
}
