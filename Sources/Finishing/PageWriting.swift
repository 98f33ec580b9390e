import Pages
import Structure
import Units

/// Writes pages: what Cairo drew, with the marks made right, and what the page says of itself.
struct PageWriter {
    let options: FinishingOptions
    private let inks: InkRewriter?
    private var copier: ObjectCopier
    private var resources: [[UInt8]: Reference] = [:]
    /// Those of the latest page, as painted.
    private var latest: (painted: [UInt8], shared: Reference)?
    private var content = PDFText()
    /// Objects of which nothing more is needed.
    private var spent: Set<Int> = []

    /// A content stream that unpacks to more than this was not made by painting.
    private static let contentLimit = 1 << 29

    /// Past so many, pages have pictures of their own, and share nothing any more.
    private static let mostResources = 256

    init(_ options: FinishingOptions) {
        self.options = options
        inks = options.inks.map { InkRewriter($0) }
        copier = ObjectCopier(
            from: CairoReader(),
            allowsInk: options.standards.archival == nil,
            inks: inks
        )
    }

    /// What pages are read from.
    var source: CairoReader {
        get { copier.source }
        set {
            copier.source = newValue
            spent = []
        }
    }

    /// Copies what pages draw with, as far as it has been painted.
    mutating func copyWaiting(into file: inout FileWriter) throws(FinishingError) {
        try copier.copyWaiting(into: &file)
    }

    /// - Throws: Where a page draws with what was never painted.
    func checkNothingWaits() throws(FinishingError) { try copier.checkNothingWaits() }

    /// The objects read that no page has asked for, as they were.
    var rest: [UInt8] {
        var rest: [UInt8] = []
        var spent = spent
        for (number, object) in source.objects where copier.takes(number) {
            spent.insert(number)
            if let length = object.length { spent.insert(length) }
        }
        for (number, object) in source.objects.sorted(by: { $0.key < $1.key })
        where !spent.contains(number) {
            rest.append(contentsOf: source.slice(object.whole))
            rest.append(0x0A)
        }
        return rest
    }

    /// A page as it is to be written.
    struct Order {
        var page: Page
        /// Its place in the whole file, for complaints.
        var index: Int
        var painted: CairoReader.Page
        var leaf: PageTree.Leaf
        /// In the tree of parents.
        var key: Int
        var owners: [Owner]
        var annotations: [Reference]
    }

    /// A page of the painted file, taken apart.
    private struct Painted {
        var box: PDFText
        var group: PDFText?
        var contents: Int
        var resources: Range<Int>
    }

    /// Writes one page, with its content and what that draws with.
    mutating func write(
        _ order: Order,
        in structure: StructureTree,
        into file: inout FileWriter
    ) throws(FinishingError) {
        let painted =
            switch order.painted {
            case .described(let number): try described(number, page: order.index, in: &file)
            case .bare(let contents, let resources):
                try bare(contents, resources, sized: order.page.size)
            }
        let stream = try writeContent(painted.contents, of: order, in: structure, into: &file)
        let shared = try share(painted.resources, in: &file)
        try copier.copyWaiting(into: &file)
        file.defineDictionary(order.leaf.page) { page in
            page.entry("/Type", "/Page")
            page.entry("/Parent", order.leaf.parent)
            page.entry("/MediaBox", painted.box)
            writeBoxes(of: order.page, into: &page)
            page.entry("/Resources", shared)
            page.entry("/Contents", stream)
            if let group = painted.group { page.entry("/Group", group) }
            page.entry("/StructParents", order.key)
            page.entry("/Tabs", "/S")
            if !order.annotations.isEmpty { page.entry("/Annots", order.annotations) }
        }
    }

    /// A page as its dictionary says.
    private mutating func described(
        _ number: Int,
        page: Int,
        in file: inout FileWriter
    ) throws(FinishingError) -> Painted {
        var box: Range<Int>?
        var group: PDFText?
        var contents: Int?
        var resources: Range<Int>?
        spent.insert(number)
        for entry in try source.object(number).entries {
            func says(_ key: StaticString) -> Bool { source.spells(entry.key, key) }
            if says("/MediaBox") {
                box = entry.value
            } else if says("/Group") {
                group = try copier.copied(entry.value, in: &file)
            } else if says("/Contents") {
                contents = source.reference(in: entry.value)
            } else if says("/Resources") {
                resources = try resolved(entry.value)
            } else if !says("/Type"), !says("/Parent"), !says("/StructParents"), !says("/Annots") {
                throw FinishingError(
                    CairoReader.task,
                    "page \(page + 1) says what Cairo never does"
                )
            }
        }
        guard let box, let contents, let resources else {
            throw FinishingError(CairoReader.task, "page \(page + 1) is incomplete")
        }
        return Painted(
            box: try copier.copied(box, in: &file),
            group: group,
            contents: contents,
            resources: resources
        )
    }

