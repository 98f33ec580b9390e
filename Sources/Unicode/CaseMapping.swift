internal import CICU

/// What becomes of letters when their case changes.
package enum LetterCase: Int32, Sendable {
    case capitals = 0
    case small = 1
    /// The first letter of each word made a capital, the others left alone.
    case title = 2
}

extension String {
    /// The text in another case, by the rules of a language.
    ///
    /// Accents stay on French capitals, a Turkish i keeps its dot, ß becomes SS, and Greek capitals
    /// drop their accents. Source: The Unicode Standard, section 3.13, with CLDR's tailorings.
    package func inCase(_ letterCase: LetterCase, language: String) -> String {
        if let plain = inPlainCase(letterCase, language) { return plain }
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { map($0, letterCase, language) }
        } ?? self
    }

    /// The text with its first letter a capital, by the rules of a language.
    ///
    /// A letter that is written as two is so begun: ß becomes Ss, and a Dutch ij IJ.
    package func capitalised(language: String) -> String {
        let code = Language(language).code
        guard !Self.hasOwnRules(code), code != "nl" else {
            let opening = prefix(code == "nl" ? 2 : 1)
            return String(opening).inCase(.title, language: language) + dropFirst(opening.count)
        }
        guard let first = unicodeScalars.first else { return self }
        return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst())
    }

    private func map(
        _ text: UnsafeBufferPointer<CChar>,
        _ letterCase: LetterCase,
        _ language: String
    ) -> String? {
        let locale = Language(language).code
        var room = text.count + text.count / 2 + 16
        for _ in 0..<2 {
            var buffer = [CChar](repeating: 0, count: room + 1)
            let length = Int(
                icu_map_case(
                    letterCase.rawValue,
                    locale,
                    text.baseAddress,
                    Int32(text.count),
                    &buffer,
                    Int32(room)
                )
            )
            if length < 0 { return nil }
            if length <= room {
                let bytes = buffer[..<length].map { UInt8(bitPattern: $0) }
                return String(decoding: bytes, as: UTF8.self)
            }
            room = length
        }
        return nil
    }

    /// Answers without ICU, where the language has no rules of its own.
    private func inPlainCase(_ letterCase: LetterCase, _ language: String) -> String? {
        guard !Self.hasOwnRules(Language(language).code) else { return nil }
        switch letterCase {
        case .capitals: return uppercased()
        // What a small sigma looks like depends on the letters beside it.
        case .small: return utf8.allSatisfy { $0 < 0x80 } ? lowercased() : nil
        case .title: return nil
        }
    }

    /// The i of the Turkic languages, the dots of Lithuanian, the accents of Greek, the Armenian ew.
    ///
    /// Source: CLDR's transforms `tr-Upper`, `az-Upper`, `lt-Upper`, `el-Upper`, `hy-Upper`.
    private static func hasOwnRules(_ code: String) -> Bool {
        ["tr", "az", "lt", "el", "hy"].contains(code)
    }
}
