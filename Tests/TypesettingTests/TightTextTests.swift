import Arrangement
import Diagnostics
import Flow
import Glyphs
import Pages
import Structure
import Testing
import Units

@testable import Typesetting

/// Text that must fit, and words that are wider than their line.
@Suite struct TightTextTests {
    @Test func shrinksTextThatMustFit() {
        var desk = Desk()
        let name = "Mariame Sidibé-Konaté of the Analysis, Monitoring and Learning Platform"
        let strips = desk.set(name) { $0.fit = .init(minimumSize: .pt(6), lines: 1) }
        #expect(strips.count == 1)
        #expect(strips[0].ink.right <= 301)
        #expect(strips[0].marks[0].run.size < .pt(10))
        #expect(strips[0].height < desk.set("Mariame Sidibé")[0].height)
        #expect(desk.report.isEmpty)
    }

    @Test func takesAnotherLineSoonerThanItHalvesTextThatMustFit() {
        var desk = Desk()
        let name =
            "Ousmane Abdoulaye Idrissa Konaté of the Analysis, Monitoring and Learning Platform in Bamako"
        let strips = desk.set(name) { $0.fit = .init(minimumSize: .pt(4), lines: 2) }
        #expect(strips.count == 2)
        #expect(strips[0].marks[0].run.size == .pt(10))
    }

    /// On cards of one run it has one size, whether it is short or long.
    @Test func takesItsLinesBeforeItGetsSmallerWhereThoseComeFirst() {
        var desk = Desk()
        let name = "Mariame Sidibé-Konaté of the Analysis, Monitoring and Learning Platform"
        let fit = { (isFirst: Bool) in
            ParagraphStyle.Fit(minimumSize: .pt(6), lines: 2, takesLinesFirst: isFirst)
        }
        #expect(desk.set(name) { $0.fit = fit(false) }.count == 1)
        let strips = desk.set(name) { $0.fit = fit(true) }
        #expect(strips.count == 2)
        #expect(strips[0].marks[0].run.size == .pt(10))
    }

    /// Titles of 150 letters on a poster of which two lines would be too small to be read.
    @Test(arguments: [1, 0.9])
    func takesMoreOfItsSmallerLinesInTheHeightOfTheLarge(scale: Double) {
        var desk = Desk()
        let title = ParagraphTests.text.prefix(150)
        let strips = desk.set(String(title), to: 120) {
            $0.fit = .init(minimumSize: .pt(4), lines: 2)
            $0.scale = scale
        }
        #expect(desk.report.isEmpty)
        #expect((3...5).contains(strips.count))
        #expect(strips.reduce(0) { $0 + $1.height.points } <= 2 * 14.01 * scale, "\(strips)")
    }

    @Test(arguments: [1, 2])
    func shrinksOnFromTheSizeThatAllOfItsFrameHas(lines: Int) {
        var desk = Desk()
        let name = "Mariame Sidibé-Konaté of the Monitoring and Learning Platform, Bamako"
        let strips = desk.set(name, to: 200) {
            $0.fit = .init(minimumSize: .pt(3), lines: lines)
            $0.scale = 0.8
        }
        #expect(strips.count == lines)
        for strip in strips {
            #expect(strip.ink.right <= 201)
            #expect(strip.marks[0].run.size <= .pt(8))
        }
        #expect(desk.report.isEmpty)
    }

    @Test func saysWhatDoesNotFit() {
        var desk = Desk()
        _ = desk.set(ParagraphTests.text) { $0.fit = .init(minimumSize: .pt(8), lines: 1) }
        #expect(desk.report.count(of: .error) == 1 && desk.report.diagnostics.count == 1)
    }

    @Test func leavesALineShortRatherThanPullItApart() {
        var desk = Desk()
        let word = String(repeating: "m", count: 28)
        let strips = desk.set("one two three \(word) end of it") { $0.alignment = .justified }
        #expect(strips[0].text.contains("three"))
        #expect(strips[0].ink.right < 100)
    }

    @Test func dividesAWordThatIsWiderThanItsLineAtAnyLetter() {
        var desk = Desk()
        let word = String(repeating: "m", count: 60)
        let strips = desk.set("a " + word + " b")
        #expect(strips.map(\.text).joined() == "a " + word + " b")
        #expect(strips.allSatisfy { $0.ink.right <= 301 })
        #expect(desk.report.count(of: .warning) == 1)
        #expect(desk.report.diagnostics[0].message.description.contains("too wide for its line by"))
    }

    /// It is the lines that are wrong, and there were as many warnings as words.
    @Test func tellsOnceOfAParagraphOfWhichMostWordsAreTooWide() {
        var desk = Desk()
        let word = String(repeating: "m", count: 60)
        _ = desk.set(Array(repeating: word, count: 9).joined(separator: " "))
        #expect(desk.report.diagnostics.count == 1)
        let said = desk.report.diagnostics[0].message.description
        #expect(said.contains("and 8 more words are too wide for their lines, by up to"), "\(said)")
    }

    /// Names are held together by such spaces, and part at them before they part at a hyphen.
    @Test func partsANameBetweenItsWordsBeforeItsHyphen() {
        var desk = Desk()
        let lines = desk.set("Maria de Sá Lopes, Kwame-Josephine\u{A0}Osei", to: 130) {
            $0.alignment = .start
        }
        .map(\.text)
        #expect(!lines.contains { $0.hasSuffix("-") }, "\(lines)")
    }

    /// A name that is wider than its line parts where it would else be printed over itself.
    @Test func breaksAtAnUnbreakableSpaceBeforeAWordIsDivided() {
        var desk = Desk()
        let lines = desk.set("Souleymane\u{A0}OUEDRAOGO", to: 80) { $0.alignment = .start }
        #expect(lines.map(\.text).map { $0.filter(\.isLetter) } == ["Souleymane", "OUEDRAOGO"])
        #expect(lines.allSatisfy { $0.ink.right <= 80.5 })
        #expect(desk.report.isEmpty)
    }

    @Test func dividesNoLetterFromItsMarks() {
        var desk = Desk()
        let strips = desk.set(String(repeating: "e\u{301}\u{323}", count: 90), to: 60)
        #expect(strips.count > 3)
        #expect(strips.allSatisfy { $0.text.unicodeScalars.first == "e" })
    }

    @Test func endsAtAWordOfAHundredThousandLetters() {
        var desk = Desk()
        let word = String(repeating: "abcdefghij", count: 10_000)
        let strips = desk.set("so " + word + " it is") { $0.hyphenates = true }
        #expect(strips.map(\.text).joined() == "so " + word + " it is")
        #expect(strips.allSatisfy { $0.ink.right <= 301 })
        #expect(desk.report.count(of: .warning) == 1)
    }

    @Test func copesWithTextThatIsNoText() {
        var desk = Desk()
        for text in ["", " ", "\n\n", "\u{FFFC}", "\u{AD}", "   a   ", "\u{200F}\u{202E}"] {
            #expect(!desk.set(text).isEmpty)
        }
        #expect(desk.set("one two", to: 0).map(\.text).joined() == "one two")
    }
}
