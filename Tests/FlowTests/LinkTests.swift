import Diagnostics
import Flow
import Structure
import Testing

/// Words that lead somewhere, and those that were to.
@Suite struct LinkTests {
    private func flow(
        of body: String,
        _ desk: Desk,
        layout: String = "",
        head: String? = nil
    ) throws -> Flow {
        desk.lay(
            "sheet",
            body:
                "- {text: foreword}\n- {each: sections, do: [{heading: \"{item.title}\", anchor: \"{item.title}\"}]}\n"
                + layout,
            head: head
        )
        let text =
            "kind: report\nlang: en\ntitle: T\nforeword: \"\(body)\"\nsections: [{title: North}]\n"
        return try #require(desk.flow(of: text, with: "sheet"))
    }

    private func links(of flow: Flow) -> [LinkTarget] {
        guard case .paragraph(let paragraph)? = flow.streams.first?.blocks.first?.content else {
            return []
        }
        return paragraph.spans.compactMap(\.link)
    }

    @Test func leadsToPlacesOfThePaper() throws {
        let desk = Desk()
        let flow = try flow(of: "Go [there](#North).", desk)
        #expect(links(of: flow) == [.anchor("North")])
        #expect(desk.complaints == "")
    }

    @Test func setsWordsThatLeadToNoPlaceAsOtherWordsAndSaysSoOnce() throws {
        let desk = Desk()
        let flow = try flow(of: "Go [there](#South), [here](#North), [on](https://a.org).", desk)
        #expect(links(of: flow) == [.anchor("North"), .address("https://a.org")])
        #expect(flow.structure.elements.filter { $0.role == .link }.count == 2)
        #expect(flow.structure.elements.filter { $0.role == .paragraph }.count == 1)
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "this link leads nowhere: ‘#South’"
            ]
        )
        guard case .paragraph(let paragraph)? = flow.streams.first?.blocks.first?.content else {
            return
        }
        #expect(
            paragraph.spans[0].range == 0..<10,
            "‘there’ looks like what is before and behind it"
        )
    }

    @Test func leadsToParagraphsThatTheWriterHasNamed() throws {
        let desk = Desk()
        let flow = try flow(
            of:
                "Go [there](#wells), [here](#list).\\n\\nThe wells. {#wells}\\n\\n- one {#list}\\n\\n## North {#north}\\n\\nOn [to it](#north).",
            desk
        )
        #expect(links(of: flow) == [.anchor("wells"), .anchor("list")])
        #expect(desk.complaints == "")
        #expect(flow.dump().contains("#wells"), "\(flow.dump())")
    }

    @Test func saysWhichNameMayBeMeant() throws {
        let desk = Desk()
        _ = try flow(of: "Go [there](#wels), [on](#far).\\n\\nThe wells. {#wells}", desk)
        #expect(
            desk.report.diagnostics.flatMap { $0.hints.map(\.description) } == [
                "did you mean ‘#wells’?",
                "end the paragraph or heading that it leads to with ‘{#far}’; an address on the web begins with https://",
            ]
        )
    }

    /// What stands on every page leads somewhere or is no link.
    @Test func findsNoLinkToNowhereInRunningHeads() throws {
        let desk = Desk()
        let flow = try flow(
            of: "North.",
            desk,
            head: "{paragraph: [{run: a, link: \"#South\"}, {run: b, link: \"#North\"}]}"
        )
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "this link leads nowhere: ‘#South’"
            ]
        )
        let furniture = flow.masters.values.flatMap(\.frames).compactMap { frame in
            if case .furniture(let blocks, _) = frame.filling { blocks } else { nil }
        }
        let targets = furniture.joined().flatMap { block -> [LinkTarget] in
            guard case .paragraph(let paragraph) = block.content else { return [] }
            return paragraph.spans.compactMap(\.link)
        }
        #expect(targets == [.anchor("North")])
    }

    @Test func makesOneLinkOfWordsThatAreAnAddress() throws {
        let flow = try flow(of: "[see https://a.org](https://b.org)", Desk())
        #expect(links(of: flow) == [.address("https://b.org")])
    }

    @Test func leadsNowhereWhereAFieldOfTheLayoutHoldsNoAddress() throws {
        let desk = Desk()
        desk.lay("sheet", body: #"- {paragraph: [{run: "{title}", link: "{title}"}]}"#)
        let text = "kind: report\nlang: en\ntitle: 'javascript:x'\nsections: [{title: North}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        #expect(links(of: flow) == [])
        #expect(desk.complaints.contains("this link leads nowhere: ‘javascript:x’"))
    }

    /// Each study has a method, and means its own.
    @Test func leadsToThePlaceOfItsOwnRecordAndSaysWhereNoneIsItsOwn() throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: foreword}\n- {each: sections, do: [{text: item.body}]}")
        let text = """
            kind: report
            lang: en
            title: T
            foreword: "See [how](#method)."
            sections:
              - {title: North, body: "See [how](#method).\\n\\nOn foot. {#method}"}
              - {title: South, body: "See [how](#method).\\n\\nBy boat. {#method}"}
            """
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let blocks = flow.streams[0].blocks
        let anchors = blocks.compactMap(\.anchor?.name)
        let links = blocks.compactMap { block -> LinkTarget? in
            guard case .paragraph(let paragraph) = block.content else { return nil }
            return paragraph.spans.compactMap(\.link).first
        }
        #expect(anchors.count == 2 && anchors[0] == "method")
        #expect(links == [anchors[0], anchors[0], anchors[1]].map { .anchor($0) })
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "‘#method’ is the name of 2 places, and this leads to the first of them"
            ]
        )
    }
}
