import Flow
import Typesetting
import Units

/// A galley with the numbers that make-up asks for again and again.
struct PouredGalley {
    let galley: Galley
    /// Notes marked in the strips, in their order.
    let notes: [PouredNote]
    /// Blocks that float, in the order of their mention.
    let floats: [PouredFloat]
    /// All of its strips that the ends of columns depend on.
    private(set) var numbers: Numbers
    /// What all strips from here to the end need at the least, in points.
    let restHeights: [Double]

    /// What is asked of strips before they are put onto a page; lengths are in points.
    struct Numbers: Hashable {
        let measures: [StripMeasure]
        /// What a column's end above each strip costs; infinite where it is forbidden.
        let costs: [Double]
        fileprivate(set) var forced: [Strip.Break?]
        /// How many notes are marked before each strip, and before the end.
        let noteStarts: [Int]
        /// How many floats are mentioned before each strip, and before the end.
        fileprivate(set) var floatStarts: [Int]
        /// Above a strip that comes first in a column, where its table's head is set again.
        let headHeights: [Double]
        let elasticSpaces: [ElasticSpace]
        /// From the text of a column to the first of its notes.
        let noteGap: Double
        /// From line to line of the document's text: what room that is left is counted in.
        let line: Double
    }

    var measures: [StripMeasure] { numbers.measures }
    var costs: [Double] { numbers.costs }
    var forced: [Strip.Break?] { numbers.forced }
    var noteStarts: [Int] { numbers.noteStarts }
    var floatStarts: [Int] { numbers.floatStarts }
    var headHeights: [Double] { numbers.headHeights }
    var elasticSpaces: [ElasticSpace] { numbers.elasticSpaces }
    var noteGap: Double { numbers.noteGap }
    var line: Double { numbers.line }

    /// - Parameters:
    ///   - dividing: Whether a long note may go on in the next column.
    ///   - pending: What strips that were poured before it still wait for.
    ///   - noteGap: From the text of a column to its notes.
    ///   - line: From line to line of the document's text.
    ///   - tallest: No column is taller; what is kept together and is taller may be parted.
    init(
        _ galley: Galley,
        dividing: Bool = false,
        after pending: Pending = Pending(),
        noteGap: Double,
        line: Double,
        within tallest: Length = .infinity
    ) {
        self.galley = galley
        let measures = galley.measures()
        restHeights = measures.heightsToTheEnd()
        let (notes, noteStarts) = Self.gathered(
            pending.notes,
            from: measures.count,
            { galley.strips[$0].footnotes }
        ) {
            PouredNote($0, mayDivide: dividing)
        }
        let (floats, floatStarts) = Self.gathered(
            pending.floats,
            from: measures.count,
            { galley.strips[$0].floats }
        ) {
            PouredFloat($0, line: line)
        }
        (self.notes, self.floats) = (notes, floats)
        numbers = Numbers(
            measures: measures,
            costs: galley.breakCosts(measures, within: tallest.points),
            forced: galley.strips.indices.map { galley.strips[$0].breakBefore.forced },
            noteStarts: noteStarts,
            floatStarts: floatStarts,
            headHeights: galley.headHeights(),
            elasticSpaces: galley.elasticSpaces,
            noteGap: noteGap,
            line: line
        )
    }

    /// All that hangs on strips, one after the other, and how many come before each strip.
    private static func gathered<Source, Poured>(
        _ pending: [Source],
        from strips: Int,
        _ hanging: (Int) -> [Source],
        _ pour: (Source) -> Poured
    ) -> ([Poured], [Int]) {
        var all = pending.map(pour)
        var starts = [all.count]
        starts.reserveCapacity(strips + 1)
        for strip in 0..<strips {
            for source in hanging(strip) { all.append(pour(source)) }
            starts.append(all.count)
        }
        return (all, starts)
    }

    var count: Int { measures.count }

    /// Lets the page end before a strip, whatever room there is.
    mutating func end(before strip: Int) {
        if strip > 0, strip < count { numbers.forced[strip] = .page }
    }

    /// How many lines of the document's text some strips are tall.
    func lines(in strips: Range<Int>) -> Double {
        (restHeights[strips.lowerBound] - restHeights[strips.upperBound]) / line
    }

    /// Lets what floats stand where it would were it mentioned in an earlier strip, and with it all that is
    /// mentioned between.
    mutating func mention(_ float: Int, in strip: Int) {
        for place in strip + 1..<floatStarts.count where floatStarts[place] <= float {
            numbers.floatStarts[place] = float + 1
        }
    }

    /// Floats as they stand in a column that begins with a strip: nothing stands above the title of a
    /// part that begins a page.
    func floats(_ range: Range<Int>, from start: Int, to end: Int) -> [PouredFloat] {
        guard end > start, forced[start] == .page else { return Array(floats[range]) }
        return floats[range].map { float in
            var float = float
            float.place = .foot
            return float
        }
    }
}

extension Strip.Break {
    /// The break where it must be taken; nil for one that may be.
    fileprivate var forced: Strip.Break? {
        switch self {
        case .column, .page: self
        case .forbidden, .allowed, .kept: nil
        }
    }
}

extension [StripMeasure] {
    /// How tall each of them is with all that come after; nothing at their end.
    fileprivate func heightsToTheEnd() -> [Double] {
        var heights = [Double](repeating: 0, count: count + 1)
        for index in indices.reversed() { heights[index] = heights[index + 1] + self[index].height }
        return heights
    }
}

extension Galley {
    /// Above each strip that comes first in a column, where its table's head is set again.
    ///
    /// Only heads that a strip names are stacked: a page's strips in a galley with the heads of a whole
    /// book would else cost more the longer the book is.
    fileprivate func headHeights() -> [Double] {
        var latest: (head: Int, height: Double)?
        return strips.indices.map { index in
            guard let head = strips[index].tableHead else { return 0 }
            // Strips of one table follow each other.
            if let latest, latest.head == head { return latest.height }
            let height = Galley(measure: measure, strips: tableHeads[head]).height.points
            latest = (head, height)
            return height
        }
    }
}

/// What earlier strips of a stream have marked or mentioned and has found no place yet.
struct Pending {
    var notes: [Galley] = []
    var floats: [Floating] = []

    var isEmpty: Bool { notes.isEmpty && floats.isEmpty }
}
