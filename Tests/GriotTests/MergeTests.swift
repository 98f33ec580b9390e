import Foundation
import Testing

@testable import Griot

/// A paper for each row, a bad row named, the others made.
@Suite struct MergeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private func merged(
        _ layout: String,
        _ table: String,
        only: String? = nil,
        to pattern: String
    ) throws -> (result: Merge.Result, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = folder.appending(path: "people.csv")
        try table.write(to: data, atomically: true, encoding: .utf8)
        let merge = Merge(
            subject: layout,
            data: data.path,
            only: only,
            output: folder.appending(path: pattern).path,
            language: "fr"
        )
        return (try merge.run(Installation(folder: Self.root.path)), folder)
    }

    private static let table = """
        Prénom;Nom;Pays;Courriel
        Fatou;DIALLO;SN;f.diallo@example.org
        Adama;KONE;ML;a.kone@example.org
        Adama;KONE;ML;pas une adresse
        Adama;Kone;ML;other@example.org
        """

    @Test func makesTheOthersAndNamesTheBadRow() throws {
        let (result, folder) = try merged("card", Self.table, to: "out/{family}-{given}.pdf")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(result.made == 3)
        #expect(result.failed == 1)
        let names = result.outcome.written.map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["DIALLO-Fatou.pdf", "KONE-Adama.pdf", "Kone-Adama-2.pdf"])
        #expect(result.outcome.messages.text(inColour: false).contains("people.csv:4:15"))
    }

    @Test func makesOneAgainUnderTheNameThatItHad() throws {
        let (result, folder) = try merged(
            "badge",
            Self.table,
            only: "email=other@example.org",
            to: "out/{family}.pdf"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(result.made == 1)
        #expect(result.skipped == 2)
        let names = result.outcome.written.map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["Kone-2.pdf"])
    }

    @Test func bindsAllIntoOneFile() throws {
        let (result, folder) = try merged("card", Self.table, to: "all.pdf")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(result.made == 3)
        #expect(result.outcome.written.count == 1)
    }

    @Test func tellsARoleHereFromAFunctionAtHome() throws {
        let table = """
            name,role
            Fatou DIALLO,speaker
            Adama KONE,Executive Secretary
            """
        let (result, folder) = try merged("badge", table, to: "badges.pdf")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(result.made == 2)
    }

    @Test func namesNoFileThatLeadsElsewhere() {
        var names = FileNames(pattern: "out/{family}.pdf")
        let typed = ["../../etc/passwd", "", "a\u{0}b", String(repeating: "é", count: 300), "A:B"]
        let made = typed.map { name in names.next { _ in name } }
        #expect(made[0] == "out/etc-passwd.pdf" || made[0] == "out/..-etc-passwd.pdf")
        #expect(made[1] == "out/unnamed.pdf")
        #expect(made[2] == "out/ab.pdf")
        #expect(made[3].utf8.count < 140)
        #expect(made[4] == "out/A-B.pdf")
    }

    @Test func saysThatALayoutIsNotMadeOver() throws {
        let (result, folder) = try merged("brief", Self.table, to: "{family}.pdf")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(result.made == 0)
        #expect(result.outcome.messages.text(inColour: false).contains("one paper for all"))
    }
}
