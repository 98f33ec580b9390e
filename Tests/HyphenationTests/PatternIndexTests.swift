import Testing

@testable import Hyphenation

/// Patterns found where they stand, held against the definition: every text of a word is looked for.
@Suite struct PatternIndexTests {
    private struct Pattern {
        var letters: [UInt8] = []
        /// One before each letter, and one at the end.
        var values: [UInt8] = [0]

        init(_ line: String) {
            for byte in line.utf8 {
                if PatternLine.isDigit(byte) {
                    values[values.count - 1] = byte - 48
                } else {
                    letters.append(byte)
                    values.append(0)
                }
            }
        }
    }

    /// At each letter counts the longest text before it with which a pattern begins, if it is a pattern.
    private func breaks(in word: String, by lines: [String]) -> [Bool] {
        let text = Array(".\(word).".utf8)
        let patterns = lines.map(Pattern.init)
        var values = [UInt8](repeating: 0, count: text.count + 1)
        for end in 1...text.count {
            let longest = (0..<end).first { start in
                patterns.contains { $0.letters.starts(with: text[start..<end]) }
            }
            guard let start = longest else { continue }
            for pattern in patterns where pattern.letters == Array(text[start..<end]) {
                for (offset, value) in pattern.values.enumerated() {
                    values[start + offset] = max(values[start + offset], value)
                }
            }
        }
        return (0..<word.utf8.count).map { values[$0 + 2] & 1 == 1 }
    }

    @Test(arguments: 0..<60)
    func dividesByTheLongestBeginningAtEachLetter(_ seed: Int) throws {
        var random = Numbers(seed: seed)
        func letters(_ most: Int) -> String {
            String((0..<1 + random.next(most)).map { _ in "ab."[random.next(3)] })
        }
        let lines = (0..<1 + random.next(40)).map { _ in
            letters(random.next(4) == 0 ? 14 : 5).reduce(into: random.next(3) == 0 ? "1" : "") {
                $0 += "\($1)" + (random.next(2) == 0 ? "\(random.next(5))" : "")
            }
        }
        let file = "UTF-8\nLEFTHYPHENMIN 2\n% no pattern\n\(lines.joined(separator: "\n"))"
        let table = try #require(PatternTable.levels(of: Array(file.utf8)).first)
        for _ in 0..<20 {
            let word = letters(20)
            #expect(table.breaks(in: Array(word.utf8)) == breaks(in: word, by: lines), "\(lines)")
        }
    }

    @Test func partsLevelsAndPassesOverWhatIsNoPattern() {
        let file = "UTF-8\n\n# a1b\na1b\nNEXTLEVEL\nRIGHTHYPHENMIN 3\nb1a\n/b=b\n"
        let levels = PatternTable.levels(of: Array(file.utf8))
        #expect(
            levels.map { $0.breaks(in: Array("aba".utf8)) } == [
                [true, false, false], [false, true, false],
            ]
        )
    }

    private struct Numbers {
        private var state: UInt64

        init(seed: Int) { state = UInt64(seed) &* 104_729 &+ 7 }

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}

extension String {
    fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
