import Foundation
import TestSupport
import Testing

@testable import Griot

/// `people: {where: {role: Maire}}` names those of whom something is so.
@Suite struct ChosenPeopleTests {
    private static let people = """
        people:
          - {id: awa, name: Awa KEITA, role: {fr: Maire, en: Mayor}, organisation: ville, country: ML, languages: [fr, bm]}
          - {id: ibra, name: Ibra SARR, role: Juge, organisation: Observatoire, country: SN, gender: m}
          - {id: fanta, name: Fanta SOW, role: Juge, organisation: {name: Observatoire}, country: ML, gender: f}
          - {id: ali, name: Ali BA, role: maire  adjoint, country: SN, consent: {list_name: no}}
        """
    private static let organisations =
        "organisations: [{id: ville, name: {fr: Ville de Ségou, en: City of Ségou}, short: VS, country: ML}]\n"

    private func reading(_ paper: String, people: String = people) throws
        -> (said: String, read: String)
    {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(people, to: "people.yaml")
        try desk.write(Self.organisations, to: "organisations.yaml")
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    private func sheet(_ people: String) -> String {
        "kind: attendance-sheet\nlang: fr\nblank_rows: 0\npeople: \(people)\n"
    }

    /// Who stands on a sheet to sign, in order.
    private func names(in read: String) -> [String] {
        let known = ["KEITA", "SARR", "SOW", "BA"]
        return known.compactMap { name in read.range(of: " \(name)").map { ($0.lowerBound, name) } }
            .sorted { $0.0 < $1.0 }.map(\.1)
    }

    @Test(arguments: [
        ("{where: {role: Juge}}", ["SARR", "SOW"]), ("{where: {role: mayor}}", ["KEITA"]),
        ("{where: {role: Maire adjoint}}", ["BA"]),
        ("{where: {role: [Maire, Juge], country: Mali}}", ["KEITA", "SOW"]),
        ("{where: {languages: bm}}", ["KEITA"]), ("{where: {gender: f}}", ["SOW"]),
        ("{where: {organisation: ville}}", ["KEITA"]),
        ("{where: {organisation: ville de ségou}}", ["KEITA"]),
        ("{where: {organisation: VS}}", ["KEITA"]),
        ("{where: {organisation: observatoire}}", ["SARR", "SOW"]),
        ("{where: {organisation.country: ML}}", ["KEITA"]),
        ("{where: {consent.list_name: non}}", ["BA"]), ("{where: {family: SOW}}", ["SOW"]),
        ("[{where: {role: Juge}}, awa]", ["SARR", "SOW", "KEITA"]),
        ("[sow-or-not, {where: {role: Juge}}, ibra]", ["SOW", "SARR"]),
        ("[{where: {country: SN}}, tous]", ["SARR", "BA", "KEITA", "SOW"]),
        ("[tous, {where: {country: SN}}]", ["KEITA", "SOW", "SARR", "BA"]),
        ("[{where: {role: Juge}}, {where: {country: SN}}]", ["SARR", "SOW", "BA"]),
    ])
    func takesThoseOfWhomItIsSo(people: String, expected: [String]) throws {
        let made = try reading(sheet(people.replacing("sow-or-not, ", with: "")))
        #expect(made.said == "", "\(made.said)")
        #expect(names(in: made.read) == expected, "\(made.read)")
    }

    @Test(arguments: [
        "kind: badge\nlang: fr\nholders: {where: {gender: f}, role: speaker}\n",
        "kind: certificate\nlang: fr\ntitle: A\nrecipients: {where: {gender: f}}\n",
        "kind: speaker-list\nlang: fr\nspeakers: [{where: {gender: f}, topic: L’eau}]\n",
        "kind: contact-block\nlayout: directory\nlang: fr\ngroups: [{title: T, people: {where: {gender: f}}}]\n",
        "kind: invitation-letter\nlang: fr\nsignatory: ibra\ndate: 2026-02-01\nsubject: S\nbody: B.\nto: {where: {gender: f}}\n",
    ])
    func serveEveryPaper(paper: String) throws {
        let made = try reading(paper)
        #expect(!made.said.contains("error"), "\(made.said)")
        #expect(made.read.contains("SOW") && !made.read.contains("KEITA"), "\(made.read)")
    }

    @Test func giveEachWhatTheRecordAboutThemSays() throws {
        let paper = """
            kind: speaker-list
            lang: fr
            speakers:
              - {where: {role: Juge}, role: Modération, topic: Les puits}
              - awa
            """
        let made = try reading(paper)
        #expect(made.said == "", "\(made.said)")
        #expect(made.read.components(separatedBy: "Les puits").count == 3, "\(made.read)")
    }

    @Test(arguments: [
        (
            "{where: {role: Jugee}}", "no ‘person’ has ‘Jugee’ as ‘role’", "did you mean ‘Juge’?"
        ),
        (
            "{where: {country: Guinée}}", "error: no ‘person’ has ‘GN’ as ‘country’",
            "there are: ‘ML’, ‘SN’"
        ),
        (
            "{where: {role: [Juge, Préfet]}}", "warning: no ‘person’ has ‘Préfet’ as ‘role’",
            "there are: ‘Maire’, ‘Juge’, ‘maire adjoint’"
        ),
        (
            "{where: {role: Maire, country: SN}}", "no ‘person’ is all of this at once",
            "of each condition alone there is one"
        ),
        (
            "{where: {website: https://example.org}}", "as ‘website’",
            "of none of them is ‘website’ said"
        ),
        ("{where: {rôle: Juge}}", "there is no field ‘rôle’ in ‘person’", "did you mean ‘role’?"),
        ("{where: {fonction: Juge}}", "there is no field ‘fonction’", "did you mean ‘role’?"),
        ("{where: {zzz: Juge}}", "there is no field ‘zzz’ in ‘person’", "there are: ‘name’, "),
        ("{where: {country: Malli}}", "‘Malli’ is not a country", "did you mean ‘Mali’?"),
        ("{where: {gender: femme}}", "‘femme’ is no choice for ‘gender’", "did you mean ‘f’?"),
        ("{where: Juge}", "‘where’ names fields and what they say", "{where: {role: "),
        ("{where: {role: {fr: Juge}}}", "‘role’ must be a text, not a mapping", "hint"),
        (
            "{role: Juge}", "this says what a ‘person’ is, and not which",
            "for all of whom it is so, write: {where: {role: Juge}}"
        ),
        ("{where: {role: Juge}, topic: x}", "unknown key ‘topic’", "hint"),
    ])
    func tellWhoIsNotThere(people: String, message: String, hint: String) throws {
        let made = try reading(sheet(people))
        #expect(made.said.contains(message), "\(made.said)")
        #expect(made.said.contains(hint), "\(made.said)")
        #expect(made.said.components(separatedBy: "error: ").count <= 2, "\(made.said)")
    }

    @Test(arguments: [
        ("{role: maire}", "‘awa’"), ("{fonction: Juge}", "‘ibra’, ‘fanta’"),
        ("{role: Juge, country: ML}", "‘fanta’"),
        ("{role: Préfet}", "add ‘name: Mme Fatou DIALLO’"),
    ])
    func areAskedForByNameWhereOneIsMeant(person: String, hint: String) throws {
        let paper =
            "kind: invitation-letter\nlang: fr\ndate: 2026-02-01\nsubject: S\nbody: B.\nto: [awa]\nsignatory: "
        let made = try reading(paper + person + "\n")
        #expect(
            made.said.contains("error: this says what a ‘person’ is, and not which"),
            "\(made.said)"
        )
        #expect(made.said.contains(hint), "\(made.said)")
        #expect(made.said.components(separatedBy: "error: ").count == 2, "\(made.said)")
    }

