/// The headings that follow, each with its page.
package struct ContentsRecipe: Hashable, Sendable {
    package var levels = 2
    /// Words above it, not listed in it.
    package var title: [RunRecipe] = []
    /// Whether points lead from a heading to its page.
    package var hasLeaders = true
    /// Whether it ends where the part ends that it stands in.
    package var isOfPart = false

    package init() {}
}
