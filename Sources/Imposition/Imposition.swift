package import Pages
import Structure
package import Units

/// How pages are arranged on sheets.
package enum Scheme: Hashable, Sendable {
    /// Small pages side by side with crop marks: `across` by `down` on a sheet.
    ///
    /// Cut in piles and laid one upon the other, the cards are in order: sheets hold each pile's next
    /// card in the same place (cut and stack).
    ///
    /// With two sides, every second page is the back of the one before and stands on the back of
    /// the sheet, where printing on both sides along the long edge brings it.
    case cards(sheet: Size, across: Int, down: Int, gap: Length, sides: Int = 1)
    /// Two pages a side, printed on both, folded once and stitched: the outermost leaf first.
    case booklet
    /// Two pages a sheet, folded once: down the middle, or across with the second page on its head
    /// above the first, so that it stands upright on the other side of a tent.
    case folded(isTent: Bool)
    /// Each page on a sheet of its own as it is after the knife: for the screen.
    case trimmed
    /// Each page on a sheet of its own with crop and registration marks, ink running over the
    /// edges that are cut by `bleed`, or by as much as the page itself says.
    case press(bleed: Length)
}

/// Arranges finished pages on sheets.
///
/// Pages are moved, never changed: their marks, owners, links and places that are led to go with them.
/// What was read in order still is.
package func impose(_ document: Document, as scheme: Scheme) -> Document {
    guard !document.pages.isEmpty else { return document }
    if scheme == .trimmed, document.pages.allSatisfy({ $0.trim == nil }) { return document }
    var document = document
    if case .press(let bleed) = scheme {
        document.pages = document.pages.map { $0.withoutMarks.bled(by: bleed) }
    }
    return Imposing(document, onto: scheme.sheets(for: document)).imposed()
}

extension Scheme {
    /// The sheets of a document, which has pages, and where on them these stand.
    fileprivate func sheets(for document: Document) -> [Sheet] {
        let (count, page) = (document.pages.count, document.pages[0].trimmedSize)
        let isRightToLeft = document.metadata.isRightToLeft
        switch self {
        case .cards(let sheet, let across, let down, let gap, let sides):
            let grid = CardGrid(
                sheet: sheet,
                card: page,
                across: max(1, across),
                down: max(1, down),
                gap: gap,
                sides: max(1, min(sides, 2)),
                isRightToLeft: isRightToLeft
            )
            return grid.sheets(for: count)
        case .booklet:
            return Booklet(page: page, isRightToLeft: isRightToLeft).sheets(for: count)
        case .folded(let isTent):
            let leaf = FoldedLeaf(page: page, isTent: isTent, isRightToLeft: isRightToLeft)
            return leaf.sheets(for: count)
        case .trimmed:
            return document.pages.enumerated().map { number, page in
                Sheet(
                    size: page.trimmedSize,
                    places: [Sheet.Place(page: number, corner: .zero)],
                    label: page.label
                )
            }
        case .press(let bleed):
            return document.pages.enumerated().map { number, page in
                PressSheet(page, bleed: bleed).sheet(number: number)
            }
        }
    }
}

extension Page {
    /// The page without what was drawn on it for those who fold it at their desk: a press prints
    /// no mark that stays on the leaf.
    fileprivate var withoutMarks: Page {
        var page = self
        page.fragments.removeAll { $0.owner == .artifact(.page) }
        return page
    }

    /// As it is after the knife.
    var trimmedSize: Size { trim?.size ?? size }

    /// From the sheet's corner to the trimmed page's.
    var trimOrigin: Point { trim?.origin ?? .zero }
}
