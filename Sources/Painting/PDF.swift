internal import CCairo
package import Glyphs
package import Pages
package import Pictures
import Units

/// A PDF as Cairo leaves it: right to look at, with nothing said yet about what it is.
package struct PaintedPDF: Hashable, Sendable {
    /// Content streams are not compressed: finishing puts marks in them first.
    package var bytes: [UInt8]
    /// For each page, whose content stands between each pair of boundaries.
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
    pictures: [Picture] = []
) throws(PaintingError) -> PaintedPDF {
    let surface = PDFSurface()
    var painter = Painter(
        borrowing: surface.context,
        scale: 1,
        faces: faces,
        pictures: PictureSurfaces(pictures, passesJPEG: true)
    )
    var marked: [MarkedContent] = []
    marked.reserveCapacity(document.pages.count)
    for (index, page) in document.pages.enumerated() {
        surface.begin(page.size)
        marked.append(try painter.paint(page))
        try surface.endPage(index)
        painter.forgetColour()
    }
    return PaintedPDF(bytes: try surface.finish(), marked: marked)
}

extension Painter {
    /// Paints a page, each run of content of one owner between its boundaries.
    ///
    /// They stand outside every clip, or a clip might hide them.
    fileprivate mutating func paint(_ page: Page) throws(PaintingError) -> MarkedContent {
        var marked = MarkedContent()
        for leaf in page.leaves {
            mark(leaf.owner.boundary)
            for fragment in leaf.fragments { try paint(fragment) }
            try drawText()
            mark(.end)
            marked.owners.append(leaf.owner)
        }
        return marked
    }
}
