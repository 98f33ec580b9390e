import TestSupport
import Testing

@testable import Linebreaking

@Suite struct ScaledParagraphTests {
    @Test func countsBadnessAsTeXDoes() {
        #expect(ScaledJudge.badness(of: 0, over: 0) == 0)
        #expect(ScaledJudge.badness(of: 65_536, over: 65_536) == 100)
        #expect(ScaledJudge.badness(of: 65_536, over: 131_072) == 12)
        #expect(ScaledJudge.badness(of: 65_536, over: 0) == 10_000)
        #expect(ScaledJudge.badness(of: 655_360, over: 65_536) == 10_000)
    }

    @Test func findsWhatBruteForceFinds() {
        var solved = 0
        for seed in 1...400 {
            var paragraph = randomParagraph(seed: seed)
            // Not the final pass, in which TeX gives the last way left its end for nothing.
            paragraph.manners.pretolerance = 2_000
            let judge = BruteForce(paragraph: paragraph)
            guard let fewest = judge.fewestDemerits(tolerance: 2_000) else { continue }
            solved += 1
            #expect(paragraph.broken().demerits == fewest, "seed \(seed)")
        }
        #expect(solved > 100)
    }

    @Test func takesTheFirstPassWhenItIsGoodEnough() {
        for seed in 1...100 {
            var paragraph = randomParagraph(seed: seed)
            guard
                let fewest = BruteForce(paragraph: paragraph).fewestDemerits(tolerance: 100)
            else { continue }
            paragraph.manners.pretolerance = 100
            #expect(paragraph.broken().demerits == fewest)
        }
    }

    @Test func addsALineWhenLooseness1IsWished() {
        var paragraph = ScaledParagraph(items: words(40), measure: 60_000)
        paragraph.manners.tolerance = 9_000
        paragraph.manners.pretolerance = 9_000
        let usual = paragraph.broken().items.count
        paragraph.manners.looseness = 1
        #expect(paragraph.broken().items.count == usual + 1)
        paragraph.manners.looseness = -1
        #expect([usual, usual - 1].contains(paragraph.broken().items.count))
    }

    @Test func endsEvenWhereAWordIsWiderThanTheMeasure() {
        let paragraph = ScaledParagraph(
            items: [
                .box(10), .glue(3, stretch: 1, shrink: 1), .box(500),
                .glue(3, stretch: 1, shrink: 1), .box(10),
            ],
            measure: 50
        )
        #expect(paragraph.broken().items.last == 5)
    }

    private func words(_ count: Int) -> [ScaledParagraph.Item] {
        (0..<count).flatMap { index in
            [
                ScaledParagraph.Item.box(3_000 + index * 37 % 11 * 700),
                .glue(1_500, stretch: 1_000, shrink: 500),
            ]
        }.dropLast()
    }

    private func randomParagraph(seed: Int) -> ScaledParagraph {
        var dice = Dice(seed: seed)
        var items: [ScaledParagraph.Item] = []
        for _ in 0..<dice.roll(3..<15) {
            items.append(.box(dice.roll(100..<1_500)))
            switch dice.roll(0..<6) {
            case 0: items.append(.discretionary(dice.roll(0..<80), penalty: 50))
            case 1: items.append(.penalty(dice.roll(-300..<300)))
            default:
                items.append(
                    .glue(
                        dice.roll(250..<350),
                        stretch: dice.roll(100..<300),
                        shrink: dice.roll(50..<120)
                    )
                )
            }
        }
        items.append(.box(500))
        return ScaledParagraph(items: items, measure: dice.roll(2_500..<5_000))
    }
}
