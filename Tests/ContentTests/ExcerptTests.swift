import Diagnostics
import Testing
import YAML

@testable import Content

/// What a paper carries of a register: the records it leans on, and no others.
@Suite struct ExcerptTests {
    /// The text of a register without the people whose ids are not among those that stay.
    private func excerpt(_ text: String, of ids: Set<String>, name: String = "people.yaml")
        -> String?
    {
        var desk = Desk()
        let kinds = desk.kinds(
            "{kind: person, plural: people, shorthand: name, fields: {name: text, note: text}}",
            "{kind: event, plural: events, fields: {title: text}}",
            "{kind: sheet, fields: {event: {type: event, default: only}, people: {type: list of person}}}"
        )
        let paper = "kind: sheet\nevent: e\npeople: [\(ids.sorted().joined(separator: ", "))]\n"
        let files = [("sheet.yaml", paper), (name, text)].compactMap { name, text in
            desk.node(text, named: name).map { ContentFile(name: name, root: $0) }
        }
        let briefs = read(files, kinds: kinds, reporting: &desk.report)
        let spans = Set(briefs[0].recordsLeantOn().map(\.span))
        return files[1].excerpt(of: spans, from: Array(text.utf8), kinds: kinds)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func takesOutItemsWithTheirCommentsAndLeavesAllElse() {
        let text = """
            # Who came.
            people:
              # Call him before noon.
              - id: awa
                name: Awa
                note: |
                  one
                  # two
              - {id: baba, name: Baba}   # he stays

              # Not to be told.
              - id: chaka
                name: Chaka
            events:
              - {id: e, title: E}
              - {id: f, title: F}

            """
        #expect(
            excerpt(text, of: ["baba"]) == """
                # Who came.
                people:
                  - {id: baba, name: Baba}   # he stays
                events:
                  - {id: e, title: E}
                  - {id: f, title: F}

                """
        )
        #expect(excerpt(text, of: ["awa", "baba", "chaka"]) == text)
    }

    @Test(arguments: [
        (
            "people: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n", "b",
            "people: [{id: b, name: B}]\n"
        ),
        ("people: [{id: a, name: A}, {id: b, name: B}]\n", "a", "people: [{id: a, name: A}]\n"),
        ("people: {a: A, b: {name: B}, c: C}\n", "c", "people: {c: C}\n"),
        ("people:\n  a: A\n  b:\n    name: B\n  c: C\n", "b", "people:\n  b:\n    name: B\n"),
        ("- {id: a, name: A}\n- {id: b, name: B}", "b", "- {id: b, name: B}"),
        (
            "---\r\npeople:\r\n- {id: a, name: A}\r\n- {id: b, name: B}\r\n", "a",
            "---\r\npeople:\r\n- {id: a, name: A}\r\n"
        ),
    ])
    func takesThemOutOfEveryFormOfList(text: String, id: String, left: String) {
        #expect(excerpt(text, of: [id]) == left)
    }

    @Test func leavesTheTextAloneWhereWhatStaysIsWrittenByTheHelpOfWhatGoes() {
        let text = "people:\n- {id: a, name: &n Awa}\n- {id: b, name: *n}\n"
        #expect(excerpt(text, of: ["b"]) == nil)
        #expect(excerpt(text, of: ["a"]) == "people:\n- {id: a, name: &n Awa}\n")
    }
}
