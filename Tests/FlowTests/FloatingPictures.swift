import Arrangement
import Flow
import Testing

/// A picture and what stands below it are one thing to whoever looks for it.
@Suite struct FloatingPictures {
    @Test(arguments: ["top", "foot", "none"])
    func takeTheirCaptionsAlong(place: String) throws {
        let desk = Desk()
        desk.written["layouts/papers/plate"] = """
            paper: plate
            extends: base
            masters: {right: {frames: {text: {stream: body}}}}
            streams:
              body:
                - each: sections
                  do: [{picture: item.figure, caption-style: caption, style: {float: \(place)}}]
            """
        let text = """
            kind: report
            lang: en
            title: T
            sections: [{title: S, figure: {src: river.jpg, alt: A river, caption: The river in May.}}]
            """
        let flow = try #require(desk.flow(of: text, with: "plate"))
        #expect(desk.complaints == "")
        let blocks = try #require(flow.streams.first { $0.name == "body" }).blocks
        guard place != "none" else { return #expect(blocks.count == 2) }
        #expect(blocks.map(\.style.float.rawValue) == [place])
        guard case .box(let inner) = blocks[0].content else {
            Issue.record("\(blocks)")
            return
        }
        #expect(inner.count == 2)
        #expect(inner.allSatisfy { $0.style.float == .none })
    }
}
