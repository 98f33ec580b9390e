import Foundation
import Griot
import Testing

/// Two people in one text, or somebody and an institution, are nobody’s name.
@Suite struct JoinedNameTests {
    static let people = """
        people:
          - {id: khady-fall, name: Khady FALL}
          - {id: fatou-sow, name: Fatou SOW, consent: {list_name: no}}
        event: {id: e, title: Le fleuve, date: 2026-05-14}

        """

    private func heard(speakers: String) throws -> (said: String, read: String) {
        let desk = try Desk()
        try desk.write(Self.people, to: "people.yaml")
        let paper = "kind: speaker-list\nlang: fr\nspeakers: \(speakers)\n"
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.check(Job(file: file), asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    @Test(arguments: [
        ("Khady FALL et Awa SY", "[Khady FALL, Awa SY]"),
        ("Mme Ndiaye & M. Fall", "[Mme Ndiaye, M. Fall]"),
        ("Khady FALL; Awa SY", "[Khady FALL, Awa SY]"),
        ("Khady FALL, Awa SY et Ali BA", "[Khady FALL, Awa SY, Ali BA]"),
        ("Awa Keita / Ali Ba", "[Awa Keita, Ali Ba]"),
        ("Ana Costa e João Silva", "[Ana Costa, João Silva]"),
        ("Anna Weber und Jan Lang", "[Anna Weber, Jan Lang]"),
    ])
    func areRefusedAsSeveralPeople(names: String, list: String) throws {
        let said = try heard(speakers: "[\"\(names)\"]").said
        #expect(said.contains("paper.yaml:3:12: error: ‘\(names)’ are several people"), "\(said)")
        #expect(said.contains("elsewhere write a list: \(list)"), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    @Test(arguments: [
        ("[Ali BA (IRD)]", "‘(’", "{person: {name: Ali BA, organisation: IRD}}"),
        ("[Ali BA - IRD]", "‘-’", "{person: {name: Ali BA, organisation: IRD}}"),
        ("[Mariam Traoré/IRD]", "‘/’", "{person: {name: Mariam Traoré, organisation: IRD}}"),
        ("[Cheikh Tidiane Sy – Maire]", "‘–’", "{person: {name: Cheikh Tidiane Sy, role: Maire}}"),
        (
            "[Mohamed Ould Ahmed (ONG Mer Bleue)]", "‘(’",
            "{person: {name: Mohamed Ould Ahmed, organisation: ONG Mer Bleue}}"
        ),
    ])
    func areRefusedWithAWayOut(speakers: String, sign: String, mend: String) throws {
        let said = try heard(speakers: speakers).said
        #expect(said.contains("paper.yaml:3:12: error: \(sign) is no part of a name"), "\(said)")
        #expect(said.contains(mend), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    @Test(arguments: [
        "\"khady-fall, fatou-sow\"", "[khady-fall et fatou-sow]", "[khady-fall fatou-sow]",
        "\"khady-fal, fatou-sow\"",
    ])
    func areRefusedAsIDsAsWell(speakers: String) throws {
        let said = try heard(speakers: speakers).said
        #expect(said.contains("error: one id stands in one text, not several"), "\(said)")
        #expect(said.contains("write a list: [khady-fal"), "\(said)")
    }

    /// A couple has one family name in two people.
    @Test func areAskedForWholeNamesWhereAFamilyNameIsShared() throws {
        let said = try heard(speakers: "[M. et Mme Diop]").said
        #expect(said.contains("error: ‘M. et Mme Diop’ are several people"), "\(said)")
        #expect(said.contains("a list in which each has a whole name"), "\(said)")
    }

    @Test(arguments: [
        "Juan Carlos GARCÍA-LÓPEZ Y FERNÁNDEZ DE LA VEGA", "Luís Costa e Silva",
        "José Ortega y Gasset",
        "Jean-Pierre da Silva", "Awa SY (née BA)", "Col. (r) Issa TRAORÉ",
        "Mariam Traoré / Ouattara",
        "John E Smith",
    ])
    func areOneWhereThatIsHowPeopleAreCalled(name: String) throws {
        let (said, read) = try heard(speakers: "[\(name)]")
        #expect(!said.contains("error"), "\(said)")
        let words = name.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
        #expect(read.lowercased().contains(words.lowercased()), "\(read)")
    }

    /// However a name is typed, it says nobody’s who is left out.
    @Test(arguments: [
        "{full: Khady FALL et Fatou SOW}", "{given: Khady FALL et Fatou, family: SOW}",
        "{fr: Khady FALL avec Fatou SOW}", "Khady FALL avec Fatou SOW",
    ])
    func nameNobodyWhoIsLeftOut(name: String) throws {
        let said = try heard(speakers: "[{person: {name: \(name)}}]").said
        #expect(said.contains("Fatou SOW") && said.contains("paper.yaml:3:"), "\(said)")
    }

    @Test func areRefusedWhereSomebodyIsDescribed() throws {
        let desk = try Desk()
        try desk.write("people:\n- {id: awa, name: Awa Diop (CPS)}\n", to: "people.yaml")
        let paper = "kind: speaker-list\nspeakers: [awa]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
        #expect(said.contains("people.yaml:2:19: error: ‘(’ is no part of a name"), "\(said)")
        #expect(said.contains("{name: Awa Diop, organisation: CPS}"), "\(said)")
    }

    /// A comma says which is the family’s name, whatever the head of the column does.
    @Test func keepTheirOrderInAColumnOfWholeNames() throws {
        let desk = try Desk()
        let paper = "kind: speaker-list\nlang: fr\nspeakers: all\n"
        let sheet = ["Nom et prénom;Fonction", "Sarr, Ibra;Maire", "Ndiaye Sow, Awa;Maire"]
        let read = try desk.heard(paper, beside: sheet).read.replacing("\u{A0}", with: " ")
        #expect(read.contains("Ibra SARR") && read.contains("Awa NDIAYE SOW"), "\(read)")
    }
}
