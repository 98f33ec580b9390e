import Units

/// The modules of a code before one of eight masks is laid over its data, and the choice of that
/// mask.
///
/// A row is one word of the machine, its first module the lowest bit, so a whole row is judged at
/// once where libqrencode looks at one module after the other; both come to the same mask.
///
/// Source: ISO/IEC 18004:2015, sections 7.8 (data masking) and 7.9 (format information).
struct DataMasking {
    private let side: Int
    private let rows: [UInt64]
    /// Which modules are data, and so are masked.
    private let data: [UInt64]

    /// That of version 11; larger codes are masked by the library.
    static let largestSide = 61

    /// - Parameters:
    ///   - cells: As the library has them, a byte a module row by row: the lowest bit is black, the
    ///     highest says that it is no data.
    ///   - mask: The one that lies over them.
    init(cells: UnsafeBufferPointer<UInt8>, side: Int, under mask: Int) {
        precondition(
            side <= DataMasking.largestSide && cells.count == side * side,
            "a row of modules fits a word"
        )
        var rows: [UInt64] = []
        var data: [UInt64] = []
        let pattern = DataMasking.patterns[mask]
        for row in 0..<side {
            var (black, free) = (UInt64(0), UInt64(0))
            for column in (0..<side).reversed() {
                let cell = UInt64(cells[row &* side &+ column])
                black = black &<< 1 | cell & 1
                free = free &<< 1 | (~cell &>> 7) & 1
            }
            rows.append(black ^ pattern[row % 12] & free)
            data.append(free)
        }
        self.side = side
        self.rows = rows
        self.data = data
    }

    /// The code under the mask that troubles readers least.
    func best() -> ModuleSquare {
        var best: (demerits: Int, rows: [UInt64]) = (.max, [])
        for mask in 0..<8 {
            let pattern = DataMasking.patterns[mask]
            var masked = rows
            for row in 0..<side { masked[row] ^= pattern[row % 12] & data[row] }
            writeFormat(of: mask, into: &masked)
            let demerits = MaskDemerits.sum(of: masked)
            if demerits < best.demerits { best = (demerits, masked) }
        }
        let width = (side + 31) / 32
        let words = best.rows.flatMap { row in
            (0..<width).map { UInt32(truncatingIfNeeded: row >> UInt64(32 * $0)) }
        }
        return ModuleSquare(side: side, words: words)
    }

    /// The rows of each mask, which repeat after twelve at the latest, as modules of a row do.
    private static let patterns: [[UInt64]] = (0..<8).map { mask in
        (0..<12).map { row in
            let twelve = (0..<12).reduce(0 as UInt64) {
                $0 | (flips(mask, row, $1) ? 1 : 0) << UInt64($1)
            }
            return (0..<6).reduce(0) { $0 | twelve << UInt64(12 * $1) }
        }
    }

    private static func flips(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
        switch mask {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: i * j % 2 + i * j % 3 == 0
        case 6: (i * j % 2 + i * j % 3) % 2 == 0
        default: (i * j % 3 + (i + j) % 2) % 2 == 0
        }
    }

    // MARK: Format information

    /// Level M is called 00, so that only the mask is to be said.
    private static func format(of mask: Int) -> Int {
        var rest = mask << 10
        for bit in (10..<15).reversed() where rest >> bit & 1 == 1 { rest ^= 0x537 << (bit - 10) }
        return (mask << 10 | rest) ^ 0x5412
    }

    /// Twice: around the upper left finder, and shared by the other two; the lowest bit first.
    private func writeFormat(of mask: Int, into rows: inout [UInt64]) {
        let format = DataMasking.format(of: mask)
        func set(_ row: Int, _ column: Int, to bit: Int) {
            let module = UInt64(1) << UInt64(column)
            rows[row] = format >> bit & 1 == 1 ? rows[row] | module : rows[row] & ~module
        }
        for bit in 0..<15 {
            if bit < 8 {
                set(bit < 6 ? bit : bit + 1, 8, to: bit)
                set(8, side - 1 - bit, to: bit)
            } else {
                set(side - 15 + bit, 8, to: bit)
                set(8, bit == 8 ? 7 : 14 - bit, to: bit)
            }
        }
    }
}
