import Foundation
import Griot
import Testing

/// Every shipped layout with an event that is too much: nobody and fourteen people, names of one letter
/// and of sixty, Arabic and N’Ko, no portraits, German twice as long as English.
@Suite struct StressTests {
    private static let names: [(id: String, name: String)] =
        [
            ("one", "X"), ("two", "{given: A, family: O}"),
            (
                "long",
                "{honorific: Mrs., given: Marie Ndèye Coumba, family: RAZAFINDRAKOTO-DIATTARA}"
            ),
            (
                "sixty",
                "{given: Abcdefghijklmnopqrstuvwxyzabcdefghij, family: Abcdefghijklmnopqrstuvwxy}"
            ),
            ("whole", "Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgh"),
            ("arabic", "عبد الرحمن بن محمد الأمين ولد الشيخ أحمد"), ("nko", "ߝߊ߲߬ߕߊ߬ ߖߊ߬ߟߏ߫"),
        ] + (1...7).map { ("p\($0)", "{given: Fatoumata Binetou, family: DIALLO-TRAORÉ}") }

    private static let german = "Koordinierungsstelle für grenzüberschreitende Wasserwirtschaft"
    private static let title = "{en: Sharing the well, de: \"\(german): wie alle trinken\"}"
    private static let text =
        "{en: \"The wells are old.\\n\\nRules outlast fences.\", de: \"\(german). \(german). \(german).\"}"

    private static func event(at desk: Desk) throws {
        let people = names.map { person in
            "  - {id: \(person.id), name: \(person.name), role: {en: Coordinator, de: \"\(german)\"}, "
                + "organisation: org, country: ML, email: \(person.id)@example.org, bio: \(text)}\n"
        }
        try desk.write("people:\n" + people.joined(), to: "people.yaml")
        try desk.write(
            "organisations:\n  - {id: org, name: {en: Observatory, de: \"\(german)\"}, short: RVO}\n",
            to: "organisations.yaml"
        )
        try desk.write(
            """
            event:
              id: e
              title: \(title)
              date: 2024-05-14
              city: Ségou
              country: ML
              timezone: Africa/Bamako
              organisers: [org]
              venue: {name: Kôrè, rooms: [{id: main, name: Main}, {id: side, name: Wasserkonferenz}]}
            """,
            to: "event.yaml"
        )
    }

    /// A paper of a kind, in which so many people are.
    private static func paper(of kind: String, with ids: [String]) -> String {
        func each(_ rest: String) -> String {
            "[" + ids.map { "{person: \($0)\(rest)}" }.joined(separator: ", ") + "]"
        }
        let list = "[\(ids.joined(separator: ", "))]"
        let roles = each(", role: speaker")
        let office = "{id: o, lines: [12 rue des Manguiers], city: Dakar, country: SN}"
        let sections = "[{title: \(title), body: \(text)}]"
        let fields: [String: String] = [
            "workshop-summary":
                "title: \(title)\nlead: \(text)\nkey_messages: [\(text)]\nroles: \(roles)\nsections: \(sections)",
            "programme": """
            days:
              - date: 2024-05-14
                items:
                  - {time: 9:00–9:30, kind: opening, title: \(title), room: main}
                  - {time: 9:30–11:00, kind: panel, title: \(title), room: main, speakers: \(roles), moderators: \(list)}
                  - {time: 9:30–9:45, kind: talk, title: \(title), room: side}
            """,
            "speaker-list": "speakers: \(each(", role: \(title), session: \(title)"))",
            "study-abstract":
                "title: \(title)\nyear: 2024\nsecond_language: de\nabstract: \(text)\nauthors: \(ids.isEmpty ? "[{person: one}]" : each(""))",
            "book-of-abstracts": "title: \(title)\nabstracts: ["
                + ids.map {
                    "{title: \(title), authors: [{person: \($0)}], year: 2024, abstract: \(text)}"
                }
                .joined(separator: ", ") + "]",
            "contact-block": "organisation: org\noffice: \(office)\npeople: \(list)",
            "badge": "holders: \(roles)",
            "certificate":
                "title: \(title)\nafter: \(text)\nrecipients: \(list)\nsignatures: [{person: sixty}]",
            "attendance-sheet": "people: \(list)\nblank_rows: 5",
            "invitation-letter":
                "to: \(each(""))\nsubject: \(title)\nbody: \(text)\nsignatory: sixty\nfrom: \(office)\ndate: 2024-04-01",
            "policy-brief":
                "title: \(title)\nauthors: \(list)\nlead: \(text)\nsections: \(sections)",
            "report":
                "title: \(title)\nauthors: \(list)\nsections: \(sections)\nsecond_language: de",
        ]
        return "kind: \(kind)\nlang: [en, de]\n\(fields[kind] ?? "")\n"
    }

