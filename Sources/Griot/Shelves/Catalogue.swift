internal import Content
package import Diagnostics
internal import Glyphs
internal import Layouts

// What can be asked of a press besides pages: its kinds, its layouts, its fonts.

extension Press {
    /// Names and meanings of the kinds that a file may have.
    public func kinds(language: String) -> [(name: String, meaning: String)] {
        shelves.kinds.papers.map { ($0.name, $0.help?.edition(in: language).content ?? "") }
    }

    /// A file of a kind to be filled in, its fields explained; of several of them, where the word is for
    /// many; nil where there is no such kind.
    public func skeleton(ofKind name: String, language: String) -> String? {
        let phrases = phrasebook(for: language)
        let kinds = openKinds()
        guard let kind = kinds[name] else {
            return kinds.kind(ofMany: name)?.registerSkeleton(language: language, phrases: phrases)
        }
        return kind.skeleton(language: language, phrases: phrases, layouts: layouts(ofKind: name))
    }

    /// The names of the layouts that set papers of a kind, its own first.
    private func layouts(ofKind name: String) -> [String] {
        let usual = defaultLayout(of: name)
        let all = shelves.layouts(ofKind: name)
        return all.filter { $0 == usual } + all.filter { $0 != usual }.sorted()
    }

    /// The fields of a kind as Markdown, by its name or the word for many of it; nil where there is none.
    public func reference(ofKind name: String, language: String) -> String? {
        let kinds = openKinds()
        return (kinds[name] ?? kinds.kind(ofMany: name))?
            .reference(language: language, phrases: phrasebook(for: language))
    }

    /// The marks that rich text is written with, as Markdown.
    public func richTextReference(language: String) -> String {
        RichTextMark.reference(phrases: phrasebook(for: language))
    }

    private func phrasebook(for language: String) -> Phrasebook {
        shelves.installation.phrasebook(for: language)
    }

    /// The kind's JSON Schema, for editors.
    public func schema(ofKind name: String) -> String? {
        let kinds = openKinds()
        return kinds[name].map { kinds.jsonSchema(of: $0) }
    }

    private func openKinds() -> KindLibrary {
        shelves.openKinds()
        return shelves.kinds
    }

    /// The kind of paper whose name is spelt most like a word; nil where none is near.
    public func nearestKind(to name: String) -> String? {
        let kinds = shelves.kinds
        return kinds.nearest(to: name, among: kinds.papers)
            ?? kinds.nearest(to: name, among: kinds.shared)
    }

    /// Names and meanings of the layouts, those of an event among them.
    ///
    /// - Parameter folder: The event's, whose own layouts come before those of the same name.
    package func layouts(
        ofEvent folder: String = ""
    ) -> [(name: String, meaning: Diagnostic.Message)] {
        let shipped = Set(shelves.names(in: .papers))
        let own = Set(Paths.names(in: Paths.joined(folder, "layouts/papers")))
        let isApart = !folder.isEmpty && Paths.resolved(folder) != shelves.installation.folder
        return shelves.names(in: .papers, eventFolder: folder).sorted().compactMap { name in
            let layout = shelves.layout(name, brand: Brand.usual, askedAt: nil, eventFolder: folder)
            let about = layout.map { Diagnostic.Message(stringLiteral: $0.about) }
            guard isApart, own.contains("\(name).yaml") else { return about.map { (name, $0) } }
            let meaning: Diagnostic.Message = about ?? "it can’t be read"
            return shipped.contains(name)
                ? (name, "\(meaning) (of this folder, before Griot’s)")
                : (name, "\(meaning) (of this folder)")
        }
    }

    /// The papers of a folder that holds everything about one gathering.
    public func papers(in folder: String) throws(GriotError) -> [String] {
        guard Paths.isFolder(folder) else {
            throw GriotError(
                "reading ‘\(folder)’",
                Paths.exists(folder) ? "it is a file, not a folder" : "there is no such folder",
                hint: Paths.exists(folder) ? "‘griot render \(folder)’ makes one paper" : nil,
                blaming: .whatWasNamed
            )
        }
        let papers = EventFolder(folder, kinds: shelves.kinds).papers
        guard !papers.isEmpty else {
            throw GriotError(
                "reading ‘\(folder)’",
                "no file in it names a kind of paper",
                hint: "‘griot new workshop-summary’ begins one",
                blaming: .whatWasNamed
            )
        }
        return papers
    }

