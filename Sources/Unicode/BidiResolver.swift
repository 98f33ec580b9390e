/// Resolves the directions of a paragraph, character by character, in time that grows with its length.
///
/// Source: UAX #9, *Unicode Bidirectional Algorithm*. The rules' own names are used throughout.
struct BidiResolver {
    let scalars: [UInt32]
    let original: [BidiClass]
    var classes: [BidiClass]
    private(set) var baseLevel: UInt8 = 0
    /// What rule X9 removes has the level of what stands before it.
    private(set) var levels: [UInt8]
    /// For an isolate initiator its PDI, for a PDI its initiator; -1 where there is none (BD9).
    private var partners: [Int]

    /// BD2.
    private static let maximumDepth: UInt8 = 125

    init(_ scalars: [UInt32], direction: BidiText.Direction) {
        self.scalars = scalars
        original = scalars.map { BidiClass(of: $0) }
        classes = original
        levels = [UInt8](repeating: 0, count: scalars.count)
        partners = Self.partners(of: original)
        baseLevel = level(for: direction)
        resolveExplicitLevels()
        for sequence in isolatingRunSequences() {
            var sequence = sequence
            resolve(&sequence)
        }
        resetWhitespace()
        levelRemoved()
    }

    private static func partners(of classes: [BidiClass]) -> [Int] {
        var partners = [Int](repeating: -1, count: classes.count)
        var open: [Int] = []
        for (index, kind) in classes.enumerated() {
            if kind.isIsolateInitiator {
                open.append(index)
            } else if kind == .PDI, let initiator = open.popLast() {
                partners[initiator] = index
                partners[index] = initiator
            } else if kind == .B {
                open.removeAll()
            }
        }
        return partners
    }

    private func level(for direction: BidiText.Direction) -> UInt8 {
        switch direction {
        case .leftToRight: 0
        case .rightToLeft: 1
        case .automatic: firstStrongLevel(in: 0..<original.count) ?? 0
        }
    }

    /// Rules P2 and P3.
    private func firstStrongLevel(in range: Range<Int>) -> UInt8? {
        var index = range.lowerBound
        while index < range.upperBound {
            switch original[index] {
            case .L: return 0
            case .R, .AL: return 1
            case .B: return nil
            case .FSI, .LRI, .RLI:
                if partners[index] < 0 { return nil }
                index = partners[index]
            default: break
            }
            index += 1
        }
        return nil
    }

    // MARK: Rules X1 to X8

    private struct Embedding {
        var level: UInt8
        var override: BidiClass?
        var isIsolate = false
    }

    private mutating func resolveExplicitLevels() {
        var stack = EmbeddingStack(base: baseLevel)
        // An FSI looks ahead to its PDI; nested ones would make that quadratic without a memory.
        let firstStrong = directionsOfIsolates()
        for index in original.indices {
            switch original[index] {
            case .RLE, .LRE, .RLO, .LRO:
                levels[index] = stack.last.level
                stack.embed(original[index])
            case .RLI, .LRI, .FSI:
                set(index, from: stack.last)
                let isRightToLeft =
                    original[index] == .RLI || original[index] == .FSI && firstStrong[index]
                stack.isolate(rightToLeft: isRightToLeft)
            case .PDI:
                stack.endIsolate()
                set(index, from: stack.last)
            case .PDF:
                stack.endEmbedding()
                levels[index] = stack.last.level
            case .B:
                levels[index] = baseLevel
                stack = EmbeddingStack(base: baseLevel)
            case .BN:
                levels[index] = stack.last.level
            default:
                set(index, from: stack.last)
            }
        }
    }

    private mutating func set(_ index: Int, from embedding: Embedding) {
        levels[index] = embedding.level
        if let override = embedding.override { classes[index] = override }
    }

    /// For each FSI, whether its first strong letter runs to the left, all in one pass from the end.
    private func directionsOfIsolates() -> [Bool] {
        guard original.contains(.FSI) else { return [] }
        var answers = [Bool](repeating: false, count: original.count)
        // The first strong letter from here on at the depth of this isolate; one entry a depth.
        var waiting: [Bool?] = [nil]
        for index in original.indices.reversed() {
            switch original[index] {
            case .L: waiting[waiting.count - 1] = false
            case .R, .AL: waiting[waiting.count - 1] = true
            case .B: waiting = [nil]
            case .PDI where partners[index] >= 0: waiting.append(nil)
            case .FSI, .LRI, .RLI:
                answers[index] = (waiting[waiting.count - 1] ?? false)
                if partners[index] >= 0 {
                    waiting.removeLast()
                } else {
                    // Nothing outside can look past an isolate that never ends.
                    waiting[waiting.count - 1] = nil
                }
            default: break
            }
        }
        return answers
    }

