import Glyphs
import Unicode
import Units

/// A word while its stretches are being shaped, in logical order.
struct WordDrawing {
    let byteCount: Int
    var missing: [MissingGlyph] = []
    private var runs: [ShapedRun] = []
    private var stops: [ShapedWord.Stop] = []
    private var width = 0.0

    init(byteCount: Int) { self.byteCount = byteCount }

    /// Adds a stretch that was shaped in one font; glyphs the font does not have are left out.
    mutating func append(
        _ shaped: [GlyphBuffer.Shaped],
        _ range: Range<Int>,
        of text: VisibleText,
        in face: Face,
        _ isRightToLeft: Bool
    ) {
        var run = RunBuilder(
            font: face.id,
            scale: face.scale,
            isRightToLeft: isRightToLeft,
            space: face.space
        )
        run.expect(glyphs: shaped.count, bytes: range.count)
        let before = width
        var index = 0
        var offsets: [(offset: Int, advance: Double, isSafe: Bool)] = []
        offsets.reserveCapacity(shaped.count)
        while index < shaped.count {
            let start = index
            let cluster = shaped[start].cluster
            while index < shaped.count, shaped[index].cluster == cluster { index += 1 }
            let end =
                isRightToLeft
                ? (start == 0 ? range.upperBound : shaped[start - 1].cluster)
                : (index == shaped.count ? range.upperBound : shaped[index].cluster)
            offsets.append((cluster, run.advance, !shaped[start].isUnsafeToBreak))
            if shaped[start..<index].contains(where: { $0.glyph == 0 }) {
                missing += text.characters(in: cluster..<end)
            } else {
                run.append(shaped[start..<index], text.bytes[cluster..<end])
            }
        }
        width += run.advance
        addStops(offsets, before, run.advance, text, isRightToLeft)
        if !run.glyphs.isEmpty { runs.append(run.finish()) }
    }

    func finish(isRightToLeft: Bool) -> ShapedWord {
        ShapedWord(
            runs: isRightToLeft ? runs.reversed() : runs,
            width: width,
            byteCount: byteCount,
            stops: stops,
            missing: missing
        )
    }

    private mutating func addStops(
        _ offsets: [(offset: Int, advance: Double, isSafe: Bool)],
        _ before: Double,
        _ total: Double,
        _ text: VisibleText,
        _ isRightToLeft: Bool
    ) {
        let logical = isRightToLeft ? offsets.reversed() : offsets
        for (index, cluster) in logical.enumerated() where cluster.isSafe {
            let place = text.place(of: cluster.offset)
            guard place > 0 else { continue }
            // In a run to the left, what stands before a cluster in the text is to its right.
            let inRun: Double
            if isRightToLeft {
                inRun = index == 0 ? 0 : total - logical[index - 1].advance
            } else {
                inRun = cluster.advance
            }
            stops.append(
                ShapedWord.Stop(offset: Int32(clamping: place), advance: Float(before + inRun))
            )
        }
    }
}

/// Collects the clusters of one run in visual order.
struct RunBuilder {
    let font: FontID
    let scale: Double
    let isRightToLeft: Bool
    /// The font's space.
    let space: UInt32?
    private(set) var glyphs: [Glyph] = []
    private(set) var advance = 0.0
    private var offsets: [Glyph.Offset] = []
    private var clusters: [Cluster] = []
    private var text: [UInt8] = []

    init(font: FontID, scale: Double, isRightToLeft: Bool, space: UInt32?) {
        self.font = font
        self.scale = scale
        self.isRightToLeft = isRightToLeft
        self.space = space
    }

    mutating func expect(glyphs count: Int, bytes: Int) {
        glyphs.reserveCapacity(count)
        clusters.reserveCapacity(count)
        text.reserveCapacity(bytes)
    }

    mutating func append(_ shaped: ArraySlice<GlyphBuffer.Shaped>, _ bytes: ArraySlice<UInt8>) {
        clusters.append(
            Cluster(bytes: UInt16(clamping: bytes.count), glyphs: UInt16(clamping: shaped.count))
        )
        text += bytes
        let white = isWhite(bytes) ? space : nil
        for one in shaped {
            let width = Double(one.advance) * scale
            advance += width
            if one.offsetX != 0 || one.offsetY != 0 {
                let offset = Glyph.Offset(
                    x: Float(Double(one.offsetX) * scale),
                    y: Float(Double(one.offsetY) * scale)
                )
                offsets.append([offset], after: glyphs.count)
            }
            glyphs.append(Glyph(id: white ?? one.glyph, advance: Float(width)))
        }
    }

    /// White is drawn with the space in its own width: a glyph for each kind of white would be a font
    /// of its own in a file, as Cairo sorts them.
    private func isWhite(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first == 0xC2 || first == 0xE2 else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let (scalar, length) = decodeScalar(bytes, at: 0)
            return length == bytes.count && isFixedSpace(scalar)
        }
    }

    func finish() -> ShapedRun {
        ShapedRun(
            font: font,
            glyphs: glyphs,
            offsets: offsets,
            clusters: clusters,
            bytes: text,
            isRightToLeft: isRightToLeft,
            width: advance
        )
    }
}
