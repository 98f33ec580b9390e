internal import Content
internal import Diagnostics
internal import Layouts
internal import YAML

/// What ships with Griot, read once a run and no more of it than is asked for.
///
/// Files of the event's own `layouts/` folder come before those of the house.
final class Shelves {
    let installation: Installation
    let files: ReadFiles
    private let kindShelf: KindShelf
    private let fontShelf: FontShelf
    private let brandShelf: BrandShelf
    private let languageShelf: LanguageShelf
    private let layoutFiles: LayoutFiles
    private var layouts: [Key: Layout] = [:]
    /// The files that a layout was read from.
    private var paths: [Key: Set<String>] = [:]
    /// The sheets that papers share, by their paths.
    var readSheets: [String: ReadSheet] = [:]

    private struct Key: Hashable {
        let layout: String
        let brand: String
        let eventFolder: String
    }

    init(_ installation: Installation) {
        self.installation = installation
        files = ReadFiles(beside: installation)
        kindShelf = KindShelf(in: installation, reading: files)
        fontShelf = FontShelf(in: installation, reading: files)
        layoutFiles = LayoutFiles(installation: installation, files: files)
        brandShelf = BrandShelf(in: layoutFiles, fonts: fontShelf)
        languageShelf = LanguageShelf(in: layoutFiles)
    }

    var sources: Sources { files.sources }

    /// What the kinds are called and are for; their fields are read by ``openKinds(for:)``.
    var kinds: KindLibrary { kindShelf.library }

    /// Reads the fields of all kinds.
    func openKinds() { kindShelf.openAll() }

    /// Reads the fields of the kinds that a job is written in.
    func openKinds(for materials: Materials) { kindShelf.open(for: materials) }

    /// A kind with its fields, and with those of the kinds that they refer to where they are written with
    /// some keys.
    func opened(_ kind: Kind, writtenWith keys: Set<String>) -> Kind {
        kindShelf.open([kind.name], writtenWith: keys)
        return kinds[kind.name] ?? kind
    }

    /// The fonts that papers of an event may be set in.
    func fonts(for eventFolder: String) -> FontMaterials { fontShelf.fonts(for: eventFolder) }

    /// Whether an event brings fonts of its own.
    func bringsFonts(_ eventFolder: String) -> Bool { fontShelf.isFilled(by: eventFolder) }

    /// A layout by name, as a brand dresses it; nil where there is none.
    ///
    /// - Parameter kind: Of what it is to set; only such are offered where there is none of that name.
    func layout(
        _ name: String,
        brand: String,
        askedAt span: Span?,
        of kind: String? = nil,
        eventFolder: String
    ) -> Layout? {
        let key = Key(layout: name, brand: brand, eventFolder: eventFolder)
        if let known = layouts[key] { return known }
        let shelf = Shelf(
            open: { folder, name in
                let path = self.layoutFiles.path(name, in: folder, of: eventFolder)
                self.paths[key, default: []].insert(path)
                let root = self.layoutFiles.root(name, in: folder, of: eventFolder)
                self.layoutFiles.checkName(name, of: root, in: folder, of: eventFolder)
                return root
            },
            names: { folder in
                let all = self.names(in: folder, eventFolder: eventFolder)
                guard folder == .papers, !all.contains(name),
                    let kind = kind ?? self.kind(meantByLayout: name, among: all)
                else { return all }
                return self.layouts(ofKind: kind, eventFolder: eventFolder)
            },
            nameOfFile: { self.layoutFiles.name(ofFileCalling: $1, in: $0, of: eventFolder) }
        )
        if layoutFiles.ownPath(name, in: .papers, of: eventFolder) != nil,
            layoutFiles.root(name, in: .papers, of: eventFolder) == nil
        {
            // Why it can't be read has been told.
            return nil
        }
        let dress = self.brand(brand, askedAt: span, eventFolder: eventFolder)
        var heard = Report()
        let layout = Layout.read(
            paper: name,
            from: shelf,
            brand: dress,
            reporting: &heard,
            askedAt: span
        )
        // What is wrong with the rest of a damaged file is known when that is mended.
        guard files.areWhole(paths[key] ?? []) else { return nil }
        if layout == nil, span != nil, let stray = strayLayout(name, in: eventFolder, at: span) {
            heard.add(stray)
        }
        files.tell(heard, of: eventFolder)
        if let layout { layouts[key] = layout }
        return layout
    }

    /// The kind that somebody means who has only its name in mind: `attestation`, `lettre`; nil where a layout
    /// is called nearly so.
    private func kind(meantByLayout name: String, among all: [String]) -> String? {
        guard Suggestion.nearest(to: name, among: all) == nil else { return nil }
        return kinds.nearest(to: name, among: kinds.papers)
    }

