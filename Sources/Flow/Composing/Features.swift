import Diagnostics
import Layouts
import Unicode

extension Style {
    /// OpenType features that the style asks for; what a script has no forms of is left out.
    func openTypeFeatures(in script: Script) -> [String] {
        let capitals: [String] =
            switch script.hasCase ? capitals : nil {
            case .small?: ["smcp"]
            case .allSmall?: ["smcp", "c2sc"]
            case .upper?: ["case"]
            case Style.Capitals.none?, nil: []
            }
        let figures: [String] =
            switch figures {
            case .text?, .old?: ["onum", "pnum"]
            case .lining?: ["lnum", "pnum"]
            case .tabular?: ["lnum", "tnum"]
            case .oldTabular?: ["onum", "tnum"]
            case nil: []
            }
        return capitals + figures + (features ?? [])
    }

    /// Those of them without which it would look otherwise, each with the place that asks for it.
    ///
    /// Types that share no tradition with Latin have one kind of letters and figures, as is right.
    fileprivate func wishes(in script: Script) -> [(feature: String, origin: Span?)] {
        guard script.hasItalics else { return [] }
        return openTypeFeatures(in: script).compactMap { feature in
            switch feature {
            case "case", "pnum": nil
            case "onum" where figures == .text: nil
            case "smcp",
                "c2sc" where capitals != nil:
                (feature, letterOrigins.capitals)
            case "onum", "lnum",
                "tnum" where figures != nil:
                (feature, letterOrigins.figures)
            default: (feature, letterOrigins.features)
            }
        }
    }
}

extension Composer {
    /// Notes what a style that is new to the document asks of its font.
    mutating func noteWishes(of type: Type, for id: TextStyleID, in script: Script) {
        for (feature, origin) in type.style.wishes(in: script) {
            guard let origin else { continue }
            flow.featureWishes.append(FeatureWish(style: id, feature: feature, origin: origin))
        }
    }
}
