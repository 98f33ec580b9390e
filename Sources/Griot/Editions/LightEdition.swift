internal import Diagnostics
internal import Finishing
internal import Flow
internal import Glibc
internal import Pages
internal import Pictures
internal import Units

extension Run {
    /// How fine pictures are kept, and how carefully they are packed.
    private struct Fineness {
        /// Dots an inch.
        var resolution: Double
        /// A JPEG's, from 1 to 100.
        var quality: Int
    }

    /// From what the eye hardly tells from the original to what still shows who is who.
    private var steps: [Fineness] {
        let first = Fineness(resolution: job.pictureResolution, quality: 75)
        guard job.maximumSize != nil else { return [first] }
        let coarser = [(0.8, 70), (0.8, 55), (0.6, 55), (0.6, 40), (0.45, 35)].map {
            Fineness(resolution: job.pictureResolution * $0.0, quality: $0.1)
        }
        return [first] + coarser
    }

    /// The file with pictures no finer than they are seen, and coarser still until it fits.
    mutating func lightPDF(of edition: Edition, to path: String) throws(GriotError)
        -> FileWriting.Draft
    {
        let document = edition.sheets
        var heard = Report()
        defer { report.add(heard, of: callName(of: edition)) }
        var last: PressRun.Product?
        for step in steps {
            let pictures = try lightened(edition, of: document, to: step)
            let made = try file(of: edition, for: document, to: nil, pictures: pictures)
            last = made
            guard let limit = job.maximumSize, made.bytes.count > limit else {
                heard.add(
                    .remark(
                        .weight(made.weights, finest: step.resolution).about(.edition),
                        at: nil
                    )
                )
                reportWeights(made.weights, of: pictures, in: edition)
                return try made.draft(for: path)
            }
            if made.weights.pictures.isEmpty { break }
        }
        guard let last, let limit = job.maximumSize else {
            preconditionFailure("a light edition is made in one step at least")
        }
        heard.add(
            .error(.tooHeavy(by: last.bytes.count - limit, limit).about(.edition), at: nil)
                .hinting(.blame(last.weights))
        )
        return try last.draft(for: path)
    }

    private func lightened(
        _ edition: Edition,
        of document: Pages.Document,
        to step: Fineness
    ) throws(GriotError) -> [Pictures.Picture] {
        var pictures = edition.pictures.all
        for (id, size) in document.shownSizes {
            let index = Int(id.index)
            do throws(PictureError) {
                pictures[index] = try pictures[index].lightened(
                    to: Int((size.width.points / 72 * step.resolution).rounded(.up)),
                    by: Int((size.height.points / 72 * step.resolution).rounded(.up)),
                    quality: step.quality
                )
            } catch {
                let path = edition.flow.pictures[index].path
                throw GriotError("making ‘\(path)’ lighter", error.reason)
            }
        }
        return pictures
    }

    /// Who weighs what: pictures by name, the heaviest first; those of one size in pixels together, which
    /// nothing in the file tells apart.
    private mutating func reportWeights(
        _ weights: FileWeights,
        of pictures: [Pictures.Picture],
        in edition: Edition
    ) {
        for weight in weights.pictures.sorted(by: { $0.bytes > $1.bytes }) {
            let sources = zip(pictures, edition.flow.pictures).filter { picture, _ in
                picture.pixelWidth == weight.width && picture.pixelHeight == weight.height
            }
            .map(\.1)
            guard let first = sources.first else { continue }
            let message = Diagnostic.Message.pictureWeight(sources.map(\.path), weight)
            report.add(.remark(message, at: first.origin))
        }
    }
}

extension Diagnostic.Message {
    static func weight(_ weights: FileWeights, finest: Double) -> Self {
        "\(inKilobytes(weights.whole)), pictures at \(Int(finest)) dots an inch at most: \(parts(of: weights))"
    }

    fileprivate static func pictureWeight(_ paths: [String], _ picture: FileWeights.Picture) -> Self
    {
        let weight = inKilobytes(picture.bytes)
        let sides = "\(picture.width) × \(picture.height)"
        return paths.count == 1
            ? "‘\(paths[0])’ weighs \(weight) with \(sides) pixels"
            : "\(quoted(paths)) weigh \(weight) together, each with \(sides) pixels"
    }

    fileprivate static func tooHeavy(by excess: Int, _ limit: Int) -> Self {
        "the file is \(inKilobytes(excess)) over the \(inKilobytes(limit)) it may weigh, its pictures as coarse as they may be"
    }

    static func blame(_ weights: FileWeights) -> Self {
        "leave out what weighs most: \(parts(of: weights))"
    }

    private static func parts(of weights: FileWeights) -> [Self] {
        let parts: [(Self, Int)] = [
            ("pictures", weights.pictures.reduce(0) { $0 + $1.bytes }), ("fonts", weights.fonts),
            ("words", weights.text), ("drawings", weights.drawings),
            ("attached files", weights.attachments), ("structure", weights.structure),
        ]
        return parts.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
            .map { "\($0.0) \(inKilobytes($0.1))" }
    }

    private static func inKilobytes(_ bytes: Int) -> Self {
        bytes < 10_000
            ? "\(decimal: "\((bytes + 50) / 100 / 10).\((bytes + 50) / 100 % 10)") kB"
            : "\((bytes + 500) / 1000) kB"
    }
}
