package import Content
package import Diagnostics

extension Brief {
    /// What its own file says in fields that have no place, a warning for each field.
    ///
    /// Shared files say more of people and houses than any one paper prints, and so may what stands for
    /// them in the paper. An event that is described in the paper's own file serves no other. Settings,
    /// such as a language or a choice, are no words that anyone would miss.
    ///
    /// - Parameters:
    ///   - places: Those of all its layouts together.
    ///   - layouts: What these are called.
    ///   - kinds: Which of them are shared.
    ///   - isGathered: Whether more than two of them are one warning: much of a programme has no room on
    ///     the back of a badge.
    package func unplaced(
        in places: FieldPlaces,
        of layouts: [String],
        by kinds: KindLibrary,
        isGathered: Bool = false
    ) -> [Diagnostic] {
        var walk = UnplacedWalk(source: record.span.source, kinds: kinds, registry: registry)
        walk.ownOffices = ownOffices
        walk.walk(record, in: places)
        let whole = walk.found.filter { $0.things == nil }
        guard isGathered, whole.count > 2 else { return walk.found.map { $0.warning(of: layouts) } }
        let fields = whole.map(\.field)
        let gathered = Diagnostic.warning(.unplaced(fields, layouts), at: whole[0].span)
        let rest = walk.found.filter { $0.things != nil }.map { $0.warning(of: layouts) }
        return [gathered.hinting(.otherPlace)] + rest
    }

    /// What an event of this paper's folder says in fields for which none of its papers has a place: the
    /// names of the fields and where they stand.
    ///
    /// - Parameters:
    ///   - event: As it stands in its register.
    ///   - places: Those that the papers about it have for what it says.
    package static func unplaced(
        ofEvent event: Record,
        in places: FieldPlaces,
        by kinds: KindLibrary
    )
        -> [Located<String>]
    {
        var walk = UnplacedWalk(source: event.span.source, kinds: kinds, registry: Registry())
        walk.walk(event: event, in: places)
        return walk.found.map { Located($0.field, at: $0.span) }
    }

    /// What a row of a sheet says in fields that have no place, the people and houses in it included:
    /// nothing else says it.
    package static func unplaced(ofRow row: Record, in places: FieldPlaces, by kinds: KindLibrary)
        -> [Located<String>]
    {
        var walk = UnplacedWalk(source: row.span.source, kinds: kinds, registry: Registry())
        walk.isOfRow = true
        walk.walk(row, in: places)
        return walk.found.filter { $0.things == nil }.map { Located($0.field, at: $0.span) }
    }
}

extension Brief {
    /// Where the offices stand in which people of the paper work.
    fileprivate var ownOffices: Set<Span> {
        let own = registry.value(
            at: [.people, .office],
            from: Value(.record(record), at: record.span)
        )
        return Set((own?.items ?? []).compactMap { registry.record(of: $0)?.span })
    }
}

/// Goes through a paper beside the places of its layouts.
private struct UnplacedWalk {
    let source: SourceID
    let kinds: KindLibrary
    let registry: Registry
    /// Where the offices stand in which people of the paper work.
    var ownOffices: Set<Span> = []
    /// Whether what papers share stands in it as well.
    var isOfRow = false
    private(set) var found: [Finding] = []
    private var path: [String] = []
    private var told: Set<[String]> = []

    struct Finding {
        var field: String
        var span: Span
        /// Where some of a list have a place: how many, of how many.
        var things: (placed: Int, of: Int)?
        /// Whether those are offices, which may be somebody's own.
        var isOffice = false
    }

    /// What is read for more than to be printed: days by which consent is judged and files are dated, who
    /// is seen in a picture, what address cards say besides.
    private static let heard = Set(
        KnownField.names([.date, .end, .year, .event, .people, .organisation, .office, .offices])
    )
    /// The same of a row: by the country of somebody their telephone is read.
    private static let heardInRows = Set(KnownField.names([.country]))
    /// What tells an event from others, or a program about it: no paper is about all of it.
    private static let identity = Set(
        KnownField.names([
            .title, .subtitle, .acronym, .date, .end, .time, .timezone, .city, .country,
            .organisers, .brand,
        ])
    )

    init(source: SourceID, kinds: KindLibrary, registry: Registry) {
        self.source = source
        self.kinds = kinds
        self.registry = registry
    }

    mutating func walk(_ record: Record, in places: FieldPlaces) {
        for field in record.fields {
            if field.is(.event), case .record(let event) = field.value.content {
                path.append(field.name)
                walk(event: event, in: places[field.name] ?? FieldPlaces())
                path.removeLast()
            }
            if field.is(.offices) { tellOfOffices(field.value, in: places[field.name]) }
            guard !(isOfRow ? Self.heardInRows : Self.heard).contains(field.name) else { continue }
            walk(field, in: places)
        }
    }

