import Flow
import Units

/// What a column asks for, and how the measure is dealt out among columns.
struct ColumnNeed {
    var width: Extent
    var needs: Widths

    /// Fixed columns come first, then those as wide as what they hold, then shares of what is left.
    ///
    /// Where room is short, a column that may shrink gives in proportion to what it could give.
    ///
    /// Source: CSS 2.2, section 17.5.2.2, automatic table layout.
    static func distribute(_ room: Length, among columns: [ColumnNeed]) -> [Length] {
        var left = room - columns.reduce(.zero) { $0 + $1.fixed }
        let reserved = columns.reduce(Length.zero) {
            $0 + ($1.share > 0 ? $1.needs.minimum : .zero)
        }
        let content = contentWidths(of: columns, within: max(.zero, left - reserved))
        left -= content.reduce(.zero, +)
        let shares = columns.reduce(0.0) { $0 + $1.share }
        let widths = zip(columns, content).map { column, width in
            switch column.width {
            case .fixed(let fixed): fixed
            case .content: width
            case .share: max(.zero, left) * (shares > 0 ? column.share / shares : 0)
            }
        }
        return squeezed(widths, into: room)
    }

    private var fixed: Length {
        if case .fixed(let width) = width { width } else { .zero }
    }

    private var share: Double {
        if case .share(let share) = width { max(0, share) } else { 0 }
    }

    private static func contentWidths(of columns: [ColumnNeed], within room: Length) -> [Length] {
        let needs = columns.map { $0.width == .content ? $0.needs : .zero }
        let least = needs.reduce(Length.zero) { $0 + $1.minimum }
        let most = needs.reduce(Length.zero) { $0 + $1.natural }
        if most <= room { return needs.map(\.natural) }
        if least >= room || most <= least { return needs.map(\.minimum) }
        let share = (room - least) / (most - least)
        return needs.map { $0.minimum + ($0.natural - $0.minimum) * share }
    }

    /// What is too wide even so is narrowed alike, so that nothing stands beside the page.
    private static func squeezed(_ widths: [Length], into room: Length) -> [Length] {
        let sum = widths.reduce(Length.zero, +)
        guard sum > room, sum > .zero else { return widths }
        return widths.map { $0 * (max(.zero, room) / sum) }
    }
}
