import Diagnostics
import Foundation
import Layouts
import Testing
import Units

/// Frames: what a paper says of them over what it builds upon, and what can't be so.
@Suite struct FramePlaces {
    private func complaints(_ masters: String, _ rest: String = "") -> String {
        Bench().complaints(
            of: """
                paper: wrong
                extends: base
                \(rest)
                masters:
                \(masters)
                streams: {body: [{paragraph: x}], side: [{paragraph: x}]}
                """
        )
    }

    private func frame(_ low: String, under high: String) throws -> FrameDesign {
        let bench = Bench()
        bench.written["papers/low"] = """
            paper: low
            extends: base
            masters: {right: {frames: {text: {\(low), stream: body}}}}
            streams: {body: [{paragraph: x}]}
            """
        bench.written["papers/high"] = """
            paper: high
            extends: low
            masters: {right: {frames: {text: {\(high)}}}}
            """
        let layout = try #require(bench.paper("high"))
        #expect(bench.complaints == "")
        return try #require(layout.masters["right"]?.frames.first)
    }

    @Test func letsAPaperSayColumnsOverAStartAndAStartOverColumns() throws {
        let columns = try frame("start: 20mm, width: 30mm", under: "columns: 1 to 8")
        #expect(columns.columns == 1...8 && columns.start == nil && columns.width == nil)
        let start = try frame("columns: 1 to 8", under: "start: 20mm, width: 30mm")
        #expect(start.columns == nil && start.start == .absolute(.mm(20)))
        let left = try frame("start: 20mm, width: 30mm", under: "left: 5mm")
        #expect(left.start == nil && left.left == .absolute(.mm(5)))
        #expect(left.width == .absolute(.mm(30)))
    }

    @Test func letsAPaperSayAHeightOverAnEdgeOrContent() throws {
        let fixed = try frame("top: 20mm, height: content", under: "height: 30mm")
        #expect(!fixed.isAsHighAsContent && fixed.height == .absolute(.mm(30)))
        let height = try frame("top: 20mm, bottom: 20mm", under: "height: 30mm")
        #expect(height.bottom == nil && height.height == .absolute(.mm(30)))
        let edges = try frame("top: 20mm, height: 30mm", under: "bottom: 20mm")
        #expect(edges.height == nil && edges.bottom == .at(.absolute(.mm(20))))
    }

    @Test(arguments: [
        (
            "columns: 1 to 8, start: 20mm",
            "‘columns’ of the frame ‘text’ is passed over, since ‘start’"
        ),
        ("left: 1cm, start: 20mm", "‘left’ of the frame ‘text’ is passed over, since ‘start’"),
        ("columns: 1 to 8, width: 30mm", "the ‘width’ of the frame ‘text’ is passed over"),
        ("top: 1cm, bottom: 1cm, height: 3cm", "‘height’ of the frame ‘text’ is passed over"),
    ])
    func tellsOfAKeyThatAnotherLeavesNothingToSay(keys: String, what: String) {
        let said = complaints(
            "  right: {frames: {text: {\(keys), stream: body}, side: {stream: side}}}"
        )
        #expect(said.contains("warning: \(what)"), "\(said)")
        #expect(said.components(separatedBy: "warning").count == 2, "\(said)")
    }

    @Test(arguments: [
        ("top: {below: side}", "top: {below: text}"),
        ("bottom: {above: side}", "top: {below: text}"),
        ("top: {below: side}", "height: 9mm, bottom: {above: text}"),
    ])
    func namesFramesThatStandAgainstOneAnotherInACircle(text: String, side: String) {
        let said = complaints(
            "  right: {frames: {text: {\(text), stream: body}, side: {\(side), stream: side}}}"
        )
        let circle = "frames stand against one another in a circle: text, side, text"
        #expect(said.components(separatedBy: circle).count == 2, "\(said)")
    }

    @Test func letsAFrameEndAboveOneThatStandsAtTheFoot() {
        let said = complaints(
            "  right: {frames: {text: {bottom: {above: side}, stream: body}, "
                + "side: {bottom: 2cm, height: content, stream: side}}}"
        )
        #expect(said == "")
    }

