package import Diagnostics
internal import YAML

extension ContentFile {
    /// The text of a file as it may go with a paper: with no other shared records in it than some, and
    /// without what the paper keeps back.
    ///
    /// What stands between them stays: comments, the words of lists, everything that is no record. Where a
    /// paper may leave out which record it means because there is but one of its kind, all of that kind
    /// stay.
    ///
    /// - Parameters:
    ///   - kept: Where the records stand that stay.
    ///   - withheld: Where values stand that do not, be they an item of a list or what a key says.
    ///   - bytes: What was read of the file.
    /// - Returns: Nil where the rest could not be taken out without harm to what stays, such as a record
    ///   that others are written by the help of.
    package func excerpt(
        of kept: Set<Span>,
        without withheld: Set<Span> = [],
        from bytes: [UInt8],
        kinds: KindLibrary
    ) -> [UInt8]? {
        let lists = recordLists(of: kinds)
        var cuts = lists.flatMap { list in
            list.members.cuts(keeping: { kept.contains($0) }, in: bytes)
        }
        if !withheld.isEmpty {
            guard let more = root.cuts(of: withheld, in: bytes) else { return nil }
            cuts += more
        }
        guard !cuts.isEmpty else { return bytes }
        let text = bytes.without(cuts)
        let count = lists.reduce(0) { count, list in
            count + list.members.all.count { kept.contains($0.place) }
        }
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
        return lists.reduce(0) { $0 + $1.members.all.count } == count
    }

    /// The lists of records in it, as a reader of registers finds them.
    fileprivate func recordLists(of kinds: KindLibrary) -> [RecordList] {
        guard root[.kind] == nil else { return [] }
        let named = (root.entries ?? []).compactMap { entry in
            entry.key.text.flatMap { kinds.kind(ofMany: $0) }.map { ($0, entry.value) }
        }
        let own = named.isEmpty ? kinds.kind(ofMany: stem(ofFile: name)) : nil
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
    let members: NodeMembers

    /// Nil where it is no list of several, but a record itself.
    init?(_ node: Node, of kind: Kind) {
        if let entries = node.entries {
            let fields = Set(kind.fields.map(\.name) + [KnownField.id.rawValue])
            let isOne = entries.contains {
                fields.contains($0.key.text ?? "") && $0.value.text != nil
            }
            if isOne { return nil }
        }
        guard let members = NodeMembers(of: node) else { return nil }
        self.members = members
    }
}
