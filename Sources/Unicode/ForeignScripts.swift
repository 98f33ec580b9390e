/// Stretches of a text whose letters are of another script than the language’s own, Latin left out:
/// its letters do not tell which of its many languages they are of.
///
/// A stretch goes from the first to the last letter of a script, over the marks and spaces between
/// them. A Greek letter alone is a sign, such as that of an angle, and no stretch.
///
/// - Parameter script: The language’s own; asked for only where there is something to compare it with.
package func foreignScripts(in text: String, besides script: () -> Script) -> [ScriptRun] {
    var text = text
    return text.withUTF8 { bytes in
        if hasOnlyLatinLetters(bytes) { return [] }
        var reader = ForeignScriptReader(own: script())
        var offset = 0
        while offset < bytes.count {
            let (value, length) = decodeScalar(bytes, at: offset)
            reader.take(value, offset..<offset + length)
            offset += length
        }
        reader.close()
        return reader.runs
    }
}

/// Whether lead bytes show that nothing but Latin letters, their accents and the punctuation and signs
/// of all scripts stand in a text.
private func hasOnlyLatinLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() where byte >= 0xCD {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch byte {
        // U+0340–U+036F, accents; U+1D00–U+1EFF; U+2000–U+2BFF.
        case 0xCD where next < 0xB0: continue
        case 0xE1 where (0xB4...0xBB).contains(next): continue
        case 0xE2 where next < 0xB0: continue
        default: return false
        }
    }
    return true
}

private struct ForeignScriptReader {
    private(set) var runs: [ScriptRun] = []
    private let own: Set<Script>
    private let ownBlocks: [ClosedRange<UInt32>]
    private var current: ScriptRun?
    private var letters = 0

    init(own script: Script) {
        own = Self.parts(of: script)
        ownBlocks = Self.blocks[script] ?? []
    }

    mutating func take(_ scalar: UInt32, _ range: Range<Int>) {
        if scalar < 0x300 {
            if isLatinLetter(scalar) { close() }
            return
        }
        if ownBlocks.contains(where: { $0.contains(scalar) }) { return close() }
        let script = Self.group(script(of: scalar))
        switch script {
        case .common: return
        case .inherited:
            if current?.range.upperBound == range.lowerBound { extend(to: range.upperBound) }
        case .latin, .unknown: close()
        default: own.contains(script) ? close() : add(script, range)
        }
    }

    private mutating func add(_ script: Script, _ range: Range<Int>) {
        if let known = current?.script, let both = Self.common(known, script) {
            current?.script = both
            extend(to: range.upperBound)
        } else {
            close()
            current = ScriptRun(range: range, script: script)
        }
        letters += 1
    }

    private mutating func extend(to end: Int) {
        guard let start = current?.range.lowerBound else { return }
        current?.range = start..<end
    }

    mutating func close() {
        if let run = current, letters > 1 || run.script != .greek { runs.append(run) }
        current = nil
        letters = 0
    }

    private func isLatinLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA: true
        case 0xC0...0x2AF: scalar != 0xD7 && scalar != 0xF7
        default: false
        }
    }

    private static let han = Script("Hani")
    private static let japanese = Script("Jpan")

    /// Both kinds of kana are Japanese.
    private static func group(_ script: Script) -> Script {
        script == Script("Hira") || script == Script("Kana") ? japanese : script
    }

    /// Han among kana is Japanese too.
    private static func common(_ one: Script, _ other: Script) -> Script? {
        if one == other { return one }
        return Set([one, other]) == [han, japanese] ? japanese : nil
    }

    /// The scripts of characters that a script of a language stands for.
    private static func parts(of script: Script) -> Set<Script> {
        switch script.description {
        case "Jpan": [japanese, han]
        case "Kore": [Script("Hang"), han]
        case "Hans", "Hant": [han, Script("Bopo")]
        default: [script]
        }
    }

    /// Where most letters of a script lie, so that nobody is asked about each of them.
    private static let blocks: [Script: [ClosedRange<UInt32>]] = [
        .arabic: [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF],
        .nko: [0x7C0...0x7FF],
        .adlam: [0x1E900...0x1E95F],
        .ethiopic: [0x1200...0x139F],
        .tifinagh: [0x2D30...0x2D7F],
    ]
}

extension Script {
    /// The language that text in the script is most likely in; nil for one not known here.
    ///
    /// Source: CLDR’s likely subtags, of `und-Arab` and so on; for N’Ko the language that is named for
    /// its script, where CLDR says Mandingo.
    package var likelyLanguage: String? { Self.likelyLanguages[description] }

    private static let likelyLanguages: [String: String] = [
        "Adlm": "ff-Adlm", "Arab": "ar", "Armn": "hy", "Beng": "bn", "Copt": "cop", "Cyrl": "ru",
        "Deva": "hi", "Ethi": "am", "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa",
        "Hang": "ko", "Hani": "zh", "Hebr": "he", "Jpan": "ja", "Khmr": "km", "Knda": "kn",
        "Laoo": "lo", "Mlym": "ml", "Mong": "mn-Mong", "Mymr": "my", "Nkoo": "nqo", "Orya": "or",
        "Sinh": "si", "Syrc": "syr", "Taml": "ta", "Telu": "te", "Tfng": "zgh", "Thaa": "dv",
        "Thai": "th", "Tibt": "bo", "Vaii": "vai",
    ]
}
