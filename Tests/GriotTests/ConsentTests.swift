import Foundation
import Griot
import Testing

/// Who did not agree is nowhere in a public paper, and on the organisers’ desk all the same.
@Suite struct ConsentTests {
    static let people = """
        people:
          - {id: fanta, name: Mrs. Fanta SISSOKO, gender: f, email: fanta@example.org, bio: She digs wells.}
          - {id: awa, name: Mrs. Awa KEITA, gender: f, email: awa@example.org, cell: "+22370000001",
             bio: She guards wells., consent: {list_name: no}}
          - {id: issa, name: Mr. Issa TOURE, gender: m, email: issa@example.org, phone: "+22320000002",
             bio: He maps wells., consent: {share_contact: no, quote: no, photo: no}}
          - {id: bintou, name: Ms. Bintou COULIBALY, private_email: bintou@home.example}
        """
    static let event = """
        event:
          id: wells
          title: Sharing the well
          date: 2024-05-14
          city: Ségou
          country: ML
          timezone: Africa/Bamako
          rule: RULE
          venue: {name: Centre Kôrè, rooms: [{id: main, name: Main hall}]}
        """
    static let roles = """
        - {person: fanta, role: moderator}
        - {person: awa, role: speaker}
        - {person: issa, role: speaker}
        - {person: bintou, role: speaker}
        """
    static let papers: [String: String] = [
        "summary": """
        kind: workshop-summary
        title: Sharing the well
        lead: Farmers and herders met.
        roles: [\(roles.inline)]
        quotes: [{text: We share., person: issa}, {text: We dig., person: fanta}, {text: We wait., person: awa}]
        next_steps: [{action: Publish, owner: awa}]
        contact_person: fanta
        contact: {lines: [12 rue des Manguiers], city: Dakar, country: SN}
        """,
        "speakers": """
        kind: speaker-list
        speakers: [\(roles.inline)]
        """,
        "programme": """
        kind: programme
        days:
          - date: 2024-05-14
            chair: awa
            items:
              - {time: 9:00–10:00, kind: panel, title: The wells, room: main, moderators: [fanta, awa],
                 speakers: [\(roles.inline)]}
        """,
        "directory": """
        kind: contact-block
        layout: [directory, cards-a4]
        organisation: River Valley Observatory
        office: {id: dakar, lines: [12 rue des Manguiers], city: Dakar, country: SN}
        people: [fanta, awa, issa, bintou]
        """,
        "badges": """
        kind: badge
        code: vcard
        holders: [{person: fanta}, {person: awa}, {person: issa}]
        """,
    ]

    private func event(rule: String, with others: [String: String] = [:]) throws -> Desk {
        let desk = try Desk()
        try desk.write(Self.people, to: "people.yaml")
        try desk.write(Self.event.replacing("RULE", with: rule), to: "event.yaml")
        for (name, text) in Self.papers.merging(others, uniquingKeysWith: { $1 }) {
            try desk.write(text, to: "\(name).yaml")
        }
        return desk
    }

    private func made(_ paper: String, at desk: Desk) throws -> (Outcome, everything: String) {
        let outcome = desk.press.render(
            Job(file: desk.path("\(paper).yaml")),
            to: .folder(desk.path("out"))
        )
        let succeeded = outcome.succeeded
        #expect(succeeded, "\(paper): \(desk.said(outcome))")
        return (outcome, try outcome.written.map { try Everything.said(in: $0) }.joined())
    }

    private func names(_ words: [String], in text: String) -> [String] {
        words.filter { text.range(of: $0, options: .caseInsensitive) != nil }
    }

