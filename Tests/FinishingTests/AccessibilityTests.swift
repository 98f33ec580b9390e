import Diagnostics
import Pages
import Structure
import TestSupport
import Testing
import Units

@testable import Finishing

@Suite struct AccessibilityTests {
    @Test func readsADocumentAloud() throws {
        let reading = accessibilityReading(of: Sample().document.heard)
        try expectReference(reading.dump(), named: "reading")
    }

    @Test func announcesADocumentInPlainWords() throws {
        let lines = accessibilityReading(of: Sample().document.heard).announcements
        try expectReference(
            lines.map { "\($0)\n" }.joined(),
            named: "announcements"
        )
    }

    @Test func hearsTheNumberOfAHeadingWithItsWords() {
        var tree = StructureTree()
        var sheet = Sheet()
        let heading = tree.add(.heading(level: 1))
        let number = tree.add(.span, to: heading)
        sheet.set("12", as: .element(number))
        sheet.set("Roads", as: .element(heading))
        let reading = accessibilityReading(
            of: Document(pages: [sheet.page], structure: tree).heard
        )
        #expect(reading.announcements == ["page 1", "  heading 1: 12 Roads"])
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

    @Test func tellsOfLevelsThatWereToBePassedOver() {
        var tree = StructureTree()
        var sheet = Sheet()
        let first = tree.add(.heading(level: 1))
        let second = tree.add(.heading(level: 2), origin: Span(SourceID(index: 0), 3..<9))
        tree[second].passedLevels = Element.PassedLevels(above: 1, written: 4)
        sheet.set("one", as: .element(first))
        sheet.set("two", as: .element(second))
        var document = Document(pages: [sheet.page], structure: tree)
        document.metadata.title = "T"
        var report = Report()
        let findings = checkAccessibility(of: document, reporting: &report)
        #expect(findings.headings == 1)
        #expect(report.diagnostics.map(\.message) == [.skippedHeading(4, after: 1)])
        #expect(report.diagnostics.first?.hints == ["it is read as one of level 2: write it so"])
    }

    @Test func findsTextThatHardlyStandsOutFromItsGround() {
        var tree = StructureTree()
        let words = tree.add(.paragraph, origin: Span(SourceID(index: 0), 3..<9))
        let grey = Colour(red: 150, green: 150, blue: 150)
        let blue = Colour(red: 0, green: 0, blue: 90)
        let area = AreaMark(
            rect: Rect(x: .zero, y: .zero, width: .pt(500), height: .pt(100)),
            fill: blue
        )
        var sheet = Sheet()
        sheet.set("read me", as: .element(words))
        guard case .text(var mark) = sheet.page.fragments[0].marks[0] else { return }
        mark.origin = Point(x: .pt(10), y: .pt(50))
        func told(_ colour: Colour, on ground: Mark?) -> [Diagnostic] {
            mark.colour = colour
            sheet.page.fragments[0].origin = .zero
            sheet.page.fragments[0].marks = [ground, .text(mark)].compactMap(\.self)
            var report = Report()
            checkContrast(
                of: Document(pages: [sheet.page], structure: tree),
                reporting: &report
            )
            return report.diagnostics
        }
        #expect(told(.black, on: nil).isEmpty)
        #expect(told(.white, on: .area(area)).isEmpty)
        #expect(told(grey, on: nil).count == 1)
        #expect(
            told(.black, on: .area(area)).first?.message.description.contains("#00005a") == true
        )
    }

    @Test func countsWhatItFindsInPlainWords() {
        var findings = AccessibilityFindings()
        #expect(findings.verdict == "everybody can read it: nothing to mend")
        findings.pictures = 2
        findings.tables = 1
        #expect(findings.verdict == "2 pictures need a description, 1 table needs header cells")
    }
}
