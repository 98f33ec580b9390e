import Glyphs
import Units

/// A word as glyphs, for an em of 1 pt, shaped once and shared by every place where it stands.
package final class ShapedWord: Sendable {
    /// In visual order from left to right; more than one where a word needs more than one font.
    ///
    /// What no font has is not in them, nor are invisible characters such as
    /// the soft hyphen, so their text may be shorter than the word.
    package let runs: [ShapedRun]
    /// Where there is but one, as in nearly all words: it is had without counting who holds it.
    package let onlyRun: ShapedRun?
    /// The sum of the advances, in ems.
    package let width: Double
    /// How many bytes of UTF-8 the word had.
    package let byteCount: Int
    /// Where the word could be divided without shaping its parts anew, in logical order.
    package let stops: [Stop]
    package let missing: [MissingGlyph]
    package let glyphCount: Int
    /// Letters, as far as space between them is concerned.
    package let clusterCount: Int

    /// A place where both sides look the same whether the word is divided there or not.
    package struct Stop: Hashable, Sendable {
        /// In bytes of the word.
        package var offset: Int32
        /// The advance of all that stands before it in the text, in ems.
        package var advance: Float
    }

    init(
        runs: [ShapedRun],
        width: Double,
        byteCount: Int,
        stops: [Stop],
        missing: [MissingGlyph]
    ) {
        self.runs = runs
        onlyRun = runs.count == 1 ? runs[0] : nil
        self.width = width
        self.byteCount = byteCount
        self.stops = stops
        self.missing = missing
        glyphCount = runs.reduce(0) { $0 + $1.glyphs.count }
        clusterCount = runs.reduce(0) { $0 + $1.clusters.count }
    }

    /// The advance of the letters before a byte, or nil where the word must be shaped in two to know.
    package func advance(before offset: Int) -> Double? {
        if offset == 0 { return 0 }
        if offset == byteCount { return width }
        var low = 0
        var high = stops.count
        while low < high {
            let middle = (low + high) / 2
            if stops[middle].offset < Int32(offset) { low = middle + 1 } else { high = middle }
        }
        guard low < stops.count, stops[low].offset == Int32(offset) else { return nil }
        return Double(stops[low].advance)
    }
}

/// A character that no font of the run has.
package struct MissingGlyph: Hashable, Sendable {
    package var scalar: UInt32
    /// In bytes of the word.
    package var offset: Int

    package init(scalar: UInt32, offset: Int) {
        self.scalar = scalar
        self.offset = offset
    }
}

extension ShapedWord {
    package func dump() -> String {
        var lines: [String] = ["word \(byteCount) bytes, \((width * 1000).inHundredths)/1000 em"]
        for run in runs {
            let direction = run.isRightToLeft ? "rtl" : "ltr"
            lines.append("  run font \(run.font.index) \(direction) \(run.text)")
            var glyph = 0
            var bytes = Array(run.text.utf8)[...]
            for cluster in run.clusters {
                let text = String(decoding: bytes.prefix(Int(cluster.bytes)), as: UTF8.self)
                bytes = bytes.dropFirst(Int(cluster.bytes))
                let glyphs = run.glyphs[glyph..<glyph + Int(cluster.glyphs)]
                    .map { "\($0.id):\(Double($0.advance * 1000).inHundredths)" }
                glyph += Int(cluster.glyphs)
                lines.append("    \(text) \(glyphs.joined(separator: " "))")
            }
        }
        if !stops.isEmpty {
            lines.append("  stops \(stops.map { "\($0.offset)" }.joined(separator: " "))")
        }
        for gap in missing {
            lines.append(
                "  missing \(String(gap.scalar, radix: 16, uppercase: true)) at \(gap.offset)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
