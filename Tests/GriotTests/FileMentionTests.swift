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
            "[studies/p*e.yaml]",
            "event/book.yaml:3:13: error: no file ‘studies/p*e.yaml’ is of kind ‘study-abstract’",
            "begin each of them with ‘kind: study-abstract’"
        ),
        (
            "[other/*.yaml]",
            "event/book.yaml:3:13: error: there is no folder ‘other’ in the event folder",
            "check the spelling of its name"
        ),
        (
            "[studies/x*.yaml]",
            "event/book.yaml:3:13: error: no other file of the event folder is named like ‘studies/x*.yaml’",
            "that folder holds studies/programme.yaml, studies/roads.yaml, studies/wells.yaml"
        ),
        (
            "[\"*/wells.yaml\"]",
            "event/book.yaml:3:13: error: a star stands in names of files, not of folders",
            "name each folder"
        ),
        (
            "[../outside.yaml]",
            "event/book.yaml:3:13: error: ‘event/../outside.yaml’ can't be read: it lies outside",
            "copy it into the event folder"
        ),
        (
            "[book.yaml]", "event/book.yaml:3:13: error: ‘book.yaml’ is this paper itself",
            "name the file that is meant"
        ),
        (
            "[./studies/../people.yaml]",
            "event/book.yaml:3:13: error: ‘people.yaml’ holds what papers share",
            "name the id of what is meant in it"
        ),
        (
            "[milk.yaml]\nevent: studies/*.yaml",
            "event/book.yaml:4:8: error: one file is meant here, and ‘studies/*.yaml’ may be several",
            "name the one that is meant"
        ),
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

    /// A file that a paper takes in takes in no others: two could ask for each other without end.
    @Test func letsOnlyThePaperNameFiles() throws {
        let desk = try desk("[milk.yaml]")
        let milk = study("Milk").replacing("person: awa", with: "person: studies/../awa.yaml")
        try desk.write(milk, to: "event/milk.yaml")
        try desk.write("kind: person\nname: Awa KEITA", to: "event/awa.yaml")
        let said = check(desk)
        #expect(
            said.contains("event/milk.yaml:4:20: error: only a paper can name files"),
            "\(said)"
        )
        #expect(said.contains("describe it under ‘people’"), "\(said)")
    }

    /// A title that looks like the name of a file, or of one that must not be read, is a title.
    @Test(arguments: ["../outside.yaml", "milk.yaml", "studies/*.yaml", "/etc/motd.yml"])
    func takesTextForTextWhereAFieldTakesText(title: String) throws {
        let desk = try desk("[milk.yaml]\nsubtitle: \"\(title)\"")
        try desk.write("tilte: [", to: "outside.yaml")
        try desk.write("tilte: [", to: "event/studies/roads.yaml")
        #expect(check(desk) == "")
        let job = Job(file: desk.path("event/book.yaml"))
        #expect(desk.press.dump(job, after: .flow).text.contains("‘\(title)’"))
    }

    /// Whether something is there outside the event is no paper’s to know.
    @Test(arguments: ["../secret", "link", "studies/../../secret"])
    func tellsNothingOfWhatLiesOutside(folder: String) throws {
        let files = FileManager.default
        let desk = try desk("[\(folder)/there.yaml, \(folder)/not.yaml, \"\(folder)/*.yaml\"]")
        try desk.write(study("Secret"), to: "secret/there.yaml")
        try files.createSymbolicLink(
            atPath: desk.path("event/link"),
            withDestinationPath: desk.path("secret")
        )
        let said = check(desk)
        #expect(
            said.components(separatedBy: "it lies outside the event folder").count == 4,
            "\(said)"
        )
        #expect(said.components(separatedBy: "error: ").count == 4, "\(said)")
    }

    /// Each file ends in pages or in a message at the place where it is named.
    @Test func readsNoPipeNoFolderAndNothingWithoutAName() throws {
        let desk = try desk("[\"odd/*.yaml\", odd/pipe.yaml, odd/folder.yaml, odd/loop.yaml]")
        let files = FileManager.default
        try files.createDirectory(
            atPath: desk.path("event/odd/folder.yaml"),
            withIntermediateDirectories: true
        )
        #expect(mkfifo(desk.path("event/odd/pipe.yaml"), 0o600) == 0)
        for name in ["loop", "empty"] {
            try files.createSymbolicLink(
                atPath: desk.path("event/odd/\(name).yaml"),
                withDestinationPath: "\(name).yaml"
            )
        }
        let latin = Array(desk.path("event/odd/caf").utf8) + [0xE9] + Array(".yaml".utf8) + [0]
        let made = latin.withUnsafeBytes {
            open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT, 0o600)
        }
        close(made)
        let said = check(desk)
        for problem in [
            "book.yaml:3:13: error: ‘event/odd/pipe.yaml’ can't be read: it is a device or a pipe",
            "book.yaml:3:13: error: ‘event/odd/folder.yaml’ can't be read: it is a folder",
            "book.yaml:3:13: error: ‘odd/loop.yaml’ is a link to what is not there",
            "book.yaml:3:59: error: ‘odd/loop.yaml’ is a link to what is not there",
            "the name of ‘odd/caf\u{FFFD}.yaml’ is not written in UTF-8",
            "book.yaml:3:27: error: ‘event/odd/pipe.yaml’ can't be read: it is a device or a pipe",
        ] { #expect(said.contains(problem), "\(problem) — \(said)") }
    }

    /// A link to the event folder is no way out of it.
    @Test func followsALinkWithinTheEvent() throws {
        let desk = try desk("[\"self/m*.yaml\", self/studies/wells.yaml]")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("event/self"),
            withDestinationPath: "."
        )
        #expect(check(desk) == "")
    }

    /// Names of the same file are one file: its people are described once.
    @Test func readsAFileOnceHoweverItIsNamed() throws {
        let desk = try desk(
            "[milk.yaml, ./milk.yaml, studies/..//milk.yaml, m*k.y*l.yml, m*k.yaml]"
        )
        let said = check(desk)
        #expect(said.components(separatedBy: "‘milk.yaml’ stands twice").count == 4, "\(said)")
        #expect(said.components(separatedBy: "error").count == 2, "\(said)")
        #expect(said.contains("is named like ‘m*k.y*l.yml’"), "\(said)")
    }

    /// Mistakes in a file that only lies beside those that are meant are told when that is made.
    @Test func passesOverMistakesInFilesOfOtherKinds() throws {
        let desk = try desk("[studies/*.yaml]")
        try desk.write("kind: programme\ntitle: From a: to b\n", to: "event/studies/programme.yaml")
        #expect(check(desk) == "")
    }

    /// Whoever gives a study an id expects to name it by that, and whoever does not, by its file’s name.
    @Test(arguments: [("milk", "milk.yaml"), ("lait", "fr.yaml")])
    func namesTheFileInWhichAnIdIsDescribed(id: String, file: String) throws {
        let desk = try desk("[\(id)]")
        try desk.write(study("Lait", more: "id: lait"), to: "event/fr.yaml")
        let said = check(desk)
        #expect(said.contains("book.yaml:3:13: error: there is no study-abstract ‘\(id)’"))
        #expect(said.contains("so write ‘\(file)’ here"), "\(said)")
    }
}
