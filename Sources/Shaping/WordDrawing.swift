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
    ///
    /// - Parameter share: How large the font is set, in ems.
    mutating func append(
        _ shaped: [GlyphBuffer.Shaped],
        _ range: Range<Int>,
        of text: VisibleText,
        in face: Face,
        share: Double,
        _ isRightToLeft: Bool
    ) {
        if !isRightToLeft, isPlain(shaped, range) {
            appendPlain(shaped, range, of: text, in: face, share: share)
        } else {
            appendClusters(shaped, range, of: text, in: face, share: share, isRightToLeft)
        }
    }

    /// Whether each byte is a letter and has a glyph of its own, as in most words of Latin script.
    private func isPlain(_ shaped: [GlyphBuffer.Shaped], _ range: Range<Int>) -> Bool {
        guard shaped.count == range.count else { return false }
        for index in shaped.indices
        where shaped[index].cluster != range.lowerBound + index || shaped[index].glyph == 0 {
            return false
        }
        return true
    }

    /// Adds a stretch each of whose bytes has a glyph: what it takes is known, and nothing is sorted.
    private mutating func appendPlain(
        _ shaped: [GlyphBuffer.Shaped],
        _ range: Range<Int>,
        of text: VisibleText,
        in face: Face,
        share: Double
    ) {
        let scale = face.scale * share
        var advance = 0.0
        var glyphs: [Glyph] = []
        var offsets: [Glyph.Offset] = []
        glyphs.reserveCapacity(shaped.count)
        stops.reserveCapacity(stops.count + shaped.count)
        for one in shaped {
            let place = text.place(of: one.cluster)
            if place > 0, !one.isUnsafeToBreak {
                let before = Float(width + advance)
                stops.append(ShapedWord.Stop(offset: Int32(clamping: place), advance: before))
            }
            if let offset = one.offset(scale) { offsets.append([offset], after: glyphs.count) }
            let own = Double(one.advance) * scale
            glyphs.append(Glyph(id: one.glyph, advance: Float(own)))
            advance += own
        }
        width += advance
        runs.append(
            ShapedRun(
                font: face.id,
                glyphs: glyphs,
                offsets: offsets,
                clusters: Cluster.singles(shaped.count),
                bytes: text.bytes(in: range),
                isRightToLeft: false,
                share: share,
                width: advance
            )
        )
    }

    /// Adds a stretch cluster by cluster.
    private mutating func appendClusters(
        _ shaped: [GlyphBuffer.Shaped],
        _ range: Range<Int>,
        of text: VisibleText,
        in face: Face,
        share: Double,
        _ isRightToLeft: Bool
    ) {
        var run = RunBuilder(
            font: face.id,
            share: share,
            scale: face.scale * share,
            isRightToLeft: isRightToLeft,
            space: face.space
        )
        run.expect(glyphs: shaped.count, bytes: range.count)
        let firstStop = stops.count
        stops.reserveCapacity(firstStop + shaped.count)
        var index = 0
        while index < shaped.count {
            let start = index
            let cluster = shaped[start].cluster
            var isMissing = false
            while index < shaped.count, shaped[index].cluster == cluster {
                isMissing = isMissing || shaped[index].glyph == 0
                index += 1
            }
            let end =
                isRightToLeft
                ? (start == 0 ? range.upperBound : shaped[start - 1].cluster)
                : (index == shaped.count ? range.upperBound : shaped[index].cluster)
            let before = run.advance
            if isMissing {
                missing += text.characters(in: cluster..<end)
            } else {
                run.append(shaped, start..<index, text.bytes, cluster..<end)
            }
            let place = text.place(of: cluster)
            if place > 0, !shaped[start].isUnsafeToBreak {
                let advance = Float(isRightToLeft ? run.advance : width + before)
                stops.append(ShapedWord.Stop(offset: Int32(clamping: place), advance: advance))
            }
        }
        if isRightToLeft { turnStops(from: firstStop, ofRunOf: run.advance) }
        width += run.advance
        if !run.glyphs.isEmpty { runs.append(run.finish()) }
    }

    consuming func finish(isRightToLeft: Bool) -> ShapedWord {
        if isRightToLeft { runs.reverse() }
        return ShapedWord(
            runs: runs,
            width: width,
            byteCount: byteCount,
            stops: stops,
            missing: missing
        )
    }

    /// Puts stops met from left to right into the order of their letters, which run to the left: what
    /// stands before a cluster in the text is to its right.
    private mutating func turnStops(from first: Int, ofRunOf total: Double) {
        stops[first...].reverse()
        for index in first..<stops.count {
            stops[index].advance = Float(width + total - Double(stops[index].advance))
        }
    }
}

/// Collects the clusters of one run in visual order.
struct RunBuilder {
    let font: FontID
    let share: Double
    let scale: Double
    let isRightToLeft: Bool
    /// The font's space.
    let space: UInt32?
    private(set) var glyphs: [Glyph] = []
    private(set) var advance = 0.0
    private var offsets: [Glyph.Offset] = []
    private var clusters: [Cluster] = []
    private var text: [UInt8] = []

    init(font: FontID, share: Double, scale: Double, isRightToLeft: Bool, space: UInt32?) {
        self.font = font
        self.share = share
        self.scale = scale
        self.isRightToLeft = isRightToLeft
        self.space = space
    }

    mutating func expect(glyphs count: Int, bytes: Int) {
        glyphs.reserveCapacity(count)
        clusters.reserveCapacity(count)
        text.reserveCapacity(bytes)
    }

    /// Adds the cluster of some glyphs and the letters they stand for.
    mutating func append(
        _ shaped: [GlyphBuffer.Shaped],
        _ cluster: Range<Int>,
        _ bytes: [UInt8],
        _ letters: Range<Int>
    ) {
        clusters.append(
            Cluster(bytes: UInt16(clamping: letters.count), glyphs: UInt16(clamping: cluster.count))
        )
        // Mostly one: a slice of the text would be longer in the making.
        for index in letters { text.append(bytes[index]) }
        let white = isWhite(bytes, letters) ? space : nil
        for index in cluster {
            let one = shaped[index]
            let width = Double(one.advance) * scale
            advance += width
            if let offset = one.offset(scale) { offsets.append([offset], after: glyphs.count) }
            glyphs.append(Glyph(id: white ?? one.glyph, advance: Float(width)))
        }
    }

    /// White is drawn with the space in its own width: a glyph for each kind of white would be a font
    /// of its own in a file, as Cairo sorts them.
    private func isWhite(_ bytes: [UInt8], _ letters: Range<Int>) -> Bool {
        guard let first = letters.first, bytes[first] == 0xC2 || bytes[first] == 0xE2 else {
            return false
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let (scalar, length) = decodeScalar(bytes, at: first)
            return length == letters.count && isFixedSpace(scalar)
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
            share: share,
            width: advance
        )
    }
}
