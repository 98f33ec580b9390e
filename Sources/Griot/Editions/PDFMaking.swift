internal import Diagnostics
internal import Finishing
internal import Flow
internal import Glyphs
internal import Imposition
internal import Pages
internal import Painting
internal import Pictures
internal import Structure

extension Run {
    /// The PDF of an edition, for those whom the job names.
    mutating func pdf(of edition: Edition) throws(GriotError) -> [UInt8] {
        reportForbiddenFonts(of: edition.document)
        switch job.edition {
        case .public:
            return try file(of: edition, for: impose(edition.document, as: .trimmed)).bytes
        case .proof: return try proofPDF(of: edition)
        case .light: return try lightPDF(of: edition)
        case .print: return try printPDF(of: edition)
        }
    }

    /// A finished file of an edition as arranged, and what it weighs.
    ///
    /// - Parameters:
    ///   - pictures: Those to draw, where they are not the edition's own.
    ///   - inks: Which inks stand for which colours; nil for the screen.
    mutating func file(
        of edition: Edition,
        for document: Pages.Document,
        pictures: [Pictures.Picture]? = nil,
        inks: InkTable? = nil
    ) throws(GriotError) -> (bytes: [UInt8], weights: FileWeights) {
        let faces = try press.composing.faces(for: document)
        let named = edition.flow.pictures
        let painted = try painting(named) { () throws(PaintingError) in
            try paintPDF(document, faces: faces, pictures: pictures ?? edition.pictures.all)
        }
        let attachments = attaches ? attachments(of: edition, painted: painted.bytes) : []
        let promised = promised(of: document, attaching: !attachments.isEmpty)
        return try finished(painted, document, attachments, inks, promising: promised)
    }

    /// The other editions carry their source only where somebody asks for it.
    private var attaches: Bool { job.edition == .public || job.source == .always }

    /// A finished PDF of pages, with nothing attached to it.
    func pdf(
        of document: Pages.Document,
        pictures: PictureMaterials,
        named: [PictureSource]
    ) throws(GriotError) -> [UInt8] {
        if let font = forbiddenFonts(of: document).first {
            let message = Diagnostic.Message.mayNotEmbed(press.composing.entry(of: font))
            throw GriotError("setting the pages", message.description)
        }
        let faces = try press.composing.faces(for: document)
        // A picture that could not be read went with the record that named it.
        let painted = try painting(named) { () throws(PaintingError) in
            try paintPDF(document, faces: faces, pictures: pictures.present)
        }
        let promised = standards(attaching: false)
        return try finished(painted, document, [], nil, promising: promised).bytes
    }

    /// - Parameter pictures: Where each picture was named.
    func painting<Result>(
        _ pictures: [PictureSource] = [],
        _ work: () throws(PaintingError) -> Result
    ) throws(GriotError) -> Result {
        do throws(PaintingError) {
            return try work()
        } catch {
            if let picture = error.picture, pictures.indices.contains(Int(picture.index)) {
                let source = pictures[Int(picture.index)]
                throw GriotError(
                    "drawing ‘\(source.path)’",
                    error.reason,
                    telling: .error(.undrawable(source.path, error), at: source.origin)
                        .hinting("open it in a picture program and save it anew")
                )
            }
            guard let font = error.font else {
                throw GriotError("painting the pages", "\(error)")
            }
            let entry = press.composing.entry(of: font)
            throw GriotError(
                "painting with the font ‘\(entry.family)’",
                "FreeType can't read ‘\(entry.file)’",
                hint: "install it again: apt install --reinstall \(entry.package)"
            )
        }
    }

    /// Where nobody asked for others: everybody can read it, and it can be kept for ever; a print
    /// edition goes to a press and promises nothing.
    func standards(attaching: Bool) -> Set<Standard> {
        guard let asked = job.standards else {
            return job.edition == .print ? [] : [.ua1, attaching ? .a3a : .a2a]
        }
        return Set(asked.compactMap(Standard.init(rawValue:)))
    }

    /// What the file can promise: not that everybody can read it, where pictures are not described
    /// and nobody asked for that.
    private mutating func promised(of document: Pages.Document, attaching: Bool) -> Set<Standard> {
        var standards = standards(attaching: attaching)
        guard job.standards == nil, standards.contains(.ua1), document.hasUndescribedPictures
        else { return standards }
        standards.remove(.ua1)
        report.add(.remark(.notForEverybody, at: nil))
        return standards
    }

    var standardsAllowAttachments: Bool {
        standards(attaching: true).objection(attachments: true) == nil
    }

    private func finished(
        _ painted: PaintedPDF,
        _ document: Pages.Document,
        _ attachments: [Finishing.Attachment],
        _ inks: InkTable?,
        promising standards: Set<Standard>
    ) throws(GriotError) -> (bytes: [UInt8], weights: FileWeights) {
        do throws(FinishingError) {
            return try finishAndWeigh(
                painted.bytes,
                document: document,
                marked: painted.marked,
                options: FinishingOptions(
                    standards: standards,
                    attachments: attachments,
                    compression: job.edition == .light ? 9 : nil,
                    bleed: inks == nil ? nil : Self.bleed,
                    inks: inks
                )
            )
        } catch {
            throw GriotError("finishing the file", "\(error)")
        }
    }

    private func forbiddenFonts(of document: Pages.Document) -> [FontID] {
        document.fontsInUse.filter { press.composing.mayNotEmbed($0) }
            .sorted { $0.index < $1.index }
    }

    /// A file carries its fonts, which not every font's maker allows.
    private mutating func reportForbiddenFonts(of document: Pages.Document) {
        for font in forbiddenFonts(of: document) {
            let entry = press.composing.entry(of: font)
            report.add(
                .error(.mayNotEmbed(entry), at: nil)
                    .hinting("set that text in another family, or ask its maker for a licence")
            )
        }
    }
}

extension Pages.Document {
    fileprivate var hasUndescribedPictures: Bool {
        structure.elements.contains { element in
            element.role == .figure && (element.alternative ?? "").isEmpty
                && (element.actualText ?? "").isEmpty
        }
    }
}

extension Diagnostic.Message {
    static func undrawable(_ path: String, _ error: PaintingError) -> Self {
        let reason = error.reason.split { $0.isNewline }.joined(separator: " ")
        return error.isOfFile ? "‘\(path)’ \(reason)" : "‘\(path)’ can't be drawn: \(reason)"
    }

    static var notForEverybody: Self {
        "this edition does not promise ua-1, for want of descriptions of its pictures"
    }

    static func mayNotEmbed(_ entry: FontEntry) -> Self {
        "the font ‘\(entry.family)’ says that no file may carry it: ‘\(entry.file)’"
    }
}
