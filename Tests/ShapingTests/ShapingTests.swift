import Diagnostics
import Glyphs
import Shaping
import TestSupport
import Testing
import Unicode
import Units

@Suite struct ShapingTests {
    let shaper = Shaper(NotoFonts.catalogue())

    private func style(
        _ family: String = "Noto Serif",
        weight: Int = 400,
        features: [String] = [],
        language: String = "fr"
    ) -> FontStyleID {
        shaper.id(
            of: FontStyle(family: family, weight: weight, features: features, language: language)
        )
    }

    private func glyphs(_ word: ShapedWord) -> [UInt32] { word.runs.flatMap(\.glyphs).map(\.id) }

    private func families(_ word: ShapedWord) -> [String] {
        word.runs.map { shaper.catalogue[$0.font].family }
    }

    @Test func givesALigatureTheTextOfItsLetters() throws {
        let word = shaper.shape("office", in: style(features: ["liga", "dlig"]))
        try expectReference(word.dump(), named: "ligature")
    }

    @Test func joinsArabicLettersAndTurnsThemRound() throws {
        let word = shaper.shape("السلام", in: style(language: "ar"), script: .arabic, level: 1)
        try expectReference(word.dump(), named: "arabic")
        let text = try #require(word.runs.first?.text)
        #expect(text.unicodeScalars.first == "م" && text.unicodeScalars.last == "ا")
        #expect(word.missing.isEmpty)
    }

