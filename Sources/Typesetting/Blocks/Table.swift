import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import Units

extension Typesetter {
    /// Rows that stay whole; the head is set again above the first row of each column.
    ///
    /// - Parameter keeping: How the rows keep the document's grid.
    mutating func galley(
        of asked: Table,
        keeping keptGrid: GridKeeping,
        at origin: Span?,
        in setting: Setting
    ) -> Galley {
        let measure = setting.measure
        let aligned = aligningOnes(of: asked)
        var grid = TableGrid(aligned)
        if grid.isOverfull { report.add(.warning(.tooManyCells(grid.columns), at: origin)) }
        guard grid.columns > 0 else { return Galley(measure: measure) }
        let complaints = report.diagnostics.count
        let (table, needs) = fitted(aligned, in: grid, at: origin, in: setting)
        if table.mayShrink { grid = TableGrid(table) }
        let gutter = gutter(of: table, between: needs, to: measure)
        let room = measure - gutter * Double(grid.columns - 1)
        let columns = TableColumns(
            grid: grid,
            widths: table.isEven
                ? ColumnNeed.even(room, among: needs, isRightToLeft: setting.isRightToLeft)
                : ColumnNeed.distribute(room, among: needs),
            gutter: gutter,
            setting: setting
        )
        var cells = cells(
            of: table,
            in: grid,
            among: columns,
            keeping: keptGrid,
            at: origin,
            isKnownToBeNarrow: report.diagnostics.count > complaints
        )
        let rows = table.head + table.rows
        var heights = RowHeights(cells, atLeast: rows.map(\.leastHeight))
        if let step = step(of: keptGrid) { heights.keep(step, of: rows, in: &cells) }
        let strips = strips(of: cells, in: table, heights, among: columns, keeping: keptGrid)
        return assemble(
            head: strips[..<table.head.count].flatMap { $0 },
            body: strips[table.head.count...].flatMap { $0 },
            ruleAbove: table.ruleAbove,
            among: columns
        )
    }

    /// The strips of each row, those of the head first, with the rules below them.
    private func strips(
        of cells: [[SetCell]],
        in table: Table,
        _ heights: RowHeights,
        among columns: TableColumns,
        keeping keptGrid: GridKeeping
    ) -> [[Strip]] {
        let rows = table.head + table.rows
        let body = table.head.count
        let lead = heights.heights[..<body].reduce(.zero, +)
        return rows.indices.map { row in
            var strips = self.strips(
                of: cells[row],
                row,
                heights,
                below: row >= body ? lead : nil,
                keeping: keptGrid,
                within: columns.setting.tallest
            )
            if let rule = rows[row].ruleBelow {
                strips[strips.count - 1].addRule(rule, width: columns.total, left: columns.left)
            }
            return strips
        }
    }

    /// Sets all cells, and tells once what is so of many.
    private mutating func cells(
        of table: Table,
        in grid: TableGrid,
        among columns: TableColumns,
        keeping keptGrid: GridKeeping,
        at origin: Span?,
        isKnownToBeNarrow: Bool
    ) -> [[SetCell]] {
        let heard = report
        report = Report()
        let head = set(grid.head, rows: table.head.count, among: columns, below: .zero)
        // Rows give a little so that they keep the grid.
        let spare = (step(of: keptGrid) ?? .zero) * 2
        let rules = table.head.reduce(spare) { $0 + ($1.ruleBelow?.width ?? .zero) }
        let lead = head.reduce(rules) { $0 + CellRow($1).height }
        let cells =
            head + set(grid.body, rows: table.rows.count, among: columns, below: lead)
        let told = gathered(
            report,
            ofTableOf: grid.columns,
            at: origin,
            isKnown: isKnownToBeNarrow
        )
        report = heard
        report.add(contentsOf: told)
        return cells
    }

