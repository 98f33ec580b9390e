import Flow
import Structure
import TestSupport
import Testing

@Suite struct Composition {
    static let workshop = """
        kind: workshop-summary
        lang: [en, fr]
        series: {en: Workshop Brief, fr: Note d’atelier}
        number: N° 12
        title: {en: "Sharing the well: rules that last", fr: "Partager le puits : des règles qui durent"}
        event: {title: Sharing the well, date: 2024-05-14, end: 2024-05-15, city: Ségou, country: ML}
        organisers: [River Valley Observatory]
        lead: {en: "Farmers and *herders* met in Ségou.", fr: "Agriculteurs et *éleveurs* se sont réunis à Ségou."}
        key_messages:
          - {en: Wells shared by rule are at peace., fr: Les puits partagés selon une règle sont en paix.}
          - {en: "Who pays the guard keeps the key.", fr: "Qui paie le gardien garde la clé !"}
        roles:
          - {person: {name: "Mrs. Fatou DIALLO", gender: f, role: {en: Coordinator, fr: Coordinatrice}, organisation: River Valley Observatory}, role: moderator}
        participants: {total: 45, by_gender: {f: 20, m: 25}, by_kind: {Civil society: 20, Government: 12}}
        sections:
          - title: {en: Why it matters, fr: L’enjeu}
            body: {en: "Two dry years[^1] have brought \\"early\\" herds.\\n\\n[^1]: Since 2022.\\n\\n- one\\n- two", fr: "Deux années sèches."}
        quotes: [{text: {en: We share the well or we share the war., fr: On partage le puits ou la guerre.}, source: {en: A herder, fr: Un éleveur}}]
        publication: {title: {en: Sharing the well, fr: Partager le puits}, url: "https://example.org/study"}
        contact: {lines: [12 rue des Manguiers], city: Dakar, country: SN, phone: ["+221338592002"], email: info(at)example.org}
        """

    @Test(arguments: ["en", "fr"])
    func composesABriefInEachOfItsLanguages(language: String) throws {
        let desk = Desk()
        let flow = try #require(desk.flow(of: Self.workshop, with: "brief", in: language))
        #expect(desk.complaints == "")
        try expectReference(flow.dump(), named: "brief-\(language)")
    }

    @Test func coversEveryParagraphWithSpans() throws {
        let desk = Desk()
        let flow = try #require(desk.flow(of: Self.workshop, with: "brief", in: "fr"))
        func check(_ blocks: [Block]) {
            for block in blocks {
                if case .paragraph(let paragraph) = block.content {
                    var end = 0
                    for span in paragraph.spans {
                        #expect(span.range.lowerBound == end)
                        end = span.range.upperBound
                    }
                    #expect(end == paragraph.text.utf8.count)
                }
                if case .box(let inner) = block.content { check(inner) }
            }
        }
        for stream in flow.streams { check(stream.blocks) }
    }

    @Test func fillsContentsWithTheHeadingsThatFollow() throws {
        let desk = Desk()
        let text = """
            kind: report
            lang: en
            title: Forty wells
            sections:
              - {title: North, body: One., sections: [{title: Bank, body: Two., sections: [{title: Deep, body: Three.}]}]}
              - {title: South, body: "| Well | Depth |\\n|---|---:|\\n| A | 12 |"}
            """
        let flow = try #require(desk.flow(of: text, with: "report"))
        #expect(desk.complaints == "")
        try expectReference(flow.dump(), named: "report")
    }

    @Test func tellsAFieldThatDoesNotExistAndAWordThatALanguageLacks() throws {
        let desk = Desk()
        desk.written["layouts/papers/odd"] = """
            paper: odd
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body:
                - {paragraph: "{titel}"}
                - {paragraph: "{event.ciyt}"}
                - {paragraph: "{word:moderatr}"}
                - {each: roles, as: role, do: [{paragraph: "{role.person | name}"}]}
            """
        _ = try #require(desk.flow(of: Self.workshop, with: "odd"))
        try expectReference(desk.complaints, named: "odd-fields")
    }

    @Test func leavesOutWhatHasNothingToSay() throws {
        let desk = Desk()
        desk.written["layouts/papers/bare"] = """
            paper: bare
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body:
                - {paragraph: "{event.city}[, {event.venue.name}] ({event.date | date: iso})"}
                - {paragraph: "By {subtitle}"}
                - {paragraph: "[By {subtitle}]"}
                - {paragraph: "Fixed {{words}"}
                - {box: [{paragraph: "{subtitle}"}]}
            """
        let flow = try #require(desk.flow(of: Self.workshop, with: "bare"))
        let texts = flow.streams[0].blocks.map { block -> String in
            if case .paragraph(let paragraph) = block.content { return paragraph.text }
            return "?"
        }
        #expect(texts == ["Ségou (2024-05-14)", "Fixed {words}"])
    }

    @Test func closesASentenceOnceAndLeavesOutBracketsInsideBrackets() throws {
        let desk = Desk()
        desk.written["layouts/papers/cited"] = """
            paper: cited
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body:
                - {paragraph: "{'Should we talk?' | stop} {'We should' | stop} {'“Yes.”' | stop}"}
                - {paragraph: "{event.city}[ on {event.date | date: iso}[ at {event.venue.name}].]"}
                - {paragraph: "{event.city}[ at {event.venue.name}[ on {event.date | date: iso}].]"}
            """
        let flow = try #require(desk.flow(of: Self.workshop, with: "cited"))
        let texts = flow.streams[0].blocks.map { block -> String in
            if case .paragraph(let paragraph) = block.content { return paragraph.text }
            return "?"
        }
        #expect(
            texts == ["Should we talk? We should. “Yes.”", "Ségou on 2024-05-14.", "Ségou"]
        )
    }
}
