import Foundation
import Testing

@testable import Linebreaking

/// Paragraphs that TeX 3.141592653 broke, with its breaks and demerits.
///
/// A line of the file: the measure and eight parameters; what fills the last line; items, as the
/// first letters of their kinds with their numbers; where lines end; demerits. The paragraphs are
/// random: words, hyphens, penalties; the lines were read from TeX's boxes, the demerits from its
/// `\tracingparagraphs`.
@Suite struct TeXTests {
    struct Case: Sendable {
        var paragraph: ScaledParagraph
        var breaks: [Int]
        var demerits: Int
    }

    static let cases: [Case] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "References/tex-breaks.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { parse($0) }
    }()

    @Test func breaksAsTeXDoes() {
        #expect(Self.cases.count == 40)
        for (number, known) in Self.cases.enumerated() {
            let found = known.paragraph.broken()
            #expect(found.items == known.breaks, "line \(number + 1)")
            #expect(found.demerits == known.demerits, "line \(number + 1)")
        }
    }

    private static func parse(_ line: Substring) -> Case {
        let fields = line.split(separator: "|").map { $0.split(separator: " ") }
        let values = fields[0].compactMap { Int($0) }
        var paragraph = ScaledParagraph(items: fields[2].map(item), measure: values[0])
        paragraph.filling.width = Int(fields[1][0]) ?? 0
        paragraph.filling.isInfinite = fields[1][1] == "fil"
        paragraph.filling.stretch = Int(fields[1][1]) ?? 0
        paragraph.manners.pretolerance = values[1]
        paragraph.manners.tolerance = values[2]
        paragraph.manners.linePenalty = values[3]
        paragraph.manners.adjacencyDemerits = values[4]
        paragraph.manners.doubleHyphenDemerits = values[5]
        paragraph.manners.finalHyphenDemerits = values[6]
        paragraph.manners.emergencyStretch = values[7]
        paragraph.manners.looseness = values[8]
        return Case(
            paragraph: paragraph,
            breaks: fields[3].compactMap { Int($0) },
            demerits: Int(fields[4][0]) ?? 0
        )
    }

    private static func item(_ text: Substring) -> ScaledParagraph.Item {
        let values = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        switch text.first {
        case "b": return .box(values[0])
        case "g": return .glue(values[0], stretch: values[1], shrink: values[2])
        case "p": return .penalty(values[0])
        default: return .discretionary(values[0], penalty: values[1])
        }
    }
}
