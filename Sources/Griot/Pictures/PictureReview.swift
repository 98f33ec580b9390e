internal import Diagnostics
internal import Flow
internal import Pages
internal import Pictures
internal import Units

/// Pictures with too few pixels for their place, or with far too many bytes for any.
extension Run {
    /// In dots an inch: below it the pixels of a photograph are seen on a screen as well as on the paper of an
    /// office.
    private static let seenAsPixels = 100.0
    /// In dots an inch, of what the finest paper shows.
    private static let finest = 300.0
    /// In bytes: what most servers for mail refuse.
    private static let heavy = 10_000_000

    /// A print edition asks for more, and says so itself.
    mutating func reportPictures(
        _ pictures: [Pictures.Picture?],
        of flow: Flow,
        in document: Pages.Document
    ) {
        guard pictures.contains(where: { $0 != nil }) else { return }
        for (id, size) in document.shownSizes.sorted(by: { $0.key.index < $1.key.index }) {
            guard let picture = pictures[Int(id.index)] else { continue }
            let source = flow.pictures[Int(id.index)]
            if job.edition != .print { reportPixels(of: picture, shown: size, at: source) }
            if job.edition != .light { reportWeight(of: picture, shown: size, at: source) }
        }
    }

    private mutating func reportPixels(
        of picture: Pictures.Picture,
        shown size: Size,
        at source: PictureSource
    ) {
        guard let resolution = picture.resolution(at: size.width), resolution < Self.seenAsPixels
        else { return }
        report.add(
            .warning(.pixelsSeen(source.path, picture, resolution), at: source.origin)
                .hinting(
                    "at this size it wants \(picture.pixels(for: size, at: Self.seenAsPixels * 2)) pixels: find a larger file"
                )
        )
    }

    private mutating func reportWeight(
        of picture: Pictures.Picture,
        shown size: Size,
        at source: PictureSource
    ) {
        guard picture.bytes.count > Self.heavy else { return }
        let problem = Diagnostic.warning(.heavyPicture(source.path, picture), at: source.origin)
        let isFinerThanSeen =
            picture.resolution(at: size.width).map { $0 > Self.finest } ?? false
        report.add(
            problem.hinting(
                isFinerThanSeen
                    ? "save it smaller: \(picture.pixels(for: size, at: Self.finest)) pixels are all that paper shows"
                    : "save it anew, packed more tightly"
            )
            .hinting("‘griot render --edition light’ does so for one file")
        )
    }
}

extension Pictures.Picture {
    /// “1200 × 800”: how many it wants for a size, upright.
    fileprivate func pixels(for size: Size, at resolution: Double) -> String {
        func pixels(_ length: Length) -> Int { Int((length.points / 72 * resolution).rounded(.up)) }
        return "\(pixels(size.width)) × \(pixels(size.height))"
    }
}

extension Diagnostic.Message {
    fileprivate static func pixelsSeen(
        _ path: String,
        _ picture: Pictures.Picture,
        _ resolution: Double
    ) -> Self {
        let sides =
            picture.orientation.swapsSides
            ? "\(picture.pixelHeight) × \(picture.pixelWidth)"
            : "\(picture.pixelWidth) × \(picture.pixelHeight)"
        return
            "‘\(path)’ has \(sides) pixels, which are \(Int(resolution)) dots an inch at the size it is set: they are seen"
    }

    fileprivate static func heavyPicture(_ path: String, _ picture: Pictures.Picture) -> Self {
        "‘\(path)’ weighs \((picture.bytes.count + 500_000) / 1_000_000) MB, and so does every file that holds it"
    }
}
