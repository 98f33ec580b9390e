import Arrangement
import Diagnostics
import Flow
import Glyphs
import Pages
import Structure
import Testing
import Units

@testable import Typesetting

@Suite struct ParagraphTests {
    static let text =
        "The Sahel region has long been confronted with political and humanitarian crises, and for "
        + "more than a decade now has been in a spiral of violence against which the security "
        + "responses envisaged until now appear to be less and less effective. This insecurity is "
        + "above all the consequence of the fragility of states, and in most cases it is the "
        + "result of their inability to integrate border areas into national policies."

    @Test func setsJustifiedLinesToTheMeasure() {
        var desk = Desk()
        let strips = desk.set(Self.text) { $0.alignment = .justified }
        #expect(strips.count > 3)
        for strip in strips.dropLast() {
            let ink = strip.ink
            #expect(abs(ink.right - 300) < 9)
            #expect(abs(ink.left) < 3)
        }
        #expect(desk.report.isEmpty)
    }

    @Test func keepsTheTextWhole() {
        var desk = Desk()
        let strips = desk.set(Self.text) { $0.alignment = .justified }
        #expect(strips.map(\.text).joined() == Self.text)
    }

    /// A dot between two things has nothing to say where a line ends between them.
    @Test(arguments: [TextAlignment.start, .end, .justified])
    func losesTheSeparatorAtALinesEnd(alignment: TextAlignment) {
        var desk = Desk()
        let text = "Dakar · Bamako · Ouagadougou · Niamey · Nouakchott"
        for measure in stride(from: 75.0, to: 400, by: 7) {
            let lines = desk.set(text, to: measure) { $0.alignment = alignment }.map { strip in
                strip.text.split(separator: " ").joined(separator: " ")
            }
            #expect(lines.allSatisfy { !$0.hasPrefix("·") && !$0.hasSuffix("·") })
            #expect(lines.joined(separator: " · ") == text)
        }
        #expect(desk.report.isEmpty)
    }

