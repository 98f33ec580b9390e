import Arrangement
import Flow
import Pages
import Structure
import Units

extension Galley {
    /// The galley as indented text, a strip a line, lengths in hundredths of a point.
    package func dump() -> String {
        var text = "galley \(measure.points.inHundredths) wide\n"
        for (index, enclosure) in enclosures.enumerated() {
            let (left, right) = (enclosure.left, enclosure.left + enclosure.width)
            text +=
                "  enclosure \(index) \(left.points.inHundredths)–\(right.points.inHundredths)\n"
        }
        for (index, head) in tableHeads.enumerated() {
            text += "  head \(index)\n"
            for strip in head { text += strip.dump(indent: "    ") }
        }
        for strip in strips { text += strip.dump(indent: "  ") }
        return text
    }
}

extension Strip {
    func dump(indent: String) -> String {
        var line = "\(indent)strip \(height.points.inHundredths)"
        if spaceBefore != .zero { line += " after \(spaceBefore.points.inHundredths)" }
        if let baseline { line += " baseline \(baseline.points.inHundredths)" }
        if grid != .off { line += grid == .half ? " half-grid" : " grid" }
        switch breakBefore {
        case .forbidden: line += " kept"
        case .kept(let cost): line += " kept cost \(cost.inHundredths)"
        case .allowed(let cost): line += cost == 0 ? "" : " cost \(cost.inHundredths)"
        case .column: line += " new column"
        case .page: line += " new page"
        }
        if let tableHead { line += " head \(tableHead)" }
        if !enclosures.isEmpty {
            line += " in \(enclosures.map(String.init).joined(separator: " "))"
        }
        for anchor in anchors { line += " anchor ‘\(anchor.name)’" }
        line += "\n"
        for fragment in fragments { line += fragment.dump(indent: indent + "  ") }
        for note in footnotes {
            for strip in note.strips {
                line += "\(indent)  note\n" + strip.dump(indent: indent + "    ")
            }
        }
        return line
    }
}

extension Fragment {
    fileprivate func dump(indent: String) -> String {
        var text = ""
        for mark in marks { text += "\(indent)\(origin) \(mark)\n" }
        return text
    }
}
