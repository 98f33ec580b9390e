internal import CCairo
package import Diagnostics
package import Glyphs
package import Pages

/// Why a page could not be painted: the drawing library gave up.
package struct PaintingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done.
    package let task: Diagnostic.Message
    /// What the library said.
    package let reason: Diagnostic.Message
    /// The picture that is to blame: its file is the writer's, who can be told where they named it.
    package internal(set) var picture: PictureID?
    /// Whether the reason reads on from the name of the picture's file.
    package internal(set) var isOfFile = false
    /// The font that is to blame.
    package internal(set) var font: FontID?

    init(_ task: Diagnostic.Message, reason: Diagnostic.Message) {
        self.task = task
        self.reason = reason
    }

    init(_ task: Diagnostic.Message, status: cairo_status_t) {
        self.init(task, reason: "\(String(cString: cairo_status_to_string(status)))")
    }

    package var description: String { "\(task): \(reason)" }
}
