internal import CICU

/// A stretch of text that runs in one direction: even levels to the right, odd ones to the left.
package struct BidiRun: Hashable, Sendable {
    /// In UTF-8 bytes.
    package var range: Range<Int>
    package var level: UInt8

    package init(range: Range<Int>, level: UInt8) {
        self.range = range
        self.level = level
    }

    package var isRightToLeft: Bool { level & 1 == 1 }
}

/// The directions in a paragraph of text.
package struct BidiText: Hashable, Sendable {
    /// Where a paragraph's own direction comes from.
    package enum Direction: Int32, Hashable, Sendable {
        case leftToRight = 0
        case rightToLeft = 1
        /// From the first letter that has a direction.
        case automatic = 2
    }

    package let baseLevel: UInt8
    /// In logical order, without gaps, covering the whole text.
    package let runs: [BidiRun]

    package init(baseLevel: UInt8, runs: [BidiRun]) {
        self.baseLevel = baseLevel
        self.runs = runs
    }

    /// Resolves the levels of a paragraph.
    ///
    /// Text without any right-to-left letter, which is most text, is seen through in one pass over
    /// its bytes. Source: UAX #9, rules P2 to I2, and L1 for the end of the paragraph.
    package init(_ text: String, direction: Direction = .automatic) {
        var text = text
        let needsBidi = text.withUTF8 { mayRunLeft($0) }
        if !needsBidi && direction != .rightToLeft {
            let count = text.utf8.count
            self.init(baseLevel: 0, runs: count == 0 ? [] : [BidiRun(range: 0..<count, level: 0)])
        } else {
            self = Self.resolve(text, direction: direction)
        }
    }

    /// The level of the character at a byte.
    package func level(at offset: Int) -> UInt8 {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].range.lowerBound <= offset { low = middle } else { high = middle }
        }
        return runs.isEmpty ? baseLevel : runs[low].level
    }

    /// The level of each character, nil for the controls that rule X9 takes out of consideration.
    package func levelsOfCharacters(in text: String) -> [UInt8?] {
        var offset = 0
        return text.unicodeScalars.map { scalar in
            defer { offset += UTF8.width(scalar) }
            return BidiClass(of: scalar.value).isRemoved ? nil : level(at: offset)
        }
    }

    private static func resolve(_ text: String, direction: Direction) -> BidiText {
        let scalars = text.unicodeScalars.map(\.value)
        let resolver = BidiResolver(scalars, direction: direction)
        var runs: [BidiRun] = []
        var offset = 0
        for (scalar, level) in zip(scalars, resolver.levels) {
            let end = offset + utf8Width(of: scalar)
            if let last = runs.last, last.level == level {
                runs[runs.count - 1].range = last.range.lowerBound..<end
            } else {
                runs.append(BidiRun(range: offset..<end, level: level))
            }
            offset = end
        }
        return BidiText(baseLevel: resolver.baseLevel, runs: runs)
    }
}

private func utf8Width(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
}

/// Whether any character could make text run to the left: a letter of such a script, or a control.
///
/// Blocks are asked for by their first bytes; it may say yes for nothing, never no.
func mayRunLeft(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() where byte >= 0xD6 {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch byte {
        // U+0590–U+07FF: Hebrew, Arabic, Syriac, Thaana, N’Ko.
        case 0xD6...0xDF: return true
        // U+0800–U+08FF.
        case 0xE0 where second <= 0xA3: return true
        // U+200E, U+200F and U+202A–U+202E; U+2066–U+2069.
        case 0xE2 where second == 0x80:
            if third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third) { return true }
        case 0xE2 where second == 0x81 && (0xA6...0xA9).contains(third): return true
        // U+FB1D–U+FDFF and U+FE70–U+FEFE: the presentation forms of Hebrew and Arabic. Signs of footnotes
        // stand at U+FFFC.
        case 0xEF where (0xAC...0xB7).contains(second) || (0xB9...0xBB).contains(second):
            return true
        // The supplementary planes, save for pictographs.
        case 0xF0 where second != 0x9F: return true
        default: break
        }
    }
    return false
}

/// The order in which pieces of a line stand on paper, from left to right, from their levels.
///
/// Source: UAX #9, rule L2.
package func visualOrder(ofLevels levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
        return order
    }
    for level in stride(from: highest, through: lowestOdd, by: -1) {
        var index = 0
        while index < order.count {
            guard levels[order[index]] >= level else {
                index += 1
                continue
            }
            var end = index
            while end < order.count, levels[order[end]] >= level { end += 1 }
            order[index..<end].reverse()
            index = end
        }
    }
    return order
}

/// The character that stands for this one in text that runs to the left: `)` for `(`.
package func mirrored(_ scalar: UInt32) -> UInt32 {
    UInt32(bitPattern: icu_mirror(Int32(bitPattern: scalar)))
}
