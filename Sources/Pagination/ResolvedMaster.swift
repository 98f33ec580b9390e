import Flow
import Structure
import Units

/// A master whose names have been looked up: which stream each frame takes, and which frame it hangs on.
///
/// Pages are made by the thousand, and ask for numbers alone.
struct ResolvedMaster {
    /// Its place among the masters of the flow, in the order of their names.
    let number: Int
    let size: Size
    let bleed: Length
    let frames: [ResolvedFrame]
    /// Frames in the order in which their edges are found: whatever hangs on another, after it.
    let framesByNeed: [Int]

    /// - Parameter streams: The place of each stream in the flow, by its name.
    init(_ master: Master, number: Int, streams: [String: Int]) {
        self.number = number
        (size, bleed) = (master.size, master.bleed)
        let names = master.frames.places(by: \.name)
        frames = master.frames.map { ResolvedFrame($0, among: names, streams: streams) }
        framesByNeed = frames.orderedByNeed
    }

    /// Frames whose upper edge hangs on the lower edge of this one, and the gaps between.
    func framesBelow(_ index: Int) -> [(frame: Int, gap: Length)] {
        frames.indices.compactMap { other in
            guard other != index, frames[other].contentEdge != .top,
                case .beside(index, let gap)? = frames[other].top
            else { return nil }
            return (other, gap)
        }
    }
}

/// A frame of such a master.
struct ResolvedFrame {
    enum Edge {
        /// From the top of the page.
        case at(Length)
        /// Against the far edge of another frame, by its place in the master, this far away from it.
        case beside(Int, gap: Length)
    }

    enum Side { case top, bottom }

    enum Filling {
        /// By its place in the flow.
        case stream(Int)
        case furniture([Block], Artifact)
        /// A stream that the flow has not.
        case nothing
    }

    let left: Length
    let width: Length
    /// How far up it may go; nil for the edge of the page.
    let top: Edge?
    /// How far down it may go; nil for the edge of the page.
    let bottom: Edge?
    /// The edge that goes as far as the content does; nil where both stay.
    let contentEdge: Side?
    let columns: Int
    let gutter: Length
    let balances: Bool
    let verticalShare: Double
    let openingLevel: Int?
    let joinsText: Bool
    let leastSize: Double
    let filling: Filling

    /// - Parameters:
    ///   - frames: The place of each frame in the master, by its name.
    ///   - streams: The place of each stream in the flow, by its name.
    init(_ frame: Frame, among frames: [String: Int], streams: [String: Int]) {
        func edge(_ edge: Frame.Edge?) -> Edge? {
            switch edge {
            case .at(let y)?: .at(y)
            case .beside(let name, let gap)?: frames[name].map { .beside($0, gap: gap) }
            case .content?, nil: nil
            }
        }
        (left, width) = (frame.left, frame.width)
        top = edge(frame.top == .content ? frame.limit : frame.top)
        bottom = edge(frame.bottom == .content ? frame.limit : frame.bottom)
        contentEdge = frame.bottom == .content ? .bottom : frame.top == .content ? .top : nil
        columns = max(1, frame.columns)
        gutter = frame.gutter
        balances = frame.balances
        verticalShare = frame.verticalShare
        openingLevel = frame.openingLevel
        joinsText = frame.joinsText
        leastSize = frame.leastSize
        switch frame.filling {
        case .stream(let name): filling = streams[name].map { .stream($0) } ?? .nothing
        case .furniture(let blocks, let artifact): filling = .furniture(blocks, artifact)
        }
    }

    /// The stream that is poured into it.
    var stream: Int? {
        if case .stream(let stream) = filling { stream } else { nil }
    }

    var isFurniture: Bool {
        if case .furniture = filling { true } else { false }
    }

    /// The measure of each of its columns.
    var columnWidth: Length {
        let count = Double(columns)
        return max(.zero, (width - gutter * (count - 1)) / count)
    }

    /// Its columns between two edges, in the order in which they are read.
    func columns(at index: Int, between edges: PageGeometry.Edges, isRightToLeft: Bool) -> [Column]
    {
        (0..<columns).map { number in
            let step = (columnWidth + gutter) * Double(number)
            return Column(
                frame: index,
                left: isRightToLeft ? left + width - columnWidth - step : left + step,
                top: edges.top,
                width: columnWidth,
                height: max(.zero, edges.bottom - edges.top)
            )
        }
    }
}

extension [ResolvedFrame] {
    fileprivate var orderedByNeed: [Int] {
        var order: [Int] = []
        var visited = Set<Int>()
        func visit(_ index: Int) {
            guard visited.insert(index).inserted else { return }
            for case .beside(let other, _)? in [self[index].top, self[index].bottom] {
                visit(other)
            }
            order.append(index)
        }
        for index in indices { visit(index) }
        return order
    }
}

extension Array {
    /// The place of each element by its name; of several with one name, that of the first.
    func places(by name: KeyPath<Element, String>) -> [String: Int] {
        Dictionary(
            enumerated().map { ($1[keyPath: name], $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
