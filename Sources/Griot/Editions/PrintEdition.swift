internal import Diagnostics
internal import Finishing
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages
internal import Pictures
internal import Structure
internal import Units

extension Run {
    /// How far ink runs over the edge where the layout does not say: what printers ask for.
    static let bleed = Length.mm(3)

    /// What a photograph needs on paper, in dots an inch, before its pixels show.
    private static let sharpEnough = 200.0

    /// Sheets with marks, their colours as inks.
    mutating func printPDF(of edition: Edition, to path: String) throws(GriotError)
        -> FileWriting.Draft
    {
        let sheets = edition.pressSheets
        let brand = house(for: edition.brief, in: edition.language, eventFolder: folder).brand
        let inks = InkTable(sheets.coloursInUse.union(brand.colours.values))
        let strangers = sheets.coloursInUse.filter { inks.ink(of: $0) == nil }
        if !strangers.isEmpty {
            let names = strangers.map(\.description).sorted().joined(separator: ", ")
            report.add(
                .remark(.colourWithoutInk(names), at: nil)
                    .hinting("give each an ‘ink’ in the brand, or the press will choose")
            )
        }
        reportCoarsePictures(of: edition)
        reportDrawings(of: edition, withoutAmong: inks)
        return try file(of: edition, for: sheets, to: path, inks: inks).draft(for: path)
    }

    private mutating func reportCoarsePictures(of edition: Edition) {
        for (id, width) in edition.document.shownSizes.mapValues(\.width)
            .sorted(by: { $0.key.index < $1.key.index })
        {
            let picture = edition.pictures.all[Int(id.index)]
            guard let resolution = picture.resolution(at: width), resolution < Self.sharpEnough
            else { continue }
            let source = edition.flow.pictures[Int(id.index)]
            report.add(
                .warning(.coarsePicture(source.path, resolution), at: source.origin)
                    .hinting("a press wants \(Int(Self.sharpEnough)) or more: find a larger file")
            )
        }
    }
}

extension Run {
    /// Drawings that have colours which stay those of the screen.
    private mutating func reportDrawings(of edition: Edition, withoutAmong inks: InkTable) {
        for id in edition.document.shownSizes.keys.sorted(by: { $0.index < $1.index }) {
            let picture = edition.pictures.all[Int(id.index)]
            guard picture.kind == .svg else { continue }
            let source = edition.flow.pictures[Int(id.index)]
            let found = SVGColours(picture.bytes)
            let strangers =
                found.colours.filter { inks.ink(of: $0) == nil }.map(\.description) + found.names
            if !strangers.isEmpty {
                report.add(
                    .remark(.drawingWithoutInk(source.path, strangers), at: source.origin)
                        .hinting("give each an ‘ink’ in the brand, or the press will choose")
                )
            }
            if found.hasGradients {
                report.add(
                    .remark(.drawingWithGradients(source.path), at: source.origin)
                        .hinting("draw it in plain colours of the brand, or the press will choose")
                )
            }
        }
    }
}

extension Run.Edition {
    /// The pages on the sheets that a press prints, with marks to cut and to fold by.
    fileprivate var pressSheets: Pages.Document {
        guard let scheme else { return impose(document, as: .press(bleed: Run.bleed)) }
        let sheets = impose(document, as: scheme)
        return switch scheme {
        // Cards lie between their own marks.
        case .cards: sheets.trimmedAsSheets
        default: impose(sheets, as: .press(bleed: Run.bleed))
        }
    }
}

extension Pages.Document {
    /// The same, each sheet as large as a press is to leave it: what lies on it is cut by its marks.
    ///
    /// Source: ISO 15930-4, 6.13, which asks for a trim box on each page.
    fileprivate var trimmedAsSheets: Pages.Document {
        var document = self
        for index in pages.indices where pages[index].trim == nil {
            document.pages[index].trim = Rect(origin: .zero, size: pages[index].size)
        }
        return document
    }

    fileprivate var coloursInUse: Set<Colour> {
        var colours: Set<Colour> = []
        for mark in pages.lazy.flatMap(\.fragments).flatMap(\.marks) {
            switch mark {
            case .text(let text): colours.insert(text.colour)
            case .area(let area):
                if let fill = area.fill { colours.insert(fill) }
                if let border = area.border { colours.insert(border.colour) }
            case .line(let line): colours.insert(line.stroke.colour)
            case .modules(let modules): colours.insert(modules.colour)
            case .picture: break
            }
        }
        return colours
    }

    /// The largest size at which each picture is drawn, whole, as seen.
    var shownSizes: [PictureID: Size] {
        var sizes: [PictureID: Size] = [:]
        for case .picture(let mark) in pages.lazy.flatMap(\.fragments).flatMap(\.marks) {
            let known = sizes[mark.picture] ?? .zero
            sizes[mark.picture] = Size(
                width: max(known.width, mark.rect.size.width),
                height: max(known.height, mark.rect.size.height)
            )
        }
        return sizes
    }
}

extension InkTable {
    /// The inks of those colours that have some.
    fileprivate init(_ colours: Set<Colour>) {
        self.init(
            Dictionary(
                colours.compactMap { colour in colour.ink.map { (colour, $0) } },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}

extension Diagnostic.Message {
    fileprivate static func colourWithoutInk(_ names: String) -> Self {
        "printed in colours of the screen, for want of inks: \(names)"
    }

    fileprivate static func drawingWithoutInk(_ path: String, _ colours: [String]) -> Self {
        let named: [Self] = colours.prefix(12).map { "\($0)" }
        let others = colours.count - named.count
        return others > 0
            ? "‘\(path)’ is printed in colours of the screen, for want of inks: \(named) and \(others) others"
            : "‘\(path)’ is printed in colours of the screen, for want of inks: \(named)"
    }

    fileprivate static func drawingWithGradients(_ path: String) -> Self {
        "‘\(path)’ has gradients, which are printed in colours of the screen"
    }

    fileprivate static func coarsePicture(_ path: String, _ resolution: Double) -> Self {
        "‘\(path)’ has \(Int(resolution)) dots an inch at the size it is printed"
    }
}
