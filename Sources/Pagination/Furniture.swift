import Flow
import Pages
import Structure
import Typesetting
import Units

/// Furniture that has been set: what frames the text on page after page, once for each wording.
struct FurnitureRack {
    /// What is printed for `0` to `9`.
    let digits: String
    private var standing: [Key: Galley] = [:]

    /// What makes one setting of a frame's furniture differ from another.
    private struct Key: Hashable {
        var master: Int
        var frame: Int
        /// The words its inserts stand for.
        var words: [String]
    }

    init(digits: String) { self.digits = digits }

    /// How tall a frame's furniture stands, as far as can be told before pages have numbers.
    mutating func height(
        of frame: Int,
        on master: ResolvedMaster,
        ofPage page: Int,
        by typesetter: inout Typesetter
    ) -> Length {
        let values = PageValues(digits: digits, number: Folio.of(page: page), count: "1")
        return galley(of: frame, on: master, telling: values, by: &typesetter).height
    }

    mutating func galley(
        of index: Int,
        on master: ResolvedMaster,
        telling values: PageValues,
        by typesetter: inout Typesetter
    ) -> Galley {
        let frame = master.frames[index]
        guard case .furniture(let blocks, let artifact) = frame.filling else {
            return Galley(measure: frame.width)
        }
        let words = blocks.flatMap { $0.words(of: values) }
        let key = Key(master: master.number, frame: index, words: words)
        if let known = standing[key] { return known }
        let told = blocks.filter { !$0.hasNothing(of: values) }.map { $0.telling(values) }
        let galley = typesetter.set(told, to: frame.width, as: artifact)
        standing[key] = galley
        return galley
    }
}

extension Pouring {
    /// Puts furniture onto a page whose number and titles are known, in front of or behind its text as
    /// the master orders its frames.
    mutating func furnish(_ draft: PageDraft, page: Int, of count: Int) {
        var values = PageValues(
            digits: flow.digits,
            number: pages[page].label,
            count: "\(count)"
        )
        values.titles = found.titles(on: page)
        values.folios = folios
        let master = draft.geometry.master
        var front: [Fragment] = []
        var back: [Fragment] = []
        let firstStream = master.frames.firstIndex { !$0.isFurniture } ?? .max
        for index in master.frames.indices where isFurnished(master.frames[index], on: page) {
            let galley = furniture.galley(
                of: index,
                on: master,
                telling: values,
                by: &typesetter
            )
            let piece = galley.joined()
            let place = place(of: piece, in: master.frames[index], draft.geometry.edges[index])
            let origin = place + Point(x: master.bleed, y: master.bleed)
            let fragments = piece.fragments.map { $0.moved(by: origin) }
            if index < firstStream { back += fragments } else { front += fragments }
            pages[page].links += piece.links.map { $0.moved(by: origin) }
        }
        pages[page].fragments = back + pages[page].fragments + front
        record?.behind.append(back.count)
    }

    /// Whether a frame's furniture stands on a page: none stands above an opening that it would repeat.
    private func isFurnished(_ frame: ResolvedFrame, on page: Int) -> Bool {
        guard frame.isFurniture else { return false }
        guard let level = frame.openingLevel, let opening = found.openings[page] else {
            return true
        }
        return opening > level
    }

    private func place(of piece: Strip, in frame: ResolvedFrame, _ edges: PageGeometry.Edges)
        -> Point
    {
        let spare = max(.zero, edges.bottom - edges.top - piece.height)
        return Point(x: frame.left, y: edges.top + spare * frame.verticalShare)
    }
}

extension Block {
    /// Whether it is a paragraph of which nothing is left on a page: its rules go with it.
    fileprivate func hasNothing(of values: PageValues) -> Bool {
        guard case .paragraph(let paragraph) = content, waitsForPages else { return false }
        return paragraph.telling(values).text.utf8.allSatisfy { $0 == 0x20 }
    }

    /// The words its inserts stand for on a page.
    fileprivate func words(of values: PageValues) -> [String] {
        var words: [String] = []
        _ = hasParagraph { paragraph in
            words += paragraph.inserts.compactMap { values.text(for: $0.content) }
            return false
        }
        return words
    }
}
