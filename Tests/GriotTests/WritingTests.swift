import Diagnostics
import Foundation
import Testing

@testable import Griot

/// What becomes of files, when all goes well and when it does not.
@Suite struct WritingTests {
    private let good =
        "kind: workshop-summary\nlang: [en, fr]\ntitle: {en: A meeting, fr: Une réunion}\n"

    @Test func writesAnEditionForEachLanguage() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        #expect(outcome.succeeded)
        #expect(
            outcome.written.map { $0.split(separator: "/").last } == [
                "summary-en.pdf", "summary-fr.pdf",
            ]
        )
    }

    /// Made one after the other they would else take each other's place.
    @Test func namesAnEditionMadeAloneAsItIsNamedAmongTheOthers() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        let written = ["fr", "en", "de"].flatMap { language in
            desk.press.render(Job(file: file, languages: [language]), to: .beside).written
        }
        #expect(
            written.map { $0.split(separator: "/").last } == [
                "summary-fr.pdf", "summary-en.pdf", "summary-de.pdf",
            ]
        )
        let asked = Job(file: file, languages: ["fr"])
        let named = desk.press.render(asked, to: .file(desk.path("ours.pdf"))).written
        #expect(named == [desk.path("ours.pdf")])
    }

    /// Asked for one after the other, layouts would else take each other’s place too.
    @Test(arguments: [
        ("", nil, "summary.pdf"), ("", "brief", "summary.pdf"), ("", "note", "summary-note.pdf"),
        ("", "summary", "summary-summary.pdf"), ("layout: note", nil, "summary.pdf"),
        ("layout: note", "brief", "summary-brief.pdf"),
        ("layout: [note, summary]", "summary", "summary.pdf"),
        ("layout: [note, summary]", "note", "summary-note.pdf"),
        ("layout: [note, summary]", "brief", "summary-brief.pdf"),
    ])
    func namesAPaperByTheLayoutThatIsAskedFor(line: String, layout: String?, name: String) throws {
        let desk = try Desk()
        for own in ["note", "summary"] {
            try desk.write("paper: \(own)\nextends: brief\n", to: "layouts/papers/\(own).yaml")
        }
        let text = "kind: workshop-summary\ntitle: A meeting\n\(line)\n"
        let job = Job(file: try desk.write(text, to: "summary.yaml"), layout: layout)
        let written = desk.press.render(job, to: .beside).written
        #expect(written == [desk.path(name)])
        let named = desk.press.render(job, to: .file(desk.path("ours.pdf"))).written
        #expect(layout == nil || named == [desk.path("ours.pdf")])
    }

    /// A file in the place of a device would break the machine.
    @Test func writesToADeviceAndToAPipeAsTheyStand() throws {
        let desk = try Desk()
        let job = Job(file: try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml"))
        // A pair of ends that is no file, as `/dev/stdout` is where another program reads.
        let pipe = Pipe()
        let end = "/proc/self/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
        // It holds 64 kB, which is more than the paper takes.
        let outcome = desk.press.render(job, to: .file(end))
        try pipe.fileHandleForWriting.close()
        let head = pipe.fileHandleForReading.readDataToEndOfFile()
        #expect(outcome.succeeded && head.starts(with: Data("%PDF-".utf8)))
        #expect(desk.press.render(job, to: .file("/dev/null")).succeeded)
        var facts = stat()
        #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func refusesAPipeThatNobodyReads() throws {
        let desk = try Desk()
        let job = Job(file: try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml"))
        let path = desk.path("pipe.pdf")
        #expect(mkfifo(path, 0o600) == 0)
        let outcome = desk.press.render(job, to: .file(path))
        #expect(outcome.failure?.hint?.hasPrefix("nobody reads that pipe") == true)
    }

    /// A run that is killed can't take its draft away; the next one does.
    @Test func takesAwayDraftsOfRunsThatAreNoMore() throws {
        let desk = try Desk()
        let ended = Process()
        ended.executableURL = URL(filePath: "/bin/true")
        try ended.run()
        ended.waitUntilExit()
        let names = [
            "a.pdf.\(ended.processIdentifier).part", "a.pdf.\(getpid()).part", "a.part",
            "a.pdf.0.part", "a.pdf.x.part", "a.\(ended.processIdentifier).pdf",
        ]
        for name in names { try desk.write("half", to: "out/\(name)") }
        FileWriting.clearAbandonedDrafts(in: desk.path("out"))
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.path("out"))
        #expect(Set(left) == Set(names.dropFirst()))
    }

    @Test func writesNothingWhereTwoPapersWouldWriteTheSameFile() throws {
        let desk = try Desk()
        let one = try desk.write(good, to: "summary.yaml")
        let other = try desk.write(good, to: "summary.yml")
        let output = Destination.folder(desk.path("out"))
        let objection = try #require(
            desk.press.objection(toDoing: [(Job(file: one), output), (Job(file: other), output)])
        )
        #expect("\(objection)".contains("‘\(one)’ and ‘\(other)’ would both be written"))
        #expect(objection.hint?.hasPrefix("rename one") == true)
        let apart = Destination.folder(desk.path("apart"))
        let jobs = [(job: Job(file: one), destination: output), (Job(file: other), apart)]
        #expect(desk.press.objection(toDoing: jobs) == nil)
    }

    /// `prog` begins as `programme` does, and is another paper for all that.
    @Test func tellsPapersOfTheSameLayoutsApartByTheirOwnNames() throws {
        let desk = try Desk()
        let text = "kind: workshop-summary\nlang: en\nlayout: [brief, brief-3]\ntitle: A\n"
        let layout = "paper: brief-3\nextends: brief\n"
        try desk.write(layout, to: "layouts/papers/brief-3.yaml")
        let names = try ["b", "brief"].flatMap { name in
            let file = try desk.write(text, to: "\(name).yaml")
            return desk.press.render(Job(file: file), to: .beside).written
        }
        #expect(
            names.map { $0.split(separator: "/").last } == [
                "b-brief.pdf", "b-brief-3.pdf", "brief.pdf", "brief-3.pdf",
            ]
        )
    }

    @Test func laysACalendarBesideAProgrammeOnceForEachLanguage() throws {
        let desk = try Desk()
        let file = try desk.write(
            """
            kind: programme
            lang: [en, fr]
            layout: [programme-grid, programme-booklet]
            event: {title: Wells, date: 2024-05-14, venue: {rooms: [{id: hall, name: Hall}]}}
            days: [{date: 2024-05-14, items: [{time: 9:00–10:00, title: {en: Opening, fr: Ouverture}, room: hall}]}]
            """,
            to: "programme.yaml"
        )
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let calendars = outcome.written.filter { $0.hasSuffix(".ics") }
        #expect(
            calendars.map { $0.split(separator: "/").last } == [
                "programme-grid-en.ics", "programme-grid-fr.ics",
            ]
        )
        let text = try String(contentsOfFile: calendars.first ?? "", encoding: .utf8)
        #expect(text.contains("DTSTART:20240514T090000Z") && text.contains("SUMMARY:Opening"))
        let names = try calendars.map { calendar in
            try String(contentsOfFile: calendar, encoding: .utf8)
                .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        #expect(names[0].count == 1 && names[0] == names[1])
        #expect(desk.said(outcome).contains("remark: the calendar takes the hours for Greenwich’s"))
    }

    @Test func setsTheBrandOfTheEventInAllOfItsPapersThatNameNone() throws {
        let desk = try Desk()
        try desk.write(
            "brand: river\nextends: house\ncolours: {primary: \"#123456\"}\n",
            to: "layouts/brands/river.yaml"
        )
        try desk.write(
            "kind: event\nid: e\ntitle: T\ndate: 2024-05-14\nbrand: rivre\n",
            to: "event.yaml"
        )
        let papers = [
            "kind: speaker-list\nlang: en\nspeakers: [{person: Awa Fall}]\n",
            "kind: contact-block\nlang: en\npeople: [Awa Fall]\n",
            // One that is about another gathering than its folder is.
            "kind: certificate\nlang: en\ntitle: Thanks\nrecipients: [Awa Fall]\nevent: {title: Eve, date: 2024-05-13}\n",
        ]
        for paper in papers {
            let file = try desk.write(paper, to: "paper.yaml")
            let said = desk.said(desk.press.check(Job(file: file)))
            #expect(said.contains("event.yaml:5:8: error: there is no brand ‘rivre’"))
            #expect(said.contains("did you mean ‘river’?"))
        }
    }

    /// A card that is too full keeps no list from being made.
    @Test func makesThoseLayoutsWhosePagesAreWithoutMistake() throws {
        let desk = try Desk()
        let lines = (1...14).map { "Résidence numéro \($0) derrière le grand marché" }
        let paper = """
            kind: contact-block
            lang: [fr, en]
            layout: [card, directory]
            people: [{name: Awa BA, role: \(String(repeating: "Chargée de très longs programmes ", count: 12)), organisation: Observatoire}]
            offices: [{lines: [\(lines.joined(separator: ", "))], city: Dakar, country: SN, phone: +221 33 800 00 00}]

            """
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        let names = outcome.written.compactMap { $0.split(separator: "/").last.map(String.init) }
        #expect(!outcome.succeeded, "\(desk.said(outcome))")
        #expect(names.contains("paper-directory-fr.pdf"), "\(names): \(desk.said(outcome))")
        #expect(!names.contains { $0.hasPrefix("paper-card") }, "\(names)")
    }

    @Test func writesAPictureForEachPage() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        let job = Job(file: file, languages: ["en"], format: .png, resolution: 20)
        let outcome = desk.press.render(job, to: .beside)
        let written = try #require(outcome.written.first)
        #expect(written.hasSuffix("summary-en-1.png"))
        let bytes = try Data(contentsOf: URL(filePath: written))
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func makesTheSameBytesAgain() throws {
        let first = try Desk()
        let second = try Desk()
        var made: [Data] = []
        for desk in [first, second] {
            let file = try desk.write(good, to: "summary.yaml")
            let outcome = desk.press.render(
                Job(file: file, languages: ["en"]),
                to: .file(desk.path("a.pdf"))
            )
            made.append(try Data(contentsOf: URL(filePath: try #require(outcome.written.first))))
        }
        #expect(made[0] == made[1])
    }

    @Test func leavesTheOldFileWhereTheNewOneFails() throws {
        let desk = try Desk()
        let file = try desk.write("kind: workshop-summary\ntitel: A meeting\n", to: "summary.yaml")
        try desk.write("old", to: "summary.pdf")
        #expect(!desk.press.render(Job(file: file), to: .beside).succeeded)
        #expect(
            try String(contentsOf: desk.folder.appending(path: "summary.pdf"), encoding: .utf8)
                == "old"
        )
    }

    @Test func saysWhatItWasDoingWhenTheWorldFails() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        try desk.write("in the way", to: "out")
        let job = Job(file: file, languages: ["en"])
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        #expect(outcome.failure?.doing.contains("out") == true)
        #expect(outcome.written.isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(left.sorted() == ["out", "summary.yaml"])
    }

    @Test func writesNoPagesOverWhatTheyAreMadeOf() throws {
        let desk = try Desk()
        let file = try desk.write(good, to: "summary.yaml")
        try desk.write("people:\n  - {id: awa, name: Awa Fall}\n", to: "people.yaml")
        for name in ["summary.yaml", "people.yaml"] {
            let job = Job(file: file, languages: ["en"])
            let outcome = desk.press.render(job, to: .file(desk.path(name)))
            #expect(outcome.failure?.reason == "the pages are made of that file")
            #expect(outcome.failure?.blame == .whatWasNamed)
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == good)
    }

    @Test func mergesNothingIntoTheListOfItsRows() throws {
        let desk = try Desk()
        let people = "given,family\nAwa,Fall\n"
        let list = try desk.write(people, to: "people.csv")
        for output in [list, desk.path("people{role}.csv")] {
            let merge = Merge(subject: "card", data: list, output: output)
            let result = try merge.run(Installation(folder: Desk.root.path))
            #expect(result.made == 0 && result.failed == 1)
            #expect(result.outcome.written.isEmpty)
        }
        #expect(try String(contentsOfFile: list, encoding: .utf8) == people)
    }

    @Test func makesAnEditionOnceThatIsNamedTwice() throws {
        let desk = try Desk()
        let text = "kind: workshop-summary\nlang: [fr, fr]\nlayout: [brief, brief]\ntitle: A\n"
        let file = try desk.write(text, to: "summary.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        #expect(outcome.written == [desk.path("summary.pdf")])
    }
}
