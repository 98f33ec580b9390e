import Flow
import Glyphs
import Pages
import Shaping
import Structure
import Units

/// Collects the marks of a line from left to right: what looks alike and has one owner becomes one
/// glyph run.
struct LineDrawing {
    private let owner: Owner
    private let baseline: Length
    private var pieces: [Piece] = []
    private var links: [LinkArea] = []
    private var lines: [Mark] = []
    /// Not optional, since every word asks about it, and what is in an optional is copied to be seen.
    private var run = OpenRun()
    /// How many glyphs are still to come: lines are kept for long, so none takes more than it needs.
    private var glyphsToCome: Int
    private var stretch: OpenStretch?
    /// The number and the size of the stretch, so that its other facts need not be touched.
    private var stretchNumber: Int32 = -1
    private var stretchSize = 0.0

    init(owner: Owner, baseline: Length, expecting glyphs: Int = 0) {
        glyphsToCome = glyphs
        self.owner = owner
        self.baseline = baseline
    }

    /// What is drawn of one owner.
    private struct Piece {
        var owner: Owner
        var marks: [Mark]
        /// Its place in the order of reading.
        var rank: Int
    }

    /// Letters that follow each other in one font.
    private struct OpenRun {
        /// The first of its parts in the order of reading.
        var rank = 0
        var font = FontID(index: -1)
        var size = 0.0
        var isRightToLeft = false
        var expansion = 1.0
        var tracking = 0.0
        var x = 0.0
        var glyphs: [Glyph] = []
        var offsets: [Glyph.Offset] = []
        var clusters: [Cluster] = []
        var text: [UInt8] = []
        var width = 0.0

        /// Spaces get the width that justification gave them; a hyphen that a break adds is a soft
        /// one to whoever copies the text.
        mutating func append(_ own: ShapedRun, _ part: LinePart) {
            let start = glyphs.count
            if !own.offsets.isEmpty { offsets.append(own.offsets, after: start) }
            if part.isBlank {
                addSpace(own, part.extra)
            } else {
                glyphs += own.glyphs
                for index in start..<glyphs.count { width += Double(glyphs[index].advance) }
            }
            if part.kind == .hyphen {
                text += softHyphen
                clusters.append(Cluster(bytes: 2, glyphs: UInt16(own.glyphs.count)))
            } else if own.bytes.count == 1, own.clusters.count == 1 {
                text.append(own.bytes[0])
                clusters.append(own.clusters[0])
            } else {
                text += own.bytes
                clusters += own.clusters
            }
        }

        private mutating func addSpace(_ own: ShapedRun, _ extra: Double) {
            let extra = extra / Double(max(own.glyphs.count, 1))
            for index in own.glyphs.indices {
                let natural = own.glyphs[index]
                let width = Double(natural.advance) * size + extra
                let advance = Float(width / (size * expansion))
                glyphs.append(Glyph(id: natural.id, advance: advance))
                self.width += Double(advance)
            }
        }
    }

    /// Parts of one span that follow each other.
    private struct OpenStretch {
        var span: TextSpan
        var face: StyledFace
        var size: Double
        var x: Double
        var words: String
    }

    private static let softHyphen: [UInt8] = [0xC2, 0xAD]

    /// Whether what is added next belongs to the span that is being drawn.
    func isWithin(_ number: Int32, size: Double) -> Bool {
        stretchNumber == number && stretchSize == size
    }

    /// What is added next, from `x` on, belongs to this span.
    ///
    /// - Parameter words: What a link is called, where the span is one.
    mutating func begin(
        _ span: TextSpan,
        _ number: Int32,
        _ face: StyledFace,
        at x: Double,
        size: Double,
        words: String = ""
    ) {
        close(at: x)
        stretch = OpenStretch(span: span, face: face, size: size, x: x, words: words)
        (stretchNumber, stretchSize) = (number, size)
    }

    mutating func add(
        _ shaped: ShapedWord,
        at x: Double,
        _ part: LinePart,
        rank: Int = 0,
        expansion: Double,
        tracking: Double
    ) {
        var x = x
        for own in shaped.runs {
            open(
                for: own,
                rank,
                at: x,
                size: part.size,
                expansion: expansion,
                tracking: tracking
            )
            run.append(own, part)
            glyphsToCome -= own.glyphs.count
            x += own.width * part.size * expansion + Double(own.clusters.count) * tracking
        }
    }

    private mutating func open(
        for own: ShapedRun,
        _ rank: Int,
        at x: Double,
        size: Double,
        expansion: Double,
        tracking: Double
    ) {
        if run.font.index == own.font.index, run.size == size, run.expansion == expansion,
            run.tracking == tracking, run.isRightToLeft == own.isRightToLeft
        {
            run.rank = min(run.rank, rank)
            return
        }
        closeRun()
        run = OpenRun(
            rank: rank,
            font: own.font,
            size: size,
            isRightToLeft: own.isRightToLeft,
            expansion: expansion,
            tracking: tracking,
            x: x
        )
        run.glyphs.reserveCapacity(glyphsToCome)
        run.clusters.reserveCapacity(glyphsToCome)
        run.text.reserveCapacity(glyphsToCome * 2)
    }

