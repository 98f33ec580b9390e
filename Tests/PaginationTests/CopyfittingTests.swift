import Diagnostics
import Flow
import Pages
import Testing
import Units

@Suite struct CopyfittingTests {
    private func fitted(_ blocks: [Block], to pages: Int, atMost: Bool = true) -> Made {
        var flow = flow(blocks, lines: 20)
        flow.fit = FitTarget(pages: pages, isAtMost: atMost)
        return make(flow)
    }

    private func messages(of made: Made) -> [String] {
        made.report.diagnostics.map(\.message.description)
    }

    @Test func leavesAFittingTextAlone() {
        let made = fitted([lines(20)], to: 1)
        #expect(made.pages.count == 1)
        #expect(made.report.isEmpty)
    }

    @Test func tightensNoMoreThanNeeded() {
        let gap = lines(6) { $0.spaceAfter = .pt(12) }
        let made = fitted([gap, gap, lines(7)], to: 1)
        #expect(made.pages.count == 1)
        #expect(messages(of: made).first?.hasPrefix("fitted to 1 page: leading at 9") == true)
        #expect(!made.report.hasErrors)
    }

    @Test func leavesOutWhatMattersLeastFirst() {
        let first = lines(4) { $0.priority = 1 }
        let second = lines(4) { $0.priority = 2 }
        let made = fitted([lines(16), second, first], to: 1)
        #expect(made.pages.map(\.count) == [20])
        #expect(messages(of: made).first?.contains("1 part left out") == true)
    }

    @Test func saysByHowManyLinesItIsOver() {
        var heading = paragraph("Findings")
        heading.anchor = Anchor(name: "findings", title: "Findings", level: 1)
        let made = fitted([heading, lines(30)], to: 1)
        #expect(made.report.hasErrors)
        #expect(messages(of: made).last?.hasPrefix("does not fit 1 page: 11 lines") == true)
        #expect(messages(of: made).last?.hasSuffix("from ‘Findings’ on") == true)
    }

    @Test func loosensWhereExactlySoManyPagesAreAsked() {
        let blocks = (0..<5).map { _ in lines(4) { $0.spaceAfter = .pt(12) } }
        let made = fitted(blocks, to: 2, atMost: false)
        #expect(made.pages.count == 2)
        let short = fitted([lines(3)], to: 2, atMost: false)
        #expect(
            messages(of: short) == ["the text fills only 1 of 2 pages, however loosely it is set"]
        )
    }
}
