import Arrangement
import Diagnostics
import Flow
import Pages
import Units

extension Typesetter {
    mutating func galley(of picture: Picture, of block: Block, in setting: Setting) -> Galley {
        let measure = setting.measure
        let natural = naturalSize(of: picture)
        var size = onGrid(
            size(of: picture, natural: natural, to: measure),
            of: picture,
            to: measure,
            keeping: block.style.grid
        )
        let most = min(setting.tallest, setting.tallestPicture)
        if size.height > most, size.height > .zero {
            report.add(.warning(.pictureShrunk(by: size.height - most), at: block.origin))
            size = size.shrunk(toHeight: most)
        }
        picturesSet.add(size.height)
        let left = max(.zero, measure - size.width) * picture.position
        let box = Rect(origin: Point(x: left, y: .zero), size: size)
        let mark = mark(of: picture, natural: natural, filling: box)
        let fragment = Fragment(owner: owner(block.element, in: setting), marks: [.picture(mark)])
        let strip = Strip(height: size.height, fragments: [fragment], origin: block.origin)
        return Galley(measure: measure, strips: [strip])
    }

    /// The size at which it was made; three by two where that is not known.
    func naturalSize(of picture: Picture) -> Size {
        let known = pictures.indices.contains(picture.source) ? pictures[picture.source] : nil
        if let known, known.width > .zero, known.height > .zero { return known }
        return Size(width: .pt(150), height: .pt(100))
    }

    /// That of a mark among others, which seems as heavy as they do where it covers as much; nil where
    /// nothing asks for it.
    func evenSize(of picture: Picture) -> Size? {
        guard let weight = picture.weight else { return nil }
        let natural = naturalSize(of: picture)
        let slope = (natural.width / natural.height).squareRoot()
        return Size(width: weight * slope, height: weight * (1 / slope))
    }

    private func size(of picture: Picture, natural: Size, to measure: Length) -> Size {
        if let size = evenSize(of: picture) {
            return size.width <= measure
                ? size : Size(width: measure, height: size.height * (measure / size.width))
        }
        let width =
            switch picture.width {
            case .fixed(let width): min(width, measure)
            case .share(let share): measure * min(max(share, 0), 1)
            case .content: min(natural.width, measure)
            }
        if picture.shape == .circle {
            let side = min(width, min(picture.height ?? width, picture.maximumHeight ?? width))
            return Size(width: side, height: side)
        }
        let height = picture.height ?? width * (natural.height / natural.width)
        var size = Size(width: width, height: height)
        if let most = picture.maximumHeight, most < height { size = size.shrunk(toHeight: most) }
        return kept(size, of: picture)
    }

    /// What copyfitting leaves of it: a picture that is cut anyway loses height, one with a greatest
    /// height is drawn smaller as a whole, and any other, such as a mark, stays as it is.
    private func kept(_ size: Size, of picture: Picture) -> Size {
        let height = size.height * min(max(picture.heightShare, 0.1), 1)
        if picture.height != nil { return Size(width: size.width, height: height) }
        return picture.maximumHeight == nil ? size : size.shrunk(toHeight: height)
    }

    /// No taller than whole steps of the grid, so that what follows stands as near to every picture; one as
    /// wide as its column stays so, or its edge and that of the text would nearly align.
    private func onGrid(
        _ size: Size,
        of picture: Picture,
        to measure: Length,
        keeping grid: GridKeeping
    ) -> Size {
        guard let step = step(of: grid), step > .zero, size.height >= step else { return size }
        let height = step * (size.height / step + 0.001).rounded(.down)
        if picture.shape == .circle { return size }
        if picture.height != nil {
            return Size(width: size.width, height: min(size.height, height))
        }
        let keepsWidth = picture.maximumHeight == nil || size.width.isNearly(measure)
        return keepsWidth ? size : size.shrunk(toHeight: min(size.height, height))
    }

    /// Covers the box, cutting what is too much so that the focus stays in view.
    private func mark(of picture: Picture, natural: Size, filling box: Rect) -> PictureMark {
        let scale = max(
            box.size.width / natural.width,
            box.size.height / natural.height
        )
        let size = Size(width: natural.width * scale, height: natural.height * scale)
        let rect = Rect(
            x: box.minX - (size.width - box.size.width) * picture.focusX,
            y: box.minY - (size.height - box.size.height)
                * (picture.focusY ?? Self.likelyFocus(of: natural)),
            width: size.width,
            height: size.height
        )
        let isCut =
            !size.width.isNearly(box.size.width) || !size.height.isNearly(box.size.height)
        let clip: PictureMark.Clip =
            picture.shape == .circle ? .ellipse(box) : isCut ? .rectangle(box) : .none
        return PictureMark(
            picture: PictureID(index: Int32(picture.source)),
            rect: rect,
            clip: clip
        )
    }
}

extension Typesetter {
    /// Where a picture shows what it is about, from 0 at its top: an upright one mostly shows people, whose
    /// heads are in its upper part.
    private static func likelyFocus(of size: Size) -> Double {
        size.height > size.width ? 0.25 : 0.5
    }
}

extension Size {
    fileprivate func shrunk(toHeight limit: Length) -> Size {
        Size(width: width * (limit / height), height: limit)
    }
}

extension Diagnostic.Message {
    fileprivate static func pictureShrunk(by excess: Length) -> Self {
        "the picture is \(decimal: excess.points.inHundredths) pt taller than its column has room for, and is shrunk to that"
    }
}
