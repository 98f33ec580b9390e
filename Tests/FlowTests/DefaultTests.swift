import Flow
import Testing

@testable import Layouts

/// The reference of the layout language prints defaults that composing settles: a layout that writes
/// them down makes the same blocks as one that does not.
@Suite struct DefaultTests {
    private func dump(of block: String) throws -> String {
        let desk = Desk()
        desk.lay("paper", body: "- \(block)")
        let text = """
            kind: attendance-sheet
            event: {title: T, date: 2024-05-14}
            people: [{id: fatou, full: Fatou DIALLO}, {id: adama, full: Adama KONE}]
            """
        let flow = try #require(desk.flow(of: text, with: "paper"))
        #expect(desk.complaints == "")
        return flow.dump()
    }

    private func defaults(_ keys: [Key]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.fallback) })
    }

    @Test func areThoseOfStyles() throws {
        let said = defaults(Style.properties.map(\.key)).filter { !$0.value.isEmpty }.sorted {
            $0.key < $1.key
        }
        let style = said.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let plain = try dump(of: "{paragraph: words, style: {}}")
        #expect(try dump(of: "{paragraph: words, style: {\(style)}}") == plain)
    }

    @Test(arguments: [
        (
            "table", "{table: people, columns: [{head: N, cell: \"{row}\"}]KEYS}",
            ["rule-below-head", "rule-between", "rule-below", "cell-padding"]
        ),
        ("chart", "{chart: people, value: index, label: \"{entry}\"KEYS}", ["colours"]),
        ("rule", "{rule: 1ptKEYS}", ["colour"]),
        (
            "tell-apart",
            "{each: people, do: [{tell-apart: item.id, among: people, do: [{paragraph: x, style: {colour: own}}]KEYS}]}",
            ["colours"]
        ),
    ])
    func areThoseOfBlocks(kind: String, block: String, keys: [String]) throws {
        let known = defaults(try #require(RecipeKind.byName[kind]).draft.keys)
        let said = try keys.map { ", \($0): \(try #require(known[$0]))" }.joined()
        let plain = try dump(of: block.replacing("KEYS", with: ""))
        #expect(try dump(of: block.replacing("KEYS", with: said)) == plain)
    }
}
