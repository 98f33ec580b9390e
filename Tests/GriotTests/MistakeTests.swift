import Foundation
import Griot
import TestSupport
import Testing

/// What the person at the desk reads when something in a file needs mending.
@Suite struct MistakeTests {
    @Test(arguments: [
        ("tab", "kind: workshop-summary\n\ttitle: A meeting\n"),
        ("colon", "kind: workshop-summary\ntitle: From force: to dialogue\n"),
        ("twice", "kind: workshop-summary\ntitle: One\ntitle: Two\n"),
        ("alias", "kind: workshop-summary\ntitle: *somewhere\n"),
        ("kind", "kind: workshop-sumary\ntitle: A meeting\n"),
        (
            "commas",
            """
            kind: workshop-summary
            title: {en: Wells, water and war, fr: Puits}
            people: [{id: awa, name: Keita, Awa, Binta, role: Guard}]
            roles: [{person: awa, role: speaker, topic: One, two}, {person:awa, role: speaker}]
            publication: {title; Wells, url = example.org}

            """
        ),
        (
            "two-wishes",
            """
            kind: workshop-summary
            title: A meeting
            fit: {pages: 2, at-most: 1}
            people:
              - {id: awa, name: Awa, country: ZZ, email: "a@example.org, b@example.org"}
              - {id: ali, name: Ali, country: NS}
              - {id: issa, name: Issa, country: UK}
              - {id: zoe, name: Zoé, country: QQ}
            roles: [{role: speaker, person: {nam: x}}]

            """
        ),
        (
            "signs",
            """
            kind: workshop-summary
            title: !Attention
            subtitle: !loud Wells
            key_messages:
              -First message
              -Second message
            photos: [{src: a.jpg, alt: x, decorative: maybe}]

            """
        ),
        (
            "strange-keys",
            """
            kind: workshop-summary
            title: A meeting
            speakers: [awa]
            contact: {organisation: {name: A centre}, address: "Rue 12", city: Dakar}

            """
        ),
        (
            "french-keys",
            """
            kind: programme
            lang: fr
            event:
              title: La pêche
              date: 2026-03-12
              pays: SN
              venue: {name: Hôtel, rooms: [{id: grande-salle, name: Grande salle}]}
            tracks: [{id: mer, name: La mer, colour: bleu}]
            people:
              - {id: awa, prénom: Awa, nom: Fall, phone: 33 821 40 10 / 77 123 45 67}
              - {id: ibra, name: Ibra Sarr, country: SN, cell: "2,21771E+11", email: a @example.org}
              - {id: fama, name: Fama Sow, country: SN, phone: 221338214010}
            jours:
              - date: 2026-03-12
            days:
              - date: 2026-03-12
                items:
                  - {time: 9h30, title: Accueil, room: Grande salle, speakers: [awa]}
                  - {time: 10h, title: Pause, salle: grande-salle, moderators: [fama, fama]}
              - date: 2026-03-12
                séances: [{time: 9h30, title: Accueil}]

            """
        ),
        ("other-kind", "kind: badge\nlayout: brief\nholders: [{person: Awa Fall}]\n"),
        ("other-brand", "kind: workshop-summary\ntitle: T\nbrand: hosue\nlang: fra\n"),
        ("french-kind", "kind: attestation\ntitle: T\n"),
        ("shared-only", "kind: event\nid: e\ntitle: T\ndate: 2026-03-12\n"),
        ("nothing", ""),
        ("no-kind", "title: A meeting\n"),
        ("glyph", "kind: workshop-summary\ntitle: A meeting in \u{4E2D}\n"),
        (
            "quote",
            "kind: workshop-summary\ntitle: {en: \"Wells, water, fr: \"Puits et eau\"}\n"
        ),
        ("days", "kind: workshop-summary\ntitle: A meeting\ndate: 2022-13-25\nend: 30.2.2024\n"),
        (
            "many",
            """
            kind: workshop-summary
            layout: breif
            titel: A meeting
            date: soon
            contact: dakkar
            photos:
              - {src: ../elsewhere.png, alt: Outside}
              - {src: missing.png, alt: A well}

            """
        ),
    ])
    func saysWhereAndHow(name: String, text: String) throws {
        let desk = try Desk()
        let file = try desk.write(text, to: "summary.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        #expect(outcome.messages.hasErrors)
        #expect(outcome.written.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: desk.path("summary.pdf")))
        try expectReference(desk.said(outcome), named: "mistake-\(name)")
    }

    @Test func namesThePictureThatWasMeant() throws {
        let desk = try Desk()
        try desk.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "images/river.svg")
        let photo = "kind: workshop-summary\ntitle: T\nphotos: [{src: images/rivver.svg, alt: A}]\n"
        let file = try desk.write(photo, to: "summary.yaml")
        let said = desk.said(desk.press.render(Job(file: file), to: .beside))
        #expect(said.contains("did you mean ‘images/river.svg’?"), "\(said)")
    }

