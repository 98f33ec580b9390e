import Diagnostics
import Pages
import Structure
import TestSupport
import Testing

@testable import Finishing

@Suite struct AccessibilityTests {
    @Test func readsADocumentAloud() throws {
        let reading = accessibilityReading(of: Sample().document)
        try expectReference(reading.dump(), named: "reading")
    }

    @Test func findsNothingWrongWithASoundDocument() {
        var report = Report()
        checkAccessibility(of: Sample().document, reporting: &report)
        #expect(report.isEmpty)
    }

    @Test func findsWhatWouldNotBeRead() {
        var tree = StructureTree()
        var sheet = Sheet()
        let span = Span(SourceID(index: 0), 3..<9)
        sheet.set("deep", as: .element(tree.add(.heading(level: 3), origin: span)))
        sheet.rule(as: .element(tree.add(.figure, origin: span)))
        let row = tree.add(.tableRow, to: tree.add(.table, origin: span))
        sheet.set("cell", as: .element(tree.add(.tableData, to: row)))
        _ = tree.add(.figure)
        let link = tree.add(.link, origin: span)
        sheet.set("there", as: .element(link))
        sheet.follow(.destination("nowhere"), link, "there")
        var report = Report()
        checkAccessibility(
            of: Document(pages: [sheet.page], structure: tree),
            reporting: &report
        )
        #expect(
            report.diagnostics.map(\.message) == [
                .noTitle, .skippedHeading(3, after: 0), .figureWithoutWords, .tableWithoutHeaders,
                .linkToNowhere("nowhere"),
            ]
        )
        #expect(report.diagnostics.dropFirst().allSatisfy { $0.span == span })
    }
}
