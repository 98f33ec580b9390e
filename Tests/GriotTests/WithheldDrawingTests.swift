import Foundation
import TestSupport
import Testing

@testable import Griot

/// Who is left out of a paper is named in no drawing of it either.
@Suite struct WithheldDrawingTests {
    private static let people = """
        - {id: awa, name: Mme Awa KEÏTA, email: awa@example.org, consent: {list_name: no}}
        - {id: issa, name: M. Issa TOURÉ}

        """

    private func drawing(_ content: String, head: String = "") -> String {
        "\(head)<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 60\">\(content)</svg>"
    }

    private func desk(_ drawing: [UInt8], people: String = Self.people) throws -> Desk {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(people, to: "people.yaml")
        try desk.write(drawing, to: "chart.svg")
        return desk
    }

    private func check(_ desk: Desk) throws -> (outcome: Outcome, said: String) {
        let paper = """
            kind: workshop-summary
            lang: fr
            title: La pêche
            roles: [{person: awa, role: speaker}, {person: issa, role: speaker}]
            photos:
              - {src: chart.svg, alt: Trois barres.}

            """
        let outcome = desk.press.check(Job(file: try desk.write(paper, to: "summary.yaml")))
        return (outcome, desk.said(outcome))
    }

    @Test(arguments: [
        "<text x='1' y='9'>Awa KEÏTA, 12 %</text>",
        "<text><tspan x='1'>Keïta</tspan><tspan x='9'>Awa</tspan></text>",
        "<text><tspan>A</tspan><tspan>wa K</tspan><tspan>eïta</tspan></text>",
        "<g><text>Awa</text><text>Keïta</text></g>",
        "<text>Awa Ke&#239;ta</text>", "<text>Awa <![CDATA[KEITA]]></text>",
        "<text><textPath>awa kei&#x308;ta</textPath></text>",
        "<text>awa@example.org</text>",
    ])
    func tellsOfTheirNamesAndWhereToReachThem(content: String) throws {
        let (outcome, said) = try check(try desk(Array(drawing(content).utf8)))
        #expect(!outcome.succeeded)
        #expect(said.contains("summary.yaml:6:11: error: the drawing ‘chart.svg’"), "\(said)")
    }

    @Test func readsTheLettersOfAnotherEncoding() throws {
        let head = "<?xml version='1.0' encoding='ISO-8859-1'?>"
        let text = drawing("<text>Awa KE\u{CF}TA</text>", head: head)
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try check(try desk(bytes)).said.contains("names Awa KEÏTA"))
    }

    @Test func readsWhatANameOfTheDocumentTypeStandsFor() throws {
        let head = "<!DOCTYPE svg [<!ENTITY who \"Awa Keïta\">]>"
        let text = drawing("<text>&who;</text>", head: head)
        #expect(try check(try desk(Array(text.utf8))).said.contains("names Awa KEÏTA"))
    }

    @Test func isUnsureOfOneNameAlone() throws {
        let (outcome, said) = try check(try desk(Array(drawing("<text>Keïta</text>").utf8)))
        #expect(outcome.succeeded)
        #expect(said.contains("warning: the drawing ‘chart.svg’ says ‘KEÏTA’"), "\(said)")
    }

    /// Titles and descriptions in a drawing go into no file.
    @Test(arguments: [
        "<text>Issa Touré</text>", "<title>Awa Keïta</title><text>Issa</text>",
        "<desc>Awa Keïta</desc>", "<style>.awa-keita { fill: red }</style>",
    ])
    func leavesOtherDrawingsAlone(content: String) throws {
        let (outcome, said) = try check(try desk(Array(drawing(content).utf8)))
        #expect(outcome.succeeded && !said.contains("the drawing"), "\(said)")
    }

    @Test func saysNothingWhereAllMayBeNamed() throws {
        let people = Self.people.replacing("list_name: no", with: "list_name: yes")
        let text = drawing("<text>Awa Keïta, awa@example.org</text>")
        let (outcome, said) = try check(try desk(Array(text.utf8), people: people))
        #expect(outcome.succeeded && !said.contains("the drawing"), "\(said)")
    }
}
