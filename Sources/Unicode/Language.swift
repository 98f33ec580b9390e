/// A language with its script and region where they are given, such as `fr`, `pt-BR`, `ff-Adlm-GN`.
///
/// Source: BCP 47 (RFC 5646); variants and extensions are passed over.
package struct Language: Hashable, Sendable {
    /// In small letters; `und` where the tag is no tag.
    package let code: String
    /// Four letters, the first a capital.
    package let script: String?
    /// Two capitals or three digits.
    package let region: String?

    package init(_ tag: String) {
        let parts = tag.split { $0 == "-" || $0 == "_" }
        let first = parts.first.map { $0.lowercased() } ?? ""
        code = (2...3).contains(first.utf8.count) && Self.isLetters(first) ? first : "und"
        var script: String?
        var region: String?
        for part in parts.dropFirst() {
            // A single letter begins an extension, which says nothing of script or region.
            if part.utf8.count == 1 { break }
            if part.utf8.count == 4, Self.isLetters(part), script == nil, region == nil {
                script = part.prefix(1).uppercased() + part.dropFirst().lowercased()
            } else if region == nil, Self.isRegion(part) {
                region = part.uppercased()
            }
        }
        self.script = script
        self.region = region
    }

    /// The tag in its usual spelling.
    package var tag: String {
        var tag = code
        if let script { tag += "-\(script)" }
        if let region { tag += "-\(region)" }
        return tag
    }

    /// This tag, then without its region, then without its script: where to look for what is said
    /// by language, the nearest first.
    package var fallbackChain: [String] {
        var chain = [tag]
        if let script, region != nil { chain.append("\(code)-\(script)") }
        if let region, script != nil { chain.append("\(code)-\(region)") }
        if chain.last != code { chain.append(code) }
        return chain
    }

    /// The script it is written in where nobody says otherwise, Latin for one not known here.
    ///
    /// Source: the likely subtags of CLDR for languages whose script is not Latin.
    package var usualScript: Script {
        if let script { return Script(script) }
        return Self.scripts[code].map { Script($0) } ?? .latin
    }

    /// Whether its lines run from right to left.
    package var isRightToLeft: Bool { usualScript.isRightToLeft }

    private static func isLetters(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    }

    private static func isRegion(_ text: Substring) -> Bool {
        if text.utf8.count == 2 { return isLetters(text) }
        return text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static let scripts: [String: String] = [
        "ar": "Arab", "arz": "Arab", "ary": "Arab", "arq": "Arab", "aeb": "Arab", "mey": "Arab",
        "shu": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "sd": "Arab", "ug": "Arab",
        "ckb": "Arab", "ks": "Arab", "bal": "Arab", "he": "Hebr", "yi": "Hebr", "lad": "Hebr",
        "dv": "Thaa", "syr": "Syrc", "arc": "Syrc", "nqo": "Nkoo", "am": "Ethi", "ti": "Ethi",
        "gez": "Ethi", "tig": "Ethi", "byn": "Ethi", "zgh": "Tfng", "shi": "Tfng", "tzm": "Latn",
        "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "sr": "Cyrl", "mk": "Cyrl", "be": "Cyrl",
        "kk": "Cyrl", "el": "Grek", "hy": "Armn", "ka": "Geor", "hi": "Deva", "mr": "Deva",
        "ne": "Deva", "bn": "Beng", "ta": "Taml", "te": "Telu", "th": "Thai", "lo": "Laoo",
        "km": "Khmr", "my": "Mymr", "ja": "Jpan", "ko": "Kore", "zh": "Hans", "vai": "Vaii",
    ]
}
