import Foundation
import Griot
import Testing

/// A partner of the event may be among those who paid for the paper: it is thanked once.
@Suite struct ThanksTests {
    private func read(partner: String, funding: String) throws -> String {
        let desk = try Desk()
        let organisations = """
            organisations:
              - {id: fonds, name: Fonds du fleuve}
              - {id: port, name: Port autonome}
            """
        try desk.write(organisations, to: "organisations.yaml")
        let paper = """
            kind: workshop-summary
            lang: fr
            title: Les puits
            event: {title: Le fleuve, date: 2026-05-14, city: Dakar, partners: [\(partner), port]}
            lead: Le texte.
            imprint: {publisher: Centre, place: Dakar, funding: [\(funding)]}
            """
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        #expect(!outcome.messages.hasErrors, "\(desk.said(outcome))")
        return outcome.reading
    }

    @Test(arguments: [
        ("fonds", "fonds", "Fonds du fleuve"),
        ("{organisation: fonds, statement: Avec le fonds}", "fonds", "Avec le fonds."),
        ("fonds", "{organisation: fonds, statement: Grâce au fonds}", "Grâce au fonds."),
        (
            "{organisation: Fonds du fleuve, statement: Avec le fonds}",
            "{organisation: fonds, statement: Grâce au fonds}", "Grâce au fonds."
        ),
    ])
    func thanksThemOnce(partner: String, funding: String, words: String) throws {
        let read = try read(partner: partner, funding: funding)
        #expect(read.components(separatedBy: words).count == 2, "\(read)")
        let thanks = ["Fonds du fleuve", "Avec le fonds", "Grâce au fonds"]
        #expect(
            thanks.reduce(0) { $0 + read.components(separatedBy: $1).count - 1 } == 1,
            "\(read)"
        )
        #expect(read.components(separatedBy: "Port autonome").count == 2, "\(read)")
    }

    @Test func thanksWhoeverPaidAndIsNoPartner() throws {
        let read = try read(partner: "{organisation: Radio}", funding: "fonds")
        for name in ["Radio", "Port autonome", "Fonds du fleuve"] {
            #expect(read.components(separatedBy: name).count == 2, "\(read)")
        }
    }
}
