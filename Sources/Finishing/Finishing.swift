package import Pages

/// Finishes a painted file: says in it what it is, whose each part is, and what standard it meets.
///
/// What is drawn stays as it is, mark for mark. The same document and options give the same bytes.
///
/// - Parameters:
///   - painted: What painting made, a PDF by Cairo.
///   - document: What it painted.
///   - marked: For each page, whose content it marked, in order.
/// - Throws: Where the file is not what painting makes of this document, or where no file can be
///   what the options ask for.
package func finish(
    _ painted: [UInt8],
    document: Document,
    marked: [MarkedContent],
    options: FinishingOptions
) throws(FinishingError) -> [UInt8] {
    var finisher = try Finisher(options, expecting: painted.count)
    try finisher.add(document, marked: marked, painted: painted)
    return try finisher.end(painted: [], metadata: document.metadata).bytes
}
