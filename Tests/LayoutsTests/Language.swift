import Layouts
import TestSupport
import Testing
import Units

@Suite struct Language {
    @Test func readsMeasures() {
        #expect(Measure("9.5pt") == .absolute(.pt(9.5)))
        #expect(Measure("4mm") == .absolute(.mm(4)))
        #expect(Measure("1 line") == .lines(1))
        #expect(Measure("50%") == .share(0.5))
        #expect(Measure("2col") == .columns(2))
        #expect(Measure("-0.5em") == .ems(-0.5))
        #expect(Measure("0") == .zero)
        for wrong in ["4", "mm", "", "4 mmm", "1e9pt", "4,5mm", "nan", "inf pt"] {
            #expect(Measure(wrong) == nil, "\(wrong)")
        }
    }

    @Test func laysAPapersStylesOverThoseItExtends() throws {
        let bench = Bench()
        bench.written["papers/low"] = """
            paper: low
            styles: {body: {size: 10pt, italic: yes}, note: {from: body, size: 8pt}}
            """
        bench.written["papers/high"] = """
            paper: high
            extends: low
            styles: {body: {size: 11pt}}
            masters: {right: {frames: {text: {stream: body}}}}
            streams: {body: [{paragraph: x, style: {from: note, weight: bold}}]}
            """
        let layout = try #require(bench.paper("high"))
        #expect(bench.complaints == "")
        #expect(layout.style(named: "body").size == .absolute(.pt(11)))
        #expect(layout.style(named: "body").isItalic == true)
        #expect(layout.style(named: "note").isItalic == true)
        let style = try #require(layout.streams.first?.blocks.first?.style)
        #expect(layout[style].weight == 700)
        #expect(layout[style].size == .absolute(.pt(8)))
    }

    @Test func readsTheBoundsOfTheWhiteInALine() throws {
        let bench = Bench()
        bench.written["papers/high"] = """
            paper: high
            styles:
              even: {word-space: {least: 80%, most: 133%}, letter-fit: {most: 0.02em}, looseness: -1}
              wide: {from: even, word-space: {ideal: 120%}}
            masters: {right: {frames: {text: {stream: body}}}}
            streams: {body: [{paragraph: x, style: even}]}
            """
        let layout = try #require(bench.paper("high"))
        #expect(bench.complaints == "")
        let even = layout.style(named: "even")
        #expect(even.wordSpace?.least == 0.8 && even.wordSpace?.most == 1.33)
        #expect(even.letterFit?.least == 0 && even.letterFit?.most == 0.02)
        #expect(even.looseness == -1)
        let wide = layout.style(named: "wide")
        #expect(wide.wordSpace?.ideal == 1.2 && wide.wordSpace?.most == 1.5)
        #expect(wide.letterFit == even.letterFit)
    }

    @Test func explainsEveryStyleThatTextAsksForByName() {
        let reference = LayoutLanguage.reference()
        for style in ReservedStyle.all {
            let bench = Bench()
            bench.written["papers/high"] = "paper: high\nstyles: {\(style.example)}\n"
            _ = bench.paper("high")
            #expect(style.example.hasPrefix(style.name.prefix { $0 != "1" }))
            #expect(!bench.complaints.contains("unknown"), "\(bench.complaints)")
            #expect(reference.contains("| `\(style.name)` |"))
        }
    }

    @Test func readsAShippedPaperAsItStands() throws {
        let bench = Bench()
        let layout = try #require(bench.paper("card-front"))
        try expectReference(layout.dump(), named: "card-front")
    }

    @Test func writesItsOwnReference() throws {
        try expectReference(LayoutLanguage.reference(), named: "reference")
    }
}