    /// A page of which only the parts are there; what its dictionary will say is known without it.
    private mutating func bare(_ contents: Int, _ resources: Int, sized size: Size)
        throws(FinishingError) -> Painted
    {
        spent.insert(resources)
        var box = PDFText()
        box.write(Rect(origin: .zero, size: size))
        var group = PDFText()
        group.dictionary {
            $0.entry("/Type", "/Group")
            $0.entry("/S", "/Transparency")
            $0.entry("/I", true)
            $0.entry("/CS", inks == nil ? "/DeviceRGB" : "/DeviceCMYK")
        }
        return Painted(
            box: box,
            group: group,
            contents: contents,
            resources: try source.object(resources).value
        )
    }

    private mutating func resolved(_ value: Range<Int>) throws(FinishingError) -> Range<Int> {
        guard let number = source.reference(in: value) else { return value }
        spent.insert(number)
        return try source.object(number).value
    }

    // MARK: Content

    private mutating func writeContent(
        _ number: Int,
        of order: Order,
        in structure: StructureTree,
        into file: inout FileWriter
    ) throws(FinishingError) -> Reference {
        let object = try source.object(number)
        guard let stream = object.stream else {
            throw FinishingError(CairoReader.task, "page \(order.index + 1) has no content")
        }
        spent.insert(number)
        if let length = object.length { spent.insert(length) }
        let bytes = source.slice(stream)
        if !object.entries.contains(where: { source.spells($0.key, "/Filter") }) {
            try rewrite(bytes, of: order, in: structure)
        } else {
            // Painting asks Cairo to leave content as it is; where Cairo does not, this takes
            // a little longer.
            guard let unpacked = inflated(bytes, limit: PageWriter.contentLimit) else {
                throw FinishingError(
                    CairoReader.task,
                    "the content of page \(order.index + 1) is damaged"
                )
            }
            try unpacked.withUnsafeBufferPointer { unpacked throws(FinishingError) in
                try rewrite(unpacked, of: order, in: structure)
            }
        }
        return content.bytes.withUnsafeBufferPointer { bytes in
            let reference = file.reserve()
            file.define(reference, stream: bytes, for: .text) { _ in }
            return reference
        }
    }

    private mutating func rewrite(
        _ bytes: UnsafeBufferPointer<UInt8>,
        of order: Order,
        in structure: StructureTree
    ) throws(FinishingError) {
        try ContentRewriter.rewrite(
            bytes,
            ofPage: order.index,
            owners: order.owners,
            structure: structure,
            inks: inks,
            learning: &copier.letters,
            into: &content
        )
    }

    /// Pages that draw with the same fonts share one dictionary.
    private mutating func share(_ value: Range<Int>, in file: inout FileWriter)
        throws(FinishingError) -> Reference
    {
        let painted = source.slice(value)
        if let latest, latest.painted.isSame(as: painted) { return latest.shared }
        let text = try copier.copied(value, in: &file)
        let shared = resources[text.bytes] ?? file.add { $0.write(text) }
        if resources.count < PageWriter.mostResources { resources[text.bytes] = shared }
        latest = (Array(painted), shared)
        return shared
    }

    // MARK: Boxes

    /// Source: ISO 32000-1, section 14.11.2.
    private func writeBoxes(of page: Page, into dictionary: inout PDFText) {
        guard let trim = page.trim else { return }
        let sheet = Rect(origin: .zero, size: page.size)
        let bleed = options.bleed.map { trim.inset(by: Insets(all: -$0)) } ?? sheet
        dictionary.entry("/TrimBox", trim.standing(on: page).clipped(to: sheet))
        dictionary.entry("/BleedBox", bleed.standing(on: page).clipped(to: sheet))
    }
}

extension Rect {
    fileprivate func clipped(to other: Rect) -> Rect {
        let (x, y) = (max(minX, other.minX), max(minY, other.minY))
        return Rect(
            x: x,
            y: y,
            width: min(maxX, other.maxX) - x,
            height: min(maxY, other.maxY) - y
        )
    }
}
