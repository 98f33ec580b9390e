import Foundation
import Griot
import Testing

/// What people meet in a public paper who read it by another program than their eyes.
@Suite struct PublicTests {
    private let paper = """
        kind: report
        lang: fr
        title: Un rapport
        foreword: "Un [lien^[Une note, avec https://a.org.]](https://b.org), puis [https://c.org](https://c.org) et <https://d.org>."
        sections:
          - title: Un
            body: |
              une ligne\\
              autre ligne

              Voir [ici](#nulle-part), [là](javascript:alert(1)) et [ailleurs](https://e.org).
            table: {head: [Pays, Ville], rows: [[Mali, Bamako], [Niger], [a, b, c]]}

        """

    @Test func isSoundWhateverLinksAndTablesAreWrittenLike() throws {
        let desk = try Desk()
        let file = try desk.write(paper, to: "report.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let said = desk.said(outcome)
        let path = try #require(outcome.written.first, "\(said)")
        #expect(said.contains("11:13: warning: this link leads nowhere: ‘#nulle-part’"), "\(said)")
        let verdict = try judge(path, standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
        let heard = try ask("pdfinfo", "-enc", "UTF-8", "-struct-text", path).text
        #expect(heard.contains("\"une ligne autre ligne\""))
        let plain = try ask("qpdf", "--qdf", "--object-streams=disable", path, "-").text
        for address in [
            "https://a.org", "https://b.org", "https://c.org", "https://d.org", "https://e.org",
        ] {
            #expect(plain.contains("/URI (\(address))"), "\(address)")
        }
        #expect(!plain.contains("/URI (javascript"))
    }

    /// A report of one section.
    private func report(_ body: String) -> String {
        "kind: report\nlang: en\ntitle: A report\nsections:\n  - title: One\n    body: \(body)\n"
    }

    /// Whatever its words look like and whichever languages they are in.
    @Test func makesALinkOnePlaceThatSaysAllItsWords() throws {
        let desk = try Desk()
        let text = "\"See [a [عربي]{ar} word, *then* **some** more](https://example.org/).\""
        let file = try desk.write(report(text), to: "report.yaml")
        let dump = desk.press.dump(Job(file: file), after: .pagination).text
        let links = dump.split(separator: "\n").filter { $0.contains("example.org") }
        #expect(links.count == 1, "\(links)")
        #expect(links[0].hasSuffix("‘a عربي word, then some more’"), "\(links)")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let verdict = try judge(path, standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
    }

    /// The number of a note is followed down to its words, and from there up to its first mark.
    @Test func leadsFromMarksToTheirNotesAndBack() throws {
        let desk = try Desk()
        let text = """
            |
                  First words[^a], others[^b], then the first note again[^a].

                  [^a]: What stands below, and leads on[^c].
                  [^b]: Beside it.
                  [^c]: After it.
            """
        let file = try desk.write(report(text), to: "report.yaml")
        let dump = desk.press.dump(Job(file: file), after: .pagination).text
        let lines = dump.split(separator: "\n")
        let links = lines.filter { $0.hasPrefix("  link ") && $0.contains(" of Link ") }
            .compactMap { $0.split(separator: "to ‘").last?.prefix { $0 != "’" } }
            .filter { !$0.hasPrefix("heading-") }
        #expect(
            links.sorted() == [
                "mark-1", "mark-2", "mark-3", "note-1", "note-1", "note-2", "note-3",
            ]
        )
        for name in Set(links) {
            #expect(lines.contains { $0.hasPrefix("destination ‘\(name)’ page ") }, "\(name)")
        }
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let verdict = try judge(try #require(outcome.written.first), standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
    }
}
