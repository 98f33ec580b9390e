import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    /// A table of times by places.
    mutating func timetable(_ recipe: TimetableRecipe, type: Type, at span: Span) -> [Block] {
        guard let each = recipe.each else { return [] }
        checkPath(of: each)
        if let others = recipe.columnsOf { checkPath(of: others) }
        let schedule = schedule(recipe)
        guard !schedule.rows.isEmpty else { return [] }
        let table = element(.table, origin: span)
        if let table, let caption = recipe.caption {
            flow.structure[table].summary = plainText(caption)
        }
        var made = Table(
            columns: columns(of: schedule, recipe, type),
            gutter: resolve(recipe.gutter, size: type.size),
            head: head(of: schedule, recipe, type, in: table, at: span),
            rows: rows(of: schedule, recipe, type, in: table, at: span)
        )
        made.keepsShares = true
        made.givesRoom = true
        for index in made.head.indices { made.head[index].ruleBelow = line(recipe.ruleBelowHead) }
        for index in made.rows.indices.dropLast() {
            made.rows[index].ruleBelow = line(recipe.ruleBetween)
        }
        var style = blockStyle(type)
        style.grid = .off
        return [Block(.table(made), style: style, element: table, origin: span)]
    }

    // MARK: What stands where

    private mutating func schedule(_ recipe: TimetableRecipe) -> Schedule {
        let places = recipe.places.map { self.values(of: $0) } ?? []
        var happenings: [Schedule.Happening] = []
        let things = recipe.each.map { values(of: $0) } ?? []
        for (index, value) in things.enumerated() {
            binding(recipe.name, to: value, number: index + 1) { composer in
                guard let time = recipe.time.flatMap({ composer.value(of: $0) }),
                    case .timeRange(let range) = time.content
                else { return }
                let place = composer.place(recipe, among: places)
                let isQuiet = recipe.quiet.map { composer.holds($0) } ?? false
                happenings.append(
                    .init(value: value, hours: range, place: place, isQuiet: isQuiet)
                )
            }
        }
        let others = recipe.columnsOf.map { values(of: $0) } ?? []
        var used: Set<Int> = []
        for (index, value) in others.enumerated() {
            let place = binding(recipe.name, to: value, number: index + 1) {
                $0.place(recipe, among: places)
            }
            if let place { used.insert(place) }
        }
        return Schedule(happenings, places: places, alsoUsed: used)
    }

    /// Where the thing at hand happens.
    private func place(_ recipe: TimetableRecipe, among places: [Value]) -> Int? {
        guard let named = recipe.place.flatMap({ value(of: $0) }) else { return nil }
        let id = identity(of: named)
        return places.firstIndex { thing(named: id, among: [$0]) != nil }
    }

    private func columns(
        of schedule: Schedule,
        _ recipe: TimetableRecipe,
        _ type: Type
    ) -> [Table.Column] {
        let hours = Table.Column(width: extent(recipe.hoursWidth, size: type.size))
        return [hours] + schedule.columns.map { _ in Table.Column(width: .share(1)) }
    }

    // MARK: Rows

    private mutating func head(
        of schedule: Schedule,
        _ recipe: TimetableRecipe,
        _ type: Type,
        in table: ElementID?,
        at span: Span
    ) -> [Table.Row] {
        let places = schedule.columns.compactMap { $0 }
        guard !places.isEmpty, !recipe.head.isEmpty else { return [] }
        let part = table.flatMap { element(.tableHead, in: $0) }
        let row = part.flatMap { element(.tableRow, in: $0, origin: span) }
        var cells = [cell(in: row, at: span, alignment: .bottom) { _ in [] }]
        for place in places {
            let value = schedule.places[place]
            cells.append(
                cell(headOf: .column, in: row, at: value.span, alignment: .bottom) { composer in
                    composer.binding(recipe.placeName, to: value, number: place + 1) {
                        $0.blocks(recipe.head)
                    }
                }
            )
        }
        for index in cells.indices {
            cells[index].padding = Insets(bottom: resolve(recipe.headGap, size: type.size))
        }
        return [Table.Row(cells: cells)]
    }

    private mutating func rows(
        of schedule: Schedule,
        _ recipe: TimetableRecipe,
        _ type: Type,
        in table: ElementID?,
        at span: Span
    ) -> [Table.Row] {
        let part = table.flatMap { element(.tableBody, in: $0) }
        let minute = resolve(recipe.minute, size: type.size)
        let tallestMinute = resolve(recipe.tallestMinute, size: type.size)
        let gap = resolve(recipe.gap, size: type.size)
        return schedule.rows.indices.map { index in
            let row = part.flatMap { element(.tableRow, in: $0, origin: span) }
            var cells = [hours(of: schedule, at: index, recipe, in: row, at: span)]
            for spot in schedule.spots(startingIn: index) {
                switch spot {
                case .free: cells.append(cell(in: row, at: span, alignment: .top) { _ in [] })
                case .taken(let stand):
                    cells.append(cell(for: stand, of: schedule, recipe, in: row))
                }
            }
            for cell in cells.indices {
                cells[cell].gapBelow = gap
                cells[cell].padding.bottom += gap
            }
            var made = Table.Row(cells: cells)
            made.leastHeight = minute * Double(schedule.minutes(ofRow: index)) + gap
            if tallestMinute > minute {
                made.mostHeight = tallestMinute * schedule.mostMinutes(ofRow: index) + gap
            }
            return made
        }
    }

    private mutating func hours(
        of schedule: Schedule,
        at row: Int,
        _ recipe: TimetableRecipe,
        in element: ElementID?,
        at span: Span
    ) -> Table.Cell {
        let hours = Value(.timeRange(schedule.hours(ofRow: row)), at: span)
        let style = recipe.cellStyle.map { type($0) }
        var cell = self.cell(headOf: .row, in: element, at: span, alignment: .top) { composer in
            composer.binding("hours", to: hours, number: row + 1) { $0.blocks(recipe.hours) }
        }
        if let padding = style?.style.padding {
            let insets = insets(padding, size: style?.size ?? Type.usualSize)
            cell.padding = Insets(top: insets.top, bottom: insets.bottom)
        }
        return cell
    }

    private mutating func cell(
        for stand: Schedule.Stand,
        of schedule: Schedule,
        _ recipe: TimetableRecipe,
        in row: ElementID?
    ) -> Table.Cell {
        let first = schedule.happenings[stand.happenings[0]]
        var style: BlockStyle?
        var cell = self.cell(in: row, at: first.value.span, alignment: .top) { composer in
            stand.happenings.flatMap { index -> [Block] in
                let happening = schedule.happenings[index]
                return composer.naming(happening, of: schedule, in: stand, recipe) { composer in
                    style = style ?? composer.lookOfCell(recipe)
                    return composer.blocks(recipe.cell)
                }
            }
        }
        cell.columnSpan = stand.columns.count
        cell.rowSpan = stand.rows.count
        cell.padding = style?.padding ?? .zero
        cell.background = style?.background
        cell.edge = pack.isRightToLeft ? style?.borderRight : style?.borderLeft
        if let row, let element = flow.structure[row].children.last {
            flow.structure[element].cell.columnSpan = cell.columnSpan
            flow.structure[element].cell.rowSpan = cell.rowSpan
        }
        return cell
    }

    private mutating func lookOfCell(_ recipe: TimetableRecipe) -> BlockStyle {
        let isQuiet = recipe.quiet.map { holds($0) } ?? false
        let look = isQuiet ? recipe.quietStyle ?? recipe.cellStyle : recipe.cellStyle
        return blockStyle(type(look))
    }

    /// Composes with everything bound that a cell may want to say of what happens.
    private mutating func naming<Result>(
        _ happening: Schedule.Happening,
        of schedule: Schedule,
        in stand: Schedule.Stand,
        _ recipe: TimetableRecipe,
        _ work: (inout Composer) -> Result
    ) -> Result {
        let span = happening.value.span
        let row = schedule.hours(ofRow: stand.rows.lowerBound)
        let isSaid = row.end == happening.hours.end && row.start == happening.hours.start
        let isElsewhere = schedule.columns.count == 1 || stand.columns.count > 1
        let hours = isSaid ? nil : Value(.timeRange(happening.hours), at: span)
        let elsewhere = isElsewhere ? happening.place.map { schedule.places[$0] } : nil
        return binding { composer in
            composer.scope.bind(recipe.name, to: happening.value, at: span)
            composer.scope.bind("hours", to: hours, at: span)
            composer.scope.bind("elsewhere", to: elsewhere, at: span)
            return composer.telling(recipe.telling, work)
        }
    }
}
