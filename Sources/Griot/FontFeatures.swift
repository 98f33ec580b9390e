internal import Diagnostics
internal import Flow
internal import Glyphs

extension ComposingRoom {
    /// Warns of small capitals, figures and other features that styles ask of fonts which lack them.
    func report(_ wishes: ArraySlice<FeatureWish>, of styles: TextStyles, to report: inout Report) {
        for wish in wishes {
            let style = styles[wish.style]
            guard let font = face(of: style), !does(wish.feature, font) else { continue }
            let letters =
                wish.name.map { "\($0) (‘\(wish.feature)’)" } ?? "feature ‘\(wish.feature)’"
            report.add(
                .warning(.lacks(letters, entry(of: font)), at: wish.origin)
                    .hinting(.findAnotherFont)
            )
        }
    }
}

extension Diagnostic.Message {
    static func lacks(_ letters: String, _ font: FontEntry) -> Self {
        let cut = [
            font.weight == 400 ? nil : "weight \(font.weight)", font.isItalic ? "italic" : nil,
        ]
        .compactMap(\.self).joined(separator: " ")
        return "‘\(font.family)’\(cut.isEmpty ? "" : " in \(cut)") has no \(letters)"
    }

    static let findAnotherFont: Self =
        "take it out here, or name a family that has it under ‘fonts’ of the brand"
}
