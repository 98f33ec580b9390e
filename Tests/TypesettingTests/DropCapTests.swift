import Flow
import Glyphs
import Pages
import Shaping
import Structure
import Testing
import Units

@testable import Typesetting

@Suite struct DropCapTests {
    private static let rest =
        "coutez la voix du fleuve avant de juger ceux qui vivent de lui, disait-elle aux anciens de "
        + "la commune, et tous les témoins venus des deux rives ont signé le registre ce jour-là, même "
        + "celui qui ne savait pas écrire et que personne n’avait invité."

    private func set(
        _ text: String,
        lines: Int = 3,
        _ change: (inout ParagraphStyle) -> Void = { _ in }
    ) -> [Strip] {
        var desk = Desk(language: "fr")
        return desk.set(text) {
            $0.dropCap = lines
            change(&$0)
        }
    }

    /// The mark of the capital.
    private func cap(of strips: [Strip]) throws -> TextMark {
        try #require(strips[0].marks.first { $0.run.size > .pt(15) })
    }

    @Test func hangsTheCapitalIntoItsLines() {
        let strips = set("E" + Self.rest, lines: 2)
        let left = strips.map { $0.fragments.last?.left ?? 0 }
        #expect(left[0] > 15 && left[1] > 15 && left[2] < 1)
        #expect(strips[1].breakBefore == .forbidden)
    }

    /// The foot stands on the last of the lines, the head of an E as high as one of the text.
    @Test func standsFromTheHeightOfCapitalsToTheLastBaseline() throws {
        let strips = set("E" + Self.rest)
        let cap = try cap(of: strips)
        let first = try #require(strips[0].baseline)
        #expect(abs((cap.origin.y - first - .pt(28)).points) < 0.01)
        let share = 0.714  // of Noto Serif's capitals
        #expect(abs(cap.run.size.points * share - (28 + 10 * share)) < 0.1)
        #expect(strips[0].overshoot == .zero)
    }

    @Test func keepsRoomAboveForAnAccentAndNoMoreThanThat() throws {
        let strips = set("É" + Self.rest)
        let (plain, accented) = (try cap(of: set("E" + Self.rest)), try cap(of: strips))
        #expect(accented.run.size == plain.run.size)
        #expect(accented.origin.y == plain.origin.y)
        #expect((4...16).contains(strips[0].overshoot.points))
        // Written as two letters it is the same.
        #expect(abs((set("E\u{301}" + Self.rest)[0].overshoot - strips[0].overshoot).points) < 0.5)
    }

    @Test func takesTheRoomOfAnAccentFromTheSpaceBefore() {
        let accented = Strip.line(overshoot: .pt(7))
        var assembly = Assembly(measure: .pt(300), stretchingBy: nil)
        for space in [0.0, 4, 12] {
            var style = BlockStyle()
            style.spaceBefore = .pt(space)
            let block = Block(.space(.zero), style: style)
            assembly.add(Galley(measure: .pt(300), strips: [accented]), of: block)
        }
        #expect(assembly.whole.strips.map(\.spaceBefore.points) == [7, 7, 12])
    }

    @Test func keepsAnAccentInsideItsBox() {
        var galley = Galley(measure: .pt(300), strips: [.line(overshoot: .pt(7))])
        galley.keepInk(below: .pt(4))
        #expect(galley.strips[0].overshoot == .zero)
        #expect(galley.strips[0].height == .pt(19))
        #expect(galley.strips[0].baseline == .pt(15))
    }

    @Test(arguments: [("Ç", 4), ("E", 3), ("Q", 4), ("T", 3)])
    func keepsTextFromTheTailOfALetter(letter: String, lines: Int) {
        let strips = set(letter + Self.rest)
        let indented = strips.prefix { ($0.fragments.last?.left ?? 0) > 15 }
        #expect(indented.count == lines)
        #expect(strips[lines - 1].breakBefore == .forbidden)
    }

