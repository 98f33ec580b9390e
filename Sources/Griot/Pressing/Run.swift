internal import Content
internal import Diagnostics
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages
internal import YAML

/// One job on its way through the press.
struct Run {
    let job: Job
    let press: Press
    var report = Report()
    var written: [String] = []
    /// Where the machine is short of something, such as a font.
    var failure: GriotError?
    var materials: Materials?
    /// Whether the file may hold what papers share, and be none itself.
    var mayBeShared = false
    /// What the paper keeps back.
    private(set) var disclosure: Disclosure?
    private var languagesWithCalendar: Set<String> = []
    /// The fields that its layouts have a place for.
    private(set) var places: [String: FieldPlaces] = [:]
    /// Layouts whose names for fields were held against the kinds.
    var designsAsked: Set<String> = []

    /// One layout and language of a paper, as finished pages.
    struct Edition {
        let layout: String
        let language: String
        /// All in which it speaks, its own first.
        let languages: [String]
        let brief: Brief
        private(set) var flow: Flow
        private(set) var document: Pages.Document
        let pictures: PictureMaterials
        /// What goes into a file beside the paper, for address books.
        var addressBook: String?
        /// What goes into another, for calendars.
        var calendar: String?

        /// Hands over the pages, of which, as of what they were made of, nothing is kept here.
        mutating func takePages() -> Pages.Document {
            defer { document = Pages.Document() }
            flow.streams = []
            return document
        }
    }

    init(_ job: Job, on press: Press) {
        self.job = job
        self.press = press
    }

    func outcome(failure: GriotError? = nil) -> Outcome {
        let failure = failure ?? self.failure
        var whole = press.shelves.files.report(for: folder)
        whole.add(contentsOf: report)
        return Outcome(
            messages: Messages(report: whole.gathered, sources: press.shelves.sources),
            written: written,
            failure: failure
        )
    }

    var folder: String { materials?.folder ?? Paths.folder(of: job.file) }

    /// Where its pages are made.
    var composing: ComposingRoom { press.composing(for: folder) }

    /// Whether anything is wrong with the job, or with the layouts that it is set by.
    var hasErrors: Bool { report.hasErrors || press.shelves.files.report(for: folder).hasErrors }

    /// Reads the job and makes pages of each edition that was asked for.
    mutating func editions() -> [Edition] {
        guard let brief = brief() else { return [] }
        let lang = materials?.files.first?.root["lang"]
        for language in languages(of: brief) {
            let span = job.languages.isEmpty ? lang?.span : nil
            _ = press.shelves.pack(language, askedAt: span, eventFolder: folder)
        }
        let editions = layouts(of: brief).flatMap { layout in
            languages(of: brief).compactMap { edition(of: brief, by: layout, in: $0) }
        }
        reportUnplaced(of: brief)
        return editions
    }

    /// The paper, read and validated; nil where there is nothing that could be set.
    mutating func brief() -> Brief? {
        materials = Materials.gather(for: job.file, on: press.shelves, reporting: &report)
        guard let materials, !report.hasErrors else { return nil }
        press.shelves.openKinds(for: materials)
        let brief = press.shelves.paper(
            of: materials.files,
            named: materials.named,
            sheets: materials.sheets,
            in: job.languages,
            dressedBy: {
                press.shelves.brand($0, askedAt: $1, eventFolder: materials.folder)
            },
            reporting: &report
        )
        guard let brief else {
            if !report.hasErrors, !mayBeShared { report.add(sharedOnly(materials.files[0])) }
            if let objection = objectionToOwnKind { report.add(objection) }
            return nil
        }
        checkTimeZone(of: brief)
        let disclosure = brief.disclosed(by: press.shelves.kinds)
        self.disclosure = disclosure
        report.add(disclosure)
        return disclosure.brief
    }

    /// What reads without a mistake and is no paper is what papers share.
    private func sharedOnly(_ file: ContentFile) -> Diagnostic {
        .error(.sharedOnly(file.name), at: file.root.span)
            .hinting("‘griot make’ makes all papers of a folder; ‘griot new programme’ begins one")
    }

    /// That the event's folder describes the kind of a paper is of no use there.
    private var objectionToOwnKind: Diagnostic? {
        guard let word = materials?.files.first?.root["kind"]?.text,
            press.shelves.kinds[word] == nil,
            !word.contains("/")
        else { return nil }
        let place = Paths.joined(folder, "kinds/\(word).yaml")
        guard Paths.exists(place) else { return nil }
        let kinds = Paths.joined(press.shelves.installation.folder, "kinds")
        return .warning("‘\(place)’ is not read: kinds stand in Griot’s own folder", at: nil)
            .hinting("copy it into ‘\(kinds)’")
    }

    func languages(of brief: Brief) -> [String] {
        once(job.languages.isEmpty ? brief.languages : job.languages) { $0 }
    }

