import Glyphs
import Unicode

extension Shaper {
    /// Divides a piece of a word among the fonts that have its letters.
    ///
    /// The first font that has all of it takes it whole, so that a word does not change its face in
    /// the middle for the sake of one letter. Signs that are no letters do not count: for an arrow
    /// the word keeps its font and only the arrow comes from another.
    func stretches(of piece: Range<Int>, _ job: Job) -> [FontStretch] {
        let fonts = candidates(for: job.script, job.style)
        guard let first = fonts.first else { return [FontStretch(range: piece, font: nil)] }
        if draws(piece, job, in: first) {
            return [FontStretch(range: piece, font: first, isShaped: true)]
        }
        if lacksLetters(of: piece, in: job.text.bytes),
            let whole = fonts.dropFirst().first(where: { draws(piece, job, in: $0) })
        {
            return [FontStretch(range: piece, font: whole, isShaped: true)]
        }
        return dividedStretches(of: piece, job, among: fonts)
    }

    /// Whether what was shaped last lacks a letter or a mark, not just a sign.
    private func lacksLetters(of piece: Range<Int>, in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            scratch.contains { shaped in
                guard shaped.glyph == 0 else { return false }
                let scalar = decodeScalar(bytes, at: shaped.cluster).value
                return isLetter(scalar) || isMark(scalar)
            }
        }
    }

    private func dividedStretches(
        of piece: Range<Int>,
        _ job: Job,
        among fonts: [FontID]
    ) -> [FontStretch] {
        var stretches: [FontStretch] = []
        for cluster in letterGroups(of: piece, in: job.text.bytes) {
            let font = fonts.first { draws(cluster, job, in: $0) }
            if let last = stretches.last, last.font == font {
                stretches[stretches.count - 1].range = last.range.lowerBound..<cluster.upperBound
            } else {
                stretches.append(FontStretch(range: cluster, font: font))
            }
        }
        return stretches
    }

    /// A letter with its marks and joiners, again and again.
    private func letterGroups(of piece: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var groups: [Range<Int>] = []
            var offset = piece.lowerBound
            while offset < piece.upperBound {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                let end = offset + length
                if let last = groups.last, isMark(scalar) || isDefaultIgnorable(scalar) {
                    groups[groups.count - 1] = last.lowerBound..<end
                } else {
                    groups.append(offset..<end)
                }
                offset = end
            }
            return groups
        }
    }

    private func draws(_ range: Range<Int>, _ job: Job, in font: FontID) -> Bool {
        guard let face = face(font) else { return false }
        shape(range, of: job, in: face)
        return !scratch.contains { $0.glyph == 0 }
    }

    /// The style's companion for the script, its own font, then the catalogue's families for the
    /// script, and last those for anything.
    ///
    /// The companion comes first since many a font of another script brings a Latin of its own,
    /// which is not the Latin of the page.
    func candidates(for script: Script, _ style: Int) -> [FontID] {
        if let known = styles[style].candidates[script] { return known }
        let code = script.description
        let wanted = styles[style].style
        let fallback = (catalogue.fallback[code] ?? []) + (catalogue.fallback["Zyyy"] ?? [])
        var fonts: [FontID] = []
        func add(_ font: FontID?) {
            if let font, !fonts.contains(font) { fonts.append(font) }
        }
        func face(of family: String) -> FontID? {
            catalogue.face(family: family, weight: wanted.weight, isItalic: wanted.isItalic)
        }
        add(wanted.companions[code].flatMap(face(of:)))
        add(styles[style].primary)
        for family in fallback { add(face(of: family)) }
        styles[style].candidates[script] = fonts
        return fonts
    }
}
