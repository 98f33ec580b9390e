internal import Diagnostics
internal import Flow
internal import Glyphs
internal import Hyphenation
internal import Pages
internal import Pagination
internal import Painting
internal import Pictures
internal import Shaping
internal import Typesetting
internal import Unicode
internal import Units

/// What pages are made with: letters, patterns, line breaks, all kept from one job to the next.
final class ComposingRoom {
    private let fonts: FontMaterials
    private let shaper: Shaper
    private let breaker = LineBreaker()
    private let hyphenator: Hyphenator
    private let standing = StandingType()
    private var codes: [String: ModuleSquare] = [:]
    private var rights: [FontID: EmbeddingRights] = [:]
    /// A code that is on every page is made once; those of ten thousand cards are not kept.
    private static let mostCodes = 64

    /// - Parameter patterns: By which patterns a language says that its words divide.
    init(fonts: FontMaterials, patterns: @escaping (String) -> PatternChoice?) {
        self.fonts = fonts
        shaper = Shaper(fonts.catalogue)
        hyphenator = Hyphenator(files: installedPatternFiles(), choice: patterns)
    }

    /// Makes pages of a flow.
    func pages(
        of flow: Flow,
        pictures: [Size?],
        reporting report: inout Report
    ) -> Document {
        standing.beginJob()
        defer { standing.endJob() }
        return makeUp(
            flow,
            typesetting: { self.typesetter(for: $0, pictures: pictures) },
            drafted: { self.standing.endText() },
            reporting: &report
        )
    }

    /// Makes pages of one of many flows that are much alike.
    ///
    /// - Parameter forme: The pages of the flow before it.
    func pages(
        of flow: Flow,
        pictures: [Size?],
        changing forme: inout StandingForme,
        reporting report: inout Report
    ) -> Document {
        if let document = forme.changed(to: flow) { return document }
        standing.beginJob()
        defer { standing.endJob() }
        return forme.makeUp(
            flow,
            typesetting: { self.typesetter(for: $0, pictures: pictures) },
            drafted: { self.standing.endText() },
            reporting: &report
        )
    }

    func typesetter(for flow: Flow, pictures: [Size?]) -> Typesetter {
        Typesetter(
            lines: StandingLines(
                ParagraphSetter(
                    shaper: shaper,
                    hyphenator: hyphenator,
                    breaker: breaker,
                    styles: flow.textStyles
                ),
                keptIn: standing
            ),
            pictures: pictures,
            isRightToLeft: flow.isRightToLeft,
            modules: { self.modules(for: $0) }
        )
    }

    /// Looks for the files of the fonts that styles ask for.
    ///
    /// - Throws: Where one is not there: another would change every line, so none takes its place.
    func findFonts(of styles: ArraySlice<TextStyle>) throws(GriotError) {
        var seen: Set<FontID> = []
        for style in styles {
            let face = fonts.catalogue.face(
                family: style.family,
                weight: style.weight,
                isItalic: style.isItalic
            )
            guard let face, seen.insert(face).inserted else { continue }
            let entry = fonts.catalogue[face]
            guard fonts.place(of: entry) == nil else { continue }
            throw GriotError(
                "opening the font ‘\(entry.family)’",
                "‘\(entry.file)’ is not installed",
                hint: "apt install \(entry.package)"
            )
        }
    }

    /// The face that a style's letters are looked for in first.
    func face(of style: TextStyle) -> FontID? {
        shaper.catalogue.face(
            family: style.family,
            weight: style.weight,
            isItalic: style.isItalic
        )
    }

    /// Whether a font does what a feature asks for.
    func does(_ feature: String, _ font: FontID) -> Bool { shaper.does(feature, in: font) }

    /// The name of the file by which words of a language divide; nil where they do not.
    func hyphenation(of language: String) -> String? {
        hyphenator.source(for: language).map { Paths.name(of: $0) }
    }

    /// Faces that hold the glyphs of the document and no others.
    func faces(for document: Document) throws(GriotError) -> [FontID: DrawingFace] {
        var faces: [FontID: DrawingFace] = [:]
        for (font, glyphs) in document.glyphsInUse() {
            guard let bytes = shaper.drawingFace(of: font, glyphs: glyphs) else {
                throw unreadable(font)
            }
            faces[font] = DrawingFace(bytes: bytes)
        }
        return faces
    }

    /// A face with all glyphs of a font, for pages that are painted before all are made; nil where
    /// HarfBuzz can't read it.
    func wholeFace(of font: FontID) -> DrawingFace? {
        shaper.drawingFace(of: font).map { DrawingFace(bytes: $0) }
    }

    /// - Parameter library: Who could not read it, where HarfBuzz could look into it.
    func unreadable(_ font: FontID, by library: String = "HarfBuzz") -> GriotError {
        let entry = shaper.catalogue[font]
        let doing: Diagnostic.Message = "preparing the font ‘\(entry.family)’"
        let reason: Diagnostic.Message = "\(library) could not read ‘\(entry.file)’"
        guard fonts.isOwn(entry) else {
            let hint: Diagnostic.Message =
                "install it again: apt install --reinstall \(entry.package)"
            return GriotError(doing, reason, hint: hint)
        }
        return GriotError(
            doing,
            reason,
            telling: .error(.noFont(entry.file), at: fonts.origin(of: entry))
                .hinting(.takeAnotherFile)
        )
    }

    func entry(of font: FontID) -> FontEntry { shaper.catalogue[font] }

    /// Asked of every page of a run, and of every font answered once.
    func embeddingRights(of font: FontID) -> EmbeddingRights {
        if let known = rights[font] { return known }
        let found = shaper.embeddingRights(of: font) ?? .lettersUsed
        rights[font] = found
        return found
    }

    private func modules(for payload: String) -> ModuleSquare? {
        if let known = codes[payload] { return known }
        guard let code = QRCode(payload) else { return nil }
        if codes.count == Self.mostCodes { codes = [:] }
        codes[payload] = code.modules
        return code.modules
    }
}
