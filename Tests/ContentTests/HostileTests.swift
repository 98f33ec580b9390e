import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Whatever is typed ends in a value or a message.
@Suite struct HostileTests {
    private let pieces: [String] = [
        "^", "~", "[", "]", "{ar}", "*", "_", "\\", "&amp;", "<b>", "[^1]", "^[", " : ", "\n",
        "\n\n",
        "- ", "1. ", "> ", "|", "|-|\n", "https://", "(at)", "24.02.2022", "é", "ß", "ⵣ",
        "\u{202F}",
        "9h", "+221", "'", "\"", "#", "`", "word", "99999999999999999999", "-", ".", ",", "%", "0",
    ]

    @Test func readsAnyTextAsAnyType() {
        var dice = Dice(seed: 7)
        let names = FieldType.plain.map(\.word)
        let fields = names.enumerated().map { "f\($0): \($1)" }.joined(separator: ", ")
        for _ in 0..<60 {
            var desk = Desk()
            let kinds = desk.kinds("{kind: sheet, fields: {\(fields)}}")
            var text = "kind: sheet\n"
            for index in names.indices {
                let typed = (0..<Int.random(in: 0..<12, using: &dice))
                    .map { _ in pieces.randomElement(using: &dice)! }.joined()
                text += "f\(index): \(ExampleText(language: "en").quoted(typed))\n"
            }
            let briefs = desk.read([("sheet.yaml", text)], kinds: kinds)
            #expect(briefs.count == 1)
            #expect(briefs.first?.dump().isEmpty == false)
        }
    }

    @Test(arguments: [
        "kind: [a]", "kind:", "people: 4", "people: {a: [b]}", "people: [[1]]", "[]", "x",
        "{? [a] : b}",
        "{kind: workshop-summary, event: [], roles: {}, photos: 1, people: [1, {id: [2]}]}",
        "{kind: person, name: {}}", "{kind: event}", "{kind: part}", "{kind: role, person: x}",
        "{kind: certificate, title: {}, recipients: {fr: a}, event: {fr: a}}", "event: ~",
        "{kind: report, title: a, sections: [{sections: [{sections: {}}]}], fit: {pages: -1}, lang: []}",
    ])
    func answersStrangeShapesWithAPaperOrAMessage(text: String) throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        for name in ["a.yaml", "people.yaml", "event.yaml"] {
            let briefs = desk.read([(name, text)], kinds: kinds)
            #expect(briefs.allSatisfy { !$0.dump().isEmpty })
        }
        #expect(desk.printed.contains("a.yaml:1:"), "\(desk.printed)")
    }
}
