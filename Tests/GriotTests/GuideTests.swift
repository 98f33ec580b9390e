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

    private func help(of command: Substring) throws -> String {
        let griot = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "griot")
        return try run(
            griot.path,
            [String(command), "--help"],
            with: ["GRIOT_HOME": Desk.root.path]
        ).text
    }

    @Test(arguments: guides) func nameOptionsThatTheirCommandsHave(guide: String) throws {
        let commands = try text(of: guide).split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^    (?:\$ )?griot (?<command>[a-z]+)(?<rest>[^#]*)/)?.output
        }
        #expect(commands.count > 8)
        for (name, all) in Dictionary(grouping: commands, by: \.command) {
            let help = try help(of: name)
            for option in all.flatMap({ $0.rest.matches(of: /\s(--?[a-z-]+)/) }).map(\.output.1) {
                #expect(help.contains(option), "\(name) \(option)")
            }
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
