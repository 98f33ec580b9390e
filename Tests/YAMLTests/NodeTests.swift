import Diagnostics
import Testing
import YAML

/// What a located tree can be asked.
@Suite struct NodeTests {
    @Test func findsValuesByKey() throws {
        let root = try #require(Reading("title: Griot\nhours: 24:00\n").root)
        #expect(root["title"]?.text == "Griot")
        #expect(root["hours"]?.text == "24:00")
        #expect(root["place"] == nil)
        #expect(root.entries?.map { $0.key.text } == ["title", "hours"])
    }

    @Test(arguments: ["no", "1.10", "24:00", "+221 33", "15 416", "0x1F", "~", "2022-02-24"])
    func typesNothing(_ text: String) {
        #expect(Reading("key: \(text)").root?["key"]?.text == text)
    }

    @Test func tellsNothingFromAnEmptyText() throws {
        let root = try #require(Reading("a:\nb: \"\"\nc: []\n").root)
        #expect(root["a"]?.isEmpty == true)
        #expect(root["b"]?.isEmpty == false)
        #expect(root["c"]?.isEmpty == false)
    }

    @Test func namesItsKindInWords() throws {
        let root = try #require(Reading("a:\nb: x\nc: [x]\nd: {x: y}\n").root)
        #expect(root.entries?.map(\.value.kind) == ["nothing", "text", "a list", "a mapping"])
    }

    @Test func pointsAtKeysValuesAndEntries() throws {
        let reading = Reading("people:\n  - name: Awa  # chair\n    age: 40\n")
        let person = try #require(reading.root?["people"]?.items?.first)
        #expect(reading.source(of: person.span) == "name: Awa  # chair\n    age: 40")
        let name = try #require(person.entry("name"))
        #expect(reading.source(of: name.key.span) == "name")
        #expect(reading.source(of: name.value.span) == "Awa")
        #expect(reading.source(of: name.span) == "name: Awa")
    }

    /// Each text holds the word `wrong` once; its place must be found through every style.
    @Test(arguments: [
        "key: all wrong here",
        "key: all\n  of it\n\n  is wrong here",
        "key: 'it''s wrong here'",
        "key: 'over\n  lines   \n  wrong here'",
        "key: \"caf\\u00e9 is\\twrong here\"",
        "key: \"é\\\n   wrong here\"",
        "key: |\n  all\n\n    is\n  wrong here\n",
        "key: >-\n  all\n  is\n  wrong here\n",
        "key: [all of\n  it wrong here]",
        "key: &a [all wrong here, *a]",
    ])
    func findsAWordOfATextInItsFile(_ text: String) throws {
        let reading = Reading(text)
        let value = try #require(reading.root?["key"])
        let node = value.items?.first ?? value
        let word = try #require(node.text).firstRange(ofWord: "wrong")
        #expect(reading.source(of: node.span(ofUTF8: word)) == "wrong")
    }

    @Test func pointsAtTheAliasAndAtWhatItRepeats() throws {
        let reading = Reading("a: &x one\nb: *x\n")
        let repeated = try #require(reading.root?["b"])
        #expect(repeated.text == "one")
        #expect(reading.source(of: repeated.written) == "*x")
        #expect(reading.source(of: repeated.span) == "one")
        #expect(repeated.alias?.value == "x")
    }

    @Test func keepsTagsInFull() throws {
        let root = try #require(
            Reading("%TAG !e! tag:example.org:\n---\na: !!str 1\nb: !e!x%21 2\nc: !y 3\nd: ! 4\n")
                .root
        )
        let tags = root.entries?.map { $0.value.tag?.value }
        #expect(tags == ["tag:yaml.org,2002:str", "tag:example.org:x!", "!y", "!"])
    }

    @Test func keepsEveryCommentInOrder() {
        let reading = Reading("# one\na: b # two\n\n# three\nc: |\n  # no\n# four\n")
        let comments = reading.documents.flatMap(\.comments).map { reading.source(of: $0) }
        #expect(comments == ["# one", "# two", "# three", "# four"])
    }
}

extension String {
    /// The UTF-8 offsets of the first place where a word stands.
    func firstRange(ofWord word: String) -> Range<Int> {
        guard let range = firstRange(of: word) else { return 0..<0 }
        let start = utf8.distance(from: startIndex, to: range.lowerBound)
        return start..<start + word.utf8.count
    }
}
