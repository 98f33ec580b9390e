import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import Testing
import Units

@testable import Typesetting

/// Lines that are kept standing are what they would be, were they set again.
@Suite struct StandingTypeTests {
    private static let text = """
        Herders keep the corridor between two wells open, and the municipality confirms each spring \
        what neighbouring villages have agreed upon before the elders of both banks.
        """

    private static let styles: [ParagraphStyle] = {
        let plain = ParagraphStyle(leading: .pt(14))
        var (justified, capped, small, fitted) = (plain, plain, plain, plain)
        justified.alignment = .justified
        capped.dropCap = 2
        small.scale = 0.8
        fitted.fit = .init(minimumSize: .pt(4), lines: 1)
        return [plain, justified, capped, small, fitted]
    }()

    /// What is asked for several times, each time with another leading.
    @Test(arguments: [text, "  ", ""], styles)
    func standCloserAsIfTheyWereSetAnew(text: String, style: ParagraphStyle) {
        let (desk, standing) = (Desk(), StandingType())
        var lines = StandingLines(desk.setter, keptIn: standing)
        for leading in [14, 12.6, 15, 14] {
            let kept = desk.asked(of: &lines, text, style, leading: leading)
            var anew = StandingLines(desk.setter, keptIn: StandingType())
            expect(kept, standAs: desk.asked(of: &anew, text, style, leading: leading))
        }
    }

    /// Letters are not shaped and lines not broken for the sake of a leading alone.
    @Test func areLentAndNotSetAgain() {
        let (desk, standing) = (Desk(), StandingType())
        var lines = StandingLines(desk.setter, keptIn: standing)
        let first = desk.asked(of: &lines, Self.text, Self.styles[0], leading: 14)
        // Whoever has no font can set nothing.
        var bare = Desk()
        bare.setter.faces = []
        var others = StandingLines(bare.setter, keptIn: standing)
        let second = desk.asked(of: &others, Self.text, Self.styles[0], leading: 12)
        #expect(second.lines.map(\.text) == first.lines.map(\.text) && second.lines.count > 2)
        #expect(second.lines.allSatisfy { $0.height == .pt(12) })
    }

    private func expect(_ kept: Desk.Asked, standAs anew: Desk.Asked) {
        #expect(kept.lines.count == anew.lines.count)
        #expect(kept.outlines.count == anew.outlines.count)
        let pairs = zip(
            kept.lines + kept.outlines.flatMap(\.strips),
            anew.lines + anew.outlines.flatMap(\.strips)
        )
        for (one, other) in pairs {
            #expect(one.text == other.text && one.textStart == other.textStart)
            #expect(one.height.isNear(other.height) && one.overshoot.isNear(other.overshoot))
            #expect((one.baseline ?? .zero).isNear(other.baseline ?? .zero))
            #expect(one.places.elementsEqual(other.places, by: { $0.isNear($1) }))
        }
    }
}

extension Desk {
    struct Asked {
        let lines: [Strip]
        let outlines: [Outline]
    }

    /// A paragraph and its variants from lines that may be standing.
    func asked(
        of setting: inout StandingLines,
        _ text: String,
        _ style: ParagraphStyle,
        leading: Double
    ) -> Asked {
        var style = style
        style.leading = .pt(leading)
        let paragraph = Paragraph(
            text: text,
            spans: [TextSpan(range: 0..<text.utf8.count, style: self.style)],
            style: style
        )
        let (owner, measure) = (Owner.element(ElementID(index: 1)), Length.pt(200))
        var report = Report()
        let lines = setting.lines(
            of: paragraph,
            owner: owner,
            to: measure,
            looseness: 0,
            reporting: &report
        )
        let outlines = setting.outlines(of: paragraph, owner: owner, to: measure)
        return Asked(lines: lines, outlines: outlines)
    }
}

extension Strip {
    /// How far below its top its letters stand.
    fileprivate var places: [Length] {
        fragments.flatMap { fragment in
            fragment.textMarks.map { fragment.origin.y + $0.origin.y }
        }
    }
}

extension Length {
    fileprivate func isNear(_ other: Length) -> Bool { abs((self - other).points) < 1e-9 }
}
