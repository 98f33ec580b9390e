internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages
internal import Painting
internal import Pictures
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
    /// Whether everything that the paper was made of may be seen by whoever sees the paper.
    ///
    /// A public paper leaves out what people did not agree to; its source would give it away.
    var sourceIsPublic = true
    /// What the paper keeps back.
    private(set) var withheld: [Disclosure.Withheld] = []
    private var languagesWithCalendar: Set<String> = []

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
        var whole = press.shelves.report(for: folder)
        whole.add(contentsOf: report)
        return Outcome(
            messages: Messages(report: whole, sources: press.shelves.sources),
            written: written,
            failure: failure
        )
    }

    var folder: String { materials?.folder ?? Paths.folder(of: job.file) }

    /// Where its pages are made.
    var composing: ComposingRoom { press.composing(for: folder) }

    /// Whether anything is wrong with the job, or with the layouts that it is set by.
    var hasErrors: Bool { report.hasErrors || press.shelves.report(for: folder).hasErrors }

    /// Reads the job and makes pages of each edition that was asked for.
    mutating func editions() -> [Edition] {
        guard let brief = brief() else { return [] }
        let lang = materials?.files.first?.root["lang"]
        for language in languages(of: brief) {
            let span = job.languages.isEmpty ? lang?.span : nil
            _ = press.shelves.pack(language, askedAt: span, eventFolder: folder)
        }
        return layouts(of: brief).flatMap { layout in
            languages(of: brief).compactMap { edition(of: brief, by: layout, in: $0) }
        }
    }

    /// The paper, read and validated; nil where there is nothing that could be set.
    mutating func brief() -> Brief? {
        materials = Materials.gather(for: job.file, on: press.shelves, reporting: &report)
        guard let materials, !report.hasErrors else { return nil }
        press.shelves.openKinds(for: materials)
        let brief = press.shelves.paper(
            of: materials.files,
            named: materials.named,
            in: job.languages,
            dressedBy: {
                press.shelves.brand($0, askedAt: $1, eventFolder: materials.folder)
            },
            reporting: &report
        )
        guard let brief else {
            if !report.hasErrors, !mayBeShared { report.add(sharedOnly(materials.files[0])) }
            return nil
        }
        checkTimeZone(of: brief)
        let disclosure = brief.disclosed(by: press.shelves.kinds)
        sourceIsPublic = disclosure.withheld.isEmpty && !disclosure.holdsPrivateThings
        withheld = disclosure.withheld
        report.add(disclosure)
        return disclosure.brief
    }

    /// What reads without a mistake and is no paper is what papers share.
    private func sharedOnly(_ file: ContentFile) -> Diagnostic {
        .error(.sharedOnly(file.name), at: file.root.span)
            .hinting("‘griot make’ makes all papers of a folder; ‘griot new programme’ begins one")
    }

    func languages(of brief: Brief) -> [String] {
        once(job.languages.isEmpty ? brief.languages : job.languages) { $0 }
    }

    /// The layouts to be used; a span tells that the file asked for one.
    func layouts(of brief: Brief) -> [(name: String, span: Span?)] {
        job.layout.map { [($0, nil)] } ?? ownLayouts(of: brief)
    }

    /// Those that the paper names, or else its kind.
    private func ownLayouts(of brief: Brief) -> [(name: String, span: Span?)] {
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
        var composition = Composition(of: brief, with: layout, language: language, in: house)
        guard !composition.records.isEmpty else {
            report.add(nobody(for: asked.name, by: layout, of: brief))
            return nil
        }
        var binding = Binding(
            in: materials.folder,
            on: press,
            copies: composition.records.count
        )
        for (index, record) in composition.records.enumerated() {
            do throws(GriotError) {
                try binding.add(record, number: index + 1, of: &composition, reporting: &report)
            } catch {
                failure = error
                return nil
            }
        }
        reportTranslations(of: brief, into: composition.languages)
        var document = binding.document(of: &composition)
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

    /// A paper that is made over for each of some, of whom there are none.
    private func nobody(for name: String, by layout: Layout, of brief: Brief) -> Diagnostic {
        guard case .path(let names)? = layout.each?.source, let field = names.first else {
            return .error(.nobody(name, in: nil), at: brief.record.span)
        }
        let place = brief.record[field]?.span ?? brief.record.fields.first?.value.span
        return .error(.nobody(name, in: field), at: place ?? brief.record.span)
            .hinting("add to ‘\(field)’ those whom it is for")
    }

    /// The layout of a name, as the paper's brand dresses it; nil where it cannot be read.
    mutating func design(
        _ named: (name: String, span: Span?),
        for brief: Brief
    ) -> Layout? {
        let shelves = press.shelves
        let brand = brief.brandName
        let folder = materials?.folder ?? ""
        // Where the layout asked for does not exist, the usual one still shows the other mistakes.
        if let asked = brief.askedBrand {
            _ = shelves.brand(brand, askedAt: asked.span, eventFolder: folder)
        }
        let layout = shelves.layout(
            named.name,
            brand: brand,
            askedAt: named.span,
            eventFolder: folder
        )
        if let kind = layout?.kind, shelves.kinds[kind] == nil {
            let place = shelves.kindNode(ofLayout: named.name, eventFolder: folder)?.span
            let meant = shelves.kinds.nearest(to: kind, among: shelves.kinds.papers)
            report.add(
                .error("there is no kind ‘\(kind)’", at: place)
                    .hinting(meant.map { "did you mean ‘\($0)’?" })
            )
            return nil
        }
        if let layout, let kind = layout.kind, kind != brief.record.kind {
            report.add(
                .error(.otherKind(named.name, kind, not: brief.record.kind), at: named.span)
                    .hinting(others(than: layout, for: brief.record.kind, brand, folder))
            )
            return nil
        }
        return layout
            ?? shelves.layout(
                press.defaultLayout(of: brief.record.kind),
                brand: brand,
                askedAt: nil,
                eventFolder: folder
            )
    }

    private func others(
        than layout: Layout,
        for kind: String,
        _ brand: String,
        _ folder: String
    ) -> Diagnostic.Message? {
        let shelves = press.shelves
        let fit = shelves.names(in: "papers", eventFolder: folder).filter { name in
            shelves.kindNode(ofLayout: name, eventFolder: folder)?.text == kind
        }
        return fit.isEmpty ? nil : "there are \(fit.joined(separator: ", ")) for it"
    }

    /// What a composition draws on: the brand, the languages, the kinds.
    func house(for brief: Brief, in language: String, eventFolder: String) -> House {
        let shelves = press.shelves
        let brand = shelves.brand(
            brief.brandName,
            askedAt: brief.askedBrand?.span,
            eventFolder: eventFolder
        )
        var others: [String: LanguagePack] = [:]
        for tag in brief.spokenLanguages where tag != language {
            others[tag] = shelves.pack(tag, eventFolder: eventFolder)
        }
        for tag in brief.languagesOfPassages() where tag != language {
            others[tag] = shelves.knownPack(tag, eventFolder: eventFolder)
        }
        return House(
            brand: brand,
            pack: shelves.pack(language, eventFolder: eventFolder),
            otherPacks: others,
            kinds: shelves.kinds,
            requiresDescriptions: job.edition == .public || job.standards?.contains("ua-1") == true
        )
    }

    /// The day a paper gives itself: files carry it, so that the same input makes the same bytes.
    private static func day(_ value: Value) -> String? {
        if case .date(let date) = value.content { date.iso } else { nil }
    }
}