    /// What a picture shows is asked of those that are there.
    @Test(arguments: [
        ("there.svg", "summary.yaml:3:10: error: this picture has no description"),
        ("{src: gone.png}", "summary.yaml:3:16: error: the picture ‘gone.png’ can't be read"),
    ])
    func tellsOfAPictureThatIsNotThereOnlyThat(photo: String, error: String) throws {
        let desk = try Desk()
        try desk.write(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            to: "there.svg"
        )
        let text = "kind: workshop-summary\ntitle: T\nphotos: [\(photo)]\n"
        let file = try desk.write(text, to: "summary.yaml")
        let said = desk.said(desk.press.render(Job(file: file), to: .beside))
        #expect(said.contains(error), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    /// That it does not fit says all there is to say.
    @Test(
        arguments: [
            (
                String(repeating: "Abcdefghij", count: 6), "pt: a word is divided", "too wide"
            ),
            (
                String(repeating: "Abcdefghij ", count: 40), "does not fit into 2 lines even at",
                "divided"
            ),
        ]
    )
    func setsANameThatDoesNotFitAndTellsOfItOnce(name: String, told: String, not: String) throws {
        let desk = try Desk()
        let badge = "kind: badge\nholders: [{person: {name: \(name)}, role: speaker}]\n"
        let file = try desk.write(badge, to: "badge.yaml")
        let said = desk.said(desk.press.render(Job(file: file), to: .beside))
        #expect(said.components(separatedBy: told).count == 2, "\(said)")
        #expect(said.contains("error: ") && !said.contains(not), "\(said)")
    }

    /// The family name stands on a line of its own, in the direction of its letters.
    @Test func tellsOfANameThatDoesNotFitAsItWasTyped() throws {
        let desk = try Desk()
        let name = "{given: Ali, family: \(String(repeating: "Sow", count: 20))}"
        let sign =
            "kind: badge\nlayout: table-sign\nlang: ar\nholders: [{person: {name: \(name)}}]\n"
        let file = try desk.write(sign, to: "sign.yaml")
        let said = desk.said(desk.press.render(Job(file: file), to: .beside))
        #expect(said.lowercased().contains("‘ali sowsow"), "\(said)")
    }

    /// A family that is not there, a file that is no YAML, a kind that there is not: a message each.
    @Test(arguments: [
        ("brands", "house", "Gentium Plus", "Gentium Pluss", "did you mean ‘Gentium Plus’?"),
        ("brands", "house", "\"#0e4a57\"", "#0e4a57", "‘{’ is still open"),
        ("papers", "brief", "\n  body:\n", "\n   body:\n", "in column 3 or column 5"),
        ("papers", "brief", "kind: workshop-summary", "kind: workshop-sumary", "did you mean"),
        ("papers", "brief", "extends: base", "extends: bsae", "did you mean ‘base’?"),
        ("papers", "brief", "inside: 20mm", "inside: 200mm", "the margins leave no room"),
        ("papers", "brief", "start: 20mm, width", "start: 500mm, width", "stands outside the page"),
        ("papers", "brief", "start: 20mm, width", "start: 20, width", "write ‘20mm’ or ‘20pt’"),
        ("papers", "brief", "\"{subtitle}\"", "{subtitle}", "needs quotes: \"{subtitle}\""),
    ])
    func tellsOneMistakeOfALayoutOnce(
        folder: String,
        name: String,
        good: String,
        bad: String,
        said: String
    ) throws {
        let desk = try Desk()
        let shipped = Desk.root.appending(path: "layouts/\(folder)/\(name).yaml")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        let place = try #require(text.firstRange(of: good), "\(good)")
        try desk.write(
            text.replacingCharacters(in: place, with: bad),
            to: "layouts/\(folder)/\(name).yaml"
        )
        let file = try desk.write("kind: workshop-summary\ntitle: A\nlead: B\n", to: "a.yaml")
        let outcome = desk.press.check(Job(file: file))
        let told = desk.said(outcome)
        #expect(outcome.messages.errorCount == 1, "\(told)")
        #expect(told.contains(said), "\(told)")
    }

    @Test func tellsBytesThatAreNoText() throws {
        let desk = try Desk()
        let file = try desk.write(Array("kind: x\ntitle: caf".utf8) + [0xE9, 10], to: "latin.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("latin.yaml:2:11: error"))
        #expect(said.contains("save it again as UTF-8"))
    }

    @Test func refusesWhatIsNoFile() throws {
        let desk = try Desk()
        for path in [desk.folder.path, desk.path("missing.yaml"), "/dev/zero"] {
            let outcome = desk.press.check(Job(file: path))
            #expect(outcome.messages.hasErrors, "\(path)")
            #expect(outcome.failure == nil, "\(path)")
        }
    }

    @Test func endsSoonWithNestingAndRepetition() throws {
        let desk = try Desk()
        let deep = try desk.write("kind: " + String(repeating: "[", count: 10_000), to: "deep.yaml")
        #expect(desk.press.check(Job(file: deep)).messages.hasErrors)
        var laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        for (name, earlier) in zip("bcdefghi", "abcdefgh") {
            let nine = Array(repeating: "*\(earlier)", count: 9).joined(separator: ",")
            laughs += "\(name): &\(name) [\(nine)]\n"
        }
        let file = try desk.write(laughs, to: "laughs.yaml")
        #expect(desk.press.check(Job(file: file)).messages.hasErrors)
    }
}
