// The standard library carries these tables itself, so that asking costs no library. They may be of
// a later Unicode than ICU's, which matters to no text that can be set.

/// Whether a character is a letter or a mark or number that words are made of.
package func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return UnicodeScalar(scalar)?.properties.isAlphabetic ?? false
}

/// Whether a character is put on or around the letter before it (general category M).
package func isMark(_ scalar: UInt32) -> Bool {
    // The first mark is U+0300.
    guard scalar >= 0x300, let scalar = UnicodeScalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
}

/// Whether a character is white, line breaks included.
package func isWhitespace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x20 || (0x09...0x0D).contains(scalar) }
    return UnicodeScalar(scalar)?.properties.isWhitespace ?? false
}

/// Direction marks, embeddings, overrides and isolates: Bidi_Control.
///
/// Source: the Unicode Standard, PropList.txt.
package func isBidiControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}

/// Whether a character is white of a width of its own, or white at which no line may end.
///
/// Source: the Unicode Standard, section 6.2, table 6-2, without the space between words, and without
/// U+1680, which may be drawn, and U+3000, which is as wide as an ideograph.
package func isFixedSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
}

/// Whether a character leaves no mark of its own: joiners, soft hyphens, variation selectors.
package func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
    guard scalar >= 0xAD, let scalar = UnicodeScalar(scalar) else { return false }
    return scalar.properties.isDefaultIgnorableCodePoint
}

/// A character as a message names it: `U+0253 LATIN SMALL LETTER B WITH HOOK`.
package func characterName(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let properties = UnicodeScalar(scalar)?.properties else { return "\(code) (surrogate)" }
    if let name = properties.name ?? properties.nameAlias { return "\(code) \(name)" }
    switch properties.generalCategory {
    case .control: return "\(code) (control)"
    case .privateUse: return "\(code) (private use)"
    case .unassigned: return "\(code) (unassigned)"
    default: return code
    }
}
