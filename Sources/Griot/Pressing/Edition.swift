internal import Content
internal import Diagnostics
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages

extension Run {
    /// One layout and language of a paper, as made-up pages.
    struct Edition {
        let layout: String
        let language: String
        /// All in which it speaks, its own first.
        let languages: [String]
        let brief: Brief
        /// The fields that its layout has a place for.
        let places: FieldPlaces
        private(set) var flow: Flow
        private(set) var document: Pages.Document
        /// How the layout wants its pages to lie on sheets; nil where each is a sheet by itself.
        let scheme: Scheme?
        let pictures: PictureMaterials
        /// What goes into a file beside the paper, for address books.
        var addressBook: String?
        /// What goes into another, for calendars.
        var calendar: String?

        /// The pages on their sheets as a screen shows them: after the knife where there is one.
        var sheets: Pages.Document { document.laidOut(by: scheme) }

        /// Hands over the sheets; of the pages, as of what they were made of, nothing is kept here.
        mutating func takeSheets() -> Pages.Document {
            defer { document = Pages.Document() }
            flow.streams = []
            return sheets
        }
    }

    /// Makes the pages of one layout in one language; nil where that is not to be had, as is told.
    mutating func edition(
        of brief: Brief,
        by asked: (name: String, span: Span?),
        in language: String
    ) -> Edition? {
        guard let layout = design(asked, for: brief), let materials else { return nil }
        let house = house(
            for: brief,
            setBy: layout,
            in: language,
            eventFolder: materials.folder
        )
        reportColours(of: brief, in: house.brand)
        let ownPlaces = places[asked.name] ?? layout.places
        if job.layout == nil { places[asked.name] = ownPlaces }
        var composition = Composition(of: brief, with: layout, language: language, in: house)
        guard !composition.records.isEmpty else {
            reportNobody(for: asked.name, by: layout, of: brief)
            return nil
        }
        let name = callName(of: asked.name, in: language, for: brief)
        let binding = bind(&composition, of: asked.name, named: name, in: materials.folder)
        guard let binding else { return nil }
        reportTranslations(of: brief, into: composition.languages, in: ownPlaces)
        var document = binding.document(of: &composition)
        reportPictures(binding.pictures.present, of: composition.flow, in: document)
        document.metadata.created = brief.day
        return Edition(
            layout: asked.name,
            language: language,
            languages: composition.languages,
            brief: brief,
            places: ownPlaces,
            flow: composition.flow,
            document: document,
            scheme: layout.imposing.map { Scheme($0) },
            pictures: binding.pictures,
            addressBook: composition.addressBook(),
            calendar: calendar(of: brief, composition.calendarDays(), in: language)
        )
    }

    /// Makes the pages of every record of a paper; nil where the machine is short of something.
    private mutating func bind(
        _ composition: inout Composition,
        of layout: String,
        named name: String?,
        in folder: String
    ) -> Binding? {
        var binding = Binding(
            in: folder,
            on: press,
            copies: composition.records.count,
            keepingBack: disclosure
        )
        var heard = Report()
        defer { note(heard, ofPagesBy: layout, named: name) }
        do throws(GriotError) {
            for (index, record) in composition.records.enumerated() {
                try binding.add(record, number: index + 1, of: &composition, reporting: &heard)
            }
            return binding
        } catch {
            failure = error
            return nil
        }
    }

    /// The days of a programme for calendars; nil where there are none, or where another layout of the
    /// same paper has its calendar already.
    private mutating func calendar(
        of brief: Brief,
        _ days: [Value],
        in language: String
    ) -> String? {
        guard !days.isEmpty, !languagesWithCalendar.contains(language) else { return nil }
        let values = PlainValues(language: language, registry: brief.registry)
        let calendar = ProgrammeCalendar(
            of: brief,
            days: days,
            values,
            pack: press.shelves.pack(language, eventFolder: folder)
        )
        guard !calendar.entries.isEmpty else { return nil }
        if !calendar.knowsItsZone, languagesWithCalendar.isEmpty {
            report.add(
                .remark("the calendar takes the hours for Greenwich’s", at: brief[.event]?.span)
                    .hinting("give the event its country, or its zone: ‘timezone: Africa/Bamako’")
            )
        }
        if languagesWithCalendar.isEmpty { tell(ofNameless: calendar.nameless) }
        languagesWithCalendar.insert(language)
        return calendar.text
    }

    /// Tells that a calendar can't know items again whose titles change.
    private mutating func tell(ofNameless items: [Span]) {
        guard let first = items.first, !hasErrors else { return }
        report.add(
            .remark(.itemsWithoutID(items.count), at: first)
                .hinting("a line ‘id: opening’ in an item keeps it the same whatever it is called")
        )
    }

    /// Tells that there is nobody for whom the paper would be made, unless those who were named were not
    /// understood: of them it has been told.
    private mutating func reportNobody(for name: String, by layout: Layout, of brief: Brief) {
        let nobody = nobody(for: name, by: layout, of: brief)
        let isKnown = report.diagnostics.contains { known in
            known.severity == .error
                && (known.span.map { nobody.span?.encloses($0) ?? false } ?? false)
        }
        if !isKnown { report.add(nobody) }
    }

    /// A paper that is made over for each of some, of whom there are none.
    private func nobody(for name: String, by layout: Layout, of brief: Brief) -> Diagnostic {
        guard case .path(let names)? = layout.each?.source, let field = names.first else {
            return .error(.nobody(name, in: nil), at: brief.record.span)
        }
        let place = brief.record[field]?.span ?? brief.record.span
        return .error(.nobody(name, in: field), at: place)
            .hinting("add to ‘\(field)’ those whom it is for")
    }
}

extension Brief {
    /// The day a paper gives itself: files carry it, so that the same input makes the same bytes.
    var day: String? {
        if let date = self[.date], case .date(let day) = date.content { day.iso } else { nil }
    }
}

extension Diagnostic.Message {
    fileprivate static func itemsWithoutID(_ count: Int) -> Self {
        count == 1
            ? "1 item has no id: where its title changes, calendars that have it get a second one"
            : "\(count) items have no id: where a title changes, calendars that have it get a second one"
    }

    static func nobody(_ layout: String, in field: String?) -> Self {
        field.map { "‘\(layout)’ is made for each of ‘\($0)’, and there are none" }
            ?? "‘\(layout)’ is made for each of its things, and there are none"
    }
}
