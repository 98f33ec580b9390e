import Griot
import Testing

/// What runs from right to left is heard in the order in which it was written.
@Suite struct RightToLeftTests {
    /// Brackets and figures mostly come from the page's Latin font, and letters from another.
    @Test(arguments: [
        "(ج) ثالثا", "السيد (باماكو)؛ نعم", "السيد Kone (باماكو)؛ نعم",
        "السيد (باماكو)، نعم (ب). ثم (ج)، (د)", "أولا [b] ثم (ج) ثالثا",
    ])
    func aWordOfSeveralFontsIsHeardAsWritten(text: String) throws {
        #expect(try heard(text, in: "ar").contains("P: \(text)\n"))
    }

    @Test func nKoIsHeardInTheOrderOfItsWords() throws {
        let text = "(ߒߞߏ) «ߒߞߏ»"
        #expect(try heard(text, in: "nqo").contains("P: \(text)\n"))
    }

    @Test func anArabicSignAfterALatinWordIsSetInAnArabicFont() throws {
        let text = "[نص Bamako، مالي 12:30؟]{ar}"
        #expect(try heard(text, in: "fr").contains("نص Bamako، مالي 12:30؟"))
    }

    /// Its full stop would else stand at the other end, between the quotation mark and its first word.
    @Test func aFrenchQuotationKeepsItsMarksOnAnArabicPage() throws {
        let desk = try Desk()
        let file = try desk.write(
            """
            kind: workshop-summary
            lang: ar
            title: نسمع
            quotes: [{text: L’eau avant la terre., source: كاتي}]
            """,
            to: "brief.yaml"
        )
        let flow = desk.press.dump(Job(file: file), after: .flow).text
        #expect(flow.contains("\u{2066}L’eau avant la terre.\u{2069}"), "\(flow)")
    }

    private func heard(_ text: String, in language: String) throws -> String {
        let desk = try Desk()
        let file = try desk.write(
            """
            kind: report
            lang: \(language)
            title: T
            sections:
              - title: S
                body: |
                  \(text)
            """,
            to: "report.yaml"
        )
        let outcome = desk.press.check(Job(file: file), asARead: true)
        #expect(outcome.failure == nil, "\(desk.said(outcome))")
        return outcome.reading + "\n"
    }
}
