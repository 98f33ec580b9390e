internal import CCairo
import Glyphs
import Pages
import Units

/// Glyphs gathered for one call to Cairo: a call for each word would cost half as much again.
struct TextBatch {
    /// What all glyphs of a call share.
    struct Setting: Equatable {
        var font: FontSetting
        var colour: Colour
    }

    private(set) var setting: Setting?
    private var glyphs: [cairo_glyph_t] = []
    private var clusters: [cairo_text_cluster_t] = []
    private var text: [UInt8] = []

    var isEmpty: Bool { glyphs.isEmpty }

    /// Whether a mark may be added to what is there.
    ///
    /// Cairo copies what a call holds, so a call has an end even where a font goes on for pages.
    func takes(_ setting: Setting) -> Bool {
        self.setting == setting && glyphs.count < 4_000
    }

    mutating func begin(_ setting: Setting) {
        precondition(isEmpty, "text that was gathered is drawn before other text is begun")
        self.setting = setting
    }

    mutating func add(_ mark: TextMark, from origin: Point, turned isTurned: Bool) {
        place(mark, from: origin, turned: isTurned)
        let run = mark.run
        let start = text.count
        let first = clusters.count
        text.append(contentsOf: run.text.utf8)
        let isReadByLetters = run.isRightToLeft && !run.isReadFromLeftToRight
        var ends = WordEnds()
        var (next, bytes) = (0, start)
        for cluster in run.clusters where cluster.bytes > 0 || cluster.glyphs > 0 {
            var length = plainLetter(at: bytes, Int(cluster.bytes))
            let shown = next..<next + Int(cluster.glyphs)
            next = shown.upperBound
            let rest = text.count - bytes - length
            if isReadByLetters,
                ends.needMark(before: text[bytes...].prefix(length), of: text[bytes...])
            {
                text.insert(contentsOf: WordEnds.mark, at: bytes)
                length += WordEnds.mark.count
            }
            if !run.isRightToLeft || !part(bytes..<bytes + length, of: run.glyphs[shown]) {
                clusters.append(
                    cairo_text_cluster_t(num_bytes: Int32(length), num_glyphs: Int32(shown.count))
                )
            }
            bytes = text.count - rest
        }
        precondition(next == run.glyphs.count, "every glyph of a run is in one of its clusters")
        precondition(bytes == text.count, "so is every letter")
        if run.isRightToLeft, !isReadByLetters { sayAtOnce(clustersFrom: first, textFrom: start) }
    }

    /// Adds the glyphs of a mark where they are drawn, tracking between its clusters.
    private mutating func place(_ mark: TextMark, from origin: Point, turned isTurned: Bool) {
        let run = mark.run
        let way = isTurned ? -1.0 : 1
        let size = run.size.points * way
        let em = size * mark.expansion
        let tracking = mark.tracking.points * way
        var x = toThousandths(origin.x.points + mark.origin.x.points * way)
        let y = toThousandths(origin.y.points + mark.origin.y.points * way)
        var next = 0
        for cluster in run.clusters where cluster.bytes > 0 || cluster.glyphs > 0 {
            let end = next + Int(cluster.glyphs)
            while next < end {
                let (glyph, offset) = (run.glyphs[next], run.offset(of: next))
                glyphs.append(
                    cairo_glyph_t(
                        index: UInt(glyph.id),
                        x: x + Double(offset.x) * em,
                        y: y - Double(offset.y) * size
                    )
                )
                x += Double(glyph.advance) * em
                next += 1
            }
            x += tracking
        }
    }

