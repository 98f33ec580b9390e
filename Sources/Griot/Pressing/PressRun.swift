internal import Diagnostics
internal import Finishing
internal import Flow
internal import Glibc
internal import Glyphs
internal import Pages
internal import Painting
internal import Pictures
internal import Units

/// A file on its way to the disk: its pages are painted, finished and written a few at a time, and
/// nothing is kept of them but where they stand and whose their content is.
///
/// The file takes its place when whoever asked for it says so; until then, and for good where that
/// never happens, what was there before is untouched.
struct PressRun: ~Copyable {
    private let composing: ComposingRoom
    private var painting: PDFPainting
    private var finisher: Finisher
    /// Nil where the file stays in memory.
    private let file: FileWriting.Draft?
    private var pictures = 0
    private var pages = 0
    private var metadata: Metadata?
    private let countsOn: Bool
    /// Photographs of which it is not known yet whether they stand in the file byte for byte.
    private var sought: [Pictures.Picture] = []
    /// Those that do.
    private(set) var standing: [Pictures.Picture] = []

    /// Finished in one go.
    private static let window = 16
    /// How many pages of small papers are painted together, about; twice as many gain nothing more.
    static let pagesTogether = 32
    /// Written to the disk in one go.
    private static let portion = 1 << 20

    /// A file written to its end, which has not taken its place.
    struct Product {
        let draft: FileWriting.Draft?
        /// The file, where it stays in memory.
        let bytes: [UInt8]
        let weights: FileWeights

        /// The file beside its place, written there if it was kept in memory.
        func draft(for path: String) throws(GriotError) -> FileWriting.Draft {
            if let draft { draft } else { try FileWriting.draft(bytes, for: path) }
        }
    }

    /// - Parameters:
    ///   - path: Where the file is to stand; nil keeps it in memory.
    ///   - copies: How many papers there will be; one alone keeps the numbers of its pages.
    ///   - size: What painting will come to in bytes, about.
    ///   - faces: What a font's glyphs are drawn with, asked for at its first glyph.
    init(
        to path: String?,
        copies: Int = 1,
        expecting size: Int,
        _ options: FinishingOptions,
        on composing: ComposingRoom,
        faces: @escaping (FontID) -> DrawingFace?
    ) throws(GriotError) {
        var file: FileWriting.Draft?
        if let path { file = try FileWriting.Draft(for: path) }
        let finisher = try PressRun.finishing { () throws(FinishingError) in
            try Finisher(options, expecting: size)
        }
        self.composing = composing
        self.file = file
        self.finisher = finisher
        painting = PDFPainting(face: faces)
        countsOn = copies > 1
    }

    /// Looks out for photographs that Cairo puts into the file as they are.
    mutating func seek(_ photographs: [Pictures.Picture]) { sought += photographs }

    /// Puts a paper behind those before, and lets go of each page that is painted.
    ///
    /// - Parameters:
    ///   - pictures: All that have been named so far, each at its place.
    ///   - sources: Where they were named.
    mutating func add(
        _ paper: consuming Document,
        _ pictures: [Pictures.Picture?],
        named sources: [PictureSource]
    ) throws(GriotError) {
        take(in: &paper, pictures)
        finisher.begin(paper)
        var left = paper.pages
        paper.pages = []
        for start in stride(from: 0, to: left.count, by: Self.window) {
            let next = start..<min(start + Self.window, left.count)
            try finish(impression(of: left[next], named: sources))
            for index in next { left[index] = Page(size: .zero) }
        }
        try endPaper()
    }

    /// Puts papers of few pages behind those before: all are painted, and then all are finished.
    ///
    /// The code of one task leaves no room for that of the others in a processor's nearest memory:
    /// card after card, each task would fetch its own anew, which takes a fifth more time.
    mutating func add(
        _ papers: consuming [Document],
        _ pictures: [Pictures.Picture?],
        named sources: [PictureSource]
    ) throws(GriotError) {
        var impressions: [Impression] = []
        for index in papers.indices {
            take(in: &papers[index], pictures)
            impressions.append(try impression(of: papers[index].pages[...], named: sources))
        }
        for (index, impression) in impressions.enumerated() {
            finisher.begin(papers[index])
            try finish(impression)
            try endPaper(beforeAnother: index + 1 < impressions.count)
        }
    }

    /// Counts a paper among those of the file.
    private mutating func take(in paper: inout Document, _ pictures: [Pictures.Picture?]) {
        if metadata == nil { metadata = paper.metadata }
        painting.add(pictures[self.pictures...])
        self.pictures = pictures.count
        if countsOn {
            for index in paper.pages.indices { paper.pages[index].label = "\(pages + index + 1)" }
        }
        pages += paper.pages.count
    }

    /// Pages as painting left them.
    private struct Impression {
        var pages: ArraySlice<Page>
        /// For each of them, whose content stands behind each boundary.
        var marked: [MarkedContent]
        var painted: [UInt8]
    }

