import Diagnostics
import YAML

/// What a frame says of its place over what the one below it says: the last word holds.
extension Desk {
    /// Lets go of what a frame has from below where its own keys say the same otherwise.
    mutating func settle(_ frame: inout FrameDesign, by keys: [Node.Entry]) {
        let own = Dictionary(
            keys.compactMap { entry in entry.key.text.map { ($0, entry.key) } },
            uniquingKeysWith: { first, _ in first }
        )
        settleAcross(&frame, by: own)
        settleDown(&frame, by: own)
    }

    private mutating func settleAcross(_ frame: inout FrameDesign, by own: [String: Node]) {
        let edge = own["start"] ?? own["left"]
        if let left = own["left"], own["start"] != nil { passOver(left, "start", in: frame.name) }
        if let columns = own["columns"], let edge {
            passOver(columns, edge.text ?? "", in: frame.name)
        }
        if own["columns"] != nil, edge == nil {
            (frame.start, frame.left) = (nil, nil)
            if own["width"] == nil { frame.width = nil }
        }
        if edge != nil { frame.columns = nil }
        if own["start"] != nil { frame.left = nil } else if edge != nil { frame.start = nil }
        if let width = own["width"], edge == nil, frame.start == nil, frame.left == nil {
            report.add(
                .warning(
                    "the ‘width’ of the frame ‘\(frame.name)’ is passed over: it goes with ‘start’ or ‘left’",
                    at: width.span
                )
                .hinting("say ‘start: …’ as well, or how wide it is in ‘columns’")
            )
        }
    }

    private mutating func settleDown(_ frame: inout FrameDesign, by own: [String: Node]) {
        guard frame.height != nil, frame.top != nil, frame.bottom != nil else { return }
        switch (own["height"], own["top"], own["bottom"]) {
        case (let height?, .some, .some): passOver(height, "bottom", in: frame.name)
        case (.some, _, nil): frame.bottom = nil
        case (.some, nil, .some): frame.top = nil
        default: frame.height = nil
        }
    }

    /// Tells of a key that another in the same frame leaves nothing to say.
    private mutating func passOver(_ key: Node, _ other: String, in frame: String) {
        report.add(
            .warning(
                "‘\(key.text ?? "")’ of the frame ‘\(frame)’ is passed over, since ‘\(other)’ stands beside it",
                at: key.span
            )
            .hinting("leave one of them out")
        )
    }
}

/// Frames that stand against one another.
extension Desk {
    /// One edge of a frame.
    private struct Edge: Hashable {
        var frame: String
        var isBottom: Bool
    }

    /// Tells of frames each of which waits for another to stand: nobody could say where they do.
    mutating func checkCircles(of layout: Layout) {
        var told: Set<Set<String>> = []
        for name in Layout.masterNames {
            let frames = layout.masters[name]?.frames ?? []
            let designs = Dictionary(frames.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            for frame in frames {
                guard let circle = Self.circle(from: frame.name, among: designs), circle.count > 2,
                    told.insert(Set(circle)).inserted
                else { continue }
                report.add(
                    .error(
                        "frames stand against one another in a circle: \(circle.joined(separator: ", "))",
                        at: frame.span
                    )
                    .hinting("give one of them a length, such as ‘top: 20mm’")
                )
            }
        }
    }

    /// The frames from one back to itself by which its edges stand.
    private static func circle(from name: String, among designs: [String: FrameDesign])
        -> [String]?
    {
        // Two frames each below the other are one, whatever their other edges.
        for edge in [\FrameDesign.top, \FrameDesign.bottom] {
            var names = [name]
            while case .beside(let next, _)? = designs[names[names.count - 1]]?[keyPath: edge] {
                names.append(next)
                if next == name { return names }
                if names.count > designs.count { break }
            }
        }
        for isBottom in [false, true] {
            let start = Edge(frame: name, isBottom: isBottom)
            var edges = [start]
            while let next = support(of: edges[edges.count - 1], among: designs) {
                if next == start {
                    let names = edges.map(\.frame) + [name]
                    return names.enumerated().filter { $0 == 0 || names[$0 - 1] != $1 }.map(\.1)
                }
                if edges.contains(next) { break }
                edges.append(next)
            }
        }
        return nil
    }

    /// The edge by which another stands; nil where that is a place on the page, or a frame that is not.
    private static func support(of edge: Edge, among designs: [String: FrameDesign]) -> Edge? {
        guard let frame = designs[edge.frame] else { return nil }
        let across = Edge(frame: edge.frame, isBottom: !edge.isBottom)
        if frame.isAsHighAsContent {
            let standsOnFoot = frame.bottom != nil && (frame.top == nil || frame.verticalShare == 1)
            if edge.isBottom != standsOnFoot { return across }
        }
        switch edge.isBottom ? frame.bottom : frame.top {
        case .beside(let other, _)?: return Edge(frame: other, isBottom: !edge.isBottom)
        case .at?: return nil
        case nil:
            let isOpposite = (edge.isBottom ? frame.top : frame.bottom) != nil
            return frame.height != nil && (edge.isBottom || isOpposite) ? across : nil
        }
    }
}
