internal import Diagnostics
internal import Layouts
internal import YAML

/// The fonts of the house, and those that events bring.
final class FontShelf {
    private typealias Own = (families: [String], fonts: FontMaterials)

    private let installation: Installation
    private let files: ReadFiles
    private lazy var manifest = readManifest()
    private lazy var house = FontMaterials(manifest, installation: installation)
    /// The fonts of each event that was asked for; nil where it brings none.
    private var events: [String: Own?] = [:]

    init(in installation: Installation, reading files: ReadFiles) {
        self.installation = installation
        self.files = files
    }

    /// The fonts that papers of an event may be set in.
    func fonts(for eventFolder: String) -> FontMaterials { own(of: eventFolder)?.fonts ?? house }

    /// The families that there are for them.
    func families(for eventFolder: String) -> [String] {
        own(of: eventFolder)?.families ?? manifest.families
    }

    /// Whether an event brings fonts of its own.
    func isFilled(by eventFolder: String) -> Bool { own(of: eventFolder) != nil }

    private func readManifest() -> FontManifest {
        let path = Paths.joined(installation.folder, "fonts/fonts.yaml")
        guard let root = files.root(at: path) else {
            // One that does not read has been complained of.
            if !Paths.exists(path) || !files.holds(path) { _ = files.ownBytes(of: path) }
            return FontManifest()
        }
        return files.listening { FontManifest.read(root, reporting: &$0) }
    }

    private func own(of eventFolder: String) -> Own? {
        if let known = events[eventFolder] { return known }
        let found = readFonts(of: eventFolder)
        events[eventFolder] = .some(found)
        return found
    }

    private func readFonts(of eventFolder: String) -> Own? {
        guard !eventFolder.isEmpty,
            Paths.isFolder(Paths.joined(eventFolder, EventFonts.folder)),
            Paths.resolved(eventFolder) != installation.folder
        else { return nil }
        let path = Paths.joined(eventFolder, EventFonts.manifestName)
        var named: FontManifest?
        if Paths.exists(path) {
            named = FontManifest()
            if let root = files.root(at: path), files.areWhole([path]) {
                named = files.listening(for: eventFolder) {
                    FontManifest.read(root, over: manifest, reporting: &$0)
                }
            } else if !files.holds(path) {
                files.reportUnreadable(path, in: eventFolder)
            }
        }
        let own = EventFonts(in: eventFolder, named: named, over: manifest)
        files.tell(own.report, of: eventFolder)
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
