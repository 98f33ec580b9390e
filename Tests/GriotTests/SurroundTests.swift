import Foundation
import Griot
import Testing

/// What a layout adds around a text stands there once, though the text brings it along.
@Suite struct SurroundTests {
    private func heard(_ paper: String) throws -> (said: String, read: String) {
        let desk = try Desk()
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.check(Job(file: file), asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    @Test(arguments: [
        "« On partage le puits. »", "'\"On partage le puits.\"'", "“On partage le puits.”",
        "„On partage le puits.“", "{fr: « On partage le puits. »}", "On partage le puits.",
    ])
    func takesAwayMarksAroundAWholeQuotation(text: String) throws {
        let paper = """
            kind: workshop-summary
            lang: fr
            title: Le puits
            lead: Ils sont venus.
            quotes:
              - {text: \(text), source: Un éleveur}

            """
        let (said, read) = try heard(paper)
        #expect(said == "", "\(said)")
        let marks = read.filter { "«»“”„\"".contains($0) }
        #expect(marks == "«»", "\(read)")
    }

    @Test func leavesMarksThatStandAroundAPart() throws {
        let paper = """
            kind: workshop-summary
            lang: fr
            title: Le puits
            lead: Ils sont venus.
            quotes:
              - {text: "« Oui », puis « non »", source: Un éleveur}

            """
        let read = try heard(paper).read
        #expect(read.contains("Oui") && read.filter { "«»“”".contains($0) }.count > 4, "\(read)")
    }

    private func letter(body: String) -> String {
        """
        kind: invitation-letter
        lang: fr
        event: {title: Le fleuve, date: 2026-05-14}
        to: [Awa KEITA]
        signatory: Ousmane KANE
        date: 2026-02-01
        subject: Invitation
        body: |
        \(body.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n"))

        """
    }

    @Test(arguments: [
        ("Madame, Monsieur,\n\nNous écrivons.", "Madame, Monsieur"),
        ("Madame la Ministre,\n\nNous écrivons.", "Madame la Ministre"),
        ("Monsieur, nous écrivons.", "Monsieur"),
        ("Dear Ms Diallo,\n\nWe write.", "Dear Ms Diallo"),
        ("Sehr geehrte Damen und Herren,\n\nwir schreiben.", "Sehr geehrte Damen und Herren"),
        ("Exma. Senhora,\n\nEscrevemos.", "Exma. Senhora"),
    ])
    func tellsOfASalutationInALetter(body: String, words: String) throws {
        let said = try heard(letter(body: body)).said
        #expect(said.contains("a letter is begun by itself, and ‘\(words)’"), "\(said)")
        #expect(said.components(separatedBy: "warning: ").count == 2, "\(said)")
    }

    @Test(arguments: [
        "Nous écrivons.\n\nVeuillez agréer, Madame, l’expression de nos sentiments distingués.",
        "Nous écrivons. Je vous prie d’agréer, Monsieur, mes salutations distinguées.",
        "We write.\n\nYours sincerely,", "Wir schreiben.\n\nMit freundlichen Grüßen",
        "Escrevemos.\n\nCom os melhores cumprimentos,",
    ])
    func tellsOfAClosingInALetter(body: String) throws {
        let said = try heard(letter(body: body)).said
        #expect(said.contains("a letter is ended by itself"), "\(said)")
        #expect(said.components(separatedBy: "warning: ").count == 2, "\(said)")
    }

    @Test(arguments: [
        "Nous écrivons.", "Monsieur Diop, maire de Mbour, vous attend.\n\nNous comptons sur vous.",
        "Madame Awa Keita, directrice, viendra.\n\nCordialement invités, les maires répondront en mai.",
    ])
    func saysNothingOfALetterThatBeginsWithItsMatter(body: String) throws {
        let said = try heard(letter(body: body)).said
        #expect(!said.contains("by itself") || body.contains("Cordialement"), "\(said)")
    }
}
