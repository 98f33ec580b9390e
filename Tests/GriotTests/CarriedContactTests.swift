import Foundation
import TestSupport
import Testing

@testable import Griot

/// What a public paper does not print of those whom it names does not travel in it either.
@Suite struct CarriedContactTests {
    private static let people = """
        people:
          - id: fatou
            name: Fatou SOW
            # Ask first.
            phone: +221 77 123 45 67
            email: fatou@example.org
          - {id: awa, name: Awa KEITA, role: Maire, cell: "+221 77 765 43 21"}
          - {id: issa, name: Issa TOURE, email: issa@example.org}

        """

    private func desk(people: String = people) throws -> GriotTests.Desk {
        let desk = try GriotTests.Desk()
        try desk.write(people, to: "people.yaml")
        let event = "event: {id: e, title: Le fleuve, date: 2026-05-14, country: SN}\n"
        try desk.write(event, to: "event.yaml")
        return desk
    }

    private static let programme = """
        kind: programme
        lang: fr
        days:
          - date: 2026-05-14
            items:
              - {time: 9:00–10:00, title: Le fleuve, speakers: [fatou, Dr Awa Keita]}
        contacts: [issa]

        """

    private func made(_ paper: String, at desk: GriotTests.Desk) throws -> (
        file: String, again: String, people: String
    ) {
        let file = try desk.write(paper, to: "paper.yaml")
        let job = Job(file: file, layout: "programme")
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let first = try #require(outcome.written.first, "\(desk.said(outcome))")
        let source = try AttachedSource(opening: first)
        let written = try source.write(to: desk.path("again"))
        let again = desk.press.render(
            Job(file: desk.path("again/paper.yaml"), layout: "programme"),
            to: .folder(desk.path("out-again"))
        )
        let second = try #require(again.written.first, "\(desk.said(again))")
        let register = try #require(written.first { $0.contains("people") })
        return (first, second, try String(contentsOfFile: register, encoding: .utf8))
    }

    @Test(arguments: [
        people,
        "people:\n- {id: fatou, name: Fatou SOW, phone: +221 77 123 45 67}\n"
            + "- {id: awa, cell: '+221 77 765 43 21', name: Awa KEITA, role: Maire}\n"
            + "- {id: issa, name: Issa TOURE, email: issa@example.org}\n",
    ])
    func isWhatThePaperPrints(people: String) throws {
        let desk = try desk(people: people)
        let (file, again, carried) = try made(Self.programme, at: desk)
        for secret in ["123", "765", "fatou@"] { #expect(!carried.contains(secret), "\(carried)") }
        for name in ["SOW", "KEITA", "Maire"] { #expect(carried.contains(name), "\(carried)") }
        let files = [file, again].map { FileManager.default.contents(atPath: $0) }
        #expect(files[0] != nil && files[0] == files[1])
    }

    @Test func isWhatAnotherPaperNeedsToSay() throws {
        let desk = try desk()
        let paper = "kind: contact-block\nlang: fr\norganisation: Maison\npeople: [fatou, awa]\n"
        let file = try desk.write(paper, to: "paper.yaml")
        let job = Job(file: file, layout: "directory")
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let first = try #require(outcome.written.first, "\(desk.said(outcome))")
        let written = try AttachedSource(opening: first).write(to: desk.path("again"))
        let texts = try written.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
        #expect(texts.contains("fatou@example.org") && texts.contains("765"), "\(texts)")
    }
}
