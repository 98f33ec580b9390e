/// What in a square of modules troubles readers, rows and columns being words of the machine.
///
/// Source: ISO/IEC 18004:2015, section 7.8.3.1, as libqrencode counts it: a finder's likeness counts
/// once, whichever side of it is clear.
enum MaskDemerits {
    static func sum(of rows: [UInt64]) -> Int {
        let side = rows.count
        var sum = imbalance(of: rows) + blocks(in: rows)
        for line in rows { sum += runs(in: line, side) + finders(in: line) }
        for line in transposed(rows) { sum += runs(in: line, side) + finders(in: line) }
        return sum
    }

    /// Ten for every five per cent by which black is not half of all.
    private static func imbalance(of rows: [UInt64]) -> Int {
        let all = rows.count * rows.count
        let black = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        return abs((200 * black + all) / all / 2 - 50) / 5 * 10
    }

    /// Three for every two by two of one colour.
    private static func blocks(in rows: [UInt64]) -> Int {
        let inner = (UInt64(1) << UInt64(rows.count - 1)) - 1
        var count = 0
        var above = rows[0]
        for row in rows.dropFirst() {
            count +=
                (~(above ^ above &>> 1) & ~(row ^ row &>> 1) & ~(above ^ row) & inner)
                .nonzeroBitCount
            above = row
        }
        return 3 * count
    }

    /// Three for five of one colour in a row, one more for each beyond.
    private static func runs(in line: UInt64, _ side: Int) -> Int {
        let alike = ~(line ^ line &>> 1) & ((1 << UInt64(side - 1)) - 1)
        let pairs = alike & alike &>> 1
        let fives = pairs & pairs &>> 2
        if fives == 0 { return 0 }
        return fives.nonzeroBitCount + 2 * (fives & ~(fives &<< 1)).nonzeroBitCount
    }

    /// Forty for what has a finder's proportions, 1 to 1 to 3 to 1 to 1, with four clear beside it;
    /// around the code all is clear.
    private static func finders(in line: UInt64) -> Int {
        var count = 0
        // The smallest, which are nearly all there are, in one go.
        let small =
            line & line &>> 2 & line &>> 3 & line &>> 4 & line &>> 6
            & ~(line &<< 1 | line &>> 1 | line &>> 5 | line &>> 7)
        if small != 0 { count += clear(small, in: line, unit: 1) }
        let pairs = line & line &>> 1
        let sixes = pairs & pairs &>> 2 & pairs &>> 4
        if sixes != 0 { count += largeFinders(in: line) }
        return 40 * count
    }

    /// Those of two modules a unit and more.
    private static func largeFinders(in line: UInt64) -> Int {
        var count = 0
        var unit: UInt64 = 2
        var (black, white) = (line & line &>> 1, ~line & ~line &>> 1)
        while true {
            // Where the three units in the middle begin: a unit of black, twice one more after it.
            let middle = black & black >> unit & black >> (2 * unit)
            if middle == 0 { return count }
            let likeness =
                black & white >> unit & middle >> (2 * unit) & white >> (5 * unit)
                & black >> (6 * unit) & ~(line << 1) & ~(line >> (7 * unit))
            if likeness != 0 { count += clear(likeness, in: line, unit: unit) }
            black &= line >> unit
            white &= ~line >> unit
            unit += 1
        }
    }

    /// How many of the places where a finder's likeness begins have four units clear on one side.
    private static func clear(_ places: UInt64, in line: UInt64, unit: UInt64) -> Int {
        let before = (1...4 * unit).reduce(~0) { $0 & ~(line << $1) }
        let after = (7 * unit..<11 * unit).reduce(~0) { $0 & ~(line >> $1) }
        return (places & (before | after)).nonzeroBitCount
    }

    /// Columns as rows: blocks of a half, a quarter and so on change places.
    private static func transposed(_ rows: [UInt64]) -> ArraySlice<UInt64> {
        var all = rows + Array(repeating: 0, count: 64 - rows.count)
        var half = 32
        var mask: UInt64 = 0xFFFF_FFFF
        while half > 0 {
            var index = 0
            while index < 64 {
                let swapped = (all[index] &>> UInt64(half) ^ all[index + half]) & mask
                all[index] ^= swapped &<< UInt64(half)
                all[index + half] ^= swapped
                index = (index + half + 1) & ~half
            }
            half /= 2
            mask ^= mask &<< UInt64(half)
        }
        return all[..<rows.count]
    }
}
