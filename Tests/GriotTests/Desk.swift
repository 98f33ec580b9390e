import Foundation
import Griot
import TestSupport
import Testing

/// A folder of its own for a test, with a press beside it; both go when the test ends.
final class Desk {
    private let scratch: Scratch
    let press: Press

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A paper without a mistake, for those that a test makes.
    static let summary = """
        kind: workshop-summary
        lang: fr
        title: Partager le puits
        event:
          title: Partager le puits
          date: 2024-05-14
        key_messages:
          - Les puits sont en paix.
          - Les règles durent.

        """

    init() throws {
        scratch = try Scratch()
        press = try Press(Installation(folder: Self.root.path))
    }

    var folder: URL { scratch.folder }

    func path(_ name: String) -> String { scratch.path(name) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try scratch.write(text, to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try scratch.write(bytes, to: name)
    }

    /// The same folder as a press sees it that has read nothing yet.
    static func again(_ desk: Desk) throws -> (press: Press, folder: Desk) {
        (try Press(Installation(folder: root.path)), desk)
    }

    /// What a run said, its paths cut to their names.
    func said(_ outcome: Outcome) -> String {
        outcome.messages.text(inColour: false).replacing(folder.path + "/", with: "")
            .replacing(folder.path, with: "event")
    }

    /// What is said of a paper beside an event and a sheet of its people, and what is read of its pages.
    ///
    /// - Parameter sheet: Its heads and rows, as spreadsheets write them.
    func heard(_ paper: String, beside sheet: [String]) throws -> (said: String, read: String) {
        try write(SheetRegisterTests.event, to: "event.yaml")
        try write(sheet.map { $0 + "\r\n" }.joined(), to: "people.csv")
        let outcome = press.check(Job(file: try write(paper, to: "paper.yaml")), asARead: true)
        return (said(outcome), outcome.reading)
    }
}

extension Desk {
    /// A workshop summary in a language, with some lines of its own.
    static func summary(_ lines: String, language: String) -> String {
        "kind: workshop-summary\nlang: \(language)\ntitle: T\n\(lines)\n"
    }

    /// The flow of a paper, of which nothing is complained.
    func flow(of text: String, as name: String = "summary.yaml") throws -> String {
        let file = try write(text, to: name)
        let dump = press.dump(Job(file: file), after: .flow)
        #expect(said(dump.outcome) == "")
        return dump.text
    }
}
