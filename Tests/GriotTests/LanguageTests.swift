import Diagnostics
import Foundation
import Griot
import Testing

/// What papers in several languages owe to the packs, to CLDR and to the scripts of their letters.
@Suite struct LanguageTests {
    private func summary(_ lines: String, language: String) -> String {
        "kind: workshop-summary\nlang: \(language)\ntitle: T\n\(lines)\n"
    }

    private func flow(_ desk: Desk, _ text: String, as name: String = "summary.yaml") throws
        -> String
    {
        let file = try desk.write(text, to: name)
        let dump = desk.press.dump(Job(file: file), after: .flow)
        #expect(desk.said(dump.outcome) == "")
        return dump.text
    }

    // MARK: Packs of the event

    private static let event = "event: {id: e, title: E, date: 2022-03-14, city: X}"

    private static let ewe = """
        language: ee
        extends: en
        name: Eʋegbe
        months: [dzv, dzd, ted, afɔ, dam, mas, sia, dea, any, kel, ade, dzm]
        words: {contents: Nusiwo le eme}
        """

    @Test func readsALanguagePackOfTheEvent() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "layouts/languages/ee.yaml")
        let text = try flow(desk, summary(Self.event, language: "ee"))
        #expect(text.contains("ted 2022"))
    }

    private static let long =
        "sections: [{title: A, body: "
        + Array(repeating: "saatefaaxandeer", count: 60).joined(separator: " ") + "}]"

    private func hyphens(_ desk: Desk, _ hyphenation: String, _ language: String = "srr") throws
        -> Int
    {
        try desk.write(
            "language: \(language)\nextends: en\nhyphenation: \(hyphenation)\n",
            to: "layouts/languages/\(language).yaml"
        )
        let file = try desk.write(
            summary("\(Self.event)\n\(Self.long)", language: language),
            to: "summary.yaml"
        )
        let dump = try Desk.again(desk).press.dump(Job(file: file), after: .typesetting)
        #expect(desk.said(dump.outcome) == "")
        return dump.text.components(separatedBy: "saate\u{AD}’").count - 1
    }

    @Test func dividesWordsByPatternsThatLieBesideTheirPack() throws {
        let desk = try Desk()
        let folder = "layouts/languages"
        try desk.write("UTF-8\nate1f\n", to: "\(folder)/hyph_srr.dic")
        try desk.write("% title: Seereer\n\\patterns{\nate1f é1b\n}\n", to: "\(folder)/srr.tex")
        #expect(try hyphens(desk, "none") == 0)
        #expect(try hyphens(desk, "hyph_srr.dic") > 0)
        #expect(try hyphens(desk, "srr.tex") > 0)
        let job = Job(file: desk.path("summary.yaml"))
        let certificate = try Desk.again(desk).press.certifyLanguages(of: job).certificate
        #expect(certificate.contains { "\($0)".contains("words divided by srr.tex") })
    }

    @Test(arguments: [
        ("hyph_sr.dic", "there is no such file"), ("../../../away.dic", "outside the event"),
        ("/etc/passwd", "outside the event"), ("folder.dic", "it is a folder"),
        ("endless.dic", "outside the event"), ("empty.dic", "holds no patterns"),
        ("words.dic", "holds no patterns"), ("../hyph_srr.dic", "not lie beside the pack"),
    ])
    func tellsOfPatternsThatCannotBeRead(name: String, reason: String) throws {
        let desk = try Desk()
        let folder = "layouts/languages"
        try desk.write("UTF-8\nate1f\n", to: "\(folder)/hyph_srr.dic")
        try desk.write("UTF-8\nate1f\n", to: "layouts/hyph_srr.dic")
        try desk.write("", to: "\(folder)/empty.dic")
        try desk.write("<html>\nNot found\n", to: "\(folder)/words.dic")
        try desk.write("", to: "\(folder)/folder.dic/x")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("\(folder)/endless.dic"),
            withDestinationPath: "/dev/zero"
        )
        try desk.write(
            "language: srr\nextends: en\nhyphenation: \(name)\n",
            to: "\(folder)/srr.yaml"
        )
        let file = try desk.write(summary(Self.long, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("\(folder)/srr.yaml:3:14: error: ‘\(name)’ can't be read"), "\(said)")
        #expect(said.contains(reason), "\(said)")
        #expect(said.contains("put a file of patterns beside the pack"))
        #expect(said.contains("did you mean ‘hyph_srr.dic’?") == (name == "hyph_sr.dic"))
    }

    @Test func tellsOfALanguageThatHasNoPatternsHere() throws {
        let desk = try Desk()
        try desk.write(
            "language: srr\nextends: en\nhyphenation: tout-faux\n",
            to: "layouts/languages/srr.yaml"
        )
        let file = try desk.write(summary(Self.long, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("srr.yaml:3:14: warning: no patterns of hyphenation are installed"))
    }

    @Test func tellsOnceOfPacksThatDifferFromOneAnotherInACircle() throws {
        let desk = try Desk()
        let file = try desk.write(summary(Self.event, language: "srr"), to: "summary.yaml")
        let job = Job(file: file)
        let place = "layouts/languages/srr.yaml"
        try desk.write("language: srr\nextends: srr\n", to: place)
        let alone = try Desk.again(desk).press.check(job)
        #expect(alone.messages.errorCount == 1 && alone.messages.warningCount == 0)
        #expect(desk.said(alone).contains("srr.yaml:2:10: error: language packs differ from one"))
        #expect(desk.said(alone).contains("in a circle: srr, srr"))
        try desk.write("language: srr\nextends: wol\n", to: place)
        try desk.write("language: wol\nextends: srr\n", to: "layouts/languages/wol.yaml")
        let both = try Desk.again(desk).press.check(job)
        #expect(both.messages.errorCount == 1)
        #expect(desk.said(both).contains("wol.yaml:2:10: error: "))
        #expect(desk.said(both).contains("in a circle: srr, wol, srr"))
    }

    @Test(arguments: [
        ("", "the language pack ‘layouts/languages/srr.yaml’ is empty"),
        ("# later\n", "the language pack ‘layouts/languages/srr.yaml’ is empty"),
        ("name: S\u{E9}reer\n", "UTF-8"),
    ])
    func doesNotCallAPackMissingThatCannotBeRead(text: String, reason: String) throws {
        let desk = try Desk()
        let letters = text.unicodeScalars.map { UInt8($0.value) }
        try desk.write(letters, to: "layouts/languages/srr.yaml")
        let file = try desk.write(summary(Self.event, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains(reason), "\(said)")
        #expect(!said.contains("there is no language pack"), "\(said)")
    }

    @Test func laysAPackOfTheEventOverTheHousesOfTheSameName() throws {
        let desk = try Desk()
        try desk.write(
            "language: fr\nextends: fr\nshort-months: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
                + "months: [a, b, ventôse, d, e, f, g, h, i, j, k, l]\n",
            to: "layouts/languages/fr.yaml"
        )
        let text = try flow(
            desk,
            summary("\(Self.event)\nlead: Quoi ? Rien !", language: "fr")
        )
        #expect(text.contains("14⍽ventôse 2022"))
        #expect(text.contains("Quoi‿? Rien‿!"))
        // Another event has the house’s own.
        let other = try desk.write(
            summary(Self.event, language: "fr"),
            to: "other/summary.yaml"
        )
        #expect(
            desk.press.dump(Job(file: other), after: .flow).text.contains("14⍽mars 2022")
        )
    }

    @Test func tellsTheMistakesOfAPackOfTheEvent() throws {
        let desk = try Desk()
        try desk.write(
            "language: ee\nextends: eng\nmonhts: [a]\n",
            to: "layouts/languages/ee.yaml"
        )
        let file = try desk.write(summary("", language: "ee"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("layouts/languages/ee.yaml:2:10: error"))
        #expect(said.contains("layouts/languages/ee.yaml:3:1: error"))
        #expect(said.contains("did you mean ‘months’?"))
    }

    @Test func carriesThePacksOfTheEventInThePDF() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "event/layouts/languages/ee.yaml")
        try desk.write(
            Self.ewe.replacing("ee\n", with: "zz\n"),
            to: "event/layouts/languages/zz.yaml"
        )
        let file = try desk.write(
            summary("date: 2022-03-14", language: "ee"),
            to: "event/summary.yaml"
        )
        let first = desk.path("first.pdf")
        let outcome = desk.press.render(Job(file: file), to: .file(first))
        #expect(outcome.succeeded, "\(desk.said(outcome))")
        _ = try AttachedSource(opening: first).write(to: desk.path("again"))
        let manager = FileManager.default
        #expect(manager.fileExists(atPath: desk.path("again/layouts/languages/ee.yaml")))
        #expect(!manager.fileExists(atPath: desk.path("again/layouts/languages/zz.yaml")))
        let second = desk.path("second.pdf")
        _ = desk.press.render(Job(file: desk.path("again/summary.yaml")), to: .file(second))
        #expect(manager.contentsEqual(atPath: first, andPath: second))
    }

    @Test func makesAgainWhereAPackOfTheEventChanges() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "event/layouts/languages/ee.yaml")
        try desk.write(summary("", language: "ee"), to: "event/summary.yaml")
        let making = Making(folder: desk.path("event"))
        let installation = Installation(folder: Desk.root.path)
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.unchanged])
        try desk.write(Self.ewe + "\nleading: 1.1", to: "event/layouts/languages/ee.yaml")
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
    }

    // MARK: Digits

    @Test func printsAllItsOwnNumbersInTheFiguresOfThePack() throws {
        let desk = try Desk()
        try desk.write(
            "language: ar-EG\nextends: ar\ndigits: \"٠١٢٣٤٥٦٧٨٩\"\n",
            to: "layouts/languages/ar-EG.yaml"
        )
        let text = try flow(
            desk,
            summary(
                """
                number: "7/2022"
                event: {id: e, title: E, date: 2022-03-14, end: 2022-03-15, time: "9:30–17:00", city: X}
                lead: |
                  كتب 15,416 هنا^[حاشية]

                  1. أول
                  2. ثان
                participants: {total: 15416}
                """,
                language: "ar-EG"
            )
        )
        #expect(text.contains("١٤–١٥ مارس ٢٠٢٢"))
        #expect(text.contains("١٥٬٤١٦"))
        #expect(text.contains("‘١’ indent"))
        #expect(text.contains("15,416"), "what was typed stays")
        let pages = desk.press.dump(Job(file: desk.path("summary.yaml")), after: .pagination).text
        #expect(pages.contains("page 1 ‘1’"), "viewers count pages in figures of their own")
        #expect(pages.contains("‘١’"))
    }

    // MARK: Scripts

    @Test func saysTheLikelyLanguageOfWordsInAnotherScript() throws {
        let desk = try Desk()
        let text = try flow(
            desk,
            summary("lead: \"Le mot « الماء العذب » et ⴰⵎⴰⵏ, à l’angle α.\"", language: "fr")
        )
        #expect(text.contains("lang=ar"))
        #expect(text.contains("lang=zgh"))
        #expect(!text.contains("lang=el"))
    }

    @Test func tellsALanguageMarkInAFieldOfPlainText() throws {
        let desk = try Desk()
        let file = try desk.write(
            summary("series: \"Un mot [الماء]{ar}\"", language: "fr"),
            to: "summary.yaml"
        )
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("summary.yaml:4:17: warning: ‘series’ is plain text"))
        #expect(said.contains("write ‘الماء’"))
    }

    // MARK: Punctuation

    @Test(arguments: [
        ("fr", "Il dit “oui” et „ja“, puis « non “si” ».", ["“oui”", "„ja“"], "« oui »"),
        ("de", "Er sagt “gut” und „ja ‚so‘“.", ["“gut”"], "„gut“"),
        ("ar", "قال “كلمة” و«نعم».", ["“كلمة”"], "«كلمة»"),
        ("en", "He says “yes” and «no», it’s 5” long.", ["«no»"], "“no”"),
    ])
    func namesQuotationMarksOfAnotherLanguage(
        language: String,
        words: String,
        foreign: [String],
        mend: String
    ) throws {
        let desk = try Desk()
        let file = try desk.write(summary("lead: \(words)", language: language), to: "a.yaml")
        let outcome = desk.press.certifyLanguages(of: Job(file: file))
        let said = desk.said(outcome).replacing("\u{202F}", with: " ")
        for quotation in foreign {
            #expect(said.contains("the quotation marks of ‘\(quotation)’ are not those of"))
        }
        #expect(said.components(separatedBy: "the quotation marks of").count == foreign.count + 1)
        #expect(said.contains("write ‘\(mend)’"))
        let before = words.prefix(upTo: words.range(of: foreign[0])!.lowerBound)
        #expect(said.contains("a.yaml:4:\(before.count + 7): warning"))
        #expect(outcome.certificate.contains("punctuation: the quotation marks"))
    }

    /// A language’s certificate answers for what its edition prints; the other has its own.
    @Test func certifiesOfAnEditionWhatItPrints() throws {
        let desk = try Desk()
        let words = "lead: {en: \"Who ? He says «no».\", fr: \"Il dit “oui”.\"}"
        let file = try desk.write(summary(words, language: "[en, fr]"), to: "a.yaml")
        let parts = desk.press.certifyLanguages(of: Job(file: file)).certificate.english
            .components(separatedBy: "edition ‘fr’")
        let (english, french) = (parts[0], parts[1])
        for own in ["a space before ‘?’", "‘«no»’"] {
            #expect(english.contains(own) && !french.contains(own), "\(parts)")
        }
        #expect(french.contains("‘“oui”’") && !english.contains("‘“oui”’"), "\(parts)")
    }

    /// Whoever answers for the paper looks at the letters that a face has no places for.
    @Test func certifiesWhereMarksAreThatHaveNoAnchor() throws {
        let desk = try Desk()
        let words = "brand: savanna\nlead: A b\u{303} k\u{303}a\nsubtitle: The b\u{303}a"
        let file = try desk.write(summary(words, language: "bm"), to: "a.yaml")
        let outcome = desk.press.certifyLanguages(of: Job(file: file))
        let certificate = outcome.certificate.english
        #expect(certificate.contains("for 2 without an anchor"), "\(certificate)")
        let place = try #require(
            certificate.split(separator: "\n").first { $0.contains("2 times") }
        )
        #expect(
            place.contains("‘b\u{303}’ 2 times, in ") && place.contains("a.yaml:5:9"),
            "\(place)"
        )
        #expect(place.hasSuffix("a.yaml:6:15"), "\(place)")
        #expect(outcome.certificateJSON.contains("\"letter\":\"b\u{303}\",\"count\":2"))
    }

    /// French calls the first of a month otherwise, and packs that extend it say that they do not.
    @Test(arguments: [("nqo", "߁ ߘߓߊ߬ߕߊ"), ("ff-Adlm", "𞥑 𞤁𞤵𞥅𞤶𞤮")])
    func writesTheFirstOfAMonthInItsOwnFigures(language: String, day: String) throws {
        let desk = try Desk()
        let text = try flow(
            desk,
            summary(
                "event: {id: e, title: E, date: 2024-05-01, city: X, country: SN}",
                language: language
            )
        )
        #expect(text.contains(day))
    }

    /// `1^er^`: the writer raised it, and the language would once more.
    @Test func raisesTheEndingOfAnOrdinalOnce() throws {
        let desk = try Desk()
        let sizes = try ["1er", "1^er^"].map { typed in
            let text = try flow(desk, summary("lead: Le \(typed) mai", language: "fr"))
            return text.split(separator: "\n").filter { $0.contains("er") }.map(String.init)
        }
        #expect(sizes[0] == sizes[1], "\(sizes)")
    }

    // MARK: Names

    @Test(arguments: [
        ("fr", "BR", "Brésil"), ("pt", "AO", "Angola"), ("en", "NO", "Norway"),
        ("pt-BR", "JP", "Japão"), ("bm", "VN", "Wiyɛtinamu"),
    ])
    func namesCountriesAsCLDRDoesWhereThePackDoesNot(
        language: String,
        code: String,
        name: String
    ) throws {
        let desk = try Desk()
        let text = try flow(
            desk,
            summary(
                "event: {id: e, title: E, date: 2022-03-14, city: X, country: \"\(code)\"}",
                language: language
            )
        )
        #expect(text.contains(name))
    }

    /// Some versions of CLDR have names in N’Ko and some have none; a code is none.
    @Test func printsNoBareCodeOfACountry() throws {
        let place = "event: {id: e, title: E, date: 2022-03-14, city: Oslo, country: \"NO\"}"
        let text = try flow(try Desk(), summary(place, language: "nqo"))
        #expect(text.contains("Oslo"))
        #expect(!text.split { !$0.isLetter }.contains("NO"))
    }

    @Test(arguments: [
        (
            "{given: Ute, family: Kern, academic_title: Dr.}, gender: f",
            "Sehr geehrte Frau⍽Dr.⍽Kern,"
        ),
        ("{given: Max, family: Roth}, gender: m", "Sehr geehrter Herr⍽Roth,"),
        ("{given: Ibra, family: SARR}, gender: m", "Sehr geehrter Herr⍽Sarr,"),
        ("{given: Awa, family: N’DIAYE-BÂ}, gender: f", "Sehr geehrte Frau⍽N’Diaye-Bâ,"),
        ("{given: Kim, family: Sow}", "Sehr geehrte Damen und Herren,"),
    ])
    func addressesAGermanGuestByName(name: String, salutation: String) throws {
        let desk = try Desk()
        let text = try flow(
            desk,
            """
            kind: invitation-letter
            lang: de
            event: {id: e, title: E, date: 2024-05-14}
            date: 2024-04-02
            subject: Einladung
            signatory: A. BA
            body: Wir laden ein.
            people: [{id: a, name: \(name)}]
            to: [{person: a}]
            """,
            as: "letter.yaml"
        )
        #expect(text.contains(salutation))
    }

    /// Whoever reads what is not in their language reads it in that of the event.
    @Test(arguments: [
        ("languages: [fr, en], ", "Partager"), ("languages: [en, fr], ", "Sharing"),
        ("languages: [ar], ", "Sharing"), ("", "Partager"),
    ])
    func printsWhatIsNotTranslatedInTheLanguagesOfTheEvent(event: String, word: String) throws {
        let desk = try Desk()
        let paper = """
            kind: workshop-summary
            lang: [fr, ar]
            title: {en: Sharing, fr: Partager, pt: Partilhar}
            event: {\(event)title: E, date: 2024-05-14}
            lead: Texte.

            """
        let file = try desk.write(paper, to: "summary.yaml")
        let job = Job(file: file, languages: ["ar"])
        #expect(desk.press.dump(job, after: .flow).text.contains("‘\(word)’"))
    }

    // MARK: Time zones

    @Test(arguments: [
        ("Mars/Phobos", "name it by its continent and a city"), ("GMT+1", "name it by"),
        ("Dakar", "did you mean ‘Africa/Dakar’?"),
        ("Africa/Bamaco", "did you mean ‘Africa/Bamako’?"),
        ("../../etc/passwd", "name it by"), ("Africa", "name it by"),
    ])
    func refusesATimeZoneThatDoesNotExist(name: String, hint: String) throws {
        let desk = try Desk()
        let file = try desk.write(
            summary(
                "event:\n  id: e\n  title: E\n  date: 2022-03-14\n  timezone: \(name)",
                language: "en"
            ),
            to: "summary.yaml"
        )
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("summary.yaml:8:13: error: there is no time zone ‘\(name)’"))
        #expect(said.contains(hint), "\(said)")
    }

    @Test(arguments: ["Africa/Dakar", "Europe/Paris", "UTC", "America/Argentina/Buenos_Aires"])
    func takesATimeZoneThatExists(name: String) throws {
        let desk = try Desk()
        _ = try flow(
            desk,
            summary(
                "event: {id: e, title: E, date: 2022-03-14, timezone: \(name)}",
                language: "en"
            )
        )
    }
}
