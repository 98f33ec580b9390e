import TestSupport
import Testing
import Units

@testable import Linebreaking

@Suite struct TotalFitTests {
    @Test func keepsEveryLineWithinItsBounds() {
        for measure in stride(from: 60.0, to: 300, by: 17) {
            let breaks = TotalFit(text(200), measures: measures(measure)).broken()
            #expect(breaks.lines.allSatisfy { $0.ratio >= -1 && $0.excess == .zero })
            #expect(breaks.lines.last?.items.upperBound == text(200).count)
        }
    }

    @Test func adjoiningLinesHoldEveryBoxOnce() {
        let items = text(300)
        let breaks = TotalFit(items, measures: measures(120)).broken()
        let held = breaks.lines.flatMap { line in line.items.filter { items[$0].kind == .box } }
        #expect(held == items.indices.filter { items[$0].kind == .box })
    }

    @Test func letsAnOverWideWordStickOutAlone() {
        var items = text(20)
        items.insert(contentsOf: [.box(width: .pt(500)), space], at: 20)
        let breaks = TotalFit(items, measures: measures(100)).broken()
        let overfull = breaks.lines.filter { $0.excess > .zero }
        #expect(overfull.map(\.items) == [20..<21])
        #expect(overfull.first?.excess.isNearly(.pt(400)) == true)
    }

    @Test func findsANarrowWayThatOnlyLooseLinesAllow() {
        let items = [30.0, 80, 80, 30, 95].flatMap { [Item.box(width: .pt($0)), space] }.dropLast()
        let breaks = TotalFit(Array(items), measures: measures(100)).broken()
        #expect(!breaks.isOverfull)
        #expect(breaks.lines.count == 5)
    }

    /// A last line that is the rest of a word is worth a looser line before it.
    @Test func leavesNoRestOfAWordForALastLine() {
        var items: [Item] = []
        for _ in 0..<10 {
            items += [
                .box(width: .pt(6.1)), .glue(width: .pt(3), stretch: .pt(1.5), shrink: .pt(1)),
            ]
        }
        let hyphen = Item.penalty(cost: 60, width: .pt(4), isFlagged: true)
        items += [.box(width: .pt(5)), hyphen, .box(width: .pt(40))]
        let breaks = TotalFit(items, measures: measures(100)).broken()
        #expect(breaks.lines.map(\.isFlagged) == [false, false] && !breaks.endsInRunt)
        var manners = Manners()
        manners.fragmentDemerits = 0
        manners.finalHyphenDemerits = 0
        let divided = TotalFit(items, measures: measures(100), manners: manners).broken()
        #expect(divided.lines.map(\.isFlagged) == [true, false] && divided.endsInRunt)
    }

    @Test func endsALineWithItsHyphenOrWithWhatItsLastBoxLeavesOut() {
        var box = Item.box(width: .pt(10))
        box.hangEnd = .pt(1)
        var hyphen = Item.penalty(cost: 50, width: .pt(4), isFlagged: true)
        hyphen.hangEnd = .pt(3)
        let items = [box, hyphen, box, .noBreak, space, box]
        let gains = [1, 3, 6].map { end in
            TotalFit.Breaks.Line(
                items: 0..<end,
                isFlagged: end == 1,
                isForced: false,
                ratio: 0,
                excess: .zero
            ).end(among: items).gain.points
        }
        #expect(gains == [1, -1, -1])
    }

    /// Every way in so many lines, the squares of their departures from the mean added up.
    @Test func findsTheMostEvenLinesOfAll() throws {
        var dice = Dice(seed: 7)
        var manners = Manners()
        manners.rag = .pt(30)
        for _ in 0..<200 {
            let words = (0..<3 + Int(dice.roll(8))).map { _ in 10 + Double(dice.roll(60)) }
            let items = Array(words.flatMap { [Item.box(width: .pt($0)), space] }.dropLast())
            let fit = TotalFit(items, measures: measures(150), manners: manners)
            let count = fit.broken().lines.count
            guard let even = fit.even(lines: count) else {
                #expect(count == 1)
                continue
            }
            let found = squares(even.lines.map(\.items), of: items)
            #expect(even.lines.count == count && !even.isOverfull)
            #expect(found <= fewestSquares(of: items, lines: count, measure: 150) + 1e-9)
        }
    }