    /// Portuguese does, so that nobody takes the hyphen for one of division.
    @Test(arguments: [TextAlignment.start, .justified])
    func beginsALineWithTheHyphenOfACompound(alignment: TextAlignment) {
        var desk = Desk()
        let text =
            "guarda-chuva, segunda-feira, guarda-livros, quinta-feira, guarda-roupa, COVID-19"
        var repeated = 0
        for measure in stride(from: 60.0, to: 260, by: 7) {
            let strips = desk.set(text, to: measure) {
                $0.alignment = alignment
                $0.repeatsHyphen = true
            }
            let lines = strips.map(\.text)
            for (above, line) in zip(lines, lines.dropFirst()) {
                let isRepeated = above.hasSuffix("-") && !line.hasPrefix("1")
                #expect(line.hasPrefix("\u{AD}") == isRepeated, "\(above)|\(line)")
                repeated += isRepeated ? 1 : 0
            }
            #expect(lines.joined().replacing("\u{AD}", with: "") == text)
            for strip in strips { #expect(strip.ink.right < measure + 4 && strip.ink.left > -4) }
        }
        #expect(repeated > 10)
    }

    /// All nouns of German have capitals: there a compound parts at its hyphen as gladly as before.
    @Test(arguments: [true, false])
    func partsANameAtItsHyphenOnlyWhereALineCouldNotDoWithout(holdsNames: Bool) {
        let text =
            "Les comptes de la première année furent lus par Jean-Baptiste devant tous les délégués."
        let lines = (150...300).flatMap { measure in
            var desk = Desk()
            return desk.set(text, to: Double(measure)) {
                $0.alignment = .start
                $0.holdsNames = holdsNames
            }
        }
        let parted = lines.filter { $0.text.hasSuffix("Jean-") }
        #expect(parted.isEmpty == holdsNames)
        // A measure that holds no more than the half of it.
        var narrow = Desk()
        let half = narrow.set("Jean-Baptiste", to: 45) { $0.holdsNames = holdsNames }
        #expect(half.first?.text == "Jean-")
    }

    @Test func keepsADotThatBelongsToAWord() {
        var desk = Desk()
        let strips = desk.set("Participant·e·s ·", to: 40)
        #expect(strips.map(\.text).joined().hasSuffix("·"))
    }

    @Test func dividesWordsWithSoftHyphensThatDisappearInCopies() {
        var desk = Desk()
        let strips = desk.set("aaaaaaaaaaaaaaaaaaaa\u{AD}bbbbbbbbbbbbbbbbbbbb", to: 200)
        #expect(strips.map(\.text) == ["aaaaaaaaaaaaaaaaaaaa\u{AD}", "bbbbbbbbbbbbbbbbbbbb"])
    }

    /// Rivers as the eye finds them, in what is drawn: word spaces one under the other down four lines.
    @Test func letsHardlyARiverRunThroughAParagraph() {
        var desk = Desk()
        let text = Array(repeating: Self.text, count: 3).joined(separator: " ")
        func rivers(_ alignment: TextAlignment) -> Int {
            stride(from: 260.0, to: 560, by: 3).reduce(0) { sum, measure in
                sum + desk.set(text, to: measure) { $0.alignment = alignment }.rivers
            }
        }
        #expect(rivers(.start) >= 4)
        #expect(rivers(.justified) <= 1)
    }

    /// Letters give more in those paragraphs alone of which a line would have a hole in it: word spaces of
    /// nearly half an em.
    @Test func pullsHardlyALineApartInANarrowColumn() {
        var desk = Desk()
        var (lines, holes) = (0, 0)
        for measure in stride(from: 190.0, to: 260, by: 2) {
            let strips = desk.set(Self.text, to: measure) {
                $0.alignment = .justified
                $0.stretch = 0.02
            }
            lines += strips.count
            holes += strips.dropLast().count { strip in
                strip.marks.contains { mark in
                    mark.spaces.contains { $0.width > 0.43 * mark.run.size.points }
                }
            }
        }
        #expect(lines > 300 && holes * 50 < lines, "\(holes) of \(lines)")
    }

    /// An address in Arabic has lines of Latin letters alone.
    @Test func standsByTheParagraphsOwnTypeWhateverItsFirstLettersAreSetIn() {
        var desk = Desk()
        func baselines(_ first: TextStyleID, strut: TextStyleID?) -> [Length?] {
            let spans = [
                TextSpan(range: 0..<5, style: first), TextSpan(range: 5..<12, style: desk.arabic),
            ]
            return desk.set("Dakar Bamako", spans: spans) { $0.strut = strut }.map(\.baseline)
        }
        #expect(baselines(desk.style, strut: nil) != baselines(desk.arabic, strut: nil))
        let own = baselines(desk.arabic, strut: desk.arabic)
        #expect(own == baselines(desk.arabic, strut: nil))
        #expect(own == baselines(desk.style, strut: desk.arabic))
    }

    /// The first letter of each line, drawn to the same place within a tenth of a point.
    @Test(arguments: [
        "“Here they come Here they go”", "«\u{202F}Here they come Here they go\u{202F}»",
    ])
    func hangsTheMarkOfAQuotation(text: String) throws {
        var desk = Desk()
        func start(_ text: String, hanging hangs: Bool) -> Double? {
            let strip = desk.set(text, to: 400) { $0.hangsMark = hangs }.first
            guard let mark = strip?.marks.first else { return nil }
            return mark.start(of: "H")
        }
        let plain = try #require(start("Here they go", hanging: false))
        #expect(abs(try #require(start(text, hanging: true)) - plain) < 0.1)
        #expect(try #require(start(text, hanging: false)) - plain > 2)
        #expect(start("Here they go", hanging: true) == plain)
    }

    /// The white beside them would be seen above and below small type.
    @Test func hangsTheWhiteBesideLargeLetters() throws {
        var desk = Desk()
        func start(_ style: TextStyleID) throws -> Double {
            let span = TextSpan(range: 0..<4, style: style)
            let mark = desk.set("Here", spans: [span]).first?.marks.first
            return try #require(mark?.start(of: "H"))
        }
        #expect(try start(desk.style) == 0)
        #expect(try (-3.5 ... -1).contains(start(desk.large)))
    }

    @Test func ragsLinesWithinTheMeasure() {
        var desk = Desk()
        for alignment in [TextAlignment.start, .centre, .end] {
            let strips = desk.set(Self.text) { $0.alignment = alignment }
            #expect(strips.allSatisfy { $0.ink.right <= 306 && $0.ink.left >= -6 })
        }
    }

    @Test func leavesNoShortWordAloneInTheLastLineOfRaggedTextNorDividesOneForThat() {
        var desk = Desk()
        let text = "Under what conditions could a negotiated stability hold?"
        let lines = desk.set(text, to: 243) { $0.hyphenates = true }.map(\.text)
        #expect(lines == ["Under what conditions could a negotiated ", "stability hold?"])
    }

    @Test func centresLines() {
        var desk = Desk()
        let ink = desk.set("Brief") { $0.alignment = .centre }[0].ink
        #expect(abs(ink.left - (300 - ink.right)) < 0.01)
    }

    @Test func fillsALastLineThatWouldLeaveLessThanItsGap() throws {
        var desk = Desk()
        func ends(_ gap: Double) throws -> [Double] {
            try stride(from: 180.0, to: 300, by: 1).map { measure in
                let last = try #require(
                    desk.set(Self.text, to: measure) {
                        $0.alignment = .justified
                        $0.lastLineGap = .pt(gap)
                    }.last
                )
                return measure - last.ink.right
            }
        }
        #expect(try ends(0).contains { $0 > 3 && $0 < 8 })
        #expect(try !ends(8).contains { $0 > 3 && $0 < 6 })
    }

    @Test func endsALineWhereTheWriterDoes() {
        var desk = Desk()
        let strips = desk.set("one\u{FFFC}two", inserts: [Insert(offset: 3, content: .lineBreak)])
        #expect(strips.map(\.text) == ["one ", "two"])
    }

