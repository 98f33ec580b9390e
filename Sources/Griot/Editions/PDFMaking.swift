internal import Diagnostics
internal import Finishing
internal import Flow
internal import Glyphs
internal import Pages
internal import Painting
internal import Pictures
internal import Shaping
internal import Structure

extension Run {
    /// The PDF of an edition, for those whom the job names, written beside its place.
    ///
    /// The pages of a public one are gone afterwards: a book is not in memory twice.
    mutating func pdf(of edition: inout Edition, to path: String) throws(GriotError)
        -> FileWriting.Draft
    {
        for objection in objections(toFontsOf: edition.document) { report.add(objection) }
        switch job.edition {
        case .public:
            let sheets = edition.takeSheets()
            return try file(of: edition, for: sheets, to: path).draft(for: path)
        case .proof: return try proofPDF(of: edition, to: path)
        case .light: return try lightPDF(of: edition, to: path)
        case .print: return try printPDF(of: edition, to: path)
        }
    }

    /// A finished file of an edition as arranged, and what it weighs.
    ///
    /// - Parameters:
    ///   - path: Where the file is to stand; nil keeps it in memory.
    ///   - pictures: Those to draw, where they are not the edition's own.
    ///   - inks: Which inks stand for which colours; nil for the screen.
    mutating func file(
        of edition: Edition,
        for document: consuming Pages.Document,
        to path: String?,
        pictures: [Pictures.Picture]? = nil,
        inks: InkTable? = nil
    ) throws(GriotError) -> PressRun.Product {
        let faces = try composing.faces(for: document)
        let lack = document.lackToEverybody
        var printing = try PressRun(
            to: path,
            expecting: document.paintedSize,
            FinishingOptions(
                standards: standards(attaching: attaches),
                compression: job.edition == .light ? 9 : nil,
                bleed: inks == nil ? nil : Self.bleed,
                inks: inks
            ),
            on: composing,
            faces: { faces[$0] }
        )
        if attaches {
            printing.seek(edition.pictures.own.map(\.picture).filter { $0.kind == .jpeg })
        }
        try printing.add(
            document,
            pictures ?? edition.pictures.all,
            named: edition.flow.pictures
        )
        let attachments = attaches ? attachments(of: edition, standing: printing.standing) : []
        let promised = promised(lacking: lack, attaching: !attachments.isEmpty)
        return try printing.end(attaching: attachments, promising: promised)
    }

    /// The other editions carry their source only where somebody asks for it.
    private var attaches: Bool { job.edition == .public || job.source == .always }

    /// A finished PDF of pages, with nothing attached to it, written beside its place.
    func pdf(
        of document: consuming Pages.Document,
        pictures: PictureMaterials,
        named: [PictureSource],
        to path: String
    ) throws(GriotError) -> FileWriting.Draft {
        let faces = try composing.faces(for: document)
        var printing = try PressRun(
            to: path,
            expecting: document.paintedSize,
            FinishingOptions(standards: standards(attaching: false)),
            on: composing,
            faces: { faces[$0] }
        )
        // A picture that could not be read went with the record that named it.
        try printing.add(document, pictures.present, named: named)
        return try printing.end().draft(for: path)
    }

    /// - Parameter pictures: Where each picture was named.
    func painting<Result>(
        _ pictures: [PictureSource] = [],
        _ work: () throws(PaintingError) -> Result
    ) throws(GriotError) -> Result {
        do throws(PaintingError) {
            return try work()
        } catch {
            throw composing.told(error, pictures: pictures)
        }
    }

    /// Where nobody asked for others: everybody can read it, and it can be kept for ever; a print
    /// edition goes to a press and promises nothing.
    func standards(attaching: Bool) -> Set<Standard> {
        guard let asked = job.standards else {
            return job.edition == .print ? [] : [.ua1, attaching ? .a3a : .a2a]
        }
        return Set(asked.map(Standard.init))
    }

    /// What the file can promise: not that everybody can read it, where something that they need for that
    /// lacks, and nobody asked for it.
    private mutating func promised(lacking lack: Diagnostic.Message?, attaching: Bool)
        -> Set<Standard>
    {
        var standards = standards(attaching: attaching)
        guard job.standards == nil, standards.contains(.ua1), let lack else { return standards }
        standards.remove(.ua1)
        report.add(.remark("this edition does not promise ua-1, for want of \(lack)", at: nil))
        return standards
    }

    /// What the file promises to be that may carry no other files.
    var standardWithoutAttachments: Standard? {
        let standards = standards(attaching: true)
        return standards.objection(attachments: true) == nil
            ? nil : standards.first { $0 != .ua1 && $0 != .a3a }
    }

    /// What is against each font of the pages that no file may carry, where the font was given.
    ///
    /// It is the font's matter and nobody's whose paper it is: of many papers it is told once.
    func objections(toFontsOf document: Pages.Document) -> [Diagnostic] {
        let (composing, fonts) = (composing, press.shelves.fonts(for: folder))
        return document.fontsInUse.sorted { $0.index < $1.index }.compactMap { font in
            let entry = composing.entry(of: font)
            let message: Diagnostic.Message
            switch composing.embeddingRights(of: font) {
            case .lettersUsed: return nil
            case .wholeOnly: message = .mayNotPart(entry)
            case .nothing: message = .mayNotEmbed(entry)
            }
            return .error(message, at: fonts.origin(of: entry)).hinting(.otherFont)
        }
    }
}

extension Pages.Document {
    /// What some who hear the pages would miss; nil where nothing lacks.
    fileprivate var lackToEverybody: Diagnostic.Message? {
        let isDescribed = structure.elements.allSatisfy { element in
            element.role != .figure || !(element.alternative ?? "").isEmpty
                || !(element.actualText ?? "").isEmpty
        }
        guard isDescribed else { return "descriptions of its pictures" }
        return structure.tablesWithoutHeaders.isEmpty ? nil : "heads of its tables"
    }
}

extension Standard {
    init(_ asked: Job.Standard) {
        self =
            switch asked {
            case .ua1: .ua1
            case .a2a: .a2a
            case .a2b: .a2b
            case .a3a: .a3a
            }
    }
}

extension Diagnostic.Message {
    static func undrawable(_ path: String, _ error: PaintingError) -> Self {
        error.isOfFile
            ? "‘\(path)’ \(error.reason)" : "‘\(path)’ can't be drawn: \(error.reason)"
    }

    fileprivate static var otherFont: Self {
        "set that text in another family, or ask its maker for a licence"
    }

    /// Cairo writes the letters that are drawn, and has no way to write the others.
    fileprivate static func mayNotPart(_ entry: FontEntry) -> Self {
        "the font ‘\(entry.family)’ says that files carry all of it or nothing, and they carry the letters they use: ‘\(entry.file)’"
    }

    fileprivate static func mayNotEmbed(_ entry: FontEntry) -> Self {
        "the font ‘\(entry.family)’ says that no file may carry it: ‘\(entry.file)’"
    }
}
