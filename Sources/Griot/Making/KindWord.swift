internal import Content
internal import Diagnostics
internal import YAML

/// What the files of a folder name as their kinds, told without reading more of most of them than a line.
enum KindWord {
    /// The kind that a file names, be it one or not; nil where it names none, or can't be opened.
    static func named(in path: String) -> String? {
        (try? FileReading.bytes(of: path, limit: FileLimits.text)).flatMap(named(in:))
    }

    static func named(in bytes: [UInt8]) -> String? {
        // What an editor has saved in UTF-16 is a paper as well, and told so when it is read.
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return isWide
            ? named(inNarrow: bytes.filter { $0 != 0 && $0 < 0x80 }) : named(inNarrow: bytes)
    }

    private static func named(inNarrow bytes: [UInt8]) -> String? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        if let line = lines.first(where: { $0.starts(with: "kind:".utf8) }) {
            let value = line.dropFirst(5).filter { $0 > 32 && !isQuote($0) }
            return String(decoding: value.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        }
        return mayNameOneOtherwise(lines) ? rootKind(in: bytes) : nil
    }

    /// Whether a file may say it in another of the ways that YAML has: `"kind": …`, `kind : …`, a whole
    /// file moved in, or between braces.
    private static func mayNameOneOtherwise(_ lines: [ArraySlice<UInt8>]) -> Bool {
        let first = lines.first { line in
            guard let sign = line.first(where: { $0 > 32 }) else { return false }
            return sign != UInt8(ascii: "#") && sign != UInt8(ascii: "%")
                && !line.starts(with: "---".utf8)
        }
        guard let first else { return false }
        let margin = first.prefix { $0 == 32 }.count
        if first.dropFirst(margin).first == UInt8(ascii: "{") { return true }
        return lines.contains { line in
            let rest = line.dropFirst(margin)
            return line.prefix(margin).allSatisfy { $0 == 32 }
                && rest.drop { isQuote($0) }.starts(with: "kind".utf8)
        }
    }

    private static func rootKind(in bytes: [UInt8]) -> String? {
        var sources = Sources()
        var unheard = Report()
        let source = sources.add(SourceFile(name: "", bytes: bytes))
        return parse(source, in: sources, reporting: &unheard).first?[.kind]?.text
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
