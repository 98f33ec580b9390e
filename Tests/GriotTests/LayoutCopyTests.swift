import Foundation
import Griot
import Testing

@Suite struct LayoutCopyTests {
    @Test func putsTheEventsOwnLayoutBeforeTheShippedOne() throws {
        let desk = try Desk()
        let path = try #require(try desk.press.copyLayout("brief", to: desk.folder.path))
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        try desk.write(
            text.replacing("{title}", with: "OURS {title}"),
            to: "layouts/papers/brief.yaml"
        )
        let file = try desk.write("kind: workshop-summary\ntitle: A meeting\n", to: "summary.yaml")
        #expect(desk.press.dump(Job(file: file), after: .flow).text.contains("OURS A meeting"))
        #expect(throws: GriotError.self) {
            try desk.press.copyLayout("brief", to: desk.folder.path)
        }
        #expect(try desk.press.copyLayout("breif", to: desk.folder.path) == nil)
        #expect(desk.press.nearestLayout(to: "breif") == "brief")
    }
}
