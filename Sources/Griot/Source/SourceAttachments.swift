internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Glyphs
internal import Pictures
internal import Reading
internal import YAML

/// The files that a PDF carries so that its record can be taken up again.
///
/// Everything that came from the event folder and went into the edition: the paper, of the registers what
/// it leans on, the layouts of its own, the pictures it shows; and the brand, though it be the house's. A photograph
/// that stands in the pages byte for byte is not put in twice. Where the source is asked for, all
/// layouts and language packs of the house come along too: a fifth of a brief, which only another Griot
/// with other layouts would miss.
struct SourceAttachments {
    private(set) var attachments: [Finishing.Attachment] = []
    private var contents = FolderContents()
    private var manifest: SourceManifest

    /// - Parameter standing: Photographs that stand in the pages byte for byte.
    /// - Throws: Where a file has a name, or a size, with which it could not be taken out again.
    init(of edition: Run.Edition, in run: inout Run, standing: [Pictures.Picture])
        throws(SourceObjection)
    {
        manifest = SourceManifest(
            paper: Paths.name(of: run.job.file),
            language: edition.language,
            layout: run.job.layout ?? (edition.brief.layouts.count > 1 ? edition.layout : nil),
            isWhole: run.job.source == .always
        )
        manifest.fonts = run.ownFonts(of: edition)
        for (name, bytes) in try run.sourceTexts(of: edition) {
            try attach(name, bytes, as: "application/yaml")
        }
        for (name, file) in run.layoutFiles(of: edition).sorted(by: { $0.key < $1.key }) {
            try attach(name, file.bytes, as: "application/yaml")
        }
        for (name, picture) in edition.pictures.own {
            try attach(name, picture, isThere: standing.contains(picture))
        }
        attachments.append(
            Finishing.Attachment(
                name: SourceManifest.name,
                type: "application/json",
                description: "how the pages were made of the files",
                relationship: .supplement,
                bytes: Array(manifest.json.utf8)
            )
        )
    }

    private mutating func attach(
        _ name: String,
        _ picture: Pictures.Picture,
        isThere: Bool
    ) throws(SourceObjection) {
        guard picture.kind == .jpeg, isThere else {
            let types: [Pictures.Picture.Kind: String] = [
                .jpeg: "image/jpeg", .png: "image/png", .svg: "image/svg+xml",
            ]
            return try attach(name, picture.bytes, as: types[picture.kind]!)
        }
        try pack(name, [])
        manifest.photographs.append(
            SourceManifest.Photograph(path: name, bytes: picture.bytes)
        )
    }

    private mutating func attach(_ name: String, _ bytes: [UInt8], as type: String)
        throws(SourceObjection)
    {
        try pack(name, bytes)
        let isText = type == "application/yaml"
        attachments.append(
            Finishing.Attachment(
                name: name,
                type: type,
                description: !isText
                    ? "a picture of the paper"
                    : name.hasPrefix("layouts/")
                        ? "how the paper looks" : "what the paper was made of",
                relationship: isText ? .source : .supplement,
                bytes: bytes
            )
        )
    }
}

extension SourceAttachments {
    private mutating func pack(_ name: String, _ bytes: [UInt8]) throws(SourceObjection) {
        do throws(ReadingError) {
            try contents.add(name, bytes)
        } catch {
            throw .unpackable(error)
        }
    }
}

extension Run {
    /// The layouts, the brand and the language packs of an edition that go with it.
    fileprivate func layoutFiles(of edition: Edition) -> [String: SourceFile] {
        guard let folder = materials?.folder else { return [:] }
        return press.shelves.files(
            ofLayout: edition.layout,
            brand: edition.brief.brandName,
            languages: languages(with: edition),
            eventFolder: folder,
            whole: job.source == .always
        )
    }

    /// The files of the event's own fonts that an edition asks for.
    fileprivate func ownFonts(of edition: Edition) -> [String] {
        let fonts = press.shelves.fonts(for: folder)
        let entries = edition.flow.textStyles.all.compactMap { style in
            composing.face(of: style).map { composing.entry(of: $0) }
        }
        return Set(entries.filter { fonts.isOwn($0) }.map(\.file)).sorted()
    }

    /// The languages whose packs an edition is set with.
    func languages(with edition: Edition) -> Set<String> {
        edition.brief.spokenLanguages.union(edition.brief.languagesOfPassages())
            .union(edition.languages).union([edition.language])
    }

    /// What the edition's PDF carries.
    ///
    /// - Parameter standing: Photographs that stand in the pages byte for byte.
    mutating func attachments(of edition: Edition, standing: [Pictures.Picture]) -> [Finishing
        .Attachment]
    {
        if job.source == .never { return [] }
        do throws(SourceObjection) {
            if job.source != .always, let standard = standardWithoutAttachments {
                throw .refused(by: standard)
            }
            return try SourceAttachments(of: edition, in: &self, standing: standing).attachments
        } catch {
            report.add(
                .remark(.sourceStays(error, of: Paths.name(of: job.file)), at: nil).hinting(
                    error.hint
                )
            )
            return []
        }
    }
}
