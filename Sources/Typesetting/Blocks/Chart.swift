import Arrangement
import Flow
import Pages
import Structure
import Units

extension Typesetter {
    mutating func galley(of chart: Chart, owner: Owner, in setting: Setting) -> Galley {
        switch chart.form {
        case .bars: bars(of: chart, owner: owner, in: setting)
        case .stacked: dividedBar(of: chart, owner: owner, in: setting)
        }
    }

    /// A label and its figure, set, in one piece.
    struct ChartLabel {
        var strip: Strip
        var width: Length
    }

    mutating func chartLabel(
        _ paragraph: Paragraph,
        owner: Owner,
        within most: Length,
        in setting: Setting
    ) -> ChartLabel {
        var paragraph = paragraph
        paragraph.style.alignment = .start
        paragraph.style.isFollowed = true
        let width = min(lines.widths(of: paragraph).natural + .pt(0.01), most)
        return ChartLabel(
            strip: label(paragraph, owner: owner, in: setting.narrowed(to: width)),
            width: width
        )
    }
}

// MARK: Bars

extension Typesetter {
    /// Shares of the measure that words take at most, lest nothing be left for the bars.
    private static let mostOfLabels = 0.45
    private static let mostOfFigures = 0.3

    /// A bar a row, its label before it, its figure after it.
    private mutating func bars(of chart: Chart, owner: Owner, in setting: Setting) -> Galley {
        let measure = setting.measure
        let labelRoom =
            switch chart.labelWidth {
            case .fixed(let width): min(width, measure)
            case .share(let share): measure * min(max(share, 0), 1)
            case .content: measure * Self.mostOfLabels
            }
        var rows: [(label: ChartLabel, figure: ChartLabel)] = []
        for entry in chart.entries {
            let label = chartLabel(entry.label, owner: owner, within: labelRoom, in: setting)
            let figure = chartLabel(
                entry.figure,
                owner: owner,
                within: measure * Self.mostOfFigures,
                in: setting
            )
            rows.append((label, figure))
        }
        let scale = barScale(of: chart, rows: rows, labelRoom: labelRoom, in: setting)
        var galley = Galley(measure: measure)
        for (index, (entry, row)) in zip(chart.entries, rows).enumerated() {
            var strip = barRow(entry, label: row.label, figure: row.figure, on: scale, owner: owner)
            if index > 0 {
                strip.spaceBefore = chart.gap
                strip.breakBefore = .forbidden
            }
            galley.strips.append(strip)
        }
        return galley
    }

    /// Where bars begin and how long the longest is.
    private struct BarScale {
        var start: Length
        var longest: Length
        var greatest: Double
        var thickness: Length
        /// Between a bar and the words beside it.
        var clearance: Length
        var measure: Length
        var isRightToLeft: Bool

        func length(of value: Double) -> Length {
            guard value.isFinite, greatest > 0 else { return .zero }
            return longest * min(max(value / greatest, 0), 1)
        }
    }

    private func barScale(
        of chart: Chart,
        rows: [(label: ChartLabel, figure: ChartLabel)],
        labelRoom: Length,
        in setting: Setting
    ) -> BarScale {
        let widest = rows.map(\.label.width).max() ?? .zero
        let start = chart.labelWidth == .content ? widest : labelRoom
        let figures = rows.map(\.figure.width).max() ?? .zero
        return BarScale(
            start: start + chart.clearance,
            longest: max(.zero, setting.measure - start - figures - chart.clearance * 2),
            greatest: chart.entries.map(\.value).filter(\.isFinite).max() ?? 0,
            thickness: chart.thickness,
            clearance: chart.clearance,
            measure: setting.measure,
            isRightToLeft: setting.isRightToLeft
        )
    }

    private func barRow(
        _ entry: Chart.Entry,
        label: ChartLabel,
        figure: ChartLabel,
        on scale: BarScale,
        owner: Owner
    ) -> Strip {
        let height = max(scale.thickness, max(label.strip.height, figure.strip.height))
        let length = scale.length(of: entry.value)
        func place(_ x: Length, wide width: Length, tall: Length) -> Point {
            Point(x: scale.isRightToLeft ? scale.measure - x - width : x, y: (height - tall) / 2)
        }
        var row = Strip(height: height)
        let bar = Rect(
            origin: place(scale.start, wide: length, tall: scale.thickness),
            size: Size(width: length, height: scale.thickness)
        )
        row.absorb(
            label.strip,
            at: place(.zero, wide: label.width, tall: label.strip.height)
        )
        row.fragments.append(
            Fragment(owner: owner, marks: [.area(AreaMark(rect: bar, fill: entry.colour))])
        )
        let x = scale.start + length + scale.clearance
        row.absorb(figure.strip, at: place(x, wide: figure.width, tall: figure.strip.height))
        return row
    }
}
