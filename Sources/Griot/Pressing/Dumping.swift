internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Layouts
internal import Pages
internal import Painting
internal import Typesetting
internal import Units
internal import YAML

extension Run {
    /// What a stage made of the job's first edition; as far as the path went.
    mutating func dump(after stage: Stage) -> String {
        let brief = brief()
        if stage == .yaml { return materials?.files.map { $0.root.dump() }.joined() ?? "" }
        guard let brief else { return "" }
        if stage == .content { return brief.record.dump() }
        guard let layout = layouts(of: brief).first else { return "" }
        if stage == .layout { return design(layout, for: brief)?.dump() ?? "" }
        guard let language = languages(of: brief).first,
            let edition = edition(of: brief, by: layout, in: language)
        else { return "" }
        switch stage {
        case .yaml, .content, .layout: return ""
        case .flow: return edition.flow.dump()
        case .typesetting: return galleys(of: edition)
        case .pagination: return edition.document.dump()
        case .imposition: return edition.sheets.dump()
        case .reading: return accessibilityReading(of: edition.sheets.heard).dump()
        case .painting: return marks(of: edition)
        }
    }

    /// Every stream set to the measure of the first frame that takes it.
    private func galleys(of edition: Edition) -> String {
        var typesetter = composing.typesetter(
            for: edition.flow,
            pictures: edition.pictures.sizes
        )
        var text = ""
        for stream in edition.flow.streams {
            let frames = edition.flow.masters.values.sorted { $0.name < $1.name }.flatMap(\.frames)
            guard let frame = frames.first(where: { $0.filling == .stream(stream.name) }) else {
                continue
            }
            let gutters = frame.gutter * Double(frame.columns - 1)
            let measure = (frame.width - gutters) / Double(frame.columns)
            text += "stream \(stream.name)\n\(typesetter.set(stream.blocks, to: measure).dump())"
        }
        return text
    }

    /// Whose each piece of marked content is, page by page.
    private mutating func marks(of edition: Edition) -> String {
        guard !report.hasErrors else { return "" }
        do throws(GriotError) {
            return try painted(edition).enumerated().map { page, content in
                "page \(page + 1)\n" + content.owners.map { "  \($0)\n" }.joined()
            }.joined()
        } catch {
            if let told = error.told { report.add(told) } else { failure = error }
            return ""
        }
    }

    private func painted(_ edition: Edition) throws(GriotError) -> [MarkedContent] {
        let sheets = edition.sheets
        let faces = try composing.faces(for: sheets)
        do throws(PaintingError) {
            return try paintPDF(
                sheets,
                faces: faces,
                pictures: edition.pictures.all
            ).marked
        } catch {
            throw composing.told(error, pictures: edition.flow.pictures)
        }
    }
}
