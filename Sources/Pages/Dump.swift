import Glyphs
import Structure
import Units

extension Document {
    /// The pages as indented text: what stands where, and whose it is.
    package func dump() -> String {
        var text = ""
        for (index, page) in pages.enumerated() {
            text += "page \(index + 1) ‘\(page.label)’ \(page.size)"
            if let trim = page.trim { text += " trim \(trim)" }
            for fold in page.folds { text += " \(fold)" }
            text += "\n"
            for fragment in page.fragments { text += lines(of: fragment) }
            for link in page.links { text += "  \(link.description(in: structure))\n" }
        }
        for name in destinations.keys.sorted() {
            guard let place = destinations[name] else { continue }
            text += "destination ‘\(name)’ page \(place.page + 1) \(place.y)\n"
        }
        for entry in outline {
            let indent = String(repeating: "  ", count: max(0, entry.level - 1))
            text += "outline \(indent)‘\(entry.title)’ page \(entry.destination.page + 1)\n"
        }
        return text
    }

    private func lines(of fragment: Fragment) -> String {
        var text = "  \(fragment.owner.name(in: structure)) at \(fragment.origin)"
        text += fragment.isTurned ? " turned\n" : "\n"
        for mark in fragment.marks { text += "    \(mark)\n" }
        return text
    }
}

extension Fold: CustomStringConvertible {
    package var description: String {
        switch self {
        case .upright(let x): "folded at x \(x)"
        case .level(let y): "folded at y \(y)"
        }
    }
}

extension Owner {
    fileprivate func name(in structure: StructureTree) -> String {
        switch self {
        case .element(let id): "\(structure[id].role.tag) \(id.index)"
        case .artifact(let artifact): "artifact \(artifact.rawValue)"
        }
    }
}

extension LinkArea {
    fileprivate func description(in structure: StructureTree) -> String {
        let owner = Owner.element(element).name(in: structure)
        return switch target {
        case .address(let address): "link \(rect) to <\(address)> of \(owner) ‘\(description)’"
        case .destination(let name): "link \(rect) to ‘\(name)’ of \(owner) ‘\(description)’"
        }
    }
}

extension Mark: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text(let text): text.description
        case .area(let area): area.description
        case .line(let line): "line \(line.start) to \(line.end) \(line.stroke)"
        case .picture(let picture): picture.description
        case .modules(let mark):
            "modules \(mark.rect) \(mark.modules.side)×\(mark.modules.side) \(mark.colour)"
        }
    }
}

extension TextMark: CustomStringConvertible {
    package var description: String {
        var text = "text \(origin) ‘\(run.text)’ font \(run.font.index) \(run.size)"
        text += " wide \(run.width)"
        if run.isRightToLeft { text += " rtl" }
        if colour != .black { text += " \(colour)" }
        if expansion != 1 { text += " expanded \((expansion * 100).inHundredths)%" }
        if tracking != .zero { text += " tracked \(tracking)" }
        return text
    }
}

extension AreaMark: CustomStringConvertible {
    package var description: String {
        var text = "area \(rect)"
        if radius != .zero { text += " rounded \(radius)" }
        if let fill { text += " filled \(fill)" }
        if let border { text += " outlined \(border)" }
        return text
    }
}

extension Stroke: CustomStringConvertible {
    package var description: String {
        let dashes = dash.isEmpty ? "" : " dashed " + dash.map(\.description).joined(separator: "/")
        return "\(width) \(colour)\(dashes)"
    }
}

extension PictureMark: CustomStringConvertible {
    package var description: String {
        let text = "picture \(picture.index) \(rect)"
        return switch clip {
        case .none: text
        case .rectangle(let area): text + " clipped to \(area)"
        case .ellipse(let area): text + " clipped to the ellipse in \(area)"
        }
    }
}
