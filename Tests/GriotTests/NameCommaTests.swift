import Foundation
import Griot
import Testing

/// A comma in a name parts the family’s from the others, or it stands before what is no name.
@Suite struct NameCommaTests {
    private func letter(signatory: String) throws -> (said: String, read: String) {
        let desk = try Desk()
        let paper = """
            kind: invitation-letter
            lang: fr
            event: {title: Le fleuve, date: 2026-05-14}
            to: [Awa KEITA]
            signatory: "\(signatory)"
            date: 2026-02-01
            subject: Invitation
            body: Nous écrivons.
            """
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    @Test(arguments: [
        ("KANE, Ousmane", "Ousmane KANE"),
        ("Mme DIALLO SOW, Fatou Bintou", "Mme Fatou Bintou DIALLO SOW"),
        ("Diallo, Fatou", "Fatou Diallo"), ("da Silva, João", "João da Silva"),
        ("Luther King, Jr.", "Luther King Jr."),
    ])
    func isReadAsRegistersWriteIt(typed: String, printed: String) throws {
        let made = try letter(signatory: typed)
        #expect(made.said == "", "\(made.said)")
        #expect(made.read.lowercased().contains(printed.lowercased()), "\(made.read)")
    }

    @Test(arguments: [
        (
            "M. Ousmane KANE, Coordonnateur",
            ["{name: M. Ousmane KANE, role: Coordonnateur}"]
        ),
        (
            "Awa Keita, Moussa Traoré",
            ["of several people, write a list: [Awa Keita, Moussa Traoré]", "role: Moussa Traoré"]
        ),
        ("KANE, Ousmane, Directeur", ["{name: Ousmane KANE, role: Directeur}"]),
    ])
    func isToldWhereItStandsBeforeSomethingElse(typed: String, hints: [String]) throws {
        let said = try letter(signatory: typed).said
        #expect(said.contains("error: a name has no comma: ‘\(typed)’"), "\(said)")
        for hint in hints { #expect(said.contains(hint), "\(said)") }
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    @Test(arguments: ["Directeur", "Secrétaire général", "Mayor"])
    func isToldWhereItMadeAPersonOfAFunction(function: String) throws {
        let desk = try Desk()
        let paper = """
            kind: certificate
            lang: fr
            title: Attestation
            event: {title: Le fleuve, date: 2026-05-14}
            recipients: [Awa KEITA]
            signatures: [Ousmane Kane, \(function)]
            """
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
        #expect(
            said.contains("warning: ‘\(function)’ was taken for the name of somebody"),
            "\(said)"
        )
        #expect(said.contains("role: \(function)}"), "\(said)")
    }
}
