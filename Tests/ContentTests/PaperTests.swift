import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content

@Suite struct PaperTests {
    private let people = """
        people:
          - id: awa-ndiaye
            name: Mme Awa NDIAYE
            role: {fr: Directrice, en: Director}
            organisation: rvo
          - id: issa-traore
            academic_title: Dr
            given: Issa
            family: Traoré
            consent: {quote: no}
        organisations:
          rvo:
            name: {en: River Valley Observatory, fr: Observatoire de la vallée du fleuve}
            short: RVO
        offices:
          dakar:
            organisation: rvo
            lines: |
              12, rue des Manguiers
              2nd floor
            po_box: 12 345
            city: Dakar
            country: SN
            phone: 33 800 00 00
            email: info(at)example.org
        """
    private let event = """
        id: segou
        title: Water and peace
        date: 14 May 2024
        time: 9h-17h30
        city: Ségou
        country: Mali
        """
    private let summary = """
        kind: workshop-summary
        lang: [en, fr]
        fit: {pages: 2}
        title: {en: Sharing the well, fr: Partager le puits}
        lead: On 14 May 2024 farmers and herders met in *Ségou*.
        roles:
          - {person: awa-ndiaye, role: moderator}
          - {person: Mr. Modibo KEÏTA, role: discussant}
        participants: {total: 45, by_gender: {f: 20, m: 25}, by_country: {ML: 30, Senegal: 15}}
        quotes:
          - We share the well.
        photos: [photos/opening.jpg]
        recommendations:
          - {to: Governments, text: Map the wells.}
        contact: dakar
        """

    private func folder() throws -> (brief: Brief?, desk: Desk) {
        var desk = Desk()
        let kinds = try desk.kinds()
        let files = [
            ("people.yaml", people), ("event.yaml", event), ("summary.yaml", summary),
        ]
        return (desk.read(files, kinds: kinds).first, desk)
    }

    @Test func readsAFolder() throws {
        let (brief, desk) = try folder()
        #expect(desk.printed == "")
        try expectReference(try #require(brief).dump(), named: "folder")
    }

    @Test func findsItsWayThroughReferences() throws {
        let brief = try #require(try folder().brief)
        #expect(text(brief["event.city"]) == "Ségou")
        #expect(text(brief["roles.1.person.organisation.short"]) == "RVO")
        #expect(brief["roles.person.name"]?.items.count == 2)
        #expect(brief["contact.organisation.name"] != nil)
        #expect(brief["contact.phone.e164"]?.items.count == 1)
        #expect(brief["event.venue.name"] == nil)
        #expect(brief["event.date.year"] != nil)
    }

    private func text(_ value: Value?) -> String? {
        if case .text(let text)? = value?.content { return text.editions[0].content }
        return nil
    }

    @Test func fallsBackAndSaysSoOnce() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let brief = try #require(try folder().brief)
        guard case .text(let role)? = brief["roles.1.person.role"]?.content else { return }
        #expect(role.edition(in: "fr").content == "Directrice")
        #expect(role.edition(in: "fr-SN").content == "Directrice")
        #expect(role.edition(in: "pt").content == "Director")
        func missing(_ language: String) -> [String] {
            brief.missingTranslations(into: language, naming: kinds).map(\.path)
                .filter { $0.hasSuffix(".role") }
        }
        #expect(missing("fr-SN") == [])
        #expect(missing("pt").count == 1)
    }

