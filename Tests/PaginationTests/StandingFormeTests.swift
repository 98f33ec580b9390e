import Diagnostics
import Flow
import Pages
import Pagination
import Structure
import Testing
import TypeSupport
import Typesetting
import Units

@Suite struct StandingFormeTests {
    /// A card: a name, and beneath it a role; at its foot, where to write to; a word drawn on each.
    private func card(_ name: String, _ role: String, foot: String = "a@b") -> Flow {
        var flow = flow([paragraph(name), paragraph(role) { $0.spaceBefore = .pt(4) }])
        flow.masters["page"]!.frames.append(side("foot", top: .at(.pt(100)), bottom: .at(.pt(140))))
        flow.masters["page"]!.frames.append(furniture("house", at: 4, text("House")))
        flow.streams.append(Stream(name: "foot", blocks: [paragraph(foot)]))
        return flow
    }

    /// A forme in which a flow stands.
    private func forme(of flow: Flow) -> StandingForme {
        var forme = StandingForme()
        var report = Report()
        _ = forme.makeUp(
            flow,
            typesetting: { _ in Typesetter(lines: Monospace()) },
            reporting: &report
        )
        return forme
    }

    @Test func changesTheWordsThatDiffer() {
        var forme = forme(of: card("Awa", "speaker"))
        let others = [
            card("Binta", "speaker"), card("Awa", "chair", foot: "b@c"), card("Awa", "speaker"),
        ]
        for other in others { #expect(forme.changed(to: other) == make(other).document) }
    }

    @Test func makesPagesAnewWhereALineTakesAnotherRoom() {
        var forme = forme(of: card("Awa", "speaker"))
        #expect(forme.changed(to: card("Awa N’Diaye-Traoré", "speaker")) == nil)
        // Once it does not fit, it is no more to be had.
        #expect(forme.changed(to: card("Binta", "speaker")) == nil)
    }

    @Test func makesPagesAnewWhereMoreThanWordsDiffers() {
        let first = card("Awa", "speaker")
        var designed = card("Binta", "speaker")
        designed.masters["page"]!.frames[0].left = .pt(30)
        var spaced = card("Binta", "speaker")
        spaced.streams[0].blocks[1].style.spaceBefore = .pt(5)
        var longer = card("Binta", "speaker")
        longer.streams[0].blocks.append(paragraph("chair"))
        for other in [designed, spaced, longer] {
            var forme = forme(of: first)
            #expect(forme.changed(to: other) == nil)
        }
    }

    @Test func keepsNoPagesThatHadToBeSearchedFor() {
        var forme = forme(of: flow([lines(13)]))
        #expect(forme.changed(to: flow([lines(13)])) == nil)
    }

    @Test func keepsNoPagesOfWhichSomethingIsToBeTold() {
        var homeless = card("Awa", "speaker")
        homeless.streams.append(Stream(name: "nowhere", blocks: [paragraph("chair")]))
        #expect(!make(homeless).report.isEmpty)
        var forme = forme(of: homeless)
        #expect(forme.changed(to: homeless) == nil)
    }

    @Test func keepsNoPagesWhosePlacesAreLedTo() {
        var titled = card("Awa", "speaker")
        titled.streams[0].blocks[0].anchor = Anchor(name: "heading-1", title: "Awa", level: 1)
        var forme = forme(of: titled)
        #expect(forme.changed(to: titled) == nil)
    }

    @Test func countsElementsAsThePaperDoes() {
        var other = card("Binta", "speaker")
        let section = other.structure.add(.section, to: StructureTree.root)
        other.streams[0].blocks[1].element = section
        var forme = forme(of: card("Awa", "speaker"))
        #expect(forme.changed(to: other) == make(other).document)
    }
}
