import Arrangement
import Flow
import Hyphenation
import Linebreaking
import Shaping
import Unicode
import Units

extension ParagraphSetter {
    /// Adds a word as boxes with penalties where it may divide.
    mutating func addWord(
        _ piece: Piece,
        number: Int,
        of job: Job,
        to measuring: inout Measuring
    ) {
        let gathered = job.gathered
        let shaped = gathered.bytes.withUnsafeBufferPointer {
            shape(piece.range, of: piece, in: $0)
        }
        measuring.measured.add(shaped, ofPiece: number)
        guard !job.dividesAnywhere, shaped.missing.isEmpty, !followsCap(piece, in: job),
            isWhole(piece, number: number, in: gathered, from: &measuring.nextPlace)
        else {
            addDivided(piece, number: number, as: shaped, of: job, to: &measuring)
            return
        }
        let manner = manner(of: piece, in: job, noting: &measuring)
        let isKnown = words.add(
            shaped,
            manner: manner,
            piece: number,
            startingAt: piece.start,
            to: &measuring.measured
        )
        if isKnown { return }
        let first = measuring.measured.items.count
        addDivided(piece, number: number, as: shaped, of: job, to: &measuring)
        words.keep(
            shaped,
            manner: manner,
            startingAt: piece.start,
            from: first,
            of: measuring.measured
        )
    }

    /// Whether it is what a drop cap leaves of its word, of which no language has patterns.
    func followsCap(_ piece: Piece, in job: Job) -> Bool {
        job.dropCap.map { $0.end == Int(piece.start) } ?? false
    }

    /// Whether nothing but its language's own rules divides a word.
    ///
    /// - Parameter next: The next of the places where lines may end; moved on to the word's first.
    private func isWhole(
        _ piece: Piece,
        number: Int,
        in gathered: Gathered,
        from next: inout Int
    ) -> Bool {
        let places = gathered.opportunities
        while next < places.count, places[next] <= piece.start { next += 1 }
        guard next < places.count, places[next] <= piece.end else { return true }
        return places[next] == piece.end && !followsWord(number, in: gathered)
    }

    private mutating func manner(
        of piece: Piece,
        in job: Job,
        noting measuring: inout Measuring
    ) -> Int {
        if piece.span == measuring.span { return measuring.manner }
        let (style, give) = (job.style, measuring.give)
        measuring.span = piece.span
        measuring.manner = words.number(
            of: MeasuredWords.Manner(
                style: job.paragraph.spans[Int(piece.span)].style,
                scale: job.scale,
                spacing: give.spacing,
                hyphenCost: give.hyphenCost,
                hangs: style.hangsPunctuation,
                divides: job.divides,
                left: style.hyphenationLeft,
                right: style.hyphenationRight
            )
        )
        return measuring.manner
    }

    private mutating func addDivided(
        _ piece: Piece,
        number: Int,
        as shaped: ShapedWord,
        of job: Job,
        to measuring: inout Measuring
    ) {
        let face = face(of: piece, in: job)
        let word = Word(
            piece: piece,
            number: number,
            shaped: shaped,
            face: face,
            size: face.style.size.points * job.scale,
            give: measuring.give
        )
        for gap in shaped.missing { measuring.measured.missing.append((gap, number)) }
        var divisions = divisions(of: word, in: job, from: &measuring.nextPlace)
        price(&divisions, of: word, in: job)
        if job.dividesAnywhere, word.width > job.measure.points {
            divisions = dividedAnywhere(divisions, of: word, in: job)
        }
        addBoxes(of: word, divided: divisions, in: job, to: &measuring.measured)
    }

    private mutating func addBoxes(
        of word: Word,
        divided divisions: [Division],
        in job: Job,
        to measured: inout Measured
    ) {
        var start = word.piece.start
        var advance = 0.0
        for division in divisions where division.offset < word.piece.end {
            let end = self.advance(before: division.offset, of: word, in: job.gathered)
            addBox(start..<division.offset, width: end - advance, of: word, in: job, to: &measured)
            repeatHyphen(before: start, of: word, in: job, to: &measured)
            addDivision(division, of: word, in: job, to: &measured)
            start = division.offset
            advance = end
        }
        let rest = word.shaped.width - advance
        addBox(start..<word.piece.end, width: rest, of: word, in: job, to: &measured)
        repeatHyphen(before: start, of: word, in: job, to: &measured)
        if let last = divisions.last, last.offset == word.piece.end {
            measured.add(.penalty(cost: last.cost, isFlagged: last.isFlagged))
        }
    }

