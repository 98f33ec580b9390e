import Flow
import Typesetting
import Units

/// A page of which it is known what stands in its columns.
struct PageDraft {
    var geometry: PageGeometry
    var leading: [FilledColumn]

    /// Lets go of what stands in the columns, once it is on the page.
    mutating func empty() {
        leading = []
        geometry.filled = []
        geometry.places = []
    }

    /// The stream that stands in a column of the page.
    func stream(of filled: FilledColumn) -> Int? {
        geometry.master.frames[filled.column.frame].stream
    }
}

extension PageDraft {
    /// The level of the heading that its leading text opens with, numeral or kicker kept with it
    /// included; nil where text or a float comes first.
    var openingLevel: Int? {
        guard let first = leading.first, first.floats.allSatisfy({ $0.place == .foot }) else {
            return nil
        }
        for index in first.range {
            let strip = first.poured.galley.strips[index]
            if index > first.range.lowerBound, strip.breakBefore != .forbidden { return nil }
            if let level = strip.anchors.lazy.compactMap(\.level).first { return level }
        }
        return nil
    }
}
