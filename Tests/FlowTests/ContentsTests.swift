import Arrangement
import Diagnostics
import Flow
import Structure
import TestSupport
import Testing
import Units

/// Tables of contents, wherever they stand.
@Suite struct ContentsTests {
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

    /// Beside the heading above it, as the outline has it, so that no level is passed over.
    @Test(arguments: [([1], [1, 1, 2]), ([1, 2], [1, 2, 2, 2]), ([], [1, 1])])
    func haveATitleThatIsAHeading(before: [Int], levels: [Int]) throws {
        let desk = Desk()
        let headings = before.map { "{heading: H, level: \($0)}, " }.joined()
        let next = before.isEmpty ? 1 : 2
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body: [\(headings){contents: 2, title: List}, {each: sections, do: [{heading: "{item.title}", level: \(next)}]}]
            """
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        let found = flow.structure.elements.compactMap { element -> Int? in
            if case .heading(let level) = element.role { level } else { nil }
        }
        #expect(found == levels)
        let anchors = flow.streams[0].blocks.compactMap(\.anchor).filter { $0.level != nil }
        #expect(anchors.map(\.level) == levels)
    }

    @Test(arguments: ["body", "contents"])
    func listsTheHeadingsOfTheText(stream: String) throws {
        let desk = Desk()
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters:
              right: {frames: {text: {stream: body}, contents: {stream: contents}, foot: {stream: foot}}}
            streams:
              body: [{each: sections, do: [{heading: "{item.title}"}]}]
              contents: []
              foot: [{heading: Contact}]
            """
            .replacing("\(stream): [", with: "\(stream): [{contents: 1, leaders: no}, ")
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}, {title: South}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        let blocks = flow.streams.first { $0.name == stream }?.blocks ?? []
        let texts = blocks.compactMap { block -> Substring? in
            guard case .paragraph(let paragraph) = block.content else { return nil }
            return paragraph.text.split(separator: "\u{A0}").first
        }
        // A foot's heading is told only by contents that have a stream to themselves.
        #expect(texts.prefix(2) == ["North", "South"])
        #expect(texts.contains("Contact") == (stream == "contents"))
    }

    @Test func rememberWhatStandsRaisedInATitle() throws {
        let desk = Desk()
        desk.lay("volume", body: "- {each: sections, do: [{heading: \"{item.title}\"}]}")
        let text = "kind: report\nlang: fr\ntitle: T\nsections: [{title: Le 2e puits du XXIe}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume", in: "fr"))
        let anchor = try #require(flow.streams[0].blocks.first?.anchor)
        #expect(anchor.title == "Le 2e puits du XXIe")
        #expect(anchor.raised == [4..<5, 18..<19])
    }

    /// A head of its own for the title, and contents in it, tell of what is poured below.
    @Test func listsTheHeadingsOfTheTextFromAboveIt() throws {
        let desk = Desk()
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters:
              right: {frames: {head: {stream: head}, text: {stream: body}, foot: {stream: foot}}}
            streams:
              head: [{heading: "{title}"}, {contents: 2, leaders: no}]
              body: [{each: sections, do: [{heading: "{item.title}", level: 2}]}]
              foot: [{heading: Contact, level: 2}]
            """
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}, {title: South}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        let head = flow.streams.first { $0.name == "head" }?.blocks ?? []
        let texts = head.compactMap { block -> Substring? in
            guard case .paragraph(let paragraph) = block.content else { return nil }
            return paragraph.text.prefix { $0.isLetter }
        }
        #expect(texts == ["T", "T", "North", "South"])
    }

    @Test(arguments: [
        "{box: [X]}", "{columns: [X]}", "{row: [{do: [{box: [X]}]}]}",
        "{list: sections, do: [X]}",
    ])
    func listsTheHeadingsOfTheTextWhereverContentsStand(place: String) throws {
        let desk = Desk()
        let contents = "{contents: 1, leaders: no}"
        desk.lay(
            "volume",
            body: """
                - \(place.replacing("X", with: contents))
                - {each: sections, do: [{heading: "{item.title}"}]}
                """
        )
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}, {title: South}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        var listed: [String] = []
        _ = flow.streams[0].blocks[0].hasParagraph { paragraph in
            listed += paragraph.text.split(separator: "\u{A0}").prefix(1).map(String.init)
            return false
        }
        #expect(listed.filter { $0.count > 1 }.prefix(2) == ["North", "South"])
    }

    /// As a list of prices does; where nothing stands before, nothing leads.
    @Test func leadsWithPointsFromALabelToWhatStandsAtTheEnd() throws {
        let desk = Desk()
        desk.lay(
            "prices",
            body: """
                - each: sections
                  do: [{paragraph: ["{item.title | upper}", {run: "[{item.body}] F", leaders: yes}]}]
                - {paragraph: ["[{subtitle}]", {run: "{title}", leaders: yes}]}
                - {paragraph: ["A", {run: "{title}", at-end: yes}]}
                """
        )
        let flow = try #require(
            desk.flow(
                of: "kind: report\nlang: en\ntitle: T\nsections: [{title: Tea, body: \"200\"}]\n",
                with: "prices"
            )
        )
        #expect(desk.complaints == "")
        let inserts = flow.streams[0].blocks.map { block -> [Insert.Content] in
            guard case .paragraph(let paragraph) = block.content else { return [] }
            return paragraph.inserts.map(\.content)
        }
        #expect(inserts == [".", "", ""].map { [.leader(pattern: $0)] })
    }

    @Test func leadsToEachOfTheHeadingsOfOneName() throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {each: sections, do: [{text: item.body}]}")
        let sections = ["A", "B", "C"].map {
            "  - {title: \($0), body: \"## Results of \($0) {#results}\\n\\nWords. {#heading-2}\"}\n"
        }
        let text = "kind: report\nlang: en\ntitle: T\nsections:\n\(sections.joined())"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let names = flow.streams[0].blocks.compactMap(\.anchor?.name)
        #expect(
            names == [
                "results", "heading-2", "heading-2'", "heading-2''", "heading-3", "heading-2'''",
            ]
        )
    }

    @Test func letsContentsBeginThePageThatAPauseAsksFor() throws {
        let desk = Desk()
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body: [{text: title}, {break: page}, {contents: 1}, {heading: One}]
            """
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        #expect(flow.streams[0].blocks.map(\.style.breakBefore) == [.none, .page, .none])
    }

    @Test func listsInTheContentsOfAPartWhatIsInItAndBeneathATitleItsAuthors() throws {
        let desk = Desk()
        desk.lay(
            "volume",
            body: """
                - each: sections
                  as: section
                  do:
                    - {heading: "{section.title}", level: 1}
                    - {contents: 2, of-part: yes, leaders: no}
                    - each: section.sections
                      as: inner
                      do: [{heading: "{inner.title}", level: 2, in-contents: "{inner.body}"}]
                """
        )
        let text = """
            kind: report
            lang: en
            title: Forty wells
            sections:
              - {title: North, sections: [{title: Bank, body: Awa Ndiaye}, {title: Bend}]}
              - {title: South, sections: [{title: Mouth, body: Inês Gomes}]}
            """
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        let texts = flow.streams[0].blocks.map { block -> String in
            guard case .paragraph(let paragraph) = block.content else { return "?" }
            // What stands for line ends, leaders and pages.
            return paragraph.text.split(separator: "\u{FFFC}").joined(separator: "|")
        }
        #expect(
            texts == [
                "North", "Bank\u{A0}|Awa Ndiaye", "Bend\u{A0}", "Bank", "Bend",
                "South", "Mouth\u{A0}|Inês Gomes", "Mouth",
            ]
        )
    }

    @Test func putsTheContentsOfAChapterInAListOfTheirOwn() throws {
        let desk = Desk()
        desk.lay(
            "volume",
            body: """
                - {contents: 3, leaders: no}
                - {heading: Foreword, level: 2}
                - each: sections
                  do:
                    - {heading: "{item.title}", level: 1}
                    - each: item.sections
                      as: inner
                      do: [{heading: "{inner.title}", level: 2}]
                """
        )
        let text = """
            kind: report
            lang: en
            title: T
            sections: [{title: North, sections: [{title: Bank}, {title: Bend}]}, {title: South}]
            """
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        func lists(of element: ElementID) -> String {
            flow.structure[element].children.map {
                flow.structure[$0].role == .contents ? "(\(lists(of: $0)))" : "i"
            }.joined()
        }
        let contents = try #require(
            flow.structure[StructureTree.root].children.first {
                flow.structure[$0].role == .contents
            }
        )
        #expect(lists(of: contents) == "ii(ii)i")
    }

    @Test func listsTitlesAsTheyArePrintedWithTheirNumbers() throws {
        let desk = Desk()
        desk.lay(
            "volume",
            body: """
                - {contents: 1, leaders: no}
                - each: sections
                  as: section
                  do: [{heading: "{section.title}", number: "{index}"}]
                - {heading: Annexes}
                """
        )
        let text = """
            kind: report
            lang: en
            title: T
            sections: [{title: "From *Le Soleil* to now"}, {title: "CO~2~"}]
            """
        let flow = try #require(desk.flow(of: text, with: "volume"))
        #expect(desk.complaints == "")
        let entries = flow.streams[0].blocks.prefix(3).compactMap { block -> Paragraph? in
            if case .paragraph(let paragraph) = block.content { paragraph } else { nil }
        }
        let texts = entries.map { $0.text.replacing("\u{FFFC}", with: "") }
        #expect(
            texts == [
                "1\u{A0}\u{A0}From Le Soleil to now\u{A0}", "2\u{A0}\u{A0}CO2\u{A0}",
                "Annexes\u{A0}",
            ]
        )
        let letters = Array(entries[0].text.utf8)
        let italic = entries[0].spans.filter { flow.textStyles[$0.style].isItalic }
        #expect(italic.map { String(decoding: letters[$0.range], as: UTF8.self) } == ["Le Soleil"])
        #expect(entries[1].spans.contains { flow.textStyles[$0.style].rise < .zero })
    }

    /// A page of contents that began with its last entries would not say of which chapter they are.
    @Test(arguments: [
        ([2, 0], [true, true, false, false]), ([5], Array(repeating: true, count: 5) + [false]),
        ([6], Array(repeating: false, count: 7)),
    ])
    func keepChaptersOfFewEntriesTogether(parts: [Int], held: [Bool]) throws {
        let desk = Desk()
        desk.written["layouts/papers/volume"] = """
            paper: volume
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body:
                - {contents: 2}
                - each: sections
                  as: chapter
                  do:
                    - {heading: "{chapter.title}"}
                    - {each: chapter.sections, as: inner, do: [{heading: "{inner.title}", level: 2}]}
            """
        let chapters = parts.map { count in
            let inner = (0..<count).map { _ in "{title: Part}" }.joined(separator: ", ")
            return "{title: Chapter, sections: [\(inner)]}"
        }
        let sections = chapters.joined(separator: ", ")
        let text = "kind: report\nlang: en\ntitle: T\nsections: [\(sections)]\n"
        let flow = try #require(desk.flow(of: text, with: "volume"))
        let entries = flow.streams[0].blocks.prefix(held.count)
        #expect(entries.map(\.style.keepsWithNext) == held)
    }
}
