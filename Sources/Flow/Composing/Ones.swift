/// Where the ones of numbers stand, so that those of a column are in line whatever follows them.
struct Ones {
    /// What stands before decimals in the language.
    let decimal: String

    /// Marks the cells of a column, unless one of them holds more than a number.
    func mark(_ column: Int, of rows: inout [Table.Row]) {
        var ends: [(row: Int, place: Int)] = []
        for row in rows.indices where rows[row].cells.indices.contains(column) {
            let blocks = rows[row].cells[column].blocks
            guard let block = blocks.first else { continue }
            guard blocks.count == 1, case .paragraph(let paragraph) = block.content,
                paragraph.inserts.isEmpty,
                let place = end(in: Array(paragraph.text.unicodeScalars))
            else { return }
            ends.append((row, place))
        }
        for end in ends { rows[end.row].cells[column].endOfOnes = end.place }
    }

    /// The end of the ones in bytes; nil where there is more than one number.
    private func end(in text: [Unicode.Scalar]) -> Int? {
        func isDigit(_ index: Int) -> Bool {
            index < text.count && text[index].properties.numericType == .decimal
        }
        // What says that there is no number stands where the ones do.
        guard let first = text.indices.first(where: isDigit) else { return bytes(text[...]) }
        var end = first
        while isDigit(end) { end += 1 }
        while end < text.count, isDigit(end + 1), isGroup(from: end, in: text) {
            end += 1
            while isDigit(end) { end += 1 }
        }
        var rest = end
        if rest < text.count, Self.marks.contains(text[rest]) {
            rest += 1
            while isDigit(rest) { rest += 1 }
        }
        guard !text.indices.contains(where: { $0 >= rest && isDigit($0) }) else { return nil }
        return bytes(text[..<end])
    }

    /// Whether a mark or a blank parts groups of figures: three of them follow, and it is not what the
    /// language has before decimals.
    private func isGroup(from mark: Int, in text: [Unicode.Scalar]) -> Bool {
        let isBlank = text[mark].properties.isWhitespace
        let isMark = Self.marks.contains(text[mark]) && String(text[mark]) != decimal
        guard isBlank || isMark else { return false }
        let figures = text[(mark + 1)...].prefix { $0.properties.numericType == .decimal }
        return figures.count == 3
    }

    private static let marks: Set<Unicode.Scalar> = [".", ",", "٫", "٬", "’", "'"]

    private func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + String($1).utf8.count }
    }
}
