internal import Diagnostics
internal import Layouts
internal import YAML

/// The fonts of the house, and those that an event brings.
extension Shelves {
    func readManifest() -> FontManifest {
        let path = Paths.joined(installation.folder, "fonts/fonts.yaml")
        guard let root = root(at: path) else {
            // One that does not read has been complained of.
            if !Paths.exists(path) || sources.all.allSatisfy({ $0.name != path }) {
                _ = ownBytes(of: path)
            }
            return FontManifest()
        }
        return listening { FontManifest.read(root, reporting: &$0) }
    }

    /// The fonts that papers of an event may be set in.
    func fonts(for eventFolder: String) -> FontMaterials {
        ownFonts(of: eventFolder)?.fonts ?? houseFonts
    }

    /// Whether an event brings fonts of its own.
    func bringsFonts(_ eventFolder: String) -> Bool { ownFonts(of: eventFolder) != nil }

    func ownFonts(of eventFolder: String) -> (families: [String], fonts: FontMaterials)? {
        if let known = eventFonts[eventFolder] { return known }
        let found = readFonts(of: eventFolder)
        eventFonts[eventFolder] = .some(found)
        return found
    }

    private func readFonts(of eventFolder: String) -> (families: [String], fonts: FontMaterials)? {
        guard !eventFolder.isEmpty,
            Paths.isFolder(Paths.joined(eventFolder, EventFonts.folder)),
            Paths.resolved(eventFolder) != installation.folder
        else { return nil }
        let path = Paths.joined(eventFolder, EventFonts.manifestName)
        var named: FontManifest?
        if Paths.exists(path) {
            named = FontManifest()
            if let root = root(at: path), !damaged.contains(path) {
                named = listening(for: eventFolder) {
                    FontManifest.read(root, over: manifest, reporting: &$0)
                }
            } else if sources.all.allSatisfy({ $0.name != path }) {
                reportUnreadable(path, in: eventFolder)
            }
        }
        let own = EventFonts(in: eventFolder, named: named, over: manifest)
        reports[eventFolder, default: Report()].add(contentsOf: own.report)
        let fonts = FontMaterials(
            own.manifest,
            installation: installation,
            own: own.files,
            namedAt: own.origins
        )
        // A family whose file can't be read is known all the same: that is told once.
        return (Array(Set(own.manifest.families + (named?.families ?? []))).sorted(), fonts)
    }
}