    private func width(_ range: Range<Int>, of items: [Item]) -> Double {
        items[range].reduce(0) { $0 + $1.width.points }
    }

    private func squares(_ lines: [Range<Int>], of items: [Item]) -> Double {
        let mean = width(0..<items.count, of: items) / Double(lines.count)
        let departures = lines.map { (width($0, of: items) - mean) / mean }
        let isLeftOver = lines.last!.count == 1 && departures.last! < -0.2
        return departures.reduce(isLeftOver ? 0.12 : 0) { $0 + $1 * $1 }
    }

    private func fewestSquares(of items: [Item], lines: Int, measure: Double) -> Double {
        var fewest = Double.infinity
        func extend(_ start: Int, _ before: [Range<Int>]) {
            let isLast = before.count == lines - 1
            let ends = isLast ? [items.count] : items.indices.filter { $0 > start && $0 % 2 == 1 }
            for end in ends where start < end && width(start..<end, of: items) <= measure {
                let all = before + [start..<end]
                if isLast {
                    fewest = min(fewest, squares(all, of: items))
                } else {
                    extend(end + 1, all)
                }
            }
        }
        extend(0, [])
        return fewest
    }

    @Test func endsALineWhereItMust() {
        var items = text(6)
        items.insert(contentsOf: [.filler, .forcedBreak], at: 3)
        let breaks = TotalFit(items, measures: measures(500)).broken()
        #expect(breaks.lines.map(\.items) == [0..<4, 6..<items.count])
        #expect(breaks.lines.map(\.isForced) == [true, true])
    }

    @Test func keepsEmptyLines() {
        var items = text(2)
        items += [.filler, .forcedBreak, .filler, .forcedBreak] + text(1)
        #expect(TotalFit(items, measures: measures(500)).broken().lines.count == 3)
    }

    @Test func takesALineMoreOrLessWhereThatCanBeHad() {
        var manners = Manners()
        manners.variantTolerance = 800
        manners.variantConcern = .infinity
        let fit = TotalFit(text(400), measures: measures(300), manners: manners)
        let usual = fit.broken()
        let variants = fit.variants(lines: usual.lines.count, demerits: usual.demerits)
        let longer = variants.first { $0.looseness == 1 } ?? usual
        #expect(longer.looseness == 1)
        #expect(longer.lines.count == usual.lines.count + 1)
        let shorter = variants.first { $0.looseness == -1 } ?? usual
        #expect(shorter.lines.count == usual.lines.count + shorter.looseness)
    }

    @Test func pullsNoParagraphApartForALineMore() {
        var manners = Manners()
        manners.variantTolerance = 0.01
        let fit = TotalFit(text(400), measures: measures(300), manners: manners)
        let usual = fit.broken()
        let variants = fit.variants(lines: usual.lines.count, demerits: usual.demerits)
        #expect(!variants.contains { $0.looseness == 1 })
    }

