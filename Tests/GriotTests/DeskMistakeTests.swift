import Foundation
import Griot
import Testing

/// What people at a desk type who have never written YAML, and what they are told.
@Suite struct DeskMistakeTests {
    private static let summary = """
        kind: workshop-summary
        lang: fr
        title: Partager le puits
        event:
          title: Partager le puits
          date: 2024-05-14
        key_messages:
          - Les puits sont en paix.
          - Les règles durent.

        """

    @Test(arguments: [
        (
            "2024-05-14", "3/4/26", "error: ‘3/4/26’ is not a date",
            "write ‘2026-04-03’ where the day stands first, or ‘2026-03-04’ where the month"
        ),
        ("2024-05-14", "25.4.26", "is not a date", "write ‘2026-04-25’"),
        ("2024-05-14", "3/3/26", "is not a date", "a year has four figures: write ‘2026-03-03’\n"),
        ("2024-05-14", "mardi 14 mai", "is not a date", "its year is wanting"),
        ("2024-05-14", "mai 2024", "is not a date", "its day is wanting"),
        (
            "2024-05-14", "2024-05-14\n  end: 2024-05-10",
            "7:8: warning: 2024-05-10 comes before 2024-05-14", "exchange the two"
        ),
        ("lang: fr", "language: fr", "unknown key ‘language’", "did you mean ‘lang’?"),
        (
            "  - Les", "  \u{F0B7}\tLes", "a bullet of Word begins no item here",
            "an item begins with a hyphen and a blank"
        ),
        (
            "  - Les", "  * Les", "8:3: error: ‘*’ begins no item of a list",
            "write ‘- Les puits sont en paix.’"
        ),
        (
            "kind: workshop-summary\n", "", "1:1: error: this file does not say what it holds",
            "begin it with ‘kind: workshop-summary’"
        ),
    ])
    func tellsTheCauseAndTheMend(typed: String, wrong: String, message: String, hint: String) throws
    {
        let desk = try Desk()
        let text = Self.summary.replacing(typed, with: wrong)
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "a.yaml"))))
        #expect(said.contains(message) && said.contains(hint), "\(said)")
    }

    @Test func readsHoursInWords() throws {
        let desk = try Desk()
        let text = Self.summary.replacing(
            "2024-05-14",
            with: "2024-05-14\n  time: 9 heures - 17 heures 30"
        )
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "a.yaml"))))
        #expect(said == "")
    }

    /// Whoever forgets the ending, or a letter, is told what lies there.
    @Test(arguments: [
        ("summary", "did you mean ‘event/summary.yaml’?"), ("sumary.yaml", "summary"),
    ])
    func knowsWhichFileWasMeant(name: String, mend: String) throws {
        let desk = try Desk()
        try desk.write(Self.summary, to: "event/summary.yaml")
        let said = desk.said(desk.press.check(Job(file: desk.path("event/\(name)"))))
        #expect(said.contains("hint: did you mean") && said.contains(mend), "\(said)")
    }

    @Test func namesTheIdsThatThereAre() throws {
        let desk = try Desk()
        try desk.write("kind: event\nid: puits\ntitle: P\ndate: 2024-05-14\n", to: "event.yaml")
        let text = "kind: programme\nevent: mon-evenement\ndays: []\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "p.yaml"))))
        #expect(said.contains("hint: the ids of that kind are: puits"), "\(said)")
    }
}
