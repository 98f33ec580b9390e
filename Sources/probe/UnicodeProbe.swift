import Unicode

/// Prints, for each line of hex code points, where a text line may end, in code points.
func probeLines() -> Int32 {
    let breaker = LineBreaker()
    return answerLines { line in
        guard let text = text(ofCodePoints: line) else { return "not code points" }
        let offsets = breaker.opportunities(in: text)
        return codePointOffsets(offsets, in: text).map { "\($0)" }.joined(separator: " ")
    }
}

/// Prints, for each line of hex code points, where letters begin and end, in code points.
func probeGraphemes() -> Int32 {
    let breaker = LineBreaker()
    return answerLines { line in
        guard let text = text(ofCodePoints: line) else { return "not code points" }
        let offsets = [0] + breaker.graphemeEnds(in: text)
        return codePointOffsets(offsets, in: text).map { "\($0)" }.joined(separator: " ")
    }
}

/// Prints, for each line of a direction and hex code points, the levels that UAX #9 gives them.
func probeBidi() -> Int32 {
    answerLines { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 2, let number = Int32(fields[0]),
            let direction = BidiText.Direction(rawValue: number),
            let text = text(ofCodePoints: fields[1])
        else { return "not a direction and code points" }
        let bidi = BidiText(text, direction: direction)
        let levels = bidi.levelsOfCharacters(in: text).map { $0.map { "\($0)" } ?? "x" }
        return "\(bidi.baseLevel)\t\(levels.joined(separator: " "))"
    }
}

private func text(ofCodePoints line: Substring) -> String? {
    var text = String.UnicodeScalarView()
    for digits in line.split(separator: " ") {
        guard let value = UInt32(digits, radix: 16), let scalar = UnicodeScalar(value) else {
            return nil
        }
        text.append(scalar)
    }
    return String(text)
}

private func codePointOffsets(_ offsets: [Int], in text: String) -> [Int] {
    var places: [Int: Int] = [0: 0]
    var byte = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
        byte += UTF8.width(scalar)
        places[byte] = index + 1
    }
    return offsets.map { places[$0] ?? -1 }
}
