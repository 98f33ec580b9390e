import Foundation
import Griot
import TestSupport
import Testing

/// The guides, whose commands are typed as they stand.
@Suite struct GuideTests {
    private static let guides = ["README.md", "LISEZMOI.md"]

    private func text(of guide: String) throws -> String {
        try String(contentsOf: Desk.root.appending(path: guide), encoding: .utf8)
    }

    /// What the command says, as a shell runs it.
    private func griot(_ words: String...) throws -> String {
        let griot = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "griot")
        return try run(
            griot.path,
            words,
            with: ["GRIOT_HOME": Desk.root.path],
            hearsMessages: true
        ).text
    }

    @Test(arguments: guides) func nameOptionsThatTheirCommandsHave(guide: String) throws {
        let commands = try text(of: guide).split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^    (?:\$ )?griot (?<command>[a-z]+)(?<rest>[^#]*)/)?.output
        }
        #expect(commands.count > 8)
        for (name, all) in Dictionary(grouping: commands, by: \.command) {
            let help = try griot(String(name), "--help")
            for option in all.flatMap({ $0.rest.matches(of: /\s(--?[a-z-]+)/) }).map(\.output.1) {
                #expect(help.contains(option), "\(name) \(option)")
            }
        }
    }

    /// What the guides show of a mistake is what the file that they begin says when the title is written so.
    @Test(arguments: guides) func showWhatIsSaidOfAMistake(guide: String) throws {
        let lines = try text(of: guide).split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.indices.filter { lines[$0] == "    $ griot check atelier.yaml" }.map {
            start in
            lines[(start + 1)...].prefix { !$0.isEmpty }.map { $0.dropFirst(4) }.joined(
                separator: "\n"
            )
        }
        #expect(!shown.isEmpty)
        let desk = try Desk()
        let new = desk.press.skeleton(ofKind: "workshop-summary", language: "fr") ?? ""
        let file = try desk.write(
            new.replacing(/\ntitle: .*\n/, with: "\ntitle: From a focus: to dialogue\n"),
            to: "atelier.yaml"
        )
        for shown in shown {
            let language = shown.contains("erreur") ? "fr" : "en"
            let said = try griot("check", file, "--message-language", language)
            #expect(said.replacing(file, with: "atelier.yaml") == shown + "\n")
        }
    }

    /// The sample of the French guide, indented below the last of its rules.
    @Test func showTextThatIsReadWithoutAComplaint() throws {
        let sample = try text(of: "LISEZMOI.md").split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).drop { !$0.hasPrefix("        title:") }
            .prefix { $0.hasPrefix("        ") || $0.isEmpty }
            .map { $0.dropFirst(8) }
            .joined(separator: "\n")
        let desk = try Desk()
        let paper = try desk.write("kind: workshop-summary\nlang: fr\n\(sample)", to: "a.yaml")
        #expect(desk.said(desk.press.check(Job(file: paper))) == "")
    }
}
