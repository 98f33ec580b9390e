import Foundation
import Griot
import Testing

/// “Qualité” beside “Fonction” is what somebody is at the event, and badges say it.
@Suite struct CapacityTests {
    private static let heads = "Civilité;Prénom;Nom;Fonction;Qualité"
    private static let rows = [
        "Mme;Awa;KEITA;Maire;Intervenante", "M.;Ibra;SARR;Juge;Presse", "M.;Ali;BA;Préfet;",
        "Mme;Fanta;SOW;Juge;Modératrice",
    ]

    private func badges(
        _ rows: [String] = rows,
        heads: String = heads,
        holders: String = "tous"
    ) throws -> (said: String, read: String) {
        try Desk().heard(
            "kind: badge\nlang: fr\nback: none\nholders: \(holders)\n",
            beside: [heads] + rows
        )
    }

    @Test func standsInTheBandsOfBadges() throws {
        let made = try badges()
        #expect(made.said == "", "\(made.said)")
        for word in ["Intervenante", "Presse", "Participant", "Modératrice"] {
            #expect(made.read.components(separatedBy: word).count == 2, "\(word): \(made.read)")
        }
    }

    @Test func givesWayToWhatABadgeSays() throws {
        let made = try badges(holders: "[{person: awa-keita, role: staff}]")
        #expect(made.said == "", "\(made.said)")
        #expect(!made.read.contains("Intervenante"), "\(made.read)")
    }

    @Test func choosesWhoGetsOne() throws {
        let made = try badges(holders: "{where: {capacity: [press, moderator]}}")
        #expect(made.read.contains("SARR") && made.read.contains("SOW"), "\(made.read)")
        #expect(!made.read.contains("KEITA"), "\(made.read)")
    }

    @Test func isLeftOutWhereNobodyIsHereAsThat() throws {
        let made = try badges(["Mme;Awa;KEITA;Maire;Maire", "M.;Ibra;SARR;Juge;Élu"])
        #expect(
            made.said.contains(
                "warning: ‘Maire’ is nothing that somebody is here as, and is left out (cells: 2)"
            ),
            "\(made.said)"
        )
        #expect(!made.said.contains("error"), "\(made.said)")
    }

    @Test func isTheFunctionWhereNoOtherColumnIs() throws {
        let made = try badges(
            ["Awa KEITA;Maire"],
            heads: "Nom;Qualité",
            holders: "{where: {role: Maire}}"
        )
        #expect(made.said == "", "\(made.said)")
        #expect(made.read.contains("KEITA"), "\(made.read)")
    }

    @Test func standsInTheBandsOfAMerge() throws {
        let desk = try Desk()
        let sheet = ([Self.heads] + Self.rows).joined(separator: "\n") + "\n"
        let merge = Merge(
            subject: "badge",
            data: try desk.write(sheet, to: "guests.csv"),
            output: desk.path("out/{index}.pdf")
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 4)
        #expect(!desk.said(result.outcome).contains("role"), "\(desk.said(result.outcome))")
    }
}
