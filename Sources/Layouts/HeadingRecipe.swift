/// A heading, and what a table of contents says of it besides its words.
package struct HeadingRecipe: Hashable, Sendable {
    package var level: Int
    package var words: [Run]
    /// Stands before the words there.
    package var number: [Run]
    package var beneath: [Run]
}
