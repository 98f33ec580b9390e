import Foundation
import Griot
import Testing

/// What lies in the folder of finished papers and is not as they are now is told.
@Suite struct LeftoverTests {
    private let speakers = "kind: speaker-list\nlang: [en, fr]\nspeakers: [{person: awa}]\n"
    private let people = "people: [{id: awa, name: Awa KEITA}]\n"

    private func eventMade() throws -> Desk {
        let desk = try Desk()
        try desk.write(people, to: "event/people.yaml")
        try desk.write(speakers, to: "event/sp.yaml")
        #expect(try made(desk).said.isEmpty)
        return desk
    }

    private func made(_ desk: Desk) throws -> (said: String, endings: [Making.Result.Ending]) {
        let making = Making(folder: desk.path("event"))
        let results = try making.run(Installation(folder: Desk.root.path)) { _, _ in }
        let said = results.ofTheFolder.text(inColour: false)
        return (said.replacing(desk.path("event") + "/", with: ""), results.map(\.ending))
    }

    @Test func namesTheFilesOfALanguageThatIsGone() throws {
        let desk = try eventMade()
        let english = speakers.replacing("[en, fr]", with: "[en]")
        try desk.write(english, to: "event/sp.yaml")
        let said = try made(desk).said
        #expect(
            said.contains("warning: nothing makes ‘out/sp-en.pdf’, ‘out/sp-fr.pdf’ any more")
        )
        #expect(said.contains("delete them: they may name people who have withdrawn"))
        // It stays true when nothing else is to be done.
        #expect(try made(desk) == (said, [.unchanged]))
        try FileManager.default.removeItem(atPath: desk.path("event/out/sp-en.pdf"))
        #expect(try made(desk).said.contains("nothing makes ‘out/sp-fr.pdf’ any more"))
        try FileManager.default.removeItem(atPath: desk.path("event/out/sp-fr.pdf"))
        #expect(try made(desk).said.isEmpty)
    }

    @Test(arguments: ["renamed", "gone"])
    func namesTheFilesOfAPaperThatIs(how: String) throws {
        let desk = try eventMade()
        try FileManager.default.removeItem(atPath: desk.path("event/sp.yaml"))
        try desk.write(
            how == "gone" ? "kind: workshop-summary\ntitle: A\n" : speakers,
            to: "event/other.yaml"
        )
        #expect(try made(desk).said.contains("nothing makes ‘out/sp-en.pdf’, ‘out/sp-fr.pdf’"))
    }

    @Test func namesWhatAPaperThatFailsLeavesBehind() throws {
        let desk = try eventMade()
        try desk.write(speakers + "titel: A\n", to: "event/sp.yaml")
        let (said, endings) = try made(desk)
        #expect(endings == [.failed])
        #expect(said.contains("‘out/sp-en.pdf’, ‘out/sp-fr.pdf’ are as before"))
        #expect(try made(desk).said == said)
        try desk.write(speakers, to: "event/sp.yaml")
        #expect(try made(desk) == ("", [.made]))
    }

    @Test func saysNothingOfLanguagesThatWereOnlyNotAskedFor() throws {
        let desk = try eventMade()
        try desk.write(speakers + "title: Changed\n", to: "event/sp.yaml")
        let making = Making(folder: desk.path("event"), languages: ["fr"])
        let results = try making.run(Installation(folder: Desk.root.path)) { _, _ in }
        #expect(results.ofTheFolder.isEmpty)
    }

    @Test func countsTheWarningsOfWhatItLeavesAsItIs() throws {
        let desk = try Desk()
        try desk.write(
            "kind: workshop-summary\ntitle: A\nevent: {title: A, date: 24.02.2022}\n",
            to: "event/summary.yaml"
        )
        let making = Making(folder: desk.path("event"))
        let installation = Installation(folder: Desk.root.path)
        let first = try making.run(installation) { _, _ in }
        let warnings = first[0].outcome.messages.warningCount
        #expect(warnings > 0 && first[0].standingWarnings == 0)
        let second = try making.run(installation) { _, _ in }
        #expect(second[0].ending == .unchanged && second[0].standingWarnings == warnings)
        // Who has been reminded of them knows.
        let third = try making.run(installation) { _, _ in }
        #expect(third[0].ending == .unchanged && third[0].standingWarnings == 0)
    }
}
