import Diagnostics
import YAML

extension Desk {
    /// Reads page designs; a design of the same name builds upon the one below it.
    mutating func readMasters(of chain: [Node], into layout: inout Layout) {
        for node in chain {
            for entry in group("masters", of: node) {
                let name = entry.key.text ?? ""
                guard Layout.masterNames.contains(name) else {
                    refuse(entry.key, in: "‘masters’", known: Layout.masterNames)
                    continue
                }
                layout.masters[name] = master(entry.value, over: layout.masters, named: name)
            }
        }
        if layout.masters.isEmpty, let span = layout.span {
            report.add(.error("this paper has no ‘masters’", at: span))
        }
    }

    private mutating func master(
        _ node: Node,
        over known: [String: MasterDesign],
        named name: String
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
        for entry in entries(of: node, of: "a master") ?? [] {
            switch entry.key.text {
            case "from":
                let source = resolved(entry.value)
                if let base = source.text.flatMap({ known[$0] }) {
                    design.frames = base.frames
                } else {
                    report.add(
                        .error(.unknown("master", source.text ?? ""), at: source.span)
                            .hinting("a master must stand above the one that comes from it")
                    )
                }
            case "frames":
                for frame in entries(of: entry.value, of: "‘frames’") ?? [] {
                    take(frame: frame, into: &design.frames)
                }
            default: break
            }
        }
        return design
    }

    private mutating func take(frame entry: Node.Entry, into frames: inout [FrameDesign]) {
        let name = entry.key.text ?? ""
        let index = frames.firstIndex { $0.name == name }
        if entry.value.text == "none" {
            if let index { frames.remove(at: index) }
            return
        }
        var frame = index.map { frames[$0] } ?? FrameDesign(name: name, span: entry.key.span)
        Property.read(
            entry.value,
            into: &frame,
            by: FrameDesign.properties,
            of: "a frame",
            at: &self
        )
        for key in entries(of: entry.value, of: "a frame") ?? [] {
            read(filling: key, into: &frame)
        }
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
            if let name = Form<String>.word.read(resolved(entry.value), &self) {
                frame.filling = .stream(name)
            }
        case "head": frame.filling = .head(recipes(entry.value))
        case "foot": frame.filling = .foot(recipes(entry.value))
        case "drawing": frame.filling = .drawing(recipes(entry.value))
        case "height" where entry.value.text == "content": frame.isAsHighAsContent = true
        case "height": frame.height = Form<Measure>.positive.read(resolved(entry.value), &self)
        default: break
        }
    }

    private mutating func check(
        neighbour other: String,
        of frame: FrameDesign,
        among names: [String]
    ) {
        if other == frame.name {
            let rest = names.filter { $0 != other }
            report.add(
                .error("the frame ‘\(other)’ can't stand against itself", at: frame.span)
                    .hinting(
                        rest.isEmpty
                            ? "give its edge as a length"
                            : "name another: \(rest.joined(separator: ", "))"
                    )
            )
        } else if !names.contains(other) {
            report.add(
                .error(.unknown("frame", other), at: frame.span)
                    .hinting(Suggestion.oneOf(names, for: other))
            )
        }
    }

    /// Holds frames against the streams and the frames they name, and streams against frames.
    mutating func check(frames layout: Layout) {
        checkMargins(of: layout)
        let streams = Set(layout.streams.map(\.name))
        var poured: Set<String> = []
        for name in Layout.masterNames {
            guard let master = layout.masters[name] else { continue }
            let names = master.frames.map(\.name)
            for frame in master.frames {
                if case .stream(let stream)? = frame.filling {
                    poured.insert(stream)
                    if !streams.contains(stream) {
                        report.add(
                            .error(.unknown("stream", stream), at: frame.span)
                                .hinting(Suggestion.oneOf(streams.sorted(), for: stream))
                        )
                    }
                }
                for case .beside(let other, _)? in [frame.top, frame.bottom] {
                    check(neighbour: other, of: frame, among: names)
                }
                checkPlace(of: frame, on: layout)
                if let columns = frame.columns, columns.upperBound > layout.grid.columns {
                    report.add(
                        .error("the grid has only \(layout.grid.columns) columns", at: frame.span)
                    )
                }
            }
        }
        for stream in layout.streams where !poured.contains(stream.name) {
            report.add(
                .error("no frame takes the stream ‘\(stream.name)’", at: stream.span)
                    .hinting(Suggestion.didYouMean(stream.name, among: poured.sorted()))
            )
        }
    }
}
