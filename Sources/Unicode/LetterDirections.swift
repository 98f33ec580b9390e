/// The direction of a text of which nobody has said what it is written in: that of its first letter, where
/// most others run so too; nil where they do not, or where it has none.
///
/// Its first letter alone, as rules P2 and P3 of UAX #9 have it, would turn a French sentence round that
/// begins with a word of Arabic; most letters alone, an Arabic one that holds a long quotation.
package func direction(ofFirstAndMostLettersIn text: String) -> BidiText.Direction? {
    var first = 0
    var balance = 0
    for scalar in text.unicodeScalars {
        let step = scalar.runsFromRightToLeft ? 1 : scalar.properties.isAlphabetic ? -1 : 0
        if first == 0 { first = step }
        balance += step
    }
    guard first * balance > 0 else { return nil }
    return first > 0 ? .rightToLeft : .leftToRight
}

/// Whether a text may have a letter that runs from right to left; it may say yes for nothing, never no.
package func mayRunFromRightToLeft(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayRunLeft($0) }
}
