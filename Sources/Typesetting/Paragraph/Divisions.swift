import Flow
import Hyphenation
import Linebreaking
import Unicode
import Units

/// A place inside a word where a line may end.
struct Division {
    var offset: Int32
    var cost: Double
    /// Whether a hyphen is added there.
    var addsHyphen: Bool
    /// Whether the line ends in a hyphen, added or written.
    var isFlagged: Bool
}

/// Where words of a paragraph may divide.
extension ParagraphSetter {
    /// Where a word may divide: where the standard lets any line end, and where its language does.
    ///
    /// - Parameter next: The next of the places where lines may end; moved on past those of the word.
    mutating func divisions(of word: Word, in job: Job, from next: inout Int) -> [Division] {
        let (piece, hyphenCost) = (word.piece, word.give.hyphenCost)
        var divisions = written(in: word, of: job.gathered, from: &next)
        guard mayDivide(piece, in: job) else { return divisions }
        let isCompound = divisions.contains { $0.isFlagged && $0.offset < piece.end }
        let minima = Minima(
            left: job.style.hyphenationLeft,
            right: job.style.hyphenationRight
        )
        let breaks = hyphenator.breaks(
            in: job.gathered.text(piece.range),
            language: word.face.language,
            leaving: minima
        )
        for place in breaks {
            let offset = piece.start + Int32(place)
            guard leavesEnough(piece.start..<piece.end, at: offset, job) else { continue }
            guard offset < piece.end, !divisions.contains(where: { abs($0.offset - offset) < 3 })
            else { continue }
            divisions.append(
                Division(
                    offset: offset,
                    cost: isCompound ? hyphenCost * Penalties.insideCompound : hyphenCost,
                    addsHyphen: true,
                    isFlagged: true
                )
            )
        }
        return divisions.sorted { $0.offset < $1.offset }
    }

    /// Where the standard lets any line end in a word, and after it where another follows without a space.
    private func written(
        in word: Word,
        of gathered: Gathered,
        from next: inout Int
    ) -> [Division] {
        let piece = word.piece
        var divisions: [Division] = []
        let places = gathered.opportunities
        while next < places.count, places[next] <= piece.start { next += 1 }
        while next < places.count, places[next] <= piece.end {
            let offset = places[next]
            let isLast = offset == piece.end
            if isLast && !followsWord(word.number, in: gathered) { break }
            divisions.append(written(offset, in: gathered.bytes))
            next += 1
        }
        return divisions
    }

    /// Whether enough letters stay before a division and carry over, the writer’s own hyphens included.
    private func leavesEnough(_ word: Range<Int32>, at offset: Int32, _ job: Job) -> Bool {
        func holds(_ range: Range<Int32>, _ enough: Int) -> Bool {
            var count = 0
            for index in range where job.gathered.bytes[Int(index)] & 0xC0 != 0x80 {
                count += 1
                if count >= enough { return true }
            }
            return count >= enough
        }
        return holds(word.lowerBound..<offset, job.style.hyphenationLeft)
            && holds(offset..<word.upperBound, job.style.hyphenationRight)
    }

    /// Whether it is of letters between which a line is usually filled by dividing words, in a language for
    /// which nobody has written down how.
    ///
    /// Arabic and Ethiopic are justified without.
    mutating func isUndivided(_ job: Job) -> Bool {
        guard job.gathered.pieces.first(where: { $0.kind == .word })?.script == .latin else {
            return false
        }
        return !hyphenator.divides(face(job.strut).language)
    }

    private func mayDivide(_ piece: Piece, in job: Job) -> Bool {
        guard 4...Self.endlessWord ~= Int(piece.end - piece.start), job.measure < .infinity,
            !followsCap(piece, in: job)
        else { return false }
        if job.divides, job.style.hyphenates || isOfLetters(piece, in: job) { return true }
        return job.gathered.bytes[piece.range].contains(0xC2)
            && job.gathered.text(piece.range).unicodeScalars.contains("\u{AD}")
    }

    /// Whether it is a word, marks about it aside, and no address or number, into which a hyphen would
    /// bring another meaning.
    private func isOfLetters(_ piece: Piece, in job: Job) -> Bool {
        let isLetter = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        }
        let scalars = job.gathered.text(piece.range).unicodeScalars
        guard let first = scalars.firstIndex(where: isLetter),
            let last = scalars.lastIndex(where: isLetter)
        else { return false }
        return scalars[first...last].allSatisfy {
            isLetter($0) || "-’'\u{AD}\u{2010}\u{2011}".unicodeScalars.contains($0)
        }
    }

    func followsWord(_ index: Int, in gathered: Gathered) -> Bool {
        guard index + 1 < gathered.pieces.count else { return false }
        return gathered.pieces[index + 1].kind == .word
    }

    /// A place that the standard knows: after a hyphen, a dash, a stroke, between ideographs.
    private func written(_ offset: Int32, in bytes: [UInt8]) -> Division {
        switch lastScalar(before: offset, in: bytes) {
        case 0x2D, 0x2010:
            Division(
                offset: offset,
                cost: Penalties.writtenHyphen,
                addsHyphen: false,
                isFlagged: true
            )
        case 0xAD:
            Division(offset: offset, cost: Penalties.softHyphen, addsHyphen: true, isFlagged: true)
        case 0x2013 where isInRange(offset, in: bytes):
            Division(offset: offset, cost: Penalties.range, addsHyphen: false, isFlagged: false)
        case let scalar where scalar < 0x2E80 && !(0xE00...0x109F ~= scalar):
            Division(offset: offset, cost: Penalties.otherMark, addsHyphen: false, isFlagged: false)
        default:
            Division(offset: offset, cost: 0, addsHyphen: false, isFlagged: false)
        }
    }

    /// Whether figures stand on either side of the dash before a place: “2019–2023”.
    private func isInRange(_ offset: Int32, in bytes: [UInt8]) -> Bool {
        let (dash, next) = (Int(offset) - 3, Int(offset))
        guard dash > 0, next < bytes.count else { return false }
        return (0x30...0x39).contains(bytes[dash - 1]) && (0x30...0x39).contains(bytes[next])
    }
}
