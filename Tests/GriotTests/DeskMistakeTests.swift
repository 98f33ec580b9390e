import Foundation
import Griot
import Testing

/// What people at a desk type who have never written YAML, and what they are told.
@Suite struct DeskMistakeTests {
    /// What stands under it is looked for no more.
    @Test(arguments: ["événement:", "kind: event\nevent:", "Event:"])
    func saysThatAFileWhichIsAnEventHasNoKeyAroundIt(key: String) throws {
        let desk = try Desk()
        let text = "\(key)\n  title: Partager le puits\n  date: 2026-03-14\n  city: Ségou\n"
        let job = Job(file: try desk.write(text, to: "event.yaml"))
        let said = desk.said(desk.press.check(job))
        #expect(said.contains("error: unknown key"), "\(said)")
        #expect(said.contains("take this line out, and move what stands under it to the left"))
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    /// Tags are the same in whichever letters.
    @Test func readsTagsOfLanguagesInCapitals() throws {
        let desk = try Desk()
        let text = Desk.summary.replacing("lang: fr", with: "lang: [FR, fr, EN]")
        let job = Job(file: try desk.write(text, to: "summary.yaml"))
        let outcome = desk.press.render(job, to: .beside)
        let names = outcome.written.map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["summary-fr.pdf", "summary-en.pdf"])
    }

