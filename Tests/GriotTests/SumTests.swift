import Foundation
import Griot
import Testing

/// Parts do not come to more than their whole.
@Suite struct SumTests {
    private func said(of fields: String) throws -> String {
        let desk = try Desk()
        let paper =
            "kind: workshop-summary\nlang: fr\ntitle: Le puits\nlead: Ils sont venus.\n\(fields)\n"
        return desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
    }

    @Test(arguments: [
        (
            "participants: {total: 45, by_gender: {f: 30, m: 25}}",
            "the numbers of ‘by_gender’ come to 55, and ‘total’ is 45"
        ),
        (
            "participants: {total: 45, by_country: {ML: 100, SN: 30}}",
            "the numbers of ‘by_country’ come to 130, and ‘total’ is 45"
        ),
        (
            "figures: [{title: Parts, chart: {kind: stacked, unit: \"%\", values: {a: 70, b: 45}}}]",
            "the shares of ‘values’ come to 115 %"
        ),
        (
            "figures: [{title: Parts, chart: {kind: stacked, values: {a: 70 %, b: 45.5 %}}}]",
            "the shares of ‘values’ come to 115.5 %"
        ),
        (
            "figures: [{title: Parts, chart: {kind: stacked, values: {a: 70, b: -5}}}]",
            "‘-5’ is no part of a whole"
        ),
    ])
    func areToldWhereTheyDo(fields: String, complaint: String) throws {
        let said = try said(of: fields)
        #expect(said.contains("warning: \(complaint)"), "\(said)")
    }

    @Test(arguments: [
        "participants: {total: 45, by_gender: {f: 20, m: 25}}",
        "participants: {total: 45, by_gender: {f: 20}}",
        "participants: {by_gender: {f: 20, m: 25}}",
        "figures: [{title: Parts, chart: {kind: stacked, unit: \"%\", values: {a: 33.4, b: 33.4, c: 33.4}}}]",
        "figures: [{title: Oui, chart: {kind: bars, unit: \"%\", values: {a: 70, b: 80}}}]",
        "figures: [{title: Oui, chart: {kind: bars, values: {a: 70, b: -80}}}]",
    ])
    func areLetBeWhereTheyDoNot(fields: String) throws {
        let said = try said(of: fields)
        #expect(!said.contains("come to") && !said.contains("no part"), "\(said)")
    }

    @Test func areAskedForWhereARecommendationSaysNothing() throws {
        let said = try said(
            of: "recommendations: [{to: Aux maires}, {to: À tous, points: [Creuser.]}]"
        )
        #expect(said.contains("warning: nothing stands beside ‘to’"), "\(said)")
        #expect(said.contains("under ‘text’ or ‘points’"), "\(said)")
        #expect(said.components(separatedBy: "warning: ").count == 2, "\(said)")
    }

    @Test(arguments: [("", true), ("back: text\n", true), ("back: duplicate-front\n", false)])
    func printTheTextOfABackWithoutBeingAsked(back: String, isPrinted: Bool) throws {
        let desk = try Desk()
        let paper = """
            kind: badge
            lang: fr
            event: {title: Le fleuve, date: 2026-05-14}
            holders: [Awa KEITA]
            back_text: Urgences au 1515
            \(back)
            """
        let file = try desk.write(paper, to: "paper.yaml")
        let read = desk.press.check(Job(file: file), asARead: true).reading
        #expect(read.contains("1515") == isPrinted, "\(read)")
    }
}
