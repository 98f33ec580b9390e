import Flow
import Units

/// What a column asks for, and how the measure is dealt out among columns.
struct ColumnNeed {
    var width: Extent
    /// What stands in it needs.
    var needs: Widths

    /// What it takes of a measure.
    var widths: Widths {
        if case .fixed(let width) = width { Widths(minimum: width, natural: width) } else { needs }
    }

    /// Fixed columns come first, then those as wide as what they hold, then shares of what is left.
    ///
    /// Where room is short, a column that may shrink gives in proportion to what it could give.
    ///
    /// Source: CSS 2.2, section 17.5.2.2, automatic table layout.
    static func distribute(_ room: Length, among columns: [ColumnNeed]) -> [Length] {
        var left = room - columns.reduce(.zero) { $0 + $1.fixed }
        let columns = capped(columns, within: max(.zero, left))
        let reserved = columns.reduce(Length.zero) {
            $0 + ($1.share > 0 ? $1.needs.minimum : .zero)
        }
        let content = contentWidths(of: columns, within: max(.zero, left - reserved))
        left -= content.reduce(.zero, +)
        let shared = sharedWidths(of: columns, within: max(.zero, left))
        let widths = columns.indices.map { index in
            switch columns[index].width {
            case .fixed(let fixed): fixed
            case .content: content[index]
            case .share: shared[index]
            }
        }
        return squeezed(widths, into: room)
    }

    /// As ``distribute(_:among:)``, for columns of which nobody has said how wide they are to be.
    ///
    /// Names that ask for little stand in one line, before the heads of figures do, and what is left over
    /// goes to all columns alike, so that no figure stands far from what it says: a table of little text is
    /// narrower than its measure.
    ///
    /// - Parameter isRightToLeft: Figures then stand where their column begins, and the last one gets no
    ///   room behind them, at the edge of the table.
    static func even(
        _ room: Length,
        among columns: [ColumnNeed],
        isRightToLeft: Bool = false
    ) -> [Length] {
        let columns = keepingNames(of: turningHeads(of: columns, within: room), within: room)
        let widths = distribute(room, among: columns)
        let natural = columns.map(\.widths.natural)
        let spare = room - natural.reduce(.zero, +)
        var open = columns.indices.filter { !columns[$0].isFixed }
        if isRightToLeft, open.count > 1, columns.last?.width == .content { open.removeLast() }
        guard spare > .zero, !open.isEmpty else { return widths }
        let share = decent(spare / Double(open.count), of: open.count, within: room, spare)
        return columns.indices.map { natural[$0] + (open.contains($0) ? share : .zero) }
    }

    /// Where not all columns stand in one line, heads of figures turn theirs before they take more than
    /// their even part, and further where the words beside them would then stand in one line.
    private static func turningHeads(
        of columns: [ColumnNeed],
        within room: Length
    ) -> [ColumnNeed] {
        let natural = columns.map(\.widths.natural)
        let figures = columns.indices.filter { columns[$0].width == .content }
        let words = columns.indices.filter { columns[$0].width != .content }
        guard !figures.isEmpty, !words.isEmpty, natural.reduce(.zero, +) > room else {
            return columns
        }
        let part = room / Double(columns.count)
        let left = (room - words.reduce(.zero) { $0 + natural[$1] }) / Double(figures.count)
        let most = min(part, max(left, part * leastOfHeads))
        return columns.map { column in
            guard column.width == .content else { return column }
            var column = column
            column.needs.natural = max(column.needs.minimum, min(column.needs.natural, most))
            return column
        }
    }

    /// Of its even part, what a head of figures keeps however long the words beside it are.
    private static let leastOfHeads = 0.6

    /// What a column gets beyond what it holds: all that there is, unless much less will do.
    private static func decent(
        _ share: Length,
        of columns: Int,
        within room: Length,
        _ spare: Length
    ) -> Length {
        let least = min(share, mostSpare)
        let width = room - spare + least * Double(columns)
        return width < room * nearlyFull ? least : share
    }

    /// 19 mm, twice of which the eye crosses without a line to follow.
    private static let mostSpare = Length.pt(54)
    /// Of the measure: a table that is nearly as wide as the text is as wide.
    private static let nearlyFull = 0.75

    /// Columns that have shares of what is left, those of little text with room for it in one line.
    private static func keepingNames(
        of columns: [ColumnNeed],
        within room: Length
    ) -> [ColumnNeed] {
        let most = room * max(shareOfNames, 1 / Double(columns.count))
        let kept = columns.map { column in
            var column = column
            if column.isShare, column.needs.natural <= most {
                column.needs.minimum = column.needs.natural
            }
            return column
        }
        return kept.reduce(.zero) { $0 + $1.widths.minimum } <= room ? kept : columns
    }

    /// Of the measure, what names take before the heads of other columns are set in one line.
    private static let shareOfNames = 0.3

