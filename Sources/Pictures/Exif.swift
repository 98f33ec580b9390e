/// How a camera was held and what it thought of resolution.
///
/// Source: CIPA DC-008 (Exif 2.32), section 4.6; TIFF 6.0, section 2.
struct Exif {
    private(set) var orientation = Orientation.upright
    private(set) var resolution: Resolution?

    private let bytes: ArraySlice<UInt8>
    private let putsLowestFirst: Bool

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

    private mutating func readEntries(at start: Int, count: Int) {
        var (across, down, inches) = (0.0, 0.0, 1.0)
        for index in 0..<count {
            let entry = start + index * 12
            guard let tag = number(at: entry, size: 2) else { break }
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
        guard offset >= 0, offset + size <= bytes.count else { return nil }
        let digits = bytes[bytes.startIndex + offset..<bytes.startIndex + offset + size]
        return putsLowestFirst
            ? digits.reversed().reduce(0) { $0 << 8 | Int($1) }
            : digits.reduce(0) { $0 << 8 | Int($1) }
    }
}
