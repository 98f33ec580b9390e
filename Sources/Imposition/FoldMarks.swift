import Pages
import Units

extension Fold {
    private static let length = Length.mm(4)

    /// Short dashes at both ends of the fold, in one black: a fold needs no plates to be matched.
    ///
    /// - Parameters:
    ///   - leaf: What is folded; the fold is counted from its corner.
    ///   - distance: How far outside the leaf they begin, going out; inside where it is negative.
    func dashes(on leaf: Rect, from distance: Length) -> [Mark] {
        let far = distance + Self.length
        switch self {
        case .upright(let x):
            let x = leaf.minX + x
            return [
                dash(x, leaf.minY - far, x, leaf.minY - distance),
                dash(x, leaf.maxY + distance, x, leaf.maxY + far),
            ]
        case .level(let y):
            let y = leaf.minY + y
            return [
                dash(leaf.minX - far, y, leaf.minX - distance, y),
                dash(leaf.maxX + distance, y, leaf.maxX + far, y),
            ]
        }
    }

    private func dash(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> Mark {
        let stroke = Stroke(width: .pt(0.25), colour: .black, dash: [.pt(2), .pt(2)])
        return .line(
            LineMark(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), stroke: stroke)
        )
    }
}
