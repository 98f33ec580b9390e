internal import Content
internal import Diagnostics
internal import Glyphs
internal import Layouts
internal import Unicode
internal import YAML

/// What ships with Griot, read once a run and no more of it than is asked for.
///
/// Files of the event's own `layouts/` folder come before those of the house.
final class Shelves {
    let installation: Installation
    var sources = Sources()
    var report = Report()
    /// What was found wrong while layouts and brands were read for each event folder.
    var reports: [String: Report] = [:]
    /// Files of the job that are not read, since their text was handed in.
    var texts: [String: [UInt8]] = [:]
    private var roots: [String: Node] = [:]
    /// Files that are not YAML throughout: what they lack may only not have been read.
    var damaged: Set<String> = []
    private var jobSources: [String: SourceID] = [:]
    private var packs: [String: LanguagePack] = [:]
    private var brands: [String: Brand] = [:]
    private var layouts: [String: Layout] = [:]
    /// The files that a layout or a language was read from, by its key.
    private var paths: [String: Set<String>] = [:]

    /// What the kinds are called and are for; their fields are read by ``openKinds(for:)``.
    lazy var kinds = readCovers()
    var kindFiles: [String: SourceID] = [:]
    lazy var manifest = readManifest()
    lazy var houseFonts = FontMaterials(manifest, installation: installation)
    /// The fonts of each event that was asked for; nil where it brings none.
    var eventFonts: [String: (families: [String], fonts: FontMaterials)?] = [:]

