import Diagnostics
import Foundation
import Griot
import Testing

/// Files that mean no good, and folders that lead elsewhere.
@Suite struct HostileTests {
    private let good = "kind: workshop-summary\nlang: en\ntitle: A meeting\nlead: Words.\n"

    private func link(_ path: String, to place: String) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: path,
            withDestinationPath: place
        )
    }

    @Test func writesNothingWhereALayoutIsWrong() throws {
        let desk = try Desk()
        let file = try desk.write(good + "brand: ours\n", to: "event/summary.yaml")
        try desk.write("colours: {primary: [}\n", to: "event/layouts/brands/ours.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        #expect(!outcome.succeeded && outcome.written.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: desk.path("out")))
    }

    @Test func keepsTheMistakesOfOneEventFromTheNext() throws {
        let desk = try Desk()
        let broken = try desk.write(good + "brand: ours\n", to: "a/summary.yaml")
        try desk.write("colours: {primary: [}\n", to: "a/layouts/brands/ours.yaml")
        let sound = try desk.write(good + "brand: ours\n", to: "b/summary.yaml")
        let house = Desk.root.appending(path: "layouts/brands/house.yaml")
        let brand = try String(contentsOf: house, encoding: .utf8)
        try desk.write(brand, to: "b/layouts/brands/ours.yaml")
        #expect(!desk.press.render(Job(file: broken), to: .beside).succeeded)
        let outcome = desk.press.render(Job(file: sound), to: .beside)
        let said = desk.said(outcome)
        #expect(outcome.succeeded, "\(said)")
    }

    @Test func readsNothingThroughALinkOutOfTheEvent() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "event/summary.yaml")
        try desk.write("secret: words\n", to: "secret.yaml")
        try link(desk.path("event/people.yaml"), to: "../secret.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(
            said.contains("‘event/people.yaml’ can't be read: it lies outside the event folder")
        )
        #expect(!said.contains("secret: words"))
    }

    @Test func makesNoPaperOfALinkOutOfTheEvent() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/summary.yaml")
        try desk.write(good + "subtitle: secret\n", to: "secret.yaml")
        try link(desk.path("event/other.yaml"), to: "../secret.yaml")
        let making = Making(folder: desk.path("event"))
        let results = try making.run(Installation(folder: Desk.root.path)) { _, _ in }
        #expect(results.map(\.ending) == [.failed, .made])
        let said = desk.said(results[0].outcome)
        #expect(
            said.contains("‘event/other.yaml’ can't be read: it lies outside the event folder")
        )
    }

    @Test(arguments: ["../../../secret.yaml", "/dev/zero"])
    func saysThatALayoutOfTheEventCannotBeRead(place: String) throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "event/summary.yaml")
        try desk.write("title: secret\n", to: "secret.yaml")
        try link(desk.path("event/layouts/papers/brief.yaml"), to: place)
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let said = desk.said(outcome)
        #expect(said.contains("‘event/layouts/papers/brief.yaml’ can't be read: it "), "\(said)")
        #expect(outcome.written.isEmpty && !said.contains("secret"))
    }

    @Test func namesTheLineThatAsksForAnUnknownBrand() throws {
        let desk = try Desk()
        let file = try desk.write(good + "brand: ../../house\n", to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.hasPrefix("summary.yaml:5:8: error: there is no brand ‘../../house’"))
    }

    @Test func saysOfAFileThatIsWrongInEveryLineWhatAnybodyReads() throws {
        let desk = try Desk()
        let lines = (0..<3_000).map { "k\($0): 1\n" }.joined()
        let file = try desk.write(good + lines, to: "summary.yaml")
        let outcome = desk.press.check(Job(file: file))
        let said = desk.said(outcome)
        #expect(outcome.messages.errorCount == 3_000)
        #expect(said.hasSuffix("\n… and 2800 more of their kind\n"))
    }

    /// What only drawing finds out is told where the picture is named.
    @Test func saysWhichPictureCannotBeDrawn() throws {
        let desk = try Desk()
        let text = good + "photos:\n  - {src: a.svg, alt: A drawing of a well}\n"
        let file = try desk.write(text, to: "summary.yaml")
        try desk.write("<svg width='9' height='9'><g></svg>", to: "a.svg")
        for format in Job.Format.allCases {
            let outcome = desk.press.render(Job(file: file, format: format), to: .beside)
            let said = desk.said(outcome)
            let place = "summary.yaml:6:11: error: ‘a.svg’ can't be drawn: XML parse error"
            #expect(said.hasPrefix(place), "\(said)")
            #expect(outcome.failure == nil && outcome.written.isEmpty)
        }
    }

    @Test func saysWhatStandsInTheWay() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        try desk.write("", to: "out.pdf/keep")
        let outcome = desk.press.render(Job(file: file), to: .file(desk.path("out.pdf")))
        #expect(outcome.failure?.hint == "a folder has that name: name another file with --output")
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(left.sorted() == ["out.pdf", "summary.yaml"])
    }
}
