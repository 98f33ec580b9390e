import Pages
import Structure
import Units

/// One side of a sheet: which pages stand where on it.
struct Sheet {
    var size: Size
    var places: [Place]
    var marks: [Mark] = []
    var label: String
    /// Where the knife goes; nil where it is at the edge of the sheet.
    var trim: Rect?
    var folds: [Fold] = []

    struct Place {
        /// Index of the page.
        var page: Int
        /// Where the trimmed page's top left corner comes to stand.
        var corner: Point
        /// Whether it stands on its head.
        var isTurned = false
    }
}

/// Pages being moved onto sheets.
struct Imposing {
    private let document: Document
    private let sheets: [Sheet]

    init(_ document: Document, onto sheets: [Sheet]) {
        self.document = document
        self.sheets = sheets
    }

    func imposed() -> Document {
        var imposed = document
        imposed.pages = sheets.map { page(of: $0) }
        let homes = homes()
        imposed.destinations = document.destinations.compactMapValues { moved($0, to: homes) }
        imposed.outline = document.outline.compactMap { entry in
            moved(entry.destination, to: homes).map {
                OutlineEntry(title: entry.title, level: entry.level, destination: $0)
            }
        }
        return imposed
    }

    private func page(of sheet: Sheet) -> Page {
        var page = Page(size: sheet.size, trim: sheet.trim, label: sheet.label)
        page.folds = sheet.folds
        for place in sheet.places {
            let source = document.pages[place.page]
            if place.isTurned {
                turn(source, into: &page, at: place.corner)
                continue
            }
            let offset = place.corner - source.trimOrigin
            for var fragment in source.fragments {
                fragment.origin = fragment.origin + offset
                page.fragments.append(fragment)
            }
            for var link in source.links {
                link.rect = link.rect.moved(by: offset)
                page.links.append(link)
            }
        }
        if !sheet.marks.isEmpty {
            page.fragments.append(Fragment(owner: .artifact(.page), marks: sheet.marks))
        }
        return page
    }

    /// Puts a page down on its head: what was its lower right corner comes to stand at `corner`.
    private func turn(_ source: Page, into page: inout Page, at corner: Point) {
        let size = source.trimmedSize
        let far = corner + source.trimOrigin + Point(x: size.width, y: size.height)
        for var fragment in source.fragments {
            fragment.origin = far - fragment.origin
            fragment.isTurned.toggle()
            page.fragments.append(fragment)
        }
        for var link in source.links {
            link.rect.origin = far - Point(x: link.rect.maxX, y: link.rect.maxY)
            page.links.append(link)
        }
    }

    private typealias Homes = [Int: (sheet: Int, offset: Length)]

    /// The sheet each page stands on, and how far down it came.
    private func homes() -> Homes {
        var homes: Homes = [:]
        for (index, sheet) in sheets.enumerated() {
            for place in sheet.places {
                let origin = document.pages[place.page].trimOrigin
                homes[place.page] = (index, place.corner.y - origin.y)
            }
        }
        return homes
    }

    private func moved(_ destination: Destination, to homes: Homes) -> Destination? {
        homes[destination.page].map {
            Destination(page: $0.sheet, y: destination.y + $0.offset)
        }
    }
}
