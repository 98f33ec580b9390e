internal import Content
internal import Flow
internal import Pages
internal import Painting

/// The files that an edition becomes: its pages, in the form that was asked for, and what goes beside them.
extension Run {
    /// The files of an edition, each written beside its place.
    mutating func files(of edition: inout Edition, to names: [String]) throws(GriotError)
        -> [FileWriting.Draft]
    {
        guard let name = names.first else { return [] }
        try FileWriting.makeFolder(Paths.folder(of: name))
        guard job.format == .pdf else {
            return try zip(names, pictures(of: edition)).map { name, bytes throws(GriotError) in
                try FileWriting.draft(bytes, for: name)
            }
        }
        var files = [try pdf(of: &edition, to: name)]
        for (text, kind) in [(edition.addressBook, "vcf"), (edition.calendar, "ics")] {
            guard let text else { continue }
            let place = Paths.joined(Paths.folder(of: name), Paths.stem(of: name) + ".\(kind)")
            files.append(try FileWriting.draft(Array(text.utf8), for: place))
        }
        return files
    }

    /// The pages of an edition, as a picture each.
    func pictures(of edition: Edition) throws(GriotError) -> [[UInt8]] {
        let document = edition.sheets
        let faces = try composing.faces(for: document)
        let pictures = edition.pictures.all
        switch job.format {
        case .pdf: return []
        case .png:
            return try painting(edition.flow.pictures) { () throws(PaintingError) in
                try document.pages.map { page throws(PaintingError) in
                    try paintPNG(
                        page,
                        resolution: job.resolution,
                        faces: faces,
                        pictures: pictures
                    )
                }
            }
        case .svg:
            return try painting(edition.flow.pictures) { () throws(PaintingError) in
                try document.pages.map { page throws(PaintingError) in
                    try paintSVG(page, faces: faces, pictures: pictures)
                }
            }
        }
    }

    /// Where an edition's files go, one a page where they are pictures.
    func names(of edition: Edition, to destination: Destination) -> [String] {
        let all = EditionNames(
            of: job,
            layouts: ownLayouts(of: edition.brief).map(\.name),
            languages: edition.brief.languages
        )
        return all.files(
            of: edition.layout,
            in: edition.language,
            pages: edition.sheets.pages.count,
            to: destination
        )
    }
}
