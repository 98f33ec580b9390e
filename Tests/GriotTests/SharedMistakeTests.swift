import Foundation
import Testing

@testable import Griot

/// What is wrong with what many papers share is told once.
@Suite struct SharedMistakeTests {
    private static let certificates = """
        kind: certificate
        lang: fr
        title: Attestation
        signatures: [{person: {name: Awa BA}, image: signature.png}]
        """

    @Test func namesAPictureThatIsNotThereOnceForAllCertificates() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let paper = Self.certificates + "\nrecipients: [Ali SY, Ibra SARR, Fanta SOW]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "c.yaml"))))
        #expect(said.components(separatedBy: "‘signature.png’ can't be read").count == 2, "\(said)")
        #expect(said.contains("in the paper for ‘Ali SY’, and in 2 others"), "\(said)")
    }

    @Test(arguments: ["{index}.pdf", "all.pdf"])
    func namesItOnceForAllRowsOfASheet(output: String) throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let paper = try desk.write(Self.certificates, to: "c.yaml")
        let data = try desk.write("Nom\nAli SY\nIbra SARR\n", to: "guests.csv")
        let merge = Merge(subject: paper, data: data, output: desk.path(output))
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.failedRows == [2, 3])
        #expect(said.components(separatedBy: "‘signature.png’ can't be read").count == 2, "\(said)")
        #expect(said.contains(", and in another"), "\(said)")
    }

    /// It is no place in a file, and no paper's own all the same.
    @Test func tellsOnceOfASheetThatCannotBeRead() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], to: "people.xls")
        for name in ["a.yaml", "b.yaml"] { try desk.write(Self.certificates, to: name) }
        let made = try Making(folder: desk.folder.path)
            .run(Installation(folder: Desk.root.path)) { _, _ in }
        let said = made.papers.map { desk.said($0.outcome) }.joined()
        #expect(said.components(separatedBy: "a workbook of the old kind").count == 2, "\(said)")
    }

    @Test func tellsEachOfItsOwn() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let people = ["a", "b"].map { "{name: \($0.uppercased()) BA, portrait: \($0).png}" }
        let paper =
            "kind: speaker-list\nlang: fr\nspeakers: [\(people.map { "{person: \($0)}" }.joined(separator: ", "))]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "s.yaml"))))
        #expect(said.contains("‘a.png’") && said.contains("‘b.png’"), "\(said)")
    }
}
