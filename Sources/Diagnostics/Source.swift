/// A file a person wrote, kept so that a message can show the line it speaks of.
package struct SourceFile: Sendable {
    /// As the person at the desk would name it: relative to where they stand.
    package let name: String
    package let bytes: [UInt8]
    /// Where the text is that of a sheet: its cells.
    package var grid: CellGrid?
    /// Offsets at which lines begin; the first is zero.
    private let lineStarts: [Int]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    /// A place as an editor counts it: both from one, columns in characters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        let before = String(decoding: bytes[lineStarts[line]..<offset], as: UTF8.self)
        return Position(line: line + 1, column: before.count + 1)
    }

    /// The text of a line, counted from one, without its line break.
    package func text(ofLine line: Int) -> String {
        guard lineStarts.indices.contains(line - 1) else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

/// The files of one run, so that a span need only carry a number.
package struct Sources: Sendable {
    private var files: [SourceFile] = []

    package init() {}

    package mutating func add(_ file: SourceFile) -> SourceID {
        files.append(file)
        return SourceID(index: Int32(files.count - 1))
    }

    /// Puts the new text of a file in the place of the old.
    package mutating func replace(_ id: SourceID, with file: SourceFile) {
        files[Int(id.index)] = file
    }

    package subscript(id: SourceID) -> SourceFile { files[Int(id.index)] }

    package var all: [SourceFile] { files }
}

package struct SourceID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}

/// Some bytes of a source file, from `start` up to but not including `end`.
package struct Span: Hashable, Sendable {
    package var source: SourceID
    package var start: Int32
    package var end: Int32

    package init(_ source: SourceID, _ range: Range<Int>) {
        self.source = source
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    /// From the start of this span to the end of another in the same file.
    package func joined(to other: Span) -> Span {
        var whole = self
        whole.end = max(end, other.end)
        return whole
    }

    /// Whether another lies in it from end to end.
    package func encloses(_ other: Span) -> Bool {
        source == other.source && start <= other.start && other.end <= end
    }
}

/// A value and the place where somebody wrote it.
package struct Located<Value> {
    package var value: Value
    package var span: Span

    package init(_ value: Value, at span: Span) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
