import Foundation
import Griot
import Testing

/// A person is written once, and called in each edition as its readers write the name.
@Suite struct ScriptTests {
    private static let people = """
        people:
          - id: zeinab
            given: {fr: Zeinab, ar: زينب}
            family: {fr: ABDOU, ar: يوسف}
          - id: fatou
            given: {fr: Fatou, ar: فاتو}
            family: {fr: DIALLO, ar: ديالو}
            consent: {list_name: no}
          - id: anta
            honorific: {fr: Mme, ar: السيدة}
            given: {ar: أنتا, fr: Anta}
            family: {ar: باه, fr: ZONGO}

        """
    private static let event =
        "event: {id: sea, title: {fr: La mer, ar: البحر}, date: 2026-12-12, country: SN}\n"
    private static let list =
        "kind: speaker-list\nlang: [fr, ar]\norder: alphabetical\n"
        + "speakers: [{person: zeinab}, {person: fatou}, {person: anta}]\n"

    private func desk(of people: String = people, _ papers: [String: String]) throws -> Desk {
        let desk = try Desk()
        try desk.write(people, to: "people.yaml")
        try desk.write(Self.event, to: "event.yaml")
        for (name, text) in papers { try desk.write(text, to: name) }
        return desk
    }

    private func reading(_ desk: Desk, in language: String) -> String {
        let job = Job(file: desk.path("paper.yaml"), languages: [language])
        return desk.press.check(job, asARead: true).reading
            .replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
    }

    private func places(_ words: [String], in text: String) -> [Int] {
        words.compactMap { text.range(of: $0) }.map {
            text.distance(from: text.startIndex, to: $0.lowerBound)
        }
    }

    @Test func printsANameInTheScriptOfTheEditionAndSortsByIt() throws {
        let desk = try self.desk(["paper.yaml": Self.list])
        let french = reading(desk, in: "fr")
        #expect(!french.contains("زينب") && french.contains("Anta"), "\(french)")
        let inFrench = places(["ABDOU", "ZONGO"], in: french)
        #expect(inFrench.count == 2 && inFrench == inFrench.sorted(), "\(french)")
        let arabic = reading(desk, in: "ar")
        #expect(!arabic.contains("ABDOU") && arabic.contains("أنتا"), "\(arabic)")
        let inArabic = places(["باه", "يوسف"], in: arabic)
        #expect(inArabic.count == 2 && inArabic == inArabic.sorted(), "\(arabic)")
    }

    /// Of several languages that are not the paper's, most people here read the Latin letters.
    @Test func standsInWithLatinLettersForALanguageOfNoForm() throws {
        let desk = try self.desk(["paper.yaml": Self.list])
        let english = reading(desk, in: "en")
        #expect(english.contains("Anta") && !english.contains("أنتا"), "\(english)")
    }

    @Test func leavesNobodyInAnyScriptWhoDidNotAgree() throws {
        let text = Self.list + "# وفاتو ديالو\n"
        let desk = try self.desk(["paper.yaml": Self.list, "other.yaml": text])
        for name in ["paper", "other"] {
            let outcome = desk.press.render(
                Job(file: desk.path("\(name).yaml")),
                to: .folder(desk.path("out"))
            )
            #expect(outcome.succeeded, "\(desk.said(outcome))")
            #expect(desk.said(outcome).contains("is not attached") == (name == "other"))
            let all = try outcome.written.map { try Everything.said(in: $0) }.joined()
            for word in ["Fatou", "DIALLO", "فاتو", "ديالو"] { #expect(!all.contains(word)) }
            #expect(all.contains("Anta") && all.contains("أنتا"))
        }
    }

    @Test(arguments: [
        "شكرا لفاتو ديالو على الخريطة", "جاء علي وفاتو ديالو", "قالت فاتــو ديالو ذلك",
        "Merci à Fatou DIAL\u{AD}LO.", "Merci à Fa\u{200B}tou Diallo.",
    ])
    func findsWhoIsLeftOutInWordsOfEitherScript(lead: String) throws {
        let paper =
            "kind: workshop-summary\ntitle: T\nlead: \"\(lead)\"\n"
            + "roles: [{person: fatou, role: speaker}]\n"
        let desk = try self.desk(["paper.yaml": paper])
        let said = desk.said(desk.press.check(Job(file: desk.path("paper.yaml"))))
        #expect(said.contains("3:7: error: this text names"), "\(said)")
    }

    @Test func knowsWhoSaidNoByEitherName() throws {
        let list =
            "kind: speaker-list\nlang: fr\nspeakers: [{person: فاتو ديالو}, {person: anta}]\n"
        let desk = try self.desk(["paper.yaml": list])
        let said = desk.said(desk.press.check(Job(file: desk.path("paper.yaml"))))
        #expect(said.contains("has not agreed to be listed"), "\(said)")
        #expect(!reading(desk, in: "fr").contains("فاتو"))
    }

    @Test func printsNoHalfOfAName() throws {
        let people = """
            people:
              - id: zeinab
                given: {fr: Zeinab, ar: زينب}
                family: {fr: ABDOU}
              - {id: anta, name: Anta ZONGO}

            """
        let paper = "kind: speaker-list\nspeakers: [{person: zeinab}, {person: anta}]\n"
        let desk = try self.desk(of: people, ["paper.yaml": paper])
        let said = desk.said(desk.press.check(Job(file: desk.path("paper.yaml"))))
        #expect(
            said.contains("people.yaml:4:18: warning: ‘family’ is not written in ‘ar’"),
            "\(said)"
        )
        #expect(said.contains("people.yaml:3:17: note") || said.contains("note: the other part"))
        let arabic = reading(desk, in: "ar")
        #expect(arabic.contains("ABDOU") && !arabic.contains("زينب"), "\(arabic)")
    }

    @Test(arguments: [
        "Prénom;Nom;Prénom (ar);Nom (ar)", "Prénom(s);Nom *;Prénom en arabe;Nom (arabe)",
        "First name;Last name;First name (Arabic);Last name in Arabic",
    ])
    func readsASheetWithAColumnForEachScript(heads: String) throws {
        let desk = try self.desk([
            "paper.yaml": "kind: contact-block\nlayout: directory\npeople: all\n"
        ])
        try FileManager.default.removeItem(atPath: desk.path("people.yaml"))
        try desk.write("\(heads)\nAnta;ZONGO;أنتا;باه\nAli;BA;;\n", to: "people.csv")
        let said = desk.said(desk.press.check(Job(file: desk.path("paper.yaml"))))
        #expect(!said.contains("not used") && !said.contains("error"), "\(said)")
        #expect(reading(desk, in: "fr").contains("Anta ZONGO"))
        let arabic = reading(desk, in: "ar")
        #expect(arabic.contains("أنتا باه") && arabic.contains("Ali BA"), "\(arabic)")
    }
}
