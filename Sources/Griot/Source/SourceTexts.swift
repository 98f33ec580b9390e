internal import Content
internal import Diagnostics
internal import Flow
internal import YAML

/// The texts that a paper was made of, as they go with it.
extension Run {
    typealias SourceText = (name: String, bytes: [UInt8])

    /// The paper, and of the registers what it leans on, without what people have not agreed to show and,
    /// where it is public, without how to reach people where its pages do not say it; all there is where
    /// the source is asked for.
    mutating func sourceTexts(of edition: Edition) throws(SourceObjection) -> [SourceText] {
        guard let materials else { return [] }
        if job.source == .always { return try wholeTexts(of: materials.files) }
        let files = materials.files.prefix(1) + registers(goingWith: edition.brief, in: materials)
        let contacts = unprintedContacts(of: edition)
        if !contacts.isEmpty, let least = leastTexts(of: files, for: edition, without: contacts) {
            return least
        }
        let texts = try disclosedTexts(of: files, for: edition)
        if !contacts.isEmpty { reportContactsCarried() }
        return texts
    }

    /// Those that the paper leans on, and the one of the event that gave it its brand.
    private func registers(goingWith brief: Brief, in materials: Materials) -> [ContentFile] {
        var sources = Set(brief.recordsLeantOn().map(\.span.source))
        if let event = brief.dressingEvent { sources.insert(event.span.source) }
        return materials.files.dropFirst().filter { sources.contains($0.root.span.source) }
    }

    private func disclosedTexts(of files: some Sequence<ContentFile>, for edition: Edition)
        throws(SourceObjection) -> [SourceText]
    {
        guard let disclosure, !disclosure.isWhole else {
            return try texts(of: files, for: edition, without: [])
        }
        guard let places = disclosure.privatePlaces else { throw .personal }
        let texts = try texts(of: files, for: edition, without: places)
        guard reads(texts, as: disclosure) else { throw .personal }
        return texts
    }

    /// Where what a public paper leans on says how to reach people, and its pages do not.
    private func unprintedContacts(of edition: Edition) -> Set<Span> {
        let kinds = press.shelves.kinds
        let audience = edition.brief.audience ?? kinds[edition.brief.record.kind]?.audience
        guard audience == .public else { return [] }
        return edition.brief.unprintedContacts(in: edition.places, by: kinds)
    }

    /// Those texts without some ways to reach people; nil where these cannot be taken out.
    private func leastTexts(
        of files: some Sequence<ContentFile>,
        for edition: Edition,
        without contacts: Set<Span>
    ) -> [SourceText]? {
        guard var disclosure, let places = disclosure.privatePlaces else { return nil }
        disclosure.brief = disclosure.brief.without(contacts)
        let texts = try? texts(of: files, for: edition, without: places.union(contacts))
        return texts.flatMap { reads($0, as: disclosure) ? $0 : nil }
    }

    private mutating func reportContactsCarried() {
        let paper = Paths.name(of: job.file)
        report.add(
            .remark(
                "the source of ‘\(paper)’ travels with telephones or addresses that its pages do not print",
                at: nil
            ).hinting("‘--no-source’ leaves it out")
        )
    }

    /// Words may be cut out of a text in more ways than one: what is left must read as what the paper says,
    /// and give nobody away.
    private func reads(_ texts: [SourceText], as disclosure: Disclosure) -> Bool {
        areAll(texts, of: disclosure)
            && !texts.contains { disclosure.isBetrayed(by: $0.bytes) }
    }

    private func texts(
        of files: some Sequence<ContentFile>,
        for edition: Edition,
        without places: Set<Span>
    ) throws(SourceObjection) -> [SourceText] {
        var leantOn = Set(edition.brief.recordsLeantOn().map(\.span))
        var places = places
        if let event = edition.brief.dressingEvent, leantOn.insert(event.span).inserted {
            places.formUnion(placesBesideTheBrand(of: event, in: files))
        }
        var texts: [SourceText] = []
        let taken = Set(files.map(\.name))
        for file in files {
            if let sheet = sheet(of: file) {
                let text = file.text(of: leantOn, without: places, as: sheet.kind)
                texts.append((try name(of: sheet, besides: taken), text))
                continue
            }
            let excerpt = file.excerpt(
                of: leantOn,
                without: places,
                from: bytes(of: file),
                kinds: press.shelves.kinds
            )
            guard let excerpt else {
                throw places.isEmpty ? .entangled(register: file.name) : .personal
            }
            texts.append((file.name, excerpt))
        }
        return texts
    }

    /// Where an event of which the paper takes the brand alone says more than it must to be one.
    private func placesBesideTheBrand(
        of event: Record,
        in files: some Sequence<ContentFile>
    ) -> [Span] {
        let required =
            press.shelves.kinds[event.kind]?.fields.filter(\.isRequired).map(\.name) ?? []
        let kept = Set(required + KnownField.names([.brand, .id]))
        let node = files.lazy.compactMap { $0.root.part(at: event.span) }.first
        return (node?.entries ?? []).filter { !kept.contains($0.key.text ?? "") }.map(\.value.span)
    }

    private func wholeTexts(of files: [ContentFile]) throws(SourceObjection) -> [SourceText] {
        let taken = Set(files.map(\.name))
        var texts: [SourceText] = []
        for file in files {
            if let sheet = sheet(of: file) {
                let name = try name(of: sheet, besides: taken)
                texts.append((name, file.text(of: nil, as: sheet.kind)))
            } else {
                texts.append((file.name, bytes(of: file)))
            }
        }
        return texts
    }

    private func sheet(of file: ContentFile) -> SheetRegister? {
        file.isSheet ? materials?.sheets.first { $0.file.name == file.name } : nil
    }

    /// The name under which a sheet travels as a text: what stands beside it under another is read in the
    /// same order then.
    private func name(of sheet: SheetRegister, besides taken: Set<String>) throws(SourceObjection)
        -> String
    {
        let names = Registers.texts(of: sheet.kind)
        guard let free = names.last(where: { !taken.contains($0) }) else {
            throw .crowded(register: sheet.file.name, by: names)
        }
        return free
    }

    private func bytes(of file: ContentFile) -> [UInt8] {
        press.shelves.sources[file.root.span.source].bytes
    }

    /// Whether texts read as a paper that says the same as one, and keeps nothing back.
    private func areAll(_ texts: [SourceText], of disclosure: Disclosure) -> Bool {
        guard let materials else { return false }
        var report = Report()
        let files = texts.compactMap { text -> ContentFile? in
            let file = SourceFile(name: "\(text.name) as it travels", bytes: text.bytes)
            let source = press.shelves.files.source(file)
            let root = parse(source, in: press.shelves.sources, reporting: &report).first
            return root.map { ContentFile(name: text.name, root: $0) }
        }
        guard files.count == texts.count else { return false }
        let brief = press.shelves.paper(
            of: files,
            named: materials.named,
            in: job.languages,
            dressedBy: { press.shelves.brand($0, askedAt: $1, eventFolder: materials.folder) },
            reporting: &report
        )
        guard let brief, !report.hasErrors else { return false }
        // To what is whole nothing is done, unless somebody asks: it would still say who agreed.
        let asked: Kind.Audience? = disclosure.isWhole ? nil : .public
        return disclosure.isAllOf(brief.disclosed(by: press.shelves.kinds, to: asked))
    }
}

extension Node {
    /// The node that stands at a place, itself or a part of it however deep.
    fileprivate func part(at place: Span) -> Node? {
        if span == place { return self }
        let parts = items ?? entries?.map(\.value) ?? []
        return parts.lazy.compactMap { $0.part(at: place) }.first
    }
}
