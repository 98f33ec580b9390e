import Glyphs
package import Unicode
import Units

extension Shaper {
    /// A word whose letters are drawn apart by strokes of the font, its text as it was.
    ///
    /// - Parameters:
    ///   - offset: The letter before which strokes stand, in bytes.
    ///   - usual: The word without them.
    /// - Returns: Nil where the strokes would not stand by themselves or would not widen the word.
    package func elongated(
        _ word: [UInt8],
        before offset: Int,
        by strokes: Int,
        like usual: ShapedWord,
        in style: FontStyleID?,
        script: Script,
        level: UInt8
    ) -> ShapedWord? {
        guard let style, usual.missing.isEmpty else { return nil }
        var drawn = Array(word[..<offset])
        for _ in 0..<strokes { drawn += Self.tatweel }
        drawn += word[offset...]
        let shaped = shape(drawn.span, in: style, script: script, level: level)
        guard shaped.missing.isEmpty, shaped.runs.count == 1, shaped.width > usual.width,
            let run = shaped.runs[0].withoutStrokes(of: Self.tatweel),
            run.bytes.count == usual.runs.reduce(0, { $0 + $1.bytes.count })
        else { return nil }
        return ShapedWord(
            runs: [run],
            width: shaped.width,
            byteCount: word.count,
            stops: [],
            missing: []
        )
    }

    /// U+0640.
    private static let tatweel: [UInt8] = [0xD9, 0x80]
}

extension ShapedRun {
    /// Strokes become part of the letter they come out of, which stands to their right, so that whoever
    /// copies the word gets its letters alone.
    fileprivate func withoutStrokes(of stroke: [UInt8]) -> ShapedRun? {
        guard isRightToLeft else { return nil }
        var (kept, joined): ([UInt8], [Cluster]) = ([], [])
        var (byte, strokes) = (0, 0)
        for cluster in clusters {
            let own = bytes[byte..<byte + Int(cluster.bytes)]
            byte += Int(cluster.bytes)
            if own.elementsEqual(stroke) {
                strokes += Int(cluster.glyphs)
                continue
            }
            joined.append(
                Cluster(
                    bytes: cluster.bytes,
                    glyphs: UInt16(clamping: Int(cluster.glyphs) + strokes)
                )
            )
            kept += own
            strokes = 0
        }
        guard strokes == 0 else { return nil }
        return ShapedRun(
            font: font,
            glyphs: glyphs,
            offsets: offsets,
            clusters: joined,
            bytes: kept,
            isRightToLeft: isRightToLeft,
            share: share,
            width: width
        )
    }
}
