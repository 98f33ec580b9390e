import Flow
import Glyphs
import Linebreaking
import Shaping
import Unicode
import Units

/// A part of a line: letters or spaces of one piece.
///
/// Plain numbers, since every part is looked at several times; its glyphs stand beside it.
struct LinePart {
    enum Kind { case word, space, hyphen, leader, trailing }

    var kind: Kind
    var piece: Int
    var range: Range<Int>
    var level: UInt8
    /// Index into the line's glyphs; -1 for a leader.
    var shape = -1
    /// Index into the paragraph's spans.
    var span: Int32 = 0
    var size = 0.0
    /// Its style's own, in ems.
    var tracking = 0.0
    /// Whether its letters hang together, so that no space may be put between them.
    var isJoined = false
    /// As measured, nothing stretched; with the style's own tracking.
    var width = 0.0
    /// Letters, as far as space between them is concerned.
    var clusters = 0
    /// Added to a space.
    var extra = 0.0

    var isBlank: Bool { kind == .space || kind == .trailing }

    /// What tracking is multiplied with behind its last letter.
    var trackedEms: Double { isJoined ? 0 : size }

    /// Whether its text is a single space.
    func isSpace(in job: ParagraphSetter.Job) -> Bool {
        range.count == 1 && job.gathered.bytes[range.lowerBound] == 0x20
    }

    mutating func takeShape(of other: LinePart) {
        shape = other.shape
        clusters = other.clusters
        width = other.width
    }
}

/// What stands in a line, in the order of reading.
struct LineParts {
    var parts: [LinePart] = []
    var shapes: [ShapedWord] = []

    var runsLeftToRight: Bool { parts.allSatisfy { $0.level == 0 } }

    /// Gives each space a share of the width that the font says.
    mutating func widenSpaces(to share: Double) {
        for index in parts.indices where parts[index].kind == .space {
            let part = parts[index]
            let own = part.width - Double(part.clusters) * part.tracking * part.size
            parts[index].extra = own * (share - 1)
        }
    }

    /// The ems that tracking widens though no two letters meet there: a space, and the end of the word
    /// before it.
    func trackedEms(atSpace index: Int) -> Double {
        parts[index].trackedEms
            + (index == 0 || parts[index - 1].isBlank ? 0 : parts[index - 1].trackedEms)
    }

    /// The same at the line's last word, which has others on its right where the line runs to the left.
    var trackedEmsAtEnd: Double {
        guard let last = parts.last(where: { $0.kind != .trailing }), !last.isBlank else {
            return 0
        }
        return last.trackedEms
    }

    mutating func removeAll() {
        parts.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
    }
}

extension ParagraphSetter {
    /// Finds what stands in a line, shaped.
    mutating func find(_ line: inout LineParts, in items: Range<Int>, of job: Job) {
        line.removeAll()
        addStart(items.lowerBound, of: job, to: &line.parts)
        for index in items {
            if case .penalty = job.measured.items[index].kind { continue }
            add(job.measured.atoms[index], of: job, to: &line.parts)
        }
        let end = items.upperBound
        if end < job.measured.items.count {
            addEnd(end, of: job, to: &line.parts)
            partFromNextLine(after: end, of: job, in: &line.parts)
            keepSpaceBehindWords(in: &line.parts)
        }
        shape(&line, of: job)
    }

    private func add(_ atom: Measured.Atom, of job: Job, to parts: inout [LinePart]) {
        guard atom.piece >= 0 else { return }
        let piece = job.gathered.pieces[Int(atom.piece)]
        let range = Int(atom.start)..<Int(atom.end)
        if let last = parts.last, last.kind == .word, last.piece == Int(atom.piece),
            last.range.upperBound == range.lowerBound
        {
            parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
            return
        }
        let kind: LinePart.Kind =
            switch piece.kind {
            case .word: .word
            case .leader: .leader
            default: .space
            }
        parts.append(
            LinePart(kind: kind, piece: Int(atom.piece), range: range, level: piece.level)
        )
    }

    /// The hyphen that some languages repeat where a line begins after one.
    private func addStart(_ start: Int, of job: Job, to parts: inout [LinePart]) {
        guard start < job.measured.items.count, job.measured.items[start].repeatsHyphen,
            job.measured.atoms[start].piece >= 0
        else { return }
        let piece = Int(job.measured.atoms[start].piece)
        let level = job.gathered.pieces[piece].level
        parts.append(LinePart(kind: .hyphen, piece: piece, range: 0..<0, level: level))
    }

