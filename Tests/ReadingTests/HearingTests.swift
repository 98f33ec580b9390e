import Diagnostics
import Structure
import Testing

@testable import Reading

/// A finished file, met by somebody who cannot see it.
@Suite struct HearingTests {
    private func heard(_ objects: String..., content: String) throws(ReadingError)
        -> HeardDocument
    {
        var file = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/Lang(en)>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 7 0 R"
                + "/Resources<</Font<</a<</Subtype/Type1>>>>>>>>"
        )
        for object in objects { file.add(object) }
        file.add("<</Length \(content.utf8.count)>>", stream: Array(content.utf8))
        return try hearPDF(file.file)
    }

    private let tree = "<</K 5 0 R>>"
    private let top = "<</S/Document/K[6 0 R]>>"

    @Test func hearsWordsInTheOrderOfTheTree() throws {
        let document = try heard(
            tree,
            top,
            "<</S/P/Pg 3 0 R/K[0 1]/Lang(fr)>>",
            content: """
                /P<</MCID 1>>BDC BT /a 1 Tf 9 0 0 9 0 0 Tm (b\\351) Tj 0 -2 Td (c) Tj ET EMC
                /P<</MCID 0>>BDC BT 9 0 0 9 0 0 Tm [(a)-20(x)] TJ 1 .3 Td <79> Tj ET EMC
                """
        )
        #expect(document.pages.map { $0.map(\.words) } == [["bé c", "axy"]])
        #expect(document.structure.dump().contains("P lang=fr"))
    }

    @Test func takesWordsThatStandForGlyphs() throws {
        let document = try heard(
            tree,
            top,
            "<</S/P/Pg 3 0 R/K 0>>",
            content: "/P<</MCID 0>>BDC /Span<</ActualText<FEFF0041>>>BDC (b) Tj EMC (c) Tj EMC"
        )
        #expect(document.pages[0].first?.words == "A")
    }

    @Test func hearsWhatAFileSaysOfItself() throws {
        let silent = try heard(tree, top, "<</S/P/Pg 3 0 R/K 0>>", content: "")
        #expect(
            silent.declaration
                == Declaration(
                    language: "en",
                    isTagged: false,
                    showsTitle: false,
                    isUniversal: false
                )
        )
        let words = "<dc:title><rdf:li>Wells</rdf:li></dc:title><pdfuaid:part>1</pdfuaid:part>"
        var file = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>"
                + "/ViewerPreferences<</DisplayDocTitle true>>/Metadata 4 0 R>>",
            noPages,
            "<</K<</S/Document>>>>"
        )
        file.add("<</Type/Metadata/Length \(words.utf8.count)>>", stream: Array(words.utf8))
        let told = try hearPDF(file.file)
        #expect(told.title == "Wells")
        #expect(
            told.declaration
                == Declaration(language: "", isTagged: true, showsTitle: true, isUniversal: true)
        )
    }

    @Test func refusesWhatHasNoStructure() {
        let plain = HandmadePDF("<</Type/Catalog/Pages 2 0 R>>", noPages)
        #expect(throws: ReadingError.untagged) { try hearPDF(plain.file) }
    }

    @Test func refusesAStructureThatRunsInACircle() {
        #expect(throws: ReadingError.damaged("its structure runs in a circle")) {
            try heard(tree, "<</S/Document/K[6 0 R]>>", "<</S/P/K[5 0 R]>>", content: "")
        }
    }

    @Test func refusesAStructureWithoutEnd() {
        let deep =
            String(repeating: "<</S/P/K[", count: 300) + "0" + String(repeating: "]>>", count: 300)
        #expect(throws: ReadingError.self) { try heard(tree, top, deep, content: "") }
    }

    /// The paragraph is told of, whatever can be heard of it.
    @Test func hearsAParagraphWithContentThatIsNone() throws {
        for content in [
            "<< /P", "EMC EMC EMC", "/P BDC", "((((", "<4", "[[[[[[", "BI ID \u{1}\u{2}", "%",
            "/P<</MCID 99999999999999999999>>BDC (x) Tj EMC", "1e999 0 Td", "\\",
        ] {
            let heard = try heard(tree, top, "<</S/P/Pg 3 0 R/K 0>>", content: content)
            #expect(heard.structure.elements.map(\.role).contains(.paragraph), "\(content)")
        }
    }
}
