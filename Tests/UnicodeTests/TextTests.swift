import Testing

@testable import Unicode

@Suite struct TextTests {
    private func scripts(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return scriptRuns(in: text)
            .map { String(decoding: bytes[$0.range], as: UTF8.self) + "|\($0.script)" }
    }

    @Test func givesMarksAndSpacesTheScriptOfTheirLetters() {
        #expect(scripts("Bonjour, l’été !") == ["Bonjour, l’été !|Latn"])
        #expect(scripts("ɓɛ\u{301} ok") == ["ɓɛ\u{301} ok|Latn"])
        #expect(scripts("12 – 14") == ["12 – 14|Zyyy"])
        #expect(scripts("12 سلام") == ["12 سلام|Arab"])
        #expect(scripts("") == [])
    }

    @Test func givesSignsOfOneScriptToNoOther() {
        #expect(scripts("نص Bamako، مالي") == ["نص |Arab", "Bamako|Latn", "، مالي|Arab"])
        #expect(scripts("ok 12:30؟") == ["ok 12:30|Latn", "؟|Arab"])
        #expect(scripts("ߒߞߏ ab،") == ["ߒߞߏ |Nkoo", "ab|Latn", "،|Nkoo"])
        // Spaces and quotation marks that Latin is written with stay where they are.
        #expect(scripts("نص\u{202F}ab\u{202F}«") == ["نص\u{202F}|Arab", "ab\u{202F}«|Latn"])
    }

    @Test func closesABracketInTheScriptThatOpenedIt() {
        #expect(scripts("ab (سلام) cd") == ["ab (|Latn", "سلام|Arab", ") cd|Latn"])
        #expect(scripts("(ߒߞߏ) ab") == ["(ߒߞߏ) |Nkoo", "ab|Latn"])
    }

