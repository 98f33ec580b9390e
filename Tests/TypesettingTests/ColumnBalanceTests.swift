import Testing
import Typesetting

@Suite struct ColumnBalanceTests {
    /// Strips whose heights, spaces and legal breaks come from a small generator.
    private struct Trial {
        var measures: [StripMeasure] = []
        var costs: [Double] = []

        init(seed: UInt64, count: Int) {
            var state = seed &* 6_364_136_223_846_793_005 &+ 1
            func next(_ limit: UInt64) -> Double {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double((state >> 33) % limit)
            }
            for _ in 0..<count {
                measures.append(
                    StripMeasure(height: 5 + next(20), spaceBefore: next(3) * 4)
                )
                costs.append(next(3) == 0 ? .infinity : 0)
            }
        }

        func height(_ range: Range<Int>) -> Double {
            var cursor = StackCursor()
            for index in range { _ = cursor.place(measures[index]) }
            return cursor.foot
        }

        /// The least height over every way of dividing, by trying them all.
        func best(from start: Int, columns: Int) -> Double {
            let end = measures.count
            guard columns > 1 else { return height(start..<end) }
            var least = height(start..<end)
            for cut in start + 1..<max(end, start + 2) where cut < end && costs[cut] == 0 {
                least = min(least, max(height(start..<cut), best(from: cut, columns: columns - 1)))
            }
            return least
        }
    }

    @Test(arguments: 0..<60)
    func findsTheLeastHeightThatBruteForceFinds(_ seed: UInt64) throws {
        let trial = Trial(seed: seed, count: 4 + Int(seed % 9))
        for columns in 1...3 {
            let balance = ColumnBalance(
                measures: trial.measures,
                costs: trial.costs,
                columns: columns
            )
            let found = try #require(
                balance.level(0..<trial.measures.count, within: .infinity, dearest: 0)
            )
            #expect(abs(found.height - trial.best(from: 0, columns: columns)) < 0.01)
            #expect(found.ends.last == trial.measures.count)
        }
    }

    /// A head that stands again over the second column takes room from it.
    @Test func countsWhatStandsAboveAColumn() {
        let strips = [StripMeasure](repeating: StripMeasure(height: 10), count: 8)
        func ends(_ head: Double) -> [Int] {
            let heads = [0] + [Double](repeating: head, count: 7)
            return ColumnBalance(
                measures: strips,
                costs: [Double](repeating: 0, count: 8),
                heads: heads,
                columns: 2
            )
            .ends(from: 0, within: 200)
        }
        #expect(ends(0) == [4, 8])
        #expect(ends(20) == [5, 8])
    }

    @Test func fillsColumnsInOrderWhereNotAllFits() {
        let trial = Trial(seed: 3, count: 40)
        let balance = ColumnBalance(measures: trial.measures, costs: trial.costs, columns: 2)
        let ends = balance.ends(from: 0, within: 60)
        #expect(ends.count == 2 && ends[0] < ends[1] && ends[1] < 40)
    }

    @Test func takesAStripTooTallForAnyColumnByItself() {
        let trial = Trial(seed: 5, count: 3)
        let balance = ColumnBalance(measures: trial.measures, costs: trial.costs, columns: 2)
        #expect(balance.ends(from: 0, within: 1) == [1, 2])
    }
}
