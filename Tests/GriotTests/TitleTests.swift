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

    /// At the heads of pages as in the heading itself.
    @Test func keepTheirEndingsRaisedInRunningHeads() throws {
        let desk = try Desk()
        let body = String(repeating: "Les puits du fleuve sont en paix. ", count: 200)
        let text =
            "kind: report\nlang: fr\ntitle: T\nsections: [{title: Le 2e puits, body: \(body)}]\n"
        let job = Job(file: try desk.write(text, to: "report.yaml"))
        let pages = desk.press.dump(job, after: .pagination).text.components(separatedBy: "\npage ")
        let head = try #require(pages.last { $0.contains("‘Le 2’") })
        let lines = head.split(separator: "\n")
        let title = lines.drop { !$0.contains("‘Le 2’ ") }.prefix(3).map {
            $0.split(separator: " ")
        }
        let heights = title.map { $0[1].split(separator: ",").last.flatMap { Double($0) } ?? 0 }
        #expect(title[1][2] == "‘e’" && title[2].contains("puits’"))
        #expect(heights[1] < heights[0] && heights[0] == heights[2])
    }

    /// What a window shows and a screen reader says first: no separator with nothing beside it, no name of a
    /// layout.
    @Test(arguments: [
        ("people: [{name: Awa KEITA}]", "Awa KEITA"),
        ("people: [{name: Awa KEITA}, {name: Ali BA}]", "Contacts"),
        ("organisation: {name: Delta}\npeople: [{name: Awa KEITA}]", "Awa KEITA – Delta"),
        ("organisation: {name: Delta}\npeople: [{name: Awa KEITA}, {name: Ali BA}]", "Delta"),
    ])
    func ofCardsNameTheirPersonOrTheirHouse(text: String, title: String) throws {
        let desk = try Desk()
        let file = try desk.write(
            "kind: contact-block\nlayout: card\nlang: fr\n\(text)\n",
            to: "c.yaml"
        )
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first { $0.hasSuffix(".pdf") })
        let lines = try ask("pdfinfo", "-enc", "UTF-8", path).text.split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("Title:") })
        #expect(line.dropFirst(6).drop(while: \.isWhitespace) == title)
    }

    @Test func areLedToByTheNamesThatTheyEndWith() throws {
        let desk = try Desk()
        let report = """
            kind: report
            lang: en
            title: The delta
            sections:
              - {title: The sea, body: "See [the licence](#licence) and [the list](#list)."}
              - {title: "Reading a licence {#licence}", body: Read it.}
            annexes: [{title: "*Who* came {#list}", body: Everybody.}]

            """
        let job = Job(file: try desk.write(report, to: "report.yaml"))
        let outcome = desk.press.render(job, to: .beside)
        #expect(desk.said(outcome) == "")
        let path = try #require(outcome.written.first)
        #expect(!(try ask("pdftotext", path, "-").text.contains("{#")))
        #expect(!(try ask("qpdf", "--json", "--json-key=outlines", path).text.contains("{#")))
    }

    /// Where the layout has a name of its own for them, as books have for their index.
    @Test func areLedToBesideTheNameThatALayoutGivesThem() throws {
        let desk = try Desk()
        let book = """
            kind: book-of-abstracts
            lang: en
            title: Studies
            foreword: "See [the study](#wells)."
            abstracts:
              - title: "The *Arapaima* of wells {#wells}"
                authors: [{person: Awa Ba}]
                year: 2024
                abstract: Words.

            """
        let job = Job(file: try desk.write(book, to: "book.yaml"))
        let outcome = desk.press.render(job, to: .beside)
        #expect(desk.said(outcome) == "")
        let path = try #require(outcome.written.first)
        #expect(!(try ask("pdftotext", path, "-").text.contains("{#")))
    }

    /// By the number that a figure has beside its title.
    @Test func areSpokenOfInAPolicyBrief() throws {
        let desk = try Desk()
        let brief = """
            kind: policy-brief
            lang: en
            title: T
            authors: [Awa Ba]
            sections:
              - title: S
                body: "See [](#wells) and [](#towns)."
                figure: {title: "Wells {#wells}", chart: {values: {Ségou: 120, Mopti: 80}}}
            tables: [{title: "Towns {#towns}", table: {head: [Town], rows: [[Ségou]]}}]

            """
        let job = Job(file: try desk.write(brief, to: "brief.yaml"))
        #expect(desk.said(desk.press.check(job)) == "")
        let heard = desk.press.check(job, asARead: true).reading
            .replacing("\u{A0}", with: " ")
        #expect(heard.contains("Link: figure 1") && heard.contains("Link: table 1"), "\(heard)")
        #expect(heard.contains("Figure 1. Wells") && heard.contains("Table 1. Towns"), "\(heard)")
    }

    /// `{study.title | stop}` of a citation adds a stop, and takes nothing away.
    @Test func keepTheirMarksBeforeAStop() throws {
        let desk = try Desk()
        let study = """
            kind: study-abstract
            lang: en
            title: The *Arapaima* of wells
            authors: [{person: Awa Ba}]
            year: 2024
            abstract: Words.

            """
        let job = Job(file: try desk.write(study, to: "study.yaml"))
        let flow = desk.press.dump(job, after: .flow).text
        #expect(flow.contains("‘Arapaima’") && flow.contains("‘ of wells.’"), "\(flow)")
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

    @Test func takeNoNotesAndAreOneLine() throws {
        let desk = try Desk()
        let text = """
            kind: report
            lang: en
            title: The *Saloum*^[A delta.] in words
            sections:
              - {title: "Wells\\n\\n*and* water", body: Everybody.}

            """
        let job = Job(file: try desk.write(text, to: "report.yaml"))
        let outcome = desk.press.render(job, to: .beside)
        let said = desk.said(outcome)
        #expect(said.contains("a title takes no notes"))
        #expect(said.contains("a title is one line"))
        let path = try #require(outcome.written.first)
        #expect(try ask("pdftotext", path, "-").text.contains("The Saloum in words"))
    }

    /// Filters that change the text leave it words, in the language in which they were written.
    @Test func keepTheirLanguageWhereTheyAreShortened() throws {
        let desk = try Desk()
        let arabic = "نسمع (2024) *قبل* أن نحكم: 3"
        let layout = """
            paper: sheet
            masters: {right: {frames: {text: {stream: body}}}}
            streams: {body: [{paragraph: "{title | shorten: 70}"}]}

            """
        _ = try desk.write(layout, to: "layouts/papers/sheet.yaml")
        func flow(_ title: String) throws -> String {
            let text =
                "kind: report\nlayout: sheet\nlang: fr\ntitle: {ar: \"\(title)\"}\nsections: [{title: {fr: A}, body: {fr: B}}]\n"
            return desk.press.dump(Job(file: try desk.write(text, to: "r.yaml")), after: .flow).text
        }
        let plain = try flow(arabic.filter { $0 != "*" })
        #expect(plain.contains("نحكم"))
        #expect(try flow(arabic) == plain)
    }
}
