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
}