    public static func isFolder(_ path: String) -> Bool { Paths.isFolder(path) }

    /// The folder that a file lies in, and with it all that its papers may read.
    public static func folder(of path: String) -> String { Paths.folder(of: path) }

    /// Copies a shipped paper, part, brand or language pack into an event folder, where it comes before
    /// the shipped one, or gets a name of its own.
    ///
    /// - Parameter name: Its name, or where a paper has the same, `parts/` and its name.
    /// - Returns: The path of the copy; nil where there is nothing of that name.
    public func copyDesign(_ name: String, as own: String? = nil, to folder: String)
        throws(GriotError) -> String?
    {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        let asked = parts.count == 2 ? Shelf.Folder(rawValue: parts[0]) : nil
        let stem = asked == nil ? name : parts[1]
        let shelf = asked.map { [$0] } ?? Shelf.Folder.allCases
        guard let found = shelf.first(where: { shelves.names(in: $0).contains(stem) }) else {
            return nil
        }
        return try copy(stem, in: found, as: own ?? stem, to: folder)
    }

    private func copy(_ name: String, in shelf: Shelf.Folder, as own: String, to folder: String)
        throws(GriotError) -> String
    {
        let place = "layouts/\(shelf.rawValue)"
        let source = Paths.joined(shelves.installation.folder, "\(place)/\(name).yaml")
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: source, limit: FileLimits.text)
        } catch {
            throw GriotError("reading ‘\(source)’", error.sentence)
        }
        let path = Paths.joined(folder, "\(place)/\(own).yaml")
        let text = String(decoding: bytes, as: UTF8.self)
        try begin(
            file: path,
            with: text.renamed(from: name, to: own, as: shelf.ownNameKey),
            elseDo: "change that, or name another folder with --output"
        )
        return path
    }

    /// The layout, part, brand or language pack whose name is spelt most like a word; nil where none is near.
    public func nearestLayout(to name: String) -> String? {
        Suggestion.nearest(to: name, among: Shelf.Folder.allCases.flatMap { shelves.names(in: $0) })
    }

    /// A face that pages may be set in.
    public struct Font: Sendable {
        public let family: String
        public let weight: Int
        public let isItalic: Bool
        public let file: String
        public let package: String
        public let isPresent: Bool
    }

    /// - Parameter folder: An event whose own fonts are listed as well.
    public func fonts(of folder: String = "") -> [Font] {
        let fonts = shelves.fonts(for: folder)
        return fonts.catalogue.entries.map { entry in
            let place = fonts.place(of: entry)
            return Font(
                family: entry.family,
                weight: entry.weight,
                isItalic: entry.isItalic,
                file: place ?? entry.file,
                package: entry.package,
                isPresent: place != nil
            )
        }
    }

    /// Writes the beginning of a file, never over one that is there.
    public func begin(file path: String, with text: String) throws(GriotError) {
        try begin(file: path, with: text, elseDo: "name another file with --output")
    }

    /// - Parameter hint: What to do where the file is there.
    private func begin(file path: String, with text: String, elseDo hint: Diagnostic.Message)
        throws(GriotError)
    {
        guard !Paths.exists(path) else {
            throw GriotError.alreadyThere("writing ‘\(path)’", hint: hint)
        }
        try FileWriting.makeFolder(Paths.folder(of: path))
        try FileWriting.write(Array(text.utf8), to: path)
    }
}

extension String {
    /// A layout file that calls itself by another name, on the line that does so.
    fileprivate func renamed(from name: String, to own: String, as key: String) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        guard own != name, let index = lines.firstIndex(where: { $0 == "\(key): \(name)" }) else {
            return self
        }
        var renamed = lines
        renamed[index] = "\(key): \(own)"
        return renamed.joined(separator: "\n")
    }
}
