internal import Diagnostics

/// Reads a PDF that comes from outside: what it says of itself, and what travels inside it.
///
/// A file that is damaged anywhere on the way gives an error, never the part that could be saved:
/// who opens a record must know that it is whole.
///
/// - Throws: Why nothing can be read, for the person who opened the file.
package func readPDF(_ bytes: [UInt8], limits: PDFLimits = PDFLimits())
    throws(ReadingError) -> ReadPDF
{
    try readingFile(bytes, limits: limits) { (file) throws(ReadingError) in try read(file) }
}

/// Opens a file for the time of a reading.
func readingFile<Result>(
    _ bytes: [UInt8],
    limits: PDFLimits,
    _ body: (borrowing QPDFFile) throws(ReadingError) -> Result
) throws(ReadingError) -> Result {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytes else {
        throw .tooLarge("has", bytes.count, limits.fileBytes)
    }
    guard hasHeader(bytes) else { throw .foreign }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(ReadingError) -> Result in
        let file = try QPDFFile.open(borrowing: bytes, limits: limits)
        guard try file.pageCount() <= limits.pages else {
            throw .beyond("too many pages", limits.pages)
        }
        return try body(file)
    }
}

/// Programs put up to a kilobyte before the header, and readers put up with it.
///
/// Source: ISO 32000-1, annex H, implementation note 13.
private func hasHeader(_ bytes: [UInt8]) -> Bool {
    let header = Array("%PDF-".utf8)
    let head = bytes.prefix(1024 + header.count)
    return head.indices.contains { head[$0...].starts(with: header) }
}

private func read(_ file: borrowing QPDFFile) throws(ReadingError) -> ReadPDF {
    let pageCount = try file.pageCount()
    var attachments = AttachmentReading()
    try attachments.read(file)
    var photographs = PhotographReading()
    try photographs.read(file, pages: pageCount)
    let information = try file.value(of: "/Info", in: file.trailer())
    return ReadPDF(
        title: try entry("/Title", of: information, in: file),
        language: try file.text(file.value(of: "/Lang", in: file.root())) ?? "",
        pageCount: pageCount,
        creator: try entry("/Creator", of: information, in: file),
        producer: try entry("/Producer", of: information, in: file),
        attachments: attachments.attachments,
        photographs: photographs.photographs
    )
}

func entry(_ key: String, of information: PDFObject?, in file: borrowing QPDFFile)
    throws(ReadingError) -> String
{
    guard let information else { return "" }
    return try file.text(file.value(of: key, in: information)) ?? ""
}
