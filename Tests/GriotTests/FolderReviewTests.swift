import Foundation
import Griot
import TestSupport
import Testing

/// What lies in an event's folder and goes into no paper is told, and what belongs there is not.
@Suite struct FolderReviewTests {
    private static let paper = "kind: contact-block\nlayout: card\nlang: en\npeople: [awa]\n"

    private func said(_ files: [String: String]) throws -> String {
        let desk = try Desk()
        let usual = [
            "cards.yaml": Self.paper, "people.yaml": "people: [{id: awa, name: Awa KEITA}]\n",
        ]
        for (name, text) in usual.merging(files, uniquingKeysWith: { $1 }) {
            try desk.write(text, to: "event/\(name)")
        }
        let messages = desk.press.review(desk.path("event"))
        return messages.text(inColour: false).replacing(desk.folder.path + "/", with: "")
    }

    @Test(arguments: [
        ("studies.yaml", "abstracts: [{id: a}]\n", "call it ‘abstracts.yaml’"),
        ("more.yaml", "peoples: [{id: a}]\n", "did you mean ‘people:’?"),
        ("summary.yaml", "title: A\nlang: fr\n", "begin it with ‘kind:’"),
        ("C.YAML", paper, "call it ‘C.yaml’"),
        ("people.yml", "people: []\n", "put what it holds into ‘people.yaml’"),
        ("Event.yaml", "title: A\n", "call it ‘event.yaml’"),
        ("event.yaml.txt", "title: A\n", "call it ‘event.yaml’"),
        ("cards.txt", paper, "put what it holds into ‘cards.yaml’"),
        ("programme.txt", "kind: programme\n", "call it ‘programme.yaml’"),
        ("programme.yaml", "\n", "‘griot new KIND -o programme.yaml’ begins it anew"),
        ("day/cards.yaml", paper, "each folder is made by itself: griot make ‘event/day’"),
        ("Cards.yaml", paper, "rename ‘Cards.yaml’ or ‘cards.yaml’"),
    ])
    func tellsWhatIsPassedOver(name: String, text: String, hint: String) throws {
        let said = try said([name: text])
        #expect(said.contains(hint), "\(said)")
        #expect(said.components(separatedBy: "hint: ").count == 2, "\(said)")
    }

    /// YAML has more than one way to write a key, and a paper is one in each.
    @Test(arguments: [
        "\"kind\": contact-block\nlayout: card\n", "kind : contact-block\nlayout: card\n",
        "  # moved in\n  layout: card\n  kind: contact-block\n",
        "{layout: card, kind: contact-block}\n",
        "---\n'kind': 'contact-block' # cards\nlayout: card\n",
    ])
    func takesForAPaperWhatNamesItsKindInAnyWay(text: String) throws {
        let desk = try Desk()
        let file = try desk.write(text, to: "event/more.yaml")
        try desk.write("- kind: contact-block\n", to: "event/list.yaml")
        try desk.write("kinds: [a]\nevent: {kind: contact-block}\n", to: "event/other.yaml")
        #expect(try desk.press.papers(in: desk.path("event")) == [file])
    }

    /// Notepad’s “Unicode” is one that is told of when the paper is read, and not passed over.
    @Test func takesForAPaperWhatIsSavedInUTF16() throws {
        let desk = try Desk()
        let text = try #require(Self.paper.data(using: .utf16))
        let file = try desk.write(Array(text), to: "event/cards.yaml")
        #expect(try desk.press.papers(in: desk.path("event")) == [file])
    }

    @Test func saysNothingOfWhatBelongsThere() throws {
        let said = try said([
            "event.yaml": "title: A\ndate: 2024-05-14\n",
            "book.yaml":
                "kind: book-of-abstracts\ntitle: A\nparts: [{title: P, abstracts: [studies/*.yaml, one.yaml]}]\n",
            "studies/a.yaml": "kind: study-abstract\ntitle: A\n",
            "one.yaml": "title: A\nyear: 2024\n",
            "layouts/papers/card.yaml": "extends: card\n",
            "kinds/note.yaml": "kind: note\n",
            "fonts/fonts.yaml": "families: []\n",
            "notes.yaml": "to-do: [ring the hall]\n",
            "notes.txt": "title: A\n",
            "photos/list.yaml": "- a.jpg\n",
        ])
        #expect(said.isEmpty, "\(said)")
    }

    /// An event serves many papers: none of them alone is told of what it does not print.
    @Test func tellsWhatNoPaperPrintsOfTheEvent() throws {
        let event = """
            title: Wells
            date: 2024-05-14
            venue: {name: Centre Kôrè, rooms: [{id: a, name: Hall, capacity: 80}]}
            interpretation: [{from: fr, to: en, channel: 1}]
            dress_code: Business
            livestream: https://example.org/live

            """
        let badge = "kind: badge\nlang: en\nholders: [{person: awa}]\n"
        let said = try said(["event.yaml": event, "badges.yaml": badge])
        #expect(
            said.hasPrefix(
                "event/event.yaml:3:8: warning: no paper of this folder prints what the event says in ‘venue’, ‘dress_code’, ‘livestream’\n"
            ),
            "\(said)"
        )
        #expect(said.components(separatedBy: "warning: ").count == 2, "\(said)")

        let programme = """
            kind: programme
            lang: en
            days: [{date: 2024-05-14, items: [{time: 9:00–9:30, title: Opening}]}]

            """
        let files = ["event.yaml": event, "badges.yaml": badge, "programme.yaml": programme]
        let printed = try self.said(files)
        #expect(printed.isEmpty, "\(printed)")
        // Nobody can tell what a paper prints that can't be made.
        let broken = try self.said(["event.yaml": event, "badges.yaml": badge + "colour: red\n"])
        #expect(broken.isEmpty, "\(broken)")
    }

    @Test func saysWhereKindsAreRead() throws {
        let desk = try Desk()
        let file = try desk.write("kind: field-note\ntitle: A\n", to: "note.yaml")
        try desk.write("kind: field-note\n", to: "kinds/field-note.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(
            said.contains("‘kinds/field-note.yaml’ is not read: kinds stand in Griot’s own folder")
        )
    }
}
