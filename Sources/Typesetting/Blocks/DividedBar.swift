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
        guard !chart.entries.isEmpty else { return Galley(measure: setting.measure) }
        var parts: [BarPart] = []
        for (entry, place) in zip(chart.entries, chart.places(on: setting.measure)) {
            let (label, width) = label(of: entry, owner: owner, in: setting)
            parts.append(
                BarPart(place: place, colour: entry.colour, label: label, labelWidth: width)
            )
        }
        let strip = draw(parts, of: chart, owner: owner, in: setting)
        return Galley(measure: setting.measure, strips: [strip])
    }

    /// A figure with its name under it, which begin at the same side, and how wide the two are.
    private mutating func label(of entry: Chart.Entry, owner: Owner, in setting: Setting) -> (
        strip: Strip, width: Length
    ) {
        let measure = setting.measure
        let figure = chartLabel(entry.figure, owner: owner, within: measure, in: setting)
        let name = chartLabel(
            entry.label,
            owner: owner,
            within: measure * Self.mostOfName,
            in: setting
        )
        let width = max(figure.width, name.width)
        func start(_ label: ChartLabel) -> Length {
            setting.isRightToLeft ? width - label.width : .zero
        }
        var strip = Strip(height: figure.strip.height + name.strip.height)
        strip.absorb(figure.strip, at: Point(x: start(figure), y: .zero))
        strip.absorb(name.strip, at: Point(x: start(name), y: figure.strip.height))
        return (strip, width)
    }

    private func draw(
        _ parts: [BarPart],
        of chart: Chart,
        owner: Owner,
        in setting: Setting
    ) -> Strip {
        let places = LabelRows(of: parts, clearance: chart.clearance, measure: setting.measure)
        let tallest = parts.map(\.label.height).max() ?? .zero
        let foot = chart.thickness + chart.clearance / 2
        let rows = Double((places.rows.max() ?? -1) + 1)
        var strip = Strip(height: foot + tallest * rows)
        func mirrored(_ x: Length, wide width: Length) -> Length {
            setting.isRightToLeft ? setting.measure - x - width : x
        }
        for (index, part) in parts.enumerated() {
            let width = part.place.end - part.place.start
            let rect = Rect(
                x: mirrored(part.place.start, wide: width),
                y: .zero,
                width: width,
                height: chart.thickness
            )
            let area = AreaMark(rect: rect, fill: part.colour)
            strip.fragments.append(Fragment(owner: owner, marks: [.area(area)]))
            let top = foot + tallest * Double(places.rows[index])
            if places.rows[index] > 0 {
                let x = mirrored(part.place.start + Self.leaderLine / 2, wide: .zero)
                strip.fragments.append(leader(at: x, from: chart.thickness, to: top, part.colour))
            }
            let x = mirrored(places.starts[index], wide: part.labelWidth)
            strip.absorb(part.label, at: Point(x: x, y: top))
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

extension Chart {
    /// From where to where each part of a divided bar goes.
    fileprivate func places(on measure: Length) -> [(start: Length, end: Length)] {
        let values = entries.map { $0.value.isFinite ? max(0, $0.value) : 0 }
        let sum = values.reduce(0, +)
        var x = Length.zero
        return values.map { value in
            let width = sum > 0 ? measure * (value / sum) : .zero
            defer { x += width }
            return (x, x + width)
        }
    }
}

/// A part of a divided bar and what is to stand under it.
private struct BarPart {
    let place: (start: Length, end: Length)
    let colour: Colour
    let label: Strip
    let labelWidth: Length
}

/// Which row under a divided bar each label takes, and where in it.
///
/// Labels are dealt from the last to the first: one may stand in a row only if it ends before every
/// later label of that row and before every leader line that goes through it.
private struct LabelRows {
    private(set) var rows: [Int]
    let starts: [Length]

    init(of parts: [BarPart], clearance: Length, measure: Length) {
        rows = [Int](repeating: 0, count: parts.count)
        starts = parts.map { max(.zero, min($0.place.start, measure - $0.labelWidth)) }
        // How far a label of each row may reach.
        var reach: [Length] = []
        for index in parts.indices.reversed() {
            let end = starts[index] + parts[index].labelWidth + clearance
            let row = reach.firstIndex { $0 >= end } ?? reach.count
            rows[index] = row
            if row == reach.count { reach.append(.infinity) }
            for above in 0...row { reach[above] = min(reach[above], starts[index]) }
        }
    }
}
