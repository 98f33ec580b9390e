package import Diagnostics
import Glyphs
import Unicode

extension Shaper {
    /// What to tell the writer of a character that no font of its text has.
    ///
    /// Where some other font of the catalogue has it, the hint names that font.
    package func diagnostic(
        of gap: MissingGlyph,
        in style: FontStyleID,
        at span: Diagnostics.Span?
    ) -> Diagnostic {
        guard let hint = hint(for: gap.scalar) else {
            // Told once, in however many families the text is set.
            return .error(.noGlyph(for: gap.scalar), at: span).pointing(atLetter: gap.scalar)
                .hinting(.leaveItOut)
        }
        let family = self.style(style).family
        return .error(.noGlyph(for: gap.scalar, in: family), at: span)
            .pointing(atLetter: gap.scalar).hinting(hint)
    }

    private func hint(for scalar: UInt32) -> Diagnostic.Message? {
        var families: Set<String> = []
        var absent: Set<String> = []
        for (index, entry) in catalogue.entries.enumerated() {
            guard families.insert(entry.family).inserted else { continue }
            guard let face = face(FontID(index: Int32(index))) else {
                absent.insert(entry.package)
                continue
            }
            if face.hasGlyph(for: scalar) { return .familyHas(entry) }
        }
        return absent.isEmpty ? nil : .mayBe(in: absent.sorted())
    }
}

extension Diagnostic.Message {
    fileprivate static func noGlyph(for scalar: UInt32) -> Self {
        let message: Self = "no font here has \(named(scalar))"
        return message.about(.missingLetter)
    }

    fileprivate static let leaveItOut: Self =
        "leave it out, or list a family that has it in fonts/fonts.yaml"

    fileprivate static func noGlyph(for scalar: UInt32, in family: String) -> Self {
        let message: Self =
            "neither ‘\(family)’ nor any font that stands in for it has \(named(scalar))"
        return message.about(.missingLetter)
    }

    private static func named(_ scalar: UInt32) -> Self {
        let name = characterName(scalar)
        guard let letter = UnicodeScalar(scalar), isVisible(letter) else { return "\(name)" }
        return "‘\(letter)’, \(name)"
    }

    fileprivate static func familyHas(_ entry: FontEntry) -> Self {
        "the family ‘\(entry.family)’ of the package \(entry.package) has it: set the text in it, or list it among the fallbacks"
    }

    static func mayBe(in packages: [String]) -> Self {
        "it may be in a font that is not installed: install \(packages.joined(separator: ", "))"
    }

    /// Marks would land on the quotation mark before them.
    private static func isVisible(_ letter: UnicodeScalar) -> Bool {
        !isMark(letter.value) && letter.properties.generalCategory != .unassigned
            && letter.properties.generalCategory != .privateUse
    }
}
