internal import CCairo
package import Glyphs
package import Pages
package import Pictures
import Units

/// A PDF as Cairo leaves it: right to look at, with nothing said yet about what it is.
package struct PaintedPDF: Hashable, Sendable {
    /// Content streams are not compressed: finishing puts marks in them first.
    package var bytes: [UInt8]
    /// For each page, whose content stands behind each boundary.
    package var marked: [MarkedContent]

    package init(bytes: [UInt8], marked: [MarkedContent]) {
        self.bytes = bytes
        self.marked = marked
    }
}

/// Paints every page into a PDF.
///
/// - Parameters:
///   - faces: One for every font of which a glyph is drawn.
///   - pictures: Each at the place that its `PictureID` names.
/// - Throws: What Cairo, FreeType or a picture's decoder gave up on; nothing is half written.
package func paintPDF(
    _ document: Document,
    faces: [FontID: DrawingFace],
    pictures: [Picture?] = []
) throws(PaintingError) -> PaintedPDF {
    var painting = PDFPainting(pictures: pictures) { faces[$0] }
    var marked: [MarkedContent] = []
    marked.reserveCapacity(document.pages.count)
    for page in document.pages { marked.append(try painting.paint(page)) }
    return PaintedPDF(bytes: try painting.finish(), marked: marked)
}

/// A PDF being painted, page after page, for those who have not all of its pages at once.
package struct PDFPainting: ~Copyable {
    private let surface: PDFSurface
    private var painter: Painter
    private var pages = 0

    /// - Parameters:
    ///   - pictures: Each at the place that its `PictureID` names; nil where no page shows it.
    ///   - face: What a font's glyphs are drawn with, asked for at its first glyph.
    package init(
        pictures: [Picture?] = [],
        face: @escaping (FontID) -> DrawingFace?
    ) {
        surface = PDFSurface()
        painter = Painter(
            borrowing: surface.context,
            scale: 1,
            faces: face,
            pictures: PictureSurfaces(pictures, passesJPEG: true)
        )
    }

    /// Adds pictures behind those there are, each at the next place; one that is nil is never drawn.
    package mutating func add(_ pictures: ArraySlice<Picture?>) { painter.pictures.add(pictures) }

    /// Paints the next page, and says whose content stands behind each boundary.
    package mutating func paint(_ page: Page) throws(PaintingError) -> MarkedContent {
        surface.begin(page.size)
        let marked = try painter.paint(page)
        try surface.endPage(pages)
        painter.forgetColour()
        pages += 1
        return marked
    }

    /// Hands over the objects that the pages painted since the last time have come to.
    package func take() -> [UInt8] { surface.take() }

    /// Ends the PDF, and hands over what has not been taken of it.
    package consuming func finish() throws(PaintingError) -> [UInt8] { try surface.finish() }
}

extension Painter {
    /// Paints a page, a boundary before each run of content of one owner.
    ///
    /// They stand outside every clip, or a clip might hide them.
    fileprivate mutating func paint(_ page: Page) throws(PaintingError) -> MarkedContent {
        var marked = MarkedContent()
        for leaf in page.leaves {
            mark(leaf.owner.boundary)
            for fragment in leaf.fragments { try paint(fragment) }
            try drawText()
            marked.owners.append(leaf.owner)
        }
        return marked
    }
}
