import Diagnostics
import Unicode
import YAML

extension Reader {
    /// Warns of words marked to be of another language, `[…]{ar}`, where text takes no marks.
    mutating func lintLanguageMarks(of node: Node, in field: FieldDescription) {
        guard let text = node.text, text.holds(UInt8(ascii: "{")) else { return }
        let bytes = Array(text.utf8)
        guard let mark = Self.languageMark(in: bytes) else { return }
        let words = String(decoding: bytes[mark.words], as: UTF8.self)
        let whole = mark.words.lowerBound - 1..<mark.end
        report.add(
            .warning(
                .languageMark(
                    String(decoding: bytes[whole], as: UTF8.self),
                    inField: field.name
                ),
                at: node.span(ofUTF8: whole)
            )
            .hinting(
                "write ‘\(words)’; letters of another script are read in its usual language all the same"
            )
        )
    }

    /// The words in the first brackets that a language follows, and where its braces end.
    private static func languageMark(in bytes: [UInt8]) -> (words: Range<Int>, end: Int)? {
        var open: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "[") { open = index }
            guard byte == UInt8(ascii: "]"), let start = open,
                let tag = InlineMarks.language(after: index, bytes)
            else { continue }
            return (start + 1..<index, index + 1 + tag.length)
        }
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func languageMark(_ mark: String, inField name: String) -> Self {
        "‘\(name)’ is plain text, so ‘\(mark)’ is printed with its brackets"
    }
}
