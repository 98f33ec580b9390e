internal import Diagnostics
internal import Finishing
internal import Flow
internal import Imposition
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
        let sheets =
            edition.document.isOnSheets
            ? edition.document : impose(edition.document, as: .press(bleed: Self.bleed))
        let (inks, strangers) = sheets.inks
        if !strangers.isEmpty {
            let names = strangers.map(\.description).sorted().joined(separator: ", ")
            report.add(
                .remark(.colourWithoutInk(names), at: nil)
                    .hinting("give each an ‘ink’ in the brand, or the press will choose")
            )
        }
        reportCoarsePictures(of: edition)
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

extension Pages.Document {
    /// Whether its layout has laid it out on sheets with marks to cut by already.
    fileprivate var isOnSheets: Bool {
        pages.contains { page in
            page.folds.isEmpty && page.fragments.contains { $0.owner == .artifact(.page) }
        }
    }

    /// The inks of every colour that is drawn, and those colours that have none.
    ///
    /// Greys are black ink, more or less of it.
    var inks: (table: InkTable, strangers: Set<Colour>) {
        var inks: [Colour: Colour.Ink] = [:]
        var strangers: Set<Colour> = []
        for colour in coloursInUse {
            if let ink = colour.ink {
                inks[colour] = ink
            } else if colour.red == colour.green, colour.green == colour.blue {
                let black = UInt8((255 - Int(colour.red)) * 100 / 255)
                inks[colour] = Colour.Ink(cyan: 0, magenta: 0, yellow: 0, black: black)
            } else {
                strangers.insert(colour)
            }
        }
        return (InkTable(inks), strangers)
    }

    private var coloursInUse: Set<Colour> {
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

extension Diagnostic.Message {
    static func colourWithoutInk(_ names: String) -> Self {
        "printed in colours of the screen, for want of inks: \(names)"
    }

    static func coarsePicture(_ path: String, _ resolution: Double) -> Self {
        "‘\(path)’ has \(Int(resolution)) dots an inch at the size it is printed"
    }
}
