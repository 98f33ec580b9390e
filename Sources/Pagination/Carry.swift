import Flow
import Typesetting
import Units

/// How far a galley's notes and floats have come: those before stand in earlier columns.
struct Carry: Hashable {
    var note = 0
    /// The line with which that note goes on.
    var noteLine = 0
    var float = 0
}

/// What stands in a column beside its strips.
struct Hangers: Hashable {
    var from = Carry()
    var to = Carry()

    var floats: Range<Int> { from.float..<to.float }
}

extension PouredGalley {
    /// Where nothing waits for room before a strip.
    func carry(before strip: Int) -> Carry {
        Carry(note: noteStarts[strip], float: floatStarts[strip])
    }

    /// Whether something that was marked before a strip still waits for room.
    func isPending(_ carry: Carry, before strip: Int) -> Bool {
        carry.note < noteStarts[strip] || carry.float < floatStarts[strip]
    }

    /// Whether nothing more may be poured until all that waits has found room: at the end, and before
    /// a part that begins a page.
    func mustFlush(_ carry: Carry, before strip: Int) -> Bool {
        isPending(carry, before: strip) && (strip == count || forced[strip] == .page)
    }

    /// Notes with all that still stands of them, as they come to stand in a column.
    func notes(of hangers: Hangers) -> [Galley] {
        let (from, to) = (hangers.from, hangers.to)
        guard (from.note, from.noteLine) < (to.note, to.noteLine) else { return [] }
        let last = to.noteLine > 0 ? to.note : to.note - 1
        return (from.note...last).map { index in
            let start = index == from.note ? from.noteLine : 0
            let end = index == to.note ? to.noteLine : notes[index].count
            return notes[index].galley.part(start..<end)
        }
    }

    /// What waits for room where a stretch of pages ends.
    func pending(_ carry: Carry, before strip: Int) -> Pending {
        let all = Hangers(from: carry, to: self.carry(before: strip))
        return Pending(
            notes: notes(of: all),
            floats: all.floats.map { floats[$0].floating }
        )
    }

    /// As many notes as were marked before a strip, where they find room; one of them may go on in the
    /// next column, and those after it wait for it.
    func notes(from carry: Carry, before strip: Int, within room: Double) -> PlacedNotes? {
        let end = noteStarts[strip]
        guard carry.note < end else { return PlacedNotes(carry: carry, height: 0) }
        var placed = PlacedNotes(carry: carry, height: noteGap)
        // Read where they stand: a note has parts to be counted, and thousands are asked for.
        return notes.withUnsafeBufferPointer { notes in
            while placed.carry.note < end {
                guard notes[placed.carry.note].place(into: &placed, within: room) else {
                    return nil
                }
                if placed.carry.noteLine > 0 { break }
            }
            return placed
        }
    }
}

/// Notes at the foot of a column: how far they come, and how tall they stand with the gap above them.
struct PlacedNotes {
    var carry: Carry
    var height: Double
}

extension Galley {
    /// Some of its strips, as a galley of their own.
    func part(_ range: Range<Int>) -> Galley {
        guard range != strips.indices else { return self }
        var part = self
        part.strips = Array(strips[range])
        return part
    }
}
