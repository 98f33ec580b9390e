import Foundation
import Testing
import Unicode

/// The standard's own cases, from Debian's package unicode-data; without it nothing is judged.
@Suite struct ConformanceTests {
    /// ICU knows better than the plain rules in 22 cases of Unicode 15.0, mostly numbers in brackets.
    ///
    /// Later versions have more cases; ICU differs in as small a part of them.
    @Test func breaksLinesAsTheStandardDoes() throws {
        guard let lines = UnicodeData.lines(of: "auxiliary/LineBreakTest.txt") else { return }
        let breaker = LineBreaker()
        let wrong = lines.map { BreakCase($0) }
            .filter { breaker.opportunities(in: $0.text) != $0.boundaries }
        #expect(lines.count >= 7_654)
        #expect(wrong.count <= (lines.count == 7_654 ? 22 : lines.count * 4 / 1_000))
    }

    @Test func findsLettersAsTheStandardDoes() throws {
        guard let lines = UnicodeData.lines(of: "auxiliary/GraphemeBreakTest.txt") else { return }
        let breaker = LineBreaker()
        let wrong = lines.map { BreakCase($0) }
            .filter { breaker.graphemeEnds(in: $0.text) != $0.boundaries }
        #expect(lines.count >= 602)
        #expect(wrong.isEmpty)
    }

    @Test func resolvesDirectionsOfCharactersAsTheStandardDoes() throws {
        guard let lines = UnicodeData.lines(of: "BidiCharacterTest.txt") else { return }
        var wrong = 0
        for line in lines {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            let direction = try #require(Int32(fields[1]).flatMap(BidiText.Direction.init))
            let text = BreakCase(fields[0]).text
            let bidi = BidiText(text, direction: direction)
            let levels = bidi.levelsOfCharacters(in: text)
            let wanted = fields[3].split(separator: " ").map { UInt8($0) }
            if levels != wanted || bidi.baseLevel != UInt8(fields[2]) { wrong += 1 }
            let order = fields[4].split(separator: " ").compactMap { Int($0) }
            let kept = levels.indices.filter { levels[$0] != nil }
            if visualOrder(ofLevels: kept.map { levels[$0]! }).map({ kept[$0] }) != order {
                wrong += 1
            }
        }
        #expect(lines.count == 91_707)
        #expect(wrong == 0)
    }

    @Test func resolvesDirectionsOfClassesAsTheStandardDoes() throws {
        guard let lines = UnicodeData.lines(of: "BidiTest.txt") else { return }
        let result = BidiClassCases(lines).judge()
        #expect(result.cases == 770_241)
        #expect(result.wrong == 0)
    }
}

/// The cases of BidiTest.txt: classes of characters, each in up to three directions.
struct BidiClassCases {
    let lines: [Substring]

    init(_ lines: [Substring]) { self.lines = lines }

    /// A character for each class.
    static let samples: [Substring: UnicodeScalar] = [
        "L": "a", "R": "\u{5D0}", "AL": "\u{627}", "EN": "1", "AN": "\u{661}", "ES": "+",
        "ET": "#", "CS": ",", "B": "\u{2029}", "S": "\t", "WS": " ", "ON": "!", "NSM": "\u{300}",
        "BN": "\u{AD}", "LRE": "\u{202A}", "LRO": "\u{202D}", "RLE": "\u{202B}",
        "RLO": "\u{202E}", "PDF": "\u{202C}", "LRI": "\u{2066}", "RLI": "\u{2067}",
        "FSI": "\u{2068}", "PDI": "\u{2069}",
    ]

    func judge() -> (cases: Int, wrong: Int) {
        var (cases, wrong) = (0, 0)
        var wanted: [UInt8?] = []
        for line in lines {
            if line.hasPrefix("@Levels:") {
                wanted = line.dropFirst(8).split(whereSeparator: \.isWhitespace).map { UInt8($0) }
            }
            guard !line.hasPrefix("@") else { continue }
            let halves = line.split(separator: ";")
            var scalars = String.UnicodeScalarView()
            for name in halves[0].split(separator: " ") { scalars.append(Self.samples[name]!) }
            let text = String(scalars)
            let directions = Int(halves[1].filter(\.isHexDigit), radix: 16)!
            // The bits are automatic, left to right, right to left.
            for (bit, direction) in [BidiText.Direction.automatic, .leftToRight, .rightToLeft]
                .enumerated() where directions & (1 << bit) != 0
            {
                cases += 1
                let bidi = BidiText(text, direction: direction)
                if bidi.levelsOfCharacters(in: text) != wanted { wrong += 1 }
            }
        }
        return (cases, wrong)
    }
}
