/// The black and white modules of a code, a bit each.
///
/// A row takes whole words of 32 modules, the first in the lowest bit: the form in which Cairo takes
/// a mask, so that ten thousand codes need not be turned module by module.
package struct ModuleSquare: Hashable, Sendable {
    package let side: Int
    /// Row by row from the top; a bit that is set is black, and beyond the side none is.
    package let words: [UInt32]

    package init(side: Int, words: [UInt32]) {
        precondition(
            side > 0 && words.count == side * ModuleSquare.wordsInRow(ofSide: side),
            "a square of modules has as many rows as columns"
        )
        self.side = side
        self.words = words
    }

    /// Asks of each module, row by row from the top, whether it is black.
    package init(side: Int, isBlack: (_ row: Int, _ column: Int) -> Bool) {
        let width = ModuleSquare.wordsInRow(ofSide: side)
        var words = [UInt32](repeating: 0, count: side * width)
        for row in 0..<side {
            for column in 0..<side where isBlack(row, column) {
                words[row * width + column / 32] |= 1 << UInt32(column % 32)
            }
        }
        self.init(side: side, words: words)
    }

    package subscript(row: Int, column: Int) -> Bool {
        words[row * wordsInRow + column / 32] >> UInt32(column % 32) & 1 == 1
    }

    package var wordsInRow: Int { ModuleSquare.wordsInRow(ofSide: side) }

    package var hasBlack: Bool { words.contains { $0 != 0 } }

    private static func wordsInRow(ofSide side: Int) -> Int { (side + 31) / 32 }
}
