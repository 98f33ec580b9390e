import Glyphs
import Unicode
import Units

extension Shaper {
    /// What it takes to shape one word, so that it need not travel in five parameters.
    struct Job {
        let text: VisibleText
        let style: Int
        let script: Script
        let isRightToLeft: Bool
        /// Whether all of the text is of letters and signs that no mark is combined with.
        let isOfPlainLetters: Bool

        init(_ text: VisibleText, style: Int, script: Script, isRightToLeft: Bool) {
            self.text = text
            self.style = style
            self.script = script
            self.isRightToLeft = isRightToLeft
            isOfPlainLetters = script == .latin && !isRightToLeft && text.isOfPlainLetters
        }
    }

    /// A part of a word and the font that draws it; nil where no font does.
    struct FontStretch {
        var range: Range<Int>
        var font: FontID?
        /// Whether its glyphs are in ``Shaper/scratch``: finding the font was shaping it.
        var isShaped = false
    }

    func shapeAnew(
        _ word: Span<UInt8>,
        in style: FontStyleID,
        script: Script,
        isRightToLeft: Bool
    ) -> ShapedWord {
        let job = Job(
            VisibleText(word),
            style: Int(style.index),
            script: script == .common || script == .unknown ? .latin : script,
            isRightToLeft: isRightToLeft
        )
        var drawing = WordDrawing(byteCount: word.count)
        let bytes = job.text.bytes
        if bytes.count > Self.longestPiece {
            for piece in pieces(of: bytes) { draw(piece, of: job, into: &drawing) }
        } else if !bytes.isEmpty {
            draw(0..<bytes.count, of: job, into: &drawing)
        }
        return drawing.finish(isRightToLeft: isRightToLeft)
    }

    /// In bytes of UTF-8.
    private static let longestPiece = 2_000

    /// Long words are shaped in pieces of bounded length, cut before a letter and not before a mark.
    private func pieces(of bytes: [UInt8]) -> [Range<Int>] {
        let length = Self.longestPiece
        var pieces: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + length, bytes.count)
            if end < bytes.count { end = placeToCut(bytes, near: end, after: start + length / 2) }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }

    private func placeToCut(_ bytes: [UInt8], near end: Int, after start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var end = end
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            var cut = end
            while cut > start {
                if !isMark(decodeScalar(bytes, at: cut).value) { return cut }
                cut -= 1
                while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
            }
            return end
        }
    }

    func draw(_ stretch: FontStretch, of job: Job, into drawing: inout WordDrawing) {
        guard let id = stretch.font ?? styles[job.style].primary, let face = face(id) else {
            for character in job.text.characters(in: stretch.range) {
                drawing.missing.append(character)
            }
            return
        }
        if !stretch.isShaped { shape(stretch.range, of: job, in: face) }
        drawing.append(
            scratch,
            stretch.range,
            of: job.text,
            in: face,
            share: id == styles[job.style].primary ? 1 : share(of: face, for: job),
            job.isRightToLeft
        )
    }

    /// Leaves the glyphs of a part of a word in ``scratch``.
    func shape(_ range: Range<Int>, of job: Job, in face: Face) {
        let style = styles[job.style]
        let isPlain = face.entry.composesMarksAlone && job.isOfPlainLetters
        buffer.shape(
            job.text.bytes,
            range,
            in: face,
            language: style.language,
            features: isPlain ? style.featuresOfPlainWords : style.features,
            script: job.script,
            isRightToLeft: job.isRightToLeft,
            into: &scratch
        )
    }
}
