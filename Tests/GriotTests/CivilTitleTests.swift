import Foundation
import Griot
import Testing

/// What is said before a name, as papers print it.
@Suite struct CivilTitleTests {
    private func letter(to person: String, in language: String) throws -> String {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let paper = """
            kind: invitation-letter
            lang: \(language)
            signatory: {name: Awa BA}
            date: 2026-02-01
            subject: S
            body: B.
            to: [{person: \(person)}]
            """
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        return outcome.reading.replacing("\u{A0}", with: " ")
    }

    private func named(_ title: String) -> String {
        "{\(title), given: {fr: Fatou, ar: فاتو}, family: {fr: Diallo, ar: جالو}}"
    }

    @Test(arguments: [
        ("honorific: Mme", "السيدة فاتو جالو"), ("honorific: M.", "السيد فاتو جالو"),
        ("honorific: Mlle", "الآنسة فاتو جالو"), ("academic_title: Dr", "د. فاتو جالو"),
        ("academic_title: Pr", "أ.د. فاتو جالو"),
        ("honorific: {fr: Mme, ar: الحاجة}", "الحاجة فاتو جالو"),
        ("honorific: Mme, academic_title: Dr", "السيدة د. فاتو جالو"),
        // What the language has no word for stays as it was typed.
        ("honorific: Hajia", "Hajia فاتو جالو"),
    ])
    func areInArabicBeforeAnArabicName(title: String, name: String) throws {
        let read = try letter(to: named(title), in: "ar")
        #expect(read.contains(name), "\(read)")
    }

    /// A minister is not written to as anybody is.
    @Test(arguments: [
        ("M. le Ministre Jean DIOUF", "fr", "Monsieur le Ministre"),
        ("Mme la Gouverneure Awa DIOP", "fr", "Madame la Gouverneure"),
        ("M. l'Ambassadeur Jean DIOUF", "fr", "Monsieur l’Ambassadeur"),
        ("S.E. M. l’Ambassadeur Jean DIOUF", "fr", "Monsieur l’Ambassadeur"),
        ("M. Jean LE ROY", "fr", "Monsieur"), ("Mme Awa DIOP", "fr", "Madame"),
    ])
    func saluteSomebodyByTheOffice(name: String, language: String, address: String) throws {
        let read = try letter(to: "{name: \"\(name)\"}", in: language)
        #expect(read.contains(" \(address),\n"), "\(read)")
        #expect(read.contains("Veuillez agréer, \(address), l’expression"), "\(read)")
    }

    @Test func areNotMixedWithAnotherLanguage() throws {
        let read = try letter(to: "{name: M. le Ministre Jean DIOUF}", in: "en")
        #expect(read.contains("Dear Sir,") && read.contains("Yours faithfully,"), "\(read)")
    }

    @Test(arguments: ["fr", "en"])
    func stayAsTypedBeforeALatinName(language: String) throws {
        #expect(try letter(to: named("honorific: Mme"), in: language).contains("Mme Fatou"))
    }

    @Test func stayAsTypedWhereTheNameHasNoArabicForm() throws {
        let read = try letter(to: "{honorific: Mme, given: Fatou, family: Diallo}", in: "ar")
        #expect(read.contains("Mme Fatou"), "\(read)")
    }

    @Test(arguments: [
        ("as-entered", "Mme DIALLO Fatou", "Mme DIALLO Fatou"),
        ("as-entered", "Diallo, Fatou", "Diallo, Fatou"),
        ("given-family", "DIALLO Fatou", "Fatou DIALLO"),
        ("as-entered", "{given: Fatou, family: Diallo}", "Fatou Diallo"),
    ])
    func areKeptWithANameThatIsPrintedAsEntered(style: String, typed: String, printed: String)
        throws
    {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let paper = """
            kind: speaker-list
            lang: fr
            name_style: \(style)
            people: [{id: fd, name: \(typed.hasPrefix("{") ? typed : "\"\(typed)\"")}]
            speakers: [fd]
            """
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        let read = outcome.reading.replacing("\u{A0}", with: " ")
        #expect(desk.said(outcome) == "")
        #expect(read.contains("H2: \(printed)\n"), "\(read)")
    }
}
