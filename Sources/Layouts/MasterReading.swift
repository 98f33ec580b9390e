import Diagnostics
import YAML

extension Desk {
    /// Reads page designs; a design of the same name builds upon the one below it.
    mutating func readMasters(of chain: [Node], into layout: inout Layout) {
        for node in chain {
            let written = group("masters", of: node)
            for entry in written {
                var name = entry.key.text ?? ""
                if !Layout.masterNames.contains(name) {
                    refuse(entry.key, in: "‘masters’", known: Layout.masterNames)
                    // What only the one that is meant says is not missing as well.
                    guard let meant = Suggestion.nearest(to: name, among: Layout.masterNames)
                    else { continue }
                    name = meant
                }
                layout.masters[name] = master(
                    entry.value,
                    over: layout.masters,
                    named: name,
                    among: written
                )
            }
        }
        if layout.masters.isEmpty, !lacksGround, let span = layout.span {
            report.add(.error("this paper has no ‘masters’", at: span))
        }
    }

    private mutating func master(
        _ node: Node,
        over known: [String: MasterDesign],
        named name: String,
        among written: [Node.Entry]
    ) -> MasterDesign {
        var design = known[name] ?? MasterDesign(frames: [], span: node.span)
        design.span = node.span
        Property.read(
            node,
            into: &design,
            by: MasterDesign.properties,
            of: "a master",
            at: &self
        )
        let entries = entries(of: node, of: "a master") ?? []
        // What it comes from lies under its own frames, wherever it is said.
        for entry in entries.filter({ $0.key.text == "from" })
            + entries.filter({ $0.key.text != "from" })
        {
            switch entry.key.text {
            case "from":
                let source = resolved(entry.value)
                if let base = source.text.flatMap({ known[$0] }) {
                    design.frames = base.frames
                } else {
                    tell(
                        ofSource: source,
                        of: name,
                        among: written,
                        known: known.keys.sorted()
                    )
                }
            case "frames":
                for frame in self.entries(of: entry.value, of: "‘frames’") ?? [] {
                    take(frame: frame, into: &design.frames)
                }
            default: break
            }
        }
        return design
    }

    /// Tells why a master can't come from another: there is none, it is its own, or it stands further
    /// down.
    private mutating func tell(
        ofSource source: Node,
        of name: String,
        among written: [Node.Entry],
        known: [String]
    ) {
        let sources = Dictionary(
            written.compactMap { entry in
                entry.value["from"]?.text.map { (entry.key.text ?? "", $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let other = source.text ?? ""
        if let circle = Self.circle(from: name, by: sources) {
            report.add(
                .error(
                    "masters come from one another in a circle: \(circle.joined(separator: ", "))",
                    at: source.span
                )
                .hinting("let one of them have ‘frames’ of its own, and stand first")
            )
        } else if written.contains(where: { $0.key.text == other }) {
            report.add(
                .error(
                    "the master ‘\(other)’ stands below the one that comes from it",
                    at: source.span
                )
                .hinting("put ‘\(other)’ above ‘\(name)’")
            )
        } else {
            report.add(
                .error(.unknown("master", other), at: source.span)
                    .hinting(Suggestion.oneOf(known, for: other))
            )
        }
    }

    /// The names from one back to itself, where each leads to the next.
    private static func circle(from name: String, by sources: [String: String]) -> [String]? {
        var names = [name]
        while let next = sources[names[names.count - 1]] {
            names.append(next)
            if next == name { return names }
            if names.count > sources.count { return nil }
        }
        return nil
    }

    private mutating func take(frame entry: Node.Entry, into frames: inout [FrameDesign]) {
        let name = entry.key.text ?? ""
        let index = frames.firstIndex { $0.name == name }
        if entry.value.text == "none" {
            guard let index else {
                let known = frames.map(\.name)
                report.add(
                    .warning(.unknown("frame", name), at: entry.key.span)
                        .hinting(Suggestion.oneOf(known, for: name))
                )
                return
            }
            frames.remove(at: index)
            return
        }
        var frame = index.map { frames[$0] } ?? FrameDesign(name: name, span: entry.key.span)
        frame.span = entry.key.span
        Property.read(
            entry.value,
            into: &frame,
            by: FrameDesign.properties,
            of: "a frame",
            at: &self
        )
        let keys = entries(of: entry.value, of: "a frame") ?? []
        for key in keys { read(filling: key, into: &frame) }
        settle(&frame, by: keys)
        if frame.filling == nil {
            report.add(
                .error("nothing is said of what the frame ‘\(name)’ holds", at: entry.key.span)
                    .hinting("add ‘stream: …’, ‘head: …’, ‘foot: …’ or ‘drawing: …’")
            )
        }
        if let index { frames[index] = frame } else { frames.append(frame) }
    }

    private mutating func read(filling entry: Node.Entry, into frame: inout FrameDesign) {
        switch entry.key.text {
        case "stream":
            let node = resolved(entry.value)
            if let name = Form<String>.word.read(node, &self) {
                frame.filling = .stream(name)
                frame.streamSpan = node.span
            }
        case "head": frame.filling = .head(recipes(entry.value))
        case "foot": frame.filling = .foot(recipes(entry.value))
        case "drawing": frame.filling = .drawing(recipes(entry.value))
        case "height" where resolved(entry.value).text == "content":
            frame.isAsHighAsContent = true
            frame.height = nil
        case "height":
            frame.isAsHighAsContent = false
            frame.height = height(resolved(entry.value))
        default: break
        }
    }

    private mutating func height(_ node: Node) -> Measure? {
        let hint = OtherWords.didYouMean(node.text ?? "", among: ["content"])
        guard hint == nil else {
            expect("a length or ‘content’", at: node, hint: hint)
            return nil
        }
        return Form<Measure>.positive.read(node, &self)
    }
}
