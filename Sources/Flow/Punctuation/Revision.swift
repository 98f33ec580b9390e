/// Offsets and text after edits.
struct Revision {
    private let edits: [Edit]
    /// By how much the text before each edit has grown.
    private let shifts: [Int]

    /// - Parameter edits: In the order of the text, none overlapping.
    init(_ edits: [Edit]) {
        self.edits = edits
        var shift = 0
        shifts = edits.map { edit in
            defer { shift += edit.growth }
            return shift
        }
    }

    func text(from bytes: [UInt8]) -> [UInt8] {
        if edits.isEmpty { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 3)
        var place = 0
        for edit in edits {
            result += bytes[place..<edit.range.lowerBound]
            result += edit.replacement
            place = edit.range.upperBound
        }
        return result + bytes[place...]
    }

    /// Where something stands afterwards; what is inside an edit, behind it.
    func place(of offset: Int) -> Int {
        let next = edits.firstPlace { $0.range.upperBound > offset }
        if next < edits.count, edits[next].range.lowerBound < offset {
            return edits[next].range.lowerBound + shifts[next] + edits[next].replacement.count
        }
        let last = next - 1
        return last < 0 ? offset : offset + shifts[last] + edits[last].growth
    }
}

extension Edit {
    fileprivate var growth: Int { replacement.count - range.count }
}
