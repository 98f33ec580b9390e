import Arrangement
import Flow
import Glyphs
import Linebreaking
import Shaping
import Units

/// A paragraph as boxes, glue and penalties, and what each of them stands for.
struct Measured {
    /// The part of a piece that an item stands for.
    struct Atom {
        /// -1 where the item is no text.
        var piece: Int32
        var start: Int32
        var end: Int32

        static let none = Atom(piece: -1, start: 0, end: 0)
    }

    var items: [Item] = []
    var atoms: [Atom] = []
    private var words: [ShapedWord] = []
    /// For each piece its place among the words; -1 where it is none.
    private var wordNumbers: [Int32] = []
    /// Letters that no font has, each with its piece.
    var missing: [(gap: MissingGlyph, piece: Int)] = []

    /// Makes room for a paragraph in place of the one before.
    mutating func clear(expecting pieces: Int) {
        items.removeAll(keepingCapacity: true)
        atoms.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        wordNumbers.removeAll(keepingCapacity: true)
        missing.removeAll(keepingCapacity: true)
        items.reserveCapacity(pieces * 3)
        atoms.reserveCapacity(pieces * 3)
        words.reserveCapacity(pieces / 2 + 1)
        wordNumbers.append(contentsOf: repeatElement(-1, count: pieces))
    }

    /// The glyphs of a piece that is a word, as it was measured.
    func word(ofPiece piece: Int) -> ShapedWord? {
        let number = Int(wordNumbers[piece])
        return number < 0 ? nil : words[number]
    }

    mutating func add(_ word: ShapedWord, ofPiece piece: Int) {
        wordNumbers[piece] = Int32(words.count)
        words.append(word)
    }

    mutating func add(_ item: Item, _ atom: Atom = .none) {
        items.append(item)
        atoms.append(atom)
    }

    /// What the text needs at the least, and what it takes without turning a line.
    ///
    /// - Parameter isFirm: Whether a part of the text may not be divided, whatever happens.
    func widths(indent: Length, isFirm: (Atom) -> Bool = { _ in false }) -> Widths {
        var widths = Widths.zero
        var line = indent
        var block = Length.zero
        var blockIsFirm = false
        func endBlock(_ hyphen: Length = .zero) {
            widths.minimum = max(widths.minimum, block + hyphen)
            if blockIsFirm { widths.firm = max(widths.firm, block) }
            (block, blockIsFirm) = (.zero, false)
        }
        for (index, item) in items.enumerated() {
            switch item.kind {
            case .box:
                line += item.width
                block += item.width
                blockIsFirm = blockIsFirm || isFirm(atoms[index])
            case .glue:
                line += item.width
                if index > 0, items[index - 1].kind == .box {
                    endBlock()
                } else if block > .zero {
                    block += item.width
                }
            case .penalty where item.cost == -.infinity:
                widths.natural = max(widths.natural, line)
                line = .zero
                endBlock()
            case .penalty where item.cost < .infinity: endBlock(item.width)
            case .penalty: break
            }
        }
        widths.natural = max(widths.natural, line)
        endBlock()
        return widths
    }
}

/// What words and spaces of a paragraph may give, and what dividing a word costs.
struct Give {
    var spacing: Spacing
    var hyphenCost: Double
    var addressCost: Double
    /// How many letters a line holds, about.
    var charactersPerLine: Double

    /// Below so many letters a line, more space is put between letters.
    static let letterfitLimit = 60.0
    /// The same where words are not divided.
    static let undividedLetterfitLimit = 80.0
    /// Below so many letters a line, ragged lines look better than justified ones.
    static let raggedLimit = 36.0
    /// Below so many letters a line, paragraphs whose words are not divided are all ragged: one in ten of
    /// their lines would be pulled apart.
    static let undividedRaggedLimit = 42.0
    /// The room's own bounds between letters, in ems: less than a tenth of a point, which nobody sees.
    static let letterfit = -0.006...0.007
    static let narrowLetterfit = -0.01...0.022

    /// By what letters give more in a paragraph of which a line would else be pulled apart.
    static let more = 1.5

    /// How far spaces, letters and glyphs may go.
    struct Spacing: Hashable {
        /// Shares of the font's own space.
        var word: ClosedRange<Double>
        var idealWord: Double
        /// Added between letters, in ems.
        var letter: ClosedRange<Double>
        /// What glyphs may be scaled to.
        var glyph: ClosedRange<Double>

