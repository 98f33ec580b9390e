import Foundation
import Griot
import Testing

/// Titles have marks: set where they are set as text, left out where words alone are wanted.
@Suite struct TitleTests {
    private static let report = """
        kind: report
        lang: en
        title: The *Saloum* delta
        sections:
          - {title: Who holds the *bolongs*, body: Everybody. And nobody.}
          - {title: 2024. A year of CO~2~, body: "More.\\n\\nAnd more."}

        """

    @Test func areSetWithTheirMarks() throws {
        let desk = try Desk()
        let job = Job(file: try desk.write(Self.report, to: "report.yaml"))
        let flow = desk.press.dump(job, after: .flow).text
        #expect(!flow.contains("*Saloum*") && !flow.contains("*bolongs*"))
        #expect(flow.contains("CO") && !flow.contains("~2~"))
        let outcome = desk.press.render(job, to: .beside)
        #expect(desk.said(outcome) == "")
        let path = try #require(outcome.written.first)
        let fonts = try ask("pdffonts", path).text
        #expect(fonts.contains("Italic"), "\(fonts)")
    }

    @Test func areWordsAloneInTheOutlineAndInWhatTheFileSaysOfItself() throws {
        let desk = try Desk()
        let job = Job(file: try desk.write(Self.report, to: "report.yaml"))
        let path = try #require(desk.press.render(job, to: .beside).written.first)
        #expect(try ask("pdfinfo", path).text.contains("The Saloum delta\n"))
        let json = try ask("qpdf", "--json", "--json-key=outlines", path).text
        #expect(json.contains("Who holds the bolongs") && json.contains("2024. A year of CO2"))
        #expect(!json.contains("*"))
        let text = try ask("pdftotext", path, "-").text
        #expect(!text.contains("*"))
    }
}