    @Test func beginsAnewInAnIsolate() {
        #expect(
            scripts("سلام \u{2066}« ab »\u{2069} ok") == [
                "سلام |Arab", "\u{2066}« ab »|Latn", "\u{2069} |Arab", "ok|Latn",
            ]
        )
        #expect(
            scripts("ab \u{2067}«سلام»\u{2069}.").map { $0.suffix(4) } == ["Latn", "Arab", "Latn"]
        )
        // Numbers after a name that stands before all else are in the script that comes.
        #expect(
            scripts("\u{2066}ab\u{2069}، 25 سلام") == ["\u{2066}ab|Latn", "\u{2069}، 25 سلام|Arab"]
        )
        #expect(scripts("\u{2066}ab\u{2069}, 25").map { $0.suffix(4) } == ["Latn"])
        // What has no letters is in the script around it.
        #expect(scripts("سلام \u{2066}+221\u{2069}.").allSatisfy { $0.hasSuffix("|Arab") })
        #expect(scripts("\u{2066}\u{2066}12") == ["\u{2066}\u{2066}12|Zyyy"])
        #expect(scripts("سلام \u{2066}12").allSatisfy { $0.hasSuffix("|Arab") })
    }

    @Test func readsLanguageTags() {
        #expect(Language("pt-br").tag == "pt-BR")
        #expect(Language("ff-adlm-gn").fallbackChain == ["ff-Adlm-GN", "ff-Adlm", "ff-GN", "ff"])
        #expect(Language("fr").fallbackChain == ["fr"])
        #expect(Language("es-419").region == "419")
        #expect(Language("en-u-ca-buddhist").tag == "en")
        #expect(Language("").tag == "und")
        #expect(Language("ff-Adlm").isRightToLeft && Language("nqo").isRightToLeft)
        #expect(Language("ar").isRightToLeft && Language("dv").isRightToLeft)
        #expect(!Language("ff").isRightToLeft && !Language("bm").isRightToLeft)
        #expect(Language("bm-Nkoo").isRightToLeft)
    }

    @Test func changesCaseAsTheLanguageDoes() {
        #expect("Sénégal".inCase(.capitals, language: "fr") == "SÉNÉGAL")
        #expect("istanbul".inCase(.capitals, language: "tr") == "İSTANBUL")
        #expect("ISTANBUL".inCase(.small, language: "tr") == "ıstanbul")
        #expect("straße".inCase(.capitals, language: "de") == "STRASSE")
        #expect("ɓɛŋ".inCase(.capitals, language: "bm") == "ƁƐŊ")
        #expect("mamadou DIOP".inCase(.title, language: "fr") == "Mamadou DIOP")
        #expect("".inCase(.title, language: "fr") == "")
        #expect("Istanbul".inCase(.capitals, language: "fr") == "ISTANBUL")
        let long = String(repeating: "ΐ", count: 500)
        #expect(long.inCase(.capitals, language: "en").unicodeScalars.count == 1_500)
    }

    @Test(arguments: [
        ("élus", "fr", "Élus"), ("istanbul", "tr", "İstanbul"), ("ijsberg", "nl", "IJsberg"),
        ("ßa", "de", "Ssa"), ("ǆep", "hr", "ǅep"), ("ɓada", "ha", "Ɓada"), ("", "tr", ""),
        ("آب", "fa", "آب"), ("12 mai", "fr", "12 mai"), ("e\u{301}t", "fr", "E\u{301}t"),
    ])
    func beginsWithACapitalAsTheLanguageDoes(text: String, language: String, expected: String) {
        #expect(text.capitalised(language: language) == expected)
    }

    @Test func knowsHowLettersOfAScriptBehave() {
        #expect(["Arab", "Nkoo", "Adlm", "Mong"].allSatisfy { Script($0).isJoined })
        #expect(!Script.latin.isJoined && !Script("Hebr").isJoined)
        #expect(["Latn", "Adlm", "Grek"].allSatisfy { Script($0).hasCase })
        #expect(!Script.arabic.hasCase && !Script.ethiopic.hasCase)
        #expect(Script("Cyrl").hasItalics && !Script.adlam.hasItalics)
        #expect(["ary", "aeb", "shu", "lad"].allSatisfy { Language($0).isRightToLeft })
        #expect(Unicode.Scalar("ش").runsFromRightToLeft && Unicode.Scalar("ߊ").runsFromRightToLeft)
        #expect(
            !Unicode.Scalar("é").runsFromRightToLeft && !Unicode.Scalar("7").runsFromRightToLeft
        )
    }

    @Test func composesLettersAndMarks() {
        #expect(Array("e\u{301}té".composed.unicodeScalars) == ["é", "t", "é"])
        #expect("ɛ\u{301}".composed.unicodeScalars.count == 2)
    }

    @Test func namesCharacters() {
        #expect(characterName(0x253) == "U+0253 LATIN SMALL LETTER B WITH HOOK")
        #expect(characterName(0xA) == "U+000A (control)")
        #expect(characterName(0xE000) == "U+E000 (private use)")
        #expect(characterName(0xD800) == "U+D800 (surrogate)")
        #expect(characterName(0x378) == "U+0378 (unassigned)")
    }

    @Test func knowsWhatCharactersAre() {
        #expect(isLetter(0x253) && isLetter(0x41) && !isLetter(0x21D2) && !isLetter(0x31))
        #expect(isMark(0x301) && !isMark(0x61))
        #expect(isDefaultIgnorable(0xAD) && isDefaultIgnorable(0x200D) && !isDefaultIgnorable(0x20))
        #expect(isWhitespace(0x20) && isWhitespace(0x202F) && !isWhitespace(0x2D))
    }

    @Test func breaksAfterSpacesAndAtTheEndsOfLines() {
        let breaks = LineBreaker().opportunities(in: "Un mot\nà dire", language: "fr")
        #expect(breaks == [3, 7, 10, 14])
    }

    @Test func keepsANoBreakSpaceTogether() {
        let breaks = LineBreaker().opportunities(in: "10\u{202F}000 francs\u{A0}!")
        #expect(breaks == [9, 18])
    }

    /// Every text of up to three letters of the classes that are decided without asking ICU.
    @Test func breaksPlainTextAsICUDoes() {
        let letters = ["a", "é", "7", " ", ",", ":", "’", "-", "("]
        let breaker = LineBreaker()
        var texts = [""]
        var wrong: [String] = []
        for _ in 1...3 {
            texts = texts.flatMap { text in letters.map { text + $0 } }
            wrong += texts.filter {
                breaker.opportunities(in: $0) != breaker.judgedOpportunities(in: $0)
            }
        }
        #expect(wrong.prefix(20) == [])
    }

    @Test func reordersRunsOfALine() {
        #expect(visualOrder(ofLevels: [0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4])
        #expect(visualOrder(ofLevels: []) == [])
        #expect(visualOrder(ofLevels: [2, 0]) == [0, 1])
        #expect(mirrored(0x28) == 0x29 && mirrored(0x61) == 0x61)
    }

    @Test func resolvesDirections() {
        let mixed = BidiText("Le mot سلام 12 fini")
        #expect(mixed.baseLevel == 0)
        #expect(mixed.runs.map(\.level) == [0, 1, 2, 0])
        #expect(BidiText("سلام abc").baseLevel == 1)
        #expect(BidiText("abc", direction: .rightToLeft).runs.map(\.level) == [2])
        #expect(BidiText("").runs.isEmpty)
    }

    /// Every character whose class is that of letters that run to the left, or of what makes others do so.
    @Test func seesEveryCharacterThatMayRunLeft() {
        let leftward: Set<BidiClass> = [.R, .AL, .AN, .RLE, .RLO, .RLI]
        let passedOver = (0x80...0x10_FFFF as ClosedRange<UInt32>)
            .compactMap(Unicode.Scalar.init)
            .filter { leftward.contains(BidiClass(of: $0.value)) }
            .filter { scalar in
                var text = String(Character(scalar))
                return !text.withUTF8 { mayRunLeft($0) }
            }
        #expect(passedOver.prefix(5) == [])
    }

    @Test func resolvesHostileNestingInTheTimeOfItsLength() {
        let brackets = String(repeating: "(\u{5D0}", count: 20_000)
        #expect(!BidiText(brackets + String(repeating: ")", count: 20_000)).runs.isEmpty)
        let isolates = String(repeating: "\u{2068}a\u{202B}", count: 20_000)
        #expect(!BidiText(isolates).runs.isEmpty)
    }
}
