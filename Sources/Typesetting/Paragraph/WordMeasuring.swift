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
        _ index: Int,
        of job: Job,
        _ give: Give,
        _ walk: inout Walk,
        to measured: inout Measured
    ) {
        let gathered = job.gathered
        let shaped = gathered.bytes.withUnsafeBufferPointer {
            shape(piece.range, of: piece, in: $0)
        }
        measured.add(shaped, ofPiece: index)
        guard !job.dividesAnywhere, shaped.missing.isEmpty, !followsCap(piece, in: job),
            isWhole(piece, index, in: gathered, &walk.next)
        else {
            addDivided(piece, index, shaped, of: job, give, &walk.next, to: &measured)
            return
        }
        let manner = manner(of: piece, in: job, give, &walk)
        if words.add(shaped, manner: manner, piece: index, startingAt: piece.start, to: &measured) {
            return
        }
        let first = measured.items.count
        addDivided(piece, index, shaped, of: job, give, &walk.next, to: &measured)
        words.keep(shaped, manner: manner, startingAt: piece.start, from: first, of: measured)
    }

    /// Whether it is what a drop cap leaves of its word, of which no language has patterns.
    func followsCap(_ piece: Piece, in job: Job) -> Bool {
        job.dropCap.map { $0.end == Int(piece.start) } ?? false
    }

    /// Whether nothing but its language's own rules divides a word.
    private func isWhole(_ piece: Piece, _ index: Int, in gathered: Gathered, _ next: inout Int)
        -> Bool
    {
        let places = gathered.opportunities
        while next < places.count, places[next] <= piece.start { next += 1 }
        guard next < places.count, places[next] <= piece.end else { return true }
        return places[next] == piece.end && !followsWord(index, in: gathered)
    }

    private mutating func manner(
        of piece: Piece,
        in job: Job,
        _ give: Give,
        _ walk: inout Walk
    ) -> Int {
        if piece.span == walk.span { return walk.manner }
        let style = job.style
        walk.span = piece.span
        walk.manner = words.number(
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
        return walk.manner
    }

    private mutating func addDivided(
        _ piece: Piece,
        _ index: Int,
        _ shaped: ShapedWord,
        of job: Job,
        _ give: Give,
        _ next: inout Int,
        to measured: inout Measured
    ) {
        let face = face(of: piece, in: job)
        let size = face.style.size.points * job.scale
        let gathered = job.gathered
        var divisions = divisions(of: piece, index, in: job, face, give, &next)
        price(&divisions, of: piece, index, width: shaped.width * size, in: job, give)
        if job.dividesAnywhere, shaped.width * size > job.measure.points {
            divisions = dividedAnywhere(divisions, of: piece, shaped, in: job, size)
        }
        for gap in shaped.missing { measured.missing.append((gap, index)) }
        var start = piece.start
        var advance = 0.0
        for division in divisions where division.offset < piece.end {
            let end = self.advance(before: division.offset, of: piece, shaped, gathered)
            addBox(start, division.offset, end - advance, piece, index, job, face, give, &measured)
            repeatHyphen(before: start, of: piece, in: job, face, &measured)
            var penalty = Item.penalty(cost: division.cost, isFlagged: division.isFlagged)
            if division.addsHyphen {
                penalty.width = .pt(face.hyphenWidth * size)
                penalty.hangEnd = hang(0x2010, face, job).end
            }
            measured.add(
                penalty,
                .init(piece: Int32(index), start: division.offset, end: division.offset)
            )
            start = division.offset
            advance = end
        }
        addBox(start, piece.end, shaped.width - advance, piece, index, job, face, give, &measured)
        repeatHyphen(before: start, of: piece, in: job, face, &measured)
        if let last = divisions.last, last.offset == piece.end {
            measured.add(.penalty(cost: last.cost, isFlagged: last.isFlagged))
        }
    }

    /// Makes it dearer to divide an address that fits its line, and in ragged text to divide a word at a mark
    /// of its own beside a space that no line ends on.
    private func price(
        _ divisions: inout [Division],
        of piece: Piece,
        _ index: Int,
        width: Double,
        in job: Job,
        _ give: Give
    ) {
        if width <= job.measure.points, isAddress(piece, in: job) {
            for place in divisions.indices { divisions[place].cost = give.addressCost }
        }
        guard job.style.alignment != .justified, job.gathered.isHeld(index) else { return }
        for place in divisions.indices where !divisions[place].addsHyphen {
            divisions[place].cost = max(divisions[place].cost, Penalties.heldHyphen)
        }
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
        of piece: Piece,
        in job: Job,
        _ face: StyledFace,
        _ measured: inout Measured
    ) {
        guard job.style.repeatsHyphen, start > piece.start + 1, start < piece.end,
            let last = measured.items.indices.last
        else { return }
        let bytes = job.gathered.bytes
        let hyphen = lastScalar(before: start, in: bytes)
        let length: Int32 = hyphen == 0x2D ? 1 : 3
        guard hyphen == 0x2D || hyphen == 0x2010, isLetter(scalar(at: start, in: bytes)),
            isLetter(lastScalar(before: start - length, in: bytes))
        else { return }
        measured.items[last].repeatsHyphen = true
        measured.items[last].hangStart =
            .zero - .pt(face.hyphenWidth * face.style.size.points * job.scale)
    }

    /// In ems, from the word's start.
    private func advance(
        before offset: Int32,
        of piece: Piece,
        _ shaped: ShapedWord,
        _ gathered: Gathered
    ) -> Double {
        if let known = shaped.advance(before: Int(offset - piece.start)) { return known }
        return gathered.bytes.withUnsafeBufferPointer {
            shape(Int(piece.start)..<Int(offset), of: piece, in: $0).width
        }
    }

    private mutating func addBox(
        _ start: Int32,
        _ end: Int32,
        _ width: Double,
        _ piece: Piece,
        _ index: Int,
        _ job: Job,
        _ face: StyledFace,
        _ give: Give,
        _ measured: inout Measured
    ) {
        guard end > start else { return }
        let size = face.style.size.points * job.scale
        let bytes = job.gathered.bytes
        var letters = 0
        if face.style.tracking != 0 || give.spacing.letter.upperBound != 0 {
            letters = bytes[Int(start)..<Int(end)].count { $0 & 0xC0 != 0x80 }
        }
        // Space is put between letters and not beside word spaces, which keep their own.
        let gaps = end == piece.end ? letters - 1 : letters
        let fit = piece.script.isJoined ? 0 : Double(gaps) * size
        var box = Item.box(
            width: .pt(width * size + Double(letters) * face.style.tracking * size),
            stretch: .pt(
                (give.spacing.glyph.upperBound - 1) * width * size + give.spacing.letter.upperBound
                    * fit
            ),
            shrink: .pt(
                (1 - give.spacing.glyph.lowerBound) * width * size - give.spacing.letter.lowerBound
                    * fit
            )
        )
        if job.style.hangsPunctuation {
            box.hangStart = hang(scalar(at: start, in: bytes), face, job).start
            box.hangEnd = hang(lastScalar(before: end, in: bytes), face, job).end
        }
        box.startLooks = WordLooks.number(of: bytes[Int(start)..<Int(piece.end)])
        box.endLooks =
            start == piece.start && end == piece.end
            ? box.startLooks : WordLooks.number(of: bytes[Int(piece.start)..<Int(end)])
        measured.add(box, .init(piece: Int32(index), start: start, end: end))
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
