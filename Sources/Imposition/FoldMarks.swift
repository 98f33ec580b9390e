import Pages
import Units

extension Fold {
    private static let length = Length.mm(4)

    /// Short dashes at both ends of the fold, in one black: a fold needs no plates to be matched.
    ///
    /// On the leaf they stand on a white line, or bands of colour that reach the fold would hide them.
    ///
    /// - Parameters:
    ///   - leaf: What is folded; the fold is counted from its corner.
    ///   - distance: How far outside the leaf they begin, going out; inside where it is negative.
    func dashes(on leaf: Rect, from distance: Length) -> [Mark] {
        let lines = lines(on: leaf, from: distance)
        let grounds = distance < .zero ? lines.map { mark(along: $0, Self.ground) } : []
        return grounds + lines.map { mark(along: $0, Self.dashed) }
    }

    private static let ground = Stroke(width: .pt(1.25), colour: .white)
    private static let dashed = Stroke(
        width: .pt(0.25),
        colour: .black,
        dash: [.pt(2), .pt(2)]
    )

    private func lines(on leaf: Rect, from distance: Length) -> [(from: Point, to: Point)] {
        let far = distance + Self.length
        switch self {
        case .upright(let x):
            let x = leaf.minX + x
            return [
                (Point(x: x, y: leaf.minY - far), Point(x: x, y: leaf.minY - distance)),
                (Point(x: x, y: leaf.maxY + distance), Point(x: x, y: leaf.maxY + far)),
            ]
        case .level(let y):
            let y = leaf.minY + y
            return [
                (Point(x: leaf.minX - far, y: y), Point(x: leaf.minX - distance, y: y)),
                (Point(x: leaf.maxX + distance, y: y), Point(x: leaf.maxX + far, y: y)),
            ]
        }
    }

    private func mark(along line: (from: Point, to: Point), _ stroke: Stroke) -> Mark {
        .line(LineMark(from: line.from, to: line.to, stroke: stroke))
    }
}