    private mutating func impression(of pages: ArraySlice<Page>, named sources: [PictureSource])
        throws(GriotError) -> Impression
    {
        var marked: [MarkedContent] = []
        do throws(PaintingError) {
            for page in pages { marked.append(try painting.paint(page)) }
        } catch {
            throw composing.told(error, pictures: sources)
        }
        let painted = painting.take()
        if !sought.isEmpty {
            standing += sought.filter { painted.holds($0.bytes) }
            sought = sought.filter { !standing.contains($0) }
        }
        return Impression(pages: pages, marked: marked, painted: painted)
    }

    private mutating func finish(_ impression: Impression) throws(GriotError) {
        do throws(FinishingError) {
            try finisher.add(
                impression.pages,
                marked: impression.marked,
                painted: impression.painted
            )
        } catch {
            throw GriotError(finishing: error)
        }
        try handOver()
    }

    private mutating func endPaper(beforeAnother goesOn: Bool = false) throws(GriotError) {
        do throws(FinishingError) {
            try finisher.endPaper(beforeAnother: goesOn)
        } catch {
            throw GriotError(finishing: error)
        }
        try handOver()
    }

    /// Ends the file.
    ///
    /// - Parameters:
    ///   - attachments: What travels in it.
    ///   - standards: What it promises; nil is what was asked for to begin with.
    ///   - common: What is to be said of all papers together, given what the first says of itself.
    consuming func end(
        attaching attachments: [Finishing.Attachment] = [],
        promising standards: Set<Standard>? = nil,
        _ common: (inout Metadata) -> Void = { _ in }
    ) throws(GriotError) -> Product {
        var metadata = metadata ?? Metadata()
        common(&metadata)
        let painted: [UInt8]
        do throws(PaintingError) {
            painted = try painting.finish()
        } catch {
            throw composing.told(error, pictures: [])
        }
        let last: (bytes: [UInt8], weights: FileWeights)
        do throws(FinishingError) {
            last = try finisher.end(
                painted: painted,
                metadata: metadata,
                attaching: attachments,
                promising: standards
            )
        } catch {
            throw GriotError(finishing: error)
        }
        guard let file else {
            return Product(draft: nil, bytes: last.bytes, weights: last.weights)
        }
        try file.write(last.bytes)
        try file.end()
        return Product(draft: file, bytes: [], weights: last.weights)
    }

    /// Writes what is finished to the disk, as soon as it is worth the way.
    private mutating func handOver() throws(GriotError) {
        guard let file, finisher.count > Self.portion else { return }
        try file.write(finisher.take())
    }

    private static func finishing(_ work: () throws(FinishingError) -> Finisher) throws(GriotError)
        -> Finisher
    {
        do throws(FinishingError) {
            return try work()
        } catch {
            throw GriotError(finishing: error)
        }
    }
}

extension GriotError {
    fileprivate init(finishing error: FinishingError) {
        self.init("finishing the file", "\(error)")
    }
}

extension ComposingRoom {
    /// What painting gave up on, as whoever wrote the paper can mend it.
    ///
    /// - Parameter pictures: Where each picture was named.
    func told(_ error: PaintingError, pictures: [PictureSource]) -> GriotError {
        if let picture = error.picture, pictures.indices.contains(Int(picture.index)) {
            let source = pictures[Int(picture.index)]
            return GriotError(
                "drawing ‘\(source.path)’",
                error.reason,
                telling: .error(.undrawable(source.path, error), at: source.origin)
                    .hinting("open it in a picture program and save it anew")
            )
        }
        guard let font = error.font else {
            return GriotError("painting the pages", "\(error)")
        }
        return unreadable(font, by: "FreeType")
    }
}

extension Pages.Document {
    /// What its pages will come to when they are painted, in bytes, about: text is most of it.
    var paintedSize: Int {
        var glyphs = 0
        for page in pages {
            for fragment in page.fragments {
                for case .text(let text) in fragment.marks { glyphs += text.run.glyphs.count }
            }
        }
        return glyphs * 5
    }
}

extension [UInt8] {
    /// Whether the other bytes stand in these, one after the other.
    fileprivate func holds(_ other: [UInt8]) -> Bool {
        withUnsafeBytes { bytes in
            other.withUnsafeBytes { other in
                guard let end = bytes.baseAddress.map({ $0 + bytes.count }), !other.isEmpty else {
                    return other.isEmpty
                }
                var place = bytes.baseAddress!
                while end - place >= other.count,
                    let found = memchr(place, Int32(other[0]), end - place - other.count + 1)
                {
                    if memcmp(found, other.baseAddress!, other.count) == 0 { return true }
                    place = UnsafeRawPointer(found) + 1
                }
                return false
            }
        }
    }
}
