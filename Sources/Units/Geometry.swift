/// A place on a page: from its top left corner, right and down.
package struct Point: Hashable, Sendable {
    package var x: Length
    package var y: Length

    @inlinable package init(x: Length, y: Length) {
        self.x = x
        self.y = y
    }

    package static let zero = Point(x: .zero, y: .zero)

    @inlinable package static func + (a: Point, b: Point) -> Point {
        Point(x: a.x + b.x, y: a.y + b.y)
    }
    @inlinable package static func - (a: Point, b: Point) -> Point {
        Point(x: a.x - b.x, y: a.y - b.y)
    }
}

package struct Size: Hashable, Sendable {
    package var width: Length
    package var height: Length

    @inlinable package init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }

    package static let zero = Size(width: .zero, height: .zero)
}

package struct Rect: Hashable, Sendable {
    package var origin: Point
    package var size: Size

    @inlinable package init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    package init(x: Length, y: Length, width: Length, height: Length) {
        self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
    }

    package var minX: Length { origin.x }
    package var minY: Length { origin.y }
    package var maxX: Length { origin.x + size.width }
    package var maxY: Length { origin.y + size.height }

    package func moved(by offset: Point) -> Rect { Rect(origin: origin + offset, size: size) }

    package func inset(by insets: Insets) -> Rect {
        Rect(
            x: origin.x + insets.left,
            y: origin.y + insets.top,
            width: size.width - insets.left - insets.right,
            height: size.height - insets.top - insets.bottom
        )
    }

    /// The smallest rectangle that holds both.
    package func union(_ other: Rect) -> Rect {
        let x = min(minX, other.minX)
        let y = min(minY, other.minY)
        return Rect(x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
    }
}

/// Distances inwards from the four edges.
///
/// Layout files speak of start and end; by the time an inset is a number, the direction of the
/// text is known and the sides have their names.
package struct Insets: Hashable, Sendable {
    package var top: Length
    package var right: Length
    package var bottom: Length
    package var left: Length

    package init(
        top: Length = .zero,
        right: Length = .zero,
        bottom: Length = .zero,
        left: Length = .zero
    ) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    package init(all side: Length) { self.init(top: side, right: side, bottom: side, left: side) }

    package static let zero = Insets()
}

extension Point: CustomStringConvertible {
    package var description: String {
        "\(x.points.inHundredths),\(y.points.inHundredths)"
    }
}

extension Size: CustomStringConvertible {
    package var description: String {
        "\(width.points.inHundredths)×\(height.points.inHundredths)"
    }
}

extension Rect: CustomStringConvertible {
    package var description: String { "\(origin) \(size)" }
}
