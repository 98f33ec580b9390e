import Diagnostics
import Foundation
import Griot
import Testing

@Suite struct LayoutCopyTests {
    @Test func printsAKindByTheLayoutThatItNames() throws {
        let desk = try Desk()
        for part in ["kinds", "layouts", "fonts"] {
            try FileManager.default.copyItem(
                at: Desk.root.appending(path: part),
                to: desk.folder.appending(path: part)
            )
        }
        try desk.write(
            "paper: plain\nextends: brief\nstreams: {body: [{paragraph: \"PLAIN {title}\"}]}\n",
            to: "layouts/papers/plain.yaml"
        )
        let kind = try String(
            contentsOfFile: desk.path("kinds/workshop-summary.yaml"),
            encoding: .utf8
        )
        try desk.write(
            kind.replacing("layout: brief", with: "layout: plain"),
            to: "kinds/workshop-summary.yaml"
        )
        let file = try desk.write("kind: workshop-summary\ntitle: A meeting\n", to: "event/a.yaml")
        let press = try Press(Installation(folder: desk.folder.path))
        #expect(press.dump(Job(file: file), after: .flow).text.contains("PLAIN A meeting"))
        let reference = press.reference(ofKind: "workshop-summary", language: "en") ?? ""
        #expect(reference.contains("Printed by the layout `plain`, unless the file names another."))
    }

    @Test func tellsALayoutsAuthorWhichStylesAndPartsThereAreToUse() throws {
        let reference = try Desk().press.layoutReference()
        #expect(reference.contains("`small-strong`"))
        #expect(
            reference.contains("| `points` | Points under a small heading. | `title`: the heading;")
        )
    }

    @Test func listsTheLayoutsOfTheEventAmongTheOthers() throws {
        let desk = try Desk()
        try desk.write(
            "paper: poster\nextends: brief\nabout: A poster.\n",
            to: "layouts/papers/poster.yaml"
        )
        _ = try desk.press.copyDesign("brief", to: desk.folder.path)
        let layouts = desk.press.layouts(ofEvent: desk.folder.path)
        #expect(layouts.contains { $0 == ("poster", "A poster. (of this folder)") })
        let brief = layouts.first { $0.name == "brief" }
        #expect(brief?.meaning.contains("(of this folder, before Griot’s)") == true)
        #expect(layouts.count == desk.press.layouts().count + 1)
    }

    @Test func putsTheEventsOwnLayoutBeforeTheShippedOne() throws {
        let desk = try Desk()
        let path = try #require(try desk.press.copyDesign("brief", to: desk.folder.path))
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        try desk.write(
            text.replacing("{title}", with: "OURS {title}"),
            to: "layouts/papers/brief.yaml"
        )
        let file = try desk.write("kind: workshop-summary\ntitle: A meeting\n", to: "summary.yaml")
        #expect(desk.press.dump(Job(file: file), after: .flow).text.contains("OURS A meeting"))
        #expect(throws: GriotError.self) {
            try desk.press.copyDesign("brief", to: desk.folder.path)
        }
        #expect(try desk.press.copyDesign("breif", to: desk.folder.path) == nil)
        #expect(desk.press.nearestLayout(to: "breif") == "brief")
    }

    /// It is the house's in all but its name, and at once the event's.
    @Test func copiesABrandUnderANameOfItsOwn() throws {
        let desk = try Desk()
        let path = try desk.press.copyDesign("house", as: "ours", to: desk.folder.path)
        #expect(path == desk.path("layouts/brands/ours.yaml"))
        let text = "kind: workshop-summary\nbrand: ours\ntitle: A meeting\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "s.yaml"))))
        #expect(!said.contains("brand"), "\(said)")
        #expect(try desk.press.copyDesign("maison", as: "ours", to: desk.folder.path) == nil)
    }

    /// Else a paper that is left as it was would differ from one made again.
    @Test func makesTheSameFileOfACopyThatNobodyHasChanged() throws {
        let desk = try Desk()
        let file = try desk.write("kind: workshop-summary\ntitle: A meeting\n", to: "summary.yaml")
        func made() throws -> Data {
            let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
            return try Data(contentsOf: URL(filePath: try #require(outcome.written.first)))
        }
        let first = try made()
        let copy = try #require(try desk.press.copyDesign("brief", to: desk.folder.path))
        #expect(try made() == first)
        let text = try String(contentsOfFile: copy, encoding: .utf8)
        try desk.write(text + "# ours\n", to: "layouts/papers/brief.yaml")
        let press = try Press(Installation(folder: Desk.root.path))
        let other = press.render(Job(file: file), to: .folder(desk.path("out")))
        #expect(try Data(contentsOf: URL(filePath: try #require(other.written.first))) != first)
    }

    /// A copy that calls itself by the name of what it was copied from would be taken for that.
    @Test(arguments: [
        ("brief", "ours", "papers/ours.yaml", "paper: ours"),
        ("imprint", "ours", "parts/ours.yaml", "part: ours"),
        ("wo", "srr", "languages/srr.yaml", "language: srr"),
        ("parts/contact-block", nil, "parts/contact-block.yaml", "part: contact-block"),
    ])
    func copiesWhatShipsUnderANameOfItsOwn(
        name: String,
        own: String?,
        path: String,
        line: String
    ) throws {
        let desk = try Desk()
        let copy = try desk.press.copyDesign(name, as: own, to: desk.folder.path)
        #expect(copy == desk.path("layouts/\(path)"))
        let text = try String(contentsOfFile: desk.path("layouts/\(path)"), encoding: .utf8)
        #expect(text.split(separator: "\n").contains { $0 == line }, "\(text.prefix(300))")
    }

    /// Another was taken in its place, and nothing was said.
    @Test(arguments: [
        ("papers/brief", "", "begin it with ‘paper: brief’"),
        ("parts/imprint", "# later\n", "‘part: imprint’"),
        ("brands/house", "\n", "griot layouts copy house"),
    ])
    func tellsOfALayoutFileThatIsEmpty(path: String, text: String, mend: String) throws {
        let desk = try Desk()
        try desk.write(text, to: "layouts/\(path).yaml")
        let paper = "kind: workshop-summary\nlang: en\ntitle: A\nkey_messages: [A, B, C]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "s.yaml"))))
        #expect(said.contains("layouts/\(path).yaml:1:1: error: this file is empty"), "\(said)")
        #expect(said.contains(mend), "\(said)")
    }
}
