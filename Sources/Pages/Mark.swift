package import Glyphs
package import Units

/// A drawn thing.
///
/// Its place is counted from the fragment that holds it.
package enum Mark: Hashable, Sendable {
    case text(TextMark)
    case area(AreaMark)
    case line(LineMark)
    case picture(PictureMark)
    case modules(ModulesMark)
}

/// A glyph run standing on a baseline.
package struct TextMark: Hashable, Sendable {
    package var run: GlyphRun
    /// The left end of the baseline.
    package var origin: Point
    package var colour: Colour
    /// By how much glyphs are widened, 1 being not at all.
    package var expansion: Double
    /// What is added after each cluster.
    package var tracking: Length
    /// Its place in the order of reading among the marks of its line, which are drawn from left to
    /// right.
    package var rank: Int

    package init(
        run: GlyphRun,
        origin: Point,
        colour: Colour,
        expansion: Double = 1,
        tracking: Length = .zero,
        rank: Int = 0
    ) {
        self.run = run
        self.origin = origin
        self.colour = colour
        self.expansion = expansion
        self.tracking = tracking
        self.rank = rank
    }
}

/// A rectangle, its corners rounded by `radius`, filled, outlined, or both.
package struct AreaMark: Hashable, Sendable {
    package var rect: Rect
    package var radius: Length
    package var fill: Colour?
    package var border: Stroke?

    package init(rect: Rect, radius: Length = .zero, fill: Colour?, border: Stroke? = nil) {
        self.rect = rect
        self.radius = radius
        self.fill = fill
        self.border = border
    }
}

package struct Stroke: Hashable, Sendable {
    package var width: Length
    package var colour: Colour
    /// Lengths drawn and left out in turn; empty is solid.
    package var dash: [Length]

    package init(width: Length, colour: Colour, dash: [Length] = []) {
        self.width = width
        self.colour = colour
        self.dash = dash
    }
}

package struct LineMark: Hashable, Sendable {
    package var start: Point
    package var end: Point
    package var stroke: Stroke

    package init(from start: Point, to end: Point, stroke: Stroke) {
        self.start = start
        self.end = end
        self.stroke = stroke
    }
}

/// A picture scaled to fill `rect`; what falls outside `clip` is not drawn.
package struct PictureMark: Hashable, Sendable {
    package enum Clip: Hashable, Sendable {
        case none
        case rectangle(Rect)
        case ellipse(Rect)
    }

    package var picture: PictureID
    package var rect: Rect
    package var clip: Clip

    package init(picture: PictureID, rect: Rect, clip: Clip = .none) {
        self.picture = picture
        self.rect = rect
        self.clip = clip
    }

    /// The part of it that is seen, or the box around that.
    package var shown: Rect {
        switch clip {
        case .none: rect
        case .rectangle(let box), .ellipse(let box): box
        }
    }
}

/// A picture of this run, by its place among those handed in.
package struct PictureID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}

/// A square of black and white modules (a QR code), drawn as one mask: drawn as rectangles it would
/// cost ten times as much.
package struct ModulesMark: Hashable, Sendable {
    package var rect: Rect
    package var modules: ModuleSquare
    package var colour: Colour

    package init(rect: Rect, modules: ModuleSquare, colour: Colour) {
        self.rect = rect
        self.modules = modules
        self.colour = colour
    }
}