    /// The columns of a table that has many stand closer before a word in them is divided, down to a part
    /// of what the table asks for.
    private func gutter(
        of table: Table,
        between needs: [ColumnNeed],
        to measure: Length
    ) -> Length {
        guard needs.count > 1 else { return table.gutter }
        let least = needs.reduce(Length.zero) { $0 + $1.widths.minimum }
        let left = (measure - least) / Double(needs.count - 1)
        return min(table.gutter, max(table.gutter * Self.leastGutter, left))
    }

    /// Of the white between columns, what is left at the least.
    static let leastGutter = 0.4

    /// What its columns ask for, before it is known what they get.
    mutating func needs(ofColumnsOf table: Table, in grid: TableGrid, at depth: Int) -> [ColumnNeed]
    {
        var needs = (0..<grid.columns).map { index in
            let width = index < table.columns.count ? table.columns[index].width : .content
            return ColumnNeed(width: width, needs: .zero)
        }
        var spanning: [(TableGrid.Place, Widths)] = []
        for place in grid.head + grid.body {
            if table.keepsShares, needs[place.columns].allSatisfy(\.isShare) { continue }
            let cell = place.cell
            var needed = widths(of: cell.blocks, at: depth)
            let padding = cell.padding.left + cell.padding.right
            needed = needed + Widths(minimum: padding, natural: padding)
            if place.columnSpan == 1 {
                needs[place.column].needs = needs[place.column].needs.union(needed)
            } else {
                spanning.append((place, needed))
            }
        }
        for (place, needed) in spanning {
            spread(needed, of: place, over: &needs, gutter: table.gutter)
        }
        return needs
    }

    /// What a cell over several columns needs beyond what they have is shared out evenly among those
    /// that may grow.
    private func spread(
        _ needed: Widths,
        of place: TableGrid.Place,
        over needs: inout [ColumnNeed],
        gutter: Length
    ) {
        let spanned = place.columns
        let growing = spanned.filter { !needs[$0].isFixed }
        let between = gutter * Double(place.columnSpan - 1)
        let has = needs[spanned].reduce(Widths.zero) { $0 + $1.widths }
        let share = Double(growing.count)
        let minimum = max(.zero, needed.minimum - between - has.minimum) / share
        let natural = max(.zero, needed.natural - between - has.natural) / share
        for column in growing {
            needs[column].needs = needs[column].needs + Widths(minimum: minimum, natural: natural)
        }
    }

    /// - Parameter lead: How tall the head is that stands above them in every column.
    private mutating func set(
        _ places: [TableGrid.Place],
        rows: Int,
        among columns: TableColumns,
        below lead: Length
    ) -> [[SetCell]] {
        let setting = columns.setting
        var cells: [[SetCell]] = Array(repeating: [], count: rows)
        for place in places {
            let width = columns.width(of: place)
            let padding = place.cell.padding
            let inner = max(.zero, width - padding.left - padding.right)
            let room = max(.zero, setting.tallest - lead - padding.top - padding.bottom)
            let galley = fitting(room, in: setting.narrowed(to: inner).lowered(to: room)) {
                $0.galley(of: place.cell.blocks, in: $1)
            }
            cells[place.row].append(
                SetCell(
                    galley: galley,
                    left: columns.left(of: place),
                    width: width,
                    padding: padding,
                    background: place.cell.background,
                    alignment: place.cell.alignment,
                    rowSpan: place.rowSpan,
                    edge: place.cell.edge,
                    gapBelow: place.cell.gapBelow,
                    isRightToLeft: setting.isRightToLeft
                )
            )
        }
        return cells
    }

