internal import Glyphs
internal import Layouts

/// The fonts that `fonts/fonts.yaml` names, where they lie on this machine.
struct FontMaterials {
    let catalogue: FontCatalogue
    private let folders: [String]

    /// Looks for files in the house's own `fonts/`, then where systems keep them.
    init(_ manifest: FontManifest, installation: Installation) {
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
                takesKashida: face.takesKashida
            )
        }
        self.folders = folders
        catalogue = FontCatalogue(
            entries: entries,
            fallback: manifest.fallback,
            opening: { Self.open($0, in: folders) }
        )
    }

    /// Where a face's file lies on this machine; nil where it is missing.
    func place(of entry: FontEntry) -> String? { Self.place(of: entry.file, in: folders) }

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
        return FontData(base: base, count: bytes.count)
    }
}
