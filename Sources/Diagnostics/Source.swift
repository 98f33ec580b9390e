internal import Glibc

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
        lineStarts = Self.lineStarts(in: bytes)
    }

    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBytes { bytes in
            var starts = [0]
            while let last = starts.last, last < bytes.count, let base = bytes.baseAddress,
                let end = memchr(base + last, 0x0A, bytes.count - last)
            {
                starts.append(base.distance(to: end) + 1)
            }
            return starts
        }
    }

    /// A place as an editor counts it: both from one, columns in characters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        return Position(line: line + 1, column: characters(in: lineStarts[line]..<offset) + 1)
    }

    /// The line around a place, without its line break, and how many characters of it stand before that.
    ///
    /// Of a line that goes on and on, such as all there is of a file, it is what is near.
    package func line(around offset: Int) -> (text: String, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > offset, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
        let start = near(offset, after: lineStarts[line])
        end = min(end, offset + Self.near)
        let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        return (text, characters(in: start..<offset))
    }

    /// In bytes; as far from a place as anybody looks.
    private static let near = 4_096

    /// How many characters stand in a part of a line; far before its end, where a line goes on for
    /// thousands of them, each code point counts.
    private func characters(in range: Range<Int>) -> Int {
        let nearby = near(range.upperBound, after: range.lowerBound)
        let far = bytes[range.lowerBound..<nearby].count { $0 & 0xC0 != 0x80 }
        return far + String(decoding: bytes[nearby..<range.upperBound], as: UTF8.self).count
    }

    /// Where what is near to a place begins, at `start` or after it, with a whole letter.
    private func near(_ offset: Int, after start: Int) -> Int {
        guard offset - start > Self.near else { return start }
        let cut = offset - Self.near
        // A letter of four bytes may be cut after its first.
        return (cut...cut + 3).first { bytes[$0] & 0xC0 != 0x80 } ?? cut
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
