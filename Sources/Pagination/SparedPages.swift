import Typesetting
import Units

extension Galley {
    /// The same where what is shorter than its style begins a page for stands below what comes before it.
    ///
    /// - Parameter isWhole: Whether the text ends with it: how tall the last part is cannot be told otherwise.
    func sparingPages(isWhole: Bool) -> Galley {
        guard strips.contains(where: { $0.breakHeight > .zero }) else { return self }
        var galley = self
        var (height, isKnown) = (Length.zero, isWhole)
        for index in strips.indices.reversed() {
            let strip = strips[index]
            let floats = strip.floats.reduce(Length.zero) { $0 + $1.galley.height }
            height += strip.height + floats
            guard strip.breakBefore == .page else {
                height += strip.spaceBefore
                continue
            }
            if index > 0, isKnown, height < strip.breakHeight {
                galley.strips[index].breakBefore = .allowed(cost: 0)
            }
            (height, isKnown) = (.zero, true)
        }
        return galley
    }
}
