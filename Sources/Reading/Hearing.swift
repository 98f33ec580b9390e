package import Structure

/// Reads a PDF as somebody meets it who cannot see it: its structure, and the words of each page.
///
/// Sources: ISO 32000-1, sections 14.6 to 14.8. Where words stand for what is drawn, in the tree or
/// on the page, these are taken.
///
/// - Throws: Why nothing can be read, for the person who opened the file.
package func hearPDF(_ bytes: [UInt8], limits: PDFLimits = PDFLimits())
    throws(ReadingError) -> HeardDocument
{
    try readingFile(bytes, limits: limits) { (file) throws(ReadingError) in
        var tree = TreeReading()
        try tree.read(file)
        var pages: [[HeardDocument.Passage]] = []
        var letters = LetterReading()
        for index in 0..<(try file.pageCount()) {
            let page = try file.page(index)
            let words = try letters.words(of: page, in: file)
            pages.append(tree.passages(onPage: try file.number(of: page), words))
        }
        let said = try DeclarationReading(of: file)
        return HeardDocument(
            title: said.title,
            structure: tree.structure,
            pages: pages,
            deadLinks: tree.deadLinks,
            declaration: said.declaration
        )
    }
}
