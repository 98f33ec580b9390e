import Content
import Diagnostics
package import Layouts

extension Layout {
    /// The fields that it has a place for.
    package var places: FieldPlaces {
        var walk = LayoutWalk(parts: parts)
        walk.walk(self)
        return walk.places
    }
}

/// Goes through all that a layout may print, whatever the content.
struct LayoutWalk {
    /// What a name of the layout stands for: a field, or the things of one.
    struct Place {
        var path: [String]
        /// How many of its things are meant; nil where it is one of them itself.
        var mostThings: Int? = .max
        /// Whether it is the field itself that is meant, and not what a filter has made of it.
        var isField = true
    }

    let parts: [String: Part]
    private(set) var places = FieldPlaces()
    /// What the names of fields are held against, where that is wanted.
    var judge: FieldJudge?
    /// The latest last, as in a ``Scope``; of a name that no field has, where its things come from is unknown.
    private(set) var bound: [(name: String, places: [Place])] = [
        ("paper", [Place(path: [], mostThings: nil)])
    ]
    private var depth = 0

    /// Parts that stand inside one another any deeper are not composed either.
    private static let deepest = 64

    init(parts: [String: Part], judge: FieldJudge? = nil) {
        self.parts = parts
        self.judge = judge
    }

    mutating func walk(_ layout: Layout) {
        if let each = layout.each {
            bind(layout.eachName, toThingsOf: each)
            bound.append(("index", []))
        }
        for stream in layout.streams { walk(stream.blocks) }
        for frame in layout.masters.values.flatMap(\.frames) {
            switch frame.filling {
            case .head(let blocks)?, .foot(let blocks)?, .drawing(let blocks)?: walk(blocks)
            case .stream?, nil: break
            }
        }
        print(layout.metadata.title)
        print(layout.metadata.subject)
        print(layout.metadata.authors)
        print(layout.metadata.keywords)
        for book in layout.addressBook {
            use(book, .exported)
            use(book, .carded)
        }
        if let calendar = layout.calendar { noteCalendar(calendar) }
        ask(layout.copies)
    }

    mutating func walk(_ recipes: [Recipe]) {
        for recipe in recipes { walk(recipe) }
    }

    // MARK: Blocks

    private mutating func walk(_ recipe: Recipe) {
        print(recipe.anchor)
        switch recipe.content {
        case .heading(let heading):
            for runs in [heading.words, heading.number, heading.beneath] { print(runs) }
        case .headingNumber(let runs), .title(let runs), .paragraph(let runs): print(runs)
        case .text(let field, _): print(field)
        case .list(let list):
            each(list.each, as: list.name) { $0.walk(list.item) }
        case .table(let table): walk(table)
        case .picture(let picture): walk(picture)
        case .chart(let chart):
            each(chart.each, as: chart.name) { walk in
                for words in [chart.label, chart.figure] { walk.print(words) }
                walk.print(chart.value)
            }
            print(chart.title)
        case .code(let code): print(code.payload)
        case .contents(let contents): print(contents.title)
        case .each(let recipe):
            each(recipe.field, as: recipe.name) { walk in
                for blocks in [recipe.blocks, recipe.between, recipe.continued] {
                    walk.walk(blocks)
                }
                walk.ask(recipe.priority)
            }
            if let together = recipe.together { askThings(of: recipe.field, for: together) }
        case .when(let condition, let blocks, let otherwise):
            ask(condition)
            walk(blocks)
            walk(otherwise)
        case .part(let name, let arguments): walk(part: name, with: arguments)
        case .apart(let telling, let blocks):
            within { walk in
                walk.bind(telling)
                walk.walk(blocks)
            }
        case .timetable(let timetable): walk(timetable)
        case .index(let index):
            each(index.each, as: index.name) { walk in
                walk.print(index.entries)
                walk.print(index.anchor)
            }
        case .row(let cells, _):
            for cell in cells {
                each(cell.each, as: cell.name) { $0.walk(cell.blocks) }
            }
        case .speaking(let field, let blocks), .parallel(let field, _, let blocks):
            ask(field)
            walk(blocks)
        case .box(let blocks), .columns(_, _, let blocks), .heard(_, let blocks),
            .counted(_, let blocks):
            walk(blocks)
        case .rule, .space, .pause: break
        }
    }

    private mutating func walk(_ table: TableRecipe) {
        // A field that holds a table says all of it itself.
        if table.columns.isEmpty { print(table.each) }
        each(table.each, as: table.name) { walk in
            for column in table.columns {
                walk.print(column.head)
                walk.print(column.cell ?? [])
                walk.walk(column.blocks ?? [])
            }
        }
        for field in [table.columnsFrom, table.blankRows, table.rowHeightFrom] { ask(field) }
        for condition in table.columns.compactMap(\.condition) { ask(condition) }
        print(table.caption)
    }

    private mutating func walk(_ picture: PictureRecipe) {
        print(picture.alternative)
        guard let field = picture.field else { return }
        use(field, .drawn)
        for place in named(field) {
            note(place, .src)
            note(place, .alt)
            if picture.captionStyle != nil { note(place, .caption) }
            if picture.creditStyle != nil {
                note(place, .credit)
                note(place, .licence)
            }
        }
    }

