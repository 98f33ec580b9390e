package import Pages
import Structure

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
    try finishAndWeigh(painted, document: document, marked: marked, options: options).bytes
}

/// Finishes a painted file, and says what its bytes are spent on.
package func finishAndWeigh(
    _ painted: [UInt8],
    document: Document,
    marked: [MarkedContent],
    options: FinishingOptions
) throws(FinishingError) -> (bytes: [UInt8], weights: FileWeights) {
    let objection = options.standards.objection(
        attachments: !options.attachments.isEmpty,
        ink: options.inks != nil
    )
    if let objection { throw FinishingError("choosing standards", objection) }
    return try painted.withUnsafeBufferPointer {
        (bytes) throws(FinishingError) -> (bytes: [UInt8], weights: FileWeights) in
        let source = try CairoReader(borrowing: bytes)
        return try write(document, marked, options, from: source)
    }
}

private func write(
    _ document: Document,
    _ marked: [MarkedContent],
    _ options: FinishingOptions,
    from source: CairoReader
) throws(FinishingError) -> (bytes: [UInt8], weights: FileWeights) {
    var file = FileWriter(
        level: options.compression ?? compression(ofSize: source.bytes.count),
        expecting: source.bytes.count / 2
    )
    let painted = try source.pages()
    guard painted.count == document.pages.count, marked.count == painted.count else {
        throw FinishingError(
            CairoReader.task,
            "it has \(painted.count) pages, the document \(document.pages.count)"
        )
    }
    let tree = PageTree(count: painted.count, in: &file)
    let content = try StructureContent(of: document, marked: marked)
    let annotations = writeAnnotations(of: document, on: tree.pages, in: &file)
    try writePages(document, marked, options, painted, tree, annotations, source, in: &file)
    tree.write(in: &file)
    var structure = StructureWriter(
        document,
        content: content,
        pages: tree.pages,
        annotations: annotations,
        in: &file
    )
    let root = structure.write(marked: marked, in: &file)
    var outline = OutlineWriter(
        document,
        AnnotationWriter(document: document, pages: tree.pages)
    )
    let description = DescriptiveMetadata(of: document, options)
    let catalogue = CatalogueWriter(
        document: document,
        options: options,
        pages: tree.root,
        structure: root,
        outline: outline.write(in: &file),
        description: description
    )
    let top = catalogue.write(in: &file)
    let information = file.add { description.writeInformation(into: &$0) }
    return file.end(root: top, info: information)
}

/// How hard to squeeze a painted file of so many bytes.
///
/// Up to some two hundred pages of text, as hard as is worth while; beyond, squeezing would be most
/// of what finishing costs, and level 1 takes a third of the time for a tenth more bytes.
private func compression(ofSize count: Int) -> Int { count < 3_000_000 ? 6 : 1 }

private func writeAnnotations(
    of document: Document,
    on pages: [Reference],
    in file: inout FileWriter
) -> [Reference] {
    let writer = AnnotationWriter(document: document, pages: pages)
    var annotations: [Reference] = []
    for page in document.pages {
        for link in page.links {
            let key = pages.count + annotations.count
            annotations.append(file.add { writer.write(link, on: page, key: key, into: &$0) })
        }
    }
    return annotations
}

private func writePages(
    _ document: Document,
    _ marked: [MarkedContent],
    _ options: FinishingOptions,
    _ painted: [Int],
    _ tree: PageTree,
    _ annotations: [Reference],
    _ source: CairoReader,
    in file: inout FileWriter
) throws(FinishingError) {
    var writer = PageWriter(document, from: source, options)
    var next = 0
    for (index, number) in painted.enumerated() {
        let links = document.pages[index].links.count
        try writer.write(
            index,
            painted: number,
            as: tree.pages[index],
            under: tree.parent(of: index),
            owners: marked[index].owners,
            annotations: annotations[next..<next + links],
            in: &file
        )
        next += links
    }
}
