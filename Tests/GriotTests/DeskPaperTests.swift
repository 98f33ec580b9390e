import Foundation
import TestSupport
import Testing

@testable import Griot

/// Papers of the desk, as they are read on the table and at the door.
@Suite struct DeskPaperTests {
    private static let people = """
        people:
          - {id: eloise, given: Éloïse, family: Ntoutoume-Engonga, role: Discutante, organisation: {name: Commission du bassin}}
        """

    /// The words of each page, line by line.
    private func lines(of paper: String) throws -> [Substring] {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(Self.people, to: "people.yaml")
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        return try ask("pdftotext", path, "-").text.split(separator: "\n")
    }

    @Test func givesTheFamilyNameOfASignALineOfItsOwn() throws {
        let lines = try lines(of: "kind: badge\nlayout: table-sign\nlang: fr\nholders: all\n")
        #expect(lines.contains("NTOUTOUME-ENGONGA"), "\(lines)")
        #expect(lines.contains("Éloïse"), "\(lines)")
    }

    @Test(arguments: [("", "Discutante"), (", position: Présidente", "Présidente")])
    func signsAsWhatSomebodyIs(position: String, said: String) throws {
        let signatures = "signatures: [{person: eloise\(position)}]\n"
        let paper = "kind: certificate\nlang: fr\ntitle: T\nrecipients: [Awa KEITA]\n"
        #expect(try lines(of: paper + signatures).contains { $0 == said })
    }

    @Test(arguments: ["", "columns: [number, name, organisation, function, signature]\n"])
    func saysAFunctionOnceOnASheetToSign(columns: String) throws {
        let sheet = "kind: attendance-sheet\nlang: fr\nblank_rows: 0\npeople: all\n"
        let lines = try lines(of: sheet + columns)
        #expect(lines.count { $0.contains("Discutante") } == 1, "\(lines)")
        #expect(lines.contains { $0.contains("Commission du bassin") }, "\(lines)")
    }
}