    private mutating func walk(_ timetable: TimetableRecipe) {
        each(timetable.places, as: timetable.placeName) { $0.walk(timetable.head) }
        each(timetable.each, as: timetable.name) { walk in
            walk.print(timetable.time)
            walk.print(timetable.place)
            if let quiet = timetable.quiet { walk.ask(quiet) }
            walk.bind(timetable.telling)
            for name in ["hours", "elsewhere"] { walk.bound.append((name, [])) }
            walk.walk(timetable.hours)
            walk.walk(timetable.cell)
        }
        ask(timetable.columnsOf)
        print(timetable.caption)
    }

    private mutating func walk(part name: String, with arguments: [PartArgument]) {
        // They are told before any of them has its name.
        let told = arguments.map { ($0.name, named($0.expression)) }
        guard let part = parts[name], depth < Self.deepest else { return }
        depth += 1
        within { walk in
            for (name, places) in told { walk.bound.append((name, places)) }
            walk.walk(part.blocks)
        }
        depth -= 1
    }

    /// What the file for calendars says of an item.
    private static let fieldsOfCalendars = KnownField.names([
        .title, .time, .room, .status, .moderators, .speakers, .abstract,
    ])

    /// Notes that a file for calendars is made of some days.
    private mutating func noteCalendar(_ days: Expression) {
        for place in named(days) {
            for name in Self.fieldsOfCalendars {
                places.note((place.path + [KnownField.items.rawValue, name])[...], .exported)
            }
        }
    }

    // MARK: Words

    private mutating func print(_ runs: [RunRecipe]) {
        for run in runs {
            print(run.template)
            print(run.link)
        }
    }

    private mutating func print(_ template: Template?) {
        if let template { print(template.pieces) }
    }

    private mutating func print(_ pieces: [Template.Piece]) {
        for piece in pieces {
            switch piece {
            case .text: break
            case .field(let expression): print(expression)
            case .optional(let inner): print(inner)
            }
        }
    }

    private mutating func print(_ expression: Expression?) {
        guard let expression else { return }
        // How many there are tells nothing of what each of them says.
        let counts = expression.filters.contains { $0.name == .count || $0.name == .counts }
        if counts {
            _ = named(expression)
        } else {
            use(expression, .printed)
        }
        if expression.filters.contains(where: { $0.name == .vcard }) { use(expression, .carded) }
    }

    // MARK: Names

    private mutating func within(_ work: (inout LayoutWalk) -> Void) {
        let outer = bound.count
        work(&self)
        bound.removeSubrange(outer...)
    }

    /// Walks on with a name standing for the things of a field, where there is one.
    private mutating func each(
        _ field: Expression?,
        as name: String,
        _ work: (inout LayoutWalk) -> Void
    ) {
        let outer = bound.count
        if let field {
            bind(name, toThingsOf: field)
            bound.append(("index", []))
        }
        work(&self)
        bound.removeSubrange(outer...)
    }

    private mutating func bind(_ name: String, toThingsOf field: Expression) {
        let things = named(field)
        for thing in things { note(thing) }
        bound.append(
            (name, things.map { Place(path: $0.path, mostThings: nil, isField: $0.isField) })
        )
    }

    private mutating func bind(_ telling: TellingRecipe) {
        print(telling.field)
        if let field = telling.among { bind(telling.name, toThingsOf: field) }
        bound.append(("sign", []))
    }

    private mutating func use(_ expression: Expression, _ use: FieldPlaces.Use) {
        for place in named(expression) {
            note(place)
            places.note(place.path[...], known: place.path.count, use)
        }
    }

    /// That the things of a place are gone through, as far as they are meant.
    private mutating func note(_ place: Place) {
        guard let most = place.mostThings else { return }
        places.note(place.path[...], known: place.path.count, .walked(atMost: most))
    }

    private mutating func note(_ place: Place, _ field: KnownField) {
        places.note((place.path + [field.rawValue])[...], known: place.path.count, .printed)
    }

    /// What an expression stands for: more than one thing where another may take its place.
    private mutating func named(_ expression: Expression) -> [Place] {
        guard case .path(let names) = expression.source else { return [] }
        let isKnown = ask(expression)
        var found = named(names)
        for index in found.indices where !isKnown { found[index].isField = false }
        var skipped = 0
        for filter in expression.filters {
            switch filter.name {
            case .among: found = filter.path.map { named($0) } ?? found
            case .rather, .to: found += filter.path.map { named($0) } ?? []
            case .skip: skipped += filter.number ?? 1
            case .first:
                let most = skipped + (filter.number ?? 1)
                for index in found.indices {
                    found[index].mostThings = found[index].mostThings.map { min($0, most) }
                }
            // Which of them are meant nobody can tell.
            case .whereTrue, .longer, .last: return named(names)
            case .sort, .group, .reverse, .otherThan: break
            default: for index in found.indices { found[index].isField = false }
            }
        }
        return found
    }

    /// What names joined by points stand for.
    mutating func named(_ names: [String]) -> [Place] {
        guard let first = names.first,
            let known = bound.last(where: { $0.name == first })
        else {
            places.note(names[...], .walked(atMost: 0))
            return [Place(path: names)]
        }
        if names.count == 1 { return known.places }
        return known.places.map { place in
            note(place)
            let path = place.path + names.dropFirst()
            places.note(path[...], known: place.path.count, .walked(atMost: 0))
            return Place(path: path)
        }
    }
}
