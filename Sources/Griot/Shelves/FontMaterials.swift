internal import Diagnostics
internal import Glyphs
internal import Layouts

/// The fonts that `fonts/fonts.yaml` names, where they lie on this machine.
struct FontMaterials {
    let catalogue: FontCatalogue
    private let folders: [String]
    /// Files that an event brings, by their places in it.
    private let own: [String: FontData]
    private let origins: [String: Span]

    /// Looks for files in the house's own `fonts/`, then where systems keep them.
    ///
    /// - Parameter own: Files that an event brings, which are looked for nowhere else.
    init(
        _ manifest: FontManifest,
        installation: Installation,
        own: [String: FontData] = [:],
        namedAt origins: [String: Span] = [:]
    ) {
        let folders = [
            Paths.joined(installation.folder, "fonts"), "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/opt/homebrew/share/fonts",
        ]
        let entries = manifest.faces.map { face in
            FontEntry(
                family: face.family,
                weight: face.weight,
                isItalic: face.isItalic,
                file: face.file,
                package: face.package,
                takesKashida: face.takesKashida,
                composesMarksAlone: face.composesMarksAlone,
                design: face.design.flatMap(FontDesign.init(rawValue:))
            )
        }
        self.folders = folders
        self.own = own
        self.origins = origins
        catalogue = FontCatalogue(
            entries: entries,
            fallback: manifest.fallback,
            opening: { own[$0.file] ?? Self.open($0, in: folders) }
        )
    }

    /// Where a face's file lies on this machine; nil where it is missing.
    func place(of entry: FontEntry) -> String? {
        isOwn(entry) ? entry.file : Self.place(of: entry.file, in: folders)
    }

    /// Whether a face is the event's own.
    func isOwn(_ entry: FontEntry) -> Bool { own[entry.file] != nil }

    /// Where an event names a font of its own; nil where its files have the names they give themselves.
    func origin(of entry: FontEntry) -> Span? { origins[entry.file] }

    private static func place(of file: String, in folders: [String]) -> String? {
        let names = [file, Paths.name(of: file)]
        for folder in folders {
            for name in names {
                let path = Paths.joined(folder, name)
                if Paths.exists(path) { return path }
            }
        }
        return nil
    }

    private static func open(_ entry: FontEntry, in folders: [String]) -> FontData? {
        guard let path = place(of: entry.file, in: folders) else { return nil }
        guard let bytes = try? FileReading.map(path), let base = bytes.baseAddress else {
            return nil
        }
        nonisolated(unsafe) let mapped = bytes
        return FontData(base: base, count: bytes.count) { FileReading.unmap(mapped) }
    }
}