    @Test func namesMastersThatComeFromOneAnotherInACircle() {
        let frames = "frames: {text: {stream: body}, side: {stream: side}}"
        let said = complaints("  right: {from: left, \(frames)}\n  left: {from: right}")
        #expect(
            said.contains(
                ":5:17: error: masters come from one another in a circle: right, left, right"
            )
        )
        #expect(said.components(separatedBy: "error").count == 2, "\(said)")
        let below = complaints("  right: {from: left}\n  left: {\(frames)}")
        #expect(below.contains("error: the master ‘left’ stands below the one that comes from it"))
        #expect(below.contains("put ‘left’ above ‘right’"), "\(below)")
    }

    @Test func takesFramesOverThoseOfTheMasterItComesFromWhicheverIsSaidFirst() throws {
        let bench = Bench()
        bench.written["papers/p"] = """
            paper: p
            extends: base
            masters:
              left: {frames: {text: {columns: 1 to 8, stream: body}}}
              right: {frames: {text: {columns: 2 to 9}}, from: left}
            streams: {body: [{paragraph: x}]}
            """
        let layout = try #require(bench.paper("p"))
        #expect(layout.masters["right"]?.frames.map(\.columns) == [2...9])
    }

    /// A mistake in what it changes was told where nobody had made one: in the files of the house.
    @Test(arguments: [
        ("grid: {columns: 6}", ":3:17: error: the grid has only 6 columns, and frames"),
        ("size: a6", ":3:7: error: the frame ‘folio’ stands outside the page"),
        ("grid: {margins: 200mm}", ":3:17: error: the margins leave no room"),
        ("grid: {columns: 48, gutter: 40mm}", ":3:29: error: 48 columns with 40 mm between them"),
        ("streams: {body: none}", ":3:17: error: the frame ‘text’ waits for ‘body’"),
        ("streams: {bdoy: none}", ":3:11: error: there is no stream ‘bdoy’"),
        ("masters: {right: {frames: {txt: none}}}", ":3:28: warning: there is no frame ‘txt’"),
        (
            "masters: {last: {frames: {foot: none}}}",
            ":3:33: error: the frame ‘text’ stands against"
        ),
    ])
    func blamesThePaperForWhatItChanges(line: String, what: String) {
        let said = Bench().complaints(of: "paper: wrong\nextends: report\n\(line)\n")
        #expect(said.contains("papers/wrong.yaml\(what)"), "\(said)")
        #expect(!said.contains("papers/report.yaml"), "\(said)")
    }

    @Test func namesPapersThatBuildUponOneAnotherInACircle() {
        let bench = Bench()
        bench.written["papers/other"] = "paper: other\nextends: wrong\n"
        let said = bench.complaints(of: "paper: wrong\nextends: other\n")
        #expect(
            said.contains(
                "papers/other.yaml:2:10: error: papers build upon one another in a circle: "
            )
        )
        #expect(said.contains("wrong, other, wrong") && !said.contains("no ‘masters’"), "\(said)")
    }
}

/// Lengths as people write them.
@Suite struct LengthMistakes {
    @Test(arguments: [
        ("{size: 9,5pt}", "write ‘9.5pt’"), ("{size: '9,5'}", "write ‘9.5pt’"),
        ("{before: '12,5mm'}", "write ‘12.5mm’"), ("{before: '1,5'}", "write ‘1.5mm’"),
        ("{tracking: '0,02em'}", "write ‘0.02em’"),
        ("{leading: 13,5pt, size: 9pt}", "write ‘13.5pt’"),
    ])
    func tellsOfADecimalCommaByWhatToWrite(style: String, mend: String) {
        let said = Bench().complaints(
            of: "paper: wrong\nextends: report\nstyles:\n  body: \(style)\n"
        )
        #expect(said.contains("wrong.yaml:4:") && said.contains(mend), "\(said)")
        #expect(said.components(separatedBy: "error").count == 2, "\(said)")
    }

    @Test(arguments: [
        ("size: 90000mm x 90000mm", "no page of a PDF is longer than 5080mm"),
        ("size: 105,5mm x 148mm", "write ‘105.5mm’"), ("landscape: oui", "did you mean ‘yes’?"),
    ])
    func tellsOfASizeThatNoPageHas(line: String, what: String) {
        let said = Bench().complaints(of: "paper: wrong\nextends: report\n\(line)\n")
        #expect(said.contains(what), "\(said)")
    }

    @Test func takesOneLengthForAllMargins() throws {
        let bench = Bench()
        bench.written["papers/p"] = "paper: p\nextends: report\ngrid: {margins: 15mm}\n"
        let grid = try #require(bench.paper("p")).grid
        #expect(
            [grid.inside, grid.outside, grid.top, grid.bottom]
                == Array(repeating: .absolute(.mm(15)), count: 4)
        )
    }

    @Test func saysOfAFrameThatHoldsNoWordThatItIsTooNarrow() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: base
                masters: {right: {frames: {text: {start: 20mm, width: 0.1mm, stream: body}}}}
                streams: {body: [{paragraph: x}]}
                """
        )
        #expect(
            said.contains(":3:28: error: the frame ‘text’ is 0.1 mm wide: no word stands in it")
        )
    }

    @Test func asksOnceForWhatAPartIsGivenUnderAMisspeltName() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: report
                streams: {body: [{part: figure, with: {figur: title}}]}
                """
        )
        #expect(said.contains("takes no ‘figur’") && said.contains("did you mean ‘figure’?"))
        #expect(!said.contains("needs ‘figure’"), "\(said)")
    }
}
