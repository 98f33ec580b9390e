import Foundation
import Griot
import Testing

/// What is not translated is told once, and what was translated from another text is marked.
@Suite struct TranslationTests {
    private static let people = """
        people:
          - {id: awa, name: Awa KEITA, role: {fr: Coordinatrice}}
        """
    private static let summary = """
        kind: workshop-summary
        lang: [fr, en]
        title: {fr: Partager le puits, en: Sharing the well}
        lead:
          fr: |
            Les puits sont anciens.

            Les règles durent.
          en: |
            The wells are old.

            Rules last.
        sections:
          - {title: {fr: L’enjeu}, body: {fr: Deux années sèches., en: Two dry years.}}
        roles: [{person: awa, role: moderator}]
        """

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.write(Self.people, to: "people.yaml")
        try desk.write(Self.summary, to: "summary.yaml")
        return desk
    }

    @Test func listsWhatIsMissingOnceWithItsFieldAndPlace() throws {
        let desk = try desk()
        let outcome = desk.press.check(Job(file: desk.path("summary.yaml")))
        #expect(outcome.messages.warningCount == 2)
        let said = desk.said(outcome)
        #expect(
            said.contains("summary.yaml:14:18: warning: ‘sections.1.title’ has no ‘en’ version")
        )
        #expect(said.contains("people.yaml:2:43: warning: ‘people.awa.role’ has no ‘en’ version"))
        #expect(said.contains("remark: 2 texts of summary.yaml are not in ‘en’ yet"))
        let french = desk.press.check(Job(file: desk.path("summary.yaml"), languages: ["fr"]))
        #expect(french.messages.isEmpty)
    }

    @Test func tellsOfWordsThatWereWrittenWithoutTheirLanguageAmongSome() throws {
        let desk = try Desk()
        try desk.write("Prénom;Nom;Fonction\nAwa;KEITA;Maire\nAli;Sow;Juge\n", to: "people.csv")
        func paper(_ lang: String) -> String {
            """
            kind: workshop-summary
            lang: \(lang)
            number: Numéro douze
            title: {fr: Partager le puits, en: Sharing the well}
            place: "Ségou, au Mali"
            organisers: [Observatoire du fleuve]
            lead: Les puits sont anciens.
            series: Les notes
            objectives: [{fr: Écouter., en: Listen.}, Décider., {und: Kôrè fo.}, "2026"]
            roles: [{person: awa-keita, role: moderator}, {person: ali-sow, role: author}]

            """
        }
        let file = try desk.write(paper("[fr, en]"), to: "summary.yaml")
        let outcome = desk.press.check(Job(file: file))
        let said = desk.said(outcome)
        #expect(outcome.messages.warningCount == 3, "\(said)")
        #expect(said.contains("summary.yaml:7:7: warning: ‘lead’ is written without its language"))
        #expect(said.contains("summary.yaml:9:43: warning: ‘objectives.2’ is written without"))
        #expect(said.contains("‘Fonction’: warning: ‘people.awa-keita.role’ and 1 more text"))
        #expect(said.contains("write: lead: {fr: \"Les puits sont anciens.\", en: …}"))
        #expect(said.contains("add a column for the translation beside it: ‘Fonction (en)’"))
        let listed = desk.press.noteTranslations(of: Job(file: file), reviewed: false)
        #expect(desk.said(listed.outcome).contains("‘lead’ is written without its language"))
        // What the hints say is accepted, and asked for no more.
        let mended = paper("[fr, en]")
            .replacing("lead: Les puits sont anciens.", with: "lead: {fr: Vieux., en: Old.}")
            .replacing("Décider.", with: "{fr: Décider., en: Decide.}")
        try desk.write(mended, to: "summary.yaml")
        let sheet = "Prénom;Nom;Fonction;Fonction (en)\nAwa;KEITA;Maire;Mayor\nAli;Sow;Juge;Judge\n"
        try desk.write(sheet, to: "people.csv")
        #expect(try Desk.again(desk).press.check(Job(file: file)).messages.isEmpty)
        // An event of one language has nothing to translate.
        try desk.write(paper("fr"), to: "summary.yaml")
        #expect(try Desk.again(desk).press.check(Job(file: file)).messages.isEmpty)
    }

    @Test func tellsOnceOfAPaperThatIsInNoLanguageAtAll() throws {
        let desk = try Desk()
        let text = """
            kind: workshop-summary
            lang: [fr, en]
            title: Partager le puits
            lead: Les puits sont anciens.
            sections: [{title: Un, body: Les règles durent.}]

            """
        let job = Job(file: try desk.write(text, to: "summary.yaml"))
        let outcome = desk.press.check(job)
        #expect(outcome.messages.warningCount == 1)
        #expect(desk.said(outcome).contains("‘title’ and 2 more texts are written without their"))
    }

    /// Its quotation marks and spaces, which are narrow and hold, are those of the language it was written in.
    @Test func setsWhatIsNotTranslatedByTheRulesOfItsOwnLanguage() throws {
        let desk = try desk()
        let text = Self.summary.replacing(
            "fr: Deux années sèches., en: Two dry years.",
            with: "fr: '\"Qui ?\", dit-il; nul.'"
        )
        let job = Job(file: try desk.write(text, to: "summary.yaml"), languages: ["en"])
        let flow = desk.press.dump(job, after: .flow).text
        #expect(flow.contains("«‿Qui‿?‿», dit-il‿; nul."), "\(flow)")
        #expect(!desk.said(desk.press.check(job)).contains("not in ‘fr’"))
    }

    /// A picture stands across both columns, its words once in either language.
    @Test func givesPicturesTheirWordsInBothLanguagesOfAParallelPaper() throws {
        let desk = try Desk()
        let text = """
            kind: report
            layout: report-parallel
            lang: fr
            second_language: en
            title: {fr: Couloirs, en: Corridors}
            sections:
              - title: {fr: Un, en: One}
                body: {fr: Une., en: One.}
                figure: {src: route.svg, alt: A road, title: {fr: Carte, en: Map}, caption: {fr: La route, en: The road}}

            """
        let job = Job(file: try desk.write(text, to: "report.yaml"))
        let flow = desk.press.dump(job, after: .flow).text
        #expect(flow.contains("‘La route’") && flow.contains("‘The road’"), "\(flow)")
    }

    @Test func tellsWhatPapersOfAnEventShareWithTheFirstOfThem() throws {
        let desk = try desk()
        try desk.write("kind: event\nname: Wells\n", to: "event.yaml")
        try desk.write(Self.summary, to: "second.yaml")
        let making = Making(folder: desk.path("."), output: desk.path("out"))
        let results = try making.run(Installation(folder: Desk.root.path)) { _, _ in }
        let said = results.map { desk.said($0.outcome) }.joined()
        #expect(said.split(separator: "‘people.awa.role’ has no ‘en’ version").count == 2)
        #expect(said.split(separator: "‘sections.1.title’ has no ‘en’ version").count == 3)
    }

    @Test func marksATranslationWhoseSourceHasChanged() throws {
        let desk = try desk()
        let job = Job(file: desk.path("summary.yaml"))
        let first = desk.press.noteTranslations(of: job, reviewed: false)
        #expect(first.translated == 4 && first.noted == 4 && first.stale == 0)
        // A line more above, and the order of languages: neither is a change.
        var text = Self.summary.replacing("title: {fr: Part", with: "# moved\ntitle: {fr: Part")
        try desk.write(text, to: "summary.yaml")
        #expect(!desk.said(try Desk.again(desk).press.check(job)).contains("to review"))
        text = text.replacing("Les règles durent.", with: "Les règles ne durent pas.")
        try desk.write(text, to: "summary.yaml")
        let stale = try Desk.again(desk).press.check(job)
        let said = desk.said(stale)
        #expect(said.contains("summary.yaml:13:5: warning: to review: ‘lead’ in ‘en’"))
        #expect(said.contains("summary.yaml:9:5: note: its source stands here"))
        #expect(stale.messages.warningCount == 3)
        // To translate anew is all that is asked for.
        let mended = text.replacing("Rules last.", with: "Rules do not last.")
        try desk.write(mended, to: "summary.yaml")
        #expect(!desk.said(try Desk.again(desk).press.check(job)).contains("to review"))
        // Or to say that the old one holds.
        try desk.write(text, to: "summary.yaml")
        let kept = try Desk.again(desk).press.noteTranslations(of: job, reviewed: true)
        #expect(kept.noted == 1)
        #expect(!desk.said(try Desk.again(desk).press.check(job)).contains("to review"))
    }

    /// All items of a list were to review where one had changed.
    @Test func marksTheItemOfAListWhoseSourceHasChangedAlone() throws {
        let desk = try Desk()
        func paper(_ second: String, _ translated: String) -> String {
            """
            kind: workshop-summary
            lang: [fr, en]
            title: {fr: A, en: B}
            lead:
              fr: |
                - Un puits.
                - \(second)
              en: |
                - A well.
                - \(translated)
            """
        }
        func said(_ text: String) throws -> String {
            try desk.write(text, to: "summary.yaml")
            let job = Job(file: desk.path("summary.yaml"))
            return desk.said(try Desk.again(desk).press.check(job))
        }
        let file = try desk.write(paper("Deux puits.", "Two wells."), to: "summary.yaml")
        _ = desk.press.noteTranslations(of: Job(file: file), reviewed: false)
        let changed = try said(paper("Trois puits.", "Two wells."))
        #expect(
            changed.contains("summary.yaml:10:7: warning: to review: ‘lead’ in ‘en’"),
            "\(changed)"
        )
        #expect(changed.components(separatedBy: "to review").count == 2)
        #expect(!(try said(paper("Trois puits.", "Three wells."))).contains("to review"))
    }

    @Test func writesNothingOverAMemoryThatCannotBeRead() throws {
        let desk = try desk()
        let job = Job(file: desk.path("summary.yaml"))
        let memory = desk.path("translations.griot")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: memory, withDestinationPath: "/dev/zero")
        let result = desk.press.noteTranslations(of: job, reviewed: true)
        #expect(!result.outcome.succeeded && result.noted == 0)
        #expect(
            desk.said(result.outcome).contains("‘translations.griot’ can't be read: it is a device")
        )
        #expect(try files.destinationOfSymbolicLink(atPath: memory) == "/dev/zero")
        // The pages do not need it.
        let outcome = desk.press.render(job, to: .beside)
        #expect(outcome.succeeded)
        #expect(desk.said(outcome).contains("warning: ‘translations.griot’ can't be read"))
    }

    @Test func refusesAMemoryWithALineThatNotesNoTranslation() throws {
        let desk = try desk()
        let job = Job(file: desk.path("summary.yaml"))
        _ = desk.press.noteTranslations(of: job, reviewed: false)
        let noted = try String(contentsOfFile: desk.path("translations.griot"), encoding: .utf8)
        let changed = Self.summary.replacing("Les règles durent.", with: "Les règles changent.")
        try desk.write(changed, to: "summary.yaml")
        let lines = noted.split(separator: "\n")
        let (first, rest) = (lines[..<3], lines[3...])
        func joined(_ parts: [ArraySlice<Substring>]) -> String {
            parts.joined().map { $0 + "\r\n" }.joined()
        }
        let spoilt = [
            joined([first, ["<<<<<<< HEAD"], rest, ["======="], rest, [">>>>>>> theirs"]]),
            joined([first, ["le chat a mangé la souris"], rest]),
            joined([first, ["en 12ab"], rest]),
            joined([first, ["en 12ab 34cd zut"], rest]),
        ]
        for text in spoilt {
            try desk.write(text, to: "translations.griot")
            let again = try Desk.again(desk)
            for outcome in [
                again.press.check(job),
                again.press.noteTranslations(of: job, reviewed: false).outcome,
                again.press.noteTranslations(of: job, reviewed: true).outcome,
            ] {
                #expect(outcome.messages.errorCount == 1)
                #expect(
                    desk.said(outcome).contains("translations.griot:4:1: error: this line notes no")
                )
            }
            #expect(
                try String(contentsOfFile: desk.path("translations.griot"), encoding: .utf8) == text
            )
        }
        // The lines of both sides are kept, as the hint has it.
        try desk.write(joined([first, rest, rest]), to: "translations.griot")
        #expect(desk.said(try Desk.again(desk).press.check(job)).contains("to review: ‘lead’"))
    }

    @Test func barsTheMarginOfAProofBesideWhatIsToBeReviewed() throws {
        let desk = try desk()
        let job = Job(file: desk.path("summary.yaml"), languages: ["en"], edition: .proof)
        _ = desk.press.noteTranslations(of: job, reviewed: false)
        let clean = desk.press.render(job, to: .file(desk.path("clean.pdf")))
        #expect(clean.succeeded)
        try desk.write(
            Self.summary.replacing("Les règles durent.", with: "Les règles changent."),
            to: "summary.yaml"
        )
        let marked = try Desk.again(desk).press.render(job, to: .file(desk.path("marked.pdf")))
        #expect(marked.succeeded)
        let sizes = try ["clean", "marked"].map {
            try ask("/usr/bin/python3", "-c", Self.countBars, desk.path("\($0).pdf")).text
        }
        #expect(sizes == ["2\n", "3\n"])
    }

    /// Both columns of a paper in two languages are looked over; the numbers of its sections are not.
    @Test func barsTheMarginOfAPaperThatStandsInTwoLanguages() throws {
        let desk = try Desk()
        func report(_ second: String, _ layout: String) -> String {
            """
            kind: report
            layout: \(layout)
            lang: fr
            second_language: en
            title: {fr: Un essai, en: A test}
            sections:
              - title: {fr: Un, en: One}
                body: {fr: \(second), en: Second.}

            """
        }
        func bars(_ layout: String, _ language: String) throws -> String {
            let file = try desk.write(report("Deuxième.", layout), to: "report.yaml")
            let job = Job(file: file, languages: [language], edition: .proof)
            _ = try Desk.again(desk).press.noteTranslations(of: job, reviewed: true)
            try desk.write(report("Deuxième et changé.", layout), to: "report.yaml")
            let press = try Desk.again(desk).press
            #expect(press.render(job, to: .file(desk.path("proof.pdf"))).succeeded)
            return try ask("/usr/bin/python3", "-c", Self.countAllBars, desk.path("proof.pdf")).text
        }
        #expect(try bars("report-parallel", "fr") == "1\n")
        #expect(try bars("report", "en") == "1\n")
    }

    private static let countAllBars = """
        import sys, pikepdf
        pdf = pikepdf.open(sys.argv[1])
        ops = [o for page in pdf.pages for o in pikepdf.parse_content_stream(page)]
        print(sum(1 for o in ops if str(o.operator) == 're' and abs(float(o.operands[2]) - 3.402) < .01))
        """

    /// Lines are drawn in pieces where a note is marked or words are bold.
    @Test func drawsNoBarOverTheText() throws {
        let desk = try desk()
        let lead = "The **wells** of the *eleven* villages^[All of them.] are old and **deep**."
        let text = Self.summary.replacing("The wells are old.", with: lead)
        try desk.write(text, to: "summary.yaml")
        let job = Job(file: desk.path("summary.yaml"), languages: ["en"], edition: .proof)
        _ = desk.press.noteTranslations(of: job, reviewed: false)
        try desk.write(text.replacing("sont anciens", with: "changent"), to: "summary.yaml")
        let press = try Desk.again(desk).press
        #expect(press.render(job, to: .file(desk.path("proof.pdf"))).succeeded)
        let widths = try ask("/usr/bin/python3", "-c", Self.barWidths, desk.path("proof.pdf")).text
        #expect(widths == "3.4\n")
    }

    private static let barWidths = """
        import sys, pikepdf
        pdf, red, widths = pikepdf.open(sys.argv[1]), False, set()
        for o in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(o.operator) == 'rg': red = abs(float(o.operands[0]) - 0.851) < .01
            if str(o.operator) == 're' and red: widths.add(round(float(o.operands[2]), 1))
        print(*sorted(widths))
        """

    /// Two texts are not translated; the third bar stands beside the one to be reviewed.
    ///
    /// Bars are areas of 1.2 mm in the colour of proofs.
    private static let countBars = """
        import sys, pikepdf
        pdf = pikepdf.open(sys.argv[1])
        ops = pikepdf.parse_content_stream(pdf.pages[0])
        print(sum(1 for o in ops if str(o.operator) == 're' and abs(float(o.operands[2]) - 3.402) < .01))
        """
}
