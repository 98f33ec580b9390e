internal import CICU

extension String {
    /// The text with letters and their marks composed where Unicode has a character for both (NFC).
    ///
    /// Text without combining marks is given back as it is. Source: UAX #15.
    package var composed: String {
        // CC 80 is U+0300, the first character that composition looks at.
        guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
        let units = utf16Units
        let count = Int32(units.count)
        if icu_is_nfc(units, count) { return self }
        return Self.filledByICU(room: units.count * 3 + 16) { icu_nfc(units, count, $0, $1) }
            ?? self
    }

    /// The text in small letters without the marks on them: words that people type are compared so.
    ///
    /// A letter whose stroke is part of it, such as ø or ɓ, keeps it. Source: UAX #15, NFD.
    package var withoutMarks: String {
        let small = lowercased()
        guard small.utf8.contains(where: { $0 >= 0x80 }) else { return small }
        let units = small.utf16Units
        let apart = Self.filledByICU(room: units.count * 3 + 16) {
            icu_nfd(units, Int32(units.count), $0, $1)
        }
        var plain = String.UnicodeScalarView()
        for scalar in (apart ?? small).unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark {
            plain.append(scalar)
        }
        return String(plain)
    }

    /// Its words and figures without marks, in small letters, whatever stands between them.
    package var plainWords: [Substring] {
        withoutMarks.withoutUnseen.split { !$0.isLetter && !$0.isNumber }
    }

    /// Without what parts no words to the eye: soft hyphens, joiners, marks of direction, the Arabic stroke
    /// that only makes a word longer.
    private var withoutUnseen: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        let seen = unicodeScalars.filter {
            $0.properties.generalCategory != .format && $0.value != 0x640
        }
        return String(String.UnicodeScalarView(seen))
    }

    /// Those words with one blank between them: texts that people take for the same are the same so.
    package var folded: String { plainWords.joined(separator: " ") }
}
