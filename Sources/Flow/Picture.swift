package import Arrangement
package import Diagnostics
package import Units

/// A file with a picture in it, named by content or layout.
package struct PictureSource: Hashable, Sendable {
    package var path: String
    package var origin: Span?

    package init(path: String, origin: Span?) {
        self.path = path
        self.origin = origin
    }

    /// What a message calls it: the name of its file, without its folders.
    package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

package struct Picture: Hashable, Sendable {
    /// Index into the flow's pictures.
    package var source: Int
    package var width: Extent
    /// Nil keeps the picture's proportions.
    package var height: Length?
    package var maximumHeight: Length?
    /// The side of a square that it is as large as, whatever its proportions; its width is then nothing.
    package var weight: Length?
    /// The share of its height that a rectangle keeps, its width unchanged; the rest is cut.
    package var heightShare = 1.0
    package var shape: PictureShape
    /// What stays in view when proportions are cut, from 0 to 1 across and down; nil where nobody has
    /// said it.
    package var focusX: Double
    package var focusY: Double?
    /// Where it stands when narrower than the measure: 0 at the left, 1 at the right.
    package var position: Double

    package init(
        source: Int,
        width: Extent = .share(1),
        height: Length? = nil,
        maximumHeight: Length? = nil,
        weight: Length? = nil,
        shape: PictureShape = .rectangle,
        focusX: Double = 0.5,
        focusY: Double? = nil,
        position: Double = 0
    ) {
        self.source = source
        self.width = width
        self.height = height
        self.maximumHeight = maximumHeight
        self.weight = weight
        self.shape = shape
        self.focusX = focusX
        self.focusY = focusY
        self.position = position
    }
}
