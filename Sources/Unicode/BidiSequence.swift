internal import CICU

/// An isolating run sequence: the characters that rules W1 to I2 look at as if they were neighbours.
///
/// Source: UAX #9, BD13 and sections 3.3.4 to 3.3.6.
struct BidiSequence {
    /// Of the characters in the paragraph.
    let places: [Int]
    let level: UInt8
    /// The directions that stand in for characters before the first and after the last (sos, eos).
    let start: BidiClass
    let end: BidiClass
    private var classes: [BidiClass] = []

    init(places: [Int], level: UInt8, start: BidiClass, end: BidiClass) {
        self.places = places
        self.level = level
        self.start = start
        self.end = end
    }

    private var direction: BidiClass { BidiClass(level: level) }

    mutating func take(_ all: [BidiClass]) { classes = places.map { all[$0] } }

    // MARK: Rules W1 to W7

    mutating func resolveWeakTypes() {
        attachMarks()
        adaptNumbersToLetters()
        joinSeparators()
        joinTerminators()
        adaptNumbersToLatin()
    }

    /// W1.
    private mutating func attachMarks() {
        var previous = start
        for index in classes.indices {
            if classes[index] == .NSM {
                classes[index] =
                    previous.isIsolateInitiator || previous == .PDI ? .ON : previous
            }
            previous = classes[index]
        }
    }

    /// W2 and W3.
    private mutating func adaptNumbersToLetters() {
        var strong = start
        for index in classes.indices {
            switch classes[index] {
            case .L, .R: strong = classes[index]
            case .AL:
                strong = .AL
                classes[index] = .R
            case .EN: if strong == .AL { classes[index] = .AN }
            default: break
            }
        }
    }

    /// W4.
    private mutating func joinSeparators() {
        guard classes.count > 2 else { return }
        for index in 1..<classes.count - 1 {
            let (before, after) = (classes[index - 1], classes[index + 1])
            guard before == after else { continue }
            if classes[index] == .ES && before == .EN
                || classes[index] == .CS && (before == .EN || before == .AN)
            {
                classes[index] = before
            }
        }
    }

    /// W5 and W6.
    private mutating func joinTerminators() {
        var index = 0
        while index < classes.count {
            guard classes[index] == .ET else {
                if classes[index] == .ES || classes[index] == .CS { classes[index] = .ON }
                index += 1
                continue
            }
            var next = index
            while next < classes.count, classes[next] == .ET { next += 1 }
            let touchesNumber =
                index > 0 && classes[index - 1] == .EN
                || next < classes.count && classes[next] == .EN
            for place in index..<next { classes[place] = touchesNumber ? .EN : .ON }
            index = next
        }
    }

    /// W7.
    private mutating func adaptNumbersToLatin() {
        var strong = start
        for index in classes.indices {
            switch classes[index] {
            case .L, .R: strong = classes[index]
            case .EN: if strong == .L { classes[index] = .L }
            default: break
            }
        }
    }

    // MARK: Rule N0

    private struct BracketPair {
        var opening: Int
        var closing: Int
    }

    mutating func resolveBrackets(_ scalars: [UInt32], _ original: [BidiClass]) {
        for pair in bracketPairs(scalars) {
            guard let direction = direction(of: pair) else { continue }
            set(pair.opening, to: direction, original)
            set(pair.closing, to: direction, original)
        }
    }

    /// BD16, in the order of the opening brackets.
    private func bracketPairs(_ scalars: [UInt32]) -> [BracketPair] {
        var open: [(closing: UInt32, index: Int)] = []
        var pairs: [BracketPair] = []
        for index in classes.indices where classes[index] == .ON {
            let scalar = scalars[places[index]]
            switch icu_bracket_side(Int32(bitPattern: scalar)) {
            case 1:
                guard open.count < 63 else { return pairs.sorted { $0.opening < $1.opening } }
                let closing = UInt32(bitPattern: icu_paired_bracket(Int32(bitPattern: scalar)))
                open.append((Self.canonical(closing), index))
            case 2:
                let wanted = Self.canonical(scalar)
                guard let match = open.lastIndex(where: { $0.closing == wanted }) else { continue }
                pairs.append(BracketPair(opening: open[match].index, closing: index))
                open.removeSubrange(match...)
            default: break
            }
        }
        return pairs.sorted { $0.opening < $1.opening }
    }

    /// The only brackets that Unicode holds to be the same as others.
    private static func canonical(_ closing: UInt32) -> UInt32 {
        closing == 0x232A ? 0x3009 : closing
    }

    private func direction(of pair: BracketPair) -> BidiClass? {
        var hasOpposite = false
        for index in pair.opening + 1..<pair.closing {
            guard let strong = classes[index].strongDirection else { continue }
            if strong == direction { return direction }
            hasOpposite = true
        }
        guard hasOpposite else { return nil }
        // What stands before the opening bracket decides whether the opposite direction goes on.
        for index in classes[..<pair.opening].indices.reversed() {
            if let strong = classes[index].strongDirection { return strong }
        }
        return start
    }

    private mutating func set(_ index: Int, to direction: BidiClass, _ original: [BidiClass]) {
        classes[index] = direction
        var next = index + 1
        while next < classes.count, original[places[next]] == .NSM {
            classes[next] = direction
            next += 1
        }
    }

    // MARK: Rules N1, N2, I1 and I2

    mutating func resolveNeutrals() {
        var index = 0
        while index < classes.count {
            guard classes[index].isNeutral else {
                index += 1
                continue
            }
            var next = index
            while next < classes.count, classes[next].isNeutral { next += 1 }
            let before = index > 0 ? classes[index - 1].strongDirection ?? start : start
            let after = next < classes.count ? classes[next].strongDirection ?? end : end
            let resolved = before == after ? before : direction
            for place in index..<next { classes[place] = resolved }
            index = next
        }
    }

    func implicitLevels() -> [UInt8] {
        classes.map { kind in
            switch kind {
            case .R: level & 1 == 0 ? level + 1 : level
            case .AN, .EN: level & 1 == 0 ? level + 2 : level + 1
            case .L: level & 1 == 0 ? level : level + 1
            default: level
            }
        }
    }
}
