import Foundation
import Griot
import Testing

/// What a layout asks of a font that has no such letters is told, and nothing else is.
@Suite struct FeatureTests {
    private func said(
        _ styles: String,
        language: String = "fr",
        blocks: String = "{paragraph: \"{title}\", style: a}, {paragraph: \"{title}\", style: a}"
    ) throws -> String {
        let desk = try Desk()
        try desk.write(
            """
            paper: plain
            extends: base
            kind: workshop-summary
            masters: {right: {frames: {text: {columns: 1 to 8, stream: body}}}}
            styles:
            \(styles)
            streams: {body: [\(blocks)]}
            """,
            to: "layouts/papers/plain.yaml"
        )
        let file = try desk.write(
            "kind: workshop-summary\nlayout: plain\nlang: \(language)\ntitle: 12\n",
            to: "a.yaml"
        )
        return desk.said(desk.press.check(Job(file: file)))
    }

    @Test func tellsOnceForAStyleAndAFaceAtTheLayoutsLine() throws {
        let said = try said("  a: {font: serif, figures: old}")
        #expect(
            said.hasPrefix(
                "layouts/papers/plain.yaml:6:29: warning: ‘Gentium Book Plus’ has no old-style figures "
                    + "(‘onum’)\n"
            ),
            "\(said)"
        )
        #expect(said.contains("hint: take it out here, or name a family that has it under ‘fonts’"))
        #expect(said.split(separator: "warning:").count == 2, "\(said)")
    }

    /// A feature that no version of the one family has, and all of the other.
    @Test func tellsItOfEachFaceThatAStyleComesToBeSetIn() throws {
        let said = try said(
            "  o: {font: serif, features: [salt]}\n  a: {from: o, weight: bold, italic: yes}\n"
                + "  b: {from: o, font: sans}",
            blocks: "{paragraph: \"{title}\", style: o}, {paragraph: \"{title}\", style: a}, "
                + "{paragraph: \"{title}\", style: b}"
        )
        #expect(
            said.contains("plain.yaml:6:30: warning: ‘Gentium Book Plus’ has no feature ‘salt’")
        )
        #expect(said.contains("‘Gentium Book Plus’ in weight 700 italic has no feature ‘salt’"))
        #expect(!said.contains("‘Noto Sans’"))
    }

    @Test(
        arguments: [
            "{font: serif, capitals: small}", "{font: display, capitals: all-small}",
            "{font: sans, figures: old, features: [frac]}", "{font: serif, figures: lining}",
            "{font: serif, figures: tabular}", "{font: serif, figures: text}",
            "{font: serif, capitals: upper}", "{font: serif, features: [-liga, -frac, kern]}",
        ]
    )
    func saysNothingOfWhatIsThere(style: String) throws {
        #expect(try said("  a: \(style)") == "")
    }

    /// Types that share nothing with Latin's tradition have one kind of letters and figures.
    @Test(arguments: ["ar", "am", "nqo", "zgh", "ff-Adlm"])
    func asksNothingOfOtherScripts(language: String) throws {
        #expect(
            try said("  a: {font: serif, capitals: small, figures: old}", language: language) == ""
        )
    }
}
