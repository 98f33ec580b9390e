internal import Content
internal import YAML

/// The folder that holds everything about one gathering.
struct EventFolder {
    let path: String
    /// YAML files that are papers, in the order of their names.
    let papers: [String]

    /// Looks at every YAML file of the folder; what it looks like inside is left to rendering.
    init(_ path: String, kinds: KindLibrary) {
        self.path = path
        papers = Paths.names(in: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { Paths.joined(path, $0) }
            .filter { Self.isPaper($0, kinds: kinds) }
    }

    /// Whether a line at the margin names a kind of paper, or a kind that does not exist.
    ///
    /// A file with a wrong kind must fail aloud, not be passed over; only registers are no papers.
    private static func isPaper(_ path: String, kinds: KindLibrary) -> Bool {
        guard let bytes = try? FileReading.bytes(of: path, limit: FileLimits.text) else {
            return true
        }
        guard let name = kindWord(in: bytes) else { return false }
        return kinds[name].map { $0.use == .paper } ?? true
    }

    /// What a line at the margin names as the kind of a file; nil where none does.
    static func kindWord(of path: String) -> String? {
        (try? FileReading.bytes(of: path, limit: FileLimits.text)).flatMap(kindWord(in:))
    }

    private static func kindWord(in bytes: [UInt8]) -> String? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let line = lines.first(where: { $0.starts(with: "kind:".utf8) }) else { return nil }
        let value = line.dropFirst(5).filter { $0 > 32 && $0 != 34 && $0 != 39 }
        return String(decoding: value.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    }
}
