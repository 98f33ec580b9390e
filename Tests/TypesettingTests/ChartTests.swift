import Arrangement
import Flow
import Glyphs
import Pages
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

/// Words beside the parts of a chart.
@Suite struct ChartTests {
    @Test func keepsLabelsOfSmallPartsApart() {
        let entries = [
            ("agriculture", 60.0), ("trade", 3), ("crafts", 3), ("fishing", 30), ("rest", 4),
        ]
        let chart = Chart(
            form: .stacked,
            entries: entries.map {
                Chart.Entry(label: text($0.0), figure: text("\($0.1)"), value: $0.1, colour: .black)
            },
            thickness: .pt(8),
            gap: .zero
        )
        var typesetter = Typesetter(lines: Monospace())
        let galley = typesetter.set([Block(.chart(chart))], to: .pt(180))
        let boxes = textBoxes(of: galley.strips[0])
        let leaders = leaderLines(of: galley.strips[0])
        #expect(leaders.count >= 2)
        for (index, box) in boxes.enumerated() {
            #expect(box.minX >= .zero && box.maxX <= .pt(180.01))
            for other in boxes[(index + 1)...] { #expect(!overlap(box, other)) }
            for leader in leaders { #expect(!overlap(box, leader)) }
        }
    }

    /// On a page that runs from right to left they begin on the right.
    @Test func beginsFiguresWhereTheirNamesBegin() {
        let chart = Chart(
            form: .stacked,
            entries: [
                Chart.Entry(label: text("women"), figure: text("18"), value: 1, colour: .black)
            ],
            thickness: .pt(8),
            gap: .zero
        )
        func edges(isRightToLeft: Bool) -> [Length] {
            var typesetter = Typesetter(lines: Monospace(), isRightToLeft: isRightToLeft)
            let galley = typesetter.set([Block(.chart(chart))], to: .pt(180))
            return textBoxes(of: galley.strips[0]).map { isRightToLeft ? $0.maxX : $0.minX }
        }
        for edges in [edges(isRightToLeft: false), edges(isRightToLeft: true)] {
            #expect(edges.count == 2 && abs((edges[0] - edges[1]).points) < 0.1, "\(edges)")
        }
    }

    private func textBoxes(of strip: Strip) -> [Rect] {
        marks(of: strip).compactMap { place, mark in
            guard case .text(let text) = mark else { return nil }
            let left = place + text.origin
            return Rect(x: left.x, y: left.y - .pt(7), width: text.run.width, height: .pt(9))
        }
    }

    private func leaderLines(of strip: Strip) -> [Rect] {
        marks(of: strip).compactMap { place, mark in
            guard case .line(let line) = mark else { return nil }
            let start = place + line.start
            return Rect(
                origin: start,
                size: Size(width: .pt(0.1), height: line.end.y - line.start.y)
            )
        }
    }

    private func marks(of strip: Strip) -> [(Point, Mark)] {
        strip.fragments.flatMap { fragment in fragment.marks.map { (fragment.origin, $0) } }
    }

    private func overlap(_ a: Rect, _ b: Rect) -> Bool {
        a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
    }
}
