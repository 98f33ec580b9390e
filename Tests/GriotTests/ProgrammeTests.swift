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

    /// Ten hours leave room for a few more below them, which would be read overleaf from the third on.
    @Test func keepsADayOfFewHoursTogether() throws {
        func day(_ date: Int, hours: Range<Int>) -> String {
            let items = hours.map {
                "{time: '\($0):00–\($0 + 1):00', title: 'On \(date), \($0)', abstract: Who draws?}"
            }
            return "  - {date: 2026-05-\(date), items: [\(items.joined(separator: ", "))]}\n"
        }
        for hours in 9...13 {
            let text =
                "kind: programme\nlang: en\nevent: {title: Wells, date: 2026-05-14}\ndays:\n"
                + day(14, hours: 7..<7 + hours) + day(15, hours: 9..<14)
            let desk = try Desk()
            let job = Job(file: try desk.write(text, to: "programme.yaml"))
            let pages = desk.press.dump(job, after: .pagination).text.split(separator: "\npage ")
            let holding = pages.filter { $0.contains("On 15, ") }
            #expect(holding.count == 1, "\(hours) hours")
        }
    }

    /// A morning a day left three sheets four fifths white.
    @Test(arguments: [(3, 1), (8, 2), (12, 3)])
    func letsShortDaysShareAPageOfTheGrid(hours: Int, pages: Int) throws {
        let days = (3...5).map { day in
            "  - date: 2026-03-0\(day)\n    items:\n"
                + (9..<9 + hours).map {
                    "      - {time: '\($0):00–\($0 + 1):00', title: Wells}\n"
                }.joined()
        }
        let text =
            "kind: programme\nevent: {title: Wells, date: 2026-03-03, end: 2026-03-05}\ndays:\n"
            + days.joined()
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let made = desk.press.dump(Job(file: file, layout: "programme-grid"), after: .pagination)
        #expect(made.text.split(separator: "\npage ").count == pages, "\(desk.said(made.outcome))")
    }

    /// Three hours of an evening fill no grid; seven do.
    @Test(arguments: [(3, 40.0), (7, 30.0)])
    func announcesAnEveningInLargeType(hours: Int, size: Double) throws {
        let items = (14..<14 + hours).map {
            "{time: '\($0):00–\($0 + 1):00', title: Wells and words}"
        }
        let text = """
            kind: programme
            lang: en
            layout: programme-poster
            event: {title: Wells, date: 2026-05-14}
            days: [{date: 2026-05-14, items: [\(items.joined(separator: ", "))]}]

            """
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let outcome = desk.press.render(Job(file: file), to: .file(desk.path("poster.pdf")))
        #expect(outcome.succeeded && !desk.said(outcome).contains("does not fit"))
        let words = try ask("pdftotext", "-bbox", desk.path("poster.pdf"), "-").text
        let word = /yMin="(?<top>[\d.]+)" xMax="[\d.]+" yMax="(?<foot>[\d.]+)">words</
        let found = try #require(words.firstMatch(of: word))
        let height = try #require(Double(found.foot)) - (try #require(Double(found.top)))
        #expect(hours < 6 ? height > size : height < size, "\(height)")
    }

    /// More than a page of what guests need to know goes on overleaf, and never without its heading.
    @Test(arguments: ["programme", "programme-grid", "programme-booklet"], [3, 40, 70])
    func neverLeavesTheHeadOfPracticalPiecesAlone(layout: String, pieces: Int) throws {
        let piece =
            "  - {title: Wifi, body: The network of the house is open to all who carry a badge.}\n"
        let text = Self.panel.replacing("RULE", with: "open")
            .replacing(
                "people:\n",
                with: "practical:\n" + String(repeating: piece, count: pieces) + "people:\n"
            )
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let made = desk.press.dump(Job(file: file, layout: layout), after: .pagination)
        #expect(!desk.said(made.outcome).contains("error"))
        let page = made.text.split(separator: "\npage ").first { $0.contains("BON À SAVOIR") }
        #expect(page?.contains("Wifi") == true, "\(made.text)")
    }

    /// Two days that go over a sheet by a little are set a little tighter.
    @Test func standsOnOneSheetForTheWall() throws {
        let days = (3...4).map { day in
            "  - date: 2026-03-0\(day)\n    items:\n"
                + (0..<21).map {
                    "      - {time: \"\(8 + $0 / 4):\(["00", "15", "30", "45"][$0 % 4])\", kind: talk, title: Wells}\n"
                }.joined()
        }
        let text =
            "kind: programme\nevent: {title: Wells, date: 2026-03-03, end: 2026-03-04}\ndays:\n"
            + days.joined()
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let made = desk.press.dump(Job(file: file, layout: "programme-poster"), after: .pagination)
        #expect(made.text.split(separator: "\npage ").count == 1, "\(desk.said(made.outcome))")
    }

    /// What the event itself says is printed where guests look for it.
    @Test(arguments: ["programme", "programme-grid", "programme-booklet"])
    func printsWhatGuestsNeedToKnowOfTheEvent(layout: String) throws {
        let text = """
            kind: programme
            lang: fr
            event:
              title: Eau et paix
              date: 2026-05-14
              country: ML
              venue: {name: Centre Kôrè, lines: [Quartier Sébougou], phone: +223 21 32 00 00, access: Une rampe côté fleuve.}
              languages: [fr, en]
              interpretation: [{from: fr, to: en, channel: 1}]
              rule: chatham-house
              hashtag: "#EauPaix"
              livestream: https://example.org/live
              registration: {url: https://example.org/register, deadline: 2026-05-01}
              dress_code: Tenue de ville
            days: [{date: 2026-05-14, items: [{time: 9:00–9:30, title: Ouverture}]}]

            """
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let heard = desk.press.check(Job(file: file, layout: layout), asARead: true).reading
            .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        for words in [
            "BON À SAVOIR", "Quartier Sébougou", "+223 21 32 00 00", "Une rampe côté fleuve.",
            "Français – anglais, canal 1", "En direct", "example.org/live", "#EauPaix",
            "Jusqu’au 1er mai 2026", "example.org/register", "Tenue de ville",
            "Ce qui se dit peut être rapporté",
        ] { #expect(heard.contains(words), "\(words): \(heard)") }
        #expect(!heard.contains("Langues de travail"))
    }

    /// On the back of a badge the eye looks for an hour, and finds all that begins then below it.
    @Test func saysTheHourOfParallelSessionsOnce() throws {
        let text = """
            kind: programme
            lang: en
            layout: programme-badge
            event: {title: Wells, date: 2026-05-14, venue: {rooms: [{id: a, name: Hall}, {id: b, name: Garden}]}}
            days:
              - date: 2026-05-14
                items:
                  - {time: 9:00–10:00, title: Opening, room: a}
                  - {time: 10:00–12:00, title: Wells, room: a}
                  - {time: 10:00–11:00, title: Rivers, room: b}
                  - {time: 11:00–12:00, title: Rain, room: b}

            """
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let heard = desk.press.check(Job(file: file), asARead: true).reading
        let words = heard.split(separator: "\n").map {
            $0.drop { $0 != ":" }.dropFirst().filter { $0 != "\u{2007}" && $0 != " " }
        }
        #expect(
            words.suffix(11) == [
                "9:00", "Opening", "Hall", "10:00", "Wells", "Hall", "Rivers", "Garden", "11:00",
                "Rain", "Garden",
            ],
            "\(heard)"
        )
    }

    /// A day of few things has a page to itself, and is announced on it.
    @Test(arguments: [(1, true), (5, true), (6, false)])
    func announcesADayOfFewThings(count: Int, isLarge: Bool) throws {
        let items = (0..<count).map { "{time: \(9 + $0):00–\(9 + $0):45, title: Talk \($0)}" }
        let text = """
            kind: programme
            lang: en
            event: {title: Wells, date: 2026-05-14}
            days: [{date: 2026-05-14, title: One day, items: [\(items.joined(separator: ", "))]}]

            """
        let desk = try Desk()
        let file = try desk.write(text, to: "programme.yaml")
        let pages = desk.press.dump(Job(file: file), after: .pagination).text
        let marks = pages.split(separator: "\n").filter { $0.contains(" font ") }
        let titles = marks.filter { $0.contains("‘Talk ") }
        #expect(titles.count == count, "\(pages)")
        #expect(titles.allSatisfy { $0.contains(" 18pt ") == isLarge }, "\(titles)")
    }

    /// Whoever did not agree to be listed is in no calendar either, nor is anybody whom a rule protects.
    @Test(arguments: [("open", true), ("chatham-house", false)])
    func tellsCalendarsWhoSpeaksAndWhichIsNewer(rule: String, areNamed: Bool) throws {
        let desk = try Desk()
        func entries(_ version: String) throws -> [[String: String]] {
            let text = Self.panel.replacing("RULE", with: rule) + version
            let job = Job(file: try desk.write(text, to: "programme.yaml"))
            let written = desk.press.render(job, to: .folder(desk.path("out"))).written
            return try read(calendar: try #require(written.first { $0.hasSuffix(".ics") }))
        }
        let entry = try #require(try entries("version: {number: 2, as_of: 2026-02-20 18:00}").first)
        let description = try #require(entry["description"])
        #expect(description.hasSuffix("Who draws first, and why?"))
        let people = "Fanta SISSOKO, Modératrice\nIssa TOURÉ, Intervenant · Les puits\n\n"
        #expect(
            description.contains(people) == areNamed,
            "\(description)"
        )
        #expect(!description.contains("Awa") && !description.contains("KEITA"))
        let sequences = try [
            "", "version: {number: 2}", "version: {number: 10, as_of: 2026-02-20}",
            "version: {number: 2, as_of: 2026-02-20 18:00}", "version: {as_of: 2026-02-21}",
        ].map { try entries($0).first?["sequence"].flatMap(Int.init) ?? -1 }
        #expect(sequences[0...1] == [0, 2])
        #expect(sequences == sequences.sorted() && Set(sequences).count == 5)
    }

    /// A calendar that has an entry moves or renames it where it is the same, and else gets one more beside it.
    @Test(arguments: [
        ("9:00–10:00, title: Les puits", "9:30–10:30, title: « Les Puits »", true),
        ("9:00–10:00, title: Les puits", "9:00–10:00, title: Les mares", false),
        (
            "9:00–10:00, title: \"Session 2 : Les puits\"",
            "11:00–12:00, title: Session 2 – Les mares", true
        ),
        (
            "9:00–10:00, title: Atelier B. Les puits", "9:00–10:00, title: Atelier B — Les mares",
            true
        ),
        (
            "9:00–10:00, title: Panel III – Les puits", "9:00–10:00, title: Panel IV – Les puits",
            false
        ),
        (
            "9:00–10:00, title: \"Agenda 2063 : Les puits\"",
            "9:00–10:00, title: \"Agenda 2063 : Les mares\"", false
        ),
        (
            "9:00–10:00, kind: lunch, title: Buffet", "12:00–13:00, kind: lunch, title: Déjeuner",
            true
        ),
        ("9:00–10:00, id: w, title: Les puits", "9:00–10:00, id: w, title: Les mares", true),
    ])
    func tellsCalendarsWhatIsTheSame(before: String, after: String, isSame: Bool) throws {
        let desk = try Desk()
        let names = try [before, after].map { item in
            let text = """
                kind: programme
                lang: fr
                event: {title: Eau, date: 2026-03-03, country: ML}
                days: [{date: 2026-03-03, items: [{time: \(item)}]}]

                """
            let job = Job(file: try desk.write(text, to: "programme.yaml"))
            let outcome = desk.press.render(job, to: .folder(desk.path("out")))
            let file = outcome.written.first { $0.hasSuffix(".ics") }
            return try read(calendar: try #require(file, "\(desk.said(outcome))")).map { $0["uid"] }
        }
        #expect((names[0] == names[1]) == isSame)
    }

    /// What an independent reader finds in a calendar.
    private func read(calendar path: String) throws -> [[String: String]] {
        let script = """
            import json, sys, vobject
            text = open(sys.argv[1], encoding='utf-8', newline='').read()
            entries = vobject.readOne(text).vevent_list
            keys = ['summary', 'description', 'sequence', 'uid']
            print(json.dumps([{k: str(e.contents[k][0].value) for k in keys if k in e.contents} for e in entries]))
            """
        let read = try ask("/usr/bin/python3", "-c", script, path).text
        return try JSONDecoder().decode([[String: String]].self, from: Data(read.utf8))
    }

    private static let panel = """
        kind: programme
        lang: fr
        event: {title: Wells, date: 2026-03-03, timezone: Africa/Bamako, rule: RULE}
        days:
          - date: 2026-03-03
            items:
              - time: 9:00–10:00
                title: Le puits
                abstract: Who draws first, and why?
                moderators: [fanta, awa]
                speakers: [{person: issa, role: speaker, topic: Les puits}, {person: awa, role: speaker}]
        people:
          - {id: fanta, name: Mrs. Fanta SISSOKO, gender: f}
          - {id: issa, name: Mr. Issa TOURÉ, gender: m}
          - {id: awa, name: Mrs. Awa KEITA, gender: f, consent: {list_name: no}}

        """

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
