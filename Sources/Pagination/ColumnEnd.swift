import Typesetting
import Units

/// A place where a column may end, and what that costs.
struct ColumnEnd {
    /// The strip after the column's last.
    var strip: Int
    var cost: Double
    /// The paragraph that is set otherwise for it.
    var variant: Int?
    /// What is left for the next column to take.
    var carry: Carry
    /// The room that is left at the column's foot; nil where the text had to end.
    var slack: Double?
    /// What spaces in the column take up of the room that would be left, in points.
    var stretch = 0.0

    /// All places where a column that begins with a strip may end, the furthest last.
    ///
    /// - Parameter carry: What earlier columns have left.
    static func all(
        of poured: PouredGalley,
        from start: Int,
        carrying carry: Carry,
        height: Double,
        grid: ColumnGrid?,
        variants: Variants = Variants()
    ) -> [ColumnEnd] {
        let step = grid?.pitch ?? 1
        var scan = ColumnScan(poured, start: start, carry: carry, height: height, step: step)
        scan.run(grid: grid, variants: variants)
        var ends = scan.priced
        var placed = carry.float + 1
        while placed <= poured.floatStarts[scan.reach] {
            var other = ColumnScan(poured, start: start, carry: carry, height: height, step: step)
            other.floats = carry.float..<placed
            other.run(grid: grid, variants: variants)
            guard other.hasRoom else { break }
            ends += other.priced
            placed += max(1, (placed - carry.float) / fewFloats)
        }
        if ends.isEmpty { return [scan.emergency] }
        return placed > carry.float + 1 ? ends.sorted { $0.strip < $1.strip } : ends
    }

    /// Up to twice as many floats each number of them is tried in a column; of more, one in so many.
    private static let fewFloats = 4
}

/// Strips being tried in a column, one after the other, for as long as they fit.
private struct ColumnScan {
    let poured: PouredGalley
    let start: Int
    let carry: Carry
    let height: Double
    /// Those that stand in the column.
    var floats: Range<Int>
    /// Legal ends and the room each leaves.
    private(set) var ends: [Candidate] = []
    /// The furthest strip that fits with all its notes, legal end or not.
    private var fitting: Int
    /// The furthest strip that was tried.
    private(set) var reach: Int
    /// Whether the floats leave room for anything.
    private(set) var hasRoom = true
    private var seesEnd = false
    /// Whether all of a part's text finds room, and not all of its notes.
    private var leavesNotes = false
    /// More room at the foot than this is left only where nothing else can be done.
    private var mostSlack: Double
    /// Spaces stretch by as much or by several times as much.
    private let step: Double

    struct Candidate {
        var strip: Int
        var slack: Double
        var variant: Int?
        var carry: Carry
        var isForced: Bool
    }

    init(_ poured: PouredGalley, start: Int, carry: Carry, height: Double, step: Double) {
        self.poured = poured
        self.start = start
        self.carry = carry
        self.height = height + 0.01
        self.step = step
        mostSlack = max(self.height * 0.25, 5 * poured.line)
        floats = carry.float..<carry.float
        fitting = start
        reach = start
        ends.reserveCapacity(32)
    }

    /// Tries strip after strip; ends that leave much room are looked at only where all others are dear.
    mutating func run(grid: ColumnGrid?, variants: Variants) {
        let isNearEnd = poured.restHeights[start] <= height + variants.mostSaved
        run(grid: grid, variants: variants, weighingAll: isNearEnd)
        guard hasRoom, leavesNotes || !ends.contains(where: isUsual) else { return }
        if ends.contains(where: { $0.strip > start }) { mostSlack = .infinity }
        if isNearEnd { return }
        ends.removeAll(keepingCapacity: true)
        run(grid: grid, variants: variants, weighingAll: true)
    }

    /// Whether a column ends with text above a place where it may end at no great price.
    private func isUsual(_ end: Candidate) -> Bool {
        guard end.strip > start, end.slack <= mostSlack else { return false }
        return end.isForced || end.strip == poured.count
            || poured.costs[end.strip] <= Demerits.dearestUsual
    }

