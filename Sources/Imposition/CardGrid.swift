import Pages
import Units

/// Cards of one size in rows and columns, in the middle of a sheet.
struct CardGrid {
    let sheet: Size
    let card: Size
    let across: Int
    let down: Int
    let gap: Length
    let sides: Int
    let isRightToLeft: Bool

    /// As many sheets as the cards need; sheet after sheet holds the next card of each pile.
    func sheets(for count: Int) -> [Sheet] {
        let piles = across * down
        let cards = (count + sides - 1) / sides
        let sheets = (cards + piles - 1) / piles
        return (0..<sheets * sides).map { number in
            let (sheet, side) = (number / sides, number % sides)
            let held = (0..<piles).compactMap { pile -> Sheet.Place? in
                let page = (pile * sheets + sheet) * sides + side
                guard page < count else { return nil }
                return Sheet.Place(page: page, corner: corner(of: pile, onBack: side == 1))
            }
            return Sheet(
                size: self.sheet,
                places: held,
                marks: held.isEmpty ? [] : cropMarks(),
                label: "\(number + 1)"
            )
        }
    }

    /// The corner of the first card, so that all stand in the middle.
    private var start: Point {
        Point(
            x: (sheet.width - extent(of: card.width, times: across)) / 2,
            y: (sheet.height - extent(of: card.height, times: down)) / 2
        )
    }

    private func extent(of side: Length, times count: Int) -> Length {
        side * Double(count) + gap * Double(count - 1)
    }

    private func corner(of pile: Int, onBack isBack: Bool) -> Point {
        let column = isRightToLeft != isBack ? across - 1 - pile % across : pile % across
        return start + Point(x: x(column), y: y(pile / across))
    }

    private func x(_ column: Int) -> Length { (card.width + gap) * Double(column) }
    private func y(_ row: Int) -> Length { (card.height + gap) * Double(row) }

    // MARK: Marks

    private static let markLength = Length.mm(4)
    private static let markClearance = Length.mm(2)
    private static let markStroke = Stroke(width: .pt(0.25), colour: .black)

    /// Short lines outside the cards, in line with every edge that is cut.
    private func cropMarks() -> [Mark] {
        let bounds = Rect(
            origin: start,
            size: Size(
                width: extent(of: card.width, times: across),
                height: extent(of: card.height, times: down)
            )
        )
        let columns = cuts((0..<across).flatMap { [x($0), x($0) + card.width] })
        let rows = cuts((0..<down).flatMap { [y($0), y($0) + card.height] })
        let (near, far) = (Self.markClearance, Self.markClearance + Self.markLength)
        var marks: [Mark] = []
        for x in columns.map({ $0 + start.x }) {
            marks.append(line(x, bounds.minY - far, x, bounds.minY - near))
            marks.append(line(x, bounds.maxY + near, x, bounds.maxY + far))
        }
        for y in rows.map({ $0 + start.y }) {
            marks.append(line(bounds.minX - far, y, bounds.minX - near, y))
            marks.append(line(bounds.maxX + near, y, bounds.maxX + far, y))
        }
        return marks
    }

    /// Edges that lie on each other are cut once.
    private func cuts(_ edges: [Length]) -> [Length] {
        edges.sorted().reduce(into: []) { cuts, edge in
            if cuts.last?.isNearly(edge) != true { cuts.append(edge) }
        }
    }

    private func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> Mark {
        .line(
            LineMark(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), stroke: Self.markStroke)
        )
    }
}