    @Test func admitsMoreLostReferencesThanItWouldList() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let ids = (0..<400).map { "p\($0)" }.joined(separator: ", ")
        let text =
            "kind: certificate\ntitle: A\nevent: {title: B, date: 2024-05-14}\n"
            + "recipients: [\(ids)]\n"
        _ = desk.read([("a.yaml", text)], kinds: kinds)
        #expect(desk.report.diagnostics.count == ReadingLimits.lostReferences + 1)
        #expect(desk.printed.contains("350 more references lead to nothing"))
    }

    @Test func readsAFileThatHoldsAllItNeeds() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let text = """
            kind: programme
            people:
              - {id: awa, name: Awa NDIAYE}
            event: {title: Water and peace, date: 2024-05-14}
            days:
              - date: 2024-05-14
                chair: awa
                items:
                  - {start: 9:00, end: 9:30, title: Opening, speakers: {person: awa, role: opening}}
                  - {time: 9h30-10h, kind: Panel, title: Wells}
            """
        let brief = try #require(desk.read([("programme.yaml", text)], kinds: kinds).first)
        #expect(desk.printed == "")
        #expect(brief["days.items.time"]?.items.count == 2)
        #expect(brief["days.chair.name.family"] != nil)
    }

    @Test func pointsAtEveryMistakeAtOnce() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let text = """
            kind: workshop-summary
            lang: english
            fit: two
            titel: The study : what it says
            event:
              title: Water and peace
              date: Friday, 14.05.2024
              country: Malli
              mode: in persn
            lead: [one, two]
            key_messages: Wells need rules<br>
            roles:
              - {person: awa-ndiay, role: moderator}
              - {persn: awa-ndiaye, role: chair}
              - {person: awa-ndiaye, role: boss}
            participants: {total: about 45, by_gender: {f: 20, w: 3}}
            photos:
              - {alt: A well}
              - file
            contact:
              lines: 12, rue des Manguiers
              city: Dakar
              country: SN
              phone: 33 800 00
              email: info at nowhere
            publication: {title: The wells, url: on our page}
            people:
              - {id: awa-ndiaye, name: Awa NDIAYE}
              - {id: awa-ndiaye, name: Awa Ndiaye}
              - {name: Nobody KNOWN}
            sessions:
              - {title: Opening, start: 10:00, end: 9:00}
            """
        _ = desk.read([("summary.yaml", text)], kinds: kinds)
        try expectReference(desk.printed, named: "many-mistakes")
    }

    @Test func namesTheWordForManyThatWasMeant() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let people = "peoples:\n  - {id: awa, name: Awa NDIAYE}\n"
        let paper = "kind: speaker-list\nspeakers: [{person: awa}]\n"
        _ = desk.read([("people.yaml", people), ("a.yaml", paper)], kinds: kinds)
        #expect(desk.printed.contains("‘peoples’ is no word for what papers share"))
        #expect(desk.printed.contains("did you mean ‘people’?"))
        #expect(desk.printed.components(separatedBy: "error: ").count == 2)
    }

    @Test func namesTheKindThatWasMeant() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        _ = desk.read(
            [("a.yaml", "kind: workshop-sumary\ntitle: x\n"), ("b.yaml", "title: x\n")],
            kinds: kinds
        )
        try expectReference(desk.printed, named: "unknown-kinds")
    }
}

@Suite struct WithholdingTests {
    private func withheld(rule: String) throws -> (quotes: Int, names: Int, said: [String]) {
        var desk = Desk()
        let kinds = try desk.kinds()
        let text = """
            kind: workshop-summary
            title: Sharing the well
            rule: \(rule)
            people:
              - {id: awa, name: Awa NDIAYE, consent: {quote: yes, photo: no}}
              - {id: issa, name: Issa TRAORÉ, consent: {quote: no}}
            quotes:
              - {text: One., person: awa}
              - {text: Two., person: issa}
              - {text: Three., person: awa, attributable: no}
              - {text: Four., source: a herder}
            photos:
              - {src: a.jpg, people: [awa]}
              - {src: b.jpg, people: [issa]}
            """
        let brief = try #require(desk.read([("a.yaml", text)], kinds: kinds).first)
        let disclosure = brief.disclosed(by: kinds)
        let shown = disclosure.brief
        return (
            shown["quotes"]?.items.count ?? 0, shown["quotes.person"]?.items.count ?? 0,
            disclosure.withheld.map { "\($0.path) \($0.reason)" }
        )
    }

    @Test func keepsWhatPeopleDidNotAgreeTo() throws {
        let open = try withheld(rule: "open")
        #expect(open.quotes == 3)
        #expect(open.names == 1)
        #expect(
            open.said == [
                "quotes.2 refused(Content.Disclosure.Matter.quotation, by: \"Issa TRAORÉ\")",
                "quotes.3.person closed",
                "photos.1 refused(Content.Disclosure.Matter.photograph, by: \"Awa NDIAYE\")",
            ]
        )
    }

    @Test func keepsWhoSaidItUnderTheChathamHouseRule() throws {
        let closed = try withheld(rule: "chatham-house")
        #expect(closed.quotes == 3)
        #expect(closed.names == 0)
    }

    @Test func keepsAllThatIsOffTheRecord() throws {
        #expect(try withheld(rule: "off-record").quotes == 0)
    }
}
