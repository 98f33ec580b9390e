import Foundation
import Griot
import Testing

/// Things that are files of their own, and papers that take them in.
@Suite struct FileMentionTests {
    private func study(_ title: String, more: String = "") -> String {
        """
        kind: study-abstract
        lang: en
        title: \(title)
        authors: [{person: awa}]
        year: 2024
        abstract: We walked.
        people: [{id: awa-\(title.lowercased()), name: Awa \(title.uppercased())}]
        \(more)
        """
    }

    private func desk(_ abstracts: String) throws -> Desk {
        let desk = try Desk()
        try desk.write("people: [{id: awa, name: Awa KEITA}]", to: "event/people.yaml")
        for name in ["Roads", "Wells"] {
            try desk.write(study(name), to: "event/studies/\(name.lowercased()).yaml")
        }
        try desk.write(study("Milk"), to: "event/milk.yaml")
        try desk.write("kind: programme\ntitle: P\n", to: "event/studies/programme.yaml")
        try desk.write(
            "kind: book-of-abstracts\ntitle: All\nabstracts: \(abstracts)\n",
            to: "event/book.yaml"
        )
        return desk
    }

    private func check(_ desk: Desk) -> String {
        desk.said(desk.press.check(Job(file: desk.path("event/book.yaml"))))
    }

    @Test(arguments: [
        ("[milk.yaml, studies/wells.yaml]", ["Milk", "Wells"]),
        ("[./milk.yaml, studies/*.yaml]", ["Milk", "Roads", "Wells"]),
        ("studies/w*.yaml", ["Wells"]),
    ])
    func takesInStudiesThatAreFiles(abstracts: String, titles: [String]) throws {
        let desk = try desk(abstracts)
        let job = Job(file: desk.path("event/book.yaml"))
        #expect(check(desk) == "")
        let text = desk.press.dump(job, after: .flow).text
        for title in ["Milk", "Roads", "Wells"] {
            #expect(text.contains("‘\(title)’") == titles.contains(title), "\(title)")
        }
    }

    @Test(arguments: [
        (
            "[mlik.yaml]",
            "event/book.yaml:3:13: error: there is no file ‘mlik.yaml’ in the event folder",
            "did you mean ‘milk.yaml’?"
        ),
        (
            "[studies/programme.yaml]",
            "event/book.yaml:3:13: error: ‘studies/programme.yaml’ is of kind ‘programme’",
            "event/studies/programme.yaml:1:7: note: it says so here"
        ),
        (
            "[other/*.yaml]",
            "event/book.yaml:3:13: error: no file ‘other/*.yaml’ is of kind ‘study-abstract’",
            "begin each of them with ‘kind: study-abstract’"
        ),
        ("[../outside.yaml]", "error: ‘", "copy it into the event folder"),
    ])
    func tellsWhatIsNoStudyWhereItIsNamed(abstracts: String, error: String, mend: String) throws {
        let desk = try desk(abstracts)
        try desk.write(study("Far"), to: "outside.yaml")
        let said = check(desk)
        #expect(said.contains(error) && said.contains(mend), "\(said)")
    }

    @Test func tellsMistakesInTheStudysOwnFile() throws {
        let desk = try desk("[studies/*.yaml, studies/wells.yaml]")
        try desk.write(study("Wells", more: "tilte: Odd"), to: "event/studies/wells.yaml")
        let said = check(desk)
        #expect(
            said.contains("event/studies/wells.yaml:8:1: error: unknown key ‘tilte’"),
            "\(said)"
        )
        #expect(said.components(separatedBy: "tilte").count == 3, "\(said)")
    }

    @Test func makesTheBookAgainWhenAStudyChangesOrComes() throws {
        let desk = try desk("[studies/*.yaml]")
        try FileManager.default.removeItem(atPath: desk.path("event/studies/programme.yaml"))
        try FileManager.default.removeItem(atPath: desk.path("event/milk.yaml"))
        func ending() throws -> Making.Result.Ending? {
            let making = Making(folder: desk.path("event"), languages: [])
            return try making.run(Installation(folder: Desk.root.path)) { _, _ in }.first?.ending
        }
        #expect(try ending() == .made)
        #expect(try ending() == .unchanged)
        try desk.write(study("Deep"), to: "event/studies/wells.yaml")
        #expect(try ending() == .made)
        try desk.write(study("Goats"), to: "event/studies/goats.yaml")
        #expect(try ending() == .made)
        #expect(try ending() == .unchanged)
    }

    @Test func carriesTheStudiesInThePDF() throws {
        let desk = try desk("[milk.yaml, studies/*.yaml]")
        let job = Job(file: desk.path("event/book.yaml"))
        let outcome = desk.press.render(job, to: .file(desk.path("book.pdf")))
        #expect(outcome.succeeded, "\(desk.said(outcome))")
        let source = try AttachedSource(opening: desk.path("book.pdf"))
        _ = try source.write(to: desk.path("again"))
        for name in ["book", "milk", "studies/roads", "studies/wells"] {
            let path = desk.path("again/\(name).yaml")
            #expect(FileManager.default.fileExists(atPath: path), "\(name)")
        }
        let extraction = desk.press.extract([.vcf], from: source)
        #expect(extraction.outcome.succeeded)
        #expect(
            extraction.files.contains {
                $0.text.contains("Awa KEITA") || $0.text.contains("Awa Keita")
            }
        )
    }
}
