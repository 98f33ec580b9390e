/// A heading, and what a table of contents says of it besides its words.
package struct HeadingRecipe: Hashable, Sendable {
    package var level: Int
    package var words: [RunRecipe]
    /// Stands before the words there.
    package var number: [RunRecipe]
    package var beneath: [RunRecipe]
}