    @Test func setsLatinWordsOfAnotherScriptsTextInTheLatinOfTheSameRole() {
        let amharic = shaper.id(
            of: FontStyle(
                family: "Noto Serif Ethiopic",
                companions: ["Latn": "Noto Sans", "Ethi": "Noto Serif Ethiopic"],
                language: "am"
            )
        )
        #expect(
            families(shaper.shape("አዲስ", in: amharic, script: .ethiopic)) == ["Noto Serif Ethiopic"]
        )
        #expect(families(shaper.shape("Fanta", in: amharic, script: .latin)) == ["Noto Sans"])
    }

    @Test func findsForAWordOfASansASansThoughASerifIsListedFirst() {
        func families(of design: FontDesign, _ text: String, script: Script) -> [String] {
            let listed: [(String, String, FontDesign?)] = [
                ("Plain", "NotoNaskhArabic-Regular", design),
                ("Noto Serif", "NotoSerif-Regular", .serif),
                ("Noto Sans", "NotoSans-Regular", .sans),
            ]
            let entries = listed.map { family, file, design in
                var entry = NotoFonts.entry(family, file)
                entry.design = design
                return entry
            }
            let catalogue = FontCatalogue(
                entries: entries,
                fallback: ["Latn": ["Noto Serif", "Noto Sans"]],
                opening: NotoFonts.catalogue().opening
            )
            let shaper = Shaper(catalogue)
            let style = shaper.id(of: FontStyle(family: "Plain", language: "ha"))
            let word = shaper.shape(text, in: style, script: script)
            return word.runs.map { catalogue[$0.font].family }
        }
        #expect(families(of: .sans, "ƙauyuka", script: .latin) == ["Noto Sans"])
        #expect(families(of: .serif, "ƙauyuka", script: .latin) == ["Noto Serif"])
    }

    @Test func takesTheFiguresThatAScriptsFontLacksFromTheLatinOfTheSameRole() {
        let style = shaper.id(
            of: FontStyle(
                family: "Noto Sans N’Ko",
                companions: ["Latn": "Noto Serif", "Nkoo": "Noto Sans N’Ko"],
                language: "nqo"
            )
        )
        let number = shaper.shape("+223", in: style, script: .nko, level: 2)
        #expect(families(number) == ["Noto Serif"])
    }

    @Test(arguments: [
        ("44", 2, "Noto Serif"), ("+223", 2, "Noto Serif"), ("٤٤", 2, "Noto Naskh Arabic"),
        ("كم", 1, "Noto Naskh Arabic"),
    ])
    func takesFiguresOfEuropeAmongArabicFromTheLatinOfThePage(
        text: String,
        level: UInt8,
        family: String
    ) {
        let style = shaper.id(
            of: FontStyle(
                family: "Noto Naskh Arabic",
                companions: ["Latn": "Noto Serif", "Arab": "Noto Naskh Arabic"],
                language: "ar"
            )
        )
        #expect(families(shaper.shape(text, in: style, script: .arabic, level: level)) == [family])
    }

    /// A title in Latin letters slants on an Arabic page; an Arabic word that is set apart is bold, as are
    /// figures beside it.
    @Test(arguments: [
        ("Kone", Script.latin, 2, "Noto Serif", 400, true),
        ("السلام", .arabic, 1, "Noto Naskh Arabic", 700, false),
        ("44", .arabic, 2, "Noto Serif", 700, false),
    ])
    func slantsOnlyLettersThatHaveItalics(
        text: String,
        script: Script,
        level: UInt8,
        family: String,
        weight: Int,
        isItalic: Bool
    ) throws {
        let bold = NotoFonts.entry("Noto Naskh Arabic", "NotoNaskhArabic-Bold", weight: 700)
        let shaper = Shaper(NotoFonts.catalogue(NotoFonts.entries + [bold]))
        let style = shaper.id(
            of: FontStyle(
                family: "Noto Naskh Arabic",
                companions: ["Latn": "Noto Serif", "Arab": "Noto Naskh Arabic"],
                isItalic: true,
                uprightWeight: 700,
                language: "ar"
            )
        )
        let word = shaper.shape(text, in: style, script: script, level: level)
        let face = shaper.catalogue[try #require(word.runs.first).font]
        #expect((face.family, face.weight, face.isItalic) == (family, weight, isItalic))
    }

    @Test func setsNKoFromRightToLeft() throws {
        let word = shaper.shape("ߒߞߏ", in: style(language: "nqo"), script: .nko, level: 1)
        try expectReference(word.dump(), named: "nko")
        #expect(families(word) == ["Noto Sans N’Ko"])
    }

    @Test(arguments: [
        ("𞤀𞤣𞤤𞤢𞤥", Script.adlam, "Noto Sans Adlam"),
        ("አዲስ", Script.ethiopic, "Noto Serif Ethiopic"),
        ("ⵜⵉⴼⵉⵏⴰⵖ", Script.tifinagh, "Noto Sans Tifinagh"),
    ])
    func findsAFontForTheScript(text: String, script: Script, family: String) {
        let word = shaper.shape(
            text,
            in: style(),
            script: script,
            level: script.isRightToLeft ? 1 : 0
        )
        #expect(families(word) == [family])
        #expect(word.missing.isEmpty)
    }

    /// Else the font of the page is there for its space alone, and whoever copies finds none.
    @Test(arguments: [
        (Script.tifinagh, "Noto Sans Tifinagh"), (Script.adlam, "Noto Sans Adlam"),
        (Script.latin, "Noto Serif"),
    ])
    func takesSpacesFromTheFontOfTheLettersBeside(script: Script, family: String) {
        for space in [" ", "\u{A0}", "\u{202F}"] {
            #expect(families(shaper.shape(space, in: style(), script: script)) == [family])
        }
    }

    @Test func drawsAllWhiteWithTheSpace() {
        let space = glyphs(shaper.shape(" ", in: style()))
        let narrow = shaper.shape("\u{202F}", in: style())
        #expect(glyphs(shaper.shape("\u{A0}", in: style())) == space && glyphs(narrow) == space)
        #expect(narrow.width < shaper.shape(" ", in: style()).width)
        #expect(narrow.runs.map(\.text) == ["\u{202F}"])
    }

    @Test func bringsOnlyTheSignFromAnotherFont() {
        let word = shaper.shape("a⇒b", in: style())
        #expect(families(word).first == "Noto Serif" && families(word).last == "Noto Serif")
        #expect(word.runs.count == 3)
        #expect(word.missing.isEmpty)
    }

    @Test func aGlyphOfALongReportTakesEightBytes() {
        #expect(MemoryLayout<Glyph>.stride == 8)
    }

    @Test func keepsBesideThePenOnlyTheMarksThatStandThere() {
        let plain = shaper.shape("plain", in: style())
        #expect(plain.runs.allSatisfy { $0.offsets.isEmpty })
        let marked = shaper.shape("ɔ̀", in: style()).runs[0]
        #expect(marked.glyphs.count == 2 && marked.offsets.count == 2)
        #expect(marked.offsets[0] == .zero && marked.offsets[1] != .zero)
    }

    @Test func namesALetterThatNoFontHasAndDrawsNoBox() throws {
        let id = style()
        let word = shaper.shape("ka𓀀ti", in: id)
        #expect(word.missing == [MissingGlyph(scalar: 0x13000, offset: 2)])
        #expect(!glyphs(word).contains(0))
        #expect(word.runs.map(\.text).joined() == "kati")
        let problem = shaper.diagnostic(of: word.missing[0], in: id, at: nil)
        #expect(problem.message.description.contains("U+13000 EGYPTIAN HIEROGLYPH A001"))
        #expect(problem.hints.first?.description.contains("fonts-nowhere") == true)
    }

    @Test func saysWhichFamilyHasALetter() {
        let id = style()
        let word = shaper.shape("ཀ", in: id, script: Script("Tibt"))
        let problem = shaper.diagnostic(of: word.missing[0], in: id, at: nil)
        #expect(problem.hints.first?.description.contains("Noto Serif Tibetan") == true)
    }

    @Test func missesNoInvisibleCharacters() {
        let word = shaper.shape("co\u{AD}opé\u{200B}ra\u{2060}tion", in: style())
        #expect(word.missing.isEmpty)
        #expect(word.runs.map(\.text).joined() == "coopération")
        #expect(word.width == shaper.shape("coopération", in: style()).width)
    }

    /// Unifont draws them, and Cairo takes no text that holds one.
    @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF] as [UInt32])
    func drawsNothingForWhatIsNoCharacter(value: UInt32) throws {
        let letter = Character(try #require(Unicode.Scalar(value)))
        let word = shaper.shape("co\(letter)op", in: style())
        #expect(word.missing.isEmpty && word.runs.map(\.text).joined() == "coop")
    }

    @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2011}", "\u{2013}", "\u{2212}"])
    func drawsSpacesAndDashes(text: String) {
        let word = shaper.shape(text, in: style())
        #expect(word.missing.isEmpty && word.width > 0)
    }

    @Test func takesTheFormsOfTheLanguage() {
        // Romanian wants a comma under its s where Turkish has a cedilla.
        let romanian = shaper.shape("ş", in: style("Noto Sans", language: "ro"))
        let turkish = shaper.shape("ş", in: style("Noto Sans", language: "tr"))
        #expect(glyphs(romanian) != glyphs(turkish))
    }

    @Test func switchesFeaturesOnAndOff() {
        let plain = glyphs(shaper.shape("affine 123", in: style()))
        #expect(glyphs(shaper.shape("affine 123", in: style(features: ["smcp"]))) != plain)
        #expect(glyphs(shaper.shape("affine 123", in: style(features: ["onum"]))) != plain)
        let open = glyphs(shaper.shape("affine 123", in: style(features: ["-liga", "-kern"])))
        #expect(open.count == 10)
    }

    @Test func keepsHookedLettersAndTheirTonesTogether() {
        let word = shaper.shape("ɓɛ\u{301}ɗɔ\u{300}\u{303}", in: style(), script: .latin)
        #expect(word.runs.count == 1)
        #expect(word.missing.isEmpty)
        #expect(word.runs[0].clusters.count == 4)
    }

    @Test func shapesEachWordOnce() {
        let id = style()
        let first = shaper.shape("programme", in: id)
        #expect(first === shaper.shape("programme", in: id))
        #expect(first !== shaper.shape("programme", in: id, script: .common))
        #expect(first !== shaper.shape("programme", in: style(weight: 700)))
    }

    @Test func knowsWhereAWordMayBeDividedAsItStands() throws {
        let word = shaper.shape("hyphenation", in: style(features: ["-kern"]))
        let before = try #require(word.advance(before: 6))
        #expect(abs(before - shaper.shape("hyphen", in: style(features: ["-kern"])).width) < 1e-6)
        #expect(word.advance(before: 11) == word.width)
        let arabic = shaper.shape("السلام", in: style(language: "ar"), script: .arabic, level: 1)
        // After alif, which joins nothing, the word may be divided; inside seen and lam never.
        #expect(arabic.advance(before: 6) == nil)
    }

    @Test func survivesWordsOfAnyLength() {
        let word = shaper.shape(String(repeating: "a", count: 1_000_000), in: style())
        #expect(word.runs.reduce(0) { $0 + $1.glyphs.count } == 1_000_000)
        let pile = shaper.shape("o" + String(repeating: "\u{301}", count: 100_000), in: style())
        #expect(pile.width > 0)
        #expect(shaper.shape("", in: style()).width == 0)
    }

    @Test func clusterCountsAddUp() {
        for text in ["office", "affligé", "ɔ\u{301}ɛ", "a⇒b", "ffi\u{AD}ffl"] {
            for run in shaper.shape(text, in: style()).runs {
                #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.utf8.count)
                #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
            }
        }
    }
}