extension Run {
    /// The files of an edition, each written beside its place.
    mutating func files(of edition: inout Edition, to names: [String]) throws(GriotError)
        -> [FileWriting.Draft]
    {
        guard let name = names.first else { return [] }
        try FileWriting.makeFolder(Paths.folder(of: name))
        guard job.format == .pdf else {
            return try zip(names, pictures(of: edition)).map { name, bytes throws(GriotError) in
                try FileWriting.draft(bytes, for: name)
            }
        }
        var files = [try pdf(of: &edition, to: name)]
        for (text, kind) in [(edition.addressBook, "vcf"), (edition.calendar, "ics")] {
            guard let text else { continue }
            let place = Paths.joined(Paths.folder(of: name), Paths.stem(of: name) + ".\(kind)")
            files.append(try FileWriting.draft(Array(text.utf8), for: place))
        }
        return files
    }

    /// The pages of an edition, as a picture each.
    func pictures(of edition: Edition) throws(GriotError) -> [[UInt8]] {
        let document = impose(edition.document, as: .trimmed)
        let faces = try composing.faces(for: document)
        let pictures = edition.pictures.all
        switch job.format {
        case .pdf: return []
        case .png:
            return try painting(edition.flow.pictures) { () throws(PaintingError) in
                try document.pages.map { page throws(PaintingError) in
                    try paintPNG(
                        page,
                        resolution: job.resolution,
                        faces: faces,
                        pictures: pictures
                    )
                }
            }
        case .svg:
            return try painting(edition.flow.pictures) { () throws(PaintingError) in
                try document.pages.map { page throws(PaintingError) in
                    try paintSVG(page, faces: faces, pictures: pictures)
                }
            }
        }
    }

    /// Where an edition's files go, one a page where they are pictures.
    func names(of edition: Edition, to destination: Destination) -> [String] {
        let all = EditionNames(
            of: job,
            layouts: ownLayouts(of: edition.brief).map(\.name),
            languages: edition.brief.languages
        )
        return all.files(
            of: edition.layout,
            in: edition.language,
            pages: edition.document.pages.count,
            to: destination
        )
    }
}

extension Diagnostic.Message {
    static func nobody(_ layout: String, in field: String?) -> Self {
        "‘\(layout)’ is made for each of ‘\(field ?? "its things")’, and there are none"
    }

    static func sharedOnly(_ name: String) -> Self {
        "‘\(name)’ holds what papers share, and is none itself"
    }

    static func otherKind(_ layout: String, _ kind: String, not other: String) -> Self {
        "the layout ‘\(layout)’ is for ‘\(kind)’, and this is of the kind ‘\(other)’"
    }

    static func noColour(_ name: String) -> Self { "the brand has no colour ‘\(name)’" }
}

extension Run {
    /// A name that is no colour of the brand would be passed over where the page is made.
    mutating func reportColours(of brief: Brief, in brand: Brand) {
        var rest = brief.record.fields.map(\.value)
        while let value = rest.popLast() {
            switch value.content {
            case .colour(let name) where !name.hasPrefix("#") && brand.colours[name] == nil:
                let known = brand.colours.keys.sorted()
                let problem = Diagnostic.error(.noColour(name), at: value.span)
                    .hinting(
                        Suggestion.didYouMean(name, among: known)
                            ?? "it has \(known.joined(separator: ", ")); or write ‘\"#005A8C\"’"
                    )
                if !report.diagnostics.contains(problem) { report.add(problem) }
            case .record(let record): rest += record.fields.map(\.value)
            case .list(let items): rest += items
            default: break
            }
        }
    }
}