    /// The stack of rules X1 to X7 with its counters of what did not fit on it.
    private struct EmbeddingStack {
        private var entries: [Embedding]
        private var overflowingIsolates = 0
        private var overflowingEmbeddings = 0
        private var validIsolates = 0

        init(base: UInt8) { entries = [Embedding(level: base)] }

        var last: Embedding { entries[entries.count - 1] }

        private func next(rightToLeft: Bool) -> UInt8 {
            rightToLeft ? (last.level + 1) | 1 : (last.level + 2) & ~1
        }

        mutating func embed(_ kind: BidiClass) {
            let level = next(rightToLeft: kind == .RLE || kind == .RLO)
            if level <= BidiResolver.maximumDepth, overflowingIsolates == 0,
                overflowingEmbeddings == 0
            {
                let override: BidiClass? = kind == .RLO ? .R : kind == .LRO ? .L : nil
                entries.append(Embedding(level: level, override: override))
            } else if overflowingIsolates == 0 {
                overflowingEmbeddings += 1
            }
        }

        mutating func isolate(rightToLeft: Bool) {
            let level = next(rightToLeft: rightToLeft)
            if level <= BidiResolver.maximumDepth, overflowingIsolates == 0,
                overflowingEmbeddings == 0
            {
                validIsolates += 1
                entries.append(Embedding(level: level, isIsolate: true))
            } else {
                overflowingIsolates += 1
            }
        }

        mutating func endIsolate() {
            if overflowingIsolates > 0 {
                overflowingIsolates -= 1
            } else if validIsolates > 0 {
                overflowingEmbeddings = 0
                while !last.isIsolate { entries.removeLast() }
                entries.removeLast()
                validIsolates -= 1
            }
        }

        mutating func endEmbedding() {
            if overflowingIsolates > 0 { return }
            if overflowingEmbeddings > 0 {
                overflowingEmbeddings -= 1
            } else if !last.isIsolate, entries.count >= 2 {
                entries.removeLast()
            }
        }
    }

    // MARK: Rule X10

    /// BD13, each with the directions at its ends.
    private func isolatingRunSequences() -> [BidiSequence] {
        let (runs, runOf) = levelRuns()
        var sequences: [BidiSequence] = []
        for run in runs {
            let first = run[0]
            if original[first] == .PDI, partners[first] >= 0 { continue }
            var places = run
            while let last = places.last, original[last].isIsolateInitiator, partners[last] >= 0 {
                places += runs[runOf[partners[last]]]
            }
            sequences.append(sequence(of: places))
        }
        return sequences
    }

    /// Stretches of one level (BD7) without what X9 removes, and for each character its stretch.
    private func levelRuns() -> (runs: [[Int]], runOf: [Int]) {
        var runs: [[Int]] = []
        var runOf = [Int](repeating: -1, count: original.count)
        var current: UInt8?
        for index in original.indices where !original[index].isRemoved {
            if current == levels[index] {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
                current = levels[index]
            }
            runOf[index] = runs.count - 1
        }
        return (runs, runOf)
    }

    private func sequence(of places: [Int]) -> BidiSequence {
        let level = levels[places[0]]
        let last = places[places.count - 1]
        var before = places[0] - 1
        while before >= 0, original[before].isRemoved { before -= 1 }
        var after = last + 1
        while after < original.count, original[after].isRemoved { after += 1 }
        let levelBefore = before >= 0 ? levels[before] : baseLevel
        let endsOpen = original[last].isIsolateInitiator && partners[last] < 0
        let levelAfter = after < original.count && !endsOpen ? levels[after] : baseLevel
        return BidiSequence(
            places: places,
            level: level,
            start: BidiClass(level: max(level, levelBefore)),
            end: BidiClass(level: max(level, levelAfter))
        )
    }

    private mutating func resolve(_ sequence: inout BidiSequence) {
        sequence.take(classes)
        sequence.resolveWeakTypes()
        sequence.resolveBrackets(scalars, original)
        sequence.resolveNeutrals()
        for (place, level) in zip(sequence.places, sequence.implicitLevels()) {
            levels[place] = level
        }
    }

    // MARK: Rule L1

    private mutating func resetWhitespace() {
        var isTrailing = true
        for index in original.indices.reversed() {
            switch original[index] {
            case .B, .S:
                levels[index] = baseLevel
                isTrailing = true
            case .WS, .FSI, .LRI, .RLI, .PDI:
                if isTrailing { levels[index] = baseLevel }
            case let kind where kind.isRemoved: break
            default: isTrailing = false
            }
        }
    }

    private mutating func levelRemoved() {
        for index in original.indices where original[index].isRemoved {
            levels[index] = index > 0 ? levels[index - 1] : baseLevel
        }
    }
}
