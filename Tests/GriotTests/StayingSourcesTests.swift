import Foundation
import Testing

@testable import Griot

/// Sources that hold what people have not agreed to show stay at the desk, which is told once for a folder.
@Suite struct StayingSourcesTests {
    private func made(_ papers: [String]) throws -> String {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(
            "people: [{id: awa, name: Awa KEITA, consent: {photo: no}}, {id: ali, name: Ali BA}]\n",
            to: "people.yaml"
        )
        for paper in papers {
            try desk.write("kind: badge\nlang: fr\nholders: tous\n", to: paper)
        }
        let making = Making(folder: desk.folder.path)
        let results = try making.run(Installation(folder: Desk.root.path)) { _, _ in }
        return results.map { desk.said($0.outcome) }.joined()
            + desk.said(Outcome(messages: results.ofTheFolder))
    }

    @Test func areToldOnceOfAFolder() throws {
        let said = try made(["a.yaml", "b.yaml"])
        #expect(
            said.contains(
                "remark: the sources of ‘a.yaml’, ‘b.yaml’ are not attached: they hold what people have not agreed to show"
            ),
            "\(said)"
        )
        #expect(said.components(separatedBy: "not attached").count == 2, "\(said)")
    }

    @Test func areToldOfWithTheirPaperWhereThereIsOne() throws {
        let said = try made(["a.yaml"])
        #expect(said.contains("the source of ‘a.yaml’ is not attached"), "\(said)")
    }
}
