import Diagnostics
import Flow
import Structure
import Testing

/// Words that lead somewhere, and those that were to.
@Suite struct LinkTests {
    private func flow(of body: String, _ desk: Desk, layout: String = "") throws -> Flow {
        desk.lay(
            "sheet",
            body:
                "- {text: foreword}\n- {each: sections, do: [{heading: \"{item.title}\", anchor: \"{item.title}\"}]}\n"
                + layout
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
}
