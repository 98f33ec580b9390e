package import Diagnostics
internal import YAML

extension ContentFile {
    /// The text of a file of shared records with no others in it than some.
    ///
    /// What stands between them stays: comments, the words of lists, everything that is no record. Where a
    /// paper may leave out which record it means because there is but one of its kind, all of that kind
    /// stay.
    ///
    /// - Parameters:
    ///   - kept: Where the records stand that stay.
    ///   - bytes: What was read of the file.
    /// - Returns: Nil where the rest could not be taken out without harm to what stays, such as a record
    ///   that others are written by the help of.
    package func excerpt(
        of kept: Set<Span>,
        from bytes: [UInt8],
        kinds: KindLibrary
    ) -> [UInt8]? {
        let lists = recordLists(of: kinds)
        let cuts = lists.flatMap { $0.cuts(keeping: kept, in: bytes) }
        guard !cuts.isEmpty else { return bytes }
        let text = bytes.without(cuts)
        let count = lists.reduce(0) { $0 + $1.members.count { kept.contains($0.place) } }
        return holdsRecords(count, text, kinds: kinds) ? text : nil
    }

    /// Whether a text reads as a file of so many records.
    private func holdsRecords(_ count: Int, _ text: [UInt8], kinds: KindLibrary) -> Bool {
        var sources = Sources()
        var report = Report()
        let source = sources.add(SourceFile(name: name, bytes: text))
        let root = parse(source, in: sources, reporting: &report).first
        guard !report.hasErrors, let root else { return false }
        let lists = ContentFile(name: name, root: root).recordLists(of: kinds)
        return lists.reduce(0) { $0 + $1.members.count } == count
    }

    /// The lists of records in it, as a reader of registers finds them.
    fileprivate func recordLists(of kinds: KindLibrary) -> [RecordList] {
        guard root["kind"] == nil else { return [] }
        let named = (root.entries ?? []).compactMap { entry in
            entry.key.text.flatMap { kinds.kind(ofMany: $0) }.map { ($0, entry.value) }
        }
        let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init)
        let own = named.isEmpty ? stem.flatMap { kinds.kind(ofMany: $0) } : nil
        let lists = named + (own.map { [($0, root)] } ?? [])
        return lists.compactMap { kind, node in
            kinds.takesTheOnlyOne(of: kind) ? nil : RecordList(node, of: kind)
        }
    }
}

extension KindLibrary {
    /// Whether papers take the one record of a kind where they name none.
    fileprivate func takesTheOnlyOne(of kind: Kind) -> Bool {
        all.contains { paper in
            paper.fields.contains { field in
                if case .kind(kind.name) = field.type { field.takesTheOnlyOne } else { false }
            }
        }
    }
}

/// Records that stand in a list, or each under its id.
private struct RecordList {
    struct Member {
        /// By which the record is known.
        var place: Span
        /// All that is written of it.
        var range: Range<Int>
    }

    let members: [Member]
    private let start: Int

    /// Nil where it is no list of several, but a record itself.
    init?(_ node: Node, of kind: Kind) {
        start = Int(node.span.start)
        if let items = node.items {
            members = items.map { Member(place: $0.span, range: $0.written.range) }
        } else if let entries = node.entries {
            let fields = Set(kind.fields.map(\.name) + ["id"])
            let isOne = entries.contains {
                fields.contains($0.key.text ?? "") && $0.value.text != nil
            }
            if isOne { return nil }
            members = entries.map { Member(place: $0.value.span, range: $0.span.range) }
        } else {
            return nil
        }
    }

    /// What goes where only some records stay.
    func cuts(keeping kept: Set<Span>, in bytes: [UInt8]) -> [Range<Int>] {
        guard members.contains(where: { !kept.contains($0.place) }) else { return [] }
        return isFlow(in: bytes) ? cutsBetweenCommas(kept) : cutsOfLines(kept, in: bytes)
    }

    /// Whether it stands between brackets.
    private func isFlow(in bytes: [UInt8]) -> Bool {
        "[{".utf8.contains(bytes[start]) && members[0].range.lowerBound > start
    }

    /// A record goes with the comma that parts it from the one before that stays, or from the next one.
    private func cutsBetweenCommas(_ kept: Set<Span>) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var end = members[0].range.lowerBound
        var hasKept = false
        for (index, member) in members.enumerated() {
            guard kept.contains(member.place) else { continue }
            let before = index == 0 ? end : members[index - 1].range.upperBound
            cuts.append(end..<(hasKept ? before : member.range.lowerBound))
            end = member.range.upperBound
            hasKept = true
        }
        cuts.append(end..<members[members.count - 1].range.upperBound)
        return cuts.filter { !$0.isEmpty }
    }

    /// A record goes with its lines, and with the comments that stand above it.
    private func cutsOfLines(_ kept: Set<Span>, in bytes: [UInt8]) -> [Range<Int>] {
        var before = 0
        return members.compactMap { member in
            let end = bytes.endOfLine(before: member.range.upperBound)
            defer { before = end }
            guard !kept.contains(member.place) else { return nil }
            let start = bytes.startOfLine(at: member.range.lowerBound)
            return bytes.startOfComments(above: start, notBefore: before)..<end
        }
    }
}

extension Span {
    fileprivate var range: Range<Int> { Int(start)..<Int(end) }
}

extension [UInt8] {
    private static let newline = UInt8(ascii: "\n")

    fileprivate func without(_ cuts: [Range<Int>]) -> [UInt8] {
        var text: [UInt8] = []
        var place = 0
        for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.lowerBound >= place
        {
            text += self[place..<cut.lowerBound]
            place = cut.upperBound
        }
        return text + self[place...]
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
