import Flow
import Pages
import Structure
import Typesetting
import Units

/// What makes one setting of a frame's furniture differ from another.
struct FurnitureKey: Hashable {
    var master: String
    var frame: Int
    /// The words its inserts stand for.
    var words: [String]
}

extension Makeup {
    /// How tall a frame's furniture stands, as far as can be told before pages have numbers.
    mutating func furnitureHeight(of frame: Int, in geometry: PageGeometry) -> Length {
        guard geometry.master.frames[frame].hasContentHeight else { return .zero }
        let values = PageValues(
            digits: flow.digits,
            number: "\(geometry.page + 1)",
            count: "1"
        )
        return furniture(of: frame, on: geometry.master, telling: values).height
    }

    /// A frame's furniture, set once for each wording.
    mutating func furniture(of index: Int, on master: Master, telling values: PageValues) -> Galley
    {
        let frame = master.frames[index]
        guard case .furniture(let blocks, let artifact) = frame.filling else {
            return Galley(measure: frame.width)
        }
        let words = blocks.flatMap { $0.words(of: values) }
        let key = FurnitureKey(master: master.name, frame: index, words: words)
        if let known = furniture[key] { return known }
        let told = blocks.filter { !$0.hasNothing(of: values) }.map { $0.telling(values) }
        let galley = typesetter.set(told, to: frame.width, as: artifact)
        furniture[key] = galley
        return galley
    }

    /// Puts furniture onto a page whose number and titles are known, in front of or behind its text as
    /// the master orders its frames.
    mutating func furnish(_ draft: PageDraft, page: Int, of count: Int) {
        var values = PageValues(
            digits: flow.digits,
            number: pages[page].label,
            count: "\(count)"
        )
        values.titles = found.titles(on: page)
        values.folios = found.folios
        let master = draft.geometry.master
        var front: [Fragment] = []
        var back: [Fragment] = []
        let firstStream = master.frames.firstIndex { $0.streamName != nil } ?? .max
        for index in master.frames.indices where isFurnished(master.frames[index], on: page) {
            let galley = furniture(of: index, on: master, telling: values)
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
    private func isFurnished(_ frame: Frame, on page: Int) -> Bool {
        guard frame.streamName == nil else { return false }
        guard let level = frame.openingLevel, let opening = found.openings[page] else {
            return true
        }
        return opening > level
    }

    private func place(of piece: Strip, in frame: Frame, _ edges: PageGeometry.Edges) -> Point {
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
