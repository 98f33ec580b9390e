import Arrangement
import Flow
import Typesetting
import Units

/// A paragraph set in a line more or a line fewer, to save the end of a column.
struct Variant {
    /// The strips it stands in for.
    var strips: Range<Int>
    /// By how much it is taller.
    var growth: Double
    /// In lines.
    var looseness: Int
    /// Of the stream's blocks.
    var block: Int
    /// Of its lines, between the neighbours that the usual ones have; letters stand in them only once
    /// it is chosen.
    var measures: [StripMeasure]
}

/// The variants that may be used, found by where they end.
struct Variants {
    private(set) var all: [Variant] = []
    /// For each strip, the variants of the paragraph that ends before it: taller, shorter; or -1.
    private var taller: [Int32] = []
    private var shorter: [Int32] = []
    /// For each strip, whether a paragraph begins with it that has a variant.
    private var begins: [Bool] = []
    /// The most that any variant saves.
    private(set) var mostSaved = 0.0

    init() {}

    init(_ variants: [Variant], strips: Int) {
        all = variants
        taller = [Int32](repeating: -1, count: strips + 1)
        shorter = taller
        begins = [Bool](repeating: false, count: strips + 1)
        for (index, variant) in variants.enumerated() {
            let end = variant.strips.upperBound
            begins[variant.strips.lowerBound] = true
            if variant.growth > 0 {
                taller[end] = Int32(index)
            } else {
                shorter[end] = Int32(index)
            }
            // On a grid wider than its leading a line is worth more than it is tall.
            mostSaved = max(mostSaved, -variant.growth * 2)
        }
    }

    var isEmpty: Bool { all.isEmpty }

    /// Whether a paragraph begins with a strip that has a variant.
    func begin(with strip: Int) -> Bool { begins[strip] }

    /// The variants of a paragraph that ends before a strip and begins no earlier than another.
    func ending(before end: Int, from start: Int) -> (taller: Int?, shorter: Int?) {
        func find(_ table: [Int32]) -> Int? {
            let index = Int(table[end])
            return index >= 0 && all[index].strips.lowerBound >= start ? index : nil
        }
        return (find(taller), find(shorter))
    }
}

extension PouredGalley {
    fileprivate func measures(of lines: [Strip], insteadOf range: Range<Int>) -> [StripMeasure] {
        var part = galley
        part.strips = lines
        var measures = part.measures()
        measures[0].closing = self.measures[range.lowerBound].closing
        measures[0].opening = self.measures[range.lowerBound].opening
        return measures
    }

    /// Some strips, some of them replaced by the lines of a paragraph's variant.
    func replacing(_ replaced: Range<Int>, by lines: [Strip], in range: Range<Int>) -> PouredGalley
    {
        var part = galley
        let before = galley.strips[range.lowerBound..<replaced.lowerBound]
        let after = galley.strips[replaced.upperBound..<range.upperBound]
        part.strips = Array(before) + lines + Array(after)
        return PouredGalley(part, noteGap: noteGap, line: line)
    }
}

extension Makeup {
    /// Sets paragraphs of badly ending columns, and of those before them, a line longer and shorter.
    ///
    /// Only there, since most columns end well and a paragraph costs more than a page's search.
    mutating func variants(for plans: [PagePlan], of place: StreamPlace) -> Variants {
        guard let poured = place.poured else { return Variants() }
        let columns = plans.flatMap(\.columns)
        var wanted = Set<Int>()
        for (index, column) in columns.enumerated() where column.cost >= Demerits.worthAVariant {
            // A page that few lines are to leave wants a line of each of several before it.
            let reach = column.cost >= Demerits.runt(ofLines: 4) ? 3 : 1
            for near in max(0, index - reach)...index {
                wanted.formUnion(longParagraphs(in: columns[near].range, of: place))
            }
        }
        var found: [Variant] = []
        for block in wanted.sorted().prefix(Self.mostVariants) {
            found += variants(ofBlock: block, in: poured, of: place)
        }
        return Variants(found, strips: poured.count)
    }

    private static let mostVariants = 4_000

    /// Up to three of the longest paragraphs that stand wholly in a column.
    private func longParagraphs(in range: Range<Int>, of place: StreamPlace) -> [Int] {
        guard let poured = place.poured, !range.isEmpty else { return [] }
        let starts = poured.galley.blockStarts
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var candidates: [(block: Int, lines: Int)] = []
        for block in low..<starts.count {
            guard starts[block] < range.upperBound else { break }
            guard case .paragraph = place.blocks[block].content else { continue }
            // Beside the grid a line more or fewer does not move what follows by a line.
            guard place.blocks[block].style.grid == .whole || flow.grid == nil else { continue }
            let strips = poured.galley.strips(ofBlock: block)
            guard strips.count >= 3, strips.upperBound <= range.upperBound else { continue }
            candidates.append((block, strips.count))
        }
        candidates.sort { ($0.lines, $1.block) > ($1.lines, $0.block) }
        return candidates.prefix(3).map(\.block)
    }

    private mutating func variants(
        ofBlock block: Int,
        in poured: PouredGalley,
        of place: StreamPlace
    ) -> [Variant] {
        let range = poured.galley.strips(ofBlock: block)
        let usual = poured.galley.strips[range]
        let outlines = typesetter.outlines(
            of: place.blocks[block],
            insteadOf: usual,
            measure: poured.galley.measure
        )
        let height = usual.reduce(0) { $0 + $1.height.points }
        return outlines.map { outline in
            Variant(
                strips: range,
                growth: outline.strips.reduce(0) { $0 + $1.height.points } - height,
                looseness: outline.looseness,
                block: block,
                measures: poured.measures(of: outline.strips, insteadOf: range)
            )
        }
    }

    /// A filled column, one paragraph of it in its variant.
    mutating func column(
        _ filled: FilledColumn,
        with variant: Variant,
        of place: StreamPlace
    ) -> FilledColumn {
        let poured = filled.poured
        let lines = typesetter.variant(
            of: place.blocks[variant.block],
            insteadOf: poured.galley.strips[variant.strips],
            measure: poured.galley.measure,
            looseness: variant.looseness
        )
        guard let lines else { return filled }
        var changed = filled
        changed.poured = poured.replacing(variant.strips, by: lines, in: filled.range)
        changed.range = 0..<changed.poured.count
        return changed
    }
}
