import Layouts
import TestSupport
import Testing

@testable import Flow

/// What is typed, and what is printed: ⍽ is a no-break space, ‿ a narrow one, ^…^ is raised.
@Suite struct PunctuationTables {
    private func printed(_ text: String, in pack: LanguagePack) -> String {
        let bytes = Array(text.utf8)
        let proof = Punctuation(pack).proof(bytes, in: 0..<bytes.count)
        let revision = Revision(proof.edits)
        var result = revision.text(from: bytes)
        for range in proof.raised.reversed() {
            result.insert(UInt8(ascii: "^"), at: revision.place(of: range.upperBound))
            result.insert(UInt8(ascii: "^"), at: revision.place(of: range.lowerBound))
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func visible(_ text: String) -> String {
        let signs: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{A0}": "⍽", "\u{202F}": "‿", "\u{2066}": "⟦", "\u{2069}": "⟧",
        ]
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.map { signs[$0] ?? $0 })
        return String(result)
    }

    @Test(arguments: french)
    func spacesFrenchAsFrenchIsSpaced(typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack("fr"))) == expected)
    }

    @Test(arguments: ordinals)
    func printsOrdinalsAsTheLanguageDoes(typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack("fr"))) == expected)
    }

    @Test(arguments: english)
    func turnsEnglishQuotesAndDashes(typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack("en"))) == expected)
    }

    @Test(arguments: others)
    func spacesEachLanguageItsOwnWay(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: quotations)
    func pairsQuotationsInQuotations(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: names)
    func leavesNamesAsTheyAreTyped(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    /// Nobody has written the pack of Spanish: English stands in for it.
    @Test func keepsTheWhiteOfALanguageWithoutAPack() {
        let pack = Desk().pack("en").standingIn
        #expect(visible(printed("20 %, 20%; ¿ Qué ?", in: pack)) == "20⍽%, 20%; ¿ Qué ?")
        #expect(visible(printed("el \"Sol\" : l'uno", in: pack)) == "el “Sol” : l’uno")
    }

    @Test(arguments: measures)
    func setsWhatIsTypedAtAFigureAsTheLanguageDoes(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: ranges)
    func setsADashBetweenTwoMeasures(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: bound)
    func keepsTogetherWhatIsReadTogether(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: marks)
    func printsTheMarkThatWasMeant(tag: String, typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack(tag))) == expected)
    }

    @Test(arguments: ["fr", "en", "de", "pt", "ar", "fr-CA", "de-CH"])
    func leavesItsOwnWorkAsItIs(tag: String) {
        let pack = Desk().pack(tag)
        let tagged =
            Self.quotations + Self.names + Self.ranges + Self.others + Self.measures + Self.bound
            + Self.marks
        let typed = (Self.french + Self.ordinals + Self.english).map(\.0) + tagged.map(\.1)
        for typed in typed {
            let bytes = Array(typed.utf8)
            let punctuation = Punctuation(pack)
            let once = Revision(punctuation.proof(bytes, in: 0..<bytes.count).edits).text(
                from: bytes
            )
            let twice = Revision(punctuation.proof(once, in: 0..<once.count).edits).text(from: once)
            #expect(
                String(decoding: once, as: UTF8.self) == String(decoding: twice, as: UTF8.self)
            )
        }
    }

    /// Marks stand around the words of another language as around any others.
    @Test func pairsQuotationMarksAroundWordsOfAnotherLanguage() {
        let typed = "He said \"word MOT here\" then. \"MOT\" end. \"MOT\"! \"x\" y."
        let bytes = Array(typed.utf8)
        let others = typed.ranges(of: "MOT").map { range in
            let start = typed.utf8.distance(from: typed.startIndex, to: range.lowerBound)
            return start..<start + 3
        }
        let proof = Punctuation(Desk().pack("en")).proof(
            bytes,
            in: 0..<bytes.count,
            without: others
        )
        let text = String(decoding: Revision(proof.edits).text(from: bytes), as: UTF8.self)
        #expect(text == "He said “word MOT here” then. “MOT” end. “MOT”! “x” y.")
    }

    /// Letters and figures are data: nothing but marks and spaces may differ, and endings of ordinals.
    @Test func neverChangesALetterOrAFigure() {
        let pack = Desk().pack("fr")
        for (typed, _) in Self.french + Self.english {
            let bytes = Array(typed.utf8)
            let edits = Punctuation(pack).proof(bytes, in: 0..<bytes.count).edits
            let result = String(decoding: Revision(edits).text(from: bytes), as: UTF8.self)
            let kept = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
            #expect(kept(result) == kept(typed))
        }
    }
}
