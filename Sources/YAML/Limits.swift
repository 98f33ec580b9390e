/// How much of everything a file may hold before reading it stops with a message.
package struct Limits: Sendable {
    /// Bytes in a file.
    package var fileSize = 64 << 20
    /// Lists and mappings inside one another.
    package var nesting = 200
    /// Nodes that aliases (`*name`) stand for, counted again at every use.
    package var aliasedNodes = 100_000
    /// As the power of two of bytes, how much of a text counts for a node more: what is read of a text is a
    /// hundred times its size, and a page of boilerplate may still be asked for a thousand times.
    static let textNode = 5
    /// Bytes in one text.
    package var textLength = 16 << 20
    /// Errors reported before reading gives up, and warnings before they are kept back.
    package var errors = 50

    package static let standard = Limits()

    package init() {}
}
