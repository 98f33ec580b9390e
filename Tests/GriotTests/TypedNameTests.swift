import Foundation
import Griot
import Testing

/// Whoever is described and named by name is that person, with all that is said of them.
@Suite struct TypedNameTests {
    private func heard(_ paper: String) throws -> (said: String, read: String) {
        let desk = try Desk()
        let people = """
            people:
              - {id: od, name: Ousmane DIOP, role: Maire, organisation: Ville de Mbour}
              - {id: ba1, name: Ali BA, role: Juge}
              - {id: ba2, name: Ali BA, role: Juge}
            event: {id: e, title: Le fleuve, date: 2026-05-14}

            """
        try desk.write(people, to: "people.yaml")
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.check(Job(file: file), asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    @Test(arguments: ["Ousmane Diop", "DIOP Ousmane", "\"DIOP, Ousmane\"", "ousmane diop"])
    func isThatPersonInAList(name: String) throws {
        let (said, read) = try heard("kind: speaker-list\nlang: fr\nspeakers: [\(name)]\n")
        #expect(said == "", "\(said)")
        #expect(read.contains("Ousmane DIOP") && read.contains("Ville de Mbour"), "\(read)")
    }

    /// A title that stands only there is printed with what is said of the person.
    @Test(arguments: [
        ("M. Ousmane Diop", "M. Ousmane"), ("Ousmane DIOP", "Ousmane"),
        ("Dr Ousmane Diop", "Dr Ousmane"), ("Ousmane Diop, PhD", "Ousmane DIOP, PhD"),
    ])
    func isThatPersonWhereALetterIsSigned(typed: String, printed: String) throws {
        let letter = """
            kind: invitation-letter
            lang: fr
            to: [Awa KEITA]
            signatory: \(typed)
            date: 2026-02-01
            subject: Invitation
            body: Nous écrivons.

            """
        let (said, read) = try heard(letter)
        #expect(said == "", "\(said)")
        #expect(read.contains("Maire") && read.contains(printed), "\(read)")
    }

    @Test(arguments: [
        ("od, Ousmane Diop", "od"), ("Ousmane Diop, od", "od"), ("od, Dr Ousmane Diop", "od"),
        ("awa sy, AWA SY", "AWA SY"),
    ])
    func isToldWhereSomebodyStandsTwice(holders: String, name: String) throws {
        let said = try heard("kind: badge\nlang: fr\nholders: [\(holders)]\n").said
        #expect(said.contains("warning: ‘\(name)’ stands twice in this list"), "\(said)")
        let certificates = """
            kind: certificate
            lang: fr
            title: Attestation
            signatures: [Ali KANE]
            recipients: [\(holders)]

            """
        let again = try heard(certificates).said
        #expect(again.contains("warning: ‘\(name)’ stands twice in this list"), "\(again)")
    }

    @Test func isNobodyWhereTwoBearTheName() throws {
        let said = try heard("kind: badge\nlang: fr\nholders: [ba1, ba2, od]\n").said
        #expect(said == "", "\(said)")
        let typed = try heard("kind: badge\nlang: fr\nholders: [Ali Ba]\n").said
        #expect(typed.contains("2 people are called ‘Ali Ba’"), "\(typed)")
    }

    /// With the pages goes whoever is named in them, by whatever name.
    @Test func travelsWithThePaper() throws {
        let desk = try Desk()
        let people =
            "people:\n- {id: awa, name: Awa KEITA, role: Maire}\n- {id: ali, name: Ali BA}\n"
        try desk.write(people, to: "people.yaml")
        let paper = """
            kind: speaker-list
            lang: fr
            event: {title: Le fleuve, date: 2026-05-14}
            speakers: [Dr Awa Keita]

            """
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let first = try #require(outcome.written.first, "\(desk.said(outcome))")
        _ = try AttachedSource(opening: first).write(to: desk.path("again"))
        let carried = try String(contentsOfFile: desk.path("again/people.yaml"), encoding: .utf8)
        #expect(carried.contains("KEITA") && !carried.contains("BA"))
        let again = Job(file: desk.path("again/paper.yaml"))
        let second = try #require(
            desk.press.render(again, to: .folder(desk.path("out-again"))).written.first
        )
        let files = [first, second].map { FileManager.default.contents(atPath: $0) }
        #expect(files[0] != nil && files[0] == files[1])
    }
}
