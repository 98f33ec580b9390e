internal import Content
internal import Diagnostics
internal import Flow
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
    /// What is wrong in shared records with which the paper has nothing to do.
    private var mistakesElsewhere: [Diagnostic] = []
    /// Layouts by which some pages came out with mistakes, which keep those of no other from being made.
    private var faultyLayouts: Set<String> = []
    /// How many mistakes there are in them.
    private var faultsOfPages = 0
    /// What the paper keeps back.
    private(set) var disclosure: Disclosure?
    /// The languages in which the paper has its calendar already.
    var languagesWithCalendar: Set<String> = []
    /// The fields that its layouts have a place for.
    var places: [String: FieldPlaces] = [:]
    /// Layouts whose names for fields were held against the kinds.
    var designsAsked: Set<String> = []

    init(_ job: Job, on press: Press) {
        self.job = job
        self.press = press
    }

    func outcome(failure: GriotError? = nil) -> Outcome {
        let failure = failure ?? self.failure
        var whole = designReport
        whole.add(contentsOf: report)
        return Outcome(
            messages: Messages(report: whole.gathered, sources: press.shelves.sources),
            written: written,
            mistakesElsewhere: mistakesElsewhere,
            failure: failure
        )
    }

    var folder: String { materials?.folder ?? Paths.folder(of: job.file) }

    /// Where its pages are made.
    var composing: ComposingRoom { press.composing(for: folder) }

    /// Whether anything is wrong with the job, or with the layouts that it is set by, but for mistakes that
    /// came to light in the pages of one.
    var hasErrors: Bool { report.count(of: .error) > faultsOfPages || designReport.hasErrors }

    /// Whether pages may be made of an edition.
    func isFaultless(_ edition: Edition) -> Bool { !faultyLayouts.contains(edition.layout) }

    /// Takes in what was heard while pages were made up by a layout.
    mutating func note(_ heard: Report, ofPagesBy layout: String, named name: String?) {
        let before = report.count(of: .error)
        report.add(heard, of: name)
        faultsOfPages += report.count(of: .error) - before
        if heard.hasErrors { faultyLayouts.insert(layout) }
    }

    /// What is wrong with the layouts, brands and languages that it is set by.
    private var designReport: Report {
        press.shelves.files.report(
            for: folder,
            writtenIn: materials.map { Set($0.files.map(\.root.span.source)) }
        )
    }

    /// Reads the job and makes pages of each edition that was asked for.
    mutating func editions() -> [Edition] {
        guard let brief = brief() else { return [] }
        let lang = materials?.files.first?.root[.lang]
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
        mistakesElsewhere = brief.mistakesElsewhere
        for mistake in mistakesElsewhere { report.add(mistake.toldElsewhere) }
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
        guard let word = materials?.files.first?.root[.kind]?.text,
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
}

extension Diagnostic.Message {
    fileprivate static func sharedOnly(_ name: String) -> Self {
        "‘\(name)’ holds what papers share, and is none itself"
    }
}
