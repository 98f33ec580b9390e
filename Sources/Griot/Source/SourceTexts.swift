internal import Content
internal import Diagnostics
internal import YAML

/// The texts that a paper was made of, as they go with it.
extension Run {
    typealias SourceText = (name: String, bytes: [UInt8])

    /// The paper, and of the registers what it leans on, without what people have not agreed to show; all
    /// there is where the source is asked for.
    func sourceTexts(of edition: Edition) throws(SourceObjection) -> [SourceText] {
        guard let materials else { return [] }
        if job.source == .always { return materials.files.map { ($0.name, bytes(of: $0)) } }
        let files = materials.files.prefix(1) + materials.files(leantOnBy: edition.brief)
        guard let disclosure, !disclosure.isWhole else {
            return try texts(of: files, for: edition, without: [])
        }
        guard let places = disclosure.privatePlaces else { throw .personal }
        let texts = try texts(of: files, for: edition, without: places)
        // Words may be cut out of a text in more ways than one: what is left must read as what the
        // paper says, and give nobody away.
        guard areAll(texts, of: disclosure),
            !texts.contains(where: { disclosure.isBetrayed(by: $0.bytes) })
        else { throw .personal }
        return texts
    }

    private func texts(
        of files: some Sequence<ContentFile>,
        for edition: Edition,
        without places: Set<Span>
    ) throws(SourceObjection) -> [SourceText] {
        let leantOn = Set(edition.brief.recordsLeantOn().map(\.span))
        var texts: [SourceText] = []
        for file in files {
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
        return disclosure.isAllOf(brief.disclosed(by: press.shelves.kinds))
    }
}