    init(_ installation: Installation) { self.installation = installation }

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
        guard damaged.isDisjoint(with: paths[key] ?? []) else { return nil }
        reports[eventFolder, default: Report()].add(contentsOf: heard)
        if let layout { layouts[key] = layout }
        return layout
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
    /// has one place for both.
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
        if !isWhole { paths = paths.filter { !installation.holds($0) } }
        paths.insert(path("brands", brand, eventFolder))
        var files: [String: SourceFile] = [:]
        for file in sources.all where paths.contains(file.name) {
            let isOwn = !installation.holds(file.name)
            let shelf = Paths.joined(isOwn ? eventFolder : installation.folder, "layouts")
            let name = "layouts" + file.name.dropFirst(shelf.count)
            if isOwn || files[name] == nil { files[name] = file }
        }
        if ownFonts(of: eventFolder) != nil {
            let manifest = Paths.joined(eventFolder, EventFonts.manifestName)
            files[EventFonts.manifestName] = sources.all.first { $0.name == manifest }
        }
        return files
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
        let ofTheHouse = places.filter { installation.holds($0) }
        return places.union(
            ofTheHouse.map {
                Paths.joined(eventFolder, String($0.dropFirst(installation.folder.count + 1)))
            }
        )
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
        let isDamaged = own.map(damaged.contains) ?? false
        guard let root = opened, !isDamaged else {
            let known = names(in: "brands", eventFolder: eventFolder)
            if own == nil {
                reports[eventFolder, default: Report()].add(
                    .error(.unknownBrand(name), at: span)
                        .hinting(Suggestion.didYouMean(name, among: known))
                )
            }
            // The usual one still shows the other mistakes.
            let usual =
                name == Brand.usual && eventFolder.isEmpty
                ? Brand() : self.brand(Brand.usual, askedAt: nil, eventFolder: "")
            brands[key] = usual
            return usual
        }
        let families = ownFonts(of: eventFolder)?.families ?? manifest.families
        var brand = listening(for: eventFolder) {
            Brand.read(root, families: families, reporting: &$0)
        }
        // A copy often still says the name of what it was copied from.
        brand.name = name
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
            let pack = listening(for: eventFolder) { report in
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
        reports[eventFolder, default: Report()].add(
            .warning(.unknownLanguage(tag), at: span)
                .hinting(isMeant ? "did you mean ‘\(short)’?" : nil)
                .hinting("add ‘layouts/languages/\(tag).yaml’; until then English rules hold")
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

    private func root(_ folder: String, _ name: String, _ eventFolder: String) -> Node? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        for place in places(of: folder, eventFolder) {
            let path = Paths.joined(place, "\(name).yaml")
            if let root = self.root(at: path) { return root }
            guard Paths.exists(path), sources.all.allSatisfy({ $0.name != path }) else { continue }
            reportUnreadable(path, in: eventFolder)
        }
        return nil
    }

    /// A file that is there is meant: another in its place would be a surprise.
    func reportUnreadable(_ path: String, in eventFolder: String) {
        do throws(FileProblem) {
            _ = try FileReading.bytes(of: try confined(path), limit: FileLimits.text)
        } catch {
            reports[eventFolder, default: Report()].add(
                .error(.unreadable(path, error), at: nil).hinting(error.hint)
            )
        }
    }

    /// A file of an event's own layouts may not lead out of the event; where the house keeps its
    /// own is the house's matter.
    private func confined(_ path: String) throws(FileProblem) -> String {
        if installation.holds(path) { return path }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let layouts = parts.lastIndex(where: { $0 == "layouts" || $0 == "fonts" }) else {
            return path
        }
        let home = parts[..<layouts].joined(separator: "/")
        let rest = parts[layouts...].joined(separator: "/")
        return try Paths.confined(rest, to: home.isEmpty ? (layouts == 0 ? "." : "/") : home)
    }

    /// What was found wrong with the house, and with the layouts of one event, none of another's.
    func report(for eventFolder: String) -> Report {
        var own = Report()
        for diagnostic in report.diagnostics where concerns(diagnostic, eventFolder) {
            own.add(diagnostic)
        }
        own.add(contentsOf: reports[eventFolder] ?? Report())
        return own
    }

    private func concerns(_ diagnostic: Diagnostic, _ eventFolder: String) -> Bool {
        guard let span = diagnostic.span else { return true }
        let path = sources[span.source].name
        return installation.holds(path) || Paths.folder(of: path) == eventFolder
            || path.hasPrefix(Paths.joined(eventFolder, "layouts/"))
            || path == Paths.joined(eventFolder, EventFonts.manifestName)
    }

    /// One of the house's own files, which cannot be done without.
    func ownBytes(of path: String) -> [UInt8]? {
        do throws(FileProblem) {
            return try FileReading.bytes(of: path, limit: FileLimits.text)
        } catch {
            report.add(.error(.unreadable(path, error), at: nil).hinting(error.hint))
            return nil
        }
    }

    /// Runs what may come back for another file while it reports.
    func listening<Result>(
        for eventFolder: String? = nil,
        _ body: (inout Report) -> Result
    ) -> Result {
        var heard = Report()
        defer {
            if let eventFolder {
                reports[eventFolder, default: Report()].add(contentsOf: heard)
            } else {
                report.add(contentsOf: heard)
            }
        }
        return body(&heard)
    }

    func root(at path: String) -> Node? {
        if let known = roots[path] { return known }
        // Most events have no layouts of their own, and to follow every link of two folders takes
        // longer than to look.
        guard Paths.exists(path), let place = try? confined(path),
            let bytes = try? FileReading.bytes(of: place, limit: FileLimits.text)
        else { return nil }
        let source = sources.add(SourceFile(name: path, bytes: bytes))
        let mistakes = report.count(of: .error)
        let root = parse(source, in: sources, reporting: &report).first
        if report.count(of: .error) > mistakes { damaged.insert(path) }
        roots[path] = root
        return root
    }

    /// What one of the event's own files holds, or was said to hold.
    func text(of path: String) throws(FileProblem) -> [UInt8] {
        if let text = texts[path] { return text }
        return try FileReading.bytes(of: path, limit: FileLimits.text)
    }

    /// Takes in one of the event's own files; its earlier text, if there was one, is forgotten.
    func source(_ file: SourceFile) -> SourceID {
        if let id = jobSources[file.name] {
            sources.replace(id, with: file)
            return id
        }
        let id = sources.add(file)
        jobSources[file.name] = id
        return id
    }
}

extension Diagnostic.Message {
    static func unknownBrand(_ name: String) -> Self { "there is no brand ‘\(name)’" }
    static func unknownLanguage(_ tag: String) -> Self { "there is no language pack for ‘\(tag)’" }
}
