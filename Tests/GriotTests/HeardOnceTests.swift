import Foundation
import Griot
import Testing

/// What a paper says, its listeners hear once: neither never, in a running head, nor twice, on both sides
/// of a badge.
@Suite struct HeardOnceTests {
    private static let event =
        "event: {title: La mer, date: 2026-12-12, city: Dakar, country: SN, venue: {name: Hall, phone: +221 33 000 00 01, rooms: [{id: a, name: Baobab}]}}\n"

    private static let programme = """
        kind: programme
        lang: fr
        \(event)version: {number: 7, note: Tout peut changer}
        days:
          - {date: 2026-12-12, items: [{time: 9:00–9:30, kind: opening, title: Ouverture, room: a}]}
          - {date: 2026-12-13, items: [{time: 9:00–9:30, kind: talk, title: Demain, room: a}]}

        """

    private static let holder = """
        kind: badge
        lang: fr
        \(event)holders: [{person: {given: Awa, family: NDIAYE, organisation: Le Port}, role: speaker}]

        """

    /// The elements of a paper, a line each, with their words.
    private func heard(_ text: String, laidOutAs layout: String) throws -> String {
        let desk = try Desk()
        let file = try desk.write(text + "layout: \(layout)\n", to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let verdict = try judge(path, standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
        return try ask("pdfinfo", "-enc", "UTF-8", "-struct-text", path).text
    }

    @Test(arguments: ["programme", "programme-grid", "programme-poster", "programme-booklet"])
    func saysWhatAProgrammeIsOf(layout: String) throws {
        let words = try heard(Self.programme, laidOutAs: layout)
        #expect(words.ranges(of: "\"La mer\"").count == 1, "\(words)")
        #expect(words.ranges(of: "Tout peut changer").count == 1, "\(words)")
        let first = try #require(words.firstRange(of: "H1"), "\(words)")
        #expect(words[first.upperBound...].prefix(40).contains("La mer"), "\(words)")
    }

    @Test(arguments: ["badge", "table-sign"])
    func saysOnceWhoseBothSidesOfABadgeAre(layout: String) throws {
        let words = try heard(Self.holder, laidOutAs: layout)
        for word in ["NDIAYE", "Le Port", "La mer"] {
            #expect(words.ranges(of: word).count == 1, "\(word): \(words)")
        }
    }

    @Test func saysWhereALetterComesFrom() throws {
        let letter = """
            kind: invitation-letter
            lang: fr
            \(Self.event)date: 2026-11-01
            from: {lines: [12 rue des Manguiers], city: Dakar, country: SN, email: mer@example.org}
            to: [{person: Mme Awa NDIAYE}]
            subject: Invitation
            signatory: Mme Awa NDIAYE
            body: Venez.

            """
        let words = try heard(letter, laidOutAs: "invitation-letter")
        #expect(words.ranges(of: "12 rue des Manguiers").count == 1, "\(words)")
    }

    @Test func saysNothingOfInitials() throws {
        let list = """
            kind: speaker-list
            lang: fr
            \(Self.event)title: Qui parle
            speakers: [{person: Mme Awa NDIAYE, role: Moderator}]

            """
        let words = try heard(list, laidOutAs: "speaker-list")
        #expect(!words.contains("\"AN\""), "\(words)")
    }

    /// Forty times “speaker” under the title “Speakers” says nothing; what else all of them are is said once.
    @Test(arguments: [
        (["speaker", "speaker"], 0), (["panellist", "panellist"], 1), (["panellist"], 1),
        (["panellist", "moderator", "panellist"], 2), (["panellist", "", "panellist"], 2),
    ])
    func saysOnceWhatAllSpeakersAre(roles: [String], times: Int) throws {
        let speakers = roles.map { role in
            let person = "{given: Awa, family: NDIAYE, gender: f}"
            return role.isEmpty ? "{person: \(person)}" : "{person: \(person), role: \(role)}"
        }
        let list = """
            kind: speaker-list
            lang: en
            \(Self.event)title: Who talks
            speakers: [\(speakers.joined(separator: ", "))]

            """
        let words = try heard(list, laidOutAs: "speaker-list").lowercased()
        #expect(words.ranges(of: "\"panellist").count == times, "\(words)")
        #expect(!words.contains("\"speaker\""), "\(words)")
    }

    /// A card of nobody's house would end its title in a dash.
    @Test func callsACardByWhatThereIs() throws {
        let desk = try Desk()
        let card = "kind: contact-block\nlang: fr\nlayout: card\npeople: [{name: Mme Awa NDIAYE}]\n"
        let file = try desk.write(card, to: "card.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let said = try ask("pdfinfo", path).text
        #expect(said.contains("Awa NDIAYE\n"), "\(said)")
    }
}
