import Arrangement
import Flow
import Linebreaking
import Shaping
import Units

extension ParagraphSetter {
    /// Whether a line ends inside a word that an unbreakable space holds to another: names part between
    /// their words rather than at a hyphen.
    func partsAHeldWord(_ broken: Broken, of job: Job) -> Bool {
        guard job.style.alignment != .justified else { return false }
        return broken.lines.contains { line in
            guard line.isFlagged, let last = line.items.last else { return false }
            let atom = job.measured.atoms[last]
            guard atom.piece >= 0 else { return false }
            let piece = Int(atom.piece)
            return atom.end < job.gathered.pieces[piece].end && job.gathered.isHeld(piece)
        }
    }

    /// A word's divisions, and such others as keep every part of it within the measure.
    ///
    /// They are dear enough to be taken only where nothing else will do, and no closer than is needed to
    /// fill a line well. An endless word, which no page would show well, is divided into whole lines.
    func dividedAnywhere(
        _ divisions: [Division],
        of word: Word,
        in job: Job
    ) -> [Division] {
        let (piece, shaped) = (word.piece, word.shaped)
        let isEndless = Int(piece.end - piece.start) > Self.endlessWord
        let step = job.measure.points / word.size * (isEndless ? 1 : 0.06)
        var all: [Division] = []
        var start = 0.0
        for end in divisions + [.end(of: piece)] {
            let foot = shaped.advance(before: Int(end.offset - piece.start)) ?? shaped.width
            if (foot - start) * word.size > job.measure.points {
                let part = (all.last?.offset ?? piece.start)..<end.offset
                all += stops(of: word, in: part, from: start, to: foot, every: step)
            }
            all.append(end)
            start = foot
        }
        if divisions.last?.offset != piece.end { all.removeLast() }
        return all
    }

    /// Beyond so many bytes nothing is a word.
    static let endlessWord = 4_000

    /// Letters after which a line may end, no further from each other than a step where that can be.
    ///
    /// - Parameters:
    ///   - part: In bytes of the paragraph.
    ///   - start: Where the part begins, in ems from the word's start; `foot` is where it ends.
    private func stops(
        of word: Word,
        in part: Range<Int32>,
        from start: Double,
        to foot: Double,
        every step: Double
    ) -> [Division] {
        let (piece, shaped) = (word.piece, word.shaped)
        var found: [Division] = []
        var begun = start
        var previous: ShapedWord.Stop?
        func divide(before advance: Double) {
            guard advance - begun > step, let place = previous else { return }
            found.append(.lastResort(at: piece.start + place.offset))
            begun = Double(place.advance)
            previous = nil
        }
        for stop in shaped.stops where piece.start + stop.offset > part.lowerBound {
            guard piece.start + stop.offset < part.upperBound else { break }
            divide(before: Double(stop.advance))
            previous = stop
        }
        divide(before: foot)
        return found
    }
}

extension Gathered {
    /// Whether an unbreakable space stands beside a piece.
    func isHeld(_ index: Int) -> Bool {
        func isUnbreakableSpace(_ index: Int) -> Bool {
            pieces.indices.contains(index) && pieces[index].kind == .unbreakableSpace
        }
        return isUnbreakableSpace(index - 1) || isUnbreakableSpace(index + 1)
    }
}

extension Division {
    fileprivate static func end(of piece: Piece) -> Division {
        Division(offset: piece.end, cost: 0, addsHyphen: false, isFlagged: false)
    }

    fileprivate static func lastResort(at offset: Int32) -> Division {
        Division(
            offset: offset,
            cost: Penalties.anywhere,
            addsHyphen: false,
            isFlagged: false
        )
    }
}
