import Diagnostics
import Testing
import YAML

/// Input that means harm, or is only very large.
@Suite struct LimitTests {
    @Test(arguments: [
        String(repeating: "[", count: 10_000),
        String(repeating: "{a: ", count: 10_000),
        String(repeating: "- ", count: 10_000) + "x",
        String(repeating: "? ", count: 10_000) + "x",
        String(repeating: "[a: ", count: 10_000),
        (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func stopsWhereNestingGoesTooDeep(_ text: String) {
        let reading = Reading(text)
        #expect(reading.messages == ["lists and mappings are nested more than 200 deep"])
    }

    @Test func admitsWhatIsJustDeepEnough() {
        let text = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(Reading(text).report.isEmpty)
        #expect(Reading("[\(text)]").report.hasErrors)
    }

    @Test func countsTheDepthBehindAliases() {
        let nest = String(repeating: "[", count: 150)
        let close = String(repeating: "]", count: 150)
        let reading = Reading("- &a \(nest)\(close)\n- \(nest)*a\(close)\n")
        #expect(reading.messages == ["lists and mappings are nested more than 200 deep"])
    }

    @Test func countsTheDepthBehindAliasesOfAliases() {
        let nest = String(repeating: "[", count: 60)
        let close = String(repeating: "]", count: 60)
        let reading = Reading(
            "- &a \(nest)\(close)\n- &b [\(nest)*a\(close), [x], *a]\n- \(nest)[*b]\(close)\n- \(nest)*b\(close)\n"
        )
        #expect(reading.messages == [])
        let deeper = Reading(
            "- &a \(nest)\(close)\n- &b [\(nest)*a\(close), [x], *a]\n- [\(nest)\(nest)*b\(close)\(close)]\n"
        )
        #expect(deeper.messages == ["lists and mappings are nested more than 200 deep"])
    }

    @Test func doesNotLaughABillionTimes() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(Reading(text).messages == ["aliases repeat more than 100000 nodes"])
    }

    @Test func countsLongTextsBehindAliasesForMore() {
        let long = String(repeating: "x", count: 1 << 20)
        let aliases = Array(repeating: "*a", count: 200).joined(separator: ", ")
        let reading = Reading("a: &a \(long)\nb: [\(aliases)]\n")
        #expect(reading.messages == ["aliases repeat more than 100000 nodes"])
    }

    /// A text is read again wherever it stands, and what is made of it is much larger.
    @Test(arguments: [(300, 0), (400, 1)])
    func countsALongTextForMoreThanAShortOne(uses: Int, errors: Int) {
        let text = String(repeating: "mot ", count: 2500)
        let aliases = Array(repeating: "*a", count: uses).joined(separator: ", ")
        #expect(Reading("a: &a \(text)\nb: [\(aliases)]\n").messages.count == errors)
    }

    @Test func holdsFilesAndTextsToTheirLimits() {
        var limits = Limits.standard
        limits.fileSize = 10
        #expect(
            Reading("a: 12345678", limits: limits).messages
                == ["the file has 11 bytes, more than the 10 that are read"]
        )
        limits.fileSize = 100
        limits.textLength = 5
        for text in [
            "a: 123456", "a: '123456'", "a: \"\\x4123456\"", "a: |\n 123456", "a: 123\n 456",
        ] {
            #expect(
                Reading(text, limits: limits).messages
                    == ["this text has more than the 5 bytes a text may have"]
            )
        }
    }

    @Test func keepsBackWarningsAfterMany() {
        let reading = Reading((0..<200).map { "k\($0): x #\($0)\n" }.joined())
        #expect(reading.report.count(of: .warning) == 50)
        #expect(reading.root?.entries?.count == 200)
    }

    @Test func saysNothingOfOrdinaryComments() {
        #expect(Reading("# 12\n#12\na: b # 3\nc: d # note\n#!e\n").report.isEmpty)
    }

    @Test func givesUpAfterManyErrors() {
        let reading = Reading((0..<200).map { "k\($0): @\n" }.joined())
        #expect(reading.report.count(of: .error) == 51)
        #expect(reading.messages.last == "more than 50 errors; the rest of the file was not read")
    }
}
