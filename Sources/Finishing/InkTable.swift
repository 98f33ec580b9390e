package import Units

/// Which inks stand for which colours of the screen.
package struct InkTable: Hashable, Sendable {
    private let inks: [Colour: Colour.Ink]
    /// The colours that have inks, in an order that is the same in every run.
    private let bases: [Colour]

    /// Black text is black ink alone, whatever else is said.
    package init(_ inks: [Colour: Colour.Ink] = [:]) {
        var known: [Colour: Colour.Ink] = [
            .black: Colour.Ink(cyan: 0, magenta: 0, yellow: 0, black: 100)
        ]
        for (colour, ink) in inks { known[colour.withoutInk] = ink }
        self.inks = known
        bases = known.keys.sorted { $0.description < $1.description }
    }

    /// What stands for a colour; nil where nobody has said so.
    ///
    /// Greys are black ink, more or less of it, and a colour mixed with white is so much of its inks.
    package func ink(of colour: Colour) -> Colour.Ink? {
        if let ink = inks[colour.withoutInk] { return ink }
        if colour.red == colour.green, colour.green == colour.blue {
            let black = UInt8((255 - Int(colour.red)) * 100 / 255)
            return Colour.Ink(cyan: 0, magenta: 0, yellow: 0, black: black)
        }
        for base in bases {
            if let share = colour.share(of: base) { return inks[base]?.tint(share) }
        }
        return nil
    }
}

extension Colour {
    private var channels: [Double] { [red, green, blue].map { Double(255 - $0) } }

    /// How much of another colour it is, the rest white; nil where it is no tint of it.
    fileprivate func share(of base: Colour) -> Double? {
        let (mine, whole) = (channels, base.channels)
        guard let most = whole.max(), most > 0 else { return nil }
        let share = mine[whole.firstIndex(of: most)!] / most
        // A level of a screen either way is what rounding leaves.
        let isTint = zip(mine, whole).allSatisfy { abs($0 - $1 * share) <= 1 }
        return share < 1 && isTint ? share : nil
    }
}
