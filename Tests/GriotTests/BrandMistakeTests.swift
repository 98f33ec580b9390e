import Foundation
import Griot
import TestSupport
import Testing

/// What is wrong with a brand is told of the brand, once, and not of the papers that it dresses.
@Suite struct BrandMistakeTests {
    private static let house = """
        brand: ours
        colours:
          primary: "#0e4a57"
          accent: "#b4471f"
          quiet: "#565e63"
        fonts: {serif: {latin: Gentium Book Plus}, display: {latin: Gentium Plus}, sans: {latin: Noto Sans}}
        scale: {tiny: 7pt, small: 7.8pt, fine: 10pt, body: 10.6pt, letter: 11.5pt, lead: 13pt, subtitle: 13.6pt, large: 15pt, title: 28pt}

        """

    private func said(_ typed: String, _ wrong: String) throws -> String {
        let desk = try Desk()
        try desk.write(Self.house.replacing(typed, with: wrong), to: "layouts/brands/ours.yaml")
        let path = try desk.write(
            "kind: badge\nbrand: ours\nevent: {id: e, title: Eau, date: 2026-03-03}\nholders: [{person: Awa SY}]\n",
            to: "badge.yaml"
        )
        return desk.said(desk.press.check(Job(file: path)))
    }

    @Test func takesABrandThatIsAsItShouldBe() throws {
        let text = try said("brand: ours", "brand: ours")
        #expect(text.isEmpty, "\(text)")
    }

    @Test(arguments: [
        (
            "primary", "primry", "ours.yaml:3:3: error: the brand ‘ours’ has no colour ‘primary’",
            "write ‘primary’ for ‘primry’"
        ),
        ("\"#0e4a57\"", "\"0e4a57\"", "3:12: error: expected a colour", "write \"#0e4a57\""),
        ("\"#0e4a57\"", "{rgb: 0e4a57}", "3:18: error: expected a colour", "write \"#0e4a57\""),
        ("\"#0e4a57\"", "\"rgb(14, 74, 87)\"", "3:12: error:", "write \"#0e4a57\""),
        ("\"#0e4a57\"", "14 74 87", "3:12: error: expected a colour", "write \"#0e4a57\""),
        ("\"#0e4a57\"", "rouge", "3:12: error: expected a colour", "in six figures"),
        (
            "fonts:", "logos: {main: logo.png}\nfonts:", "error: expected a mapping with a ‘file’",
            "write: main: {file: logo.png, alt: …}"
        ),
    ])
    func tellsItOnce(typed: String, wrong: String, message: String, hint: String) throws {
        let text = try said(typed, wrong)
        #expect(text.contains(message) && text.contains(hint), "\(text)")
        #expect(text.components(separatedBy: "error: ").count == 2, "\(text)")
    }

    @Test(arguments: [
        ("ours.yaml", "layouts/brands/ours.yaml", "hint: did you mean ‘ours’?\n"),
        (
            "ours", "ours.yaml",
            "hint: if ‘ours.yaml’ is it, move that to ‘layouts/brands/ours.yaml’"
        ),
        ("ours", "layouts/ours.yaml", "hint: if ‘layouts/ours.yaml’ is it, move that to"),
        (
            "theirs", "layouts/brands/ours.yaml",
            "hint: to begin one: griot layouts copy house theirs"
        ),
    ])
    func saysWhereABrandBelongs(name: String, place: String, hint: String) throws {
        let desk = try Desk()
        try desk.write(Self.house, to: place)
        let paper =
            "kind: badge\nbrand: \(name)\nevent: {id: e, title: Eau, date: 2026-03-03}\nholders: [{person: Awa SY}]\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "badge.yaml"))))
        #expect(said.contains("there is no brand ‘\(name)’") && said.contains(hint), "\(said)")
    }

    @Test func fillsWhatABrandDoesNotSay() throws {
        let text = try said("  quiet: \"#565e63\"\n", "")
        #expect(text.contains("2:1: warning: the brand ‘ours’ has no colour ‘quiet’"), "\(text)")
        #expect(!text.contains("error"))
    }

    /// A brand says what is other than the house's.
    @Test(arguments: ["", "fonts: {serif: {latin: Linux Libertine}}\n"])
    func hasTheTypeOfTheHouseWhereABrandSaysNothingOfIt(type: String) throws {
        let desk = try Desk()
        let colours =
            "brand: ours\ncolours: {primary: \"#5e2130\", accent: \"#b4471f\", quiet: \"#565e63\"}\n"
        try desk.write(colours + type, to: "layouts/brands/ours.yaml")
        try desk.write("event: {id: e, title: Eau, date: 2026-03-03}\n", to: "event.yaml")
        let path = try desk.write(
            "kind: workshop-summary\nbrand: ours\nlang: en\ntitle: Water\nlead: Wells are deep.\n"
                + "date: 2026-03-03\nplace: Dakar\nimprint: {publisher: {name: Forum}}\n",
            to: "summary.yaml"
        )
        let outcome = desk.press.render(Job(file: path), to: .folder(desk.path("out")))
        let file = try #require(outcome.written.first, "\(desk.said(outcome))")
        #expect(desk.said(outcome).isEmpty, "\(desk.said(outcome))")
        let text = try ask("pdftotext", file, "-").text
        #expect(text.contains("Forum"), "\(text)")
        #expect(text.contains("Set in Gentium") == type.isEmpty, "\(text)")
    }
}
