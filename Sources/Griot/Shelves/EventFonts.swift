internal import Diagnostics
internal import Glyphs
internal import Layouts
internal import Shaping

/// The fonts that an event brings in its own folder `fonts/`.
struct EventFonts {
    /// Its own families before those of the house.
    private(set) var manifest: FontManifest
    /// What its files hold, by their places in the event.
    private(set) var files: [String: FontData] = [:]
    /// Where its manifest names each.
    private(set) var origins: [String: Span] = [:]
    private(set) var report = Report()
    private let eventFolder: String

    static let folder = "fonts"
    static let manifestName = "fonts/fonts.yaml"

    /// - Parameter named: What the event’s own manifest names; nil where it has none, and every font
    ///   file has the name that it gives itself.
    init(in eventFolder: String, named: FontManifest?, over house: FontManifest) {
        self.eventFolder = eventFolder
        manifest = FontManifest()
        var faces: [FontManifest.Face] = []
        if let named {
            faces = named.faces.filter { !house.faces.contains($0) }.compactMap { vouched($0) }
            manifest.fallback = named.fallback
        } else {
            faces = fontFiles.compactMap { vouched(file: $0) }
        }
        manifest.faces = faces
        manifest = manifest.over(house)
    }

    /// Font files that lie there, in the order of their names.
    private var fontFiles: [String] {
        let names = Paths.names(in: Paths.joined(eventFolder, Self.folder)).filter { name in
            [".ttf", ".otf", ".ttc"].contains { name.lowercased().hasSuffix($0) }
        }
        return Array(names.prefix(FileLimits.fonts))
    }

    /// A face of the manifest, where its file is there and is a font.
    private mutating func vouched(_ face: FontManifest.Face) -> FontManifest.Face? {
        var face = face
        face.file = Paths.joined(Self.folder, face.file)
        guard let facts = read(face.file, namedAt: face.span) else { return nil }
        face.design = face.design ?? facts.design?.rawValue
        return face
    }

    private mutating func vouched(file: String) -> FontManifest.Face? {
        let file = "\(Self.folder)/\(file)"
        guard let facts = read(file, namedAt: nil) else { return nil }
        var face = FontManifest.Face(
            family: facts.family.isEmpty ? Paths.stem(of: file) : facts.family,
            weight: facts.weight,
            isItalic: facts.isItalic,
            file: file
        )
        face.design = facts.design?.rawValue
        return face
    }

    private mutating func read(_ file: String, namedAt span: Span?) -> FontFacts? {
        let bytes: [UInt8]
        do throws(FileProblem) {
            guard files.count < FileLimits.fonts else { throw .failed("there are too many fonts") }
            let path = try Paths.confined(file, to: eventFolder)
            bytes = try FileReading.bytes(of: path, limit: FileLimits.font)
        } catch {
            report.add(
                .error(.unreadableFont(file, error.sentence), at: span).hinting(
                    Self.hint(for: error)
                )
            )
            return nil
        }
        let data = files[file] ?? FontData(keeping: bytes)
        guard let facts = fontFacts(of: data) else {
            report.add(
                .error(.noFont(file), at: span)
                    .hinting(.takeAnotherFile)
            )
            return nil
        }
        files[file] = data
        origins[file] = span
        return facts
    }

    private static func hint(for problem: FileProblem) -> Diagnostic.Message? {
        if case .missing = problem { return "copy it into the event’s folder ‘fonts’" }
        return problem.hint
    }
}

extension FontData {
    /// Bytes that stay where they are in memory, as those of a file do that is mapped.
    fileprivate convenience init(keeping bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(bytes.count, 1),
            alignment: 16
        )
        copy.copyBytes(from: bytes)
        nonisolated(unsafe) let kept = copy
        self.init(base: UnsafeRawPointer(copy.baseAddress!), count: bytes.count) {
            kept.deallocate()
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unreadableFont(_ file: String, _ reason: Self) -> Self {
        "the font ‘\(file)’ can't be read: \(reason)"
    }

    static let takeAnotherFile: Self =
        "take a file in TrueType or OpenType, as its maker gave it"

    static func noFont(_ file: String) -> Self {
        "‘\(file)’ is not a font that letters can be drawn with"
    }
}
