import Flow
import Glyphs
import Pages
import Shaping
import Unicode
import Units

/// The first letter of a paragraph, several lines tall.
///
/// Its foot stands on the last of its lines, and the height of capitals in it is that of the first
/// line: an accent rises above both.
struct DropCap {
    /// From the line that it begins to the line it stands on.
    var lines: Int
    /// How many lines stand beside it: one more where its tail comes down among their letters.
    var linesBeside: Int
    /// Bytes: the marks before the letter, the letter, and the blank behind it where it is a word.
    var mark: Range<Int>
    var letter: Range<Int>
    var blank: Range<Int>
    var size: Length
    /// From the edge at which lines begin to the mark and to the letter, below zero outside.
    var markStart: Length
    var letterStart: Length
    /// From that edge to the text beside it.
    var width: Length
    /// How far its ink stands above the first line, and below the last of its lines.
    var overshoot: Length
    var depth: Length

    /// Where the rest of the text begins.
    var end: Int { blank.upperBound }
}

extension ParagraphSetter {
    /// The paragraph's drop cap; nil where it has none, or begins with no letter, or with one that
    /// hangs together with the next.
    mutating func dropCap(of job: Job) -> DropCap? {
        let lines = job.style.dropCap
        guard lines >= 2, let opening = Opening(of: job) else { return nil }
        let piece = job.gathered.pieces[opening.piece]
        let face = face(of: piece, in: job)
        let own = face.style.size * job.scale
        let shaped = shape(opening.letter, of: piece, in: job)
        guard let ink = shaper.ink(of: shaped), let height = height(of: opening, piece, job) else {
            return nil
        }
        let line = standing(of: job)
        let depth = line.leading * Double(lines - 1)
        let size = (depth + own * height) / height
        let mark = markWidth(of: opening, in: job) - outside(opening, of: job)
        let width = mark + size * ink.width + own * Self.besideCap
        guard width < job.measure * 0.5 else { return nil }
        let overshoot = size * ink.top - depth - line.baseline
        let foot = size * -ink.bottom
        // A pile of marks would take the page.
        guard max(overshoot, foot) < line.leading * Self.mostMarks else { return nil }
        let reachesText = foot > line.leading - own * Self.tallLetter
        return DropCap(
            lines: lines,
            linesBeside: reachesText ? lines + 1 : lines,
            mark: opening.mark,
            letter: opening.letter,
            blank: opening.blank,
            size: size,
            markStart: mark - markWidth(of: opening, in: job),
            letterStart: mark - size * (job.gathered.isRightToLeft ? ink.right : ink.left),
            width: width,
            overshoot: overshoot > .zero ? overshoot + own * Self.aboveCap : .zero,
            depth: foot - (line.leading - line.baseline)
        )
    }

    /// In ems of the text beside it.
    private static let besideCap = 0.28
    private static let aboveCap = 0.12
    private static let afterMark = 0.06
    private static let tallLetter = 0.78
    /// In lines; two marks above each other are no more.
    private static let mostMarks = 3.0

    /// What is as tall as the capital's lines: capitals, or the letter itself where its script has none.
    private func height(of opening: Opening, _ piece: Piece, _ job: Job) -> Double? {
        let shaped = shape(opening.letter, of: piece, in: job)
        guard let font = shaped.runs.first?.font else { return nil }
        let height =
            piece.script.hasCase
            ? shaper.metrics(of: font)?.capHeight : shaper.ink(of: shaped)?.top
        return height.flatMap { $0 > 0.1 ? $0 : nil }
    }

    /// How far the marks before the letter stand out of the measure.
    private mutating func outside(_ opening: Opening, of job: Job) -> Length {
        guard !opening.mark.isEmpty else { return .zero }
        if job.style.hangsMark { return markWidth(of: opening, in: job) }
        let face = face(of: job.gathered.pieces[0], in: job)
        let scalar = job.gathered.text(opening.mark).unicodeScalars.first?.value ?? 0
        return hang(scalar, face, job).start
    }

    /// With the white to the letter.
    private mutating func markWidth(of opening: Opening, in job: Job) -> Length {
        job.gathered.parts(of: opening.mark).reduce(.zero) { width, part in
            let own = face(of: part.piece, in: job).style.size * job.scale
            let shaped = shape(part.range, of: part.piece, in: job)
            return width + own * (shaped.width + (width == .zero ? Self.afterMark : 0))
        }
    }

    private func shape(_ range: Range<Int>, of piece: Piece, in job: Job) -> ShapedWord {
        job.gathered.bytes.withUnsafeBufferPointer { shape(range, of: piece, in: $0) }
    }
}

extension ParagraphSetter {
    /// Keeps clear what of the letter stands out of its lines: an accent, or a tail below the last line
    /// of a paragraph.
    func makeRoom(for cap: DropCap, in strips: inout [Strip]) {
        guard strips.count >= cap.lines else { return }
        strips[0].overshoot = cap.overshoot
        if strips.count == cap.lines { strips[cap.lines - 1].height += max(.zero, cap.depth) }
    }

