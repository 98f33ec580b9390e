/// Names in order, each with the pages that tell of it.
package struct IndexRecipe: Hashable, Sendable {
    /// What is told of, such as the studies of a book.
    package var each: Expression?
    package var name = "item"
    /// The names a thing is found under.
    package var entries: Expression?
    /// The anchor of the block that tells of the thing.
    package var anchor: Template?
    /// Whether dots lead from a name to its pages.
    package var hasLeaders = true

    package init() {}
}
