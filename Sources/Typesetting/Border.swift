package import Flow
package import Pages
import Structure
package import Units

extension Enclosure {
    /// The background and borders, from one height to another.
    func fragment(from top: Length, to foot: Length) -> Fragment {
        let rect = Rect(x: left, y: top, width: width, height: foot - top)
        return Fragment(owner: .artifact(.layout), marks: style.marks(around: rect))
    }
}

extension BlockStyle {
    /// What is drawn behind a block: its background, and its borders inside the rectangle's edges.
    package func marks(around rect: Rect) -> [Mark] {
        var marks: [Mark] = []
        let sides = [borderTop, borderRight, borderBottom, borderLeft]
        let isEven = sides.allSatisfy { $0 == borderTop }
        if isEven, let line = borderTop {
            let half = line.width / 2
            let stroke = Stroke(width: line.width, colour: line.colour)
            return [
                .area(
                    AreaMark(
                        rect: rect.inset(by: Insets(all: half)),
                        radius: radius,
                        fill: background,
                        border: stroke
                    )
                )
            ]
        }
        if let background {
            marks.append(.area(AreaMark(rect: rect, radius: radius, fill: background)))
        }
        return marks + borders(of: rect)
    }

    private func borders(of rect: Rect) -> [Mark] {
        func line(_ line: Line?, _ a: Point, _ b: Point, inwards x: Double, _ y: Double) -> Mark? {
            guard let line else { return nil }
            let shift = Point(x: line.width * (x / 2), y: line.width * (y / 2))
            let stroke = Stroke(width: line.width, colour: line.colour)
            return .line(LineMark(from: a + shift, to: b + shift, stroke: stroke))
        }
        let (topLeft, topRight) = (rect.origin, Point(x: rect.maxX, y: rect.minY))
        let (bottomLeft, bottomRight) = (
            Point(x: rect.minX, y: rect.maxY), Point(x: rect.maxX, y: rect.maxY)
        )
        return [
            line(borderTop, topLeft, topRight, inwards: 0, 1),
            line(borderRight, topRight, bottomRight, inwards: -1, 0),
            line(borderBottom, bottomLeft, bottomRight, inwards: 0, -1),
            line(borderLeft, topLeft, bottomLeft, inwards: 1, 0),
        ].compactMap { $0 }
    }
}
