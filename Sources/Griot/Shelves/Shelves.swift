internal import Content
internal import Diagnostics
internal import Layouts
internal import Unicode
internal import YAML

/// What ships with Griot, read once a run and no more of it than is asked for.
///
/// Files of the event's own `layouts/` folder come before those of the house.
final class Shelves {
    let installation: Installation
    let files: ReadFiles
    private let kindShelf: KindShelf
    private let fontShelf: FontShelf
    private var packs: [String: LanguagePack] = [:]
    private var brands: [String: Brand] = [:]
    private var layouts: [String: Layout] = [:]
    /// The files that a layout or a language was read from, by its key.
    private var paths: [String: Set<String>] = [:]

    init(_ installation: Installation) {
        self.installation = installation
        files = ReadFiles(beside: installation)
        kindShelf = KindShelf(in: installation, reading: files)
        fontShelf = FontShelf(in: installation, reading: files)
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
    func layout(_ name: String, brand: String, askedAt span: Span?, eventFolder: String) -> Layout?
    {
        let key = Self.key(name, brand, eventFolder)
        if let known = layouts[key] { return known }
        let shelf = Shelf(
            open: { folder, name in
                self.note(folder.rawValue, name, eventFolder, for: key)
                return self.root(folder.rawValue, name, eventFolder)
            },
            names: { folder in self.names(in: folder.rawValue, eventFolder: eventFolder) }
        )
        if ownPath("papers", name, eventFolder) != nil, root("papers", name, eventFolder) == nil {
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
            guard let root = root("papers", name, eventFolder) else { return nil }
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
        var paths = paths[Self.key(name, brand, eventFolder)] ?? []
        for tag in languages { paths.formUnion(self.paths[Self.packKey(tag, eventFolder)] ?? []) }
        if !isWhole {
            paths = paths.filter { !installation.holds($0) && !isCopy($0, in: eventFolder) }
        }
        paths.insert(path("brands", brand, eventFolder))
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

    /// Whether a file of the event says what its namesake of the house does.
    private func isCopy(_ path: String, in eventFolder: String) -> Bool {
        let namesake = Paths.joined(installation.folder, Paths.within(path, eventFolder))
        guard namesake != path, let own = sources.all.first(where: { $0.name == path }) else {
            return false
        }
        return (try? FileReading.bytes(of: namesake, limit: FileLimits.text)) == own.bytes
    }

    /// The places where a layout, its brand and languages were looked for: the files that they were read
    /// from, and where files of the event would have come before those of the house.
    func places(
        ofLayout name: String,
        brand: String,
        languages: Set<String>,
        eventFolder: String
    ) -> Set<String> {
        var places = paths[Self.key(name, brand, eventFolder)] ?? []
        for tag in languages { places.formUnion(paths[Self.packKey(tag, eventFolder)] ?? []) }
        for brand in [brand, Brand.usual] { places.insert(path("brands", brand, eventFolder)) }
        // Where one of the two is gone, or comes, the other tells whether anything is changed by it.
        let pairs = places.map { place in
            installation.holds(place)
                ? Paths.joined(eventFolder, String(place.dropFirst(installation.folder.count + 1)))
                : Paths.joined(installation.folder, Paths.within(place, eventFolder))
        }
        return places.union(pairs)
    }

    private static func key(_ layout: String, _ brand: String, _ eventFolder: String) -> String {
        "\(eventFolder)|\(layout)|\(brand)"
    }

    /// Where the event itself has a file of a folder of layouts; nil where the house's is used.
    private func ownPath(_ folder: String, _ name: String, _ eventFolder: String) -> String? {
        guard !eventFolder.isEmpty, !name.contains("/") else { return nil }
        let path = Paths.joined(eventFolder, "layouts/\(folder)/\(name).yaml")
        // Most events have none, and to follow every link of two folders takes longer than to look.
        guard Paths.exists(path),
            Paths.resolved(eventFolder) != installation.folder
        else { return nil }
        return path
    }

    /// Where the file of a folder of layouts lies, the event's own first.
    private func path(_ folder: String, _ name: String, _ eventFolder: String) -> String {
        ownPath(folder, name, eventFolder)
            ?? Paths.joined(places(of: folder, "")[0], "\(name).yaml")
    }

    private func note(_ folder: String, _ name: String, _ eventFolder: String, for key: String) {
        paths[key, default: []].insert(path(folder, name, eventFolder))
    }

    func brand(_ name: String, askedAt span: Span?, eventFolder: String) -> Brand {
        let key = "\(eventFolder)|\(name)"
        if let known = brands[key] { return known }
        let own = ownPath("brands", name, eventFolder)
        let opened = root("brands", name, eventFolder)
        let isDamaged = own.map { !files.areWhole([$0]) } ?? false
        guard let root = opened, !isDamaged else {
            let known = names(in: "brands", eventFolder: eventFolder)
            if own == nil {
                files.tell(
                    .error(.unknownBrand(name), at: span)
                        .hinting(Suggestion.didYouMean(name, among: known))
                        .hinting(
                            "to begin one, copy Griot’s layouts/brands/house.yaml to ‘\(Paths.joined(eventFolder, "layouts/brands/\(name).yaml"))’"
                        ),
                    of: eventFolder
                )
            }
            // The usual one still shows the other mistakes.
            let usual =
                name == Brand.usual && eventFolder.isEmpty
                ? Brand() : self.brand(Brand.usual, askedAt: nil, eventFolder: "")
            brands[key] = usual
            return usual
        }
        let families = fontShelf.families(for: eventFolder)
        var brand = files.listening(for: eventFolder) {
            Brand.read(root, families: families, reporting: &$0)
        }
        // A copy often still says the name of what it was copied from.
        brand.name = name
        if name != Brand.usual || own != nil {
            let usual = self.brand(Brand.usual, askedAt: nil, eventFolder: "")
            files.listening(for: eventFolder) { brand.fillColours(from: usual, reporting: &$0) }
        }
        brands[key] = brand
        return brand
    }

    /// The pack of a language, else of its relatives by script or region; nil where there is none.
    func knownPack(_ tag: String, eventFolder: String) -> LanguagePack? {
        let key = Self.packKey(tag, eventFolder)
        if let known = packs[key] { return known }
        for candidate in [tag] + Language(tag).fallbackChain {
            guard let root = packRoot(candidate, for: key, in: eventFolder) else { continue }
            var opened: Set<String> = [candidate]
            let pack = files.listening(for: eventFolder) { report in
                LanguagePack.read(
                    root,
                    opening: { name in
                        // A pack that differs from one of its own name differs from the house’s.
                        let isOwn = opened.insert(name).inserted
                        return self.packRoot(name, for: key, in: isOwn ? eventFolder : "")
                    },
                    reporting: &report
                )
            }
            packs[key] = pack
            return pack
        }
        return nil
    }

    /// The pack of a language; that of `en` where nobody has written one yet, said in a warning.
    func pack(_ tag: String, askedAt span: Span? = nil, eventFolder: String) -> LanguagePack {
        if let known = knownPack(tag, eventFolder: eventFolder) { return known }
        let short = String(tag.prefix { $0 != "-" }.prefix(2))
        let isMeant = tag.utf8.count > 2 && knownPack(short, eventFolder: eventFolder) != nil
        files.tell(
            .warning(.unknownLanguage(tag), at: span)
                .hinting(isMeant ? "did you mean ‘\(short)’?" : nil)
                .hinting("add ‘layouts/languages/\(tag).yaml’; until then English rules hold"),
            of: eventFolder
        )
        let pack = tag == "en" ? LanguagePack() : pack("en", eventFolder: eventFolder)
        packs[Self.packKey(tag, eventFolder)] = pack
        paths[Self.packKey(tag, eventFolder)] = paths[Self.packKey("en", eventFolder)]
        return pack
    }

    private func packRoot(_ name: String, for key: String, in eventFolder: String) -> Node? {
        note("languages", name, eventFolder, for: key)
        return root("languages", name, eventFolder)
    }

    private static func packKey(_ tag: String, _ eventFolder: String) -> String {
        key(tag, "language", eventFolder)
    }

    /// The names of files of a folder of layouts, the event's own first.
    func names(in folder: String, eventFolder: String = "") -> [String] {
        var names: [String] = []
        for place in places(of: folder, eventFolder) {
            for file in Paths.names(in: place) where file.hasSuffix(".yaml") {
                let name = Paths.stem(of: file)
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    private func places(of folder: String, _ eventFolder: String) -> [String] {
        let shipped = Paths.joined(installation.folder, "layouts/\(folder)")
        return eventFolder.isEmpty
            ? [shipped] : [Paths.joined(eventFolder, "layouts/\(folder)"), shipped]
    }

    /// What a shipped file says: of the folder `papers` or `parts`.
    func shippedNode(_ name: String, in folder: String) -> Node? { root(folder, name, "") }

    private func root(_ folder: String, _ name: String, _ eventFolder: String) -> Node? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        for place in places(of: folder, eventFolder) {
            let path = Paths.joined(place, "\(name).yaml")
            if let root = files.root(at: path) { return root }
            guard Paths.exists(path), !files.holds(path) else { continue }
            files.reportUnreadable(path, in: eventFolder)
        }
        return nil
    }
}

extension Diagnostic.Message {
    static func unknownBrand(_ name: String) -> Self { "there is no brand ‘\(name)’" }
    static func unknownLanguage(_ tag: String) -> Self { "there is no language pack for ‘\(tag)’" }
}