    /// Gives each glyph read from right to left letters of its own, where that can be told.
    ///
    /// Programs that give text back turn the letters of a line round one by one: those of one cluster
    /// they would find the wrong way about, be it a letter with its marks or a ligature. Marks therefore
    /// stand apart, and a ligature is called by its one character.
    ///
    /// - Returns: False where the cluster must say its letters as a whole.
    private mutating func part(_ letters: Range<Int>, of shown: ArraySlice<Glyph>) -> Bool {
        guard letters.count > 2 else { return false }
        let scalars = Array(String(decoding: text[letters], as: UTF8.self).unicodeScalars)
        var marks = scalars.filter(\.isMark)
        var bases = scalars.filter { !$0.isMark }
        if shown.count == marks.count + 1, let joined = ligature(of: bases) {
            bases = [joined]
        }
        guard shown.count(where: { $0.advance == 0 }) == marks.count,
            shown.count == marks.count + bases.count
        else { return false }
        let parted = shown.map { $0.advance == 0 ? marks.removeLast() : bases.removeLast() }
        text.replaceSubrange(letters, with: parted.flatMap { Array(String($0).utf8) })
        clusters += parted.map {
            cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0)), num_glyphs: 1)
        }
        return true
    }

    /// Makes one cluster of those of a run, with their letters in the order in which they are spoken.
    ///
    /// Spaces at its ends stay what they are: they divide it from what stands beside it.
    private mutating func sayAtOnce(clustersFrom first: Int, textFrom start: Int) {
        var (run, letters) = (first..<clusters.count, start..<text.count)
        while let cluster = run.first, isSpace(clusters[cluster], at: letters.lowerBound) {
            (run, letters) = (run.dropFirst(), letters.dropFirst())
        }
        while let cluster = run.last, isSpace(clusters[cluster], at: letters.upperBound - 1) {
            (run, letters) = (run.dropLast(), letters.dropLast())
        }
        var spoken: [UInt8] = []
        var end = letters.upperBound
        for cluster in clusters[run].reversed() {
            let begin = end - Int(cluster.num_bytes)
            spoken += text[begin..<end]
            end = begin
        }
        text.replaceSubrange(letters, with: spoken)
        let whole = cairo_text_cluster_t(
            num_bytes: Int32(spoken.count),
            num_glyphs: clusters[run].reduce(0) { $0 + $1.num_glyphs }
        )
        clusters.replaceSubrange(run, with: CollectionOfOne(whole))
    }

    private func isSpace(_ cluster: cairo_text_cluster_t, at place: Int) -> Bool {
        cluster.num_bytes == 1 && text[place] == 0x20
    }

    /// Writes a space for white of any other kind, since the one glyph that draws both can have but one
    /// name in the file, and for letters that one font alone knows, which have no name anywhere.
    ///
    /// Source: ISO 19005-2, 6.2.11.7.3, which allows no private letter without words that stand for it.
    ///
    /// - Returns: How many bytes the cluster has now.
    private mutating func plainLetter(at place: Int, _ length: Int) -> Int {
        if isFixedSpace(at: place, length) {
            text.replaceSubrange(place..<place + length, with: CollectionOfOne(0x20))
            return 1
        }
        guard isPrivate(at: place, length) else { return length }
        // Of all spaces one that stands for nothing else: the code of the usual one is to draw nothing.
        text.replaceSubrange(place..<place + length, with: [0xE2, 0x80, 0x82])
        return 3
    }

    /// U+00A0, U+2000 to U+200A, U+202F and U+205F, in UTF-8.
    private func isFixedSpace(at place: Int, _ length: Int) -> Bool {
        switch (length, text[place]) {
        case (2, 0xC2): return text[place + 1] == 0xA0
        case (3, 0xE2):
            let last = text[place + 2]
            return text[place + 1] == 0x80
                ? last <= 0x8A || last == 0xAF : text[place + 1] == 0x81 && last == 0x9F
        default: return false
        }
    }

    /// U+E000 to U+F8FF and what is above U+F0000, in UTF-8.
    ///
    /// Source: the Unicode Standard, section 23.5.
    private func isPrivate(at place: Int, _ length: Int) -> Bool {
        switch (length, text[place]) {
        case (3, 0xEE), (4, 0xF4): true
        case (3, 0xEF): text[place + 1] < 0xA4
        case (4, 0xF3): text[place + 1] >= 0xB0
        default: false
        }
    }

    /// Hands everything gathered to Cairo, whose font and colour must be set already.
    mutating func draw(on context: OpaquePointer) {
        text.withUnsafeBufferPointer { text in
            text.withMemoryRebound(to: CChar.self) { text in
                cairo_show_text_glyphs(
                    context,
                    text.baseAddress,
                    Int32(text.count),
                    glyphs,
                    Int32(glyphs.count),
                    clusters,
                    Int32(clusters.count),
                    cairo_text_cluster_flags_t(rawValue: 0)
                )
            }
        }
        clear()
    }

    /// Forgets everything gathered.
    mutating func clear() {
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        setting = nil
    }
}

/// A place or a size as fine as anything prints: Cairo would write three digits more of each.
func toThousandths(_ points: Double) -> Double { (points * 1000).rounded() / 1000 }
