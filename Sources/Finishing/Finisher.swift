package import Pages
import Units

/// A file being finished while it is painted.
///
/// Papers come one after the other. Each is written as soon as it is painted and then forgotten, but
/// for what the whole file must know of it: where its pages are, and what leads to them. So the
/// papers of ten thousand people take hardly more room than one.
package struct Finisher: ~Copyable {
    private var file: FileWriter
    private var tree = PageTree()
    private var structure: StructureWriter
    private var writer: PageWriter
    private var outline: [OutlineEntry] = []
    private let options: FinishingOptions
    /// Painted objects that no page has asked for yet.
    private var rest: [UInt8] = []

    /// - Parameter count: How many bytes painting will come to, about.
    /// - Throws: Where no file can be what the options ask for.
    package init(_ options: FinishingOptions, expecting count: Int) throws(FinishingError) {
        let objection = options.standards.objection(
            attachments: !options.attachments.isEmpty,
            ink: options.inks != nil
        )
        if let objection { throw FinishingError("choosing standards", objection) }
        self.options = options
        file = FileWriter(
            level: options.compression ?? Finisher.compression(ofSize: count),
            expecting: count / 2
        )
        structure = StructureWriter(in: &file)
        writer = PageWriter(options)
    }

    /// How hard to squeeze a painted file of so many bytes.
    ///
    /// Up to some two hundred pages of text, as hard as is worth while; beyond, squeezing would be
    /// most of what finishing costs, and level 1 takes a third of the time for a tenth more bytes.
    private static func compression(ofSize count: Int) -> Int { count < 3_000_000 ? 6 : 1 }

    /// Adds a paper behind those before; its places and elements are counted from its own beginning.
    ///
    /// - Parameters:
    ///   - marked: For each of its pages, whose content painting marked, in order.
    ///   - painted: What painting wrote for its pages and has not handed over before.
    /// - Throws: Where that is not what painting makes of this paper.
    package mutating func add(_ paper: Document, marked: [MarkedContent], painted: [UInt8])
        throws(FinishingError)
    {
        let first = tree.count
        for page in paper.pages {
            tree.add(height: page.size.height, label: page.label, in: &file)
        }
        let keys = paper.pages.map { _ in structure.parents.reserve() }
        let annotations = writeAnnotations(of: paper, from: first)
        let window = rest.isEmpty ? painted : rest + painted
        try reading(window) { (finisher) throws(FinishingError) in
            try finisher.writePages(of: paper, from: first, keys, marked, annotations)
            finisher.rest = finisher.writer.rest
        }
        try structure.write(
            paper,
            marked: marked,
            pages: tree.leaves[first...].map(\.page),
            annotations: annotations,
            in: &file
        )
        for var entry in paper.outline {
            entry.destination.page += first
            outline.append(entry)
        }
    }

    /// Hands over what of the file stands so far, for those who do not keep it in memory.
    package mutating func take() -> [UInt8] { file.take() }

    /// Ends the file, and hands over what has not been taken of it.
    ///
    /// - Parameter painted: What painting wrote at its end.
    package consuming func end(painted: [UInt8], metadata: Metadata) throws(FinishingError)
        -> (bytes: [UInt8], weights: FileWeights)
    {
        let window = rest + painted
        if !window.isEmpty {
            try reading(window) { (finisher) throws(FinishingError) in
                try finisher.writer.copyWaiting(into: &finisher.file)
            }
        }
        try writer.checkNothingWaits()
        var outline = OutlineWriter(self.outline, over: tree.leaves)
        let description = DescriptiveMetadata(metadata, options)
        let catalogue = CatalogueWriter(
            metadata: metadata,
            options: options,
            pages: tree.write(in: &file),
            leaves: tree.leaves,
            structure: structure.end(in: &file),
            outline: outline.write(in: &file),
            description: description
        )
        let top = catalogue.write(in: &file)
        let information = file.add { description.writeInformation(into: &$0) }
        return file.end(root: top, info: information)
    }

    /// Does something while the painted objects are at hand.
    private mutating func reading(
        _ painted: [UInt8],
        _ work: (inout Finisher) throws(FinishingError) -> Void
    ) throws(FinishingError) {
        var result: Result<Void, FinishingError> = .success(())
        painted.withUnsafeBufferPointer { bytes in
            do throws(FinishingError) {
                writer.source = try CairoReader(borrowing: bytes)
                try work(&self)
            } catch {
                result = .failure(error)
            }
            writer.source = CairoReader()
        }
        try result.get()
    }

    private mutating func writePages(
        of paper: Document,
        from first: Int,
        _ keys: [Int],
        _ marked: [MarkedContent],
        _ annotations: [Reference]
    ) throws(FinishingError) {
        let painted = writer.source.pages
        guard painted.count == paper.pages.count, marked.count == painted.count else {
            throw FinishingError(
                CairoReader.task,
                "it has \(painted.count) pages, the document \(paper.pages.count)"
            )
        }
        var next = 0
        for (index, page) in paper.pages.enumerated() {
            let order = PageWriter.Order(
                page: page,
                index: first + index,
                painted: painted[index],
                leaf: tree.leaves[first + index],
                key: keys[index],
                owners: marked[index].owners,
                annotations: annotations[next..<next + page.links.count]
            )
            try writer.write(order, in: paper.structure, into: &file)
            next += page.links.count
        }
    }

    private mutating func writeAnnotations(of paper: Document, from first: Int) -> [Reference] {
        // Pages are counted from the paper's first, wherever that is in the file.
        let pages = Array(tree.leaves[first...])[...]
        let writer = AnnotationWriter(destinations: paper.destinations, pages: pages)
        var annotations: [Reference] = []
        for page in paper.pages {
            for link in page.links {
                let key = structure.parents.reserve()
                annotations.append(file.add { writer.write(link, on: page, key: key, into: &$0) })
            }
        }
        return annotations
    }
}
