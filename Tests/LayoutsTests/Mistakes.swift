import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

@Suite struct Mistakes {
    @Test func tellsEveryMistakeOfAPaperWithTheNearestName() throws {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: bsae
                siez: a4
                size: a44
                grid: {colums: 12, baseline: 13}
                variables: {aside: 9 to 12}
                styles:
                  title: {font: serfi, size: 26, colour: primray, weigth: bold, from: tilte}
                  loop: {from: loop}
                  loud: {colour: primary 20, align: center}
                masters:
                  first:
                    frames:
                      text: {columns: 1 to 14, top: {below: opneing}, stream: bdoy}
                      empty: {top: 3mm}
                  third: {}
                streams:
                  body:
                    - {heading: "{title", level: 9}
                    - {paragraph: "{event.city | upcase}", styel: title}
                    - {paragraf: "x"}
                    - {part: contact-blok}
                    - {part: contact-block, with: {offcie: contact}}
                    - {text: "a b", style: boddy}
                    - {each: sections, do: {heading: x}}
                    - {paragraph: $gone}
                    - {paragraph: "{heading:one} {heading:2 frist}"}
                  unused: []
                """
        )
        try expectReference(said, named: "mistakes")
    }

    /// One that announced its session in large letters enlarged those of all others.
    @Test func tellsOfAStyleThatTwoPartsBring() {
        let bench = Bench()
        for (part, size) in [("one", 9), ("two", 12)] {
            bench.written["parts/\(part)"] = """
                part: \(part)
                styles: {people: {size: \(size)pt, leading: 14pt}}
                blocks: [{paragraph: x, style: people}]
                """
        }
        let said = bench.complaints(
            of: """
                paper: wrong
                extends: base
                streams: {main: [{part: one}, {part: two}]}
                """
        )
        #expect(
            said.contains("has a style ‘people’ too, and in a paper the two are one"),
            "\(said)"
        )
        #expect(said.components(separatedBy: "warning").count == 2, "\(said)")
    }

    /// It was told wherever the name was used.
    @Test func tellsOnceOfAVariableThatThereIsNot() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                variables: {hang: 4mm}
                styles:
                  one: {margin-start: $hangg}
                  two: {margin-start: $hangg, margin-end: $hand}
                """
        )
        #expect(said.components(separatedBy: "no variable ‘hangg’").count == 2, "\(said)")
        #expect(said.contains("no variable ‘hand’"), "\(said)")
    }

    /// All of them would be printed one over the other.
    @Test(arguments: ["0pt", "0.001pt"])
    func asksForLinesThatStandApart(baseline: String) {
        let said = Bench().complaints(
            of: "paper: wrong\nextends: base\ngrid: {baseline: \(baseline)}\n"
        )
        #expect(said.contains("expected a length of 1pt or more, found ‘\(baseline)’"), "\(said)")
    }

    @Test func warnsOfTypeLargerThanTheLeadingThatItsStyleComesWith() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                styles:
                  shout: {from: heading-1, size: 30pt}
                  aloud: {from: heading-1, size: 30pt, leading: 33pt}
                  relative: {from: aloud, leading: 1.1em}
                  larger: {from: relative, size: 40pt}
                """
        )
        #expect(said.contains("type of 30 pt stands on lines 16.2 pt apart"))
        #expect(said.contains("say its leading as well: ‘leading: 36pt’"))
        #expect(said.components(separatedBy: " pt apart").count == 2, "\(said)")
    }

    @Test func tellsBoundsOfWhiteThatAreNone() throws {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                styles:
                  crossed: {word-space: {least: 120%, ideal: 100%}}
                  apart: {word-space: {most: 500%}}
                  bare: {word-space: 80%}
                  unknown: {word-space: {leest: 80%}}
                  far: {letter-fit: {most: 0.2em}}
                  wrong: {letter-fit: {least: 1%}}
                  loose: {looseness: 9}
                """
        )
        try expectReference(said, named: "bounds-of-white")
    }

    @Test func saysHowFarLeversMayGoAndThatACodeHasASide() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                fit: {pages: 1, size: 0%, leading: 120%, pictures: -5%, gaps: 0%}
                streams:
                  body: [{code: "{title}", side: 0mm}, {code: "{title}", side: -4mm}]
                """
        )
        #expect(said.contains("a share from ‘25%’ to ‘100%’"))
        #expect(said.contains("a share from ‘50%’ to ‘100%’"))
        #expect(said.contains("a share from ‘5%’ to ‘100%’"))
        #expect(said.contains("‘0mm’ leaves no room") && said.contains("a length such as ‘24mm’"))
    }

    @Test func saysThatNoFrameStandsAgainstItself() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                masters:
                  first:
                    frames:
                      opening: {top: {below: opening}, stream: body}
                streams:
                  body: [{paragraph: "{title}"}]
                """
        )
        #expect(said.contains("the frame ‘opening’ can't stand against itself"))
    }

    @Test func saysWhichFrameIsOffThePageAndWhatLeavesNoRoom() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                styles:
                  flat: {leading: 0pt, size: -3pt}
                masters:
                  first:
                    frames:
                      deep: {top: 400mm, stream: body}
                      thin: {start: 20mm, width: 0mm, drawing: []}
                streams:
                  body: [{paragraph: "{title}", style: flat}]
                """
        )
        for complaint in [
            "wrong.yaml:8:7: error: the frame ‘deep’ stands outside the page, which is 297 mm tall",
            "wrong.yaml:4:19: error: ‘0pt’ leaves no room", "4:30: error: ‘-3pt’ leaves no room",
            "9:34: error: ‘0mm’ leaves no room",
        ] {
            #expect(said.contains(complaint), "\(said)")
        }
    }

    @Test func saysWhatAFilterCannotUse() throws {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                streams:
                  body:
                    - {paragraph: "{people | first: one} {people | skip: -1} {number | digits: 99}"}
                    - {paragraph: "{person | name: famly-given} {site | url: shrot} {title | upper: 3}"}
                    - {paragraph: "{date | to} {title | shorten: many} {people | where: = photo}"}
                    - {paragraph: "{part | percent: of total} {rooms | among: a b} {role | agree}"}
                    - {paragraph: "{people | sort: person.family | first: 0} {part | percent: of: total}"}
                    - {paragraph: "{person | name: way} {people | where: kind = photo} {list | join: ''}"}
                """
        )
        try expectReference(said, named: "filter-arguments")
    }

    @Test func complainsOfFilesThatAreNoMappings() {
        for text in [
            "[]", "3", "", "paper: x\nstyles: 3\nmasters: [1]\nstreams: {a: 3}", "extends: [x]",
        ] {
            let bench = Bench()
            bench.written["papers/odd"] = text
            #expect(bench.paper("odd") == nil || !bench.complaints.isEmpty, "\(text)")
        }
    }

    @Test func refusesAPaperThatExtendsItself() {
        let bench = Bench()
        bench.written["papers/a"] = "paper: a\nextends: b\nmasters: {right: {}}"
        bench.written["papers/b"] = "paper: b\nextends: a"
        _ = bench.paper("a")
        #expect(bench.complaints.contains("build upon one another in a circle: a, b, a"))
    }
}