    /// A layout that was laid beside the paper that names it.
    private func strayLayout(_ name: String, in eventFolder: String, at span: Span?) -> Diagnostic?
    {
        let path = Paths.joined(eventFolder, "\(name).yaml")
        guard !name.contains("/"),
            let bytes = try? FileReading.bytes(of: path, limit: FileLimits.text),
            bytes.split(separator: UInt8(ascii: "\n")).contains(where: {
                $0.starts(with: "paper:".utf8)
            })
        else { return nil }
        return .warning("‘\(name).yaml’ beside the paper is not looked at for a layout", at: span)
            .hinting(StrayDesign(sort: .layout, name: name).mend(path))
    }

    /// Where a layout, or one that it builds upon, says which kind it is for.
    func kindNode(ofLayout name: String, eventFolder: String) -> Node? {
        var seen: Set<String> = []
        var next: String? = name
        while let name = next, seen.insert(name).inserted {
            let root = layoutFiles.root(name, in: .papers, of: eventFolder)
            guard let root else { return nil }
            if let kind = root["kind"] { return kind }
            next = root["extends"]?.text
        }
        return nil
    }

    /// The files that went into a layout, its brand and languages, by their names in an event's folder.
    ///
    /// A file of the house that differs from none but its namesake of the event is left out: the folder
    /// has one place for both. So is a copy that nobody has changed: it is the house’s still.
    ///
    /// - Parameter isWhole: Whether those of the house go with them; its brand does in any case.
    func files(
        ofLayout name: String,
        brand: String,
        languages: Set<String>,
        eventFolder: String,
        whole isWhole: Bool
    ) -> [String: SourceFile] {
        var paths = paths(of: name, brand: brand, languages: languages, eventFolder: eventFolder)
        if !isWhole {
            paths = paths.filter {
                !installation.holds($0) && !layoutFiles.isCopy($0, in: eventFolder)
            }
        }
        paths.insert(layoutFiles.path(brand, in: .brands, of: eventFolder))
        var found: [String: SourceFile] = [:]
        for file in sources.all where paths.contains(file.name) {
            let isOwn = !installation.holds(file.name)
            let shelf = Paths.joined(isOwn ? eventFolder : installation.folder, "layouts")
            let name = "layouts" + file.name.dropFirst(shelf.count)
            if isOwn || found[name] == nil { found[name] = file }
        }
        if bringsFonts(eventFolder) {
            let manifest = Paths.joined(eventFolder, EventFonts.manifestName)
            found[EventFonts.manifestName] = sources.all.first { $0.name == manifest }
        }
        return found
    }

    /// The places where a layout, its brand and languages were looked for: the files that they were read
    /// from, and where files of the event would have come before those of the house.
    func places(
        ofLayout name: String,
        brand: String,
        languages: Set<String>,
        eventFolder: String
    ) -> Set<String> {
        var places = paths(of: name, brand: brand, languages: languages, eventFolder: eventFolder)
        for brand in [brand, Brand.usual] {
            places.insert(layoutFiles.path(brand, in: .brands, of: eventFolder))
        }
        // Where one of the two is gone, or comes, the other tells whether anything is changed by it.
        let pairs = places.map { place in
            installation.holds(place)
                ? Paths.joined(eventFolder, String(place.dropFirst(installation.folder.count + 1)))
                : Paths.joined(installation.folder, Paths.within(place, eventFolder))
        }
        return places.union(pairs)
    }

    /// The files that a layout and languages were read from.
    private func paths(
        of layout: String,
        brand: String,
        languages: Set<String>,
        eventFolder: String
    ) -> Set<String> {
        let own = paths[Key(layout: layout, brand: brand, eventFolder: eventFolder)] ?? []
        return languages.reduce(into: own) {
            $0.formUnion(languageShelf.paths(of: $1, eventFolder: eventFolder))
        }
    }

    /// The names of files of a folder of layouts, the event’s own first.
    func names(in folder: Shelf.Folder, eventFolder: String = "") -> [String] {
        layoutFiles.names(in: folder, of: eventFolder)
    }

    /// What a shipped file says: of the folder `papers` or `parts`.
    func shippedNode(_ name: String, in folder: Shelf.Folder) -> Node? {
        layoutFiles.root(name, in: folder, of: "")
    }

    /// A brand by name; the usual one, said in an error, where there is none.
    func brand(_ name: String, askedAt span: Span?, eventFolder: String) -> Brand {
        brandShelf.brand(name, askedAt: span, eventFolder: eventFolder)
    }

    /// The pack of a language, else of its relatives by script or region; nil where there is none.
    func knownPack(_ tag: String, eventFolder: String) -> LanguagePack? {
        languageShelf.knownPack(tag, eventFolder: eventFolder)
    }

    /// Whether an event has language packs of its own.
    func bringsLanguages(_ eventFolder: String) -> Bool {
        !eventFolder.isEmpty
            && Paths.isFolder(
                Paths.joined(eventFolder, "layouts/\(Shelf.Folder.languages.rawValue)")
            )
    }

    /// The pack of a language; that of `en` where nobody has written one yet, said in a warning.
    func pack(_ tag: String, askedAt span: Span? = nil, eventFolder: String) -> LanguagePack {
        languageShelf.pack(tag, askedAt: span, eventFolder: eventFolder)
    }
}
