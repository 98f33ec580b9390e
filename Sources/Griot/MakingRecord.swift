/// What was made last, and from what: a small file beside the papers.
///
/// A line a paper: the fingerprint, the source, the files made of it, each behind its size and a colon;
/// parted by tabs.
struct MakingRecord {
    private struct File {
        var size: Int
        var path: String

        init(_ path: String) {
            self.path = path
            size = Paths.size(of: path) ?? 0
        }

        init?(written text: Substring) {
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let size = Int(parts[0]) else { return nil }
            (self.size, path) = (size, String(parts[1]))
        }

        /// Whether it is there as it was made, as far as can be seen without reading it.
        var isThere: Bool { Paths.size(of: path) == size }
    }

    private static let name = ".griot-made"
    private var lines: [String: (fingerprint: String, files: [File])] = [:]

    /// The record of an output folder; an empty one where there is none or it can't be understood.
    init(in output: String) {
        let path = Paths.joined(output, Self.name)
        guard let bytes = try? FileReading.bytes(of: path, limit: 4 * 1_048_576) else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            let files = parts.dropFirst(2).compactMap { File(written: $0) }
            guard !files.isEmpty, files.count == parts.count - 2 else { continue }
            lines[String(parts[1])] = (String(parts[0]), files)
        }
    }

    /// The files of a paper, where they are all there as they were made, and were made from the same.
    func files(of paper: String, over ground: Fingerprint) -> [String]? {
        guard let line = lines[paper], line.fingerprint == ground.text,
            line.files.allSatisfy(\.isThere)
        else { return nil }
        return line.files.map(\.path)
    }

    /// The record with what has just been made; what failed is forgotten, so that it is tried again.
    ///
    /// - Parameter grounds: Of each paper.
    func replacing(_ results: [Making.Result], over grounds: [String: Fingerprint])
        -> MakingRecord
    {
        var copy = self
        for result in results where result.ending != .unchanged {
            guard result.ending == .made, let ground = grounds[result.file] else {
                copy.lines[result.file] = nil
                continue
            }
            copy.lines[result.file] = (ground.text, result.outcome.written.map { File($0) })
        }
        return copy
    }

    func write(to output: String) throws(GriotError) {
        let text = lines.sorted { $0.key < $1.key }.map { paper, line in
            let files = line.files.map { "\($0.size):\($0.path)" }
            return ([line.fingerprint, paper] + files).joined(separator: "\t") + "\n"
        }
        try FileWriting.makeFolder(output)
        try FileWriting.write(Array(text.joined().utf8), to: Paths.joined(output, Self.name))
    }
}
