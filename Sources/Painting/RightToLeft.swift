import Glyphs

// How text read from right to left is said, so that programs give it back as it was written: they turn
// it round letter by letter, as it stands on the page.

/// Which punctuation ends a word of a run, whose clusters are asked for from left to right.
///
/// It stands at the left end of its word, where programs take it for a part of what runs from left to
/// right: they put it before its word, or after the next one. A mark of direction says whose it is.
struct WordEnds {
    /// U+200F, in UTF-8.
    static let mark: [UInt8] = [0xE2, 0x80, 0x8F]

    /// Whether no letter has been met since the last space.
    private var isOpen = true

    /// Whether a cluster is to be called by the mark and its own letters.
    ///
    /// - Parameter rest: The letters of the run from that cluster on.
    mutating func needMark(before letters: ArraySlice<UInt8>, of rest: ArraySlice<UInt8>) -> Bool {
        if letters.elementsEqual(CollectionOfOne(0x20)) {
            isOpen = true
            return false
        }
        isOpen = isOpen && Self.isPunctuation(letters)
        let next = rest.dropFirst(letters.count).first
        return isOpen && next != nil && next != 0x20
    }

    private static func isPunctuation(_ letters: ArraySlice<UInt8>) -> Bool {
        let scalars = String(decoding: letters, as: UTF8.self).unicodeScalars
        return scalars.count == 1 && scalars.allSatisfy(\.isPunctuation)
    }
}

/// Every Arabic font draws lam and alef as one glyph, some lam and the dotless yeh as well, and Unicode has
/// a character for both at once.
///
/// Source: Unicode’s Arabic Presentation Forms-A and -B, by their compatibility decompositions.
func ligature(of letters: [Unicode.Scalar]) -> Unicode.Scalar? {
    guard letters.count == 2, letters[0] == "\u{644}" else { return nil }
    return switch letters[1] {
    case "\u{622}": "\u{FEF5}"
    case "\u{623}": "\u{FEF7}"
    case "\u{625}": "\u{FEF9}"
    case "\u{627}": "\u{FEFB}"
    case "\u{649}": "\u{FC43}"
    default: nil
    }
}

extension Unicode.Scalar {
    var isMark: Bool { properties.generalCategory == .nonspacingMark }

    fileprivate var isPunctuation: Bool {
        switch properties.generalCategory {
        case .closePunctuation, .connectorPunctuation, .dashPunctuation, .finalPunctuation,
            .initialPunctuation, .openPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}

extension GlyphRun {
    /// Whether programs that give text back take its letters for ones that run from left to right.
    ///
    /// They turn Arabic and its kin round, which stand in a page as they are seen; Poppler and MuPDF
    /// leave N’Ko and the scripts beyond U+FFFF, such as Adlam, as they stand. Those are said in words,
    /// which Poppler would turn round were they Arabic.
    var isReadFromLeftToRight: Bool {
        isRightToLeft
            && text.unicodeScalars.contains { scalar in
                0x07C0...0x07FF ~= scalar.value || 0x10800...0x10FFF ~= scalar.value
                    || 0x1E800...0x1EFFF ~= scalar.value
            }
    }
}
