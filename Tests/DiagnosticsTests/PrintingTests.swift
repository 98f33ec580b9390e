import Diagnostics
import Testing

@Suite struct PrintingTests {
    private func printed(_ text: String, _ range: Range<Int>) -> [String] {
        var sources = Sources()
        let source = sources.add(SourceFile(name: "a.yaml", bytes: Array(text.utf8)))
        let problem = Diagnostic.error("odd", at: Span(source, range))
        return DiagnosticPrinter().text(of: problem, from: sources).split(separator: "\n")
            .map(String.init)
    }

    @Test func marksAPlaceUnderItsLine() {
        #expect(
            printed("first\r\nsé: cond\r\nthird", 12..<16)
                == ["a.yaml:2:5: error: odd", "  2 | sé: cond", "    |     ^^^^"]
        )
    }

    /// A name of a file, or a word in it, may be anybody’s.
    @Test func printsNothingThatATerminalWouldObey() {
        var sources = Sources()
        let bytes = Array("a: \u{1B}[31m\u{9B}2J".utf8)
        let source = sources.add(SourceFile(name: "\u{1B}[2Ja.yaml", bytes: bytes))
        let problem = Diagnostic.error("odd ‘\u{1B}[1m’", at: Span(source, 3..<4)).hinting("\u{7F}")
        let text = DiagnosticPrinter().text(of: problem, from: sources)
        #expect(
            text == """
                \u{FFFD}[2Ja.yaml:1:4: error: odd ‘\u{FFFD}[1m’
                  1 | a:  [31m 2J
                    |    ^
                  hint: \u{FFFD}

                """
        )
    }

    /// A file may be one line of millions of letters, and wrong in all of them.
    @Test(arguments: ["x", "é", "日", "𞤀"])
    func showsOfALongLineWhatIsNear(letter: String) {
        let before = String(repeating: letter, count: 20_000)
        let start = before.utf8.count
        let lines = printed("a: b\n\(before)HERE\(before)", start + 5..<start + 9)
        #expect(lines[0] == "a.yaml:2:20001: error: odd")
        let mark = lines[2].firstIndex(of: "^").map {
            lines[2].distance(from: lines[2].startIndex, to: $0)
        }
        let place = lines[1].firstRange(of: "HERE").map {
            lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound)
        }
        #expect(mark != nil && mark == place)
        #expect(lines[1].count < 110 && !lines[1].contains("\u{FFFD}"))
    }
}