    private mutating func run(grid: ColumnGrid?, variants: Variants, weighingAll: Bool) {
        let mustFlush = poured.mustFlush(carry, before: start)
        let taken = poured.floats(floats, from: start, to: mustFlush ? start : poured.count).heights
        let room = height - taken.foot
        hasRoom = taken.top <= room
        guard hasRoom else { return }
        noteColumnWithoutText(room: room - taken.top)
        guard !mustFlush else { return }
        var trials = VariantTrials(
            variants,
            ColumnTrial(startingWith: start, of: poured, below: taken.top, grid: grid),
            from: start
        )
        let (measures, noteStarts) = (poured.measures, poured.noteStarts)
        let most = room + variants.mostSaved
        for index in start..<measures.count {
            let foot = trials.add(measures[index])
            guard foot <= most else { return }
            let end = index + 1
            reach = end
            let isForced = end == measures.count || poured.forced[end] != nil
            let isFar = room - foot > mostSlack && carry.note >= noteStarts[end]
            if isFar, !weighingAll, !isForced { continue }
            if isForced || poured.costs[end] < .infinity {
                note(end, room: room, trials, isForced: isForced)
            } else {
                noteFitting(end, room: room - foot)
            }
            if isForced { return }
        }
    }

    /// What waits for room may have a column to itself.
    private mutating func noteColumnWithoutText(room: Double) {
        guard !floats.isEmpty || carry.note < poured.noteStarts[start],
            poured.floatStarts[start] >= floats.upperBound,
            let notes = poured.notes(from: carry, before: start, within: room)
        else { return }
        let isForced = poured.mustFlush(carry, before: start)
        ends.append(
            Candidate(
                strip: start,
                slack: isForced ? 0 : room - notes.height,
                carry: after(notes.carry),
                isForced: isForced
            )
        )
    }

    private mutating func noteFitting(_ end: Int, room: Double) {
        note(fitting: end, with: notes(before: end, room: room))
    }

    private mutating func note(fitting end: Int, with notes: PlacedNotes?) {
        if let notes, notes.carry.noteLine == 0 { fitting = end }
    }

    /// The notes that stand with the text before a strip; nil where they find no room.
    private func notes(before end: Int, room: Double) -> PlacedNotes? {
        room >= 0 ? poured.notes(from: carry, before: end, within: room) : nil
    }

    /// Before a forced end no slack is counted, so it needs a variant only where it would not fit.
    private mutating func note(
        _ end: Int,
        room: Double,
        _ trials: borrowing VariantTrials,
        isForced: Bool
    ) {
        let notes = self.notes(before: end, room: room - trials.foot)
        note(fitting: end, with: notes)
        guard poured.floatStarts[end] >= floats.upperBound else { return }
        if let notes {
            admit(end, with: notes, room: room - trials.foot, isForced: isForced)
            leavesNotes = leavesNotes || isForced && end > start && notes.carry.noteLine > 0
            seesEnd = seesEnd || end == poured.count || leavesNotes
            if leavesNotes, let (shorter, foot) = trials.shorter {
                admit(end, variant: shorter, room: room - foot, isForced: isForced)
            }
            guard !isForced, let (taller, foot) = trials.taller else { return }
            admit(end, variant: taller, room: room - foot, isForced: false)
        } else if let (shorter, foot) = trials.shorter {
            admit(end, variant: shorter, room: room - foot, isForced: isForced)
        }
    }

    private mutating func admit(_ end: Int, variant: Int, room: Double, isForced: Bool) {
        guard let notes = notes(before: end, room: room) else { return }
        admit(end, with: notes, variant: variant, room: room, isForced: isForced)
    }

    private mutating func admit(
        _ end: Int,
        with notes: PlacedNotes,
        variant: Int? = nil,
        room: Double,
        isForced: Bool
    ) {
        let carry = after(notes.carry)
        // What still waits keeps a part that ends here from ending well.
        let isForced = isForced && !poured.isPending(carry, before: end)
        ends.append(
            Candidate(
                strip: end,
                slack: isForced ? 0 : room - notes.height,
                variant: variant,
                carry: carry,
                isForced: isForced
            )
        )
    }

    private func after(_ notes: Carry) -> Carry {
        var carry = notes
        carry.float = floats.upperBound
        return carry
    }

    /// The ends that are worth trying, with what each costs.
    var priced: [ColumnEnd] {
        guard let furthest = ends.last?.strip else { return [] }
        var priced: [ColumnEnd] = []
        priced.reserveCapacity(ends.count)
        for end in ends where seesEnd || end.slack <= mostSlack || end.strip == furthest {
            let stretch = stretch(at: end)
            priced.append(
                ColumnEnd(
                    strip: end.strip,
                    cost: cost(of: end, stretching: stretch),
                    variant: end.variant,
                    carry: end.carry,
                    slack: end.isForced || seesEnd ? nil : end.slack - stretch,
                    stretch: stretch
                )
            )
        }
        return priced
    }

