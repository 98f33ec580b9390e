import Unicode

/// A word without what leaves no mark on paper: soft hyphens, direction controls, inserts, and code
/// points that are no characters and yet drawn by a font or two.
///
/// Joiners and variation selectors stay, since fonts look at them.
///
/// Source: the Unicode Standard, section 23.7, for what is no character.
struct VisibleText {
    private(set) var bytes: [UInt8] = []
    /// For each byte that stayed, where it was; empty where nothing was left out.
    private var places: [Int32] = []

    init(_ word: Span<UInt8>) {
        bytes = word.withUnsafeBufferPointer { Array($0) }
        if bytes.contains(where: { $0 < 0x20 || $0 >= 0xC2 }) { leaveOut() }
    }

    /// Where a byte of the visible text stood in the word.
    func place(of offset: Int) -> Int {
        places.isEmpty ? offset : offset < places.count ? Int(places[offset]) : offset
    }

    /// Some of the bytes; all of them are not copied.
    func bytes(in range: Range<Int>) -> [UInt8] {
        range == 0..<bytes.count ? bytes : Array(bytes[range])
    }

    /// Whether it holds nothing but the Latin letters of Unicode's first 384 places, accents and all, and
    /// the signs and marks of punctuation that stand among them: none that combines with another.
    var isOfPlainLetters: Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                switch scalar {
                case 0x20...0x7E, 0xA0, 0xAB, 0xBB, 0xC0...0x17F, 0x2010...0x2026: break
                default: return false
                }
                offset += length
            }
            return true
        }
    }

    func characters(in range: Range<Int>) -> [MissingGlyph] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [MissingGlyph] = []
            var offset = range.lowerBound
            while offset < range.upperBound {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                if !isDefaultIgnorable(scalar) {
                    found.append(MissingGlyph(scalar: scalar, offset: place(of: offset)))
                }
                offset += length
            }
            return found
        }
    }

    private mutating func leaveOut() {
        var kept: [UInt8] = []
        var places: [Int32] = []
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                if !Self.leavesNoMark(scalar) {
                    for index in offset..<offset + length {
                        kept.append(bytes[index])
                        places.append(Int32(clamping: index))
                    }
                }
                offset += length
            }
        }
        guard kept.count < bytes.count else { return }
        bytes = kept
        self.places = places
    }

    private static func leavesNoMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Soft hyphen, zero width space, word joiner and byte order mark; U+FFFC is an insert.
        case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC: true
        // Line and paragraph separators.
        case 0x2028, 0x2029: true
        case 0xFDD0...0xFDEF: true
        default: scalar & 0xFFFE == 0xFFFE || isBidiControl(scalar)
        }
    }
}
