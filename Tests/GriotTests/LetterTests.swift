import Foundation
import Griot
import Testing

/// How a letter addresses its guest and takes its leave.
@Suite struct LetterTests {
    /// Where no closing is written, the usual one calls the guest what the salutation does.
    @Test(arguments: [
        ("fr", "Excellence,", "Veuillez agréer, Excellence, l’expression de notre"),
        ("en", "Your Excellency", "Yours faithfully,"), ("de", "Exzellenz", "Mit freundlichen"),
    ])
    func takesLeaveOfTheGuestAsItGreets(language: String, salutation: String, leave: String) throws
    {
        let text = try letter(in: language, "salutation: \"\(salutation)\"", "")
        #expect(text.contains(leave), "\(text)")
        #expect(!text.contains("{name}"))
    }

    @Test(arguments: [
        ("en", "Your Excellency", "Your Excellency,", "Yours sincerely", "Yours sincerely,"),
        ("en", "Dear friends!", "Dear friends!", "Yours,", "Yours,"),
        (
            "fr", "Excellence", "Excellence,", "Veuillez agréer nos vœux",
            "Veuillez agréer nos vœux."
        ),
        ("de", "Exzellenz", "Exzellenz,", "Mit besten Grüßen", "Mit besten Grüßen"),
        ("ar", "صاحب السعادة", "صاحب السعادة،", "مع التقدير", "مع التقدير،"),
    ])
    func endsWhatIsWrittenAsTheLanguageDoes(
        language: String,
        salutation: String,
        addressed: String,
        closing: String,
        closed: String
    ) throws {
        let text = try letter(
            in: language,
            "salutation: \"\(salutation)\"",
            "closing: \"\(closing)\""
        )
        #expect(text.contains("‘\(addressed)’"), "\(text)")
        #expect(text.contains("‘\(closed)’"), "\(text)")
    }

    /// Of somebody in the letter whose address it does not say, it is that of the person.
    @Test(arguments: [("", true), ("phone: \"+221 33 800 00 00\", ", false)])
    func saysHowToReachWhoTakesTheAnswer(own: String, isThePersons: Bool) throws {
        let rsvp = "rsvp: {\(own)person: {name: Awa SECK, email: awa@example.org}}"
        #expect(try letter(in: "en", "", rsvp).contains("awa@example.org") == isThePersons)
    }

    /// What a letter says, its bound spaces as plain ones.
    private func letter(in language: String, _ guest: String, _ more: String) throws -> String {
        let desk = try Desk()
        let file = try desk.write(
            """
            kind: invitation-letter
            lang: \(language)
            event: {title: Wells, date: 2024-05-14}
            to: [{person: Fatou DIALLO, \(guest)}]
            signatory: Awa KEITA
            date: 2024-04-02
            subject: Wells
            body: We write.
            \(more)
            """,
            to: "letter.yaml"
        )
        return desk.press.dump(Job(file: file), after: .flow).text
            .replacing("⍽", with: " ").replacing("‿", with: " ")
    }
}
