import Foundation
import TestSupport
import Testing

@testable import Griot

/// All papers of a merge in one file.
@Suite struct MergeIntoOneTests {
    @Test func bindsAllIntoOneFile() throws {
        let (result, scratch) = try merged("card", guestList, to: "all.pdf")
        #expect(result.made == 3)
        let names = result.outcome.written.map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["all.pdf", "all.vcf"])
        let cards = scratch.place("all.vcf")
        let text = try String(contentsOf: cards, encoding: .utf8)
        #expect(text.components(separatedBy: "BEGIN:VCARD").count == 4)
    }

    @Test func leavesOutOfSharedSheetsWhoseOwnPictureIsMissing() throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            paper: faces
            extends: cards-a4
            streams:
              name: [{paragraph: "{person | name}"}, {picture: person.portrait, height: 20mm}]
            """,
            to: "layouts/papers/faces.yaml"
        )
        let face = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
        try scratch.write(face, to: "face.svg")
        try scratch.write(
            """
            - {name: Awa Keita, portrait: {src: face.svg, alt: Awa}}
            - {name: Ali Ba, portrait: {src: missing.svg, alt: Ali}}
            - {name: Oumar Sy, portrait: {src: face.svg, alt: Oumar}}
            - {name: Binta Sow, portrait: {src: missing.svg, alt: Binta}}
            """,
            to: "people.yaml"
        )
        let merge = Merge(
            subject: "faces",
            data: scratch.path("people.yaml"),
            output: scratch.path("all.pdf"),
            language: "fr"
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        let messages = result.outcome.messages.text(inColour: false)
        #expect(result.made == 2 && result.failed == 2)
        #expect(messages.contains("people.yaml:2:") && messages.contains("people.yaml:4:"))
    }

    /// What comes to light only when pages are painted leaves out its row, too.
    @Test(arguments: ["card", "cards-a4"])
    func leavesOutWhosePictureCannotBeDrawn(layout: String) throws {
        let desk = try Desk()
        let faces = """
            paper: faces
            extends: \(layout)
            streams:
              name: [{paragraph: "{person | name}"}, {picture: person.portrait, height: 20mm}]
            """
        try desk.write(faces, to: "layouts/papers/faces.yaml")
        let frame = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        try desk.write(frame + "</svg>", to: "face.svg")
        try desk.write(frame + "<rect", to: "torn.svg")
        let people = """
            - {name: Awa Keita, portrait: {src: face.svg, alt: Awa}}
            - {name: Ali Ba, portrait: {src: torn.svg, alt: Ali}}
            - {name: Oumar Sy, email: no address}
            - {name: Binta Sow, portrait: {src: face.svg, alt: Binta}}

            """
        let data = try desk.write(people, to: "people.yaml")
        let merge = Merge(
            subject: "faces",
            data: data,
            output: desk.path("all.pdf"),
            language: "fr"
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.made == 2 && result.failedRows == [2, 3], "\(said)")
        #expect(said.components(separatedBy: ": error: ").count == 3, "\(said)")
        #expect(said.contains("people.yaml:2:34: error: ‘torn.svg’ can't be drawn"), "\(said)")
        #expect(result.outcome.written.first == desk.path("all.pdf"))
        let tree = try structure(in: desk.folder)
        #expect(tree.contains("Awa") && tree.contains("Binta"))
        #expect(!tree.contains("Ali") && !tree.contains("Oumar"))
    }

    /// Pages and whose they are hang in trees that grow new branches at 32 and at 64.
    @Test func bindsMorePapersThanABranchHolds() throws {
        var table = "name,email\n"
        for number in 1...150 {
            table += number == 99 ? "Awa N,nothing\n" : "Awa N,awa\(number)@example.org\n"
        }
        let (result, scratch) = try merged("card-front", table, to: "all.pdf")
        #expect(result.made == 149)
        #expect(result.failed == 1)
        let file = try structure(in: scratch.folder)
        func count(_ words: String) -> Int { file.ranges(of: words).count }
        #expect(count("/Type /Page\n") == 149)
        #expect(count("/S /Sect\n") == 149)
        #expect(count("/S /Document\n") == 1)
        #expect(count("/S /Figure\n") == 149)
        #expect(file.contains("/ParentTreeNextKey 298"))
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(left.allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test func leavesTheOldFileWhereNoRowCanBeMade() throws {
        let scratch = try Scratch()
        let data = try scratch.write("name,email\nAwa N,nothing\n", to: "a.csv")
        let output = try scratch.write("old", to: "a.pdf")
        let merge = Merge(subject: "card-front", data: data, output: output)
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 0)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "old")
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(left.sorted() == ["a.csv", "a.pdf"])
    }
}
