import Glyphs
import Unicode

extension Shaper {
    /// How large a font is set, in ems, that stands in for the page's where that lacks a letter: so that
    /// its letters are as tall as those beside them.
    ///
    /// Noto's are a sixth taller than Biolinum's at the same size, and a name in them shouts. Other
    /// scripts have companions that were chosen for their page.
    func share(of face: Face, for job: Job) -> Double {
        guard Self.likeLatin.contains(job.script) else { return 1 }
        if let known = styles[job.style].shares[face.id] { return known }
        let fonts = candidates(for: job.script, among: job.script, job.style)
        let share = share(of: face, beside: fonts.first)
        styles[job.style].shares[face.id] = share
        return share
    }

    /// Scripts whose letters a typeface draws as tall as its Latin ones.
    private static let likeLatin: Set<Script> = [.latin, Script("Grek"), Script("Cyrl")]

    private func share(of face: Face, beside page: FontID?) -> Double {
        guard let page, page != face.id, let own = self.face(page)?.heightOfLetters,
            let other = face.heightOfLetters
        else { return 1 }
        let share = own / other
        // What is less is seen by nobody; what is more comes of fonts with odd letters.
        return abs(share - 1) < 0.02 ? 1 : min(max(share, 0.7), 1.3)
    }
}

extension Face {
    /// Midway between its small letters and its capitals, in ems; nil where it has none.
    ///
    /// By the small ones alone, capitals of one face would stand a tenth below those of another. Both are
    /// measured, since files often tell them wrong.
    fileprivate var heightOfLetters: Double? {
        let heights = [0x78, 0x48].compactMap { glyph(of: $0).flatMap { ink(of: $0)?.top } }
        guard heights.count == 2, heights.allSatisfy({ $0 > 0 }) else { return nil }
        return (heights[0] + heights[1]) / 2
    }
}
