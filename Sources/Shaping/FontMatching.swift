package import Glyphs
import Units

extension FontCatalogue {
    /// The face of a family that comes nearest, or nil where there is no such family.
    ///
    /// Names match whatever their capitals. Slant goes before weight; a missing weight is looked for
    /// as CSS does it: from 400 to 500 first up to 500, lighter weights go down first, bolder ones
    /// up first. Source: CSS Fonts Module Level 4, section 5.2.
    package func face(family: String, weight: Int, isItalic: Bool) -> FontID? {
        let wanted = family.lowercased()
        var best: (index: Int, cost: Int)?
        for (index, family) in foldedFamilies.enumerated() where family == wanted {
            let entry = entries[index]
            let cost =
                weightCost(entry.weight, wanted: weight)
                + (entry.isItalic == isItalic ? 0 : 100_000)
            if let found = best, found.cost <= cost { continue }
            best = (index, cost)
        }
        return best.map { FontID(index: Int32($0.index)) }
    }

    private func weightCost(_ weight: Int, wanted: Int) -> Int {
        let distance = abs(weight - wanted)
        if (400...500).contains(wanted) {
            if weight >= wanted && weight <= 500 { return distance }
            return weight < wanted ? 1_000 + distance : 2_000 + distance
        }
        let isOnTheFarSide = wanted < 400 ? weight > wanted : weight < wanted
        return isOnTheFarSide ? 1_000 + distance : distance
    }
}
