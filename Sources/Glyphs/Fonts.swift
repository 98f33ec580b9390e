/// A font of this run, by its place in the catalogue.
package struct FontID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}

/// A font file somewhere in memory that stays there as long as anybody holds this.
///
/// Shared by shaping and painting, so it has identity. Files are mapped, never copied.
package final class FontData: Sendable {
    nonisolated(unsafe) package let base: UnsafeRawPointer
    package let count: Int
    private let release: @Sendable () -> Void

    /// - Parameter release: Gives up the memory, where whoever made this holds it no longer.
    package init(
        base: UnsafeRawPointer,
        count: Int,
        release: @escaping @Sendable () -> Void = {}
    ) {
        self.base = base
        self.count = count
        self.release = release
    }

    deinit { release() }
}

/// Whether letters end in serifs: one of the other kind in a word is seen at once.
package enum FontDesign: String, Hashable, Sendable, CaseIterable { case serif, sans }

/// One face that may be used: what it is called, what it is for, where it comes from.
package struct FontEntry: Hashable, Sendable {
    package var family: String
    /// From 100 to 900 as in OpenType's `usWeightClass`.
    package var weight: Int
    package var isItalic: Bool
    package var file: String
    /// Which face of a collection.
    package var faceIndex: Int
    /// The Debian package that brings the file.
    package var package: String
    /// Whether the strokes that join its Arabic letters may be drawn out.
    package var takesKashida: Bool
    /// Whether it composes and attaches nothing but combining marks, so that the features for that do
    /// nothing to a word of plain Latin letters; see ``Shaper``.
    package var composesMarksAlone: Bool
    /// Nil where nobody has said.
    package var design: FontDesign?

    package init(
        family: String,
        weight: Int,
        isItalic: Bool,
        file: String,
        faceIndex: Int = 0,
        package: String,
        takesKashida: Bool = false,
        composesMarksAlone: Bool = false,
        design: FontDesign? = nil
    ) {
        self.family = family
        self.weight = weight
        self.isItalic = isItalic
        self.file = file
        self.faceIndex = faceIndex
        self.package = package
        self.takesKashida = takesKashida
        self.composesMarksAlone = composesMarksAlone
        self.design = design
    }
}

/// The fonts of this run: nothing else of the machine is ever looked at.
///
/// A file is opened when its first glyph is needed. `opening` is called at most once for each
/// entry by each user of the catalogue, so it may map the same file again.
package struct FontCatalogue: Sendable {
    package let entries: [FontEntry]
    /// For each ISO 15924 script code, the families to try in order when the wanted family has no
    /// glyph; `Zyyy` holds those that are tried last for anything.
    package let fallback: [String: [String]]
    package let opening: @Sendable (FontEntry) -> FontData?
    /// The families of the entries in small letters, as they are compared.
    package let foldedFamilies: [String]

    package init(
        entries: [FontEntry],
        fallback: [String: [String]],
        opening: @escaping @Sendable (FontEntry) -> FontData?
    ) {
        self.entries = entries
        self.fallback = fallback
        self.opening = opening
        foldedFamilies = entries.map { $0.family.lowercased() }
    }

    package subscript(id: FontID) -> FontEntry { entries[Int(id.index)] }
}

/// The measures of a face, for one em of 1 pt.
package struct FontMetrics: Hashable, Sendable {
    package var ascender: Double
    package var descender: Double
    package var capHeight: Double
    package var underlinePosition: Double
    package var underlineThickness: Double

    package init(
        ascender: Double,
        descender: Double,
        capHeight: Double,
        underlinePosition: Double,
        underlineThickness: Double
    ) {
        self.ascender = ascender
        self.descender = descender
        self.capHeight = capHeight
        self.underlinePosition = underlinePosition
        self.underlineThickness = underlineThickness
    }
}