        /// - Parameters:
        ///   - style: What says how far its spaces and letters may go.
        ///   - stretch: How far glyphs may be scaled.
        ///   - letterfit: What goes between letters where that is the usual two hundredths, and the style
        ///     says nothing else.
        @inline(__always)
        init(of style: ParagraphStyle, stretch: Double, letterfit: ClosedRange<Double>) {
            let share = stretch / 0.02
            word = style.wordSpace
            idealWord = style.idealWordSpace
            letter =
                style.letterFit
                ?? letterfit.lowerBound * share...letterfit.upperBound * share
            glyph = 1 - stretch...1 + stretch
        }
    }
}

extension ParagraphSetter {
    /// The second step: shapes every word once and writes down what it needs and gives.
    mutating func measured(_ job: Job) -> Measured {
        // No other name may hold what is measured, or all of it would be copied.
        var measuring = Measuring(give: give(for: job), measured: spare.take() ?? Measured())
        measuring.measured.clear(expecting: job.gathered.pieces.count)
        for number in job.gathered.pieces.indices { add(number, of: job, to: &measuring) }
        return measuring.measured
    }

    /// How far the pieces have been measured, and what has come of them.
    struct Measuring {
        let give: Give
        var measured: Measured
        /// The next of the places where lines may end.
        var nextPlace = 0
        /// The span of the latest word, and the number of the manner its words are measured in.
        var span: Int32 = -1
        var manner = 0
        /// The span of the latest space, and its space in points.
        var spaceSpan: Int32 = -1
        var space = Space()
    }

    /// What a space takes that is set in the face of its span, in points.
    struct Space {
        /// Without tracking.
        var natural = Length.zero
        var width = Length.zero
    }

    mutating func give(for job: Job) -> Give {
        let face = face(job.strut)
        let letter = max(
            meanLetter(of: job.strut) * 0.87 * face.style.size.points * job.scale,
            0.001
        )
        let characters = job.measure.points / letter
        let isJustified = job.style.alignment == .justified
        let limit =
            isJustified && isUndivided(job) ? Give.undividedLetterfitLimit : Give.letterfitLimit
        let letterfit = characters < limit ? Give.narrowLetterfit : Give.letterfit
        return Give(
            spacing: Give.Spacing(
                of: job.style,
                stretch: job.givesMore ? job.style.stretch * Give.more : job.style.stretch,
                letterfit: letterfit
            ),
            hyphenCost: hyphenCost(isJustified: isJustified, characters),
            addressCost: isJustified ? Penalties.address : Penalties.raggedAddress,
            charactersPerLine: characters
        )
    }

    private func hyphenCost(isJustified: Bool, _ charactersPerLine: Double) -> Double {
        guard isJustified else { return Penalties.raggedHyphen }
        return charactersPerLine < Give.letterfitLimit ? Penalties.narrowHyphen : Penalties.hyphen
    }

    private mutating func add(_ number: Int, of job: Job, to measuring: inout Measuring) {
        var piece = job.gathered.pieces[number]
        if let cap = job.dropCap, Int(piece.start) < cap.end {
            guard Int(piece.end) > cap.end else { return }
            piece.start = Int32(cap.end)
        }
        switch piece.kind {
        case .word where isSeparator(number, in: job.gathered):
            addSeparator(piece, number: number, of: job, to: &measuring.measured)
        case .word: addWord(piece, number: number, of: job, to: &measuring)
        case .space, .unbreakableSpace:
            addSpace(piece, number: number, of: job, to: &measuring)
        case .leader:
            measuring.measured.add(.noBreak)
            var glue = Item.filler
            glue.width = face(of: piece, in: job).style.size * job.scale
            measuring.measured.add(glue, piece.atom(number))
        case .lineBreak:
            measuring.measured.add(.filler)
            measuring.measured.add(.forcedBreak)
        case .note: break
        }
    }

    mutating func face(of piece: Piece, in job: Job) -> StyledFace {
        face(job.paragraph.spans[Int(piece.span)].style)
    }

