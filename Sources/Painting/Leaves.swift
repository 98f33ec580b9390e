import Glyphs
import Pages
import Structure
import Units

/// Fragments that follow one another on a page and belong to one owner: drawn under one tag.
struct Leaf {
    var owner: Owner
    var fragments: ArraySlice<Fragment>
}

extension Page {
    /// What is drawn, owner by owner; empty where the page would stay blank.
    ///
    /// Cairo throws away what it finds to leave no trace on a page, and the tags with it, so a
    /// page with nothing but spaces and things beyond its edges is left blank to begin with.
    var leaves: [Leaf] {
        var leaves: [Leaf] = []
        var isSeen = false
        for (index, fragment) in fragments.enumerated() where !fragment.marks.isEmpty {
            isSeen = isSeen || fragment.isSeen(on: self)
            if let last = leaves.last, last.owner == fragment.owner {
                leaves[leaves.count - 1].fragments = fragments[last.fragments.startIndex...index]
            } else {
                leaves.append(Leaf(owner: fragment.owner, fragments: fragments[index...index]))
            }
        }
        return isSeen ? leaves : []
    }
}

extension Fragment {
    fileprivate func isSeen(on page: Page) -> Bool {
        // A turned page is only ever laid out on a sheet it fits.
        isTurned || marks.contains { $0.isSeen(from: origin, on: page.size) }
    }
}

extension Mark {
    fileprivate func isSeen(from origin: Point, on page: Size) -> Bool {
        func touches(_ rect: Rect) -> Bool {
            let rect = rect.moved(by: origin)
            return rect.size.width > .zero && rect.size.height > .zero && rect.maxX > .zero
                && rect.maxY > .zero && rect.minX < page.width && rect.minY < page.height
        }
        switch self {
        case .text(let mark):
            let height = mark.run.size / 4
            return mark.run.hasInk
                && touches(
                    Rect(
                        x: mark.origin.x,
                        y: mark.origin.y - height,
                        width: mark.run.width,
                        height: height
                    )
                )
        case .area(let mark): return (mark.fill != nil || mark.border != nil) && touches(mark.rect)
        case .line(let mark):
            return mark.stroke.width > .zero && mark.start != mark.end
                && touches(mark.extent)
        case .picture(let mark): return touches(mark.rect)
        case .modules(let mark): return mark.modules.hasBlack && touches(mark.rect)
        }
    }
}

extension GlyphRun {
    /// Whether there is more in it than white space.
    fileprivate var hasInk: Bool {
        text.unicodeScalars.contains { !$0.properties.isWhitespace && $0.value > 0x20 }
    }
}

extension LineMark {
    fileprivate var extent: Rect {
        let x = min(start.x, end.x)
        let y = min(start.y, end.y)
        return Rect(
            x: x - stroke.width / 2,
            y: y - stroke.width / 2,
            width: max(start.x, end.x) - x + stroke.width,
            height: max(start.y, end.y) - y + stroke.width
        )
    }
}
