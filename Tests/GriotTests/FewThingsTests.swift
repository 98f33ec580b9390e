import Foundation
import Griot
import Testing

/// Papers that say little of few things look as if they were meant to.
@Suite struct FewThingsTests {
    private func extract(_ form: String, of text: String) throws -> String {
        let desk = try Desk()
        let file = try desk.write(text, to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        return try ask("pdftotext", form, path, "-").text
    }

    private func pages(of text: String) throws -> [Substring] {
        try extract("-layout", of: text).split(separator: "\u{C}")
            .filter { $0.contains(where: \.isLetter) }
    }

    /// How far below the head of its page a word begins, in points.
    private func place(of word: String, in text: String) throws -> Double {
        let lines = try extract("-bbox", of: text).split(separator: "\n")
        let line = lines.last { $0.contains(">\(word)<") }
        let place = line?.split(separator: "yMin=\"").last?.prefix { $0 != "\"" }
        return try #require(place.flatMap { Double($0) })
    }

    private static func speakers(saying bio: String) -> String {
        let people = ["ONE", "TWO", "THREE"].map { name in
            "  - {person: {given: Awa, family: \(name), gender: f, bio: \"\(bio)\"}, role: author}\n"
        }
        return "kind: speaker-list\nlang: en\n"
            + "event: {title: The well, date: 2026-12-12, city: Dakar, country: SN}\nspeakers:\n"
            + people.joined()
    }

    /// In the letters of a long list the last would stand in the upper half of the page.
    @Test func threeSpeakersTakeMoreThanHalfOfTheirPage() throws {
        let text = Self.speakers(saying: "She maps wells.")
        #expect(try place(of: "THREE", in: text) > 420)
    }

    @Test func threeOfWhomMuchIsSaidShareAPage() throws {
        let bio = Array(repeating: "She maps wells and the roads that lead to them.", count: 12)
        #expect(try pages(of: Self.speakers(saying: bio.joined(separator: " "))).count == 1)
    }

    /// Where chapters follow one another, annexes follow them.
    @Test(arguments: [("report", false), ("report-short", true)])
    func shortAnnexesShareAPage(layout: String, withTheText isWithText: Bool) throws {
        let pages = try pages(
            of: """
                kind: report
                layout: \(layout)
                lang: en
                title: The well
                sections: [{title: First, body: Water.}, {title: Second, body: More water.}]
                annexes: [{title: Words, body: Some words.}, {title: Roads, body: Some roads.}]

                """
        )
        let page = try #require(pages.last)
        #expect(page.contains("Some words") && page.contains("Some roads"))
        #expect(page.contains("More water") == isWithText)
    }

    @Test func anImprintWithoutAPublisherNamesTheMonthAlone() throws {
        let words = try pages(
            of: """
                kind: workshop-summary
                lang: en
                layout: brief
                date: 2026-12-12
                title: The well
                lead: Water.
                sections: [{title: First, body: Water.}]
                imprint: {date: 2026-12-20, disclaimer: Nobody signs.}

                """
        ).joined()
        #expect(words.contains("December 2026"))
        #expect(!words.contains("Publisher"), "\(words)")
    }

    /// A sheet that says nothing of what it is belongs to no paper.
    @Test func theSecondPageOfAnAbstractNamesItsStudy() throws {
        let text = Array(repeating: "Wells fail where nobody keeps them.", count: 160)
        let pages = try pages(
            of: """
                kind: study-abstract
                lang: en
                title: Roads of the herds
                year: 2026
                authors: [{person: {given: Awa, family: BA}}]
                abstract: \(text.joined(separator: " "))

                """
        )
        #expect(pages.count == 2)
        #expect(pages.last?.contains("Roads of the herds") ?? false)
    }

    @Test func theSecondPageOfLargeSessionsNamesItsDay() throws {
        let speakers = ["Awa BA", "Ibra SY", "Aïda DIOP", "Modou FALL", "Fatou SARR", "Omar SOW"]
            .map { "{person: \($0)}" }.joined(separator: ", ")
        let items = (9...13).map { hour in
            "{time: \"\(hour):00–\(hour):45\", kind: talk, title: At \(hour), speakers: [\(speakers)]}"
        }
        let pages = try pages(
            of: """
                kind: programme
                lang: en
                event: {title: The well, date: 2026-12-12, city: Dakar, country: SN}
                days: [{date: 2026-12-12, items: [\(items.joined(separator: ", "))]}]

                """
        )
        #expect(pages.count > 1)
        #expect(pages.dropFirst().allSatisfy { $0.contains("Saturday, 12 December 2026") })
    }
}