    private mutating func addSpace(
        _ piece: Piece,
        number: Int,
        of job: Job,
        to measuring: inout Measuring
    ) {
        let spacing = measuring.give.spacing
        if piece.span != measuring.spaceSpan {
            let face = face(of: piece, in: job)
            let size = face.style.size * job.scale
            measuring.spaceSpan = piece.span
            measuring.space = Space(
                natural: size * face.space,
                width: size * (face.space * spacing.idealWord + face.style.tracking)
            )
        }
        let breaks = isOpportunity(piece.end, in: job.gathered, from: &measuring.nextPlace)
        if !breaks || piece.kind == .unbreakableSpace {
            let isBroken = job.need >= .bonds && piece.kind == .unbreakableSpace
            measuring.measured.add(isBroken ? .penalty(cost: Penalties.bond) : .noBreak)
        } else if isBound(number, in: job) {
            measuring.measured.add(.penalty(cost: Penalties.boundWord))
        } else if endsSense(number, in: job) {
            measuring.measured.add(.penalty(cost: Penalties.sense))
        }
        let count =
            piece.kind == .space
            ? Double(piece.end - piece.start) : Double((piece.end - piece.start) / 2)
        let natural = measuring.space.natural * count
        measuring.measured.add(
            .glue(
                width: measuring.space.width * count,
                stretch: natural * (spacing.word.upperBound - spacing.idealWord),
                shrink: natural * (spacing.idealWord - spacing.word.lowerBound)
            ),
            piece.atom(number)
        )
    }

    /// Whether a piece is a middle dot with spaces around it: it stands between two things of a line,
    /// and has nothing to say where the line ends.
    private func isSeparator(_ index: Int, in gathered: Gathered) -> Bool {
        let start = Int(gathered.pieces[index].start)
        guard gathered.pieces[index].end - gathered.pieces[index].start == 2,
            gathered.bytes[start] == 0xC2, gathered.bytes[start + 1] == 0xB7
        else { return false }
        let isBetween = index > 0 && index + 1 < gathered.pieces.count
        return isBetween && gathered.pieces[index - 1].kind == .space
            && gathered.pieces[index + 1].kind == .space
    }

    /// A separator is glue: it is lost at a break, as the spaces around it are.
    private mutating func addSeparator(
        _ piece: Piece,
        number: Int,
        of job: Job,
        to measured: inout Measured
    ) {
        let shaped = job.gathered.bytes.withUnsafeBufferPointer {
            shape(piece.range, of: piece, in: $0)
        }
        for gap in shaped.missing { measured.missing.append((gap, number)) }
        let face = face(of: piece, in: job)
        let width = shaped.width + Double(shaped.glyphCount) * face.style.tracking
        measured.add(
            .glue(width: face.style.size * (job.scale * width), stretch: .zero, shrink: .zero),
            piece.atom(number)
        )
    }

    /// Whether the word before a space should not end a line.
    private func isBound(_ index: Int, in job: Job) -> Bool {
        guard !job.style.boundWords.isEmpty, index > 0 else { return false }
        let word = job.gathered.pieces[index - 1]
        guard word.kind == .word else { return false }
        let text = job.gathered.text(word.range).lowercased()
        // `d’un`: what is joined by an apostrophe is bound where both its words are.
        guard let mark = text.unicodeScalars.lastIndex(of: "’") else {
            return job.style.boundWords.contains(text)
        }
        let next = text.unicodeScalars.index(after: mark)
        return job.style.boundWords.contains(String(text[..<next]))
            && job.style.boundWords.contains(String(text[next...]))
    }

    /// Whether a part of a title ends before a space: lines of like length had better end there as well.
    private func endsSense(_ index: Int, in job: Job) -> Bool {
        guard job.style.isBalanced, index > 0 else { return false }
        let word = job.gathered.pieces[index - 1]
        guard word.kind == .word, let last = job.gathered.text(word.range).unicodeScalars.last
        else { return false }
        return ":;?!–—؛؟፡፤".unicodeScalars.contains(last)
    }

    /// Whether a line may end at an offset.
    ///
    /// - Parameter next: The first of the places that may be it; moved on to it, or past where it would be.
    private func isOpportunity(
        _ offset: Int32,
        in gathered: Gathered,
        from next: inout Int
    ) -> Bool {
        let places = gathered.opportunities
        while next < places.count, places[next] < offset { next += 1 }
        return next < places.count && places[next] == offset
    }
}

extension Piece {
    /// What an item stands for that is all of it.
    ///
    /// - Parameter number: Its place among the pieces.
    func atom(_ number: Int) -> Measured.Atom {
        .init(piece: Int32(number), start: start, end: end)
    }
}
