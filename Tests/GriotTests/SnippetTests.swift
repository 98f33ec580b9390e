import Foundation
import Griot
import Testing

/// Set texts of the brand where a writer asks for them: `{snippet:views}`.
@Suite struct SnippetTests {
    private static let brand = """
        brand: ours
        colours: {text: "#000000", primary: "#005A8C"}
        snippets:
          views: {en: Views are those of Awa KEITA & others., fr: Les vues sont celles des auteurs.}
          funding: {en: "Paid for by the River Fund."}
        """

    /// A summary whose lead and body are given, in two languages.
    private func paper(_ lead: String, on desk: Desk, more: String = "") throws -> Job {
        var house = try String(
            contentsOf: Desk.root.appending(path: "layouts/brands/house.yaml"),
            encoding: .utf8
        )
        let own = Self.brand.split(separator: "\n").dropFirst(3).joined(separator: "\n")
        let place = try #require(house.firstRange(of: "snippets:\n"))
        house.replaceSubrange(place, with: "snippets:\n\(own)\n")
        try desk.write(house, to: "layouts/brands/ours.yaml")
        let text = """
            kind: workshop-summary
            lang: [en, fr]
            brand: ours
            event: {title: Wells, date: 2024-05-14}
            title: Wells
            lead: \(lead)
            \(more)
            """
        return Job(file: try desk.write(text, to: "summary.yaml"))
    }

    private func printed(_ job: Job, in language: String, on desk: Desk) -> (String, Outcome) {
        var job = job
        job.languages = [language]
        return desk.press.dump(job, after: .flow)
    }

    @Test(arguments: [
        ("en", "so Views are those of Awa KEITA & others."),
        ("fr", "so Les vues sont celles des auteurs."),
    ])
    func fillsATextByLanguage(language: String, words: String) throws {
        let desk = try Desk()
        let job = try paper("\"so {snippet:views}\"", on: desk)
        let (text, outcome) = printed(job, in: language, on: desk)
        #expect(text.replacing("⍽", with: " ").replacing("‿", with: " ").contains(words))
        #expect(!text.contains("snippet"))
        #expect(!desk.said(outcome).contains("error"))
    }

    /// In rich text, in emphasis and notes too; code stays as it is typed.
    @Test func fillsRichText() throws {
        let desk = try Desk()
        let job = try paper(
            "Herders met.",
            on: desk,
            more: """
                context: |
                  They met *{snippet:views}* and dug^[{snippet:views} {snippet:views}].

                  - `{snippet:views}` is how it is written.
                """
        )
        var french = job
        french.languages = ["fr"]
        let heard = desk.press.check(french, asARead: true).reading
        #expect(heard.components(separatedBy: "Les vues sont celles des auteurs").count == 4)
        #expect(heard.components(separatedBy: "snippet:views").count == 2)
    }

    @Test(arguments: [
        (
            "\"{snippet:view}\"",
            "summary.yaml:6:7: error: there is no snippet ‘view’", "did you mean ‘{snippet:views}’?"
        ),
        (
            "{snippet:views}", "summary.yaml:6:7: error: ‘lead’ must be a text, not a mapping",
            "write \"{snippet:views}\""
        ),
        (
            "\"{snippet:disclaimer}\"",
            "summary.yaml:6:7: error: there is no snippet ‘disclaimer’",
            "the brand ‘ours’ has colophon, funding, views"
        ),
        (
            "\"{snippet:views\"",
            "summary.yaml:6:7: error: a brace opens here for a set text, and none closes it",
            "write ‘{snippet:colophon}’"
        ),
        (
            "\"{snippet:funding}\"",
            "summary.yaml:6:7: warning: the snippet ‘funding’ has no ‘fr’ version",
            "layouts/brands/ours.yaml"
        ),
    ])
    func tellsWhatIsWrongAtItsPlace(lead: String, message: String, hint: String) throws {
        let desk = try Desk()
        let said = desk.said(desk.press.check(try paper(lead, on: desk)))
        #expect(said.contains(message) && said.contains(hint), "\(said)")
        #expect(said.components(separatedBy: message).count == 2, "\(said)")
    }

    @Test func refusesASetTextThatAsksForAnother() throws {
        let desk = try Desk()
        let job = try paper("\"{snippet:views}\"", on: desk)
        let place = desk.path("layouts/brands/ours.yaml")
        let brand = try String(contentsOfFile: place, encoding: .utf8)
        try desk.write(
            brand.replacing("Paid for by", with: "{snippet:funding}"),
            to: "layouts/brands/ours.yaml"
        )
        let said = desk.said(desk.press.check(job))
        #expect(said.contains("error: a set text holds no other"))
    }

    /// A name that is withheld everywhere else does not come in by the brand.
    @Test func searchesSetTextsForThoseWhoAreLeftOut() throws {
        let desk = try Desk()
        let job = try paper(
            "\"{snippet:views}\"",
            on: desk,
            more: """
                roles: [{person: awa, role: speaker}]
                people: [{id: awa, name: Mrs. Awa KEITA, consent: {list_name: no}}]
                """
        )
        let said = desk.said(desk.press.check(job))
        #expect(said.contains("summary.yaml:6:7"), "\(said)")
        #expect(said.contains("KEITA"), "\(said)")
    }

    /// Other programs get what is printed: the brand that the PDF carries says it, not that of the house.
    @Test func givesSetTextsToOtherPrograms() throws {
        let desk = try Desk()
        let job = try paper("\"so {snippet:views}\"", on: desk)
        let made = desk.press.render(job, to: .folder(desk.folder.path))
        let pdf = try #require(made.written.first, "\(desk.said(made))")
        let stranger = try Press(Installation(folder: Desk.root.path))
        let extraction = stranger.extract([.json], from: try AttachedSource(opening: pdf))
        let text = extraction.files.map(\.text).joined()
        #expect(text.contains("so Views are those of Awa KEITA & others."), "\(text)")
        #expect(text.contains("so Les vues sont celles des auteurs."))
        #expect(!text.contains("snippet"))
    }

    /// What was written once is no translation of itself, whatever the brand says in each language.
    @Test func notesNoTranslationOfATextThatWasWrittenOnce() throws {
        let desk = try Desk()
        let job = try paper("\"{snippet:views}\"", on: desk)
        #expect(desk.press.noteTranslations(of: job, reviewed: false).translated == 0)
    }
}
