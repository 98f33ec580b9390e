/// How a camera was held and what it thought of resolution.
///
/// Source: CIPA DC-008 (Exif 2.32), section 4.6; TIFF 6.0, section 2.
struct Exif {
    private(set) var orientation = Orientation.upright
    private(set) var resolution: Resolution?

    private let bytes: ArraySlice<UInt8>
    private let putsLowestFirst: Bool
    /// Where the entries stand that are understood, and the fractions that they point at.
    private var entries: [(place: Int, fraction: Int?)] = []

    /// Nil where the bytes are not what the standard says; damage further in only hides entries.
    init?(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        switch bytes.prefix(2) {
        case [0x49, 0x49]: putsLowestFirst = true
        case [0x4D, 0x4D]: putsLowestFirst = false
        default: return nil
        }
        guard number(at: 2, size: 2) == 42, let directory = number(at: 4, size: 4),
            let count = number(at: directory, size: 2)
        else { return nil }
        readEntries(at: directory + 2, count: count)
    }

    private static let understood: Set<Int> = [274, 282, 283, 296]

    /// A segment with what is understood and nothing else; empty where that says nothing.
    var segment: [UInt8] {
        guard orientation != .upright || resolution != nil else { return [] }
        let whole = entries.filter { entry in
            holds(12, at: entry.place) && entry.fraction.map { holds(8, at: $0) } ?? true
        }
        var directory = bytes(of: 42, size: 2) + bytes(of: 8, size: 4)
        directory += bytes(of: whole.count, size: 2)
        var fractions: [UInt8] = []
        // After the mark of order, the directory, its entries and the place of a next one.
        let end = 8 + 2 + whole.count * 12 + 4
        for entry in whole {
            directory += slice(at: entry.place, size: entry.fraction == nil ? 12 : 8)
            guard let fraction = entry.fraction else { continue }
            directory += bytes(of: end + fractions.count, size: 4)
            fractions += slice(at: fraction, size: 8)
        }
        directory += bytes(of: 0, size: 4)
        let body = Array("Exif\0\0".utf8) + bytes.prefix(2) + directory + fractions
        let length = body.count + 2
        return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + body
    }

    private func holds(_ size: Int, at offset: Int) -> Bool {
        offset >= 0 && offset + size <= bytes.count
    }

    private func slice(at offset: Int, size: Int) -> ArraySlice<UInt8> {
        bytes[bytes.startIndex + offset..<bytes.startIndex + offset + size]
    }

    private func bytes(of number: Int, size: Int) -> [UInt8] {
        let digits = (0..<size).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        return putsLowestFirst ? digits : digits.reversed()
    }

    private mutating func readEntries(at start: Int, count: Int) {
        var (across, down, inches) = (0.0, 0.0, 1.0)
        for index in 0..<count {
            let entry = start + index * 12
            guard let tag = number(at: entry, size: 2) else { break }
            if Self.understood.contains(tag) {
                let place = [282, 283].contains(tag) ? number(at: entry + 8, size: 4) : nil
                entries.append((entry, place))
            }
            switch tag {
            case 274:
                orientation =
                    number(at: entry + 8, size: 2).flatMap(Orientation.init) ?? .upright
            case 282: across = fraction(of: entry) ?? 0
            case 283: down = fraction(of: entry) ?? 0
            case 296: inches = number(at: entry + 8, size: 2) == 3 ? 2.54 : 1
            default: break
            }
        }
        resolution = Resolution(across: across * inches, down: down * inches)
    }

    private func fraction(of entry: Int) -> Double? {
        guard let place = number(at: entry + 8, size: 4),
            let above = number(at: place, size: 4), let below = number(at: place + 4, size: 4),
            below > 0
        else { return nil }
        return Double(above) / Double(below)
    }

    private func number(at offset: Int, size: Int) -> Int? {
        guard holds(size, at: offset) else { return nil }
        let digits = slice(at: offset, size: size)
        return putsLowestFirst
            ? digits.reversed().reduce(0) { $0 << 8 | Int($1) }
            : digits.reduce(0) { $0 << 8 | Int($1) }
    }
}
