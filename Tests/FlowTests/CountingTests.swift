import Diagnostics
import Flow
import Structure
import Testing

/// Figures and tables with numbers, and text that tells of them.
@Suite struct CountingTests {
    private static let figures = """
        - each: sections
          do:
            - {text: item.body}
            - when: item.figure
              do: [{counting: figure, do: [{captioning: [{paragraph: ["[{word:figure} {count:figure}. ]", "{item.figure.title}"]}]}, {chart: item.figure.chart.values, as: bar, label: "{bar.label}", value: bar.value, title: "{item.figure.title}"}]}]
            - {counting: figure, do: [{table: item.table}]}
        """

    private func flow(
        of sections: [String],
        _ desk: Desk,
        in language: String = "en",
        layout: String = figures
    ) throws -> Flow {
        desk.lay("sheet", body: layout)
        let text = "kind: report\nlang: \(language)\ntitle: T\nsections:\n"
        return try #require(
            desk.flow(of: text + sections.joined(), with: "sheet", in: language)
        )
    }

    private func section(_ body: String, _ title: String? = nil) -> String {
        let figure = title.map {
            "  figure: {title: \"\($0)\", chart: {kind: bars, values: {A: 1, B: 2}}}\n"
        }
        return "- title: S\n  body: \"\(body)\"\n\(figure ?? "")"
    }

    private func words(of flow: Flow) -> [String] {
        flow.streams.flatMap(\.blocks).compactMap {
            if case .paragraph(let paragraph) = $0.content { paragraph.text } else { nil }
        }
    }

    @Test func countsWhatIsPrintedAndNothingElse() throws {
        let desk = Desk()
        let flow = try flow(
            of: [section("One.", "Wells"), section("Two."), section("Three.", "Rain")],
            desk
        )
        #expect(
            words(of: flow) == ["One.", "Figure 1. Wells", "Two.", "Three.", "Figure 2. Rain"]
        )
        #expect(desk.complaints == "")
    }

    @Test func tellsWhoHearsAChartItsNumber() throws {
        let desk = Desk()
        let flow = try flow(of: [section("One.", "Wells")], desk)
        let told = flow.structure.elements.filter { $0.role == .figure }.map(\.alternative)
        #expect(told == ["Figure\u{A0}1. Wells: A 1; B 2"])
    }

    @Test func mentionsFiguresBeforeAndAfterThem() throws {
        let desk = Desk()
        let flow = try flow(
            of: [
                section("See [](#rain).", "Wells {#wells}"),
                section("[](#wells) is above, cf. [](#wells).", "Rain {#rain}"),
            ],
            desk
        )
        #expect(
            words(of: flow) == [
                "See figure\u{A0}2.", "Figure 1. Wells",
                "Figure\u{A0}1 is above, cf.\u{A0}figure\u{A0}1.", "Figure 2. Rain",
            ]
        )
        #expect(desk.complaints == "")
        let links = flow.streams.flatMap(\.blocks).flatMap { block -> [LinkTarget] in
            guard case .paragraph(let paragraph) = block.content else { return [] }
            return paragraph.spans.compactMap(\.link)
        }
        #expect(Set(links) == [.anchor("rain"), .anchor("wells")])
        #expect(flow.streams[0].blocks.compactMap(\.anchor?.name) == ["wells", "rain"])
    }

    @Test func saysTheWordAsTheLanguageDoes() throws {
        let desk = Desk()
        let flow = try flow(
            of: [section("Voir la [](#pluie).", "Pluies {#pluie}")],
            desk,
            in: "fr"
        )
        #expect(words(of: flow) == ["Voir la figure\u{A0}1.", "Figure 1. Pluies"])
    }

    @Test func asksForWordsWhereNothingIsCounted() throws {
        let desk = Desk()
        let flow = try flow(of: [section("See [](#wells).\\n\\nWells. {#wells}")], desk)
        #expect(words(of: flow)[0] == "See #wells.")
        #expect(
            desk.report.diagnostics.map(\.message.description) == [
                "this link has no words; its address is printed"
            ]
        )
    }

    @Test func countsOnceWhatStandsInTwoLanguages() throws {
        let desk = Desk()
        desk.lay(
            "sheet",
            body: """
                - parallel: second_language
                  do:
                    - each: sections
                      do:
                        - row: [{do: [{counting: figure, do: [{paragraph: "{word:figure} {count:figure}. {item.title}"}]}]}]
                """
        )
        let flow = try #require(
            desk.flow(
                of:
                    "kind: report\nlang: en\nsecond_language: fr\ntitle: T\nsections: [{title: {en: A, fr: B}}, {title: {en: C, fr: D}}]\n",
                with: "sheet",
                others: ["fr"]
            )
        )
        let dump = flow.dump()
        for words in ["Figure 1. A", "Figure 1. B", "Figure 2. C", "Figure 2. D"] {
            #expect(dump.contains(words), "\(words) in \(dump)")
        }
    }

    @Test func tellsOfAWordThatTheLanguageDoesNotHave() throws {
        let desk = Desk()
        _ = try flow(
            of: [section("One.")],
            desk,
            layout: "- {counting: figur, do: [{text: title}]}"
        )
        #expect(desk.complaints.contains("has no word ‘figur’"), "\(desk.complaints)")
    }
}
