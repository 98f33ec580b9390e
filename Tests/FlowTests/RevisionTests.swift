import Layouts
import TestSupport
import Testing

@testable import Flow

/// Edits of a text, whatever it holds.
@Suite struct RevisionTests {
    /// Each mark asks about the word around it, which is read once however many there are.
    @Test(arguments: ["a-", "a'", "a\"", "?!", "1-", "a«", "-'"])
    func comesToTheEndOfAWordFullOfMarks(repeated: String) {
        let bytes = Array(String(repeating: repeated, count: 20_000).utf8)
        let edits = Punctuation(Desk().pack("fr")).proof(bytes, in: 0..<bytes.count).edits
        #expect(edits.allSatisfy { $0.range.upperBound <= bytes.count })
    }

    @Test func survivesAnyBytes() {
        let pack = Desk().pack("fr")
        var random = Dice(seed: 12)
        let alphabet = Array("a1zBdhعم+, \"'.-:;!?%«»\u{202F}\u{A0}…–é(@/h°".unicodeScalars)
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                text.append(alphabet.randomElement(using: &random)!)
            }
            let bytes = Array(String(text).utf8)
            let edits = Punctuation(pack).proof(bytes, in: 0..<bytes.count).edits
            let result = Revision(edits).text(from: bytes)
            #expect(String(validating: result, as: UTF8.self) != nil)
        }
    }

    @Test func findsEachPlaceWhereEditsPutIt() {
        // Something is put in, something replaced, something taken out.
        let edits = [
            Edit(range: 2..<2, replacement: [1, 1]), Edit(range: 4..<6, replacement: [2]),
            Edit(range: 8..<9, replacement: []),
        ]
        let revision = Revision(edits)
        #expect((0...10).map(revision.place) == [0, 1, 4, 5, 6, 7, 7, 8, 9, 9, 10])
        #expect(revision.text(from: Array(0..<10)) == [0, 1, 1, 1, 2, 3, 2, 6, 7, 9])
        #expect(Revision([]).place(of: 7) == 7)
    }
}
