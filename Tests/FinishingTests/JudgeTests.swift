import Pages
import Painting
import Structure
import Testing

@testable import Finishing

/// A judge that never says no would be none.
@Suite struct JudgeTests {
    @Test func failsWhatCairoMadeAlone() throws {
        let verdict = try judge(try Sample().painted().bytes)
        #expect(!verdict.isContent)
        for clause in ["UA 7.1-10", "UA 7.2-2", "A 6.2.3", "A 6.1.3"] {
            #expect(verdict.text.contains(clause), "\(verdict.text)")
        }
    }

    @Test func failsAFigureWithoutWords() throws {
        var sample = Sample()
        for element in sample.document.structure.elements.indices {
            sample.document.structure[ElementID(index: Int32(element))].alternative = nil
        }
        let painted = try sample.painted()
        let bytes = try finish(
            painted.bytes,
            document: sample.document,
            marked: painted.marked,
            options: FinishingOptions()
        )
        let verdict = try judge(bytes)
        #expect(verdict.text.hasPrefix("UA 7.3-1: figure without alternative\njudged"))
        #expect(!verdict.isContent)
    }

    @Test func failsAFileThatSaysItIsSomethingElse() throws {
        let sample = Sample()
        let painted = try sample.painted()
        let bytes = try finish(
            painted.bytes,
            document: sample.document,
            marked: painted.marked,
            options: FinishingOptions(standards: [.a2b])
        )
        #expect(try judge(bytes, standards: "a-2b").isContent)
        #expect(!(try judge(bytes, standards: "ua-1,a-2a").isContent))
    }
}