    /// Draws the letter and what stands before it, which are read before the first line.
    mutating func addDropCap(_ cap: DropCap, to strips: inout [Strip], of job: Job) {
        guard let baseline = strips.first?.baseline else { return }
        let foot = baseline + standing(of: job).leading * Double(cap.lines - 1)
        var fragments = draw(cap.mark, at: cap.markStart, on: baseline, of: job)
        if fragments.isEmpty { fragments = placeholder(of: cap, on: baseline, of: job) }
        fragments += draw(cap.letter, at: cap.letterStart, on: foot, size: cap.size, of: job)
        fragments += draw(cap.blank, at: cap.width, on: baseline, of: job)
        strips[0].fragments.insert(contentsOf: fragments, at: 0)
        strips[0].textStart = job.gathered.pieces.first.map { Int($0.start) }
    }

    /// Blanks in the first line.
    ///
    /// Programs that are told the word as a whole, as Poppler is, find it where the first of its glyphs
    /// stands: it must not be taken for one of the capital’s last line. There are two of them, one a
    /// little lower, since Cairo leaves out text that has no extent.
    private mutating func placeholder(of cap: DropCap, on baseline: Length, of job: Job)
        -> [Fragment]
    {
        guard let first = job.gathered.pieces.first else { return [] }
        let face = face(of: first, in: job)
        let blank = shaper.shape(" ", in: face.id, script: first.script, level: first.level)
        let width = face.style.size * job.scale * blank.width
        return (0...1).flatMap { number in
            draw(
                blank,
                of: first,
                at: cap.markStart + width * Double(number),
                on: baseline + .pt(Double(number)),
                size: nil,
                of: job
            )
        }
    }

    /// - Parameters:
    ///   - start: From the edge at which lines begin.
    ///   - size: Nil for that of the text.
    private mutating func draw(
        _ range: Range<Int>,
        at start: Length,
        on baseline: Length,
        size: Length? = nil,
        of job: Job
    ) -> [Fragment] {
        var start = start
        return job.gathered.parts(of: range).flatMap { piece, range in
            let shaped = shape(range, of: piece, in: job)
            let fragments = draw(shaped, of: piece, at: start, on: baseline, size: size, of: job)
            start += (size ?? face(of: piece, in: job).style.size * job.scale) * shaped.width
            return fragments
        }
    }

    private mutating func draw(
        _ shaped: ShapedWord,
        of piece: Piece,
        at start: Length,
        on baseline: Length,
        size: Length?,
        of job: Job
    ) -> [Fragment] {
        let face = face(of: piece, in: job)
        let size = (size ?? face.style.size * job.scale).points
        let width = shaped.width * size
        let start = start.points
        let x = job.gathered.isRightToLeft ? job.measure.points - start - width : start
        let part = LinePart(kind: .word, piece: 0, range: 0..<0, level: piece.level, size: size)
        var drawing = LineDrawing(owner: job.owner, baseline: baseline)
        drawing.begin(job.paragraph.spans[Int(piece.span)], piece.span, face, at: x, size: size)
        drawing.add(shaped, at: x, part, expansion: 1, tracking: 0)
        drawing.close(at: x + width)
        var strip = Strip(height: .zero)
        drawing.finish(into: &strip)
        return strip.fragments
    }
}

/// What a paragraph begins with: marks that open, a letter, and a blank where the letter is a word.
private struct Opening {
    var mark: Range<Int>
    var letter: Range<Int>
    var blank: Range<Int>
    /// The piece in which the letter stands.
    var piece: Int

    /// Nil where there is no letter, or one that is joined to its neighbours or runs against the lines.
    init?(of job: ParagraphSetter.Job) {
        let gathered = job.gathered
        guard let first = gathered.pieces.first?.range.lowerBound else { return nil }
        var start = first
        let text = gathered.text(first..<gathered.bytes.count)
        for character in text.prefix(while: \.opensALetter) { start += character.utf8.count }
        guard let letter = gathered.text(start..<gathered.bytes.count).first, letter.isLetter,
            let piece = gathered.pieces.firstIndex(where: { $0.range.contains(start) }),
            gathered.pieces[...piece].allSatisfy({ $0.insert < 0 && $0.kind != .lineBreak })
        else { return nil }
        let own = gathered.pieces[piece]
        let end = start + letter.utf8.count
        guard own.kind == .word, !own.script.isJoined, own.level == gathered.baseLevel,
            end <= Int(own.end)
        else { return nil }
        self.piece = piece
        mark = first..<start
        self.letter = start..<end
        let next = piece + 1 < gathered.pieces.count ? gathered.pieces[piece + 1] : nil
        let isWord =
            end == Int(own.end) && (next?.kind == .space || next?.kind == .unbreakableSpace)
        blank = isWord ? end..<Int(next?.end ?? own.end) : end..<end
    }
}

extension Character {
    /// Whether it stands before the first letter of a text and opens it, or parts the two.
    fileprivate var opensALetter: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return switch scalar.value {
        case 0x20, 0xA0, 0x2009, 0x200A, 0x202F, 0xA1, 0xBF, 0x28, 0x5B: true
        default: scalar.properties.isQuotationMark
        }
    }
}

extension Gathered {
    /// The pieces in a range of bytes, each with what of it lies there.
    fileprivate func parts(of range: Range<Int>) -> [(piece: Piece, range: Range<Int>)] {
        guard !range.isEmpty else { return [] }
        return pieces.prefix { $0.start < range.upperBound }.compactMap { piece in
            let part = piece.range.clamped(to: range)
            return part.isEmpty ? nil : (piece, part)
        }
    }
}
