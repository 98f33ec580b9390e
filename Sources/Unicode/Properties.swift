/// Whether a character is put on or around the letter before it (general category M).
package func isMark(_ scalar: UInt32) -> Bool {
    // The first mark is U+0300.
    guard scalar >= 0x300, let scalar = UnicodeScalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
}

/// Whether a character leaves no mark of its own: joiners, soft hyphens, variation selectors.
package func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
    guard scalar >= 0xAD, let scalar = UnicodeScalar(scalar) else { return false }
    return scalar.properties.isDefaultIgnorableCodePoint
}
