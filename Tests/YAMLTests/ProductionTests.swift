import Diagnostics
import TestSupport
import Testing
import YAML

/// Each production of YAML 1.2.2 in a small text of our own.
@Suite struct ProductionTests {
    @Test(arguments: productions)
    func readsEachProduction(_ name: String, _ text: String) throws {
        let reading = Reading(text)
        #expect(!reading.report.hasErrors, "\(reading.printed)")
        try expectReference(text.withVisibleBlanks + "\n=====\n" + reading.dump, named: name)
    }
}

private let productions: [(String, String)] = [
    (
        "block-mappings",
        "centre: IPAR\nteam:\n  chair: Awa\n  notes:\n\n  last: x\n? - a\n  - b\n: pair\n? alone\n: \n"
    ),
    (
        "block-lists",
        "- one\n-\n- - a\n  -\t b\n- name: x\n  list:\n  - y\n  - z\n  end: e\n-\n  deep: f\n"
    ),
    ("list-in-the-column-of-its-key", "a:\n- 1\n- 2\nb:\n  - 3\n"),
    (
        "plain-texts",
        "a: one\n  two\n\n\n  three # comment\nb: http://x.org:80/a#b\nc: -1\nd: a ? b - c\n"
    ),
    ("single-quotes", "a: 'it''s'\nb: 'one  \n\n  two\n   three'\nc: ''\n'd e': f\n"),
    (
        "double-quotes",
        #"a: "tab\t \x41 \u00e9 \U0001F600 \" \\ \/ \_"# + "\"\n" + #"b: "one\"#
            + "\n   two  \n\n   three\"\n"
            + #"c: "\ud83d\ude00""# + "\n\"d\": e\n"
    ),
    (
        "literal-texts",
        "a: |\n  one\n   two\n\n  three\n\nb: |-\n  x\n\nc: |+\n  y\n\nd: |2\n    z\ne: |\n\n\nf: |\n  é\n"
    ),
    (
        "folded-texts",
        "a: >\n  one\n  two\n\n  three\n    code\n  four\n\n\nb: >-\n  x\n  y\n\nc: >+\n\n  z\n\n"
    ),
    (
        "brackets-and-braces",
        "a: [one, 'two', \"three\", [], {}, ]\nb: {x: 1, 'y':2, z, ? q : r, : s}\nc: [a: b, ? c, \"d\":e]\nd: [\n  one\n  two,\n  # note\n  three\n ]\n"
    ),
    (
        "anchors-and-aliases",
        "a: &one 1\nb: *one\n&key c: &map\n  d: e\n*one : f\ng: [&two x, *two]\nh: &empty\ni: *empty\n"
    ),
    (
        "documents",
        "%YAML 1.2\n---\na: b\n...\n# between\n--- text\n--- |\n block\n---\n---\n- x\n...\n...\nbare\n"
    ),
    (
        "tabs-where-they-may-stand",
        "a:\tb\n-x:\ty\nc: \"d\n  \te\"\nf: [\tg,\n \th ]\n\t\n\t# comment\n"
    ),
    ("line-ends-of-every-kind", "a: b\r\nc: |\r\n  d\r\n  e\r\nf: \"g\r\n  h\"\r\ni: j\r"),
    ("byte-order-mark", "\u{FEFF}a: b\n"),
]

extension String {
    fileprivate var withVisibleBlanks: String {
        replacing("\t", with: "→").replacing("\r", with: "←").replacing("\u{FEFF}", with: "⇔")
    }
}
