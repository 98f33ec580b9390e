import Diagnostics
import Testing
import YAML

@testable import Layouts

@Suite struct Styles {
    /// Values of which every key of a style understands one.
    private static let samples = [
        "yes", "3", "50%", "12pt", "0.02em", "bold", "serif", "'#336699'", "small", "tabular",
        "[smcp]", "end", "page", "top", "half", "{least: 90%}", "{least: -1%}", "1pt text",
        "[1pt, 2pt]",
    ]

    private func style(saying property: Property<Style>) -> Style? {
        let bench = Bench()
        var desk = Desk(report: Report(), brand: bench.brand())
        for sample in Self.samples {
            let id = bench.sources.add(SourceFile(name: "sample", bytes: Array(sample.utf8)))
            desk.report = Report()
            guard let node = parse(id, in: bench.sources, reporting: &desk.report).first else {
                continue
            }
            var style = Style()
            property.take(node, &style, &desk)
            if style != Style() { return style }
        }
        return nil
    }

    @Test func takeEveryKeyThatTheyLeaveOpenFromTheStyleBelow() throws {
        for property in Style.properties {
            let said = try #require(style(saying: property), "\(property.key.name)")
            #expect(Style().over(said) == said, "\(property.key.name)")
            #expect(said.over(Style()) == said, "\(property.key.name)")
        }
    }
}
