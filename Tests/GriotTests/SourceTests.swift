import Foundation
import TestSupport
import Testing

@testable import Griot

/// A PDF gives back the folder that it was made of.
@Suite struct SourceTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let house = Installation(folder: root.path)

    /// A copy of a sample that a test may change, gone when the test is over.
    private final class Desk {
        private let scratch: Scratch
        let press: Press

        /// - Parameter house: Where the layouts lie, of a copy that the test may change.
        init(house: String = SourceTests.root.path) throws {
            scratch = try Scratch()
            press = try Press(Installation(folder: house))
            try FileManager.default.copyItem(
                at: SourceTests.root.appending(path: "samples/bamako-2022"),
                to: scratch.place("event")
            )
        }

        var folder: URL { scratch.folder }

        func path(_ name: String) -> String { scratch.path(name) }

        func bytes(_ name: String) throws -> Data {
            try Data(contentsOf: scratch.place(name))
        }

        func write(_ text: String, to name: String) throws {
            try scratch.write(text, to: name)
        }

        func change(_ name: String, _ old: String, _ new: String) throws {
            let text = String(decoding: try bytes(name), as: UTF8.self)
            try #require(text.contains(old))
            try text.replacing(old, with: new)
                .write(toFile: path(name), atomically: true, encoding: .utf8)
        }

        /// Renders an edition and gives its bytes.
        func render(
            _ source: String,
            to name: String,
            layout: String? = nil,
            source choice: Job.SourceChoice = .whereItMayBe
        ) throws -> Data {
            let job = Job(
                file: path(source),
                languages: ["fr"],
                layout: layout,
                source: choice
            )
            let outcome = press.render(job, to: .file(path(name)))
            let succeeded = outcome.succeeded
            #expect(succeeded, "\(outcome.messages.text(inColour: false))")
            return try bytes(name)
        }
    }

    @Test func givesBackTheFolderAndFromItTheSameBytes() throws {
        let desk = try Desk()
        let first = try desk.render("event/summary.yaml", to: "first.pdf")
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        #expect(source.paper == "summary.yaml")
        #expect(source.language == "fr")
        let written = try source.write(to: desk.path("again"), beside: Self.house)
        #expect(written.count == 7)
        for name in ["summary.yaml", "event.yaml", "images/river.jpg"] {
            #expect(try desk.bytes("event/\(name)") == desk.bytes("again/\(name)"))
        }
        #expect(try desk.render("again/summary.yaml", to: "second.pdf") == first)
    }

    /// Whoever stands nowhere on the paper stands nowhere in the file, packed or not.
    @Test func carriesNobodyWhoIsNotOnThePaper() throws {
        let desk = try Desk()
        _ = try desk.render("event/summary.yaml", to: "summary.pdf")
        let all = try String(contentsOfFile: desk.path("event/people.yaml"), encoding: .utf8)
        #expect(all.contains("awa.ndiaye@example.org"))
        let plain = try ask(
            "qpdf",
            "--qdf",
            "--object-streams=disable",
            desk.path("summary.pdf"),
            "-"
        )
        #expect(plain.text.contains("family: Dakono"))
        for secret in ["awa.ndiaye", "77 000 00 11", "Ndiaye"] {
            #expect(!plain.text.contains(secret), "\(secret)")
        }
        let source = try AttachedSource(opening: desk.path("summary.pdf"))
        _ = try source.write(to: desk.path("again"), beside: Self.house)
        #expect(try desk.render("again/summary.yaml", to: "twin.pdf") == desk.bytes("summary.pdf"))
    }

    @Test func findsAPhotographInThePagesInsteadOfAttachingIt() throws {
        let desk = try Desk()
        try desk.change("event/summary.yaml", "fit: {pages: 2}\n", "")
        let first = try desk.render("event/summary.yaml", to: "first.pdf")
        let photograph = try desk.bytes("event/images/river.jpg")
        #expect(first.ranges(of: photograph).count == 1)
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        _ = try source.write(to: desk.path("again"))
        #expect(try desk.bytes("again/images/river.jpg") == photograph)
        #expect(try desk.render("again/summary.yaml", to: "second.pdf") == first)
    }

    @Test func carriesTheLayoutsOfTheEventItself() throws {
        let desk = try Desk()
        let papers = desk.folder.appending(path: "event/layouts/papers")
        try FileManager.default.createDirectory(at: papers, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.root.appending(path: "layouts/papers/brief.yaml"),
            to: papers.appending(path: "ours.yaml")
        )
        let first = try desk.render("event/summary.yaml", to: "first.pdf", layout: "ours")
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        #expect(source.layout == "ours")
        #expect(
            try source.write(to: desk.path("again")).contains(
                desk.path("again/layouts/papers/ours.yaml")
            )
        )
        #expect(
            try desk.render("again/summary.yaml", to: "second.pdf", layout: "ours") == first
        )
    }

    @Test func carriesTheBrandOfTheHouse() throws {
        let desk = try Desk()
        _ = try desk.render("event/summary.yaml", to: "first.pdf")
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        let written = try source.write(to: desk.path("again"))
        #expect(
            written.filter { $0.contains("/layouts/") }.map { $0.hasSuffix("/house.yaml") } == [
                true
            ]
        )
        #expect(source.changes(in: Self.house).isEmpty)
        #expect(!source.isWhole)
    }

    /// An event dresses papers that say nothing else of it, and no more of it travels than its brand needs.
    @Test func carriesTheBrandOfAnEventThatThePaperDoesNotLeanOn() throws {
        let desk = try Desk()
        try desk.write(
            """
            events:
              - id: water
                title: {fr: Eau, en: Water}
                subtitle: {fr: Un secret, en: A secret}
                date: 2026-03-03
                contacts: [{name: Awa SY, phone: "+221 33 800 00 00"}]
                brand: savanna
            """,
            to: "water/event.yaml"
        )
        try desk.write(
            """
            kind: contact-block
            lang: fr
            organisation: {name: Maison}
            people: [{name: Awa SY, role: Maire}]
            """,
            to: "water/block.yaml"
        )
        let first = try desk.render("water/block.yaml", to: "first.pdf")
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        _ = try source.write(to: desk.path("again"), beside: Self.house)
        let event = String(decoding: try desk.bytes("again/event.yaml"), as: UTF8.self)
        #expect(event.contains("brand: savanna"))
        #expect(!event.contains("secret") && !event.contains("800"))
        #expect(try desk.render("again/block.yaml", to: "second.pdf") == first)
    }

    /// Years later Griot has other layouts, and the pages still come out as they were.
    @Test func givesTheSameBytesWhereTheLayoutsOfTheHouseHaveChanged() throws {
        let old = try Desk()
        let first = try old.render("event/summary.yaml", to: "first.pdf", source: .always)
        let house = try ChangedHouse(
            [
                "brands/house.yaml", "papers/base.yaml", "parts/masthead-line.yaml",
                "languages/fr.yaml",
            ]
        )
        let desk = try Desk(house: house.folder.path)
        let source = try AttachedSource(opening: old.path("first.pdf"))
        let written = try source.write(to: desk.path("again"), beside: house.installation)
        let restored = written.filter { $0.contains("/layouts/") }.map { Paths.name(of: $0) }
        #expect(restored == ["house.yaml", "fr.yaml", "base.yaml", "masthead-line.yaml"])
        #expect(source.changes(in: house.installation).count == 4)
        #expect(source.isWhole)
        let second = try desk.render("again/summary.yaml", to: "second.pdf", source: .always)
        #expect(second == first)
        #expect(
            try desk.render("event/summary.yaml", to: "today.pdf", source: .always) != first
        )
    }

    /// What ships, with some layouts changed; gone when the test is over.
    private final class ChangedHouse {
        private let scratch: Scratch
        var folder: URL { scratch.folder }
        var installation: Installation { Installation(folder: folder.path) }

        init(_ changed: [String]) throws {
            scratch = try Scratch()
            for part in ["kinds", "layouts", "fonts"] {
                try FileManager.default.copyItem(
                    at: SourceTests.root.appending(path: part),
                    to: scratch.place(part)
                )
            }
            for name in changed {
                let path = scratch.place("layouts/\(name)")
                try (String(contentsOf: path, encoding: .utf8) + "# As it is today.\n")
                    .write(to: path, atomically: true, encoding: .utf8)
            }
        }
    }

    @Test func leavesOutOfTheSourceWhatIsNobodysBusiness() throws {
        let desk = try Desk()
        try desk.change(
            "event/people.yaml",
            "    family: Dakono\n",
            "    family: Dakono\n    private_email: baba@example.org\n"
        )
        let shown = try desk.render("event/summary.yaml", to: "shown.pdf")
        let source = try AttachedSource(opening: desk.path("shown.pdf"))
        _ = try source.write(to: desk.path("again"), beside: Self.house)
        let people = String(decoding: try desk.bytes("again/people.yaml"), as: UTF8.self)
        #expect(people.contains("family: Dakono\n") && !people.contains("private"))
        #expect(try desk.render("again/summary.yaml", to: "second.pdf") == shown)
        _ = try desk.render("event/summary.yaml", to: "whole.pdf", source: .always)
        let whole = try AttachedSource(opening: desk.path("whole.pdf"))
        _ = try whole.write(to: desk.path("whole"), beside: Self.house)
        #expect(try desk.bytes("whole/people.yaml") == desk.bytes("event/people.yaml"))
    }

    /// Of somebody who did not agree to something, the source says as little as the paper, and makes it
    /// again.
    @Test(arguments: ["summary", "speakers", "programme"])
    func givesBackAllThatThePaperMaySay(paper: String) throws {
        let desk = try consenting(to: "open")
        let file = try desk.write(try #require(ConsentTests.papers[paper]), to: "\(paper).yaml")
        let first = try #require(
            desk.press.render(Job(file: file), to: .folder(desk.path("out"))).written.first
        )
        let source = try AttachedSource(opening: first)
        _ = try source.write(to: desk.path("again"), beside: Self.house)
        let again = desk.press.render(
            Job(file: desk.path("again/\(paper).yaml")),
            to: .folder(desk.path("out-again"))
        )
        #expect(!desk.said(again).contains("left out"))
        let second = try #require(again.written.first)
        let files = [first, second].map { FileManager.default.contents(atPath: $0) }
        #expect(files[0] != nil && files[0] == files[1])
    }

    /// Counts stand for names, comments name somebody, a list of one would be empty: nothing goes out.
    @Test(arguments: [
        ("chatham-house", "", "[fanta, issa]"), ("open", "# Awa Keita said no.\n", "[fanta, awa]"),
        ("open", "# Ask +223 70 00 00 01.\n", "[fanta, awa]"), ("open", "", "[awa]"),
    ])
    func staysBehindWhereItWouldGiveSomebodyAway(rule: String, comment: String, people: String)
        throws
    {
        let desk = try consenting(to: rule)
        let text = "\(comment)kind: speaker-list\nspeakers: "
        let roles = people.replacing(/[a-z]+/) { "{person: \($0.output), role: speaker}" }
        let file = try desk.write(text + roles + "\n", to: "speakers.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let said = desk.said(outcome)
        #expect(
            said.contains(
                "the source of ‘speakers.yaml’ is not attached: it holds what people have not agreed"
            ),
            "\(said)"
        )
        let written = try #require(outcome.written.first)
        #expect(throws: GriotError.self) { try AttachedSource(opening: written) }
    }

    /// A desk with people of whom some did not agree to something.
    private func consenting(to rule: String) throws -> GriotTests.Desk {
        let desk = try GriotTests.Desk()
        try desk.write(ConsentTests.people, to: "people.yaml")
        try desk.write(ConsentTests.event.replacing("RULE", with: rule), to: "event.yaml")
        return desk
    }

    /// A record that the paper shows is written by the help of one that it does not.
    @Test func saysWhyASourceCannotTravelAndWhatToDo() throws {
        let desk = try GriotTests.Desk()
        try desk.write(
            "people:\n- {id: ali, name: Ali BA, role: &p Herder}\n- {id: awa, name: Awa KEITA, role: *p}\n",
            to: "people.yaml"
        )
        let file = try desk.write(
            "kind: workshop-summary\ntitle: T\nroles: [{person: awa, role: speaker}]\n",
            to: "summary.yaml"
        )
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let (said, isMade) = (desk.said(outcome), outcome.succeeded)
        #expect(isMade, "\(said)")
        #expect(
            said.contains(
                "the source of ‘summary.yaml’ is not attached: it needs records of ‘people.yaml’"
            ),
            "\(said)"
        )
        #expect(
            said.contains("hint: write out in ‘people.yaml’ what stands there for ‘*’"),
            "\(said)"
        )
    }

    @Test func writesAFolderWholeOrNotAtAll() throws {
        let desk = try Desk()
        _ = try desk.render("event/summary.yaml", to: "first.pdf")
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        try desk.change("event/summary.yaml", "number: \"2022/1\"", "number: \"2022/2\"")
        let changed = try desk.bytes("event/summary.yaml")
        #expect(throws: GriotError.self) { try source.write(to: desk.path("event")) }
        #expect(try desk.bytes("event/summary.yaml") == changed)
        _ = try source.write(to: desk.path("event"), replacing: true)
        #expect(try desk.bytes("event/summary.yaml") != changed)
        // A folder that is a link leads out of the folder.
        try FileManager.default.moveItem(
            atPath: desk.path("event/images"),
            toPath: desk.path("out")
        )
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("event/images"),
            withDestinationPath: desk.path("out")
        )
        #expect(throws: GriotError.self) {
            try source.write(to: desk.path("event"), replacing: true)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(left.allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test func readsItsOwnManifestAndNoOther() throws {
        var manifest = SourceManifest(paper: "a “b”.yaml", language: "fr", layout: "brief")
        manifest.photographs = [.init(path: "images/é.jpg", bytes: [1, 2, 3])]
        let read = try #require(SourceManifest(json: Array(manifest.json.utf8)))
        #expect(read.paper == manifest.paper)
        #expect(read.layout == "brief")
        #expect(read.photographs == manifest.photographs)
        #expect(read.photographs[0].isOf([1, 2, 3]))
        #expect(!read.isWhole)
        manifest.isWhole = true
        manifest.version = "0.0.9"
        let whole = try #require(SourceManifest(json: Array(manifest.json.utf8)))
        #expect(whole.isWhole)
        #expect(whole.version == "0.0.9")
        let stranger = "{\"paper\": \"a\", \"language\": \"fr; reboot\"}"
        #expect(SourceManifest(json: Array(stranger.utf8)) == nil)
        for text in ["", "{", "[]", "{\"paper\": 3}", "{\"paper\": \"a\", \"language\": []}"] {
            #expect(SourceManifest(json: Array(text.utf8)) == nil)
        }
    }
}
