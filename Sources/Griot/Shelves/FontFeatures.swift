internal import Diagnostics
internal import Flow
internal import Glyphs

extension ComposingRoom {
    /// Warns of small capitals, figures and other features that styles ask of fonts which lack them.
    func report(_ wishes: ArraySlice<FeatureWish>, of styles: TextStyles, to report: inout Report) {
        for wish in wishes {
            let style = styles[wish.style]
            guard let font = face(of: style), !does(wish.feature, font) else { continue }
            let letters: Diagnostic.Message =
                wish.name.map { "\($0) (‘\(wish.feature)’)" } ?? "feature ‘\(wish.feature)’"
            report.add(
                .warning(.lacks(letters, entry(of: font)), at: wish.origin)
                    .hinting(.findAnotherFont)
            )
        }
    }
}

extension Diagnostic.Message {
    static func lacks(_ letters: Self, _ font: FontEntry) -> Self {
        switch (font.weight, font.isItalic) {
        case (400, false): "‘\(font.family)’ has no \(letters)"
        case (400, true): "‘\(font.family)’ in italic has no \(letters)"
        case (let weight, false): "‘\(font.family)’ in weight \(weight) has no \(letters)"
        case (let weight, true): "‘\(font.family)’ in weight \(weight) italic has no \(letters)"
        }
    }

    fileprivate static let findAnotherFont: Self =
        "take it out here, or name a family that has it under ‘fonts’ of the brand"
}
