import Griot
import TestSupport
import Testing

/// Papers of odd but honest content that meet the standards they claim.
@Suite struct ConformityTests {
    private func verdict(on paper: String) throws -> (text: String, isContent: Bool) {
        let desk = try Desk()
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        return try judge(path, standards: "ua-1,a-3a")
    }

    /// U+F1BE is a letter of Gentium Plus alone.
    @Test func saysNothingPrivateOfSignsOfOneFont() throws {
        let verdict = try verdict(
            on: """
                kind: report
                layout: report-short
                lang: en
                title: "\u{F1BE}"
                sections:
                  - title: One
                    body: "A sign \u{F1BE} and [\u{F1BE}](https://example.org)."

                """
        )
        #expect(verdict.isContent, "\(verdict.text)")
    }

    /// A space between two runs of Arabic, and a ligature whose letters are its name's.
    @Test func saysNoSpaceInWordsAndLigaturesAsTheyWereTyped() throws {
        let verdict = try verdict(
            on: """
                kind: report
                layout: report-short
                lang: en
                title: Signs
                sections:
                  - {title: One, body: "ﷺ *ﷺ* **عربي** [ﷺ](https://example.org) ℵ."}

                """
        )
        #expect(verdict.isContent, "\(verdict.text)")
    }

    /// Nothing but a head, and a head above rows that wait for a pen.
    @Test func putsNoHeadOfATableAboveNothing() throws {
        let verdict = try verdict(
            on: """
                kind: report
                layout: report-short
                lang: en
                title: Tables
                sections:
                  - {title: One, table: {head: [Name, Signature], rows: []}}
                  - {title: Two, table: {head: [Name, Signature], rows: [["", ""], ["", ""]]}}

                """
        )
        #expect(verdict.isContent, "\(verdict.text)")
    }

    /// To programs that know no titles it is a heading, the first of all.
    @Test func hearsWhatAReportIsCalledAsATitleAboveItsChapters() throws {
        let desk = try Desk()
        let paper = "kind: report\nlang: en\ntitle: Wells\nsections: [{title: One, body: Text.}]\n"
        let file = try desk.write(paper, to: "paper.yaml")
        let heard = desk.press.check(Job(file: file), asARead: true).reading
        #expect(heard.contains("Title: Wells") && heard.contains("H1: 1 One"), "\(heard)")
        let path = try #require(desk.press.render(Job(file: file), to: .beside).written.first)
        let verdict = try judge(path, standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
        #expect(desk.press.hear(pdf: path).reading == heard)
        let plain = try ask("/usr/bin/qpdf", "--qdf", "--object-streams=disable", path, "-").text
        #expect(plain.contains(/\/RoleMap <<\s*\/Title \/H1\s*>>/))
    }
}
