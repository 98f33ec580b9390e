import Diagnostics
import TestSupport
import Testing
import YAML

/// Small texts changed at random, always the same way: whatever comes, there is an answer.
@Suite struct FuzzTests {
    @Test(arguments: 0..<8)
    func answersWhateverItIsGiven(_ seed: Int) {
        var dice = Dice(seed: seed)
        for _ in 0..<1_500 {
            let bytes = dice.mutate(Array(seeds[dice.roll(seeds.count)].utf8))
            let reading = Reading(bytes)
            for document in reading.documents { checkSpans(of: document.root, within: bytes) }
            for span in reading.report.diagnostics.flatMap(\.places) {
                #expect(isInside(span, bytes), "\(bytes)")
            }
            _ = reading.printed
        }
    }

    private func checkSpans(of node: Node, within bytes: [UInt8]) {
        if !isInside(node.span, bytes) || !isInside(node.written, bytes) {
            Issue.record("a span outside the file: \(bytes)")
        }
        if let text = node.text {
            let count = text.utf8.count
            for offset in 0...count where !isInside(node.span(ofUTF8: offset..<count), bytes) {
                Issue.record("a part of a text outside the file: \(bytes)")
            }
        }
        for item in node.items ?? [] { checkSpans(of: item, within: bytes) }
        for entry in node.entries ?? [] {
            checkSpans(of: entry.key, within: bytes)
            checkSpans(of: entry.value, within: bytes)
        }
    }

    private func isInside(_ span: Span, _ bytes: [UInt8]) -> Bool {
        span.start >= 0 && span.start <= span.end && span.end <= bytes.count
    }
}

extension Diagnostic {
    fileprivate var places: [Span] { [span].compactMap(\.self) + notes.compactMap(\.span) }
}

extension Dice {
    fileprivate mutating func mutate(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...roll(4) {
            let place = roll(bytes.count + 1)
            switch roll(5) {
            case 0: bytes.insert(contentsOf: morsels[roll(morsels.count)].utf8, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.removeSubrange(min(place, bytes.count)...)
            case 3 where place < bytes.count: bytes[place] = UInt8(roll(256))
            default:
                let end = min(bytes.count, place + roll(12))
                bytes.insert(contentsOf: bytes[place..<end], at: roll(bytes.count + 1))
            }
        }
        return bytes
    }
}

private let morsels = [
    "- ", "? ", ": ", ":", "&a ", "*a ", "!t ", "|\n", ">-\n", "[", "]", "{", "}", ",", "\"", "'",
    "#",
    " #", "\n", "\r", "\t", "  ", "---\n", "...\n", "%YAML 1.2\n", "\\", "\\x", "<<: ", "é",
    "\u{A0}",
    "\u{FEFF}", "@", "- - ", "|2+", "!!", "!<", "&", "*",
]

private let seeds = [
    "title: From a focus\npeople:\n  - name: Awa\n    roles: [chair, speaker]\n  - {name: Ibou}\n",
    "a: &x\n  b: |\n    text\n     more\n\n  c: >-\n    folded\n    text\nd: *x\n",
    "- 'it''s'\n- \"a\\tb\\u00e9\\\n   c\"\n- plain\n  text\n- ? k\n  : v\n",
    "%YAML 1.2\n---\n!!map {a: [b, c: d], ? e : f}\n...\n# end\n--- text\n",
    "k: [\n  a, # one\n  \"b\",\n  {c: d}\n ]\n? - x\n: - y\n",
]
