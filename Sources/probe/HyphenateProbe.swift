import Hyphenation

/// Prints each word with a hyphen wherever it may divide: a language tag, a tab and a word a line.
func probeHyphenation() -> Int32 {
    let hyphenator = Hyphenator(files: installedPatternFiles())
    return answerLines { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { return String(line) }
        let word = String(fields[1])
        return hyphenated(word, at: hyphenator.breaks(in: word, language: String(fields[0])))
    }
}

private func hyphenated(_ word: String, at places: [Int]) -> String {
    let bytes = Array(word.utf8)
    var result = ""
    var start = 0
    for place in places + [bytes.count] {
        result += String(decoding: bytes[start..<place], as: UTF8.self).filter { $0 != "\u{AD}" }
        if place < bytes.count { result += "-" }
        start = place
    }
    return result
}
