import Diagnostics
import TestSupport
import Testing
import YAML

/// What people get wrong, and what they are told.
@Suite struct MistakeTests {
    @Test(arguments: mistakes)
    func tellsWhereAndHowToMendIt(_ name: String, _ texts: [String]) throws {
        let told = texts.map { text in
            let reading = Reading(text)
            #expect(!reading.report.isEmpty, "\(text)")
            return reading.printed
        }
        try expectReference(told.joined(separator: "=====\n"), named: name)
    }

    @Test func goesOnAfterAMistake() {
        let reading = Reading(
            "a: \"x\" y\nb:\n  c: [1, 2\n  d: @e\n  f: good\ng: one: two\nh: good\n"
        )
        #expect(reading.report.count(of: .error) == 4)
        #expect(reading.root?["b"]?["f"]?.text == "good")
        #expect(reading.root?["g"]?.text == "one: two")
        #expect(reading.root?["h"]?.text == "good")
    }

    @Test func readsTheNextDocumentAfterADamagedOne() {
        let reading = Reading("[a, b\n--- \nc: d\n")
        #expect(reading.report.count(of: .error) == 1)
        #expect(reading.documents.last?.root["c"]?.text == "d")
    }

    @Test(arguments: [
        ([0x61, 0x3A, 0x20, 0xE9], "byte 3 of the file (0xE9) is not UTF-8"),
        ([0x61, 0xC0, 0x80], "byte 1 of the file (0xC0) is not UTF-8"),
        ([0xED, 0xA0, 0x80], "byte 0 of the file (0xED) is not UTF-8"),
        ([0xFF, 0xFE, 0x61, 0x00], "the file is saved as UTF-16, not as UTF-8"),
        ([0x00, 0x61, 0x00, 0x3A], "the file is saved as UTF-16, not as UTF-8"),
        ([0x61, 0x00], "the invisible character U+0000 cannot stand in a file"),
        ([0x61, 0x1B, 0x62], "the invisible character U+001B cannot stand in a file"),
    ])
    func namesBytesThatAreNoText(_ bytes: [UInt8], _ message: String) {
        let reading = Reading(bytes)
        #expect(reading.messages == [message])
        #expect(reading.documents.isEmpty)
    }

    /// They ran over the lines above and below, and nothing said where they had been typed.
    @Test func tellsOfMarksPiledOnALetter() {
        let accents = String(repeating: "\u{301}", count: 100)
        let harakat = String(repeating: "\u{64B}", count: 9)
        let reading = Reading("a: Voici e\(accents) et ن\(harakat)\nb: ọ̀ ấ בְּ ߒ߲߫\n")
        let message = "marks, one over the other: they run into other lines"
        #expect(
            reading.messages == ["a letter bears 100 \(message)", "a letter bears 9 \(message)"]
        )
        #expect(reading.report.hasErrors == false && reading.documents.count == 1)
    }
}

