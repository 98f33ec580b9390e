import Pages
import Structure
import Units

/// One page on a sheet that is larger by what the knife takes away, with marks to cut it by.
struct PressSheet {
    private let page: Page
    private let bleed: Length

    /// - Parameter bleed: How far ink is to run beyond the knife where the page does not say.
    init(_ page: Page, bleed: Length) {
        self.page = page
        self.bleed = page.trim.map { max($0.minX, $0.minY) } ?? bleed
    }

    /// What stands outside the bleed: marks and the air around them.
    private static let room = Length.mm(9)
    private static let markLength = Length.mm(6)
    private static let clearance = Length.mm(1)

    /// Ink of every plate, so that the plates can be laid on one another.
    ///
    /// Its screen colour is black but for one step, and so no text of the page is taken for it.
    private static let registration = Colour(
        red: 0,
        green: 0,
        blue: 1,
        ink: Colour.Ink(cyan: 100, magenta: 100, yellow: 100, black: 100)
    )
    private static let stroke = Stroke(width: .pt(0.25), colour: registration)

    func sheet(number: Int) -> Sheet {
        let around = bleed + Self.room
        let trim = Rect(origin: Point(x: around, y: around), size: page.trimmedSize)
        return Sheet(
            size: Size(
                width: trim.size.width + around * 2,
                height: trim.size.height + around * 2
            ),
            places: [Sheet.Place(page: number, corner: trim.origin)],
            marks: cropMarks(around: trim) + targets(around: trim) + foldMarks(around: trim),
            label: page.label,
            trim: trim
        )
    }

    /// Short lines in line with the edges that are cut, clear of the bleed.
    private func cropMarks(around trim: Rect) -> [Mark] {
        let near = bleed + Self.clearance
        let far = near + Self.markLength
        var marks: [Mark] = []
        for x in [trim.minX, trim.maxX] {
            marks.append(line(x, trim.minY - far, x, trim.minY - near))
            marks.append(line(x, trim.maxY + near, x, trim.maxY + far))
        }
        for y in [trim.minY, trim.maxY] {
            marks.append(line(trim.minX - far, y, trim.minX - near, y))
            marks.append(line(trim.maxX + near, y, trim.maxX + far, y))
        }
        return marks
    }

    /// Dashes where crop marks would be, nearer to the leaf than the crosses.
    private func foldMarks(around trim: Rect) -> [Mark] {
        page.folds.flatMap { $0.dashes(on: trim, from: bleed + Self.clearance) }
    }

    /// A cross in a circle on each side: in its middle, or beside it where the leaf is folded.
    private func targets(around trim: Rect) -> [Mark] {
        let distance = bleed + Self.clearance + Self.markLength / 2
        var middle = Point(
            x: trim.minX + trim.size.width / 2,
            y: trim.minY + trim.size.height / 2
        )
        for fold in page.folds {
            switch fold {
            case .upright: middle.x = trim.minX + trim.size.width / 4
            case .level: middle.y = trim.minY + trim.size.height / 4
            }
        }
        let centres = [
            Point(x: middle.x, y: trim.minY - distance),
            Point(x: middle.x, y: trim.maxY + distance),
            Point(x: trim.minX - distance, y: middle.y),
            Point(x: trim.maxX + distance, y: middle.y),
        ]
        return centres.flatMap { target(at: $0) }
    }

    private func target(at centre: Point) -> [Mark] {
        let (reach, radius) = (Self.markLength / 2, Self.markLength / 4)
        let circle = AreaMark(
            rect: Rect(
                x: centre.x - radius,
                y: centre.y - radius,
                width: radius * 2,
                height: radius * 2
            ),
            radius: radius,
            fill: nil,
            border: Self.stroke
        )
        return [
            line(centre.x - reach, centre.y, centre.x + reach, centre.y),
            line(centre.x, centre.y - reach, centre.x, centre.y + reach), .area(circle),
        ]
    }

    private func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) -> Mark {
        .line(LineMark(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), stroke: Self.stroke))
    }
}
