import Arrangement
import Flow
import Units

extension Typesetter {
    /// Pictures of one height side by side, as they are drawn.
    ///
    /// Each is as wide as its shape asks, and they are lower where little of them would be left otherwise:
    /// who stands at the edge of a group is not cut off because there is an upright picture beside it.
    ///
    /// - Parameter room: What the cells share.
    /// - Returns: Nil where one of the cells begins with anything else, or is to be wider than others.
    func shapedRow(of cells: [RowCell], within room: Length) -> [RowCell]? {
        guard cells.count > 1, case .share = cells[0].width else { return nil }
        guard cells.allSatisfy({ $0.width == cells[0].width }) else { return nil }
        let pictures = cells.compactMap(\.cutPicture)
        guard pictures.count == cells.count, let height = pictures[0].height,
            pictures.allSatisfy({ $0.height == height })
        else { return nil }
        let shapes = pictures.map { shape(of: $0) }
        let whole = room * (1 / shapes.reduce(0, +))
        let drawn = max(height * Self.leastHeight, min(height, whole))
        return zip(cells, shapes).map { cell, shape in
            cell.drawn(asWideAs: shape, asTallAs: drawn)
        }
    }

    /// How wide a picture is for its height, no narrower than its caption needs, and no panorama.
    private func shape(of picture: Picture) -> Double {
        let natural = naturalSize(of: picture)
        return min(max(natural.width / natural.height, 1), 2.2)
    }

    /// The share of the height asked for that is left in any case: what is lower shows nobody.
    private static let leastHeight = 0.7
}

extension RowCell {
    /// The picture it begins with, where that is cut to a height.
    fileprivate var cutPicture: Picture? {
        guard case .picture(let picture)? = blocks.first?.content, picture.height != nil,
            picture.shape == .rectangle, case .share = picture.width
        else { return nil }
        return picture
    }

    fileprivate func drawn(asWideAs shape: Double, asTallAs height: Length) -> RowCell {
        var cell = self
        cell.width = .share(shape)
        if var picture = cutPicture {
            picture.height = height
            cell.blocks[0].content = .picture(picture)
        }
        return cell
    }
}
