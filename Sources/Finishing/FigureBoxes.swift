import Glyphs
import Pages
import Structure
import Units

/// Where each figure stands on its first page, counted from the lower left corner.
struct FigureBoxes {
    private var boxes: [Int: Rect] = [:]
    private let structure: StructureTree
    private let hasFigures: Bool

    init(in structure: StructureTree) {
        self.structure = structure
        let elements = structure.elements
        hasFigures = elements.indices.contains { elements[$0].role == .figure }
    }

    subscript(element: Int) -> Rect? { boxes[element] }

    /// Takes in the next page.
    mutating func add(_ page: Page) {
        guard hasFigures else { return }
        var here: [Int: Rect] = [:]
        for fragment in page.fragments {
            guard case .element(let id) = fragment.owner,
                let figure = structure.nearest(.figure, around: id).map({ Int($0.index) }),
                boxes[figure] == nil
            else { continue }
            for mark in fragment.marks {
                let rect = fragment.place(of: mark.extent)
                here[figure] = here[figure]?.union(rect) ?? rect
            }
        }
        for (figure, rect) in here { boxes[figure] = rect.standing(on: page) }
    }
}

extension Fragment {
    fileprivate func place(of rect: Rect) -> Rect {
        guard isTurned else { return rect.moved(by: origin) }
        return Rect(
            x: origin.x - rect.maxX,
            y: origin.y - rect.maxY,
            width: rect.size.width,
            height: rect.size.height
        )
    }
}

extension Mark {
    /// The rectangle it covers, as near as a reader's program needs it to draw a frame around.
    fileprivate var extent: Rect {
        switch self {
        case .text(let mark):
            Rect(
                x: mark.origin.x,
                y: mark.origin.y - mark.run.size * 0.8,
                width: mark.run.width,
                height: mark.run.size
            )
        case .area(let mark): mark.rect
        case .line(let mark):
            Rect(origin: mark.start, size: .zero).union(Rect(origin: mark.end, size: .zero))
        case .picture(let mark): mark.shown
        case .modules(let mark): mark.rect
        }
    }
}

extension Rect {
    /// As PDF counts it, from the lower left corner of the sheet upwards.
    func standing(on page: Page) -> Rect {
        Rect(
            x: minX,
            y: page.size.height - maxY,
            width: size.width,
            height: size.height
        )
    }
}
