import Flow
import Testing
import Units

@testable import Typesetting

/// How wide text wants to be, and what columns get of a measure that is less than all of them want.
@Suite struct ColumnWidthTests {
    @Test func leavesShortWordsTheirRoomBesideAnEndlessOne() {
        func need(_ minimum: Double) -> ColumnNeed {
            let width = Widths(minimum: .pt(minimum), natural: .pt(minimum + 60))
            return ColumnNeed(width: .share(1), needs: width)
        }
        let columns = [need(500)] + (0..<6).map { _ in need(40) }
        let widths = ColumnNeed.distribute(.pt(480), among: columns)
        #expect(widths.dropFirst().allSatisfy { $0.points >= 39.99 })
        #expect(widths.reduce(.zero, +).points <= 480.01)
        let contents = columns.map { ColumnNeed(width: .content, needs: $0.needs) }
        let others = ColumnNeed.distribute(.pt(480), among: contents)
        #expect(others.dropFirst().allSatisfy { $0.points >= 39.99 })
        #expect(others.reduce(.zero, +).points <= 480.01)
    }

    /// CSS would take some of every column’s width, and turn a name’s line for a few letters of text.
    @Test func takesNothingFromColumnsThatAskForLittle() {
        func column(_ minimum: Double, _ natural: Double) -> ColumnNeed {
            let needs = Widths(minimum: .pt(minimum), natural: .pt(natural))
            return ColumnNeed(width: .content, needs: needs)
        }
        let columns = [column(30, 60), column(40, 900), column(20, 25)]
        #expect(ColumnNeed.distribute(.pt(300), among: columns).map(\.points) == [60, 215, 25])
        // The longest words of the others come first.
        let long = [column(30, 90), column(230, 900)]
        let widths = ColumnNeed.distribute(.pt(300), among: long).map(\.points)
        #expect(widths[0] < 90 && widths[1] >= 230)
    }

    /// “Burkina Faso” is not turned so that “Meetings a year” stands in one line, nor does it stand at one
    /// edge of the measure with its figures at the other.
    @Test func keepsNamesInOneLineAndFiguresNearThem() {
        func column(_ width: Extent, _ minimum: Double, _ natural: Double) -> ColumnNeed {
            let needs = Widths(minimum: .pt(minimum), natural: .pt(natural))
            return ColumnNeed(width: width, needs: needs)
        }
        let figures = (0..<3).map { _ in column(.content, 40, 90) }
        let names = column(.share(12), 30, 55)
        let full = ColumnNeed.even(.pt(250), among: [names] + figures).map(\.points)
        #expect(full[0] >= 55 && full.dropFirst().allSatisfy { $0 > 40 })
        #expect(abs(full.reduce(0, +) - 250) < 0.01)
        let wide = ColumnNeed.even(.pt(485), among: [names] + figures).map(\.points)
        #expect(wide == [95, 130, 130, 130])
        let turned = ColumnNeed.even(.pt(485), among: [names] + figures, isRightToLeft: true)
        #expect(turned.last == .pt(90) && turned.reduce(.zero, +).isNearly(.pt(485)))
        // Text in many lines takes what there is, and heads turn theirs for it, within reason.
        let text = column(.share(60), 30, 900)
        #expect(ColumnNeed.even(.pt(400), among: [text] + figures).map(\.points)[0] == 220)
    }

    /// “Accords tenus pendant plus de deux ans” is turned so that names of villages are not.
    @Test func turnsHeadsOfFiguresBeforeTheWordsBesideThem() {
        let words = ColumnNeed(
            width: .share(1),
            needs: Widths(minimum: .pt(40), natural: .pt(165))
        )
        let figures = ColumnNeed(
            width: .content,
            needs: Widths(minimum: .pt(45), natural: .pt(195))
        )
        let widths = ColumnNeed.even(.pt(270), among: [words, figures]).map(\.points)
        #expect(widths[0] >= 165 && widths[1] >= 45)
        #expect(abs(widths.reduce(0, +) - 270) < 0.01)
    }

    @Test func letsATableOfLittleTextBeNarrowerThanItsMeasure() {
        let words = ColumnNeed(
            width: .share(8),
            needs: Widths(minimum: .pt(40), natural: .pt(40))
        )
        let figures = ColumnNeed(
            width: .content,
            needs: Widths(minimum: .pt(30), natural: .pt(30))
        )
        let narrow = ColumnNeed.even(.pt(330), among: [words, figures]).map(\.points)
        #expect(narrow == [94, 84])
        // Nearly as wide is as wide.
        let full = ColumnNeed.even(.pt(230), among: [words, figures]).map(\.points)
        #expect(full == [120, 110])
    }

    /// A number in two lines is two numbers.
    @Test func keepsNumbersWholeBesideWordsThatCanBeDivided() {
        func need(_ minimum: Double, firm: Double) -> ColumnNeed {
            var width = Widths(minimum: .pt(minimum), natural: .pt(minimum))
            width.firm = .pt(firm)
            return ColumnNeed(width: .content, needs: width)
        }
        let columns = [
            need(90, firm: 0), need(70, firm: 0), need(60, firm: 55), need(30, firm: 30),
        ]
        let widths = ColumnNeed.distribute(.pt(175), among: columns).map(\.points)
        #expect(widths == [45, 45, 55, 30])
        // Where not even the numbers find room, all give way alike.
        let narrow = ColumnNeed.distribute(.pt(80), among: columns).map(\.points)
        #expect(narrow == [20, 20, 20, 20])
    }

    @Test func knowsWhatOfATextIsANumber() {
        var desk = Desk()
        let (number, word) = (desk.widths("15\u{202F}416"), desk.widths("administration"))
        #expect(number.firm > .zero && number.firm == number.minimum)
        #expect(word.firm == .zero)
        #expect(desk.widths("15\u{202F}416 administration").firm == number.firm)
    }

    @Test func knowsWidthsForTables() {
        var desk = Desk()
        let widths = desk.widths("aa bb cc")
        #expect(widths.minimum.points * 3 < widths.natural.points)
        #expect(desk.set("aa bb cc", to: widths.natural.points + 0.01).count == 1)
        #expect(desk.set("aa bb cc", to: widths.minimum.points + 0.01).count == 3)
    }
}
