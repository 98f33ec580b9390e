import Arrangement
import Flow
import Typesetting
import Units

/// How far a stream has come: the blocks that are left, set, and the strip that comes next.
struct StreamPlace {
    var blocks: [Block]
    /// Whether long notes and floating blocks may find their room in a later column.
    let mayCarry: Bool
    var poured: PouredGalley?
    /// Whether all blocks are set, not only as many as fill the next pages.
    private(set) var isWhole = true
    var next = 0
    /// How far notes and floats have come; nil where all before the next strip have their place.
    var carry: Carry?

    init(blocks: [Block], mayCarry: Bool = false) {
        self.blocks = blocks
        self.mayCarry = mayCarry
    }

    var isExhausted: Bool {
        guard let poured else { return blocks.isEmpty }
        return isWhole && next >= poured.count && pending.isEmpty
    }

    private var pending: Pending {
        guard let poured, let carry, next <= poured.count else { return Pending() }
        return poured.pending(carry, before: next)
    }

    /// Whether what is set of it fills so many points, or is all there is.
    func fills(_ height: Double) -> Bool {
        guard let poured else { return false }
        return isWhole || poured.restHeights[min(next, poured.count)] >= height
    }

    /// The same place with what is left set to a measure.
    ///
    /// - Parameters:
    ///   - height: Where so many points are set to it already, nothing is set again.
    ///   - most: How many of the blocks that are left are set.
    func set(
        to measure: Length,
        by typesetter: inout Typesetter,
        filling height: Double = .infinity,
        most: Int = .max
    ) -> StreamPlace {
        if isExhausted && poured != nil { return self }
        if let poured, poured.galley.measure.isNearly(measure), fills(height) { return self }
        let (kept, blocks) = rest()
        var waiting = pending
        for index in waiting.floats.indices {
            typesetter.reset(&waiting.floats[index], to: measure)
        }
        var place = StreamPlace(blocks: blocks, mayCarry: mayCarry)
        var galley = Galley(measure: measure)
        if let kept { galley.append(kept) }
        let skipped = kept == nil ? 0 : 1
        place.isWhole = most >= blocks.count
        let fresh = typesetter.set(
            Array(blocks.prefix(most).dropFirst(skipped)),
            to: measure,
            floating: mayCarry
        )
        let starts = fresh.blockStarts.map { $0 + galley.strips.count }
        galley.append(fresh)
        galley.blockStarts = (kept == nil ? [] : [0]) + starts
        galley.spaceAfter = fresh.spaceAfter
        place.poured = PouredGalley(
            galley.sparingPages(isWhole: place.isWhole),
            dividing: mayCarry,
            after: waiting,
            noteGap: typesetter.noteGap.points,
            line: typesetter.bodyLeading.points,
            within: typesetter.tallest
        )
        place.carry = waiting.isEmpty ? nil : Carry()
        return place
    }

    /// The place itself, where what is poured there is of that measure and fills some height, in points.
    func standing(at measure: Length, filling height: Double) -> StreamPlace? {
        guard let poured, poured.galley.measure.isNearly(measure), fills(height) else { return nil }
        return self
    }

    /// The blocks that are left, and, where the first is divided and can't be set again, its strips.
    private func rest() -> (kept: Galley?, blocks: [Block]) {
        guard let galley = poured?.galley, !blocks.isEmpty, next > 0 else { return (nil, blocks) }
        guard next < galley.strips.count else {
            return (nil, Array(blocks.dropFirst(galley.blockStarts.count)))
        }
        let index = galley.blockStarts.lastIndex { $0 <= next } ?? 0
        let start = galley.blockStarts[index]
        guard start < next else { return (nil, Array(blocks[index...])) }
        if let tail = blocks[index].tail(from: galley.strips[next].textStart) {
            return (nil, [tail] + blocks[(index + 1)...])
        }
        var kept = galley
        kept.strips = Array(galley.strips[next..<galley.strips(ofBlock: index).upperBound])
        return (kept, Array(blocks[index...]))
    }
}

/// What makes one setting of a stream's beginning differ from another.
struct FirstPour: Hashable {
    var stream: Int
    var measure: Length
}

extension Block {
    /// What is left of a paragraph from a byte of its text on.
    fileprivate func tail(from start: Int?) -> Block? {
        guard let start, case .paragraph(let paragraph) = content,
            start > 0, start < paragraph.text.utf8.count
        else { return nil }
        var rest = paragraph
        rest.text = String(decoding: Array(paragraph.text.utf8)[start...], as: UTF8.self)
        rest.spans = paragraph.spans.compactMap { span in
            guard span.range.upperBound > start else { return nil }
            var span = span
            span.range = max(0, span.range.lowerBound - start)..<span.range.upperBound - start
            return span
        }
        rest.inserts = paragraph.inserts.compactMap { insert in
            insert.offset < start
                ? nil : Insert(offset: insert.offset - start, content: insert.content)
        }
        rest.style.firstIndent = .zero
        rest.style.dropCap = 0
        var block = self
        block.content = .paragraph(rest)
        block.anchor = nil
        block.style.breakBefore = .none
        block.continuation?.begins = false
        return block
    }
}