    /// Shares of the room; one too small for its longest word takes that word's width first.
    private static func sharedWidths(of columns: [ColumnNeed], within room: Length) -> [Length] {
        var widths = columns.map { _ in Length.zero }
        var open = columns.indices.filter { columns[$0].share > 0 }
        var left = room
        while !open.isEmpty {
            let shares = open.reduce(0.0) { $0 + columns[$1].share }
            let tooSmall = open.filter {
                left * (columns[$0].share / shares) < columns[$0].needs.minimum
            }
            guard !tooSmall.isEmpty, tooSmall.count < open.count else {
                for index in open { widths[index] = left * (columns[index].share / shares) }
                break
            }
            for index in tooSmall {
                widths[index] = columns[index].needs.minimum
                left = max(.zero, left - widths[index])
            }
            open.removeAll { tooSmall.contains($0) }
        }
        return widths
    }

    /// Where not every longest word finds room, the widest give way first, all to the same width, so
    /// that one endless word does not take what the others need.
    ///
    /// Numbers give nothing, as long as all of them find room.
    private static func capped(_ columns: [ColumnNeed], within room: Length) -> [ColumnNeed] {
        let open = columns.filter { !$0.isFixed }.map(\.needs)
        guard open.reduce(.zero, { $0 + $1.minimum }) > room else { return columns }
        let keepsNumbers = open.reduce(.zero) { $0 + $1.leastUsable } <= room
        let cap = cap(of: open, within: room, keepingNumbers: keepsNumbers)
        return columns.map { column in
            guard !column.isFixed else { return column }
            var column = column
            let most = keepsNumbers ? max(cap, column.needs.firm) : cap
            column.needs.minimum = min(column.needs.minimum, most)
            column.needs.natural = max(column.needs.natural, column.needs.minimum)
            return column
        }
    }

    /// The width that no longest word is wider than, but for numbers that stay whole.
    private static func cap(
        of needs: [Widths],
        within room: Length,
        keepingNumbers: Bool
    ) -> Length {
        var left = room
        var open = needs
        while true {
            let cap = cap(of: open.map(\.minimum).sorted(), within: left)
            let wider = open.indices.filter { open[$0].firm > cap }
            guard keepingNumbers, !wider.isEmpty, wider.count < open.count else { return cap }
            left -= wider.reduce(.zero) { $0 + open[$1].firm }
            for index in wider.reversed() { open.remove(at: index) }
        }
    }

    private static func cap(of minima: [Length], within room: Length) -> Length {
        var left = room
        var cap = Length.zero
        for (index, minimum) in minima.enumerated() {
            cap = left / Double(minima.count - index)
            if minimum > cap { break }
            left -= minimum
        }
        return cap
    }

    var isFixed: Bool {
        if case .fixed = width { true } else { false }
    }

    var isShare: Bool {
        if case .share = width { true } else { false }
    }

    private var fixed: Length {
        if case .fixed(let width) = width { width } else { .zero }
    }

    private var share: Double {
        if case .share(let share) = width { max(0, share) } else { 0 }
    }

    private static func contentWidths(of columns: [ColumnNeed], within room: Length) -> [Length] {
        var needs = columns.map { $0.width == .content ? $0.needs : .zero }
        keepNarrow(&needs, within: room)
        let least = needs.reduce(Length.zero) { $0 + $1.minimum }
        let most = needs.reduce(Length.zero) { $0 + $1.natural }
        if most <= room { return needs.map(\.natural) }
        if least >= room || most <= least { return needs.map(\.minimum) }
        let share = (room - least) / (most - least)
        return needs.map { $0.minimum + ($0.natural - $0.minimum) * share }
    }

    /// Columns that ask for no more than their even part give nothing: a name does not turn its line
    /// so that the text beside it, which has many, gets a little more.
    private static func keepNarrow(_ needs: inout [Widths], within room: Length) {
        var kept = needs
        var open = needs.indices.filter { needs[$0].natural > .zero }
        var left = room
        while !open.isEmpty {
            let part = left / Double(open.count)
            let narrow = open.filter { needs[$0].natural <= part }
            if narrow.isEmpty { break }
            for index in narrow {
                kept[index].minimum = needs[index].natural
                left -= needs[index].natural
            }
            open.removeAll { narrow.contains($0) }
        }
        // The longest words of the others come first.
        if kept.reduce(Length.zero, { $0 + $1.minimum }) <= room { needs = kept }
    }

    /// What is too wide even so is narrowed alike, so that nothing stands beside the page.
    private static func squeezed(_ widths: [Length], into room: Length) -> [Length] {
        let sum = widths.reduce(Length.zero, +)
        guard sum > room, sum > .zero else { return widths }
        return widths.map { $0 * (max(.zero, room) / sum) }
    }
}
