import Arrangement
import Flow
import Testing

/// Charts as shipped layouts draw them.
@Suite struct ChartTests {
    @Test(arguments: ["policy-brief", "report", "brief"], [ChartForm.bars, .stacked])
    func drawTheFormThatIsAskedFor(paper: String, form: ChartForm) throws {
        let desk = Desk()
        let kind = paper == "brief" ? "workshop-summary" : paper
        let text = """
            kind: \(kind)
            lang: en
            title: T
            authors: [A B]
            event: {title: E, date: 2024-05-14}
            sections:
              - title: S
                body: One.
                figure: {title: F, chart: {kind: \(form.rawValue), values: [{label: A, value: 40}, {label: B, value: 60}]}}

            """
        let said = kind == "workshop-summary" ? text.replacing("authors: [A B]\n", with: "") : text
        let flow = try #require(desk.flow(of: said, with: paper))
        let forms = flow.streams.flatMap(\.blocks).flatMap(charts)
        #expect(forms == [form], "\(desk.complaints)")
    }

    /// 12.5 is not 13.
    @Test func tellsNumbersWithTheDecimalsThatWereTyped() throws {
        let desk = Desk()
        desk.lay(
            "bars",
            body: "- {chart: figures.chart.values, label: \"{entry.label}\", value: entry.value}"
        )
        let text = """
            kind: workshop-summary
            lang: fr
            title: T
            figures: [{title: F, chart: {kind: bars, values: [{label: A, value: 12.5}, {label: B, value: 33}]}}]

            """
        let flow = try #require(desk.flow(of: text, with: "bars", in: "fr"))
        guard case .chart(let chart)? = flow.streams[0].blocks.first?.content else {
            Issue.record("nothing is drawn")
            return
        }
        #expect(chart.entries.map(\.figure.text) == ["12,5", "33"])
        #expect(chart.entries.map(\.value) == [12.5, 33])
    }

    /// The forms of the charts in a block, however deep they stand.
    private func charts(in block: Block) -> [ChartForm] {
        switch block.content {
        case .chart(let chart): [chart.form]
        case .box(let blocks): blocks.flatMap(charts)
        case .row(let cells, _): cells.flatMap(\.blocks).flatMap(charts)
        default: []
        }
    }
}
