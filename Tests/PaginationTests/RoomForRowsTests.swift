import Arrangement
import Diagnostics
import Flow
import Pages
import Testing
import TypeSupport
import Units

@testable import Pagination

/// Lines are 12 pt tall, and pages hold ten of them.
@Suite struct RoomForRowsTests {
    /// Hours of a line each, which may become as tall as is said, in lines; nought for those that stay.
    private func day(_ mostLines: [Double]) -> Block {
        let rows = mostLines.enumerated().map { index, most in
            var row = Table.Row(cells: [Table.Cell(blocks: [paragraph("hour-\(index + 1)")])])
            row.leastHeight = .pt(12)
            row.mostHeight = .pt(12 * most)
            return row
        }
        var block = Block(.table(Table(columns: [.init(width: .share(1))], rows: rows)))
        block.style.keepsTogether = true
        block.style.grid = .off
        return block
    }

    /// From each line to the next on each page, in lines.
    private func steps(of made: Made) -> [[Double]] {
        made.baselines.map { page in
            zip(page, page.dropFirst()).map { (($1 - $0) / 12 * 10).rounded() / 10 }
        }
    }

    @Test func letsHoursBecomeAsTallAsTheyMayWhereThePageHasRoom() {
        let made = make(flow([day([2, 0, 3, 2])]))
        #expect(steps(of: made) == [[2, 1, 3]])
        #expect(made.report.isEmpty)
    }

    @Test func sharesWhatAPageLeavesAmongItsDays() throws {
        let made = make(flow([day([5, 5, 0]), day([5, 0])]))
        let page = try #require(steps(of: made).first)
        // Five lines are left, and three rows ask for four each.
        #expect(page.count == 4 && steps(of: made).count == 1)
        let grown = [page[0], page[1], page[3]]
        #expect(grown.allSatisfy { $0 > 2.5 && $0 <= 2.7 }, "\(page)")
        #expect(page[2] == 1)
    }

    @Test func makesNoOtherPageForTallerHours() {
        let days = [day([9, 0, 0, 0, 0, 0]), day([9, 0, 0, 0, 0, 0])]
        let made = make(flow(days + [lines(3)]))
        #expect(made.pages.map(\.count) == [6, 9])
        #expect(steps(of: made).map { $0[0] } == [4.9, 1.9])
    }

    @Test func fillsPagesThatWereMadeToFitAsWell() {
        var flow = flow([day([4, 0, 0])])
        flow.fit = FitTarget(pages: 1, isAtMost: true)
        #expect(steps(of: make(flow)) == [[4, 1]])
    }
}
