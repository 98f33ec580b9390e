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

    /// Values that go, wherever they stand, with what is written of them.
    @Test(arguments: [
        ("a: 1\n# of b\nb: GONE\nc: 3\n", "a: 1\nc: 3\n"),
        ("- a: GONE\n  b: 2\n- c: 3\n", "- b: 2\n- c: 3\n"),
        ("- a: GONE\n  # of b\n  b: GONE\n  c: 3\n", "- c: 3\n"),
        ("- a: GONE\n- b: 2\n", "- b: 2\n"),
        ("a: [1, GONE, {b: GONE, c: 3}]\n", "a: [1, {c: 3}]\n"),
        ("a: {b: [GONE]}\nc: 3\n", "c: 3\n"),
        ("a:\n  - GONE\nb:\n  - 1\n  - GONE\n", "b:\n  - 1\n"),
        ("a: |\n  one\n\n  two\nb: GONE # why\n", "a: |\n  one\n\n  two\n"),
    ])
    func cutsWhatIsSaidUnderAKeyOrInAnItem(text: String, left: String) throws {
        var desk = Desk()
        let node = desk.node(text, named: "a.yaml")
        let root = try #require(node)
        let cuts = try #require(root.cuts(of: Set(root.places(of: "GONE")), in: Array(text.utf8)))
        #expect(String(decoding: Array(text.utf8).without(cuts), as: UTF8.self) == left)
    }

    @Test func hasNothingToCutOfATextThatGoesAsAWhole() throws {
        var desk = Desk()
        let node = desk.node("a: {b: GONE}\n", named: "a.yaml")
        let root = try #require(node)
        #expect(
            root.cuts(of: Set(root.places(of: "GONE")), in: Array("a: {b: GONE}\n".utf8)) == nil
        )
    }
}

extension Node {
    /// Where a text stands in it.
    fileprivate func places(of text: String) -> [Span] {
        if self.text == text { return [span] }
        let parts = items ?? entries?.map(\.value) ?? []
        return parts.flatMap { $0.places(of: text) }
    }
}
