import Foundation
import Griot
import Testing

/// What is so of every way to print a programme.
@Suite struct ProgrammeTests {
    static let layouts = ["", "-grid", "-poster", "-booklet", "-badge"].map { "programme\($0)" }

    /// A day that goes on overleaf says so to the eye; to the ear it has not ended.
    @Test(arguments: layouts, [("en", ", continued"), ("fr", ", suite"), ("de", ", Fortsetzung")])
    func saysOverleafWhichDayGoesOn(layout: String, edition: (language: String, words: String))
        throws
    {
        let desk = try Desk()
        let file = try desk.write(Self.longDay, to: "programme.yaml")
        let job = Job(file: file, languages: [edition.language], layout: layout)
        let pages = desk.press.dump(job, after: .pagination).text.split(separator: "\npage ")
        #expect(pages.count > 1)
        let isContinued = pages.map { $0.contains(edition.words) }
        #expect(isContinued.first == false)
        #expect(isContinued.contains(true))
        let heard = desk.press.check(job, asARead: true).reading
        #expect(!heard.isEmpty && !heard.contains(edition.words))
    }

    private static let longDay =
        """
        kind: programme
        event: {title: Wells, date: 2026-03-03, city: Ségou, country: ML}
        days:
          - date: 2026-03-03
            items:

        """
        + (0..<90).map {
            "      - {time: \"\(8 + $0 / 6):\($0 % 6)0\", kind: talk, title: Wells}\n"
        }
        .joined()
}
