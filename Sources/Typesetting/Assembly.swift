import Arrangement
import Flow
import Units

/// Blocks being put one after the other: spaces collapse, breaks and keeps meet at the borders.
struct Assembly {
    private(set) var galley: Galley
    /// Below what has been added so far.
    private var spaceBelow = Length.zero
    /// Space that was asked for by itself, and is added to whatever else stands there.
    private var extra = Length.zero
    private var floatsToCome: [Floating] = []
    private var keepsWithNext = false
    /// How many lines must still follow before a heading has enough text under it.
    private var linesWanted = 0

    /// What a space grows by where it grows: lines below it stay on the grid.
    private let step: Length?

    init(measure: Length, stretchingBy step: Length?) {
        galley = Galley(measure: measure)
        self.step = step
    }

    /// Leaves space that does not fall together with that of its neighbours.
    mutating func leave(_ height: Length, for block: Block) {
        galley.blockStarts.append(galley.strips.count)
        if galley.strips.isEmpty {
            galley.strips.append(Strip(height: height))
        } else {
            extra += height
        }
        if keepsWithNext, !block.style.keepsWithNext { return }
        keepsWithNext = block.style.keepsWithNext
    }

    /// Hangs a float on the strip that mentions it: the last so far, or else the first to come.
    mutating func hang(_ float: Floating) {
        galley.blockStarts.append(galley.strips.count)
        if galley.strips.isEmpty {
            floatsToCome.append(float)
        } else {
            galley.strips[galley.strips.count - 1].floats.append(float)
        }
    }

    /// The blocks added; a float that nothing else mentions hangs on a strip of no height.
    var whole: Galley {
        guard !floatsToCome.isEmpty else { return galley }
        var galley = galley
        var strip = Strip(height: .zero)
        strip.floats = floatsToCome
        galley.strips.append(strip)
        return galley
    }

    mutating func add(_ part: Galley, of block: Block) {
        let start = galley.strips.count
        galley.blockStarts.append(start)
        guard !part.strips.isEmpty else { return }
        let space = spaceAbove(part, of: block)
        let stretch = wholeSteps(max(block.style.spaceStretch, part.strips[0].spaceStretch))
        let breakAbove = breakAbove(part, of: block.style)
        galley.append(part)
        // In the whole, which has its strips for itself: a part may share them with standing type.
        if !floatsToCome.isEmpty {
            galley.strips[start].floats += floatsToCome
            floatsToCome = []
        }
        galley.strips[start].spaceBefore = space
        galley.strips[start].spaceStretch = stretch
        galley.strips[start].breakBefore = breakAbove
        if block.style.breakBefore == .page {
            galley.strips[start].breakHeight = block.style.breakHeight ?? .zero
        }
        countLines(from: start, of: block.style)
        keepsWithNext = block.style.keepsWithNext
        spaceBelow = block.style.spaceAfter
        if !block.style.encloses { spaceBelow = max(spaceBelow, part.spaceAfter) }
        galley.spaceAfter = spaceBelow
        extra = .zero
    }

    private func spaceAbove(_ part: Galley, of block: Block) -> Length {
        let inner = block.style.encloses ? Length.zero : part.strips[0].spaceBefore
        // A list belongs to its title as closely as text does.
        let own = keepsWithNext && block.isList ? Length.zero : block.style.spaceBefore
        let wanted = max(max(own, inner), spaceBelow) + extra
        return max(wanted, part.strips[0].overshoot)
    }

    private func wholeSteps(_ stretch: Length) -> Length {
        guard let step, step > .zero else { return stretch }
        return step * (stretch.points / step.points + 0.001).rounded(.down)
    }

    private func breakAbove(_ part: Galley, of style: BlockStyle) -> Strip.Break {
        let inner = part.strips[0].breakBefore
        if style.breakBefore == .page || inner == .page { return .page }
        if style.breakBefore == .column || inner == .column { return .column }
        if keepsWithNext { return .forbidden }
        // What comes under a heading has ended where another begins, be it one line.
        let isStranded = linesWanted > 0 && !style.keepsWithNext
        if isStranded { return .allowed(cost: Demerits.strandedHeading) }
        return .allowed(cost: style.breakBefore == .avoid ? Demerits.avoided : 0)
    }

    private mutating func countLines(from start: Int, of style: BlockStyle) {
        if style.keepsWithNext {
            linesWanted = 2
            return
        }
        if linesWanted == 2, galley.strips.count > start + 1 {
            if case .allowed(let cost) = galley.strips[start + 1].breakBefore {
                galley.strips[start + 1].breakBefore = .allowed(
                    cost: max(cost, Demerits.strandedHeading)
                )
            }
            linesWanted = 0
        } else if linesWanted > 0 {
            let isTall = galley.strips[start].height > Length.pt(30)
            linesWanted = isTall ? 0 : linesWanted - 1
        }
    }
}

extension Galley {
    /// Puts another galley of the same measure under this one.
    package mutating func append(_ other: Galley) {
        if strips.isEmpty, enclosures.isEmpty, tableHeads.isEmpty {
            (strips, enclosures, tableHeads) = (other.strips, other.enclosures, other.tableHeads)
            return
        }
        guard !other.enclosures.isEmpty || !other.tableHeads.isEmpty else {
            strips += other.strips
            return
        }
        let (firstEnclosure, firstHead) = (enclosures.count, tableHeads.count)
        enclosures += other.enclosures
        tableHeads += other.tableHeads
        for var strip in other.strips {
            for index in strip.enclosures.indices { strip.enclosures[index] += firstEnclosure }
            strip.tableHead = strip.tableHead.map { $0 + firstHead }
            strips.append(strip)
        }
    }

    mutating func shift(by x: Length) {
        guard x != .zero else { return }
        for index in strips.indices { strips[index].shift(by: x) }
        for index in enclosures.indices { enclosures[index].left += x }
        for head in tableHeads.indices {
            for index in tableHeads[head].indices { tableHeads[head][index].shift(by: x) }
        }
    }

    /// Draws one more enclosure around everything.
    mutating func enclose(_ enclosure: Enclosure) {
        enclosures.append(enclosure)
        let index = enclosures.count - 1
        for strip in strips.indices { strips[strip].enclosures.insert(index, at: 0) }
    }

    /// Lets no strip keep more of the grid than a style around it does.
    mutating func keep(_ grid: GridKeeping) {
        guard grid != .whole else { return }
        for index in strips.indices where grid == .off || strips[index].grid == .whole {
            strips[index].grid = index == 0 ? grid : .off
        }
    }

    mutating func keepTogether() {
        for index in strips.indices.dropFirst() {
            switch strips[index].breakBefore {
            case .allowed(let cost): strips[index].breakBefore = .kept(cost: cost)
            // Kept by what stands within as well, it is parted after the rest.
            case .kept(let cost):
                strips[index].breakBefore = .kept(cost: cost + Demerits.insideKept)
            case .forbidden, .column, .page: break
            }
        }
    }
}

extension Block {
    fileprivate var isList: Bool { if case .list = content { true } else { false } }
}
