internal import Content

/// The files of an event that each describe one thing, by what they say that they describe.
///
/// They are looked for when somebody has named the id of such a thing where the name of its file is
/// wanted, and only then.
struct DescribingFiles {
    private(set) var names: [Reference: String] = [:]

    init(in folder: String) {
        for name in Paths.yamlFiles(in: folder).prefix(Self.mostFiles) {
            guard let path = try? Paths.confined(name, to: folder),
                let bytes = try? FileReading.bytes(of: path, limit: Self.mostBytes),
                let reference = Self.described(
                    in: String(decoding: bytes, as: UTF8.self),
                    named: name
                )
            else { continue }
            names[reference] = names[reference] ?? name
        }
    }

    private static let mostFiles = 500
    /// In bytes.
    private static let mostBytes = 1_048_576

    /// What the lines `kind:` and `id:` at the margin say; without the second, the file’s name says it.
    private static func described(in text: String, named name: String) -> Reference? {
        var words: [Substring: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            for key in ["kind", "id"] where line.hasPrefix(key + ":") && words[key[...]] == nil {
                let value = line.dropFirst(key.count + 1).prefix { $0 != "#" }
                words[key[...]] = value.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            }
        }
        guard let kind = words["kind"] else { return nil }
        return Reference(kind: kind, id: words["id"] ?? Paths.stem(of: name))
    }
}