    /// A row, cut where no column could hold it.
    ///
    /// - Parameter lead: How tall the head is that stands above it in every column; nil for a row of the
    ///   head itself.
    private func strips(
        of cells: [SetCell],
        _ row: Int,
        _ heights: RowHeights,
        below lead: Length?,
        keeping grid: GridKeeping,
        within tallest: Length
    ) -> [Strip] {
        let whole = CellRow(cells, atLeast: heights.heights[row])
        let spans = cells.map { heights.height(from: row, rows: $0.rowSpan) }
        var pieces =
            lead.map { whole.height > tallest - $0 } ?? false
            ? whole.slices(within: tallest) : [whole.strip(spanning: spans)]
        for piece in pieces.indices { pieces[piece].grid = piece == 0 ? grid : .off }
        // Rows that a cell spans are not parted.
        if heights.isSpanned[row] { pieces[0].breakBefore = .forbidden }
        return pieces
    }

    private func assemble(
        head: [Strip],
        body: [Strip],
        ruleAbove: BlockStyle.Line?,
        among columns: TableColumns
    ) -> Galley {
        var (head, body) = (head, body)
        if let rule = ruleAbove {
            if head.isEmpty {
                if !body.isEmpty { body[0].addRuleAbove(rule, of: columns) }
            } else {
                head[0].addRuleAbove(rule, of: columns)
            }
        }
        for index in head.indices.dropFirst() { head[index].breakBefore = .forbidden }
        var galley = Galley(measure: columns.setting.measure, strips: head)
        for (index, strip) in body.enumerated() {
            var strip = strip
            if !head.isEmpty {
                if index == 0 { strip.breakBefore = .forbidden } else { strip.tableHead = 0 }
            }
            galley.strips.append(strip)
        }
        if !head.isEmpty { galley.tableHeads = [head.map { $0.asRepeatedHead() }] }
        return galley
    }
}

/// Where a table's columns stand.
struct TableColumns {
    let grid: TableGrid
    let widths: [Length]
    let gutter: Length
    let setting: Setting

    var total: Length {
        widths.reduce(gutter * Double(widths.count - 1), +)
    }

    /// The left edge of the whole table, which stands at the measure's start.
    var left: Length { setting.isRightToLeft ? setting.measure - total : .zero }

    func width(of place: TableGrid.Place) -> Length {
        widths[place.columns]
            .reduce(gutter * Double(place.columnSpan - 1), +)
    }

    func left(of place: TableGrid.Place) -> Length {
        let start = widths[..<place.column].reduce(gutter * Double(place.column), +)
        return setting.isRightToLeft ? setting.measure - start - width(of: place) : start
    }
}

extension Strip {
    /// Draws a rule at the strip's foot, which grows by its width.
    fileprivate mutating func addRule(_ rule: BlockStyle.Line, width: Length, left: Length) {
        let y = height + rule.width / 2
        fragments.append(Self.rule(rule, at: y, left: left, width: width))
        height += rule.width
    }

    fileprivate mutating func addRuleAbove(_ rule: BlockStyle.Line, of columns: TableColumns) {
        var below = Strip(height: height + rule.width, breakBefore: breakBefore)
        below.fragments = [
            Self.rule(rule, at: rule.width / 2, left: columns.left, width: columns.total)
        ]
        below.tableHead = tableHead
        below.absorb(self, at: Point(x: .zero, y: rule.width))
        self = below
    }

    private static func rule(
        _ rule: BlockStyle.Line,
        at y: Length,
        left: Length,
        width: Length
    ) -> Fragment {
        let line = LineMark(
            from: Point(x: left, y: y),
            to: Point(x: left + width, y: y),
            stroke: Stroke(width: rule.width, colour: rule.colour)
        )
        return Fragment(owner: .artifact(.layout), marks: [.line(line)])
    }

    /// The same to the eye, but neither read, led to nor followed a second time.
    func asRepeatedHead() -> Strip {
        var copy = self
        for index in copy.fragments.indices { copy.fragments[index].owner = .artifact(.layout) }
        copy.links = []
        copy.anchors = []
        copy.footnotes = []
        copy.tableHead = nil
        return copy
    }
}

extension Diagnostic.Message {
    fileprivate static func tooManyCells(_ columns: Int) -> Self {
        "a row has more cells than the table has columns (\(columns)); the last are left out"
    }
}
