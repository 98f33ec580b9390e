import Diagnostics
import Flow
import Structure
import TestSupport
import Testing

@Suite struct CompositionTests {
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

    @Test func saysWhatBlocksAreTogetherToWhoeverHearsThem() throws {
        let desk = Desk()
        desk.lay(
            "volume",
            body: """
                - captioning: [{paragraph: "{title}"}, {paragraph: "{subtitle}"}]
                - captioning: [{paragraph: "{subtitle}"}]
                - quoting: [{paragraph: "{title}"}]
                - silent: [{heading: "{title}"}, {quoting: [{paragraph: "{title}"}]}]
                """
        )
        let text = "kind: report\nlang: en\ntitle: Forty wells\nsections: [{title: North}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        #expect(
            flow.structure.elements.map(\.role.tag) == [
                "Document", "Caption", "P", "BlockQuote", "P",
            ]
        )
        #expect(flow.streams.flatMap(\.blocks).count { $0.element == nil } == 2)
    }

    /// A reader of the whole would hear the feet of all pages at once, far from what they tell of.
    @Test func saysWhatStandsBesideAThingWhenThatHasBeenSaid() throws {
        let desk = Desk()
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters: {right: {frames: {text: {stream: body}, foot: {height: 20mm, bottom: 0mm, stream: feet}, top: {height: 9mm, top: 0mm, stream: head}}}}
            streams:
              head: [{each: sections, do: [{quoting: [{paragraph: "{item.title}"}]}]}]
              body: [{each: sections, do: [{heading: "{item.title}"}, {text: item.body}, {list: item.points, as: point, do: [{paragraph: "{point}"}]}]}]
              feet: [{each: sections, do: [{captioning: [{paragraph: "{item.title}"}]}]}]
            """
        let text = """
            kind: report
            lang: en
            title: Forty wells
            sections: [{title: North, body: Text., points: [one]}, {title: South, body: Text.}]

            """
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        let tree = flow.structure
        #expect(
            tree[StructureTree.root].children.map { tree[$0].role.tag } == [
                "BlockQuote", "BlockQuote", "H1", "P", "L", "Caption", "H1", "P", "Caption",
            ]
        )
    }

    @Test func takesAnEmptyRowOfHeadingsForNone() throws {
        let desk = Desk()
        let table = "|  |  |\n|---|---|\n| A | 12 |"
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: S, body: \"\(table)\"}]\n"
            .replacing("|\n|", with: "|\\n|")
        let flow = try #require(desk.flow(of: text, with: "report"))
        #expect(desk.complaints == "")
        let roles = flow.structure.elements.map(\.role)
        #expect(!roles.contains(.tableHeader))
        #expect(roles.count { $0 == .tableData } == 2)
    }

    @Test(arguments: ["> ", "*"])
    func printsWhatLiesAsDeepInATextAsItMay(sign: String) throws {
        let desk = Desk()
        let nest = String(repeating: sign, count: 46)
        let words = nest + "well" + (sign == "*" ? nest : "")
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: A, body: \"\(words)\"}]\n"
        let flow = try #require(desk.flow(of: text, with: "report"))
        #expect(desk.complaints == "")
        #expect(
            flow.streams.contains { $0.blocks.contains { $0.hasParagraph { $0.text == "well" } } }
        )
    }

    @Test(arguments: [
        ("fr", 0, "0 participant|NIJMEGEN"), ("fr", 2, "2 participants|NIJMEGEN"),
        ("ar", 2, "2 مشاركان|NIJMEGEN"), ("ar", 3, "3 مشاركين|NIJMEGEN"),
        ("tr", 2, "2|NİJMEGEN"),
    ])
    func agreesAndCapitalisesAsTheLanguageDoes(language: String, total: Int, printed: String) throws
    {
        let desk = Desk()
        let word = language == "tr" ? "" : " {word:participant | agree: participants.total}"
        desk.written["layouts/papers/small"] = """
            paper: small
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body: [{paragraph: "{participants.total}\(word)"}, {paragraph: "{title | upper}"}]
            """
        let text = """
            kind: workshop-summary
            lang: \(language)
            title: nijmegen
            participants: {total: \(total)}
            """
        let flow = try #require(desk.flow(of: text, with: "small", in: language))
        let texts = flow.streams[0].blocks.compactMap { block -> String? in
            guard case .paragraph(let paragraph) = block.content else { return nil }
            let isolates: ClosedRange<Unicode.Scalar> = "\u{2066}"..."\u{2069}"
            return String(paragraph.text.unicodeScalars.filter { !isolates.contains($0) })
                .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }
        #expect(texts.joined(separator: "|") == printed)
    }

    @Test func saysWhichPartOfAPaperLiesTooDeep() throws {
        let desk = Desk()
        func boxes(_ count: Int) -> String {
            String(repeating: "{box: [", count: count) + "{text: title}"
                + String(repeating: "]}", count: count)
        }
        desk.lay(
            "nest",
            body: """
                - \(boxes(63))
                - \(boxes(64))
                """
        )
        let flow = try #require(
            desk.flow(
                of: "kind: report\nlang: en\ntitle: T\nsections: [{title: S}]\n",
                with: "nest"
            )
        )
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "this lies too deep inside other parts and boxes"
            ]
        )
        #expect(desk.complaints.contains("nest.yaml:6:"))
        #expect(flow.streams[0].blocks[0].hasParagraph { $0.text == "T" })
    }

    /// Ten parts that each set the next one ten times are ten thousand million in twelve lines.
    @Test func saysWhichPartSetsPartsWithoutEnd() throws {
        let desk = Desk()
        let parts = (0..<10).map { number in
            "  p\(number): {blocks: [" + String(repeating: "{part: p\(number + 1)}, ", count: 10)
                + "]}"
        }
        desk.written["layouts/papers/endless"] = """
            paper: endless
            masters: {right: {frames: {text: {stream: body}}}}
            parts:
            \(parts.joined(separator: "\n"))
              p10: {blocks: [{paragraph: "{title}"}]}
            streams: {body: [{part: p0}]}
            """
        let flow = try #require(
            desk.flow(
                of: "kind: report\nlang: en\ntitle: T\nsections: [{title: S}]\n",
                with: "endless"
            )
        )
        #expect(desk.complaints.contains("parts are set more than 100000 times in one paper"))
        #expect(desk.report.diagnostics.count == 1)
        #expect(flow.streams[0].blocks.count < 100_000)
    }

    /// Who writes many sections has no layout to mend.
    @Test func setsAsManyPartsAsThereIsToSet() throws {
        let desk = Desk()
        let parts = Array(repeating: "{part: nothing}", count: 20).joined(separator: ", ")
        desk.written["layouts/papers/many"] = """
            paper: many
            masters: {right: {frames: {text: {stream: body}}}}
            parts: {nothing: {blocks: []}}
            streams: {body: [{each: sections, as: section, do: [\(parts), {paragraph: "{section.title}"}]}]}
            """
        let sections = Array(repeating: "{title: S}", count: 5_100).joined(separator: ", ")
        let flow = try #require(
            desk.flow(
                of: "kind: report\nlang: en\ntitle: T\nsections: [\(sections)]\n",
                with: "many"
            )
        )
        #expect(desk.complaints == "")
        #expect(flow.streams[0].blocks.count == 5_100)
    }

    @Test func setsBesideEachEditionTheOtherOfTwoLanguages() throws {
        for (own, other) in [("en", "Contenu"), ("fr", "Content")] {
            let desk = Desk()
            desk.written["layouts/papers/pair"] = """
                paper: pair
                masters: {right: {frames: {text: {stream: body}}}}
                streams:
                  body: [{in: second_language, do: [{paragraph: "{abstract}"}]}]
                """
            let text = """
                kind: study-abstract
                lang: \(own)
                title: Forty wells
                authors: [{person: Awa Ndiaye}]
                year: 2024
                second_language: [en, fr]
                abstract: {en: Content, fr: Contenu}
                """
            let flow = try #require(
                desk.flow(of: text, with: "pair", in: own, others: ["en", "fr"])
            )
            guard case .paragraph(let paragraph)? = flow.streams[0].blocks.first?.content else {
                Issue.record("nothing is set")
                return
            }
            #expect(paragraph.text == other)
        }
    }

    @Test func keepsEverybodyOfADirectoryForAddressBooks() throws {
        let desk = Desk()
        let text = """
            kind: contact-block
            lang: en
            people: [{id: awa, name: Awa Ndiaye}]
            offices: [{id: dakar, label: Dakar, lines: [Rue 1], city: Dakar, country: SN}]
            groups:
              - title: Team
                people: [awa, {id: ines, name: Inês Gomes}]
                offices: [{id: bamako, label: Bamako, lines: [Rue 2], city: Bamako, country: ML}]
            """
        let composition = try #require(desk.composition(of: text, with: "directory"))
        let book = try #require(composition.addressBook())
        #expect(book.split(separator: "BEGIN:VCARD").count == 4)
    }

    @Test func makesEachCardAsOftenAsItsCopiesAreWanted() throws {
        let desk = Desk()
        let text = """
            kind: contact-block
            lang: en
            people: [Awa Ndiaye, Inês Gomes]
            copies: 3
            """
        let composition = try #require(desk.composition(of: text, with: "card"))
        #expect(composition.records.count == 6)
        let book = try #require(composition.addressBook())
        #expect(book.split(separator: "BEGIN:VCARD").count == 2)
    }

    @Test(arguments: ["{item.title}", "[{index}]", "{item | upper}", "{title}", "House"])
    func designsThePagesOfEachPaperByWhatItIsMadeFor(head: String) throws {
        let desk = Desk()
        desk.written["layouts/papers/leaf"] = """
            paper: leaf
            each: sections
            masters:
              right:
                frames:
                  top: {top: 0mm, height: 6mm, head: [{paragraph: "\(head)"}]}
                  text: {stream: body}
            streams:
              body: [{paragraph: "{item.title}"}]
            """
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}, {title: South}]\n"
        let start = try #require(desk.composition(of: text, with: "leaf"))
        func masters(_ papers: [Int]) -> [String: Master] {
            var composition = start
            var heard = Report()
            for paper in papers {
                composition.compose(start.records[paper], number: paper + 1, reporting: &heard)
            }
            #expect(heard.isEmpty)
            return composition.flow.masters
        }
        // The second is what it is, whatever the first was.
        #expect(masters([0, 1]) == masters([1]))
        let isAlike = masters([0]) == masters([1])
        #expect(isAlike == ["{title}", "House"].contains(head))
    }

    @Test func holdsWhatFiltersNameAgainstTheLanguageAndTheKind() throws {
        let desk = Desk()
        desk.lay(
            "odd",
            body: """
                - {paragraph: "{event.date | date: shrot} {event.date | date: written}"}
                - {paragraph: "{event.date | to: event.ned | date}"}
                - {paragraph: "{event.date | to: event.end | date: same-year}"}
                """
        )
        _ = try #require(desk.flow(of: Self.workshop, with: "odd"))
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "the language ‘en’ has no form ‘shrot’ for dates", "‘event’ has no field ‘ned’",
            ]
        )
        #expect(desk.report.diagnostics.first?.hints == [Suggestion.didYouMean("short")])
    }

    @Test func tellsAFieldThatDoesNotExistWhereALayoutRepeatsOrChooses() throws {
        let desk = Desk()
        desk.lay(
            "odd",
            body: """
                - {each: participnats, as: one, do: [{paragraph: "{one}"}]}
                - {when: titel, do: [{paragraph: "{title}"}]}
                - {when: not event.ciyt, do: [{paragraph: "{title}"}]}
                - {each: quotes, as: one, do: [{when: one.nobody, do: [{paragraph: "{one}"}]}]}
                """
        )
        _ = try #require(desk.flow(of: Self.workshop, with: "odd"))
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "‘workshop-summary’ has no field ‘participnats’",
                "‘workshop-summary’ has no field ‘titel’", "‘event’ has no field ‘ciyt’",
            ]
        )
    }

    @Test func tellsAFieldThatDoesNotExistAndAWordThatALanguageLacks() throws {
        let desk = Desk()
        desk.lay(
            "odd",
            body: """
                - {paragraph: "{titel}"}
                - {paragraph: "{event.ciyt}"}
                - {paragraph: "{word:moderatr}"}
                - {each: roles, as: role, do: [{paragraph: "{role.person | name}"}]}
                """
        )
        _ = try #require(desk.flow(of: Self.workshop, with: "odd"))
        try expectReference(desk.complaints, named: "odd-fields")
    }
}
