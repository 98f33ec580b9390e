import Foundation
import Griot
import TestSupport
import Testing

/// What somebody wrote and no paper prints is told of at its line.
@Suite struct UnplacedTests {
    private func check(_ paper: String, beside files: [String: String] = [:]) throws -> String {
        let desk = try Desk()
        for (name, text) in files { try desk.write(text, to: name) }
        let file = try desk.write(paper, to: "paper.yaml")
        return desk.said(desk.press.check(Job(file: file)))
    }

    @Test func tellsOfAFieldThatTheLayoutHasNoPlaceFor() throws {
        let said = try check(
            """
            kind: certificate
            lang: en
            title: Certificate
            event: {title: Wells, date: 2024-05-14, city: Ségou, country: ML}
            recipients: [{name: Mrs. Awa KEITA}]
            signatures: [{person: {name: Mr. Ali BA}, image: {src: a.svg, alt: Signature of Ali Ba, credit: A. Traoré}}]

            """,
            beside: ["a.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"]
        )
        #expect(
            said.contains(
                "paper.yaml:6:97: warning: ‘signatures.image.credit’ is in the file, but ‘certificate’ has no place for it"
            ),
            "\(said)"
        )
        #expect(said.split(separator: "warning:").count == 2, "\(said)")
    }

    @Test func tellsOfSectionsThatLieTooDeepOnce() throws {
        let said = try check(
            """
            kind: workshop-summary
            lang: en
            title: Wells
            sections:
              - title: One
                sections:
                  - title: Two
                    sections:
                      - title: Three
                        sections: [{title: Four, body: Lost.}]
                      - title: Three again
                        sections: [{title: Four again, body: Lost too.}]

            """
        )
        #expect(said.contains("paper.yaml:10:23: warning: ‘sections.sections.sections.sections’"))
        #expect(said.split(separator: "warning:").count == 2, "\(said)")
    }

    /// Each card has the first one, be somebody at home in another.
    @Test(arguments: [("card", 1), ("[card, directory]", 0)])
    func tellsOfAnOfficeThatStandsOnNoCard(layout: String, warnings: Int) throws {
        let said = try check(
            """
            kind: contact-block
            lang: en
            layout: \(layout)
            people: [{name: Mrs. Awa KEITA, email: awa@example.org}]
            offices:
              - {lines: [Rue 12], city: Dakar, country: SN}
              - {lines: [Rue 30], city: Bamako, country: ML}

            """
        )
        #expect(said.components(separatedBy: "warning:").count == warnings + 1, "\(said)")
        #expect(warnings == 0 || said.contains("paper.yaml:7:5: warning: ‘offices’"), "\(said)")
    }

    @Test func countsWhatIsLeftOutOfAList() throws {
        let photo = "{src: a.svg, alt: A well}"
        let said = try check(
            """
            kind: workshop-summary
            lang: en
            title: Wells
            photos:
              - \(photo)
              - \(photo)
              - \(photo)
              - \(photo)
              - \(photo)
              - \(photo)
              - \(photo)

            """,
            beside: ["a.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"]
        )
        #expect(
            said.contains(
                "paper.yaml:11:5: warning: ‘photos’ holds 7, of which 6 are printed: ‘brief’ has no place for more"
            ),
            "\(said)"
        )
    }

    /// What one of several layouts prints is printed, and whoever asks for a layout that shows less
    /// means to.
    @Test func weighsAllLayoutsOfAPaperTogether() throws {
        let programme = """
            kind: programme
            lang: en
            event: {title: Wells, date: 2024-05-14, city: Ségou, country: ML}
            days: [{date: 2024-05-14, items: [{id: opening, time: 9:00, title: Opening, abstract: The mayor speaks.}]}]
            partners: [{organisation: {name: River Fund}, statement: With the support of the River Fund.}]

            """
        #expect(try check(programme) == "")
        let both = try check(programme + "layout: [programme, programme-badge]\n")
        #expect(!both.contains("no place") && !both.contains("has a place"), "\(both)")
        let desk = try Desk()
        let file = try desk.write(programme, to: "paper.yaml")
        let asked = desk.said(desk.press.check(Job(file: file, layout: "programme-badge")))
        #expect(!asked.contains("no place"), "\(asked)")
    }

    /// What tells one event from another is for whoever keeps the files, too.
    @Test func tellsOfAnEventThatStandsInThePaperItself() throws {
        let said = try check(
            """
            kind: certificate
            lang: en
            title: Certificate
            event:
              title: Wells
              subtitle: A workshop
              date: 2024-05-14
              city: Ségou
              country: ML
              dress_code: Business
            recipients: [{name: Mrs. Awa KEITA}]
            signatures: [{person: {name: Mr. Ali BA}}]

            """
        )
        #expect(
            said.contains(
                "paper.yaml:10:15: warning: ‘event.dress_code’ is in the file, but ‘certificate’ has no place for it"
            ),
            "\(said)"
        )
        #expect(said.split(separator: "warning:").count == 2, "\(said)")
    }

    @Test func leavesSharedFilesAlone() throws {
        let said = try check(
            """
            kind: workshop-summary
            lang: en
            title: Wells
            roles: [{person: awa, role: speaker}]

            """,
            beside: [
                "people.yaml": "people: {awa: {name: Awa KEITA, bio: Long., website: a.org}}\n"
            ]
        )
        #expect(said == "")
    }
}
