import Glyphs
import Shaping
import Units

/// Letters of one font while their run is open, part after part of a line.
///
/// The arrays stay from run to run and are written into at their places, since a page has four thousand
/// letters and asking an array for room before each word takes longer than copying it. What is taken out
/// is as long as it is: lines are kept for long.
struct LetterTray {
    private var glyphs = [Glyph](repeating: Glyph(id: 0, advance: 0), count: 256)
    private var clusters = [Cluster](repeating: Cluster(bytes: 0, glyphs: 0), count: 256)
    private var bytes = [UInt8](repeating: 0, count: 512)
    private var offsets: [Glyph.Offset] = []
    private var counts = (glyphs: 0, clusters: 0, bytes: 0)
    /// The sum of the advances, for an em of 1 pt.
    private var width = 0.0

    var isEmpty: Bool { counts.glyphs == 0 }

    /// Adds a word.
    mutating func append(_ word: ShapedRun) {
        append(glyphsOf: word)
        append(textOf: word)
    }

    /// Adds a space in the width that justification gave it, in points, at a size and an expansion.
    mutating func append(space: ShapedRun, widenedBy extra: Double, size: Double, expansion: Double)
    {
        let first = counts.glyphs
        let before = width
        append(glyphsOf: space)
        width = before
        let extra = extra / Double(max(space.glyphs.count, 1))
        for index in first..<counts.glyphs {
            let width = Double(glyphs[index].advance) * size + extra
            let advance = Float(width / (size * expansion))
            glyphs[index].advance = advance
            self.width += Double(advance)
        }
        append(textOf: space)
    }

    /// Adds the hyphen that a break adds: a soft one to whoever copies the text.
    mutating func append(hyphen: ShapedRun) {
        append(glyphsOf: hyphen)
        makeRoom(clusters: 1, bytes: 2)
        clusters[counts.clusters] = Cluster(bytes: 2, glyphs: UInt16(hyphen.glyphs.count))
        (bytes[counts.bytes], bytes[counts.bytes + 1]) = (0xC2, 0xAD)
        counts.clusters += 1
        counts.bytes += 2
    }

    /// Takes all letters out, as a run of a font at a size.
    ///
    /// - Parameter share: What of that size the font is set in.
    mutating func takeRun(
        of font: FontID,
        size: Double,
        share: Double,
        isRightToLeft: Bool
    ) -> GlyphRun {
        if share != 1 { enlargeEms(by: 1 / share) }
        let run = GlyphRun(
            font: font,
            size: .pt(size * share),
            glyphs: Array(glyphs[..<counts.glyphs]),
            offsets: offsets,
            clusters: Array(clusters[..<counts.clusters]),
            text: String(decoding: bytes[..<counts.bytes], as: UTF8.self),
            isRightToLeft: isRightToLeft,
            width: .pt(width * size)
        )
        if !offsets.isEmpty { offsets = [] }
        counts = (0, 0, 0)
        width = 0
        return run
    }

    /// Letters were measured in ems of the page, and a run measures them in its own.
    private mutating func enlargeEms(by share: Double) {
        for index in 0..<counts.glyphs { glyphs[index].advance *= Float(share) }
        for index in offsets.indices {
            offsets[index].x *= Float(share)
            offsets[index].y *= Float(share)
        }
    }

    private mutating func append(glyphsOf run: ShapedRun) {
        let count = run.glyphs.count
        let first = counts.glyphs
        if !run.offsets.isEmpty { offsets.append(run.offsets, after: first) }
        while glyphs.count < first + count { glyphs += glyphs }
        let room = first..<first + count
        run.glyphs.withUnsafeBufferPointer { new in
            glyphs.withUnsafeMutableBufferPointer { _ = $0[room].update(fromContentsOf: new) }
        }
        width += run.width
        counts.glyphs += count
    }

    private mutating func append(textOf run: ShapedRun) {
        let count = (clusters: run.clusters.count, bytes: run.bytes.count)
        makeRoom(clusters: count.clusters, bytes: count.bytes)
        let first = counts
        let places = first.clusters..<first.clusters + count.clusters
        run.clusters.withUnsafeBufferPointer { new in
            clusters.withUnsafeMutableBufferPointer { _ = $0[places].update(fromContentsOf: new) }
        }
        let room = first.bytes..<first.bytes + count.bytes
        run.bytes.withUnsafeBufferPointer { new in
            bytes.withUnsafeMutableBufferPointer { _ = $0[room].update(fromContentsOf: new) }
        }
        counts.clusters += count.clusters
        counts.bytes += count.bytes
    }

    private mutating func makeRoom(clusters count: Int, bytes size: Int) {
        while clusters.count < counts.clusters + count { clusters += clusters }
        while bytes.count < counts.bytes + size { bytes += bytes }
    }
}
