import Diagnostics
import Flow
import Typesetting

/// What stands beside the text and belongs to some of it: it stands on no page before that one.
///
/// A block of a side stream and text of the leading stream belong together where the layout made them
/// for the same thing, or for a thing and a part of it. Side streams are poured before the text, since
/// they leave it its room: on which page it comes to stand is known from the round before.
struct Mentions {
    /// By stream, the block of the leading stream that each of its blocks waits for, if any.
    private let awaited: [[Int?]]
    /// Blocks of the leading stream that something waits for.
    private let wanted: Set<Int>
    /// The page on which each of those begins, as it was told before these pages were made.
    var told: [Int: Int] = [:]
    /// The page on which each begins as these pages have it.
    private(set) var found: [Int: Int] = [:]

    init(of streams: [Stream], leading: Int?, telling told: [Int: Int] = [:]) {
        self.told = told
        guard let leading, streams.count > 1 else {
            (awaited, wanted) = ([], [])
            return
        }
        var text: FirstBlocks?
        awaited = streams.indices.map { index in
            guard index != leading, streams[index].blocks.contains(where: { $0.thing != nil })
            else { return [] }
            let first = text ?? FirstBlocks(of: streams[leading])
            text = first
            return streams[index].blocks.map { $0.thing.flatMap { first.block(for: $0) } }
        }
        wanted = Set(awaited.joined().compactMap { $0 })
    }

    var isEmpty: Bool { wanted.isEmpty }

    /// From this page on nothing waits for its text any more.
    var lastPage: Int { told.values.max() ?? 0 }

    /// The first block of a stream that waits for a later page than one; nil where none does.
    func held(in stream: Int, onPage page: Int) -> Int? {
        guard !told.isEmpty else { return nil }
        return awaited[stream].firstIndex { $0.flatMap { told[$0] } ?? 0 > page }
    }

    /// Notes which blocks of the leading stream begin on a page.
    ///
    /// - Parameters:
    ///   - passed: How many blocks stand on pages of an earlier measure.
    ///   - starts: The strips with which those after them begin.
    mutating func note(_ columns: [ColumnPlan], after passed: Int, starts: [Int], onPage page: Int)
    {
        for block in wanted
        where starts.indices.contains(block - passed) && found[block] == nil {
            let start = starts[block - passed]
            if columns.contains(where: { $0.range.contains(start) }) { found[block] = page }
        }
    }

    /// Whether some block begins on an earlier page than the text it belongs to.
    func isTooEarly(_ filled: FilledColumn, of stream: Int, onPage page: Int) -> Bool {
        let starts = filled.poured.galley.blockStarts
        let awaited = awaited[stream].suffix(starts.count)
        return zip(awaited, starts).contains { block, start in
            filled.range.contains(start) && block.flatMap { found[$0] } ?? 0 > page
        }
    }
}

/// With which block of a stream the text for each thing begins.
private struct FirstBlocks {
    private var blocks: [Span: Int] = [:]

    init(of stream: Stream) {
        for (index, block) in stream.blocks.enumerated() {
            if let thing = block.thing, blocks[thing] == nil { blocks[thing] = index }
        }
    }

    /// The text for a thing, or else for the smallest thing that it is a part of.
    func block(for thing: Span) -> Int? {
        if let block = blocks[thing] { return block }
        let wholes = blocks.filter { $0.key.encloses(thing) }
        return wholes.min { $0.key.length < $1.key.length }?.value
    }
}

extension Span {
    fileprivate var length: Int32 { end - start }
}
