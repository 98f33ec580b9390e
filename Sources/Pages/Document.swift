package import Structure
package import Units

/// Finished pages, and what the file says about itself.
///
/// Nothing is decided after this: painting draws it, finishing describes it.
package struct Document: Hashable, Sendable {
    package var pages: [Page]
    package var structure: StructureTree
    package var metadata: Metadata
    package var outline: [OutlineEntry]
    /// Where links inside the document lead.
    package var destinations: [String: Destination]

    package init(
        pages: [Page] = [],
        structure: StructureTree = StructureTree(),
        metadata: Metadata = Metadata(),
        outline: [OutlineEntry] = [],
        destinations: [String: Destination] = [:]
    ) {
        self.pages = pages
        self.structure = structure
        self.metadata = metadata
        self.outline = outline
        self.destinations = destinations
    }
}

package struct Page: Hashable, Sendable {
    /// The sheet, bleed included.
    package var size: Size
    /// The page as it is after the knife; nil where it is the sheet.
    package var trim: Rect?
    /// Where the sheet is folded once it is printed.
    package var folds: [Fold] = []
    /// What the folio says, as a reader's program should show it.
    package var label: String
    /// In the order in which they are drawn, which within one element is the order of reading.
    package var fragments: [Fragment]
    package var links: [LinkArea]

    package init(
        size: Size,
        trim: Rect? = nil,
        label: String = "",
        fragments: [Fragment] = [],
        links: [LinkArea] = []
    ) {
        self.size = size
        self.trim = trim
        self.label = label
        self.fragments = fragments
        self.links = links
    }
}

/// A straight line across the whole sheet, counted from its top left corner.
package enum Fold: Hashable, Sendable {
    /// From head to foot.
    case upright(x: Length)
    /// From side to side.
    case level(y: Length)
}

/// The part of a block that landed in a frame: what is drawn, where, and whose it is.
package struct Fragment: Hashable, Sendable {
    package var owner: Owner
    package var origin: Point
    package var marks: [Mark]
    /// Standing on its head: marks are counted to the left of the origin and upwards from it.
    package var isTurned: Bool

    package init(owner: Owner, origin: Point = .zero, marks: [Mark], isTurned: Bool = false) {
        self.owner = owner
        self.origin = origin
        self.marks = marks
        self.isTurned = isTurned
    }
}

/// A place on a page that can be followed.
///
/// A link over two lines has two areas and one element.
package struct LinkArea: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case address(String)
        case destination(String)
    }

    package var rect: Rect
    package var target: Target
    package var element: ElementID
    /// What it leads to, in words.
    package var description: String

    package init(rect: Rect, target: Target, element: ElementID, description: String) {
        self.rect = rect
        self.target = target
        self.element = element
        self.description = description
    }
}

package struct Destination: Hashable, Sendable {
    package var page: Int
    package var y: Length

    package init(page: Int, y: Length) {
        self.page = page
        self.y = y
    }
}

package struct OutlineEntry: Hashable, Sendable {
    package var title: String
    package var level: Int
    package var destination: Destination

    package init(title: String, level: Int, destination: Destination) {
        self.title = title
        self.level = level
        self.destination = destination
    }
}

package struct Metadata: Hashable, Sendable {
    package var title: String
    package var authors: [String]
    package var subject: String
    package var keywords: [String]
    /// BCP 47.
    package var language: String
    package var isRightToLeft: Bool
    /// ISO 8601, handed in: no room looks at the clock.
    package var created: String?

    package init(
        title: String = "",
        authors: [String] = [],
        subject: String = "",
        keywords: [String] = [],
        language: String = "en",
        isRightToLeft: Bool = false,
        created: String? = nil
    ) {
        self.title = title
        self.authors = authors
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.isRightToLeft = isRightToLeft
        self.created = created
    }
}

/// What painting marked on one page, in the order of the marked-content identifiers it used.
///
/// The key by which finishing knows whose each piece of content is.
package struct MarkedContent: Hashable, Sendable {
    package var owners: [Owner]

    package init(owners: [Owner] = []) { self.owners = owners }
}
