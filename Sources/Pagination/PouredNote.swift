import Typesetting
import Units

/// A note with the numbers that tell where it may be divided.
struct PouredNote {
    let galley: Galley
    let height: Double
    private let measures: [StripMeasure]
    private let mayDivide: Bool
    /// From each line on, how tall it stands, and whether it may be divided above it.
    private let rests: [(height: Double, isLegal: Bool)]

    init(_ galley: Galley, mayDivide: Bool) {
        self.galley = galley
        self.mayDivide = mayDivide
        measures = galley.measures()
        height = galley.height.points
        rests = zip(galley.strips, measures.heightsFromEach()).map {
            ($1, $0.breakBefore.cost < .infinity)
        }
    }

    var count: Int { measures.count }

    /// All that is asked of it before it is put onto a page.
    struct Numbers: Hashable {
        let measures: [StripMeasure]
        let costs: [Double]
        let mayDivide: Bool
    }

    var numbers: Numbers {
        let costs = galley.strips.map(\.breakBefore.cost)
        return Numbers(measures: measures, costs: costs, mayDivide: mayDivide)
    }

    /// Adds what is left of it to the notes of a column, or as much as finds room there; false where
    /// nothing does.
    func place(into notes: inout PlacedNotes, within room: Double) -> Bool {
        let line = notes.carry.noteLine
        let rest = line == 0 ? height : rests[line].height
        if notes.height + rest <= room {
            notes.height += rest
            notes.carry.note += 1
            notes.carry.noteLine = 0
            return true
        }
        guard mayDivide, let cut = cut(from: line, within: room - notes.height) else {
            return false
        }
        notes.carry.noteLine = cut.line
        notes.height += cut.height
        return true
    }

    /// The most lines, from one on, that stand in some room, at least two on either side.
    ///
    /// - Parameter isForced: Takes the line that comes next whatever it costs, so that work goes on.
    func cut(from line: Int, within room: Double, isForced: Bool = false) -> (
        line: Int, height: Double
    )? {
        var cursor = StackCursor()
        var best: (line: Int, height: Double)?
        for index in line..<count {
            _ = cursor.place(measures[index])
            let foot = cursor.foot + measures[index].below
            let next = index + 1
            if isForced, best == nil || foot <= room { best = (next, foot) }
            guard foot <= room else { break }
            if mayDivide, isLegal(next, from: line) { best = (next, foot) }
        }
        return best
    }

    private func isLegal(_ cut: Int, from line: Int) -> Bool {
        cut - line >= 2 && count - cut >= 2 && rests[cut].isLegal
    }
}

extension [StripMeasure] {
    /// How tall they stand from each of them on, that one first in its column and on no grid.
    fileprivate func heightsFromEach() -> [Double] {
        var heights = [Double](repeating: 0, count: count)
        var after = last?.below ?? 0
        for index in indices.reversed() {
            let strip = self[index]
            heights[index] = strip.above + strip.height + after
            after += strip.closing + strip.spaceBefore + strip.opening + strip.height
        }
        return heights
    }
}
