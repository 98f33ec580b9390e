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
    /// The places in use, in their order; one nameless column where no two are used at once.
    let columns: [Int?]
    /// The times at which rows begin.
    let rows: [ClockTime]
    /// For each row, what goes on in it.
    private let present: [[Int]]
    private var stands: [Stand] = []
    /// For each row, the stand in each column; none of them overlap.
    private var taken: [[Int?]]

    /// - Parameter others: Places that have a column as well, since other tables beside this one use them.
    init(_ happenings: [Happening], places: [Value], alsoUsed others: Set<Int>) {
        self.happenings = happenings
        self.places = places
        let visited = others.union(happenings.compactMap(\.place))
        let used = places.indices.filter { visited.contains($0) }
        rows = Set(happenings.map(\.hours.start)).sorted()
        let spans = happenings.map { [rows] in Self.rows(of: $0.hours, among: rows) }
        let present = Self.present(in: rows.count, by: spans)
        self.present = present
        // Where nothing happens beside anything else, all goes across and no place needs a head.
        let isAbreast = present.contains { $0.count > 1 }
        columns = used.count < 2 || !isAbreast ? [nil] : used
        taken = Array(repeating: Array(repeating: nil, count: columns.count), count: rows.count)
        deal(spans)
    }

    // MARK: Dealing

    private static func rows(of hours: TimeRange, among rows: [ClockTime]) -> Range<Int> {
        let first = rows.firstPlace { $0 >= hours.start }
        guard let end = hours.end else { return first..<first + 1 }
        return first..<max(first + 1, rows.firstPlace { $0 >= end })
    }

    private static func present(in rows: Int, by spans: [Range<Int>]) -> [[Int]] {
        var present: [[Int]] = Array(repeating: [], count: rows)
        for (index, span) in spans.enumerated() {
            for row in span { present[row].append(index) }
        }
        return present
    }

    /// What has a place of its own takes it first; the rest has what is left.
    private mutating func deal(_ spans: [Range<Int>]) {
        let ordered = happenings.indices.sorted {
            let (a, b) = (happenings[$0], happenings[$1])
            if (a.place == nil) != (b.place == nil) { return a.place != nil }
            return (a.hours.start, $0) < (b.hours.start, $1)
        }
        let column = Dictionary(
            columns.enumerated().compactMap { index, place in place.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first }
        )
        for index in ordered {
            let own = happenings[index].place.flatMap { column[$0] }
            place(index, in: spans[index], column: own)
        }
    }

    private mutating func place(_ index: Int, in rows: Range<Int>, column: Int?) {
        let isAlone = rows.allSatisfy { present[$0].count == 1 }
        let wanted = isAlone ? 0..<columns.count : column.map { $0..<$0 + 1 }
        let columns = wanted ?? widestFree(in: rows)
        if let hit = firstStand(in: rows, columns) {
            stands[hit].happenings.append(index)
            return
        }
        for row in rows {
            for column in columns { taken[row][column] = stands.count }
        }
        stands.append(Stand(happenings: [index], rows: rows, columns: columns))
    }

    private func firstStand(in rows: Range<Int>, _ columns: Range<Int>) -> Int? {
        rows.compactMap { taken[$0][columns].compactMap(\.self).min() }.min()
    }

    /// The most columns side by side that nothing stands in; all of them where there are none.
    private func widestFree(in rows: Range<Int>) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for column in 0...columns.count {
            let isTaken =
                column == columns.count || rows.contains { taken[$0][column] != nil }
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
            if let stand = taken[row][column].map({ stands[$0] }) {
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
        let ends = present[row].map { happenings[$0].hours }
            .filter { $0.start == rows[row] }.map(\.end)
        let isOne = ends.allSatisfy { $0 == ends.first }
        return TimeRange(start: rows[row], end: isOne ? ends.first ?? nil : nil)
    }

    /// What a row's height stands for at the least: nothing where all that goes on in it stands back.
    func minutes(ofRow row: Int) -> Int {
        minutes(ofRow: row, for: present[row].map { happenings[$0] }.filter { !$0.isQuiet })
    }

    /// What its height stands for where there is room: how long all of it goes on, and half of that where it
    /// stands back.
    func mostMinutes(ofRow row: Int) -> Double {
        let all = Double(minutes(ofRow: row, for: present[row].map { happenings[$0] }))
        return max(Double(minutes(ofRow: row)), all / 2)
    }

    private func minutes(ofRow row: Int, for present: [Happening]) -> Int {
        guard !present.isEmpty else { return 0 }
        let start = rows[row]
        let last = present.compactMap(\.hours.end).max()
        let next = row + 1 < rows.count ? rows[row + 1] : nil
        let end = min(next ?? last ?? start, last ?? next ?? start)
        return max(0, end.minutes - start.minutes)
    }
}
