import Arrangement
import Flow
import Pages
import Structure
import Units

extension Typesetter {
    /// The share of the measure that a part's name takes at most before it turns into a second line.
    private static let mostOfName = 0.4

    /// One bar divided, each part's figure and label under it.
    ///
    /// A label starts where its part starts. Where the next one is in its way it goes further down,
    /// on a thin leader line, to the first row where neither label nor line is met.
    mutating func dividedBar(of chart: Chart, owner: Owner, in setting: Setting) -> Galley {
        let measure = setting.measure
        let parts = parts(of: chart, measure: measure)
        var labels: [Strip] = []
        var widths: [Length] = []
        for entry in chart.entries {
            let figure = chartLabel(entry.figure, owner: owner, within: measure, in: setting)
            let name = chartLabel(
                entry.label,
                owner: owner,
                within: measure * Self.mostOfName,
                in: setting
            )
            labels.append(stack(figure, on: name, isRightToLeft: setting.isRightToLeft))
            widths.append(max(figure.width, name.width))
        }
        let places = LabelRows(
            parts: parts,
            widths: widths,
            clearance: chart.clearance,
            measure: measure
        )
        let strip = draw(
            chart,
            parts: parts,
            labels: labels,
            widths: widths,
            at: places,
            owner,
            in: setting
        )
        return Galley(measure: measure, strips: chart.entries.isEmpty ? [] : [strip])
    }

    /// A figure with its name under it, which begin at the same side.
    private func stack(_ figure: ChartLabel, on name: ChartLabel, isRightToLeft: Bool) -> Strip {
        let width = max(figure.width, name.width)
        func start(_ label: ChartLabel) -> Length { isRightToLeft ? width - label.width : .zero }
        var strip = Strip(height: figure.strip.height + name.strip.height)
        strip.absorb(figure.strip, at: Point(x: start(figure), y: .zero))
        strip.absorb(name.strip, at: Point(x: start(name), y: figure.strip.height))
        return strip
    }

    /// From where to where each part of the bar goes.
    private func parts(of chart: Chart, measure: Length) -> [(start: Length, end: Length)] {
        let values = chart.entries.map { $0.value.isFinite ? max(0, $0.value) : 0 }
        let sum = values.reduce(0, +)
        var x = Length.zero
        return values.map { value in
            let width = sum > 0 ? measure * (value / sum) : .zero
            defer { x += width }
            return (x, x + width)
        }
    }

    private func draw(
        _ chart: Chart,
        parts: [(start: Length, end: Length)],
        labels: [Strip],
        widths: [Length],
        at places: LabelRows,
        _ owner: Owner,
        in setting: Setting
    ) -> Strip {
        let tallest = labels.map(\.height).max() ?? .zero
        let clearance = chart.clearance / 2
        let rows = Double((places.rows.max() ?? -1) + 1)
        var strip = Strip(height: chart.thickness + clearance + tallest * rows)
        func mirrored(_ x: Length, wide width: Length) -> Length {
            setting.isRightToLeft ? setting.measure - x - width : x
        }
        for index in parts.indices {
            let width = parts[index].end - parts[index].start
            let rect = Rect(
                x: mirrored(parts[index].start, wide: width),
                y: .zero,
                width: width,
                height: chart.thickness
            )
            let area = AreaMark(rect: rect, fill: chart.entries[index].colour)
            strip.fragments.append(Fragment(owner: owner, marks: [.area(area)]))
            let top = chart.thickness + clearance + tallest * Double(places.rows[index])
            if places.rows[index] > 0 {
                let x = mirrored(parts[index].start + Self.leaderLine / 2, wide: .zero)
                strip.fragments.append(
                    leader(at: x, from: chart.thickness, to: top, chart.entries[index].colour)
                )
            }
            let x = mirrored(places.starts[index], wide: widths[index])
            strip.absorb(labels[index], at: Point(x: x, y: top))
        }
        strip.grid = .off
        return strip
    }

    /// As thin as is still seen on every printer.
    private static let leaderLine = Length.pt(0.5)

    private func leader(at x: Length, from top: Length, to foot: Length, _ colour: Colour)
        -> Fragment
    {
        let line = LineMark(
            from: Point(x: x, y: top),
            to: Point(x: x, y: foot),
            stroke: Stroke(width: Self.leaderLine, colour: colour)
        )
        return Fragment(owner: .artifact(.layout), marks: [.line(line)])
    }
}

/// Which row under a divided bar each label takes.
///
/// Labels are dealt from the last to the first: one may stand in a row only if it ends before every
/// later label of that row and before every leader line that goes through it.
struct LabelRows {
    private(set) var rows: [Int]
    private(set) var starts: [Length]
    let measure: Length

    init(
        parts: [(start: Length, end: Length)],
        widths: [Length],
        clearance: Length,
        measure: Length
    ) {
        self.measure = measure
        rows = [Int](repeating: 0, count: parts.count)
        starts = zip(parts, widths).map { part, width in
            max(.zero, min(part.start, measure - width))
        }
        // How far a label of each row may reach.
        var reach: [Length] = []
        for index in parts.indices.reversed() {
            let end = starts[index] + widths[index] + clearance
            let row = reach.firstIndex { $0 >= end } ?? reach.count
            rows[index] = row
            if row == reach.count { reach.append(.infinity) }
            for above in 0...row { reach[above] = min(reach[above], starts[index]) }
        }
    }
}