    @Test func takesForASingleLineWhatASearchWould() {
        let manners = Manners()
        let results = (1..<14).map { length in
            let items = text(length)
            let line = TotalFit.singleLine(of: items, in: .pt(250), manners: manners)
            let found = TotalFit(items, measures: measures(250), manners: manners).broken()
            #expect(line == nil || line == found)
            return line != nil
        }
        #expect(results.contains(true) && results.contains(false))
        #expect(
            TotalFit.singleLine(
                of: text(2) + [.forcedBreak] + text(1),
                in: .pt(900),
                manners: manners
            ) == nil
        )
    }

    /// What is ruled out without a search must be what no search finds.
    @Test func rulesOutNoVariantThatThereIs() {
        var ruledOut = 0
        for (length, width) in zip(40..<140, sequence(first: 90.0) { $0 + 3 }) {
            var manners = Manners()
            manners.variantConcern = .infinity
            if length % 4 == 0 { manners.rag = .pt(width * 0.2) }
            let fit = TotalFit(text(length), measures: measures(width), manners: manners)
            let usual = fit.broken()
            let variants = fit.variants(lines: usual.lines.count, demerits: usual.demerits)
            for looseness in [-1, 1] {
                let isPossible = fit.mayVary(to: usual.lines.count + looseness)
                #expect(isPossible || !variants.contains { $0.looseness == looseness })
                if !isPossible { ruledOut += 1 }
            }
        }
        #expect(ruledOut > 50)
    }

    @Test func avoidsTheSameWordAtTheStartOfTwoLines() {
        let items = drawn(from: ["one", "two", "three", "four", "five"], count: 200)
        func stacks(_ demerits: Double) -> [Int] {
            var manners = Manners()
            manners.similarityDemerits = demerits
            return stride(from: 120.0, through: 220, by: 10).map { width in
                self.stacks(TotalFit(items, measures: measures(width), manners: manners), items)
            }
        }
        let (careful, careless) = (stacks(Manners().similarityDemerits), stacks(0))
        #expect(careful.reduce(0, +) < careless.reduce(0, +))
    }

    @Test func findsTheNextBestWayThatEndsALineElsewhere() {
        let fit = TotalFit(text(120), measures: measures(180))
        let best = fit.broken()
        let ends = Set(best.lines.map(\.items.upperBound))
        for line in best.lines.indices.dropLast() {
            guard let other = fit.broken(unlike: best, at: line) else { continue }
            let others = Set(other.lines.map(\.items.upperBound))
            #expect(!others.contains(best.lines[line].items.upperBound))
            #expect(other.demerits >= best.demerits && !ends.isSubset(of: others))
        }
    }

    @Test func givesTheLastLineMoreThanAScrap() {
        func scraps(minimum: Double) -> Int {
            var manners = Manners()
            manners.minimumLastLine = .pt(minimum)
            return (20..<60).count { count in
                let items = text(count).map { item in
                    var item = item
                    item.stretch = item.stretch * 6
                    return item
                }
                let breaks = TotalFit(items, measures: measures(200), manners: manners).broken()
                let last = breaks.lines[breaks.lines.count - 1]
                return items[last.items].reduce(0) { $0 + $1.width.points } < 30
            }
        }
        #expect(scraps(minimum: 60) < scraps(minimum: 0))
    }

    @Test func setsInOneLineWhatFitsOneAsItIs() {
        for count in 1...24 {
            for measure in stride(from: 40.0, to: 700, by: 13) {
                let (items, measures) = (text(count), measures(measure))
                var manners = Manners()
                manners.rag = max(.pt(30), .pt(measure * 0.12))
                manners.minimumLastLine = .pt(max(measure * 0.15, 26))
                let best = TotalFit(items, measures: measures, manners: manners).broken()
                let line = TotalFit.singleLine(of: items, in: .pt(measure), manners: manners)
                guard let only = line else { continue }
                #expect(only.lines.map(\.items) == best.lines.map(\.items))
                #expect(best.lines.map(\.isForced) == [true])
            }
        }
        let manners = Manners()
        #expect(TotalFit.singleLine(of: text(3), in: .pt(10), manners: manners) == nil)
        let parted = text(1) + [.filler, .forcedBreak] + text(1)
        #expect(TotalFit.singleLine(of: parted, in: .pt(500), manners: manners) == nil)
    }

    @Test func setsRaggedLinesWithinTheMeasure() {
        var manners = Manners()
        manners.rag = .pt(30)
        let breaks = TotalFit(text(200), measures: measures(150), manners: manners).broken()
        #expect(breaks.lines.allSatisfy { $0.excess == .zero })
    }

    @Test func followsMeasuresThatDifferLineByLine() {
        let narrow = LineMeasures.Line(indent: .pt(50), width: .pt(150))
        let shape = LineMeasures(first: [narrow, narrow], rest: .init(width: .pt(200)))
        let items = text(100)
        let breaks = TotalFit(items, measures: shape).broken()
        let widths = breaks.lines.map { items[$0.items].reduce(0) { $0 + $1.width.points } }
        #expect(widths[0] < 160 && widths[1] < 160)
        #expect(widths[2...].contains { $0 > 180 })
    }

    @Test func copesWithTextThatIsNoText() {
        #expect(TotalFit([], measures: measures(100)).broken().lines.count == 1)
        let giant = [Item.box(width: .pt(5_000_000))]
        #expect(TotalFit(giant, measures: measures(100)).broken().lines.count == 1)
        let letters = (0..<10_000).flatMap { _ in [Item.box(width: .pt(5)), space] }
        let breaks = TotalFit(letters, measures: measures(200)).broken()
        #expect(!breaks.isOverfull)
        #expect(TotalFit(text(5), measures: measures(0)).broken().lines.count == 5)
    }

    /// Every way of breaking a small paragraph, weighed line by line by the rules as they are written in
    /// ``Manners``, apart from the search and its sums.
    @Test(arguments: 1...200)
    func findsWhatBruteForceFinds(_ seed: Int) throws {
        var dice = Dice(seed: seed)
        let widths = (0..<4 + dice.roll(0..<8)).map { _ in Double(dice.roll(5..<40)) }
        var items: [Item] = []
        for width in widths { items += [.box(width: .pt(width)), space] }
        items.removeLast()
        var manners = Manners()
        manners.tolerance = .infinity
        manners.concern = .infinity
        let measure = 60.0
        var fewest = Double.infinity
        func extend(from start: Int, fitness: Int, sum: Double) {
            guard start < widths.count else { return fewest = min(fewest, sum) }
            for end in start + 1...widths.count {
                let boxes = widths[start..<end].reduce(0, +)
                let left = measure - boxes - 3 * Double(end - start - 1)
                let give = Double(end - start - 1) * (left < 0 ? 0.75 : 1.5)
                let isLast = end == widths.count && left >= 0
                let ratio = isLast ? 0 : left / max(give, left < 0 ? 0.001 : 0.1)
                if ratio < -1.0001 { break }
                let own = ratio > 1 ? 0 : ratio > 0.5 ? 1 : ratio >= -0.5 ? 2 : 3
                let bad = manners.linePenalty + 100 * ratio * ratio
                let neighbours = abs(own - fitness) > 1 ? manners.adjacencyDemerits : 0
                extend(from: end, fitness: own, sum: sum + bad * bad + neighbours)
            }
        }
        extend(from: 0, fitness: 2, sum: 0)
        let breaks = TotalFit(items, measures: measures(measure), manners: manners).broken()
        #expect(abs(breaks.demerits - fewest) <= fewest * 1e-9)
    }

    private var space: Item { .glue(width: .pt(3), stretch: .pt(1.5), shrink: .pt(0.75)) }

    private func measures(_ width: Double) -> LineMeasures {
        LineMeasures(rest: .init(width: .pt(width)))
    }

    private func text(_ count: Int) -> [Item] {
        var dice = Dice(seed: 7)
        return Array(
            (0..<count).flatMap { _ in
                [Item.box(width: .pt(Double(dice.roll(5..<45)))), space]
            }.dropLast()
        )
    }

    private func drawn(from words: [String], count: Int) -> [Item] {
        var dice = Dice(seed: 11)
        return (0..<count).flatMap { _ in
            let word = dice.roll(words.count)
            var box = Item.box(width: .pt(Double(words[word].count * 6)))
            box.startLooks = UInt32(word + 1)
            box.endLooks = box.startLooks
            return [box, space]
        }
    }

    private func stacks(_ fit: TotalFit, _ items: [Item]) -> Int {
        let lines = fit.broken().lines
        return zip(lines, lines.dropFirst()).count {
            items[$0.items.lowerBound].startLooks == items[$1.items.lowerBound].startLooks
        }
    }
}
