import Griot
import Testing

/// Papers of little content, or of much where there is little as a rule.
@Suite struct SparePaperTests {
    private func pages(_ text: String) throws -> [Substring] {
        let desk = try Desk()
        let file = try desk.write("lang: en\n" + text, to: "paper.yaml")
        let made = desk.press.dump(Job(file: file), after: .pagination)
        #expect(made.text.contains("page "), "\(desk.said(made.outcome))")
        return made.text.split(separator: "\npage ")
    }

    /// The size of some words on a page, in points.
    private func size(of words: String, on page: Substring) throws -> Double {
        let line = try #require(page.split(separator: "\n").first { $0.contains(words) }, "\(page)")
        let size = line.split(separator: " ").first {
            $0.hasSuffix("pt") && Double($0.dropLast(2)) != nil
        }
        return try #require(size.flatMap { Double($0.dropLast(2)) }, "\(line)")
    }

    private func programme(ofSessions count: Int) -> String {
        let items = (0..<count).map { "{time: \(8 + $0):00, title: Session \($0)}" }
        return """
            kind: programme
            layout: programme-badge
            event: {title: Wells, date: 2026-05-14}
            days: [{date: 2026-05-14, items: [\(items.joined(separator: ", "))]}]

            """
    }

    @Test func printsAShortDayLargeOnABadge() throws {
        let short = try pages(programme(ofSessions: 5))
        let long = try pages(programme(ofSessions: 6))
        #expect(try size(of: "Session 0", on: short[0]) == 12)
        #expect(try size(of: "Session 0", on: long[0]) < 9)
    }

    private let certificate = """
        kind: certificate
        title: Certificate
        event: {title: Wells, date: 2026-05-14}
        recipients: [Awa KEITA]

        """

    /// A number that nobody gave says nothing, and a sheet that nobody signs is no certificate.
    @Test func leavesALineToSignWhereNobodyIsNamed() throws {
        let bare = try pages(certificate)[0]
        #expect(bare.contains("‘Signature’") && !bare.contains("001"), "\(bare)")
        let signed = try pages(certificate + "signatures: [Fatou DIALLO]\nserial: A-\n")[0]
        #expect(!signed.contains("‘Signature’") && signed.contains("A-001"), "\(signed)")
        let checked = try pages(certificate + "verify: https://example.org/v\n")[0]
        #expect(!checked.contains("‘Signature’"), "\(checked)")
    }

    @Test func runsShortChaptersOnBelowTheirContents() throws {
        let chapters = "sections: [{title: Wells, body: A word.}, {title: Rivers, body: A word.}]\n"
        let short = try pages("kind: report\nlayout: report-short\ntitle: T\n" + chapters)
        #expect(short.count == 2)
        #expect(
            short.last?.contains("‘Contents’") == true && short.last?.contains("‘A word.’") == true
        )
        let summed = try pages(
            "kind: report\nlayout: report-short\ntitle: T\nsummary: In short.\n" + chapters
        )
        #expect(summed.map { $0.contains("‘A word.’") } == [false, false, true])
        #expect(summed[1].contains("‘Contents’") && summed[1].contains("‘In short.’"))
    }

    private func study(by count: Int) -> String {
        let names = (0..<count).map { "Awa KEITA\(UnicodeScalar(65 + UInt8($0)))" }
        return """
            kind: study-abstract
            title: Wells
            year: 2026
            authors: [\(names.joined(separator: ", "))]
            abstract: In short.

            """
    }

    /// In a citation initials stay with their family name, however short its lines are.
    @Test func setsManyAuthorsSideBySide() throws {
        let desk = try Desk()
        func flow(_ text: String) throws -> String {
            let file = try desk.write("lang: en\n" + text, to: "study.yaml")
            return desk.press.dump(Job(file: file), after: .flow).text
        }
        #expect(try flow(study(by: 6)).contains("columns 2"))
        let few = try flow(study(by: 5))
        #expect(!few.contains("columns 2"))
        #expect(few.contains("KEITAA,⍽A.; KEITAB,⍽A."), "\(few)")
    }
}
