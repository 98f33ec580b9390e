internal import CCairo
package import Glyphs
package import Pages
package import Pictures
import Structure
import Units

/// A PDF as Cairo leaves it: right to look at, with nothing said yet about what it is.
package struct PaintedPDF: Hashable, Sendable {
    /// Content streams are not compressed: finishing rewrites their marks first.
    package var bytes: [UInt8]
    /// For each page, whose content each identifier marks.
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
    let marking = try Marking.ofThisCairo()
    let surface = PDFSurface()
    var painter = Painter(
        borrowing: surface.context,
        scale: 1,
        faces: faces,
        pictures: PictureSurfaces(pictures, passesJPEG: true)
    )
    let foothold = marking == .leavesWithText ? Foothold(in: document) : nil
    var marked: [MarkedContent] = []
    marked.reserveCapacity(document.pages.count)
    for (index, page) in document.pages.enumerated() {
        surface.begin(page.size)
        marked.append(try painter.paint(page, of: document.structure, foothold: foothold))
        try surface.endPage(index)
        painter.forgetColour()
    }
    return PaintedPDF(bytes: try surface.finish(), marked: marked)
}

extension Painter {
    /// Paints a page under one flat tag for each run of content of one owner.
    fileprivate mutating func paint(
        _ page: Page,
        of structure: StructureTree,
        foothold: Foothold?
    ) throws(PaintingError) -> MarkedContent {
        var marked = MarkedContent()
        for leaf in page.leaves {
            let tag = leaf.owner.tag(in: structure)
            cairo_tag_begin(context, tag, nil)
            for fragment in leaf.fragments { try paint(fragment) }
            if let foothold, !leaf.hasText { try paint(foothold.fragment(under: leaf)) }
            try drawText()
            cairo_tag_end(context, tag)
            marked.owners.append(leaf.owner)
        }
        return marked
    }
}

/// A space, put where nothing else would make Cairo count a leaf.
///
/// Cairo 1.18 gives an identifier only to tags that hold text.
private struct Foothold {
    private let space: GlyphRun

    /// Nil where the document has no space to borrow; finishing then finds marks missing.
    init?(in document: Document) {
        let runs = document.pages.lazy.flatMap(\.fragments).flatMap(\.marks).compactMap {
            (mark: Mark) -> GlyphRun? in
            if case .text(let text) = mark { text.run } else { nil }
        }
        guard let space = runs.lazy.compactMap(Foothold.space).first else { return nil }
        self.space = space
    }

    private static func space(of run: GlyphRun) -> GlyphRun? {
        var (byte, glyph) = (0, 0)
        let text = Array(run.text.utf8)
        for cluster in run.clusters {
            if cluster.bytes == 1, cluster.glyphs == 1, text[byte] == 0x20 {
                return GlyphRun(
                    font: run.font,
                    size: run.size,
                    glyphs: [run.glyphs[glyph]],
                    clusters: [cluster],
                    text: " ",
                    isRightToLeft: false,
                    width: .zero
                )
            }
            byte += Int(cluster.bytes)
            glyph += Int(cluster.glyphs)
        }
        return nil
    }

    func fragment(under leaf: Leaf) -> Fragment {
        let mark = TextMark(run: space, origin: .zero, colour: .black)
        let origin = leaf.fragments.first?.origin ?? .zero
        return Fragment(owner: leaf.owner, origin: origin, marks: [.text(mark)])
    }
}

extension Leaf {
    fileprivate var hasText: Bool {
        fragments.contains { fragment in
            fragment.marks.contains { if case .text = $0 { true } else { false } }
        }
    }
}
