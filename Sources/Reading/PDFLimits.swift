/// How much a PDF from outside may ask for, so that none can take the machine.
package struct PDFLimits: Hashable, Sendable {
    package var fileBytes = 200_000_000
    /// By how much the process may grow while the file is read.
    package var memory = 1_000_000_000
    package var attachments = 1_000
    /// Of one attachment, unpacked.
    package var attachmentBytes = 50_000_000
    /// Of all attachments, and of all photographs.
    package var totalBytes = 400_000_000
    /// Of the tree of names, and of drawings within drawings.
    package var depth = 32
    /// Of the tree of names.
    package var nodes = 10_000
    package var pages = 20_000
    package var photographs = 10_000
    /// Of the structure: its parts and pieces, and how deep they lie.
    package var elements = 2_000_000
    package var elementDepth = 256
    /// Of a page's content, or of a font's map of letters, unpacked.
    package var contentBytes = 50_000_000

    package init() {}
}
