internal import Content
package import Diagnostics
internal import Layouts
internal import Reading

/// What was taken out of a PDF's source for other programs.
public struct Extraction: Sendable {
    /// A form in which other programs take data.
    public enum Form: String, CaseIterable, Sendable {
        /// Contacts.
        case vcf
        /// A calendar.
        case ics
        /// Lists and tables.
        case csv
        /// The whole record.
        case json
    }

    /// A file that it makes, not written yet.
    public struct File: Sendable {
        public let name: String
        public let text: String
    }

    public private(set) var files: [File] = []
    /// What was asked for and is not there, in sentences.
    package private(set) var notes: [Diagnostic.Message] = []
    public private(set) var outcome: Outcome

    init(outcome: Outcome) { self.outcome = outcome }

    /// Writes the files into a folder, never over one that is there.
    public func write(to folder: String) throws(GriotError) -> [String] {
        let paths = files.map { Paths.joined(folder, $0.name) }
        if let taken = paths.first(where: Paths.exists) {
            throw GriotError.alreadyThere(
                "writing ‘\(taken)’",
                hint: "name another folder with --output"
            )
        }
        try FileWriting.makeFolder(folder)
        for (path, file) in zip(paths, files) {
            try FileWriting.write(Array(file.text.utf8), to: path)
        }
        return paths
    }
}

extension Press {
    /// Takes data out of a PDF's source.
    ///
    /// - Parameter forms: Those that are wanted; empty is all that there is something for.
    public func extract(_ forms: Set<Extraction.Form>, from source: AttachedSource) -> Extraction {
        var report = Report()
        shelves.openKinds()
        let brief = source.brief(on: shelves, reporting: &report)
        let messages = Messages(report: report, sources: shelves.sources)
        var extraction = Extraction(outcome: Outcome(messages: messages))
        guard let brief, !report.hasErrors else { return extraction }
        // Whoever has the file need not be one of the organisers, whatever its kind.
        let disclosure = brief.disclosed(by: shelves.kinds, to: .public)
        let plural = shelves.kinds.shared.compactMap { kind in kind.plural.map { (kind.name, $0) } }
        extraction.add(
            forms,
            of: disclosure.brief,
            naming: Dictionary(plural) { first, _ in first },
            in: source.language,
            shelves.pack(source.language, eventFolder: ""),
            written: brief
        )
        extraction.tell(disclosure, of: brief)
        return extraction
    }
}

extension Extraction {
    fileprivate mutating func add(
        _ forms: Set<Form>,
        of brief: Brief,
        naming names: [String: String],
        in language: String,
        _ pack: LanguagePack,
        written: Brief
    ) {
        let values = PlainValues(language: language, registry: brief.registry)
        let stem = Paths.stem(of: brief.name)
        for form in Form.allCases where forms.isEmpty || forms.contains(form) {
            let before = files.count
            switch form {
            case .vcf:
                addCards(
                    of: ContactCards(of: brief.registry, values),
                    written: ContactCards(
                        of: written.registry,
                        PlainValues(language: language, registry: written.registry)
                    )
                )
            case .ics: addCalendar(of: brief, to: "\(stem).ics", values, pack)
            case .csv:
                // Under its own name alone, what papers share would be read beside them.
                let shared = Set(names.values)
                for sheet in Lists(of: brief, naming: names, values).sheets {
                    let name = shared.contains(sheet.name) ? "\(stem)-\(sheet.name)" : sheet.name
                    files.append(File(name: "\(name).csv", text: sheet.csv))
                }
            case .json: files.append(File(name: "\(stem).json", text: RecordJSON.text(of: brief)))
            }
            guard files.count == before, forms.contains(form) else { continue }
            notes.append(Self.absence(of: form))
        }
    }

    private mutating func addCards(of cards: ContactCards, written: ContactCards) {
        var cards = cards
        let withheld = cards.leaveOutWhoCannotBeReached(of: written)
        if !cards.cards.isEmpty { files.append(File(name: "contacts.vcf", text: cards.text)) }
        if withheld > 0 {
            notes.append("people without a card, whose addresses may not go around: \(withheld)")
        }
    }

    /// Says how many people are left out, and whom prose names all the same.
    fileprivate mutating func tell(_ disclosure: Disclosure, of written: Brief) {
        let gone = written.registry.people.count - disclosure.brief.registry.people.count
        if gone > 0 { notes.append("people left out, who may not be named: \(gone)") }
        var told: Set<String> = []
        for mention in disclosure.mentions where told.insert(mention.name).inserted {
            notes.append("its text names \(mention.name), who is left out of everything else")
        }
    }

    private mutating func addCalendar(
        of brief: Brief,
        to name: String,
        _ values: PlainValues,
        _ pack: LanguagePack
    ) {
        let calendar = ProgrammeCalendar(
            of: brief,
            days: brief[.days]?.items ?? [],
            values,
            pack: pack
        )
        guard !calendar.entries.isEmpty else { return }
        files.append(File(name: name, text: calendar.text))
        guard !calendar.knowsItsZone else { return }
        notes.append(
            "the event names neither a time zone nor a country of one: its hours are taken for Greenwich’s"
        )
    }

    private static func absence(of form: Form) -> Diagnostic.Message {
        switch form {
        case .vcf: "there are no people and no offices in it to make cards of"
        case .ics: "it is not a programme: there are no hours in it to put into a calendar"
        case .csv: "there are no lists and no tables in it"
        case .json: "there is no record in it"
        }
    }
}

extension Registry {
    fileprivate var people: [Record] { all.filter { $0.is(.person) } }
}