    /// Dots and the like: drawn, but not read.
    mutating func addLeader(
        _ shaped: ShapedWord,
        count: Int,
        from x: Double,
        _ part: LinePart,
        rank: Int,
        _ face: StyledFace
    ) {
        var marks: [Mark] = []
        var x = x
        for own in shaped.runs {
            var run = OpenRun(
                rank: rank,
                font: own.font,
                size: part.size,
                isRightToLeft: own.isRightToLeft,
                expansion: 1,
                tracking: 0,
                x: x
            )
            for _ in 0..<count {
                run.offsets.append(own.offsets, after: run.glyphs.count)
                run.glyphs += own.glyphs
                run.clusters += own.clusters
                run.text += own.bytes
                run.width += own.width
            }
            marks.append(mark(of: run, colour: face.style.colour, rise: .zero))
            x += own.width * part.size * Double(count)
        }
        pieces.append(Piece(owner: .artifact(.layout), marks: marks, rank: rank))
    }

    /// Ends the span that is being drawn.
    mutating func close(at x: Double) {
        closeRun()
        stretchNumber = -1
        guard let stretch = stretch.take(), x > stretch.x else { return }
        if stretch.face.style.isUnderlined { underline(stretch, to: x) }
        if let target = stretch.span.link { addLink(target, stretch, to: x) }
    }

    private mutating func closeRun() {
        var open = OpenRun()
        swap(&open, &run)
        guard let stretch, !open.glyphs.isEmpty else { return }
        let mark = mark(
            of: open,
            colour: stretch.face.style.colour,
            rise: stretch.face.style.rise
        )
        pieces.append(Piece(owner: owner(of: stretch.span), marks: [mark], rank: open.rank))
    }

    private func mark(of open: OpenRun, colour: Colour, rise: Length) -> Mark {
        .text(
            TextMark(
                run: GlyphRun(
                    font: open.font,
                    size: .pt(open.size),
                    glyphs: open.glyphs,
                    offsets: open.offsets,
                    clusters: open.clusters,
                    text: String(decoding: open.text, as: UTF8.self),
                    isRightToLeft: open.isRightToLeft,
                    width: .pt(open.width * open.size)
                ),
                origin: Point(x: .pt(open.x), y: baseline - rise),
                colour: colour,
                expansion: open.expansion,
                tracking: .pt(open.tracking),
                rank: open.rank
            )
        )
    }

    private func owner(of span: TextSpan) -> Owner {
        if case .artifact = owner { return owner }
        return span.element.map(Owner.element) ?? owner
    }

    private mutating func underline(_ stretch: OpenStretch, to x: Double) {
        let metrics = stretch.face.metrics
        let y = baseline - stretch.face.style.rise - .pt(metrics.underlinePosition * stretch.size)
        lines.append(
            .line(
                LineMark(
                    from: Point(x: .pt(stretch.x), y: y),
                    to: Point(x: .pt(x), y: y),
                    stroke: Stroke(
                        width: .pt(metrics.underlineThickness * stretch.size),
                        colour: stretch.face.style.colour
                    )
                )
            )
        )
    }

    private mutating func addLink(_ target: LinkTarget, _ stretch: OpenStretch, to x: Double) {
        guard case .element(let element) = owner(of: stretch.span) else { return }
        let metrics = stretch.face.metrics
        let top = baseline - .pt(metrics.ascender * stretch.size)
        links.append(
            LinkArea(
                rect: Rect(
                    x: .pt(stretch.x),
                    y: top,
                    width: .pt(x - stretch.x),
                    height: .pt((metrics.ascender - metrics.descender) * stretch.size)
                ),
                target: target.area,
                element: element,
                description: stretch.words
            )
        )
    }

    mutating func finish(into strip: inout Strip) {
        // Programs that search and copy want a line from left to right; but what is one owner's and
        // stands around another's must come apart in the order of reading.
        let isInOrder = zip(pieces, pieces.dropFirst()).allSatisfy { $0.rank <= $1.rank }
        let isOfOne = pieces.allSatisfy { $0.owner == pieces[0].owner }
        if !isInOrder, !isOfOne { pieces.sort { $0.rank < $1.rank } }
        var fragments: [Fragment] = []
        for piece in pieces {
            if fragments.last?.owner == piece.owner {
                fragments[fragments.count - 1].marks += piece.marks
            } else {
                fragments.append(Fragment(owner: piece.owner, marks: piece.marks))
            }
        }
        if !lines.isEmpty {
            fragments.append(Fragment(owner: .artifact(.layout), marks: lines))
        }
        strip.fragments = fragments
        strip.links = links
    }
}

extension LinkTarget {
    var area: LinkArea.Target {
        switch self {
        case .address(let address): .address(address)
        case .anchor(let name): .destination(name)
        }
    }
}
