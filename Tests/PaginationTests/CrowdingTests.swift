import Diagnostics
import Flow
import Glyphs
import Pages
import Pagination
import Testing
import TypeSupport
import Typesetting
import Units

/// What stands in frames that allow it gets smaller where it would else find no room.
@Suite struct CrowdingTests {
    /// A card: a name on one line, and at its foot, 24 pt high, so many lines.
    private func card(foot lines: Int, shrinkingTo least: Double = 0.6, name: Double = 0.8) -> Flow
    {
        var flow = flow([paragraph("Awa")], lines: 6)
        flow.masters["page"]!.frames[0].leastSize = name
        var foot = side("foot", top: .at(.pt(100)), bottom: .at(.pt(124)))
        foot.leastSize = least
        flow.masters["page"]!.frames.append(foot)
        flow.streams.append(
            Stream(name: "foot", blocks: (1...lines).map { paragraph("line-\($0)") })
        )
        return flow
    }

    private func heights(_ made: Made) -> [Double] {
        let lines = made.baselines[0].suffix(made.baselines[0].count - 1)
        return zip(lines.dropFirst(), lines).map { $0 - $1 }
    }

    @Test func staysAsDesignedWhereItFits() {
        let made = make(card(foot: 2))
        #expect(made.report.isEmpty)
        #expect(heights(made) == [12])
    }

    @Test func getsAsLittleSmallerAsDoes() {
        let made = make(card(foot: 3))
        #expect(made.report.isEmpty)
        #expect(made.pages.count == 1)
        // Of 12 pt three lines stand in 24 pt at 66 %: 65 % is the next step.
        #expect(heights(made).allSatisfy { abs($0 - 12 * 0.65) < 0.01 }, "\(heights(made))")
    }

    @Test func takesWhatElseShrinksAlong() {
        func size(_ made: Made) -> Double? {
            made.document.pages[0].fragments.flatMap(\.marks).lazy.compactMap { mark in
                if case .text(let text) = mark, text.run.text == "Awa" {
                    text.run.size.points
                } else {
                    nil
                }
            }.first
        }
        #expect(size(make(card(foot: 2))) == 10)
        let smaller = size(make(card(foot: 3))) ?? 0
        #expect(smaller < 10 && smaller > 8, "\(smaller)")
        #expect(size(make(card(foot: 3, name: 1))) == 10)
    }

    @Test func tellsWhatToShortenWhereEvenTheLeastIsTooLarge() {
        var full = card(foot: 4)
        full.streams[1].blocks.append(paragraph("a line that is longer than the others are"))
        let made = make(full)
        let text = made.report.diagnostics.map { "\($0.message)" }.joined()
        #expect(made.report.hasErrors)
        #expect(text == "there is no room for all that stands here, even at 60 % of its size")
        let hints = made.report.diagnostics.flatMap(\.hints).map { "\($0)" }
        #expect(hints == ["shorten ‘a line that is longer than the others are’"])
    }

    /// The leading stream would go on to another page of the same master.
    @Test func doesNotGoOnOverThePage() {
        var flow = flow([lines(5)], lines: 4)
        #expect(make(flow).pages.count == 2)
        flow.masters["page"]!.frames[0].leastSize = 0.7
        let made = make(flow)
        #expect(made.report.isEmpty)
        #expect(made.pages.count == 1)
        flow.streams[0].blocks = [lines(9)]
        #expect(make(flow).report.hasErrors)
    }

    @Test func keepsNoFormeOfWhatWasSetSmaller() {
        var forme = StandingForme()
        var report = Report()
        _ = forme.makeUp(
            card(foot: 3),
            typesetting: { _ in Typesetter(lines: Monospace()) },
            reporting: &report
        )
        #expect(report.isEmpty)
        #expect(forme.changed(to: card(foot: 3)) == nil)
    }
}
