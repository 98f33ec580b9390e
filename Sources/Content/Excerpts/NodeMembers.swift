import Diagnostics
import YAML

/// The items of a list or the entries of a mapping, any of which may be taken out of its text.
struct NodeMembers {
    struct Member {
        /// Where the item stands, or what the key says.
        var place: Span
        /// All that is written of it.
        var range: Range<Int>
    }

    let all: [Member]
    /// Where the list or mapping begins that holds them.
    private let start: Int
    private let areEntries: Bool

    /// Nil where the node holds nothing.
    init?(of node: Node) {
        start = Int(node.span.start)
        areEntries = node.entries != nil
        if let items = node.items {
            all = items.map { Member(place: $0.span, range: $0.written.range) }
        } else if let entries = node.entries {
            all = entries.map { Member(place: $0.value.span, range: $0.span.range) }
        } else {
            return nil
        }
    }

    /// What goes where only some stay.
    func cuts(keeping isKept: (Span) -> Bool, in bytes: [UInt8]) -> [Range<Int>] {
        let kept = all.map { isKept($0.place) }
        guard kept.contains(false) else { return [] }
        return isFlow(in: bytes) ? cutsBetweenCommas(kept) : cutsOfLines(kept, in: bytes)
    }

    /// Whether they stand between brackets.
    private func isFlow(in bytes: [UInt8]) -> Bool {
        "[{".utf8.contains(bytes[start]) && all[0].range.lowerBound > start
    }

    /// A member goes with the comma that parts it from the one before that stays, or from the next one.
    private func cutsBetweenCommas(_ kept: [Bool]) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var end = all[0].range.lowerBound
        var hasKept = false
        for (index, member) in all.enumerated() where kept[index] {
            let before = index == 0 ? end : all[index - 1].range.upperBound
            cuts.append(end..<(hasKept ? before : member.range.lowerBound))
            end = member.range.upperBound
            hasKept = true
        }
        cuts.append(end..<all[all.count - 1].range.upperBound)
        return cuts.filter { !$0.isEmpty }
    }

    /// A member goes with its lines, and with the comments that stand above it.
    ///
    /// The first entry may share its line with the dash of an item, which the next that stays takes over.
    private func cutsOfLines(_ kept: [Bool], in bytes: [UInt8]) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var before = 0
        var next = 0
        let first = all[0].range.lowerBound
        if areEntries, !kept[0], !bytes.isBlank(bytes.startOfLine(at: first)..<first),
            let heir = kept.firstIndex(of: true)
        {
            cuts.append(first..<all[heir].range.lowerBound)
            before = all[heir].range.lowerBound
            next = heir
        }
        for index in next..<all.count {
            let end = bytes.endOfLine(before: all[index].range.upperBound)
            defer { before = end }
            if kept[index] { continue }
            let start = bytes.startOfLine(at: all[index].range.lowerBound)
            cuts.append(bytes.startOfComments(above: start, notBefore: before)..<end)
        }
        return cuts
    }
}

extension Node {
    /// What goes of a text so that nothing is left in it of what stands at some places; nil where that
    /// is all of the node.
    ///
    /// A list or a mapping of which nothing would be left goes as a whole.
    func cuts(of places: Set<Span>, in bytes: [UInt8]) -> [Range<Int>]? {
        if places.contains(span) { return nil }
        guard let members = NodeMembers(of: self) else { return [] }
        var cuts: [Range<Int>] = []
        var gone: Set<Span> = []
        for part in items ?? entries?.map(\.value) ?? [] {
            if let inner = part.cuts(of: places, in: bytes) {
                cuts += inner
            } else {
                gone.insert(part.span)
            }
        }
        guard !gone.isEmpty else { return cuts }
        guard members.all.contains(where: { !gone.contains($0.place) }) else { return nil }
        return cuts + members.cuts(keeping: { !gone.contains($0) }, in: bytes)
    }
}

extension Span {
    fileprivate var range: Range<Int> { Int(start)..<Int(end) }
}

extension [UInt8] {
    private static let newline = UInt8(ascii: "\n")

    /// Cuts may lie within each other.
    func without(_ cuts: [Range<Int>]) -> [UInt8] {
        var text: [UInt8] = []
        var place = 0
        for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if cut.lowerBound > place { text += self[place..<cut.lowerBound] }
            place = Swift.max(place, cut.upperBound)
        }
        return text + self[place...]
    }

    fileprivate func isBlank(_ range: Range<Int>) -> Bool {
        self[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    fileprivate func startOfLine(at place: Int) -> Int {
        self[..<place].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
    }

    /// Where the line ends in which a text does, its line break included.
    fileprivate func endOfLine(before end: Int) -> Int {
        if end > 0, self[end - 1] == Self.newline { return end }
        return self[end...].firstIndex(of: Self.newline).map { $0 + 1 } ?? count
    }

    /// Where the comments and blank lines begin that stand straight above a line.
    fileprivate func startOfComments(above line: Int, notBefore limit: Int) -> Int {
        var start = line
        while start > limit {
            let above = startOfLine(at: start - 1)
            let first = self[above..<start].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
            guard above >= limit, first == UInt8(ascii: "#") || first == Self.newline else { break }
            start = above
        }
        return start
    }
}