    mutating func walk(event: Record, in places: FieldPlaces) {
        for field in event.fields where !Self.identity.contains(field.name) {
            walk(field, in: places)
        }
    }

    private mutating func walk(_ field: Record.Field, in places: FieldPlaces) {
        if places.isPrinted, Record.callingFields.contains(field.name) { return }
        path.append(field.name)
        walk(field.value, in: places[field.name])
        path.removeLast()
    }

    private mutating func walk(_ value: Value, in places: FieldPlaces?) {
        guard value.span.source == source else { return }
        guard let places else {
            if saysSomething(value) { tell(Finding(field: name, span: value.span)) }
            return
        }
        if places.isExported { return }
        switch value.content {
        case .list(let things): walk(things, in: places)
        case .record(let record):
            let isShared = kinds[record.kind]?.isShared ?? false
            if !isShared || places.isDrawn || isOfRow { walk(record, in: places) }
        default: break
        }
    }

    /// An address card takes somebody's own office or else the first, and so may the page: one more stands
    /// nowhere.
    private mutating func tellOfOffices(_ value: Value, in places: FieldPlaces?) {
        guard !isOfRow, case .list(let things) = value.content, let most = places?.mostThings,
            (1..<things.count).contains(most)
        else { return }
        let rest = things.dropFirst(most).filter { thing in
            registry.record(of: thing).map { !ownOffices.contains($0.span) } ?? true
        }
        guard let first = rest.first else { return }
        path.append(KnownField.offices.rawValue)
        var finding = Finding(
            field: name,
            span: first.span,
            things: (things.count - rest.count, things.count)
        )
        finding.isOffice = true
        tell(finding)
        path.removeLast()
    }

    private mutating func walk(_ things: [Value], in places: FieldPlaces) {
        let most = places.isPrinted && places.mostThings == 0 ? .max : places.mostThings
        for thing in things.prefix(most) { walk(thing, in: places) }
        let rest = things.dropFirst(most).filter { $0.span.source == source }
        guard let first = rest.first(where: saysSomething) else { return }
        tell(
            Finding(
                field: name,
                span: first.span,
                things: (things.count - rest.count, things.count)
            )
        )
    }

    private var name: String { path.joined(separator: ".") }

    private mutating func tell(_ finding: Finding) {
        if told.insert(path).inserted { found.append(finding) }
    }

    private func saysSomething(_ value: Value) -> Bool {
        switch value.content {
        case .truth, .choice, .identifier, .language, .colour, .length, .number, .duration: false
        case .list(let things): things.contains(where: saysSomething)
        case .record(let record):
            record.fields.contains { !Self.heard.contains($0.name) && saysSomething($0.value) }
        default: value.isTruthy
        }
    }
}

extension UnplacedWalk.Finding {
    func warning(of layouts: [String]) -> Diagnostic {
        let message: Diagnostic.Message =
            things.map { .onlySome($0.placed, of: $0.of, field, layouts) }
            ?? .unplaced(field, layouts)
        return .warning(message, at: span)
            .hinting(isOffice ? .ownOffice : .otherPlace)
    }
}

extension Diagnostic.Message {
    fileprivate static let otherPlace: Self =
        "say it in a field that is printed, or let ‘layout:’ name another layout"

    fileprivate static let ownOffice: Self =
        "say ‘office:’ of those who work there: their cards have it then"

    fileprivate static func unplaced(_ fields: [String], _ layouts: [String]) -> Self {
        let names = quoted(fields, atMost: 40)
        return layouts.count == 1
            ? "\(names) are in the file, but ‘\(layouts[0])’ has no place for them"
            : "\(names) are in the file, but none of \(quoted(layouts)) has a place for them"
    }

    fileprivate static func unplaced(_ field: String, _ layouts: [String]) -> Self {
        layouts.count == 1
            ? "‘\(field)’ is in the file, but ‘\(layouts[0])’ has no place for it"
            : "‘\(field)’ is in the file, but none of \(quoted(layouts)) has a place for it"
    }

    fileprivate static func onlySome(
        _ placed: Int,
        of number: Int,
        _ field: String,
        _ layouts: [String]
    ) -> Self {
        layouts.count == 1
            ? "‘\(field)’ holds \(number), of which \(placed) are printed: ‘\(layouts[0])’ has no place for more"
            : "‘\(field)’ holds \(number), of which \(placed) are printed: none of \(quoted(layouts)) has a place for more"
    }
}
