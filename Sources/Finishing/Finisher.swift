package import Pages
import Units

/// A file being finished while it is painted.
///
/// Papers come one after the other, and of each its pages. They are written as soon as they are
/// painted and then forgotten, but for what the whole file must know of them: where they are, what
/// leads to them, whose their content is. So the papers of ten thousand people take hardly more room
/// than one, and a book hardly more than its structure.
package struct Finisher: ~Copyable {
    private var file: FileWriter
    private var tree = PageTree()
    private var structure: StructureWriter
    private var writer: PageWriter
    private var outline: [OutlineEntry] = []
    private var options: FinishingOptions
    /// The paper whose pages are being added.
    private var paper: Paper?
    /// Papers whose pages are all there, and of which it has not been written what they are.
    private var whole: [Paper] = []
    /// Painted objects that no page has asked for yet.
    private var rest: [UInt8] = []

    /// - Parameter count: How many bytes painting will come to, about.
    /// - Throws: Where no file can be what the options ask for.
    package init(_ options: FinishingOptions, expecting count: Int) throws(FinishingError) {
        try options.check()
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
    /// A paper of a few sheets, which goes by mail, harder than a book: nobody can tell the time. Up to
    /// some two hundred pages of text, as hard as is worth while; beyond, squeezing would be
    /// most of what finishing costs, and level 1 takes a third of the time for a tenth more bytes.
    private static func compression(ofSize count: Int) -> Int {
        switch count {
        case ..<500_000: 8
        case ..<3_000_000: 6
        default: 1
        }
    }

    /// What is known of a paper while its pages are added.
    private struct Paper {
        /// The place of its first page in the file.
        let first: Int
        /// In the tree of parents, for each of its pages.
        let keys: [Int]
        let destinations: [String: Destination]
        var written: WrittenPages
        /// How many of its pages are written.
        var count: Int { written.marked.count }
    }

    /// Adds a paper behind those before, all of whose pages are at hand.
    ///
    /// - Parameters:
    ///   - marked: For each of its pages, whose content painting marked, in order.
    ///   - painted: What painting wrote for its pages and has not handed over before.
    /// - Throws: Where that is not what painting makes of this paper.
    package mutating func add(_ paper: Document, marked: [MarkedContent], painted: [UInt8])
        throws(FinishingError)
    {
        begin(paper)
        try add(paper.pages[...], marked: marked, painted: painted)
        try endPaper()
    }

    /// Begins a paper behind those before; its places and elements are counted from its own
    /// beginning.
    ///
    /// Links lead forward, so the sheets of all its pages must be known by now, but not what stands
    /// on them.
    package mutating func begin(_ paper: Document) {
        let first = tree.count
        for page in paper.pages {
            tree.add(height: page.size.height, label: page.label, in: &file)
        }
        self.paper = Paper(
            first: first,
            keys: paper.pages.map { _ in structure.parents.reserve() },
            destinations: paper.destinations,
            written: WrittenPages(of: paper.structure)
        )
        for var entry in paper.outline {
            entry.destination.page += first
            outline.append(entry)
        }
    }

    /// Adds the next pages of the paper that was begun.
    ///
    /// - Parameters:
    ///   - marked: For each of them, whose content painting marked, in order.
    ///   - painted: What painting wrote for them and has not handed over before.
    /// - Throws: Where that is not what painting makes of these pages.
    package mutating func add(
        _ pages: ArraySlice<Page>,
        marked: [MarkedContent],
        painted: [UInt8]
    ) throws(FinishingError) {
        guard var paper else {
            throw FinishingError.outOfOrder("its pages came before it was begun")
        }
        self.paper = nil
        var annotations: [[Reference]] = []
        for page in pages { annotations.append(writeAnnotations(on: page, of: paper)) }
        let window = rest.isEmpty ? painted : rest + painted
        try reading(window) { (finisher) throws(FinishingError) in
            try finisher.write(pages, of: paper, marked, annotations)
            finisher.rest = finisher.writer.rest
        }
        for (index, page) in pages.enumerated() {
            paper.written.add(page, marked: marked[index], annotations: annotations[index])
        }
        self.paper = paper
    }

    /// Ends the paper that was begun, all of whose pages have been added.
    ///
    /// - Parameter goesOn: Whether another comes at once: what they are is written of all together.
    package mutating func endPaper(beforeAnother goesOn: Bool = false) throws(FinishingError) {
        guard let paper else { throw FinishingError.outOfOrder("it ended before it was begun") }
        self.paper = nil
        guard paper.keys.count == paper.count else {
            throw FinishingError(
                CairoReader.task,
                "\(paper.count) of a paper’s \(paper.keys.count) pages were painted"
            )
        }
        whole.append(paper)
        if goesOn { return }
        for paper in whole {
            let leaves = tree.leaves[paper.first..<paper.first + paper.count]
            try structure.write(paper.written, pages: leaves.map(\.page), in: &file)
        }
        whole.removeAll(keepingCapacity: true)
    }

    /// How many bytes have not been handed over.
    package var count: Int { file.count }

    /// Hands over what of the file stands so far, for those who do not keep it in memory.
    package mutating func take() -> [UInt8] { file.take() }

    /// Ends the file, and hands over what has not been taken of it.
    ///
    /// - Parameters:
    ///   - painted: What painting wrote at its end.
    ///   - attachments: What is to travel in the file, where only painting could tell.
    ///   - standards: What the file is to promise with these attachments.
    package consuming func end(
        painted: [UInt8],
        metadata: Metadata,
        attaching attachments: [Attachment]? = nil,
        promising standards: Set<Standard>? = nil
    ) throws(FinishingError) -> (bytes: [UInt8], weights: FileWeights) {
        if let attachments { options.attachments = attachments }
        if let standards { options.standards = standards }
        try options.check()
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
        try painted.withUnsafeBufferPointer { bytes throws(FinishingError) in
            defer { writer.source = CairoReader() }
            writer.source = try CairoReader(borrowing: bytes)
            try work(&self)
        }
    }

    private mutating func write(
        _ pages: ArraySlice<Page>,
        of paper: Paper,
        _ marked: [MarkedContent],
        _ annotations: [[Reference]]
    ) throws(FinishingError) {
        let painted = writer.source.pages
        guard painted.count == pages.count, marked.count == painted.count else {
            throw FinishingError(
                CairoReader.task,
                "it has \(painted.count) pages, the document \(pages.count)"
            )
        }
        for (index, page) in pages.enumerated() {
            let place = paper.count + index
            let order = PageWriter.Order(
                page: page,
                index: paper.first + place,
                painted: painted[index],
                leaf: tree.leaves[paper.first + place],
                key: paper.keys[place],
                owners: marked[index].owners,
                annotations: annotations[index]
            )
            try writer.write(order, in: paper.written.structure, into: &file)
        }
    }

    private mutating func writeAnnotations(on page: Page, of paper: Paper) -> [Reference] {
        guard !page.links.isEmpty else { return [] }
        // Pages are counted from the paper's first, wherever that is in the file.
        let writer = AnnotationWriter(
            destinations: paper.destinations,
            pages: tree.leaves,
            first: paper.first
        )
        return page.links.map { link in
            let key = structure.parents.reserve()
            return file.add { writer.write(link, on: page, key: key, into: &$0) }
        }
    }
}
