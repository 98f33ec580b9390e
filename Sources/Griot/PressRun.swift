internal import Diagnostics
internal import Finishing
internal import Glyphs
internal import Pages
internal import Painting

/// A file of many papers on its way to the disk: each is painted, finished and written as soon as it
/// is made, and nothing is kept of it but where it stands.
///
/// The file takes its place when ``end(_:)`` has written the last byte; until then, and for good
/// where that never happens, what was there before is untouched.
struct PressRun: ~Copyable {
    private var painting: PDFPainting
    private var finisher: Finisher
    private let file: FileWriting.Draft
    private var pictures = 0
    private var pages = 0
    private var metadata: Metadata?
    private let countsOn: Bool

    /// What painting a card comes to, in bytes.
    private static let usualSize = 3_000
    /// Written to the disk in one go.
    private static let portion = 1 << 20
    private var portion: [UInt8] = []

    /// - Parameter copies: How many papers there will be; one alone keeps the numbers of its pages.
    init(
        to path: String,
        copies: Int,
        standards: Set<Standard>,
        on press: Press
    ) throws(GriotError) {
        let file = try FileWriting.Draft(for: path)
        let finisher = try PressRun.finishing { () throws(FinishingError) in
            try Finisher(
                FinishingOptions(standards: standards),
                expecting: copies * Self.usualSize
            )
        }
        let composing = press.composing
        self.file = file
        self.finisher = finisher
        painting = PDFPainting { composing.wholeFace(of: $0) }
        countsOn = copies > 1
    }

    /// Puts a paper behind those before.
    ///
    /// - Parameter pictures: All that have been named so far, each at its place.
    mutating func add(_ paper: Document, _ pictures: PictureMaterials) throws(GriotError) {
        var paper = paper
        if metadata == nil { metadata = paper.metadata }
        painting.add(pictures.present[self.pictures...])
        self.pictures = pictures.count
        var marked: [MarkedContent] = []
        for index in paper.pages.indices {
            pages += 1
            if countsOn { paper.pages[index].label = "\(pages)" }
            do throws(PaintingError) {
                marked.append(try painting.paint(paper.pages[index]))
            } catch {
                throw GriotError("painting the pages", "\(error)")
            }
        }
        let painted = painting.take()
        do throws(FinishingError) {
            try finisher.add(paper, marked: marked, painted: painted)
        } catch {
            throw GriotError("finishing the file", "\(error)")
        }
        portion += finisher.take()
        if portion.count > Self.portion { try flush() }
    }

    /// Ends the file, which takes its place.
    ///
    /// - Parameter common: What is to be said of all papers together, given what the first says of
    ///   itself.
    consuming func end(_ common: (inout Metadata) -> Void) throws(GriotError) {
        var metadata = metadata ?? Metadata()
        common(&metadata)
        let painted: [UInt8]
        do throws(PaintingError) {
            painted = try painting.finish()
        } catch {
            throw GriotError("painting the pages", "\(error)")
        }
        do throws(FinishingError) {
            portion += try finisher.end(painted: painted, metadata: metadata).bytes
        } catch {
            throw GriotError("finishing the file", "\(error)")
        }
        try file.write(portion)
        try file.takeItsPlace()
    }

    private mutating func flush() throws(GriotError) {
        try file.write(portion)
        portion.removeAll(keepingCapacity: true)
    }

    private static func finishing(_ work: () throws(FinishingError) -> Finisher) throws(GriotError)
        -> Finisher
    {
        do throws(FinishingError) {
            return try work()
        } catch {
            throw GriotError("finishing the file", "\(error)")
        }
    }
}
