import Foundation
import TestSupport
import Testing

/// The command itself, as a shell runs it.
@Suite struct CommandLineTests {
    private struct Ending {
        var status: Int32
        var output: String
        var messages: String
    }

    /// The command is built beside the tests.
    private static let command = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "griot")

    private func griot(
        _ words: String...,
        in desk: Desk,
        to sink: String? = nil,
        home: String = Desk.root.path,
        speaking locale: [String: String] = [:]
    ) throws -> Ending {
        try griot(all: words, in: desk, to: sink, home: home, speaking: locale)
    }

    private func griot(
        all words: [String],
        in desk: Desk,
        to sink: String? = nil,
        home: String = Desk.root.path,
        speaking locale: [String: String] = [:]
    ) throws -> Ending {
        let process = Process()
        let (output, messages) = (Pipe(), Pipe())
        process.executableURL = Self.command
        process.arguments = words
        process.currentDirectoryURL = desk.folder
        process.environment = locale.merging(["GRIOT_HOME": home]) { $1 }
        process.standardOutput =
            try sink.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? output
        process.standardError = messages
        try process.run()
        let said = sink == nil ? output.fileHandleForReading.readDataToEndOfFile() : Data()
        let told = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus,
            output: String(decoding: said, as: UTF8.self),
            messages: String(decoding: told, as: UTF8.self)
        )
    }

    /// What the shell offers for the word that a line ends in.
    @Test(arguments: [
        ("griot render -f ''", "pdf png svg"),
        ("griot render --format s", "svg"),
        ("griot merge -d ''", "people.csv"),
        ("griot merge card --data peo", "people.csv"),
        ("griot dump --after imp", "imposition"),
        ("griot new x -o peo", "people.csv"),
        ("griot render --dpi ''", ""),
        ("griot op", "open"),
    ])
    func completesWhatBashAsksFor(line: String, offered: String) throws {
        let desk = try Desk()
        let script = try griot("completion", "bash", in: desk).output
        try script.write(
            to: desk.folder.appending(path: "offers"),
            atomically: true,
            encoding: .utf8
        )
        try desk.write("name\n", to: "people.csv")
        let asked = """
            cd '\(desk.folder.path)'; source ./offers; rm offers; eval "COMP_WORDS=(\(line))"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _griot; echo "${COMPREPLY[*]}"
            """
        #expect(try run("/bin/bash", ["-c", asked]).text == offered + "\n")
    }

    /// A mistake is told, and what was made before stays until it is mended.
    @Test func makesPagesAgainAfterEachSave() throws {
        let desk = try Desk()
        func summary(_ title: String) throws {
            try desk.write("kind: workshop-summary\nlang: en\ntitle: \(title)\n", to: "a.yaml")
        }
        try summary("Wells")
        let process = Process()
        process.executableURL = Self.command
        process.arguments = ["render", "a.yaml", "--watch"]
        process.currentDirectoryURL = desk.folder
        process.environment = ["GRIOT_HOME": Desk.root.path]
        let (made, told) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (made, told)
        try process.run()
        // Threads that tests run on hold back all other signals, and so do the programs they start.
        defer { kill(process.processIdentifier, SIGKILL) }
        func next(_ pipe: Pipe, until end: String) -> String {
            var heard = ""
            while !heard.contains(end) {
                let bytes = pipe.fileHandleForReading.availableData
                if bytes.isEmpty { break }
                heard += String(decoding: bytes, as: UTF8.self)
            }
            return heard
        }
        let isWaiting = "waiting for the next save; Ctrl-C ends\n"
        #expect(next(told, until: isWaiting).hasSuffix(isWaiting))
        let first = try Data(contentsOf: desk.folder.appending(path: "a.pdf"))
        try summary("{")
        let complaint = next(told, until: isWaiting)
        #expect(complaint.contains("‘a.yaml’ has changed\n"))
        #expect(complaint.contains("1 error\n"))
        #expect(try Data(contentsOf: desk.folder.appending(path: "a.pdf")) == first)
        try summary("Mills")
        #expect(next(told, until: isWaiting).contains("‘a.yaml’ has changed\n"))
        #expect(try Data(contentsOf: desk.folder.appending(path: "a.pdf")) != first)
        #expect(next(made, until: "a.pdf\na.pdf\n") == "a.pdf\na.pdf\n")
    }

    @Test func takesNoEmptyName() throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml")
        let empty = try griot("render", "a.yaml", "-o", "", in: desk)
        #expect(empty.status == 2)
        #expect(empty.messages.hasPrefix("griot: ‘--output’ needs a value: PATH\n"))
        let dash = try griot("render", "a.yaml", "--output=-", in: desk)
        #expect(dash.status == 2)
        #expect(dash.messages.hasPrefix("griot: ‘griot render’ writes to files only\n"))
        #expect(try griot("new", "badge", "-o", "-", in: desk).output.contains("kind: badge"))
    }

    /// What is left to do can be pasted into the shell.
    @Test func saysHowToMakeTheOthersAgain() throws {
        let desk = try Desk()
        let table = "name,email\nAwa KEITA,a@example.org\nAli BA,nowhere\nOumar SY,nobody\n"
        try desk.write(table, to: "people.csv")
        let some = try griot("merge", "card", "-d", "people.csv", "-o", "all cards.pdf", in: desk)
        #expect(some.status == 1)
        #expect(
            some.output == """
                1 of 3 made, 2 failed (rows 3, 4): all cards.pdf, all cards.vcf
                when they are mended: griot merge card --data people.csv --only row=3,4 -o 'all cards-again.pdf'

                """
        )
    }

    @Test func saysOfHowManyPapersThereAreThoseThatWereMade() throws {
        let desk = try Desk()
        try desk.write("kind: event\ntitle: Puits\ndate: 2026-03-14\n", to: "event.yaml")
        try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml")
        try desk.write("kind: workshop-summary\ntittle: B\n", to: "b.yaml")
        func closing(_ language: String) throws -> Substring? {
            let made = try griot("make", ".", "--message-language", language, in: desk)
            return made.output.split(separator: "\n").last
        }
        #expect(try closing("en") == "1 of 2 made, 0 unchanged, 1 failed: b.yaml")
        #expect(try closing("fr") == "0 sur 2 faits, 1 sans changement, 1 en échec\u{A0}: b.yaml")
    }

    @Test(arguments: [
        (["LANG": "fr_SN.UTF-8"], "erreur"), (["LC_ALL": "C", "LANG": "fr_FR.UTF-8"], "error"),
        (["LANG": "en_GB.UTF-8", "LANGUAGE": "yo:fr:en"], "erreur"), (["LANG": "de_DE"], "error"),
        (["LC_MESSAGES": "", "LANG": "fr"], "erreur"), ([:], "error"),
    ])
    func speaksAsTheMachineDoes(locale: [String: String], word: String) throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\ntitle: A\nlayuot: x\n", to: "a.yaml")
        let ending = try griot("check", "a.yaml", in: desk, speaking: locale)
        #expect(ending.status == 1)
        #expect(ending.messages.hasPrefix("a.yaml:3:1: \(word)"), "\(ending.messages)")
    }

    @Test func speaksAsItIsAskedTo() throws {
        let desk = try Desk()
        let french = ["LANG": "fr_FR.UTF-8"]
        let asked = try griot("rendre", "--message-language=en", in: desk, speaking: french)
        #expect(asked.messages.contains("did you mean ‘griot render’?"))
        let unasked = try griot("rendre", in: desk, speaking: french)
        #expect(unasked.messages.contains("vouliez-vous dire «\u{A0}griot render\u{A0}»"))
        let help = try griot("render", "--help", "--message-language", "fr", in: desk)
        #expect(help.output.contains("langue des messages"))
        // Who speaks French is helped to begin in French, too.
        let begun = try griot("new", "badge", "-o", "-", in: desk, speaking: french)
        #expect(begun.output == (try griot("new", "badge", "-l", "fr", "-o", "-", in: desk).output))
    }

    @Test(arguments: [
        (["merge", "badge", "people.csv"], "named behind ‘--data’: --data people.csv"),
        (["new", "badge", "b.yaml"], "named behind ‘--output’: --output b.yaml"),
        (["layouts", "copy", "house", "layouts/ours.yaml"], "griot layouts copy house ours"),
        (["layouts", "copy", "brief", "ours.yaml"], "griot layouts copy brief ours"),
        (["merge", "badge", "-d", "p.csv", "-l", "fr,en"], "run it once for each"),
    ])
    func saysWhereAWordBelongs(words: [String], hint: String) throws {
        let ending = try griot(all: words, in: try Desk())
        #expect(ending.status == 2 && ending.messages.contains(hint), "\(ending.messages)")
    }

    @Test func refusesALanguageThatItDoesNotSpeak() throws {
        let desk = try Desk()
        let ending = try griot("fonts", "--message-language", "wo", in: desk)
        #expect(ending.status == 2)
        #expect(ending.messages.contains("can't be ‘wo’; it is one of en, fr"))
        #expect(try griot("fonts", "all", in: desk).status == 2)
    }

    /// A PDF under the name of a letter is opened by the wrong program.
    @Test(arguments: ["a.docx", "a.png", "b/c.html"])
    func refusesNamesOfOtherFiles(name: String) throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml")
        let ending = try griot("render", "a.yaml", "-o", name, in: desk)
        #expect(ending.status == 2)
        #expect(ending.messages.contains("pages are written as ‘.pdf’, not as"))
    }

    @Test func writesSeveralPapersIntoNoFile() throws {
        let desk = try Desk()
        for name in ["a.yaml", "b.yaml"] {
            try desk.write("kind: workshop-summary\ntitle: A\n", to: name)
        }
        let ending = try griot("render", "a.yaml", "b.yaml", "-o", "all.pdf", in: desk)
        #expect(ending.status == 2)
        #expect(ending.messages.contains("‘all.pdf’ is one file, and there are 2: name a folder"))
    }

    @Test func asksForNamesOfFilesWhereAFolderIsGiven() throws {
        let desk = try Desk()
        try desk.write("given,family\nAwa,Fall\n", to: "people.csv")
        try desk.write("", to: "out/keep")
        for folder in ["out", "out/", "new/"] {
            let ending = try griot("merge", "card", "-d", "people.csv", "-o", folder, in: desk)
            #expect(ending.status == 2)
            #expect(ending.messages.contains("{family}-{given}.pdf’ for a file each"))
        }
    }

    @Test func saysOfAPictureThatItIsOne() throws {
        let desk = try Desk()
        let picture = Desk.root.appending(path: "samples/bamako-2022/images")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: picture.path)
                .first { $0.hasSuffix(".jpg") || $0.hasSuffix(".png") }
        )
        let path = picture.appending(path: name).path
        let checked = try griot("check", path, in: desk)
        #expect(checked.messages.contains("this is a picture, and no plain text"))
        let merged = try griot("merge", "card", "-d", path, in: desk)
        #expect(merged.messages.contains("is no sheet and no list"))
    }

    /// What has just been said to hold is not asked for again.
    @Test func asksForNoReviewThatIsDone() throws {
        let desk = try Desk()
        let paper = "kind: workshop-summary\nlang: [en, fr]\ntitle: {en: A, fr: B}\n"
        try desk.write(paper, to: "a.yaml")
        #expect(try griot("translate", "a.yaml", in: desk).status == 0)
        try desk.write(paper.replacing("en: A", with: "en: C"), to: "a.yaml")
        #expect(try griot("translate", "a.yaml", in: desk).messages.contains("to review"))
        let reviewed = try griot("translate", "--reviewed", "a.yaml", in: desk)
        #expect(!reviewed.messages.contains("to review"), "\(reviewed.messages)")
        let absent = try griot("translate", "absent.yaml", in: desk)
        #expect(absent.output == "")
    }

    @Test func helpsOnlyWithCommandsThatThereAre() throws {
        let desk = try Desk()
        #expect(try griot("help", "render", in: desk).output.hasPrefix("Make finished pages"))
        #expect(try griot("help", in: desk).status == 0)
        let strange = try griot("help", "rendre", in: desk)
        #expect(strange.status == 2)
        #expect(strange.messages.contains("did you mean ‘griot render’?"))
    }

    @Test func blamesWhatWasNamedWhereAFileIsThereAlready() throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\nlang: en\ntitle: A\n", to: "a.yaml")
        #expect(try griot("render", "a.yaml", in: desk).status == 0)
        #expect(try griot("extract", "a.pdf", "--json", in: desk).status == 0)
        let again = try griot("extract", "a.pdf", "--json", in: desk)
        #expect(again.status == 1 && again.messages.contains("it exists already"))
    }

    @Test(arguments: ["--standard=a-2a", "--edition=print", "--source", "--no-source"])
    func saysWhichOptionsSayNothingAboutPictures(option: String) throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\nlang: en\ntitle: A\n", to: "a.yaml")
        let refused = try griot("render", "a.yaml", "--format", "png", option, in: desk)
        #expect(refused.status == 2)
        #expect(
            refused.messages.contains("‘\(option.prefix { $0 != "=" })’ goes with ‘--format pdf’")
        )
    }

    @Test(arguments: [
        ("none,ua-1", "‘none’ stands alone"), (" ", "name one, or ‘none’"),
        ("a-1b", "there is no standard ‘a-1b’ here"), ("a-2a,a-3a", "one part of PDF/A"),
    ])
    func saysWhichPromisesThereAreNot(list: String, objection: String) throws {
        let refused = try griot("render", "a.yaml", "--standard", list, in: Desk())
        #expect(refused.status == 2 && refused.messages.contains("‘--standard’: "))
        #expect(refused.messages.contains(objection), "\(refused.messages)")
    }

    @Test func refusesPixelsToTheInchOfWhatHasNone() throws {
        let desk = try Desk()
        try desk.write("kind: workshop-summary\nlang: en\ntitle: A\n", to: "a.yaml")
        let refused = try griot("render", "a.yaml", "--dpi", "80", in: desk)
        #expect(refused.status == 2)
        #expect(refused.messages.contains("goes with ‘--format png’, or with ‘--edition light’"))
        #expect(try griot("render", "a.yaml", "--dpi", "80", "-e", "light", in: desk).status == 0)
    }

    @Test func leavesNoHalfWrittenFileWhereItIsStopped() throws {
        let desk = try Desk()
        let rows = (1...4_000).map { "Awa,Fall \($0)\n" }.joined()
        try desk.write("given,family\n" + rows, to: "people.csv")
        let process = Process()
        // Whoever runs the tests may ignore signals, and what it starts would, too.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "--default-signal=TERM", Self.command.path, "merge", "card", "-d", "people.csv", "-o",
            "all.pdf",
        ]
        process.currentDirectoryURL = desk.folder
        process.environment = ["GRIOT_HOME": Desk.root.path]
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        try process.run()
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
        }
        while process.isRunning, try !names().contains(where: { $0.hasSuffix(".part") }) {
            usleep(10_000)
        }
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try names() == ["people.csv"])
    }

    /// A mistake is the writer’s, a usage the shell’s, a failure the machine’s.
    @Test func saysByItsStatusWhoseMattersItIs() throws {
        let desk = try Desk()
        try desk.write("no pdf", to: "a.pdf")
        #expect(try griot("open", "a.pdf", in: desk).status == 1)
        #expect(try griot("make", "nowhere", in: desk).status == 1)
        #expect(try griot("render", "nowhere.yaml", in: desk).status == 1)
        #expect(try griot("rendre", "a.yaml", in: desk).status == 2)
        #expect(try griot("new", "badge", "-o", "/proc/badge.yaml", in: desk).status == 3)
    }

    /// However its own folder is named, and though the event lies in it.
    @Test(arguments: [".", "here"])
    func readsNoLayoutThroughALinkOutOfTheEvent(home: String) throws {
        let desk = try Desk()
        for part in ["kinds", "layouts", "fonts"] {
            try FileManager.default.createSymbolicLink(
                atPath: desk.path(part),
                withDestinationPath: Desk.root.appending(path: part).path
            )
        }
        try desk.write("kind: workshop-summary\ntitle: A\n", to: "event/a.yaml")
        try desk.write("title: secret\n", to: "secret.yaml")
        try desk.write("", to: "event/layouts/papers/keep")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("event/layouts/papers/brief.yaml"),
            withDestinationPath: "../../../secret.yaml"
        )
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("here"),
            withDestinationPath: "."
        )
        for file in ["event/a.yaml", desk.path("event/a.yaml")] {
            let ending = try griot("check", file, in: desk, home: home)
            #expect(ending.messages.contains("outside the event folder"), "\(ending.messages)")
        }
    }

    @Test func failsWhereItsAnswerCannotBeWritten() throws {
        let desk = try Desk()
        let full = try griot("kinds", in: desk, to: "/dev/full")
        #expect(full.status == 3)
        #expect(full.messages == "griot: writing the answer: No space left on device\n")
    }
}