    /// The layouts to be used; a span tells that the file asked for one.
    func layouts(of brief: Brief) -> [(name: String, span: Span?)] {
        job.layout.map { [($0, nil)] } ?? ownLayouts(of: brief)
    }

    /// Those that the paper names, or else its kind.
    func ownLayouts(of brief: Brief) -> [(name: String, span: Span?)] {
        if brief.layouts.isEmpty { return [(press.defaultLayout(of: brief.record.kind), nil)] }
        return once(brief.layouts, by: \.value).map { ($0.value, $0.span) }
    }

    /// Each once, however often it is named: two editions cannot share a file.
    private func once<Value>(_ values: [Value], by name: (Value) -> String) -> [Value] {
        var seen: Set<String> = []
        return values.filter { seen.insert(name($0)).inserted }
    }

    mutating func edition(
        of brief: Brief,
        by asked: (name: String, span: Span?),
        in language: String
    ) -> Edition? {
        guard let layout = design(asked, for: brief), let materials else { return nil }
        let house = house(for: brief, in: language, eventFolder: materials.folder)
        reportColours(of: brief, in: house.brand)
        if job.layout == nil, places[asked.name] == nil { places[asked.name] = layout.places }
        var composition = Composition(of: brief, with: layout, language: language, in: house)
        guard !composition.records.isEmpty else {
            let nobody = nobody(for: asked.name, by: layout, of: brief)
            // Who was named and not understood has been told of.
            let isKnown = report.diagnostics.contains { known in
                known.severity == .error
                    && (known.span.map { nobody.span?.encloses($0) ?? false } ?? false)
            }
            if !isKnown { report.add(nobody) }
            return nil
        }
        var binding = Binding(
            in: materials.folder,
            on: press,
            copies: composition.records.count
        )
        let name = callName(of: asked.name, in: language, for: brief)
        var heard = Report()
        do throws(GriotError) {
            for (index, record) in composition.records.enumerated() {
                try binding.add(record, number: index + 1, of: &composition, reporting: &heard)
            }
            report.add(heard, of: name)
        } catch {
            report.add(heard, of: name)
            failure = error
            return nil
        }
        reportTranslations(of: brief, into: composition.languages, in: layout.places)
        var document = binding.document(of: &composition)
        reportPictures(binding.pictures.present, of: composition.flow, in: document)
        document.metadata.created = brief["date"].flatMap(Self.day)
        if let imposing = layout.imposing { document = impose(document, as: Scheme(imposing)) }
        return Edition(
            layout: asked.name,
            language: language,
            languages: composition.languages,
            brief: brief,
            flow: composition.flow,
            document: document,
            pictures: binding.pictures,
            addressBook: composition.addressBook(),
            calendar: calendar(of: brief, composition.calendarDays(), in: language)
        )
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
                .remark("the calendar takes the hours for Greenwich’s", at: brief["event"]?.span)
                    .hinting("give the event its country, or its zone: ‘timezone: Africa/Bamako’")
            )
        }
        languagesWithCalendar.insert(language)
        return calendar.text
    }

    /// What the paper says in vain, where it is set as it asks itself: whoever names another layout means
    /// to see less of it.
    private mutating func reportUnplaced(of brief: Brief) {
        let asked = ownLayouts(of: brief).map(\.name)
        guard job.layout == nil, asked.allSatisfy({ places[$0] != nil }) else { return }
        var all = FieldPlaces()
        for places in places.values { all.add(places) }
        let unplaced = brief.unplaced(
            in: all,
            of: asked,
            by: press.shelves.kinds,
            isGathered: true
        )
        for warning in unplaced {
            report.add(warning)
        }
    }

    /// A paper that is made over for each of some, of whom there are none.
    private func nobody(for name: String, by layout: Layout, of brief: Brief) -> Diagnostic {
        guard case .path(let names)? = layout.each?.source, let field = names.first else {
            return .error(.nobody(name, in: nil), at: brief.record.span)
        }
        let place = brief.record[field]?.span ?? brief.record.fields.first?.value.span
        return .error(.nobody(name, in: field), at: place ?? brief.record.span)
            .hinting("add to ‘\(field)’ those whom it is for")
    }

    /// The day a paper gives itself: files carry it, so that the same input makes the same bytes.
    private static func day(_ value: Value) -> String? {
        if case .date(let date) = value.content { date.iso } else { nil }
    }
}

extension Diagnostic.Message {
    static func nobody(_ layout: String, in field: String?) -> Self {
        field.map { "‘\(layout)’ is made for each of ‘\($0)’, and there are none" }
            ?? "‘\(layout)’ is made for each of its things, and there are none"
    }

    fileprivate static func sharedOnly(_ name: String) -> Self {
        "‘\(name)’ holds what papers share, and is none itself"
    }
}
