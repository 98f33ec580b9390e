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
    private var run = OpenRun()
    /// The letters of that run.
    private(set) var letters: LetterTray
    private var stretch: OpenStretch?
    /// The number and the size of the stretch, so that its other facts need not be touched.
    private var stretchNumber: Int32 = -1
    private var stretchSize = 0.0

    /// - Parameter letters: An empty tray; it is to be had back when the line is finished.
    init(
        owner: Owner,
        baseline: Length,
        letters: consuming LetterTray = LetterTray()
    ) {
        self.owner = owner
        self.baseline = baseline
        self.letters = letters
    }

    /// How letters are drawn that follow each other in one font.
    private struct OpenRun {
        /// The first of its parts in the order of reading.
        var rank = 0
        var font = FontID(index: -1)
        var size = 0.0
        var share = 1.0
        var isRightToLeft = false
        var expansion = 1.0
        var tracking = 0.0
        var x = 0.0
    }

    /// What is drawn of one owner.
    private struct Piece {
        var owner: Owner
        var marks: [Mark]
        /// Its place in the order of reading.
        var rank: Int
    }

    /// Parts of one span that follow each other.
    private struct OpenStretch {
        var span: TextSpan
        var face: StyledFace
        var size: Double
        var x: Double
        var words: String
    }

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
        let rank = rank * Self.runsOfAPart
        if let only = shaped.onlyRun {
            add(only, at: x, part, rank: rank, expansion: expansion, tracking: tracking)
            return
        }
        var x = x
        for (place, own) in shaped.runs.enumerated() {
            // A word of several fonts, such as one between brackets, is drawn from left to right too.
            let place = own.isRightToLeft ? shaped.runs.count - 1 - place : place
            add(own, at: x, part, rank: rank + place, expansion: expansion, tracking: tracking)
            x += own.width * part.size * expansion + Double(own.clusters.count) * tracking
        }
    }

    /// By so much the ranks of two parts differ, since a word may take several fonts.
    private static let runsOfAPart = 256

    private mutating func add(
        _ own: ShapedRun,
        at x: Double,
        _ part: LinePart,
        rank: Int,
        expansion: Double,
        tracking: Double
    ) {
        open(for: own, rank, at: x, size: part.size, expansion: expansion, tracking: tracking)
        switch part.kind {
        case .space, .trailing:
            letters.append(
                space: own,
                widenedBy: part.extra,
                size: part.size,
                expansion: expansion
            )
        case .hyphen: letters.append(hyphen: own)
        case .word, .leader: letters.append(own)
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
            run.tracking == tracking, run.isRightToLeft == own.isRightToLeft,
            run.share == own.share
        {
            run.rank = min(run.rank, rank)
            return
        }
        closeRun()
        run = OpenRun(
            rank: rank,
            font: own.font,
            size: size,
            share: own.share,
            isRightToLeft: own.isRightToLeft,
            expansion: expansion,
            tracking: tracking,
            x: x
        )
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
        let rank = rank * Self.runsOfAPart
        var marks: [Mark] = []
        var x = x
        for own in shaped.runs {
            let run = OpenRun(
                rank: rank,
                font: own.font,
                size: part.size,
                share: own.share,
                isRightToLeft: own.isRightToLeft,
                x: x
            )
            for _ in 0..<count { letters.append(own) }
            marks.append(takeMark(of: run, colour: face.style.colour, rise: .zero))
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
        let open = run
        run = OpenRun()
        guard let stretch, !letters.isEmpty else { return }
        let mark = takeMark(
            of: open,
            colour: stretch.face.style.colour,
            rise: stretch.face.style.rise
        )
        pieces.append(Piece(owner: owner(of: stretch.span), marks: [mark], rank: open.rank))
    }

    /// What is drawn of the letters of a run, which are taken out.
    private mutating func takeMark(of open: OpenRun, colour: Colour, rise: Length) -> Mark {
        .text(
            TextMark(
                run: letters.takeRun(
                    of: open.font,
                    size: open.size,
                    share: open.share,
                    isRightToLeft: open.isRightToLeft
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
        let area = LinkArea(
            rect: Rect(
                x: .pt(stretch.x),
                y: baseline - .pt(metrics.ascender * stretch.size),
                width: .pt(x - stretch.x),
                height: .pt((metrics.ascender - metrics.descender) * stretch.size)
            ),
            target: target.area,
            element: element,
            description: stretch.words
        )
        // Words of several looks are one place to go to.
        if let last = links.last, area.goesOn(from: last) {
            links[links.count - 1].rect = last.rect.union(area.rect)
        } else {
            links.append(area)
        }
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

extension LinkArea {
    /// Whether it begins where the other one of the line ends, and is of the same link.
    fileprivate func goesOn(from other: LinkArea) -> Bool {
        let gap = rect.minX - other.rect.maxX
        return target == other.target && description == other.description && gap < .pt(0.01)
            && .pt(-0.01) < gap
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
