import Diagnostics
import Foundation
import Griot
import Testing

/// What papers in several languages owe to the packs, to CLDR and to the scripts of their letters.
@Suite struct LanguageTests {
    // MARK: Digits

    @Test func printsAllItsOwnNumbersInTheFiguresOfThePack() throws {
        let desk = try Desk()
        try desk.write(
            "language: ar-EG\nextends: ar\ndigits: \"٠١٢٣٤٥٦٧٨٩\"\n",
            to: "layouts/languages/ar-EG.yaml"
        )
        let text = try desk.flow(
            of: Desk.summary(
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
        #expect(text.contains("١٤–١٥⍽مارس ٢٠٢٢"))
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
        let text = try desk.flow(
            of: Desk.summary(
                "lead: \"Le mot « الماء العذب » et ⴰⵎⴰⵏ, à l’angle α.\"",
                language: "fr"
            )
        )
        #expect(text.contains("lang=ar"))
        #expect(text.contains("lang=zgh"))
        #expect(!text.contains("lang=el"))
    }

    @Test func tellsALanguageMarkInAFieldOfPlainText() throws {
        let desk = try Desk()
        let file = try desk.write(
            Desk.summary("series: \"Un mot [الماء]{ar}\"", language: "fr"),
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
        let file = try desk.write(Desk.summary("lead: \(words)", language: language), to: "a.yaml")
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
        let file = try desk.write(Desk.summary(words, language: "[en, fr]"), to: "a.yaml")
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
        let file = try desk.write(Desk.summary(words, language: "bm"), to: "a.yaml")
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
        let text = try desk.flow(
            of: Desk.summary(
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
            let text = try desk.flow(of: Desk.summary("lead: Le \(typed) mai", language: "fr"))
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
        let text = try desk.flow(
            of: Desk.summary(
                "event: {id: e, title: E, date: 2022-03-14, city: X, country: \"\(code)\"}",
                language: language
            )
        )
        #expect(text.contains(name))
    }

    /// Some versions of CLDR have names in N’Ko and some have none; a code is none.
    @Test func printsNoBareCodeOfACountry() throws {
        let place = "event: {id: e, title: E, date: 2022-03-14, city: Oslo, country: \"NO\"}"
        let text = try Desk().flow(of: Desk.summary(place, language: "nqo"))
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
        let text = try desk.flow(
            of: """
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
            Desk.summary(
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
        _ = try desk.flow(
            of: Desk.summary(
                "event: {id: e, title: E, date: 2022-03-14, timezone: \(name)}",
                language: "en"
            )
        )
    }
}