    private static let layouts: [(name: String, kind: String)] = {
        let folder = Desk.root.appending(path: "layouts/papers")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        func kind(of name: String) -> String? {
            let text =
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            if let own = text.firstMatch(of: /(?m)^kind: (.+)$/) { return String(own.1) }
            return text.firstMatch(of: /(?m)^extends: (.+)$/).flatMap { kind(of: "\($0.1).yaml") }
        }
        return files.sorted().compactMap { file in
            kind(of: file).map { (String(file.dropLast(5)), $0) }
        }
    }()

    /// Up to three stand beside the text, more at its end, and nobody runs into the title.
    @Test(
        arguments: [
            (0, "en", 1), (1, "de", 1), (3, "de", 1), (5, "en", 1), (5, "de", 2),
            (names.count, "en", 2), (names.count, "de", 3),
        ]
    )
    func makesRoomForTheAuthorsOfAPolicyBrief(people: Int, language: String, most: Int) throws {
        let desk = try Desk()
        try Self.event(at: desk)
        let ids = Self.names.prefix(people).map(\.id)
        let file = try desk.write(Self.paper(of: "policy-brief", with: ids), to: "paper.yaml")
        let job = Job(file: file, languages: [language])
        let outcome = desk.press.render(job, to: .file(desk.path("paper.pdf")))
        #expect(!outcome.messages.hasErrors, "\(desk.said(outcome))")
        let pages = desk.press.dump(job, after: .pagination).text.split(separator: "\n")
            .count { $0.hasPrefix("page ") }
        #expect(pages == most)
    }

    /// Pages, or errors that say where and whom; never a machine that gives up.
    @Test(arguments: layouts.indices, [0, names.count])
    func makesPagesOrSaysWhatIsTooMuch(layout: Int, people: Int) throws {
        let desk = try Desk()
        try Self.event(at: desk)
        let (name, kind) = Self.layouts[layout]
        let ids = Self.names.prefix(people).map(\.id)
        let file = try desk.write(Self.paper(of: kind, with: ids), to: "paper.yaml")
        let job = Job(file: file, languages: [people == 0 ? "en" : "de"], layout: name)
        let outcome = desk.press.render(job, to: .file(desk.path("paper.pdf")))
        let said = desk.said(outcome)
        let hasFailed = outcome.failure != nil
        #expect(!hasFailed, "\(name): \(String(describing: outcome.failure))")
        #expect(outcome.messages.hasErrors == outcome.written.isEmpty)
        let lost = said.split(separator: "\n").filter { $0.hasPrefix("error:") }
        #expect(lost.isEmpty, "\(name): \(said)")
        guard outcome.messages.hasErrors else { return }
        // Papers for one person each are too small for some; the others hold everybody.
        let single = [
            "badge", "table-sign", "card", "card-front", "card-id1", "cards-a4",
            "invitation-letter",
        ]
        #expect(people == 0 || single.contains(name), "\(name): \(said)")
        #expect(people > 0 || said.contains("and there are none"), "\(name): \(said)")
    }
}