    @Test func areOneWhereOneIsAskedFor() throws {
        let paper =
            "kind: invitation-letter\nlang: fr\ndate: 2026-02-01\nsubject: S\nbody: B.\nto: [awa]\nsignatory: "
        let made = try reading(paper + "{where: {role: Juge, country: ML}}\n")
        #expect(made.said == "", "\(made.said)")
        #expect(made.read.contains("Fanta SOW"), "\(made.read)")
        let several = try reading(paper + "{where: {role: Juge}}\n").said
        #expect(several.contains("it is so of several, and one is asked for"), "\(several)")
        #expect(several.contains("‘ibra’, ‘fanta’"), "\(several)")
        let none = try reading(paper + "{where: {role: Jugee}}\n").said
        #expect(none.contains("did you mean ‘Juge’?"), "\(none)")
        for said in [several, none] {
            #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
        }
    }

    @Test(arguments: [
        ("{role: Maire}", "{where: {role: Maire}}", "add ‘person: awa’"),
        (
            "[{fonction: Juge, salutation: Monsieur}]",
            "{where: {role: Juge}, salutation: Monsieur}", "add ‘person: ibra’"
        ),
    ])
    func areAskedForByNameInAListOfRecords(to: String, clause: String, one: String) throws {
        let paper =
            "kind: invitation-letter\nlang: fr\ndate: 2026-02-01\nsubject: S\nbody: B.\nsignatory: ibra\nto: "
        let made = try reading(paper + to + "\n")
        #expect(made.said.contains("for all of whom it is so, write: \(clause)"), "\(made.said)")
        #expect(made.said.contains(one), "\(made.said)")
        #expect(made.said.components(separatedBy: "error: ").count == 2, "\(made.said)")
    }

    @Test func areSoughtAmongTheRowsOfASheet() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let rows = "Prénom;Nom;Fonction;Pays\nAwa;KEITA;Maire;Mali\nIbra;SARR;Juge;Sénégal\n"
        try desk.write(rows, to: "people.csv")
        let paper = sheet("{where: {role: maire, country: ML}}")
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        #expect(desk.said(outcome) == "")
        #expect(names(in: outcome.reading) == ["KEITA"], "\(outcome.reading)")
    }

    /// What the source in a PDF leaves out is nobody who was chosen.
    @Test func areThereWhenThePaperIsOpenedAgain() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(Self.people, to: "people.yaml")
        try desk.write(Self.organisations, to: "organisations.yaml")
        let paper = "kind: speaker-list\nlang: fr\nspeakers: {where: {role: Juge}}\n"
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.render(job, to: .beside)
        #expect(desk.said(outcome) == "")
        let pdf = try #require(outcome.written.first)
        _ = try AttachedSource(opening: pdf).write(to: desk.path("again"))
        let second = desk.press.check(Job(file: desk.path("again/paper.yaml")), asARead: true)
        #expect(second.reading.contains("SOW"), "\(desk.said(second))")
    }
}
