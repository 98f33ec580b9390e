internal import Content
internal import Diagnostics
internal import Flow
internal import Pages
internal import Pagination
internal import Pictures

/// Papers of one composition, made one after the other.
struct PaperSeries {
    private let press: Press
    private let folder: String
    /// What the papers keep back.
    private let disclosure: Disclosure?
    private(set) var pictures = PictureMaterials()
    /// How many styles have been found to have their fonts: papers share them.
    private var styles = 0
    /// The same of what styles ask of fonts.
    private var wishes = 0
    /// Pages of the latest paper, to be changed for the next; nil where there will be one paper only.
    private var forme: StandingForme?

    /// - Parameters:
    ///   - copies: How many papers there will be.
    ///   - disclosure: What they keep back, be it in a drawing.
    init(in folder: String, on press: Press, copies: Int, keepingBack disclosure: Disclosure?) {
        self.folder = folder
        self.disclosure = disclosure
        self.press = press
        forme = copies > 1 ? StandingForme() : nil
    }

    /// What a paper will say, of which no line has been set.
    struct Draft {
        fileprivate let flow: Flow
        fileprivate let record: Value?
        /// How many pictures the papers before it had named.
        fileprivate let known: Int
        fileprivate var heard: Report

        /// Whether it may be set after others have been composed: of one that may not, the pictures are
        /// withdrawn.
        var isFaultless: Bool { !heard.hasErrors }
    }

    /// Makes the paper of one record; whom mistakes concern is told with them.
    ///
    /// - Parameter describes: Whether the paper is to say of itself what it is.
    /// - Returns: Its pages, and whether they were made without a mistake.
    /// - Throws: Where a font is not there.
    mutating func make(
        _ record: Value?,
        number: Int,
        of composition: inout Composition,
        describing describes: Bool,
        reporting report: inout Report
    ) throws(GriotError) -> (pages: Document, isFaultless: Bool) {
        let draft = try compose(
            record,
            number: number,
            of: &composition,
            describing: describes,
            reporting: &report
        )
        return make(draft, of: &composition, reporting: &report)
    }

    /// Composes the paper of one record, and finds the fonts and pictures that it asks for.
    ///
    /// - Parameter describes: Whether the paper is to say of itself what it is.
    /// - Throws: Where a font is not there.
    mutating func compose(
        _ record: Value?,
        number: Int,
        of composition: inout Composition,
        describing describes: Bool,
        reporting report: inout Report
    ) throws(GriotError) -> Draft {
        var heard = Report()
        let known = composition.flow.pictures.count
        composition.compose(record, number: number, describing: describes, reporting: &heard)
        try findFonts(of: composition.flow, reporting: &report)
        // Those of the papers before are known: a mistake among them is told with its own paper.
        let new = composition.flow.pictures[pictures.count...]
        pictures.add(
            new,
            eventFolder: folder,
            installation: press.shelves.installation,
            known: &press.pictures,
            reporting: &heard
        )
        search(new, reporting: &heard)
        return Draft(flow: composition.flow, record: record, known: known, heard: heard)
    }

    /// Looks for what the papers keep back in drawings that they show.
    private func search(_ sources: ArraySlice<PictureSource>, reporting report: inout Report) {
        guard let disclosure else { return }
        for index in sources.indices {
            guard let picture = pictures.present[index], picture.kind == .svg else { continue }
            let source = sources[index]
            report.add(
                disclosure.mentions(inDrawing: picture.wordsToSearch, at: source.origin),
                inDrawing: source.path
            )
        }
    }

    /// Makes the pages of a paper; whom mistakes concern is told with them.
    mutating func make(
        _ draft: consuming Draft,
        of composition: inout Composition,
        reporting report: inout Report
    ) -> (pages: Document, isFaultless: Bool) {
        let mayBeWithdrawn = !draft.isFaultless
        press.pagesWatch?(nil)
        let pages = pages(of: draft.flow, reporting: &draft.heard)
        press.pagesWatch?(pages.pages.count)
        draft.heard = draft.heard.withoutConsequences
        for diagnostic in draft.heard.diagnostics where !isAboutALostPicture(diagnostic) {
            report.add(draft.record.map { composition.named(diagnostic, in: $0) } ?? diagnostic)
        }
        // Of one paper alone all that is wrong with its pictures is told.
        if mayBeWithdrawn, forme != nil {
            composition.withdrawPictures(from: draft.known)
            pictures.withdraw(from: draft.known)
        }
        return (pages, draft.isFaultless)
    }

    /// Whether it asks what a picture shows that is not there.
    private func isAboutALostPicture(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.message.topic == .description, let span = diagnostic.span else {
            return false
        }
        return pictures.lost.contains { span.encloses($0) }
    }

    private mutating func pages(of flow: Flow, reporting report: inout Report) -> Document {
        let (composing, sizes) = (press.composing(for: folder), pictures.sizes)
        guard forme != nil else {
            return composing.pages(of: flow, pictures: sizes, reporting: &report)
        }
        return composing.pages(of: flow, pictures: sizes, changing: &forme!, reporting: &report)
    }

    private mutating func findFonts(of flow: Flow, reporting report: inout Report)
        throws(GriotError)
    {
        let all = flow.textStyles.all
        let composing = press.composing(for: folder)
        if styles < all.count {
            try composing.findFonts(of: all[styles...])
            styles = all.count
        }
        composing.report(flow.featureWishes[wishes...], of: flow.textStyles, to: &report)
        wishes = flow.featureWishes.count
    }
}