    @Test func movesNothingForTheSpaceThatPartsALineFromTheNext() throws {
        var desk = Desk()
        for alignment in [TextAlignment.start, .centre, .end, .justified] {
            let line = try #require(
                desk.set("one\u{FFFC}two", inserts: [Insert(offset: 3, content: .lineBreak)]) {
                    $0.alignment = alignment
                }.first
            )
            let alone = try #require(desk.set("one") { $0.alignment = alignment }.first)
            #expect(line.ink.left == alone.ink.left)
        }
    }

    @Test func drawsLeadersToTheEndOfTheLine() {
        var desk = Desk()
        let strips = desk.set(
            "Programme\u{FFFC}12",
            inserts: [Insert(offset: 9, content: .leader(pattern: "."))]
        )
        #expect(strips.count == 1)
        #expect(abs(strips[0].ink.right - 300) < 3)
        #expect(strips[0].fragments.contains { $0.owner == .artifact(.layout) })
    }

    @Test func indentsTheFirstLine() {
        var desk = Desk()
        let strips = desk.set(Self.text) { $0.firstIndent = .pt(20) }
        #expect(abs(strips[0].ink.left - 20) < 1)
        #expect(abs(strips[1].ink.left) < 1)
    }

    @Test func forbidsWidowsAndOrphans() {
        var desk = Desk()
        let strips = desk.set(Self.text)
        #expect(strips[1].breakBefore == .forbidden)
        #expect(strips[strips.count - 1].breakBefore == .forbidden)
        #expect(strips[2].breakBefore != .forbidden)
    }

    @Test func setsEveryLineRightToLeftInVisualOrder() {
        var desk = Desk(language: "ar")
        let strips = desk.set("السلام عليكم") { $0.isRightToLeft = true }
        #expect(strips.count == 1)
        #expect(abs(strips[0].ink.right - 300) < 6)
        #expect(strips[0].marks.allSatisfy { $0.run.isRightToLeft })
    }

    private static let arabic =
        "وأكد المتحدثون أن الإصغاء هو الخطوة الأولى في كل وساطة ناجحة، وأن كتابة المحاضر وحفظها في "
        + "البلدية يضمن استمرار الالتزامات حتى بعد تغير المسؤولين. كما دعوا إلى إشراك النساء والشباب "
        + "في لجان المتابعة، وتوفير موارد مالية منتظمة لها."

    @Test func setsArabicLinesToTheMeasureWithoutSpacingLettersThatJoin() {
        var desk = Desk(language: "ar")
        for measure in stride(from: 150.0, to: 400, by: 25) {
            let strips = desk.set(Self.arabic, to: measure) {
                $0.alignment = .justified
                $0.isRightToLeft = true
                $0.hangsPunctuation = false
            }
            for strip in strips.dropLast() { #expect(abs(strip.ink.right - measure) < 0.5) }
        }
    }

    @Test func drawsAFewWordsOutWhereTheirFontTakesIt() {
        func set(_ takesKashida: Bool) -> [Strip] {
            var desk = Desk(language: "ar", takesKashida: takesKashida)
            return stride(from: 150.0, to: 400, by: 10).flatMap { measure in
                desk.set(Self.arabic, to: measure) {
                    $0.alignment = .justified
                    $0.isRightToLeft = true
                }
            }
        }
        let (usual, drawn) = (set(false), set(true))
        #expect(usual.map(\.text) == drawn.map(\.text))
        let strokes = zip(usual, drawn).map { usual, drawn in
            drawn.marks.reduce(0) { $0 + $1.run.glyphs.count }
                - usual.marks.reduce(0) { $0 + $1.run.glyphs.count }
        }
        #expect(strokes.contains { $0 > 0 } && strokes.allSatisfy { 0...9 ~= $0 })
        #expect(strokes.count { $0 > 0 } < strokes.count / 2)
    }

    @Test(arguments: [
        "Η Αθήνα, the 12 δήμοι (3 of 4) and «ένα» word",
        "قال: 12 كتابا، the word, ثم 34 «بيتا» و (three)",
    ])
    func setsWordsAlikeInOneSpanAndInMany(words: String) {
        var desk = Desk()
        var spans: [TextSpan] = []
        var start = 0
        for word in words.split(separator: " ") {
            let end = min(start + word.utf8.count + 1, words.utf8.count)
            spans.append(TextSpan(range: start..<end, style: desk.style))
            start = end
        }
        let (whole, divided) = (desk.set(words, to: 120), desk.set(words, to: 120, spans: spans))
        #expect(divided.map(\.text) == whole.map(\.text))
        for (divided, whole) in zip(divided, whole) {
            #expect(abs(divided.ink.left - whole.ink.left) < 0.01)
            #expect(abs(divided.ink.right - whole.ink.right) < 0.01)
        }
    }

    @Test func setsALineMoreWhereThatCanBeHad() throws {
        var desk = Desk()
        let usual = desk.set(Self.text) { $0.alignment = .justified }
        let long = desk.set(Self.text, looseness: 1) { $0.alignment = .justified }
        #expect([usual.count, usual.count + 1].contains(long.count))
    }
}
