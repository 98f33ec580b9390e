import Diagnostics
import Testing
import YAML

/// What hardly anybody writes, read as YAML 1.2.2 says.
@Suite struct LetterOfTheStandardTests {
    /// Section 8.1.1.1: without a line of text, no space of an empty line is text.
    @Test(arguments: [
        ("- |+\n   ", "\n"), ("- |\n   ", ""), ("- |-\n   ", ""), ("- |+\n\n   ", "\n\n"),
        ("- |+\n  \n   ", "\n\n"), ("- |+\n ", "\n"), ("- >+\n   ", "\n"),
        ("- |+\n  well\n  ", "well\n\n"),
        ("- |\n  well\n  ", "well\n"), ("- |\n  well\n    ", "well\n  \n"),
    ])
    func readsNoTextInEmptyLines(text: String, value: String) {
        let reading = Reading(text)
        #expect(reading.report.isEmpty, "\(reading.printed)")
        #expect(reading.root?.items?.first?.text == value)
    }

    /// Section 9.1.2: no line of text begins with a marker.
    @Test(arguments: ["|-\n \n \n...\n", "--- >-\n   \n...\n", "|-\n \n..."])
    func endsATextOfEmptyLinesAtAMarker(text: String) {
        let reading = Reading(text)
        #expect(reading.report.isEmpty, "\(reading.printed)")
        #expect(reading.root?.text == "")
    }

    @Test(arguments: [
        // Section 6.8.2: a handle is declared once, in letters of its own, for what may begin a tag.
        "%TAG !w! tag:example.org:\n%TAG !w! tag:example.com:\n---\nwell\n",
        "%TAG !w!! tag:example.org:\n---\nwell\n", "%TAG !é! tag:example.org:\n---\nwell\n",
        "%TAG !w! {well\n---\nwell\n", "%TAG !w! tag:a|b\n---\nwell\n",
        // Section 6.9.1: tags are addresses, or the writer's own.
        "!a%zz well\n", "!!a%2 well\n", "!<!a{> well\n", "!<tag:a\"b> well\n", "- !<!> well\n",
        "- !<$:?> well\n",
        // Section 7.4: between brackets too, a blank parts what a node is from what it holds.
        "[!well[a]]\n", "[&well[a]]\n", "[!well{a: b}]\n", "[?[a]]\n", "{?{a: b}: c}\n", "[?]\n",
    ])
    func refuses(text: String) {
        let reading = Reading(text)
        #expect(reading.report.hasErrors)
        #expect(reading.report.diagnostics.allSatisfy { $0.span != nil })
    }

    @Test(arguments: [
        "%TAG !w-1! tag:example.org,2022:\n---\n- !w-1!well a\n- !<tag:example.org,2022:w%C3%A9> b\n- !<!own> c\n",
        "[!a, !b , &c, {? a : b, ? c}, ?d]\n", "%TAG ! !own-\n%TAG !! !other-\n---\n!a b\n",
    ])
    func takesWhatStandsBesideIt(text: String) {
        let reading = Reading(text)
        #expect(!reading.report.hasErrors, "\(reading.printed)")
    }
}
