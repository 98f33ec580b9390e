/// A document as far as somebody meets it who cannot see it: its structure, and the words of each page.
///
/// It can be had of pages before they are painted and of a finished file; what is said of it is the
/// same.
package struct HeardDocument: Hashable, Sendable {
    /// Words of one element that follow each other on a page; none where something else is drawn.
    package struct Passage: Hashable, Sendable {
        package var element: ElementID
        package var words: String

        package init(element: ElementID, words: String) {
            self.element = element
            self.words = words
        }
    }

    /// A link that cannot be followed.
    package struct DeadLink: Hashable, Sendable {
        package var element: ElementID
        /// The place that it names.
        package var name: String

        package init(element: ElementID, name: String) {
            self.element = element
            self.name = name
        }
    }

    package var title: String
    package var structure: StructureTree
    /// For each page, in the order of drawing.
    package var pages: [[Passage]]
    package var deadLinks: [DeadLink]
    /// Nil of pages that are no file yet.
    package var declaration: Declaration?

    package init(
        title: String,
        structure: StructureTree,
        pages: [[Passage]],
        deadLinks: [DeadLink] = [],
        declaration: Declaration? = nil
    ) {
        self.title = title
        self.structure = structure
        self.pages = pages
        self.deadLinks = deadLinks
        self.declaration = declaration
    }
}
