internal import Content
internal import Diagnostics
internal import Flow
internal import Pages

/// Papers made one after the other, bound into one document.
struct Binding {
    private var series: PaperSeries
    private var pages: [Page] = []
    private var outline: [OutlineEntry] = []
    private var destinations: [String: Pages.Destination] = [:]
    private var metadata: Metadata?
    /// What there was before the paper added last.
    private var lastStart = (pages: 0, outline: 0)
    private let isRepeated: Bool

    var pictures: PictureMaterials { series.pictures }

    /// - Parameters:
    ///   - copies: How many papers there will be.
    ///   - disclosure: What they keep back, be it in a drawing.
    init(in folder: String, on press: Press, copies: Int, keepingBack disclosure: Disclosure?) {
        series = PaperSeries(in: folder, on: press, copies: copies, keepingBack: disclosure)
        isRepeated = copies > 1
    }

    /// Makes the paper of one record; whom mistakes concern is told with them.
    ///
    /// - Parameter objections: What is against pages that were set, whosesoever they are.
    /// - Returns: Whether it was made without a mistake.
    /// - Throws: Where a font is not there.
    @discardableResult
    mutating func add(
        _ record: Value?,
        number: Int = 1,
        of composition: inout Composition,
        refusing objections: (Document) -> [Diagnostic] = { _ in [] },
        reporting report: inout Report
    ) throws(GriotError) -> Bool {
        let made = try series.make(
            record,
            number: number,
            of: &composition,
            describing: metadata == nil,
            reporting: &report
        )
        let told = objections(made.pages)
        for objection in told { report.add(objection) }
        take(made.pages)
        return made.isFaultless && told.isEmpty
    }

    /// Leaves out the paper added last; none may have been left out since the one before it.
    mutating func dropLast() {
        pages.removeLast(pages.count - lastStart.pages)
        outline.removeLast(outline.count - lastStart.outline)
        destinations = destinations.filter { $0.value.page < lastStart.pages }
    }

    private mutating func take(_ document: Document) {
        let start = pages.count
        lastStart = (start, outline.count)
        if metadata == nil { metadata = document.metadata }
        for var page in document.pages {
            if isRepeated { page.label = "\(pages.count + 1)" }
            pages.append(page)
        }
        func moved(_ place: Pages.Destination) -> Pages.Destination {
            Pages.Destination(page: place.page + start, y: place.y)
        }
        for entry in document.outline {
            outline.append(
                OutlineEntry(
                    title: entry.title,
                    level: entry.level,
                    destination: moved(entry.destination)
                )
            )
        }
        for (name, place) in document.destinations where destinations[name] == nil {
            destinations[name] = moved(place)
        }
    }

    /// Everything made so far, as one document.
    func document(of composition: inout Composition) -> Document {
        var metadata = self.metadata ?? Metadata()
        if isRepeated { metadata.take(composition.commonMetadata()) }
        return Document(
            pages: pages,
            structure: composition.flow.structure,
            metadata: metadata,
            outline: outline,
            destinations: destinations
        )
    }
}

extension Metadata {
    /// Says what is common to many papers instead of what one says of itself.
    mutating func take(_ common: FlowMetadata) {
        title = common.title
        subject = common.subject
        authors = common.authors
        keywords = common.keywords
    }
}
