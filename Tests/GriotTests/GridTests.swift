import Foundation
import Griot
import Testing

/// Where the baselines of a paper stand, read from what is put on its pages.
@Suite struct GridTests {
    /// Pitch and first line of the house's grid, in points: 13.5 pt from 26 mm and four fifths.
    private static let (pitch, start) = (13.5, start(below: 26))

    private static func start(below margin: Double) -> Double { margin * 72 / 25.4 + 0.8 * 13.5 }

    /// By language: the first words of cells and captions of the sample.
    private static let small = [
        "en": [
            "Who decides", "Prefect", "Area commander", "Both sides", "From west", "Who may cross",
        ],
        "fr": [
            "Qui décide", "Préfet", "Commandant", "Les deux", "D’ouest en est", "Qui peut passer",
        ],
    ]

    @Test(arguments: ["en", "fr"])
    func keepsTextTablesAndCaptionsOnOneGrid(language: String) throws {
        let lines = try lines(of: "bamako-2022/policy-brief.yaml", in: language)
        let body = lines.filter { $0.size > 10.4 && $0.size < 10.8 }
        #expect(body.count > 60)
        #expect(body.allSatisfy { $0.isOn(Self.pitch, from: Self.start) })
        for words in try #require(Self.small[language]) {
            let line = try #require(lines.first { $0.text.hasPrefix(words) }, "\(words)")
            #expect(line.isOn(Self.pitch / 2, from: Self.start), "\(words)")
        }
    }

    /// A lead begins with the text beside it, bars stand a line apart.
    @Test func keepsLeadsAndChartsOnTheGrid() throws {
        let lines = try lines(of: "bamako-2022/policy-brief.yaml", in: "en")
        for words in ["All over the", "No service", "Breach by", "Guarantor killed"] {
            let line = try #require(lines.first { $0.text.hasPrefix(words) }, "\(words)")
            #expect(line.isOn(Self.pitch, from: Self.start), "\(words)")
        }
    }

    /// Boxes whose text has the leading of the body keep its lines, wherever they stand.
    @Test func keepsBoxesOnTheGrid() throws {
        let lines = try lines(of: "nouakchott-2023/report.yaml", in: "en")
        for words in [
            "The vacant chair", "On the corridor east", "season nobody", "What an answer",
        ] {
            let line = try #require(lines.first { $0.text.hasPrefix(words) }, "\(words)")
            #expect(line.isOn(Self.pitch, from: Self.start(below: 38)), "\(words)")
        }
    }

    private struct Line {
        var text: Substring
        var y: Double
        var size: Double

        func isOn(_ step: Double, from start: Double) -> Bool {
            let lines = (y - start) / step
            return abs(lines - lines.rounded()) * step < 0.1
        }
    }

    /// What stands first in each fragment, which is a line.
    private func lines(of sample: String, in language: String) throws -> [Line] {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(sample)").path
        let dump = desk.press.dump(Job(file: file, languages: [language]), after: .pagination).text
        var lines: [Line] = []
        var top: Double?
        for row in dump.split(separator: "\n") {
            if let found = row.firstMatch(of: /^  \S+ \d+ at [-\d.]+,([-\d.]+)/) {
                top = Double(found.1)
            } else if let y = top,
                let found = row.firstMatch(
                    of: /^    text [-\d.]+,([-\d.]+) ‘(.*)’ font \d+ ([\d.]+)pt/
                )
            {
                let baseline = y + (Double(found.1) ?? 0)
                lines.append(Line(text: found.2, y: baseline, size: Double(found.3) ?? 0))
                top = nil
            }
        }
        return lines
    }
}