    @Test(arguments: ["summary", "speakers", "programme", "directory"])
    func keepsWhoDidNotAgreeOutOfEveryPublicFile(paper: String) throws {
        let desk = try event(rule: "open")
        let (outcome, everything) = try made(paper, at: desk)
        #expect(
            names(["Keita", "Awa", "guards wells", "70000001", "70 00 00 01"], in: everything) == []
        )
        #expect(
            names(["issa@example", "20000002", "20 00 00 02", "bintou@home"], in: everything) == []
        )
        #expect(names(["We share"], in: everything) == [])
        #expect(names(["Sissoko", "Toure"], in: everything).count == 2)
        let said = desk.said(outcome)
        #expect(said.contains("Awa KEITA has not agreed to be listed"))
        #expect(!said.contains("is not attached"))
    }

    /// One session of an open event may be held by another rule, and one of a closed event be open.
    @Test(arguments: ["chatham-house", "off-record"])
    func countsWhoWasInASessionThatHasItsOwnRule(rule: String) throws {
        let days = """
            kind: programme
            days:
              - date: 2024-05-14
                items:
                  - {time: 9:00–10:00, kind: panel, title: The wells, RULE, speakers: [fanta]}
                  - {time: 10:00–11:00, kind: panel, title: The war, OTHER, moderators: [issa], speakers: [bintou]}

            """
        for (event, one, other) in [
            ("open", "status: confirmed", "rule: \(rule)"),
            (rule, "rule: open", "status: confirmed"),
        ] {
            let text = days.replacing("RULE", with: one).replacing("OTHER", with: other)
            let desk = try self.event(rule: event, with: ["paper": text])
            let (outcome, everything) = try made("paper", at: desk)
            #expect(names(["Toure", "Coulibaly"], in: everything) == [])
            #expect(names(["Sissoko"], in: everything) == ["Sissoko"])
            #expect(desk.said(outcome).contains("counts for 2 names"), "\(desk.said(outcome))")
        }
    }

    /// That somebody is seen in a picture is printed nowhere, and lets no words name them.
    @Test(arguments: ["chatham-house", "off-record"])
    func searchesWordsForWhoIsInAPicture(rule: String) throws {
        let desk = try event(rule: rule)
        let paper = """
            kind: workshop-summary
            title: Sharing the well
            lead: Fanta SISSOKO said that the war is over.
            roles: [{person: fanta, role: moderator}]
            photos: [{src: noise.png, alt: Fanta Sissoko speaks, people: [fanta]}]

            """
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
        #expect(said.contains("3:7: error: this text names Fanta SISSOKO"), "\(said)")
        #expect(said.contains("5:32: error: this text names Fanta SISSOKO"), "\(said)")
    }

    /// To be quoted by name is what people agree to or not.
    @Test(arguments: [
        ("person: issa", false, "‘quotes.1’ is left out: Issa TOURE has not agreed to be quoted"),
        ("person: Issa TOURE", false, "‘quotes.1’ is left out"),
        ("person: issa, source: Issa Touré", false, "‘quotes.1’ is left out"),
        ("person: issa, source: A herder", true, "‘quotes.1.person’ is left out: Issa TOURE has"),
        ("person: fanta", true, nil),
    ])
    func keepsWordsOfWhomItMaySayWithoutTheName(who: String, isKept: Bool, told: String?) throws {
        let desk = try event(rule: "open")
        let paper = """
            kind: workshop-summary
            title: Sharing the well
            lead: Farmers and herders met.
            quotes: [{text: We share., \(who)}]

            """
        let file = try desk.write(paper, to: "quotes.yaml")
        let outcome = desk.press.check(Job(file: file), asARead: true)
        let said = desk.said(outcome)
        #expect(outcome.succeeded && outcome.reading.contains("We share.") == isKept, "\(said)")
        #expect(!outcome.reading.contains("Issa"), "\(outcome.reading)")
        #expect(told.map(said.contains) ?? !said.contains("left out"), "\(said)")
        #expect(said.contains("hint: where they agree to be quoted") == !isKept, "\(said)")
    }

    /// Whose consent ran out before the only event of a folder is in no directory of it either.
    @Test func holdsConsentAgainstTheDayOfTheOnlyEvent() throws {
        let people = """
            people:
              - {id: past, name: Past HOLDER, consent: {list_name: yes, expires: 2024-05-13}}
              - {id: now, name: Present HOLDER, consent: {list_name: yes, expires: 2024-05-14}}

            """
        let directory = "kind: contact-block\norganisation: House\npeople: [past, now]\n"
        let desk = try event(rule: "open", with: ["people": people, "paper": directory])
        let said = desk.said(desk.press.check(Job(file: desk.path("paper.yaml"))))
        #expect(said.contains("Past HOLDER has not agreed to be listed"), "\(said)")
        #expect(!said.contains("Present HOLDER") && !said.contains("still holds"))
    }

    @Test func showsEverybodyOnTheOrganisersDesk() throws {
        let desk = try event(rule: "chatham-house")
        let (outcome, everything) = try made("badges", at: desk)
        #expect(names(["Keita", "Toure", "Sissoko"], in: everything).count == 3)
        #expect(!desk.said(outcome).contains("agreed to be listed"))
        // Its source says who did not agree, and stays behind.
        #expect(names(["list_name"], in: everything) == [])
    }

    /// Those who were there know who was, and need a programme that says who speaks when.
    @Test func namesEverybodyInACopyForTheRoom() throws {
        let desk = try event(rule: "chatham-house")
        let paper = """
            kind: speaker-list
            audience: desk
            speakers: [{person: awa}, {person: issa}, {person: fanta}]

            """
        let file = try desk.write(paper, to: "room.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let everything = try outcome.written.map { try Everything.said(in: $0) }.joined()
        #expect(names(["Keita", "Toure", "Sissoko"], in: everything).count == 3)
        let open = try desk.write(paper.replacing("audience: desk\n", with: ""), to: "open.yaml")
        let said = desk.said(desk.press.check(Job(file: open)))
        #expect(said.contains("give the file a line ‘audience: desk’"), "\(said)")
        let wrong = try desk.write(paper.replacing("desk", with: "room"), to: "wrong.yaml")
        let complaint = desk.said(desk.press.check(Job(file: wrong)))
        let wanted = "2:11: error: ‘audience’ must be public or desk"
        #expect(complaint.contains(wanted), "\(complaint)")
    }

    /// A badge is worn in public, and a telephone reads its code from afar.
    @Test func givesNoWayToReachWhoSaidNoOnABadgeEither() throws {
        let desk = try event(rule: "open")
        let job = Job(file: desk.path("badges.yaml"), format: .png, resolution: 300)
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let codes = try outcome.written.map { try ask("zbarimg", "-q", "--raw", $0).text }
        let cards = codes.joined().split(separator: "END:VCARD")
        let toure = try #require(cards.first { $0.contains("TOURE") || $0.contains("Toure") })
        #expect(!toure.contains("TEL") && !toure.contains("EMAIL"))
        #expect(cards.contains { $0.contains("fanta@example.org") })
        let said = desk.said(outcome)
        #expect(said.contains("Issa TOURE has not agreed to have contact details printed"))
    }

    @Test(arguments: [
        ("summary", "en", "3 speakers"), ("summary", "fr", "3 intervenants"),
        ("programme", "en", "3 speakers, 1 moderator"), ("programme", "en", "2 moderators"),
        ("speakers", "de", "4 Redner"), ("summary", "ar", "مدير جلسة واحد"),
    ])
    func countsPeopleUnderTheChathamHouseRule(paper: String, language: String, words: String) throws
    {
        let desk = try event(rule: "chatham-house")
        let job = Job(file: desk.path("\(paper).yaml"), languages: [language])
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let everything = try outcome.written.map { try Everything.said(in: $0) }.joined()
        let shown = desk.press.check(job, asARead: true).reading.replacing("\u{A0}", with: " ")
            .replacing("\n", with: " ")
        #expect(shown.contains(words), "\(desk.said(outcome))")
        // Whom to write to is told by a field that says so, and is no secret.
        let strangers = names(
            ["Keita", "Toure", "Coulibaly", "issa@", "Awa"],
            in: everything
        )
        #expect(strangers == [])
        #expect(desk.said(outcome).contains("the Chatham House rule holds"))
    }

    @Test func refusesProseThatNamesWhoIsLeftOut() throws {
        let text =
            "kind: workshop-summary\ntitle: Wells\nlead: Thanks to awa\u{A0}Keita for the map.\n"
        let desk = try event(rule: "open", with: ["prose": text])
        let outcome = desk.press.check(Job(file: desk.path("prose.yaml")))
        #expect(desk.said(outcome).contains("prose.yaml:3:7: error: this text names Awa KEITA"))
        let family = "kind: workshop-summary\ntitle: Wells\nlead: Thanks to the Keita family.\n"
        try desk.write(family, to: "family.yaml")
        let warned = desk.press.check(Job(file: desk.path("family.yaml")))
        #expect(warned.succeeded)
        #expect(desk.said(warned).contains("warning: this text says ‘KEITA’"))
    }

    @Test(arguments: [
        ("Thanks^[To Awa KEITA above all.] for the map.", "error: this text names Awa KEITA"),
        ("Thanks to Áwa Kéïta.", "error: this text names Awa KEITA"),
        ("[The map](https://example.org/awa-keita).", "error: this text names Awa KEITA"),
        ("Thanks to Awa.", "warning: this text says ‘Awa’"),
        ("Call +223 70.00.00.01.", "error: this text gives ‘+22370000001’"),
        ("Write to bintou@home.example.", "error: this text gives ‘bintou@home.example’"),
        ("Write to fanta@example.org.", nil),
    ])
    func searchesAllThatProseHolds(lead: String, complaint: String?) throws {
        let text =
            "kind: workshop-summary\ntitle: Wells\nlead: \"\(lead)\"\nroles: [{person: fanta, role: moderator}]\n"
        let desk = try event(rule: "open", with: ["prose": text])
        let said = desk.said(desk.press.check(Job(file: desk.path("prose.yaml"))))
        if let complaint {
            #expect(said.contains(complaint))
        } else {
            #expect(!said.contains("this text"))
        }
    }

    @Test func warnsOfNamesInProseUnderTheChathamHouseRule() throws {
        let text = "kind: workshop-summary\ntitle: Wells\nlead: Fanta Sissoko said so.\n"
        let desk = try event(rule: "chatham-house", with: ["prose": text])
        let outcome = desk.press.check(Job(file: desk.path("prose.yaml")))
        #expect(outcome.succeeded)
        #expect(desk.said(outcome).contains("warning: this text says ‘Fanta SISSOKO’"))
    }

    @Test(arguments: ["Awa KEITA", "Mrs. Awa KEITA", "KEITA Awa", "awa keïta"])
    func knowsWhoSaidNoByTheirNameAsWell(name: String) throws {
        let list = "kind: speaker-list\nspeakers: [{person: \(name)}, {person: fanta}]\n"
        let desk = try event(rule: "open", with: ["list": list])
        let (outcome, everything) = try made("list", at: desk)
        #expect(names(["Awa", "awa", "KEITA", "keïta"], in: everything) == [])
        #expect(desk.said(outcome).contains("has not agreed to be listed"))
        let prose =
            "kind: workshop-summary\ntitle: Wells\nlead: Awa Keita said so.\n"
            + "roles: [{person: \(name), role: speaker}]\n"
        let paper = try desk.write(prose, to: "prose.yaml")
        #expect(desk.said(desk.press.check(Job(file: paper))).contains("error: this text names"))
    }

    @Test func takesConsentForAsLongAsItHolds() throws {
        let people = """
            people:
              - {id: past, name: Past HOLDER, consent: {list_name: yes, expires: 2024-05-13}}
              - {id: now, name: Present HOLDER, consent: {list_name: yes, expires: 2024-05-14}}
            """
        let list = "kind: speaker-list\nspeakers: [{person: past}, {person: now}]\n"
        let desk = try event(rule: "open", with: ["people": people, "list": list])
        let (_, everything) = try made("list", at: desk)
        #expect(names(["Past HOLDER"], in: everything) == [])
        #expect(names(["Present HOLDER"], in: everything).count == 1)
    }

    @Test func warnsWhereNoDayTellsWhetherConsentStillHolds() throws {
        let desk = try Desk()
        try desk.write(
            "people: [{id: awa, name: Awa KEITA, consent: {list_name: yes, expires: 2024-05-13}}]\n",
            to: "people.yaml"
        )
        for (line, isTold) in [("", true), ("date: 2024-05-01\n", false)] {
            let text =
                "kind: report\ntitle: T\nlang: en\nauthors: [awa]\nsections: [{title: S}]\n" + line
            let outcome = desk.press.check(Job(file: try desk.write(text, to: "report.yaml")))
            #expect(desk.said(outcome).contains("whether this consent still holds") == isTold)
        }
    }

    @Test func namesNoFileOfAMergeAfterSomebodyWhoSaidNo() throws {
        let desk = try Desk()
        let data = try desk.write(
            """
            - {name: {given: Awa, family: KEITA}, consent: {list_name: no}}
            - {name: {given: Fanta, family: SISSOKO}}
            """,
            to: "people.yaml"
        )
        let merge = Merge(subject: "card", data: data, output: desk.path("out/{family}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 1 && result.withheld == 1 && result.failed == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.path("out"))
        #expect(files.sorted() == ["SISSOKO.pdf", "SISSOKO.vcf"])
        let badges = Merge(subject: "badge", data: data, output: desk.path("badges/{family}.pdf"))
        #expect(try badges.run(Installation(folder: Desk.root.path)).made == 2)
    }
}

extension String {
    /// A list in lines as a list in brackets.
    fileprivate var inline: String {
        split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: ", ")
    }
}
