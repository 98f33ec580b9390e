import Flow
import Structure
import Testing

@Suite struct FootnoteTests {
    private func flow(of sections: String, _ desk: Desk) throws -> Flow {
        desk.lay("sheet", body: "- {each: sections, do: [{text: item.body}]}")
        let text = "kind: report\nlang: en\ntitle: T\nsections:\n\(sections)"
        return try #require(desk.flow(of: text, with: "sheet"))
    }

    private func notes(of flow: Flow) -> [String] {
        paragraphs(of: flow).flatMap(\.inserts).compactMap { insert in
            guard case .footnote(let note) = insert.content,
                case .paragraph(let paragraph)? = note.blocks.first?.content
            else { return nil }
            return paragraph.text
        }
    }

    private func paragraphs(of flow: Flow) -> [Paragraph] {
        (flow.streams.first?.blocks ?? []).compactMap {
            if case .paragraph(let paragraph) = $0.content { paragraph } else { nil }
        }
    }

    @Test func setsAListInANoteInTheTypeOfTheNote() throws {
        let desk = Desk()
        let flow = try flow(
            of: """
                - title: A
                  body: |
                    One[^a].

                    [^a]: Two wells:

                        - north
                """,
            desk
        )
        let note = try #require(
            paragraphs(of: flow).flatMap(\.inserts).compactMap { insert -> Footnote? in
                if case .footnote(let note) = insert.content { note } else { nil }
            }.first
        )
        guard case .paragraph(let words) = note.blocks[0].content,
            case .list(let items) = note.blocks[1].content,
            case .paragraph(let item) = items[0].body[0].content
        else { throw NoList() }
        #expect(item.spans[0].style == words.spans.last?.style)
        #expect(items[0].label.spans[0].style == item.spans[0].style)
    }

    private struct NoList: Error {}

    /// Between two marks the space stays.
    @Test func standsAtTheWordBeforeItWhateverSpaceWasTyped() throws {
        let flow = try flow(
            of: """
                - title: A
                  body: |
                    One well. [^a] *Two* [^b] [^a] wells.

                    [^a]: North.
                    [^b]: South.

                """,
            Desk()
        )
        let text = try #require(paragraphs(of: flow).first).text
        #expect(text.replacing("\u{FFFC}", with: "") == "One well.1 Two2 1 wells.")
    }

    @Test func setsANoteOnceWhereTwoMarksLeadToIt() throws {
        let desk = Desk()
        let flow = try flow(
            of: """
                - title: A
                  body: |
                    One[^a], two^[Own.] and one again[^a].

                    [^a]: Shared.
                - title: B
                  body: |
                    Three[^a].

                    [^a]: Another.
                """,
            desk
        )
        #expect(notes(of: flow) == ["1\u{2005}Shared.", "2\u{2005}Own.", "3\u{2005}Another."])
        #expect(
            paragraphs(of: flow).map { $0.text.filter { $0 != "\u{FFFC}" } } == [
                "One1, two2 and one again1.", "Three3.",
            ]
        )
        #expect(flow.structure.elements.count { $0.role == .reference } == 4)
        #expect(flow.structure.elements.count { $0.role == .note } == 3)
        #expect(desk.complaints == "")
    }

    @Test func setsNotesThatAreMarkedInANoteAfterIt() throws {
        let desk = Desk()
        let flow = try flow(
            of: """
                - title: A
                  body: |
                    First[^a], and later[^c].

                    [^a]: One with[^b] and[^c] inside.
                    [^b]: Two, with[^d].
                    [^c]: Four.
                    [^d]: Three.
                """,
            desk
        )
        #expect(
            notes(of: flow) == [
                "1\u{2005}One with2 and4 inside.", "2\u{2005}Two, with3.", "3\u{2005}Three.",
                "4\u{2005}Four.",
            ]
        )
        #expect(
            paragraphs(of: flow).map { $0.text.filter { $0 != "\u{FFFC}" } } == [
                "First1, and later4."
            ]
        )
    }

    @Test func leavesTheMarksOfNotesOutOfTheOutline() throws {
        let desk = Desk()
        let flow = try flow(
            of: """
                - title: A
                  body: |
                    ## Wells^[Of stone.] of *Fatick*

                    Words.
                """,
            desk
        )
        let titles = (flow.streams.first?.blocks ?? []).compactMap(\.anchor?.title)
        #expect(titles == ["Wells of Fatick"])
    }

    @Test func setsTheNotesOfATextThatIsPrintedTwiceTwice() throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: foreword}\n- {text: foreword}")
        let text =
            "kind: report\nlang: en\ntitle: T\nforeword: One^[Own.].\nsections: [{title: N}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        #expect(notes(of: flow) == ["1\u{2005}Own.", "2\u{2005}Own."])
    }
}
