import Content

/// What happens when and where, dealt out to the rows and columns of a table.
///
/// A row begins wherever something begins. Things that overlap in one place share a cell, so that
/// none is lost.
struct Schedule {
    struct Happening {
        var value: Value
        var hours: TimeRange
        /// Index of its place; nil where it has none.
        var place: Int?
        /// Stands back, as breaks do.
        var isQuiet = false
    }

    /// A cell: what happens in it, and the rows and columns it takes.
    struct Stand {
        var happenings: [Int]
        var rows: Range<Int>
        var columns: Range<Int>
    }

    enum Spot {
        case free
        case taken(Stand)
    }

    let happenings: [Happening]
    let places: [Value]
    /// The places in use, in their order; one nameless column where there are not two.
    let columns: [Int?]
    /// The times at which rows begin.
    let rows: [ClockTime]
    private var stands: [Stand] = []

    init(_ happenings: [Happening], places: [Value]) {
        self.happenings = happenings
        self.places = places
        let used = places.indices.filter { place in happenings.contains { $0.place == place } }
        columns = used.count < 2 ? [nil] : used
        rows = Set(happenings.map(\.hours.start)).sorted()
        // What has a place of its own takes it first; the rest has what is left.
        let ordered = happenings.indices.sorted {
            let (a, b) = (happenings[$0], happenings[$1])
            if (a.place == nil) != (b.place == nil) { return a.place != nil }
            return (a.hours.start, $0) < (b.hours.start, $1)
        }
        for index in ordered { place(index) }
    }

    // MARK: Dealing

    private mutating func place(_ index: Int) {
        let rows = rowsTaken(by: happenings[index])
        let column = columns.firstIndex { $0 != nil && $0 == happenings[index].place }
        let wanted = isAlone(index, in: rows) ? 0..<columns.count : column.map { $0..<$0 + 1 }
        let columns = wanted ?? widestFree(in: rows)
        let hit = stands.firstIndex {
            $0.rows.overlaps(rows) && $0.columns.overlaps(columns)
        }
        guard let hit else {
            stands.append(Stand(happenings: [index], rows: rows, columns: columns))
            return
        }
        stands[hit].happenings.append(index)
    }

    private func rowsTaken(by happening: Happening) -> Range<Int> {
        let first = rows.firstIndex(of: happening.hours.start) ?? 0
        guard let end = happening.hours.end else { return first..<first + 1 }
        return first..<max(first + 1, rows.firstIndex { $0 >= end } ?? rows.count)
    }

    private func isAlone(_ index: Int, in rows: Range<Int>) -> Bool {
        happenings.indices.allSatisfy {
            $0 == index || !rowsTaken(by: happenings[$0]).overlaps(rows)
        }
    }

    /// The most columns side by side that nothing stands in; all of them where there are none.
    private func widestFree(in rows: Range<Int>) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for column in 0...columns.count {
            let isTaken =
                column == columns.count
                || stands.contains { $0.rows.overlaps(rows) && $0.columns.contains(column) }
            guard isTaken else { continue }
            if column - start > best.count { best = start..<column }
            start = column + 1
        }
        return best.isEmpty ? 0..<columns.count : best
    }

    // MARK: Reading off

    /// The cells that begin in a row, from the first column on.
    func spots(startingIn row: Int) -> [Spot] {
        var spots: [Spot] = []
        var column = 0
        while column < columns.count {
            let stand = stands.first { $0.rows.contains(row) && $0.columns.contains(column) }
            if let stand {
                if stand.rows.lowerBound == row { spots.append(.taken(stand)) }
                column = stand.columns.upperBound
            } else {
                spots.append(.free)
                column += 1
            }
        }
        return spots
    }

    /// From the row’s start to the end of what begins in it, where that is one time.
    func hours(ofRow row: Int) -> TimeRange {
        let ends = happenings.filter { $0.hours.start == rows[row] }.map(\.hours.end)
        let isOne = ends.allSatisfy { $0 == ends.first }
        return TimeRange(start: rows[row], end: isOne ? ends.first ?? nil : nil)
    }

    /// What a row's height stands for: nothing where all that goes on in it stands back.
    func minutes(ofRow row: Int) -> Int {
        let start = rows[row]
        let present = happenings.filter { rowsTaken(by: $0).contains(row) && !$0.isQuiet }
        guard !present.isEmpty else { return 0 }
        let last = present.compactMap(\.hours.end).max()
        let next = row + 1 < rows.count ? rows[row + 1] : nil
        let end = min(next ?? last ?? start, last ?? next ?? start)
        return max(0, end.minutes - start.minutes)
    }
}
