internal import Content

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

    /// Whether a file names a kind of paper, or a kind that does not exist.
    ///
    /// A file with a wrong kind must fail aloud, not be passed over; only registers are no papers.
    private static func isPaper(_ path: String, kinds: KindLibrary) -> Bool {
        guard let bytes = try? FileReading.bytes(of: path, limit: FileLimits.text) else {
            return true
        }
        guard let name = KindWord.named(in: bytes) else { return false }
        return kinds[name].map { $0.use == .paper } ?? true
    }
}