    /// The hyphen that the break adds, or the spaces that it makes invisible.
    private func addEnd(_ end: Int, of job: Job, to parts: inout [LinePart]) {
        let item = job.measured.items[end]
        let atom = job.measured.atoms[end]
        if case .penalty = item.kind, item.width > .zero, atom.piece >= 0 {
            let level = job.gathered.pieces[Int(atom.piece)].level
            parts.append(
                LinePart(kind: .hyphen, piece: Int(atom.piece), range: 0..<0, level: level)
            )
            return
        }
        var index = end
        while index < job.measured.items.count, index < end + 3 {
            let item = job.measured.items[index]
            if case .box = item.kind { break }
            if item.cost == -.infinity || item.fill > 0 { break }
            let atom = job.measured.atoms[index]
            if case .glue = item.kind, atom.piece >= 0 {
                // A separator is not drawn at a line's end.
                if job.gathered.pieces[Int(atom.piece)].kind == .word { break }
                parts.append(
                    LinePart(
                        kind: .trailing,
                        piece: Int(atom.piece),
                        range: Int(atom.start)..<Int(atom.end),
                        level: job.gathered.baseLevel
                    )
                )
            }
            index += 1
        }
    }

    /// Where the writer has ended a line, its words are parted from the next one's as others are: by a
    /// space that is not seen.
    private func partFromNextLine(after end: Int, of job: Job, in parts: inout [LinePart]) {
        let isFollowed = end + 1 < job.measured.items.count || job.style.isFollowed
        guard job.measured.items[end].cost == -.infinity, isFollowed, let last = parts.last,
            last.kind == .word
        else { return }
        let place = last.range.upperBound
        parts.append(
            LinePart(
                kind: .trailing,
                piece: last.piece,
                range: place..<place,
                level: job.gathered.baseLevel
            )
        )
    }

    /// Words that run from left to right have their space behind them, though it would end the line on
    /// its left: what reads a line by its places would have it before them.
    private func keepSpaceBehindWords(in parts: inout [LinePart]) {
        guard let last = parts.indices.last, parts[last].kind == .trailing, last > 0,
            parts[last].level & 1 == 1, parts[..<last].allSatisfy({ $0.level & 1 == 0 })
        else { return }
        parts[last].level = parts[last - 1].level
    }

    private mutating func shape(_ line: inout LineParts, of job: Job) {
        // Parts of one span follow each other, and have one face.
        var span: Int32 = -1
        var (size, tracking) = (0.0, 0.0)
        var space = -1
        for index in line.parts.indices {
            var part = line.parts[index]
            let piece = job.gathered.pieces[part.piece]
            if piece.span != span {
                let face = face(of: piece, in: job)
                (span, size, tracking) =
                    (piece.span, face.style.size.points * job.scale, face.style.tracking)
                space = -1
            }
            part.span = span
            part.size = size
            part.tracking = tracking
            part.isJoined = piece.script.isJoined
            let isSpace = part.isBlank && part.isSpace(in: job)
            if isSpace, space >= 0, job.gathered.pieces[line.parts[space].piece].looksLike(piece) {
                // Every other part of a line is a space, and one looks like the next.
                part.takeShape(of: line.parts[space])
            } else if part.kind != .leader {
                let shaped = shaped(part, of: piece, in: job)
                part.shape = line.shapes.count
                part.clusters = shaped.clusterCount
                part.width = (shaped.width + Double(part.clusters) * tracking) * size
                line.shapes.append(shaped)
            }
            if isSpace { space = index }
            line.parts[index] = part
        }
    }

    private mutating func shaped(_ part: LinePart, of piece: Piece, in job: Job) -> ShapedWord {
        switch part.kind {
        case .hyphen:
            let face = face(of: piece, in: job)
            let hyphen = face.hyphen
            return shaper.shape(
                hyphen.span,
                in: face.id,
                script: piece.script,
                level: piece.level
            )
        case .word:
            if let whole = job.measured.word(ofPiece: part.piece),
                whole.byteCount == part.range.count
            {
                return whole
            }
        case .space, .trailing:
            if part.isSpace(in: job) || part.range.isEmpty { return space(like: piece) }
        case .leader: break
        }
        return job.gathered.bytes.withUnsafeBufferPointer {
            shape(part.range, of: piece, in: $0)
        }
    }

    /// A single space; nearly always the one that stood there last.
    private mutating func space(like piece: Piece) -> ShapedWord {
        if let known = space, known.style.index == piece.style.index, known.level == piece.level,
            known.script.tag == piece.script.tag
        {
            return known.shaped
        }
        let shaped = shaper.shape(
            " ",
            in: piece.style,
            script: piece.script,
            level: piece.level
        )
        space = (piece.style, piece.script, piece.level, shaped)
        return shaped
    }
}