private let mistakes: [(String, [String])] = [
    (
        "signs-of-habit",
        [
            "title Wells\nnext: x\n",
            "people:\n  total 45\n  women: 20\nnext: x\n",
            "lead:\n  Words of a text\n  with a colon: here\n",
            "title：Wells\nnext: x\n",
            "title: 'The well' of d'Arc\n",
            "title: 'L'eau'\n",
            "title: ? Wells\n",
            "title: Wells #water\n",
            "{colour: #005A8C}\n",
            "list:\n  - one\n   - two\n",
            "list:\n  • one\n  - two\nnext: @\n",
            "a: b\n\u{200B}c: d\n",
            "a: b\u{FEFF}c\n",
        ]
    ),
    (
        "other-programs",
        ["PK\u{3}\u{4}\u{14}", "%PDF-1.7\n", "{\\rtf1\\ansi\n"]
    ),
    (
        "quotes-to-write",
        [
            "title: “From a focus: to dialogue”\n",
            "title: *Wells* of Ségou\nnext: x\n",
            "title: [Draft] Wells # yes\n",
            "title: {en: Wells}, fr: Puits\n",
            "sections:\n  - title: Wells\n  body: Water\n",
            "-title: Wells\n-title: Water\n",
            "body: Madame,\nWe have the honour of inviting you\nplace: Thiès\n",
            "title: l\u{92}eau\n",
            "  list: [one, two]]\n",
            "title: {Draft} Wells\n",
            "title: > Wells\n",
            "- | Wells\n",
            "title: \"Wells\" and water\n",
            "list: [a, @b, c]\n",
            "lead: & water\n",
        ]
    ),
    (
        "signs-for-colons",
        [
            "a: 1\ntitle = Wells\n",
            "a: 1\ntitle; Wells\n",
            "a: 1\na title = of words\n",
            "a: 1\ntitle:\u{A0}Wells\n",
            "list:\n  - one\n  -two\n",
            "list:\n  - one\n  • two\n",
        ]
    ),
    (
        "colons",
        [
            "title: From a focus: to dialogue\n",
            "title: say \"a\": now # note\nnext: x\n",
            "title:Hello\nauthor: X\n",
            "a: 1\ntitle:Hello\nb: 2\n",
            "a: 1\nhello\nb: 2\n",
            "a: \"b\": c\n",
            "- x: y: z\n",
            "a: one\n  b: two\n",
            "\"two\nlines\": x\n",
        ]
    ),
    (
        "indentation",
        [
            "a:\n\tb: c\nd: e\n",
            "a:\n    b: 1\n  c: 2\n",
            "a:\n  - 1\n - 2\n",
            "text: >\n  folded\n more\n",
            "a: |\n     \n  text\n",
            "a:\n  b: 1\n\u{A0} c: 2\n",
            "a:\n\u{202F}\u{202F}b: 1\n",
            "a: \"x\n\ty\"\n",
            "a: - x\n",
            "k: v\n- a\n",
            "- a\nb: c\n",
            "-\t- a\n",
            "a: text\n  - looks like an item\n",
        ]
    ),
    (
        "unclosed",
        [
            "a: \"x\nb: c\n",
            "a: 'x\n",
            "a: 'it's'\n",
            "a: [1, 2\nb: c\n",
            "{a: [1, 2\n",
            "a: [\n]\n",
            "a: [1, , 2]\n",
            "a: [x: y: z]\n",
            "a: ]\n",
            "a: [b, {c: d]}\n",
            "a: {b]\n",
            "a: \"x\" y\n",
            "a: \"x\"# y\n",
            "a: \"C:\\Users\"\n",
            "{a: “{title}”, b: 1}\n",
        ]
    ),
    (
        "keys",
        [
            "name: x\nage: 1\nname: y\n",
            "{a: 1, \"a\": 2}\n",
            "<<: {a: b}\nc: d\n",
            "colour: #0a3d62\nroom: Hall #3\n",
            "a: b\n&x\n",
        ]
    ),
    (
        "anchors",
        [
            "a: &ana x\nb: *anna\n",
            "a: *important*\n",
            "a: &x [*x]\n",
            "a: &x &y z\n",
            "a: &x z\nb: &y *x\n",
            "a: !\"x\n",
            "a: !x!y z\n",
            "a: * z\n",
            "a: &x - y\n",
        ]
    ),
    (
        "beginnings",
        ["a: @b\n", "a: `b`\n", "a: %b\n", "a: |b\n  c\n", "a: b\n%TAG x\n"]
    ),
    (
        "directives",
        [
            "%YAML 1.2\na: b\n",
            "%YAML 2.0\n---\n",
            "%YAML 1.1\n---\na: b\n",
            "%YAML\n---\n",
            "%YAML 1.2\n%YAML 1.2\n---\n",
            "%FOO bar\n---\na: b\n",
            "%TAG x\n---\n",
            "text\n... x\n",
            "\"a\"\nb: c\n",
        ]
    ),
]