    @Test func keepsWhatFollowsFromTheTailOfALetter() throws {
        let text = "Ça ne se discute pas, disait-elle aux anciens de la commune, et tous ont signé."
        let strips = set(text, lines: 2)
        #expect(strips.count == 2)
        #expect(strips[1].height > .pt(17))
        #expect(set(text.replacing("Ç", with: "C"), lines: 2)[1].height == .pt(14))
    }

    // MARK: Marks before the letter

    @Test(arguments: ["« ", "«\u{202F}", "“", "‘", "(", "¿"])
    func setsWhatOpensBesideTheCapitalInTheSizeOfTheText(opening: String) throws {
        let strips = set(opening + "É" + Self.rest)
        let cap = try cap(of: strips)
        #expect(cap.run.text == "É")
        let mark = try #require(strips[0].marks.first)
        #expect(mark.run.size == .pt(10))
        #expect(mark.origin.y == strips[0].baseline)
        #expect(mark.edges.right <= cap.origin.x.points + 2)
        #expect(
            strips[0].text.filter { !$0.isWhitespace }.hasPrefix(
                opening.filter { !$0.isWhitespace } + "Écoutez"
            )
        )
    }

    @Test func hangsTheMarkOutsideWhereTheStyleSaysSo() throws {
        let inside = set("«\u{202F}É" + Self.rest)
        let outside = set("«\u{202F}É" + Self.rest) { $0.hangsMark = true }
        let bare = set("É" + Self.rest)
        #expect(try cap(of: outside).origin.x == cap(of: bare).origin.x)
        #expect(try cap(of: inside).origin.x > cap(of: bare).origin.x)
        #expect(outside[0].ink.left < -2)
    }

    // MARK: Where there is none

    @Test(arguments: ["Court.", "«", "« »", "12 personnes", "…"])
    func leavesAShortParagraphAndOneWithoutALetterAlone(text: String) {
        let strips = set(text)
        #expect(strips.count == 1)
        #expect(strips[0].marks.allSatisfy { $0.run.size == .pt(10) })
        #expect(strips[0].height == .pt(14))
    }

    @Test func hasNoneUnderAPileOfMarks() {
        let strips = set("E" + String(repeating: "\u{301}", count: 100) + Self.rest)
        #expect(strips[0].overshoot == .zero)
        #expect(strips.allSatisfy { $0.marks.allSatisfy { $0.run.size == .pt(10) } })
    }

    @Test func hasNoneInAScriptThatIsJoined() {
        var desk = Desk(language: "ar")
        let strips = desk.set(String(repeating: "السلام عليكم ", count: 20)) {
            $0.isRightToLeft = true
            $0.dropCap = 3
        }
        #expect(strips.allSatisfy { $0.marks.allSatisfy { $0.run.size == .pt(10) } })
    }

    @Test func takesNoVariantThatIsShorterThanTheCapital() {
        var desk = Desk(language: "fr")
        for outline in desk.outlines("É" + Self.rest.prefix(120), { $0.dropCap = 3 }) {
            #expect(outline.strips.count >= 3)
        }
    }

    @Test func keepsTheBlankAfterALetterThatIsAWord() throws {
        let strips = set("À " + Self.rest)
        #expect(strips[0].text.trimmingPrefix(while: \.isWhitespace).hasPrefix("À coutez"))
    }

    /// The rest of the word is none of its language: “coutez” has other patterns than “Écoutez”.
    @Test func dividesNoWordThatTheCapitalWasTakenFrom() {
        var desk = Desk(language: "fr")
        let strips = desk.set("Extraordinairement longue", to: 90) {
            $0.dropCap = 2
            $0.hyphenates = true
        }
        #expect(!strips[0].text.contains("\u{AD}"))
    }
}

extension Strip {
    fileprivate static func line(overshoot: Length) -> Strip {
        var strip = Strip(height: .pt(14), baseline: .pt(10))
        strip.overshoot = overshoot
        return strip
    }
}
