internal import Diagnostics
internal import Finishing
internal import Glyphs
internal import Imposition
internal import Pages
internal import Painting
internal import Pictures

extension Run {
    /// The PDF of an edition, for those whom the job names.
    mutating func pdf(of edition: Edition) throws(GriotError) -> [UInt8] {
        reportForbiddenFonts(of: edition.document)
        switch job.edition {
        case .public:
            return try file(of: edition, for: impose(edition.document, as: .trimmed)).bytes
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
        let painted = try painting { () throws(PaintingError) in
            try paintPDF(document, faces: faces, pictures: pictures ?? edition.pictures.all)
        }
        let attachments = attaches ? attachments(of: edition, painted: painted.bytes) : []
        return try finished(painted, document, attachments, inks)
    }

    /// The other editions carry their source only where somebody asks for it.
    private var attaches: Bool { job.edition == .public || job.source == .always }

    /// A finished PDF of pages, with nothing attached to it.
    func pdf(of document: Pages.Document, pictures: PictureMaterials) throws(GriotError) -> [UInt8]
    {
        let faces = try press.composing.faces(for: document)
        let painted = try painting { () throws(PaintingError) in
            try paintPDF(document, faces: faces, pictures: pictures.all)
        }
        return try finished(painted, document, [], nil).bytes
    }

    func painting<Result>(_ work: () throws(PaintingError) -> Result) throws(GriotError)
        -> Result
    {
        do throws(PaintingError) {
            return try work()
        } catch {
            throw GriotError("painting the pages", "\(error)")
        }
    }

    /// Where nobody asked for others: everybody can read it, and it can be kept for ever; a print
    /// edition goes to a press and promises nothing.
    private func standards(attaching: Bool) -> Set<Standard> {
        guard let asked = job.standards else {
            return job.edition == .print ? [] : [.ua1, attaching ? .a3a : .a2a]
        }
        return Set(asked.compactMap(Standard.init(rawValue:)))
    }

    var standardsAllowAttachments: Bool {
        standards(attaching: true).objection(attachments: true) == nil
    }

    private func finished(
        _ painted: PaintedPDF,
        _ document: Pages.Document,
        _ attachments: [Finishing.Attachment],
        _ inks: InkTable?
    ) throws(GriotError) -> (bytes: [UInt8], weights: FileWeights) {
        do throws(FinishingError) {
            return try finishAndWeigh(
                painted.bytes,
                document: document,
                marked: painted.marked,
                options: FinishingOptions(
                    standards: standards(attaching: !attachments.isEmpty),
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

    /// A file carries its fonts, which not every font's maker allows.
    private mutating func reportForbiddenFonts(of document: Pages.Document) {
        for font in document.fontsInUse.sorted(by: { $0.index < $1.index })
        where press.composing.mayNotEmbed(font) {
            let entry = press.composing.entry(of: font)
            report.add(
                .error(.mayNotEmbed(entry), at: nil)
                    .hinting("set that text in another family, or ask its maker for a licence")
            )
        }
    }
}

extension Diagnostic.Message {
    static func mayNotEmbed(_ entry: FontEntry) -> Self {
        "the font ‘\(entry.family)’ says that no file may carry it: ‘\(entry.file)’"
    }
}
