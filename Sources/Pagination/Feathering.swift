import Typesetting
import Units

extension FilledColumn {
    /// The same column with the spaces in it wider, so that it ends at its foot.
    ///
    /// Each takes a step before any of them takes two, the upper ones first.
    ///
    /// - Parameters:
    ///   - amount: What they take up together, in points.
    ///   - step: What one of them takes at a time, so that lines stay on the grid.
    func stretched(by amount: Double, in step: Double) -> FilledColumn {
        guard amount > 0 else { return self }
        var galley = poured.galley
        galley.strips = Array(galley.strips[range])
        var given = [Double](repeating: 0, count: galley.strips.count)
        for _ in 0..<Int((amount / step).rounded()) {
            let spaces = galley.strips.indices.dropFirst().filter {
                galley.strips[$0].spaceStretch.points - given[$0] >= step - 0.01
            }
            guard let next = spaces.min(by: { given[$0] < given[$1] }) else { break }
            given[next] += step
            galley.strips[next].spaceBefore += .pt(step)
        }
        var changed = self
        changed.poured = PouredGalley(galley, noteGap: poured.noteGap, line: poured.line)
        changed.range = galley.strips.indices
        return changed
    }
}
