/// A text put together from parts of a file, and where each part came from.
struct TextBuilder {
    private(set) var text: [UInt8] = []
    private var runs: [Provenance.Run] = []
    private var start: Int?
    private var expected = 0

    var count: Int { text.count }

    mutating func append(_ part: Range<Int>, of bytes: [UInt8]) {
        guard !part.isEmpty else { return }
        come(from: part.lowerBound)
        text += bytes[part]
        expected += part.count
    }

    mutating func append(_ byte: UInt8, from offset: Int) {
        come(from: offset)
        text.append(byte)
        expected += 1
    }

    /// What an escape stands for.
    mutating func append(_ scalar: Unicode.Scalar, from offset: Int) {
        come(from: offset)
        text += Array(String(scalar).utf8)
        // Whatever follows the escape begins a run of its own.
        expected = -1
    }

    mutating func truncate(to length: Int) {
        text.removeSubrange(length...)
        while let last = runs.last, last.text >= length { runs.removeLast() }
        expected = -1
    }

    private mutating func come(from offset: Int) {
        if start == nil {
            start = offset
            expected = offset
        }
        guard offset != expected else { return }
        runs.append(Provenance.Run(text: Int32(text.count), source: Int32(offset)))
        expected = offset
    }

    /// The finished text; `end` is where its last byte's place ends in the file.
    func scalar(_ style: Scalar.Style, endingAt end: Int) -> Scalar {
        Scalar(
            text: String(decoding: text, as: UTF8.self),
            style: style,
            provenance: Provenance(start: Int32(start ?? end), end: Int32(end), runs: runs)
        )
    }
}