    /// How much of the room left at the foot the spaces above take up.
    private func stretch(at end: Candidate) -> Double {
        guard !end.isForced, !seesEnd, end.slack >= step - 0.01 else { return 0 }
        let spaces = poured.elasticSpaces(from: start, to: end.strip)
        // Most columns that end far above their foot have too little to give.
        let most = spaces.reduce(0) { $0 + $1.mostAdded }
        guard most > 0, end.slack - most <= Self.nearFoot * poured.line else { return 0 }
        let wanted = Int(end.slack / step + 0.001)
        let stretch = Double(Feathering(spaces, by: wanted, of: step).total) * step
        // Wide spaces above a white foot are seen as both.
        return end.slack - stretch <= Self.nearFoot * poured.line ? stretch : 0
    }

    /// How many lines short of the foot spaces must bring a column to be widened.
    private static let nearFoot = 2.0

    private func cost(of end: Candidate, stretching stretch: Double) -> Double {
        let isBreak = !end.isForced && end.strip < poured.count && end.strip > start
        let waiting = poured.floatStarts[end.strip] - end.carry.float
        return Demerits.slack(end.slack - stretch, line: poured.line, isNearEnd: isNearEnd(end))
            + Demerits.stretch(stretch, line: poured.line)
            + (isBreak ? poured.costs[end.strip] : 0)
            + (end.variant == nil ? 0 : Demerits.variant)
            + dividedNotes(at: end)
            + (isOfNotesAlone(end) ? Demerits.notesAlone : 0)
            + Double(waiting) * Demerits.waitingFloat
    }

    /// Whether a column may end early there: the text ends in the next, and no paragraph is divided above
    /// a white foot for its sake.
    private func isNearEnd(_ end: Candidate) -> Bool {
        guard seesEnd, end.strip < poured.count else { return seesEnd }
        return (poured.galley.strips[end.strip].textStart ?? 0) == 0
    }

    /// Whether a column has nothing but notes to a text that ended before.
    private func isOfNotesAlone(_ end: Candidate) -> Bool {
        end.strip == start && floats.isEmpty && poured.mustFlush(carry, before: start)
    }

    private func dividedNotes(at end: Candidate) -> Double {
        guard end.carry.noteLine > 0 else { return 0 }
        let waiting = poured.noteStarts[end.strip] - end.carry.note - 1
        return Demerits.dividedNote + Double(waiting) * Demerits.waitingNote
    }

    /// Where nothing may be parted and yet the column is full.
    var emergency: ColumnEnd {
        if fitting > start {
            let strip = leastKept ?? fitting
            return end(strip, poured.noteStarts[strip], Demerits.parted)
        }
        if carry.note < poured.noteStarts[start] { return endWithNotesAlone }
        if carry.float < poured.floatStarts[start] { return endWithFloatAlone }
        return end(start + 1, poured.noteStarts[start + 1], Demerits.overfull)
    }

    /// Of the strips that fit, the last of those above which least is parted that a style keeps together;
    /// nil where nothing is kept but what belongs together in any case.
    private var leastKept: Int? {
        var least: (strip: Int, cost: Double)?
        for strip in start + 1..<fitting + 1 where strip < poured.count {
            guard case .kept(let cost) = poured.galley.strips[strip].breakBefore else { continue }
            if cost <= least?.cost ?? .infinity { least = (strip, cost) }
        }
        return least?.strip
    }

    private func end(_ strip: Int, _ note: Int, _ cost: Double) -> ColumnEnd {
        ColumnEnd(strip: strip, cost: cost, carry: Carry(note: note, float: carry.float))
    }

    /// A note is divided where it should not be rather than never end.
    private var endWithNotesAlone: ColumnEnd {
        let note = poured.notes[carry.note]
        let room = height - poured.noteGap
        let cut = note.cut(from: carry.noteLine, within: room, isForced: true)
        var after = carry
        after.noteLine = cut?.line ?? note.count
        if after.noteLine >= note.count {
            after.note += 1
            after.noteLine = 0
        }
        return ColumnEnd(strip: start, cost: Demerits.parted, carry: after)
    }

    private var endWithFloatAlone: ColumnEnd {
        var after = carry
        after.float += 1
        return ColumnEnd(strip: start, cost: Demerits.overfull, carry: after)
    }
}