    @Test(arguments: [
        (
            "2024-05-14", "3/4/26", "error: ‘3/4/26’ is not a date",
            "write ‘2026-04-03’ where the day stands first, or ‘2026-03-04’ where the month"
        ),
        ("2024-05-14", "25.4.26", "is not a date", "write ‘2026-04-25’"),
        ("2024-05-14", "3/3/26", "is not a date", "a year has four figures: write ‘2026-03-03’\n"),
        ("2024-05-14", "mardi 14 mai", "is not a date", "its year is wanting"),
        ("2024-05-14", "mai 2024", "is not a date", "its day is wanting"),
        (
            "2024-05-14", "fin février 2024", "is not a date",
            "a day is meant here: write ‘2024-02-29’"
        ),
        ("2024-05-14", "mi-mai 2024", "is not a date", "a day is meant here: write ‘2024-05-15’"),
        (
            "2024-05-14", "2024-05-14\n  end: 2024-05-10",
            "7:8: warning: 2024-05-10 comes before 2024-05-14", "exchange the two"
        ),
        (
            "title: Partager le puits\nevent", "title: \"\"\nevent", "3:1: error: ‘title’ is empty",
            "add ‘title: "
        ),
        (
            "workshop-summary", "intervenants", "there is no kind ‘intervenants’",
            "did you mean ‘speaker-list’?"
        ),
        (
            "lang: fr", "lang: fr\nlayout: affiche", "there is no paper ‘affiche’",
            "there are brief-leaf-a6, brief-leaf, brief"
        ),
        (
            "key_messages", "quotations: [Un puits]\nkey_messages", "unknown key ‘quotations’",
            "did you mean ‘quotes’?"
        ),
        (
            "key_messages", "people: [{id: a, name: Awa SY, gender: femme}]\nkey_messages",
            "‘femme’ is no choice", "did you mean ‘f’?"
        ),
        (
            "key_messages",
            "people: [{id: a, name: Awa SY, telephone: 33 859 20 02}]\nkey_messages",
            "unknown key ‘telephone’", "did you mean ‘phone’?"
        ),
        (
            "key_messages", "people: [{id: a, name: Awa SY, pays: ML}]\nkey_messages",
            "unknown key ‘pays’", "did you mean ‘country’?"
        ),
        (
            "key_messages",
            "people: [{id: a, name: Awa SY, languages: \"français, anglais\"}]\nkey_messages",
            "is not a language", "write: [fr, en]"
        ),
        ("lang: fr", "lang: anglais", "‘lang’ must name a language", "hint: write: lang: en\n"),
        ("lang: fr", "lang: French", "‘lang’ must name a language", "hint: write: lang: fr\n"),
        ("lang: fr", "lang: العربية", "‘lang’ must name a language", "hint: write: lang: ar\n"),
        ("lang: fr", "lang: fr_FR", "‘lang’ must name a language", "hint: write: lang: fr-FR\n"),
        ("lang: fr", "lang: FRA", "‘lang’ must name a language", "hint: write: lang: fr\n"),
        ("lang: fr", "lang: fr et en", "must name a language", "hint: write: lang: [fr, en]\n"),
        ("lang: fr", "lang: [frnçais, en]", "2:8: error: ‘lang’", "hint: write: fr\n"),
        (
            "title: Partager le puits\nevent",
            "title: {français: \"Puits, piste\", anglais: Wells}\nevent",
            "‘title’ must be a text", "write: {fr: \"Puits, piste\", en: Wells}"
        ),
        (
            "  - Les puits sont en paix.\n  - Les", "  Les puits sont en paix.\n  Les",
            "‘key_messages’ has one item here, of 2 lines", "‘- Les puits sont en paix.’"
        ),
        (
            "key_messages", "lead:\n  Un.\n\n  Deux.\nkey_messages",
            "8:3: warning: empty lines begin no paragraphs", "put ‘|’ behind ‘lead:’"
        ),
        ("lang: fr", "language: fr", "unknown key ‘language’", "did you mean ‘lang’?"),
        (
            "title: Partager", "title\u{A0}: Partager", "unknown key ‘title\u{A0}’",
            "stands before the colon: write ‘title:’"
        ),
        (
            "title: Partager le puits\nevent", "title: \"Le \"grand\" puits\"\nevent",
            "cannot follow a closed quote", "write: title: \"Le \\\"grand\\\" puits\""
        ),
        (
            "2024-05-14", "2024/05/14", "warning: a date in figures has hyphens",
            "write 2024-05-14"
        ),
        (
            "2024-05-14", "2026-02-31", "‘2026-02-31’ is not a date",
            "hint: that month has 28 days\n  hint: its last day is written ‘2026-02-28’\n"
        ),
        ("2024-05-14", "2026-13-01", "there is no month 13", "did you mean ‘2026-01-13’?"),
        (
            "title: Partager le puits\nevent", "title: {fr: Café, en Coffee}\nevent",
            "this comma ends the text ‘Café’",
            "where a colon is missing, write: en: Coffee\n  hint: where the comma"
        ),
        (
            "key_messages", "people: [{id: a, name: Awa SY, role Maire}]\nkey_messages",
            "this comma ends the text ‘Awa SY’", "where a colon is missing, write: role: Maire"
        ),
        (
            "key_messages", "people: [{id: a, name: \"KEITA\", role: Ici, là}]\nkey_messages",
            "this comma ends the text ‘Ici’", "^\n  hint: where the comma"
        ),
        (
            "key_messages",
            "people: [{id: a, name: Awa SY, phone: [+221 77 123 45 67, +221 33 859 20 02]}]\nkey_messages",
            "‘phone’ must be a telephone number, not a list",
            "write ‘phone: +221 77 123 45 67’, and in the next line ‘cell: +221 33 859 20 02’"
        ),
        (
            "key_messages", "venue:\n  name: Hôtel\nkey_messages", "unknown key ‘venue’",
            "it is a field of ‘event’: move it there"
        ),
        (
            "2024-05-14", "2024-05-14\n  venue:\n  name: Hôtel", "8:3: error: unknown key ‘name’",
            "it belongs to ‘venue:’, which is empty above"
        ),
        (
            "2024-05-14", "2024-05-14\n  organisers:\n    - ov\n      venue: Hôtel",
            "the key ‘venue’ stands inside a text", "begin ‘venue’ in column 3, not 7"
        ),
        (
            "2024-05-14", "2024-05-14\n  organisers:\n    - ov\n    venue: Hôtel",
            "every item of this list begins with ‘- ’",
            "begin it in column 3, where ‘organisers’ begins"
        ),
        (
            "key_messages", "people: [{id: a, name: Awa SY, consent: non}]\nkey_messages",
            "‘consent’ must be a mapping, not text",
            "write for all of it: consent: {list_name: no, photo: no, quote: no, share_contact: no}"
        ),
        (
            "key_messages", "people: [{id: a, name: Awa SY, list_name: non}]\nkey_messages",
            "unknown key ‘list_name’",
            "it is a part of ‘consent’: write ‘consent: {list_name: non}’"
        ),
        ("2024-05-14", "2024-05-14\n  regle: open", "unknown key ‘regle’", "did you mean ‘rule’?"),
        (
            "Les règles durent", "Aux bailleurs: payer", "must be a text, not a mapping",
            "a colon and a space needs quotes: \"Aux bailleurs: payer.\""
        ),
        (
            "key_messages", "next_steps: [Aux bailleurs : payer]\nkey_messages",
            "unknown key ‘Aux bailleurs’", "needs quotes: \"Aux bailleurs: payer\""
        ),
        (
            "key_messages", "sections: [{title: A, text: B}]\nkey_messages", "unknown key ‘text’",
            "did you mean ‘body’?"
        ),
        (
            "key_messages", "participants: {total: 30, femmes: 12}\nkey_messages",
            "unknown key ‘femmes’", "did you mean ‘by_gender’?"
        ),
        (
            "key_messages:", "messages clés:", "unknown key ‘messages clés’",
            "did you mean ‘key_messages’?"
        ),
        (
            "key_messages", "lead: |\n  Pays\tPart\n  Mali\t12 %\nkey_messages",
            "8:3: warning: these lines are no table: blanks part no columns",
            "‘| Pays | Part |’, and below the first of them ‘|---|---|’"
        ),
        (
            "key_messages", "lead: |\n  Voici :\n  Pays    Part\n  Mali    12 %\nkey_messages",
            "9:3: warning: these lines are no table", "‘| Pays | Part |’"
        ),
        (
            "key_messages", "lead: |\n  Un mot.\n  ##Les puits\nkey_messages",
            "9:3: warning: this line is no heading", "write ‘## Les puits’"
        ),
        (
            "Les puits sont en paix.", "Voir [ici] (https://example.org/a) en paix.",
            "a blank parts the words of this link from its address",
            "write ‘[ici](https://example.org/a)’"
        ),
        (
            "  - Les puits", "  -temps: 9:00\n   titre: Les puits", "inside a text",
            "an item begins with a hyphen and a space: write ‘- temps: 9:00’"
        ),
        (
            "  - Les", "  \u{F0B7}\tLes", "a bullet of Word begins no item here",
            "an item begins with a hyphen and a blank"
        ),
        (
            "  - Les", "  * Les", "8:3: error: ‘*’ begins no item of a list",
            "write ‘- Les puits sont en paix.’"
        ),
        (
            "kind: workshop-summary\n", "", "1:1: error: this file does not say what it holds",
            "begin it with ‘kind: workshop-summary’"
        ),
    ])
    func tellsTheCauseAndTheMend(typed: String, wrong: String, message: String, hint: String) throws
    {
        let desk = try Desk()
        let text = Desk.summary.replacing(typed, with: wrong)
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "a.yaml"))))
        #expect(said.contains(message) && said.contains(hint), "\(said)")
    }

    @Test(arguments: [
        ("fr en", "‘fr en’ is no tag of a language", "with commas between: fr,en"),
        ("fr_FR", "‘fr_FR’ is no tag of a language", "did you mean ‘fr-FR’?"),
        ("fr_SN!", "‘fr_SN!’ is no tag of a language", "by its tag, such as fr, en or pt-BR"),
    ])
    func makesNothingInWhatIsNoLanguage(tag: String, message: String, hint: String) throws {
        let desk = try Desk()
        let job = Job(file: try desk.write(Desk.summary, to: "a.yaml"), languages: [tag])
        let outcome = desk.press.render(job, to: .beside)
        let said = desk.said(outcome)
        #expect(outcome.written.isEmpty)
        #expect(said.contains(message) && said.contains(hint), "\(said)")
    }

    /// That nobody is among the recipients is no news where the word for them was not understood.
    @Test func tellsOnceOfThoseForWhomAPaperIsMade() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let text = "kind: certificate\nlang: fr\ntitle: Attestation\nrecipents: [Awa SY]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "c.yaml"))))
        #expect(said.contains("did you mean ‘recipients’?"), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    /// Whoever writes that there are none may do so, and is told what that comes to.
    @Test func tellsOfRequiredListsThatAreEmpty() throws {
        let desk = try Desk()
        let text = """
            kind: programme
            lang: en
            event: {title: Wells, date: 2024-05-14}
            days: [{date: 2024-05-14, items: []}]

            """
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "p.yaml"))))
        #expect(
            said.hasPrefix("p.yaml:4:34: warning: ‘items’ is empty: none is printed\n"),
            "\(said)"
        )
        #expect(!said.contains("error:"))
    }

    @Test func namesTheIdsThatThereAre() throws {
        let desk = try Desk()
        try desk.write("kind: event\nid: puits\ntitle: P\ndate: 2024-05-14\n", to: "event.yaml")
        let text = "kind: programme\nevent: mon-evenement\ndays: []\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "p.yaml"))))
        #expect(said.contains("hint: the ids of that kind are: puits"), "\(said)")
    }

    @Test(arguments: [
        ("title: Partager le puits\nevent", "title: [Un, deux]\nevent", "title: Un, deux"),
        (
            "  date: 2024-05-14", "  date: 2024-05-14\n  venue: {name: A}\nevents: rien",
            "write it like this: events: [{id: …, title: "
        ),
    ])
    func showsHowAListOrATextIsWritten(typed: String, wrong: String, mend: String) throws {
        let desk = try Desk()
        let text = Desk.summary.replacing(typed, with: wrong)
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "a.yaml"))))
        #expect(said.contains(mend), "\(said)")
    }

    @Test func letsContactsNameTheirEvent() throws {
        let desk = try Desk()
        try desk.write("kind: event\nid: puits\ntitle: P\ndate: 2024-05-14\n", to: "event.yaml")
        let text =
            "kind: contact-block\nlayout: directory\ntitle: C\nevent: puits\npeople: [Awa Ba]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "c.yaml"))))
        #expect(said == "")
        let other = "kind: policy-brief\nlang: fr\ntitle: P\nevent: puits\n"
        let told = desk.said(desk.press.check(Job(file: try desk.write(other, to: "p.yaml"))))
        #expect(told.contains("‘puits’ only names one") && told.contains("leave the line out"))
    }

    private static let event = "event: {id: e, title: Eau, date: 2026-03-12, country: SN}\n"

    @Test(arguments: [
        (
            "kind: attendance-sheet\npeople: people.csv\n", "‘people.csv’ is a spreadsheet",
            "write ‘all’ for whatever stands in it"
        ),
        (
            "kind: speaker-list\nspeakers: liste.xlsx\n", "‘liste.xlsx’ is a spreadsheet",
            "griot merge badge --data liste.xlsx"
        ),
        (
            "kind: attendance-sheet\nsheets: per-session\n", "‘per-session’ needs ‘sessions’",
            "add ‘sessions: "
        ),
        (
            "kind: attendance-sheet\nblank_rows: 500000\n", "‘blank_rows’ may be 2000 at most",
            "write 2000"
        ),
        (
            "kind: badge\npeople: [{id: aïssatou, name: Awa SY}]\nholders: [{person: Awa SY}]\n",
            "‘aïssatou’ cannot be an id", "such as ‘aissatou’"
        ),
        (
            "kind: certificate\ntitle: Attestation\nrecipients: [Awa SY]\nsignatures: [{person: A B}, {person: A C}, {person: A D}, {person: A E}, {person: A F}]\n",
            "‘signatures’ takes 4 at most, and there are 5", "take out what is not needed"
        ),
    ])
    func saysOnceWhatAPaperCantHold(text: String, message: String, hint: String) throws {
        let desk = try Desk()
        let path = try desk.write(text + Self.event, to: "paper.yaml")
        let said = desk.said(desk.press.check(Job(file: path)))
        #expect(said.contains(message) && said.contains(hint), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    @Test func putsTheLanguagesIntoTheThingsOfAList() throws {
        let desk = try Desk()
        let path = try desk.write(
            "kind: study-abstract\ntitle: Eau\nauthors: [{person: Awa SY}]\nyear: 2026\nabstract: Un.\nkeywords: {fr: [eau, sol], en: [water, soil]}\n",
            to: "study.yaml"
        )
        let said = desk.said(desk.press.check(Job(file: path)))
        #expect(
            said.contains(
                "write each thing in its languages: [{fr: eau, en: water}, {fr: sol, en: soil}]"
            ),
            "\(said)"
        )
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    /// Text that names no language is in that of its paper, else in the first of its event.
    @Test func takesSharedTextForTheLanguageOfThePaper() throws {
        let desk = try Desk()
        _ = try desk.write(
            "people: [{id: a, name: Awa SY, bio: \"Elle écrit ; elle lit.\"}]\n",
            to: "people.yaml"
        )
        _ = try desk.write(
            "kind: event\nid: e\ntitle: Eau\ndate: 2026-03-11\nlanguages: [fr, en]\n",
            to: "event.yaml"
        )
        let press = try Press(Installation(folder: Desk.root.path))
        for language in ["lang: fr\n", ""] {
            let paper = "kind: speaker-list\n\(language)title: Noms\nspeakers: [{person: a}]\n"
            let file = try desk.write(paper, to: "list.yaml")
            let said = desk.said(press.check(Job(file: file)))
            #expect(said.isEmpty, "\(said)")
        }
    }

    @Test(arguments: [
        ("title: &Co", "‘&Co’ is a mark for YAML", "text that begins with ‘&’ needs quotes"),
        ("title: 'L'eau'", "cannot follow", "write: title: \"L'eau\""),
        (
            "brand: csapp", "there is no brand ‘csapp’",
            "to begin one: griot layouts copy house csapp"
        ),
        (
            "sessions:\n  • title: Un\n    time: 9 h", "goes on over several lines",
            "an item begins with a hyphen and a space: write ‘- title: Un’"
        ),
    ])
    func saysTheMend(line: String, message: String, mend: String) throws {
        let desk = try Desk()
        let file = try desk.write(Desk.summary + line + "\n", to: "atelier.yaml")
        let press = try Press(Installation(folder: Desk.root.path))
        let said = desk.said(press.check(Job(file: file)))
        #expect(said.contains(message) && said.contains(mend), "\(said)")
    }
}