    /// A word of which boxes are made.
    struct Word {
        let piece: Piece
        /// Of the piece.
        let number: Int
        let shaped: ShapedWord
        let face: StyledFace
        /// In points.
        let size: Double
        let give: Give

        /// In points, without tracking.
        var width: Double { shaped.width * size }
    }

    private mutating func addDivision(
        _ division: Division,
        of word: Word,
        in job: Job,
        to measured: inout Measured
    ) {
        var penalty = Item.penalty(cost: division.cost, isFlagged: division.isFlagged)
        if division.addsHyphen {
            penalty.width = .pt(word.face.hyphenWidth * word.size)
            penalty.hangEnd = hang(0x2010, word.face, job).end
        }
        let place = division.offset
        measured.add(penalty, .init(piece: Int32(word.number), start: place, end: place))
    }

    /// Makes it dearer to divide an address that fits its line, and in ragged text to divide a word at a mark
    /// of its own beside a space that no line ends on.
    private func price(_ divisions: inout [Division], of word: Word, in job: Job) {
        if word.width <= job.measure.points {
            let isAddress = isAddress(word.piece, in: job)
            for place in divisions.indices where isAddress || isBeforePoint(divisions[place], job) {
                divisions[place].cost = word.give.addressCost
            }
        }
        if job.style.holdsNames { holdNames(&divisions, of: word, in: job) }
        guard job.style.alignment != .justified, job.gathered.isHeld(word.number) else { return }
        for place in divisions.indices where !divisions[place].addsHyphen {
            divisions[place].cost = max(divisions[place].cost, Penalties.heldHyphen)
        }
    }

    /// Makes it dearer to divide names at their hyphens, those between parts with capitals: Jean-Baptiste,
    /// Guinea-Bissau.
    private func holdNames(_ divisions: inout [Division], of word: Word, in job: Job) {
        let isJustified = job.style.alignment == .justified
        let cost = isJustified ? Penalties.nameHyphen : Penalties.heldHyphen
        for place in divisions.indices {
            let offset = Int(divisions[place].offset)
            guard divisions[place].isFlagged, !divisions[place].addsHyphen,
                word.piece.range.contains(offset),
                hasCapital(word.piece.range.lowerBound..<offset, in: job),
                hasCapital(offset..<word.piece.range.upperBound, in: job)
            else { continue }
            divisions[place].cost = max(divisions[place].cost, cost)
        }
    }

    /// Whether the first letter of a part is a capital.
    private func hasCapital(_ part: Range<Int>, in job: Job) -> Bool {
        let first = job.gathered.text(part).unicodeScalars.first(where: \.properties.isAlphabetic)
        return first?.properties.isUppercase ?? false
    }

    /// Whether the name of a host goes on there.
    private func isBeforePoint(_ division: Division, _ job: Job) -> Bool {
        let (bytes, place) = (job.gathered.bytes, Int(division.offset))
        return place < bytes.count && bytes[place] == UInt8(ascii: ".")
    }

    /// Whether it is the whole of what a link says, as addresses are.
    private func isAddress(_ piece: Piece, in job: Job) -> Bool {
        let span = job.paragraph.spans[Int(piece.span)]
        guard case .address? = span.link else { return false }
        return span.range == piece.range
    }

