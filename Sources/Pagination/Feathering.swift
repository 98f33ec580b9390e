import Typesetting
import Units

extension FilledColumn {
    /// The same column with the spaces in it wider, so that it ends at its foot.
    ///
    /// Each takes a step before any of them takes two: where a step or two are left over, the column ends
    /// so much above its foot rather than with spaces that differ.
    ///
    /// - Parameters:
    ///   - amount: What they take up together, in points.
    ///   - step: What one of them takes at a time, so that lines stay on the grid.
    func stretched(by amount: Double, in step: Double) -> FilledColumn {
        guard amount > 0 else { return self }
        var galley = poured.galley
        galley.strips = Array(galley.strips[range])
        var given = 0.0
        var left = Int((amount / step).rounded())
        while left > 0 {
            let spaces = galley.strips.indices.dropFirst().filter {
                galley.strips[$0].spaceStretch.points - given >= step - 0.01
            }
            guard !spaces.isEmpty, spaces.count <= left || left > Self.mostLeft else { break }
            for space in spaces.prefix(left) { galley.strips[space].spaceBefore += .pt(step) }
            left -= min(left, spaces.count)
            given += step
        }
        var changed = self
        changed.poured = PouredGalley(galley, noteGap: poured.noteGap, line: poured.line)
        changed.range = galley.strips.indices
        return changed
    }

    /// How many steps short of its foot a column may end: more would be seen beside the page that faces it.
    private static let mostLeft = 2
}
