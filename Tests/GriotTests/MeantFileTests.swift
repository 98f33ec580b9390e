import Foundation
import Griot
import Testing

/// Files that are not where they are named, and which were meant.
@Suite struct MeantFileTests {
    /// Whoever forgets the ending, or a letter, is told what lies there.
    @Test(arguments: [
        ("summary", "did you mean ‘event/summary.yaml’?"), ("sumary.yaml", "summary"),
    ])
    func knowsWhichFileWasMeant(name: String, mend: String) throws {
        let desk = try Desk()
        try desk.write(Desk.summary, to: "event/summary.yaml")
        let said = desk.said(desk.press.check(Job(file: desk.path("event/\(name)"))))
        #expect(said.contains("hint: did you mean") && said.contains(mend), "\(said)")
    }

    /// An empty file is to be what its name says.
    @Test(arguments: [
        ("programme.yaml", "‘griot new programme -o "), ("badges.yaml", "‘griot new badge -o "),
        ("speakers.yaml", "‘griot new speaker-list -o "), ("people.yaml", "‘griot kinds person’"),
        ("xyz.yaml", "one of "),
    ])
    func offersToBeginWhatAnEmptyFileIsNamed(name: String, mend: String) throws {
        let desk = try Desk()
        let said = desk.said(desk.press.check(Job(file: try desk.write("", to: "event/\(name)"))))
        #expect(said.contains("error: the file is empty") && said.contains(mend), "\(said)")
    }

    @Test(arguments: [
        ("photo/délta.jpg", "photos/Delta.jpg"), ("photos/delta.jpg", "photos/delta.jpeg"),
        ("photos/delta.jpg", "photos/delta.JPG"), ("delta.jpg", "photos/delta.jpg"),
        ("photos/deltas.jpg", "photo/delta.jpg"),
    ])
    func findsThePictureThatWasMeant(there: String, named: String) throws {
        let desk = try Desk()
        try desk.write("", to: "event/\(there)")
        let text = Desk.summary + "photos: [{src: \(named), alt: Le delta}]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(text, to: "event/a.yaml"))))
        #expect(said.contains("hint: did you mean ‘\(there)’?"), "\(said)")
        #expect(said.ranges(of: "error:").count == 1, "\(said)")
    }

    @Test func saysWhereALayoutAmongPapersBelongs() throws {
        let desk = try Desk()
        let layout = "paper: ours\nextends: card\nkind: contact-block\n"
        let path = try desk.write(layout, to: "event/ours.yaml")
        let brand = try desk.write("brand: mine\ncolours: {primary: red}\n", to: "event/b.yaml")
        let said = desk.said(desk.press.check(Job(file: path)))
        #expect(said.contains("this is the layout ‘ours’, and it stands among the papers"))
        #expect(said.contains("move it to ‘event/layouts/papers/ours.yaml’"), "\(said)")
        #expect(said.ranges(of: "error:").count == 1, "\(said)")
        let paper = try desk.write("kind: contact-block\nlayout: ours\n", to: "event/a.yaml")
        let asked = desk.said(desk.press.check(Job(file: paper)))
        #expect(
            asked.contains("warning: ‘ours.yaml’ beside the paper is not looked at"),
            "\(asked)"
        )
        #expect(asked.contains("move it to ‘event/layouts/papers/ours.yaml’"), "\(asked)")
        let mine = desk.said(desk.press.check(Job(file: brand)))
        #expect(mine.contains("move it to ‘event/layouts/brands/mine.yaml’"), "\(mine)")
    }

    /// Files that come from a Mac spell é as two letters.
    @Test func findsAFileWhoseNameHasOtherCodePointsForTheSameLetters() throws {
        let desk = try Desk()
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>"
        _ = try desk.write(svg, to: "e\u{301}quipe/Ai\u{308}ssatou.svg")
        let paper = """
            kind: speaker-list
            lang: fr
            title: Intervenants
            speakers: [{person: {name: Awa SY, portrait: équipe/Aïssatou.svg}}]

            """
        let file = try desk.write(paper, to: "list.yaml")
        let press = try Press(Installation(folder: Desk.root.path))
        let said = desk.said(press.check(Job(file: file)))
        #expect(!said.contains("error"), "\(said)")
    }
}