    /// Gives the latest box the width of a hyphen where it begins a line, and the compound’s own ends
    /// the line before.
    ///
    /// Source: Acordo Ortográfico da Língua Portuguesa (1990), base XX, 6.
    private func repeatHyphen(
        before start: Int32,
        of word: Word,
        in job: Job,
        to measured: inout Measured
    ) {
        guard job.style.repeatsHyphen, start > word.piece.start + 1, start < word.piece.end,
            let last = measured.items.indices.last
        else { return }
        let bytes = job.gathered.bytes
        let hyphen = lastScalar(before: start, in: bytes)
        let length: Int32 = hyphen == 0x2D ? 1 : 3
        guard hyphen == 0x2D || hyphen == 0x2010, isLetter(scalar(at: start, in: bytes)),
            isLetter(lastScalar(before: start - length, in: bytes))
        else { return }
        measured.items[last].repeatsHyphen = true
        measured.items[last].hangStart = .zero - .pt(word.face.hyphenWidth * word.size)
    }

    /// In ems, from the word's start.
    private func advance(before offset: Int32, of word: Word, in gathered: Gathered) -> Double {
        let piece = word.piece
        if let known = word.shaped.advance(before: Int(offset - piece.start)) { return known }
        return gathered.bytes.withUnsafeBufferPointer {
            shape(Int(piece.start)..<Int(offset), of: piece, in: $0).width
        }
    }

    /// - Parameters:
    ///   - range: In bytes of the paragraph.
    ///   - width: In ems, without tracking.
    private mutating func addBox(
        _ range: Range<Int32>,
        width: Double,
        of word: Word,
        in job: Job,
        to measured: inout Measured
    ) {
        guard !range.isEmpty else { return }
        let (piece, face, spacing) = (word.piece, word.face, word.give.spacing)
        let bytes = job.gathered.bytes
        var letters = 0
        if face.style.tracking != 0 || spacing.letter.upperBound != 0 {
            letters = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
                .count { $0 & 0xC0 != 0x80 }
        }
        // Space is put between letters and not beside word spaces, which keep their own.
        let gaps = range.upperBound == piece.end ? letters - 1 : letters
        let fit = piece.script.isJoined ? 0 : Double(gaps) * word.size
        let inked = width * word.size
        var box = Item.box(
            width: .pt(inked + Double(letters) * face.style.tracking * word.size),
            stretch: .pt(
                (spacing.glyph.upperBound - 1) * inked + spacing.letter.upperBound * fit
            ),
            shrink: .pt((1 - spacing.glyph.lowerBound) * inked - spacing.letter.lowerBound * fit)
        )
        if job.style.hangsPunctuation {
            box.hangStart = hang(scalar(at: range.lowerBound, in: bytes), face, job).start
            box.hangEnd = hang(lastScalar(before: range.upperBound, in: bytes), face, job).end
        }
        let (start, end) = (Int(range.lowerBound), Int(range.upperBound))
        box.startLooks = WordLooks.number(of: bytes[start..<Int(piece.end)])
        box.endLooks =
            range == piece.start..<piece.end
            ? box.startLooks : WordLooks.number(of: bytes[Int(piece.start)..<end])
        measured.add(
            box,
            .init(piece: Int32(word.number), start: range.lowerBound, end: range.upperBound)
        )
    }

    mutating func hang(_ scalar: UInt32, _ face: StyledFace, _ job: Job) -> (
        start: Length, end: Length
    ) {
        let size = face.style.size.points * job.scale
        let isLarge = HangTable.isLarge(size, scalar)
        guard job.style.hangsPunctuation, isLarge || HangTable.hangs(scalar) else {
            return (.zero, .zero)
        }
        let hang = hangs.hang(of: scalar, in: face.id, shaper)
        let (start, end) = (Double(hang.start) * size, Double(hang.end) * size)
        guard isLarge else { return (.pt(start), .pt(end)) }
        let white = hangs.white(beside: scalar, in: face.id, shaper)
        return (
            .pt(max(start, Double(white.start) * size - HangTable.usualWhite)),
            .pt(max(end, Double(white.end) * size - HangTable.usualWhite))
        )
    }

    private func scalar(at offset: Int32, in bytes: [UInt8]) -> UInt32 {
        let first = bytes[Int(offset)]
        if first < 0x80 { return UInt32(first) }
        return String(decoding: bytes[Int(offset)...].prefix(4), as: UTF8.self).unicodeScalars
            .first?.value ?? 0
    }

    func lastScalar(before end: Int32, in bytes: [UInt8]) -> UInt32 {
        var start = Int(end) - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: Int32(start), in: bytes)
    }
}
