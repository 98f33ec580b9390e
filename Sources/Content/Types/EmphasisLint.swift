import Diagnostics
import Unicode
import YAML

extension Reader {
    /// Warns of words between asterisks, `*Saloum*`, where text takes no marks.
    mutating func lintEmphasis(of node: Node, in field: FieldDescription) {
        guard let text = node.text, text.holds(UInt8(ascii: "*")) else { return }
        let bytes = Array(text.utf8)
        guard let mark = Self.emphasis(in: bytes) else { return }
        let marked = String(decoding: bytes[mark], as: UTF8.self)
        report.add(
            .warning(
                .printedAsterisks(shortened(marked), inField: field.name),
                at: node.span(ofUTF8: mark)
            )
            .hinting("write ‘\(shortened(marked.filter { $0 != "*" }))’")
        )
    }

    /// The first words that begin and end with asterisks.
    private static func emphasis(in bytes: [UInt8]) -> Range<Int>? {
        var open: Int?
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "*") {
            let isAfterWord = index > 0 && isLetter(bytes[index - 1])
            let isBeforeWord = index + 1 < bytes.count && isLetter(bytes[index + 1])
            if isBeforeWord, !isAfterWord { open = index }
            if isAfterWord, !isBeforeWord, let start = open { return start..<index + 1 }
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
}

extension Diagnostic.Message {
    fileprivate static func printedAsterisks(_ words: String, inField name: String) -> Self {
        "‘\(name)’ is plain text, so ‘\(words)’ is printed with its asterisks"
    }
}
