package import Diagnostics

/// One document of a stream, with what a later save needs to leave a file as it was.
package struct Document: Sendable {
    package let root: Node
    /// Every comment from its `#` to the end of its line, in the order of the file.
    package let comments: [Span]
}
