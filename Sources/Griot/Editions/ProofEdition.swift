internal import Content
internal import Diagnostics
internal import Glyphs
internal import Pages
internal import Structure
internal import Units

extension Run {
    private static let barWidth = Length.mm(1.2)
    /// From the text to the bar.
    private static let barGap = Length.mm(2)
    /// What hangs no further to the left belongs to its line.
    private static let barReach = Length.mm(8)
    private static let barColour = Colour(red: 0xD9, green: 0x33, blue: 0x1A)

    /// The pages as everybody sees them, barred in the margin beside translations whose source has
    /// changed, and beside what is printed in another language since it is not translated.
    mutating func proofPDF(of edition: Edition, to path: String) throws(GriotError)
        -> FileWriting.Draft
    {
        let kinds = press.shelves.kinds
        let languages = edition.languages
        let stale = staleTranslations(of: edition.brief, in: languages).map(\.span)
        let missing = languages.flatMap {
            edition.brief.missingTranslations(into: $0, naming: kinds).map(\.span)
        }
        var document = edition.document
        let places = stale + missing
        for page in document.pages.indices {
            let bars = bars(on: document.pages[page], in: document.structure, beside: places)
            document.pages[page].fragments += bars
        }
        return try file(of: edition, for: document.laidOut(by: edition.scheme), to: path).draft(
            for: path
        )
    }

    /// A bar for each run of lines that came from one of the places.
    private func bars(on page: Page, in structure: StructureTree, beside places: [Span])
        -> [Fragment]
    {
        let everything = page.fragments.compactMap(\.extent)
        var bars: [Rect] = []
        var above: Rect?
        for line in lines(on: page, in: structure, from: places) {
            let bar = bar(beside: line, among: everything)
            // Lines of one text: those of another column stand higher, or beside it.
            if let last = bars.last, let above, bar.minY >= last.minY,
                bar.minY - last.maxY < bar.size.height * 0.6,
                line.minX < above.maxX, above.minX < line.maxX
            {
                bars[bars.count - 1] = last.lengthened(to: bar)
            } else {
                bars.append(bar)
            }
            above = line
        }
        return bars.map { bar in
            Fragment(
                owner: .artifact(.layout),
                marks: [.area(AreaMark(rect: bar, fill: Self.barColour))]
            )
        }
    }

    /// What lines that came from one of the places take of the page; the pieces of a line as one.
    private func lines(on page: Page, in structure: StructureTree, from places: [Span]) -> [Rect] {
        var lines: [Rect] = []
        for fragment in page.fragments {
            guard case .element(let id) = fragment.owner,
                structure.isFrom(places, id), let extent = fragment.extent
            else { continue }
            if let last = lines.last, last.isLevel(with: extent),
                extent.minX < last.maxX + extent.size.height,
                last.minX < extent.maxX + extent.size.height
            {
                lines[lines.count - 1] = last.union(extent)
            } else {
                lines.append(extent)
            }
        }
        return lines
    }

    /// To the left of a line, and of a number or a bullet that hangs there.
    private func bar(beside line: Rect, among everything: [Rect]) -> Rect {
        let hanging = everything.filter {
            $0.isLevel(with: line) && $0.minX < line.minX && $0.maxX > line.minX - Self.barReach
        }
        let edge = hanging.reduce(line.minX) { min($0, $1.minX) }
        return Rect(
            x: max(.mm(2), edge - Self.barGap - Self.barWidth),
            y: line.minY,
            width: Self.barWidth,
            height: line.size.height
        )
    }
}

extension Rect {
    /// Whether half of the lower of two stands beside the other.
    fileprivate func isLevel(with other: Rect) -> Bool {
        let shared = min(maxY, other.maxY) - max(minY, other.minY)
        return shared > min(size.height, other.size.height) / 2
    }

    /// Down to the foot of another bar, and as far left as the one that stands further out.
    fileprivate func lengthened(to other: Rect) -> Rect {
        let top = min(minY, other.minY)
        return Rect(
            x: min(minX, other.minX),
            y: top,
            width: size.width,
            height: max(maxY, other.maxY) - top
        )
    }
}

extension StructureTree {
    /// Whether the words of an element, or of what it stands in, were written in one of the places.
    ///
    /// What was written around one, such as the section whose title it is, is not from there: a section’s
    /// number is nobody’s translation.
    fileprivate func isFrom(_ places: [Span], _ id: ElementID) -> Bool {
        let written = lineage(of: id).lazy.compactMap { self[$0].words ?? self[$0].origin }.first
        guard let words = written else { return false }
        return places.contains { place in
            place.source == words.source && place.start <= words.start
                && words.end <= max(place.end, place.start + 1)
        }
    }
}

extension Fragment {
    /// The room that its letters take on the page, from above the tallest to below the line.
    fileprivate var extent: Rect? {
        guard !isTurned else { return nil }
        var extent: Rect?
        for case .text(let text) in marks {
            let place = origin + text.origin
            let size = text.run.size
            let rect = Rect(
                x: place.x,
                y: place.y - size * 0.85,
                width: text.run.width,
                height: size * 1.1
            )
            extent = extent.map { $0.union(rect) } ?? rect
        }
        return extent
    }
}
