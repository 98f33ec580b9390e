import Flow
import Glyphs
import Shaping
import Units

/// A text style with its font found, and what paragraphs keep asking of it.
///
/// One object for each style, since every word of a paragraph asks for it.
final class StyledFace: Sendable {
    let style: TextStyle
    let id: FontStyleID
    /// The rest in ems.
    let metrics: FontMetrics
    let space: Double
    /// What a divided word ends in: the hyphen proper, or the typewriter's.
    let hyphen: [UInt8]
    let hyphenWidth: Double
    let language: String

    init(_ style: TextStyle, from shaper: Shaper) {
        id = shaper.id(
            of: FontStyle(
                family: style.family,
                companions: style.companions,
                weight: style.weight,
                isItalic: style.isItalic,
                uprightWeight: style.uprightWeight,
                features: style.features,
                language: style.language
            )
        )
        let font = shaper.font(of: id)
        let hyphen = font.map { shaper.covers(0x2010, in: $0) } == true ? "\u{2010}" : "-"
        self.style = style
        metrics =
            font.flatMap { shaper.metrics(of: $0) }
            ?? FontMetrics(
                ascender: 0.8,
                descender: -0.2,
                capHeight: 0.7,
                underlinePosition: -0.1,
                underlineThickness: 0.05
            )
        space = shaper.spaceWidth(in: id)
        self.hyphen = Array(hyphen.utf8)
        hyphenWidth = shaper.shape(hyphen, in: id).width
        language = style.language
    }
}

extension ParagraphSetter {
    mutating func face(_ id: TextStyleID) -> StyledFace {
        if let known = faces[Int(id.index)] { return known }
        let face = makeFace(styles[id])
        faces[Int(id.index)] = face
        return face
    }

    /// What the small letters of the Latin alphabet take on average, in ems; asked only of the styles that
    /// paragraphs have as a whole.
    mutating func meanLetter(of style: TextStyleID) -> Double {
        if let known = meanLetters[Int(style.index)] { return known }
        let mean = shaper.meanLetter(in: face(style).id)
        meanLetters[Int(style.index)] = mean
        return mean
    }

    private func makeFace(_ style: TextStyle) -> StyledFace { StyledFace(style, from: shaper) }
}
