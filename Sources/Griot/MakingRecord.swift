/// What was made last, and from what: a small file beside the papers.
///
/// A line a paper: the fingerprint, the source, the files made of it, parted by tabs.
struct MakingRecord {
    private static let name = ".griot-made"
    private var lines: [String: (fingerprint: String, files: [String])] = [:]

    /// The record of an output folder; an empty one where there is none or it can't be understood.
    init(in output: String) {
        let path = Paths.joined(output, Self.name)
        guard let bytes = try? FileReading.bytes(of: path, limit: 4 * 1_048_576) else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init
            )
            guard parts.count >= 3 else { continue }
            lines[parts[1]] = (parts[0], Array(parts[2...]))
        }
    }

    /// The files of a paper, where they are all there and were made from the same.
    func files(of paper: String, over ground: Fingerprint) -> [String]? {
        guard let line = lines[paper], line.fingerprint == ground.text,
            line.files.allSatisfy(Paths.exists)
        else { return nil }
        return line.files
    }

    /// The record with what has just been made; what failed is forgotten, so that it is tried again.
    func replacing(_ results: [Making.Result], over ground: Fingerprint) -> MakingRecord {
        var copy = self
        for result in results where result.ending != .unchanged {
            copy.lines[result.file] =
                result.ending == .made ? (ground.text, result.outcome.written) : nil
        }
        return copy
    }

    func write(to output: String) throws(GriotError) {
        let text = lines.sorted { $0.key < $1.key }.map { paper, line in
            ([line.fingerprint, paper] + line.files).joined(separator: "\t") + "\n"
        }
        try FileWriting.makeFolder(output)
        try FileWriting.write(Array(text.joined().utf8), to: Paths.joined(output, Self.name))
    }
}
