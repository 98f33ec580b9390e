import Foundation
import Griot
import Testing

/// What people at a desk type as the items of a programme, and what they are told.
@Suite struct ItemMistakeTests {
    @Test func readsHoursInWords() throws {
        let desk = try Desk()
        let text = Desk.summary.replacing(
            "2024-05-14",
            with: "2024-05-14\n  time: 9 heures - 17 heures 30"
        )
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "a.yaml"))))
        #expect(said == "")
    }

    private func programme(_ item: String) throws -> String {
        let desk = try Desk()
        let text = """
            kind: programme
            lang: en
            event: {id: p, title: Fishing, date: 2026-03-02, country: SN}
            days:
              - date: 2026-03-02
                items:
                  - \(item)

            """
        return desk.said(desk.press.check(Job(file: try desk.write(text, to: "p.yaml"))))
    }

    @Test(arguments: [
        ("{time: TBA, title: A}", "‘TBA’ is not a time", "‘status: tbc’"),
        ("{time: “9:00–10:00”, title: A}", "is not a time", "write ‘9:00–10:00’ without them"),
        ("9:00 Opening", "not text", "write it like this: {time: 9:00, title: Opening}"),
        ("9:00–9:30: Opening", "", ""),
        ("9h - 10h30 Opening words", "not text", "{time: 9h - 10h30, title: Opening words}"),
        ("{time: 9:00, duration: 90 min, title: A}", "unknown key ‘duration’", "‘time’?"),
        ("{from: 9:00, title: A}", "unknown key ‘from’", "did you mean ‘time’?"),
        (
            "{time: 9:00, title: A, speakers: \"Dr. Fatou Sow (moderator), Ali Ba\"}",
            "‘(’ is no part of a name", "elsewhere write a list: [Dr. Fatou Sow, Ali Ba]\n"
        ),
    ])
    func saysHowAnItemIsWritten(item: String, message: String, hint: String) throws {
        let said = try programme(item)
        #expect(said.contains("error: "), "\(said)")
        #expect(message.isEmpty || said.contains(message) && said.contains(hint), "\(said)")
    }

    /// A list of sentences, as everybody writes it at first.
    @Test(arguments: [
        ("Pay the keepers each month.", "{to: Governments, text: Pay the keepers each month.}"),
        ("Mayors", "{to: Mayors, text: Map the wells before the dry season.}"),
    ])
    func putsASentenceInThePlaceOfARecommendationsText(written: String, mend: String) throws {
        let desk = try Desk()
        let text =
            "kind: workshop-summary\nlang: en\ntitle: A meeting\nrecommendations:\n  - \(written)\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "p.yaml"))))
        #expect(said.contains("write it like this: \(mend)"), "\(said)")
    }

    @Test(arguments: [
        ("2-3 pm", "14:00–15:00"), ("9:30-10:30 pm", "21:30–22:30"), ("11-1 pm", "11:00–13:00"),
        ("9:00 to 1 pm", "9:00–13:00"), ("11:30–12:30 p.m.", "11:30–12:30"),
        ("9-10 am", "9:00–10:00"),
    ])
    func takesTheHalfOfTheDayFromTheEndOfHours(typed: String, read: String) throws {
        func calendar(_ time: String) throws -> String {
            let desk = try Desk()
            let text = """
                kind: programme
                lang: en
                event: {id: p, title: Fishing, date: 2026-03-02, country: SN}
                days: [{date: 2026-03-02, items: [{id: a, time: \(time), title: A}]}]

                """
            let job = Job(file: try desk.write(text, to: "p.yaml"))
            let file = desk.press.render(job, to: .beside).written.first { $0.hasSuffix(".ics") }
            return try String(contentsOfFile: try #require(file), encoding: .utf8)
        }
        #expect(try calendar("\"\(typed)\"") == calendar("\"\(read)\""))
    }
}
