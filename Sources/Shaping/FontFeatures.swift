internal import CHarfBuzz
package import Glyphs

extension Shaper {
    /// Whether a font does what a feature asks for, by the feature or, for figures, without it.
    ///
    /// - Parameter feature: As styles name it, such as `smcp`; what only switches off is always done.
    package func does(_ feature: String, in font: FontID) -> Bool {
        guard let face = face(font), let asked = ResolvedStyle.feature(feature), asked.value > 0
        else { return true }
        return face.hasFeature(asked.tag) || face.hasFigures(as: asked.tag)
    }
}

extension Face {
    /// Whether the tables of its substitutions or of its positions know a feature, for any script.
    fileprivate func hasFeature(_ tag: UInt32) -> Bool {
        withHandles { face, _ in
            [FontTag.substitutions, FontTag.positions].contains { table in
                Self.features(of: face, in: table).contains(tag)
            }
        }
    }

    private static func features(of face: OpaquePointer, in table: UInt32) -> [UInt32] {
        var count: UInt32 = 0
        let all = hb_ot_layout_table_get_feature_tags(face, table, 0, &count, nil)
        count = all
        return [UInt32](unsafeUninitializedCapacity: Int(all)) { tags, filled in
            hb_ot_layout_table_get_feature_tags(face, table, 0, &count, tags.baseAddress)
            filled = Int(count)
        }
    }

    /// Whether its usual figures are of the form that a feature would bring.
    fileprivate func hasFigures(as tag: UInt32) -> Bool {
        let figures = (0x30...0x39 as ClosedRange<UInt32>).compactMap { digit in
            glyph(of: digit).flatMap { ink(of: $0) }.map { (ink: $0, advance: advance(of: digit)) }
        }
        guard figures.count == 10 else { return false }
        let hangs = figures.contains { $0.ink.bottom < Self.belowTheLine }
        return switch tag {
        case FontTag.liningFigures: !hangs
        case FontTag.oldStyleFigures: hangs
        case FontTag.tabularFigures: figures.allSatisfy { $0.advance == figures[0].advance }
        case FontTag.proportionalFigures:
            figures.contains { $0.advance != figures[0].advance }
        default: false
        }
    }

    /// In ems; round figures overshoot the line by less.
    private static let belowTheLine = -0.06
}
