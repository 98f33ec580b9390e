// If you add logic to drawing, it belongs in layout.

internal import CCairo
import Glyphs
import Pages
import Pictures
import Structure
import Units

/// Draws marks on a Cairo context, whatever the context draws on.
///
/// It decides nothing: every mark says where it stands. Gathered text is drawn before anything
/// else is, so the order of the marks is the order of the drawing.
struct Painter: ~Copyable {
    let context: OpaquePointer
    private var fonts: ScaledFonts
    var pictures: PictureSurfaces
    private var text = TextBatch()
    private var colour: Colour?

    /// Borrows the context, which must outlive the painter; `scale` is its device units a point.
    init(
        borrowing context: OpaquePointer,
        scale: Double,
        faces: @escaping (FontID) -> DrawingFace?,
        pictures: consuming PictureSurfaces
    ) {
        self.context = context
        fonts = ScaledFonts(faces: faces, scale: scale)
        self.pictures = pictures
    }

    mutating func paint(_ fragment: Fragment) throws(PaintingError) {
        if fragment.isTurned { return try paintTurned(fragment) }
        for mark in fragment.marks { try paint(mark, at: fragment.origin) }
    }

    /// Letters are turned by their own matrix, so that fonts stay open; the rest by the page's.
    private mutating func paintTurned(_ fragment: Fragment) throws(PaintingError) {
        for mark in fragment.marks {
            if case .text(let text) = mark {
                try paint(text, at: fragment.origin, turned: true)
                continue
            }
            try drawText()
            cairo_save(context)
            cairo_translate(context, fragment.origin.x.points, fragment.origin.y.points)
            cairo_scale(context, -1, -1)
            try paint(mark, at: .zero)
            cairo_restore(context)
            forgetColour()
        }
    }

    private mutating func paint(_ mark: Mark, at origin: Point) throws(PaintingError) {
        if case .text(let text) = mark { return try paint(text, at: origin) }
        try drawText()
        switch mark {
        case .text: break
        case .area(let area): paint(area, at: origin)
        case .line(let line): paint(line, at: origin)
        case .picture(let picture): try paint(picture, at: origin)
        case .modules(let modules): try paint(modules, at: origin)
        }
    }

    private mutating func paint(
        _ mark: TextMark,
        at origin: Point,
        turned isTurned: Bool = false
    ) throws(PaintingError) {
        let setting = TextBatch.Setting(
            font: FontSetting(
                font: mark.run.font,
                size: mark.run.size.points * (isTurned ? -1 : 1),
                expansion: mark.expansion
            ),
            colour: mark.colour
        )
        if !text.takes(setting) {
            try drawText()
            text.begin(setting)
        }
        text.add(mark, from: origin, turned: isTurned)
    }

    /// Draws the text gathered so far.
    mutating func drawText() throws(PaintingError) {
        guard !text.isEmpty, let setting = text.setting else { return text.clear() }
        use(setting.colour)
        cairo_set_scaled_font(context, try fonts.font(for: setting.font))
        text.draw(on: context)
    }

    /// Makes a colour the one that is drawn with, unless it is so already.
    mutating func use(_ colour: Colour) {
        if self.colour == colour { return }
        self.colour = colour
        cairo_set_source_rgb(
            context,
            Self.share(colour.red),
            Self.share(colour.green),
            Self.share(colour.blue)
        )
    }

    /// Of a channel; three digits tell its 256 steps apart, and Cairo would write six.
    private static func share(_ value: UInt8) -> Double { toThousandths(Double(value) / 255) }

    /// Cairo starts each page in black.
    mutating func forgetColour() { colour = nil }
}
