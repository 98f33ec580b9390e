import Glyphs
import Unicode

extension Shaper {
    /// Draws a piece of a word, divided among the fonts that have its letters.
    ///
    /// The first font that has all of it takes it whole, so that a word does not change its face in
    /// the middle for the sake of one letter. Signs that are no letters do not count: for an arrow
    /// the word keeps its font and only the arrow comes from another.
    func draw(_ piece: Range<Int>, of job: Job, into drawing: inout WordDrawing) {
        if isBlank(piece, in: job.text.bytes) {
            let font = spaces(for: job.script, job.style)
            return draw(FontStretch(range: piece, font: font), of: job, into: &drawing)
        }
        let script = holdsFigures(piece, job) ? .latin : job.script
        if let font = wholeFont(for: piece, job, in: script) {
            let stretch = FontStretch(range: piece, font: font, isShaped: true)
            return draw(stretch, of: job, into: &drawing)
        }
        let fonts = candidates(for: script, among: job.script, job.style).all
        for stretch in dividedStretches(of: piece, job, among: fonts) {
            draw(stretch, of: job, into: &drawing)
        }
    }

    /// The font that takes a piece whole, which it has then shaped.
    private func wholeFont(for piece: Range<Int>, _ job: Job, in script: Script) -> FontID? {
        let fonts = candidates(for: script, among: job.script, job.style)
        guard let first = fonts.first else { return nil }
        if draws(piece, job, in: first) { return first }
        guard lacksLetters(in: job.text.bytes) else { return nil }
        return fonts.all.dropFirst().first { draws(piece, job, in: $0) }
    }

    /// Whether it is a number among letters that run to the left, in the figures of Europe.
    ///
    /// Those that fonts of such letters bring are drawn for a Latin of their own, and stood a sixth taller
    /// than the letters around and than the page's other figures.
    private func holdsFigures(_ piece: Range<Int>, _ job: Job) -> Bool {
        guard job.script != .latin, !job.isRightToLeft, job.script.isRightToLeft else {
            return false
        }
        return job.text.bytes[piece].contains { 0x30...0x39 ~= $0 }
    }

    /// The font of the letters that stand beside a space of this script, if it has a space.
    ///
    /// A space is in every font, so the first would do; but a space that comes alone from a font of
    /// another script is lost to those who copy the text, since Cairo leaves such fonts out.
    private func spaces(for script: Script, _ style: Int) -> FontID? {
        if let known = styles[style].spaces[script] { return known }
        let fonts = candidates(for: script, among: script, style)
        let sample = script.sample
        func isOfScript(_ font: FontID) -> Bool {
            guard let face = face(font), face.space != nil else { return false }
            return sample.map { face.hasGlyph(for: $0) } ?? true
        }
        let isFirst = fonts.first.map(isOfScript) ?? false
        let font = isFirst ? fonts.first : fonts.all.first(where: isOfScript) ?? fonts.first
        styles[style].spaces[script] = .some(font)
        return font
    }

    private func isBlank(_ piece: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard [0x20, 0xC2, 0xE2].contains(bytes[piece.lowerBound]) else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var offset = piece.lowerBound
            while offset < piece.upperBound {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                guard scalar == 0x20 || isFixedSpace(scalar) else { return false }
                offset += length
            }
            return true
        }
    }

    /// Whether what was shaped last lacks a letter or a mark, not just a sign.
    private func lacksLetters(in bytes: [UInt8]) -> Bool {
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

    /// The faces that letters of a script are looked for in.
    ///
    /// - Parameter letters: The script of the letters around, which figures of Europe slant with or not.
    func candidates(for script: Script, among letters: Script, _ style: Int) -> FontCandidates {
        let known = styles[style].candidates.first {
            $0.script.tag == script.tag && $0.letters.tag == letters.tag
        }
        if let known { return known }
        let fonts = FontCandidates(for: script, among: letters, of: styles[style], in: catalogue)
        styles[style].candidates.append(fonts)
        return fonts
    }
}
