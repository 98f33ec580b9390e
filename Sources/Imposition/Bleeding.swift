import Pages
import Units

extension Page {
    /// The page with tints and pictures that touch its edge drawn beyond it, so that a knife that
    /// slips leaves no white line; itself where its layout saw to that.
    func bled(by bleed: Length) -> Page {
        guard trim == nil else { return self }
        var page = self
        let edge = Rect(origin: .zero, size: size)
        for index in page.fragments.indices {
            let here = edge.seen(from: page.fragments[index])
            page.fragments[index].marks = page.fragments[index].marks.map {
                $0.bled(by: bleed, over: here)
            }
        }
        return page
    }
}

extension Mark {
    fileprivate func bled(by bleed: Length, over edge: Rect) -> Mark {
        switch self {
        case .area(var area) where area.fill != nil && area.radius == .zero:
            area.rect = area.rect.stretched(by: bleed, over: edge)
            return .area(area)
        case .picture(let picture): return .picture(picture.bled(by: bleed, over: edge))
        default: return self
        }
    }
}

extension PictureMark {
    /// Shows more of the picture, and enlarges it where there is no more.
    fileprivate func bled(by bleed: Length, over edge: Rect) -> PictureMark {
        if case .ellipse = clip { return self }
        let wanted = shown.stretched(by: bleed, over: edge)
        guard wanted != shown else { return self }
        let centre = Point(x: rect.minX + rect.size.width / 2, y: rect.minY + rect.size.height / 2)
        let reach = max(
            max(centre.x - wanted.minX, wanted.maxX - centre.x) / (rect.size.width / 2),
            max(centre.y - wanted.minY, wanted.maxY - centre.y) / (rect.size.height / 2),
            1
        )
        let size = Size(width: rect.size.width * reach, height: rect.size.height * reach)
        let grown = Rect(
            x: centre.x - size.width / 2,
            y: centre.y - size.height / 2,
            width: size.width,
            height: size.height
        )
        return PictureMark(picture: picture, rect: grown, clip: .rectangle(wanted))
    }
}

extension Rect {
    /// In the coordinates of a fragment's marks.
    fileprivate func seen(from fragment: Fragment) -> Rect {
        guard fragment.isTurned else { return moved(by: .zero - fragment.origin) }
        let corner = fragment.origin - Point(x: maxX, y: maxY)
        return Rect(origin: corner, size: size)
    }

    /// Carried beyond every side of `edge` that it touches.
    fileprivate func stretched(by bleed: Length, over edge: Rect) -> Rect {
        let near = Length.pt(0.1)
        guard maxX > edge.minX, minX < edge.maxX, maxY > edge.minY, minY < edge.maxY else {
            return self
        }
        let left = minX <= edge.minX + near ? min(minX, edge.minX - bleed) : minX
        let top = minY <= edge.minY + near ? min(minY, edge.minY - bleed) : minY
        let right = maxX >= edge.maxX - near ? max(maxX, edge.maxX + bleed) : maxX
        let bottom = maxY >= edge.maxY - near ? max(maxY, edge.maxY + bleed) : maxY
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
}
