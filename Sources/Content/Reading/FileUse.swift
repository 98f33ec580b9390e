package import YAML

/// A file that a paper names, and what it is to hold.
package struct FileUse: Hashable, Sendable {
    package var mention: FileMention
    /// The name of a shared kind.
    package var kind: String

    /// The files that a paper names where a thing of a shared kind may stand, each once; anywhere else such
    /// a text is a text.
    package static func all(in paper: Node, by kinds: KindLibrary) -> [FileUse] {
        guard let kind = paper[.kind]?.text.flatMap({ kinds[$0] }), let entries = paper.entries
        else { return [] }
        var walk = FileUseWalk(kinds: kinds)
        walk.walk(entries, kind.fields)
        let own = Set(kind.fields.map(\.name))
        for entry in entries {
            guard let key = entry.key.text, !own.contains(key),
                let shared = kinds.kind(ofMany: key) ?? kinds[key], shared.isShared
            else { continue }
            walk.walk(collection: entry.value, of: shared)
        }
        return walk.found
    }
}

extension Node {
    /// Whether any text in it may name a file, whatever field it stands in.
    package var mayNameFiles: Bool {
        if let text { return FileMention.mayBe(text) }
        return (items ?? []).contains(where: \.mayNameFiles)
            || (entries ?? []).contains { $0.value.mayNameFiles }
    }
}

/// Goes through a paper as its reader will, and notes the files named in it.
private struct FileUseWalk {
    let kinds: KindLibrary
    var found: [FileUse] = []
    private var known: Set<FileUse> = []

    init(kinds: KindLibrary) { self.kinds = kinds }

    mutating func walk(_ entries: [Node.Entry], _ fields: [FieldDescription]) {
        for entry in entries {
            guard let field = fields.first(where: { $0.name == entry.key.text }) else { continue }
            walk(entry.value, field.type)
        }
    }

    private mutating func walk(_ node: Node, _ type: FieldType) {
        switch type {
        case .list(let item): for node in node.items ?? [node] { walk(node, item) }
        case .record(let fields): walk(node.entries ?? [], fields)
        case .kind(let name):
            guard let kind = kinds[name] else { return }
            walk(node.entries ?? [], kind.fields)
            if kind.isShared, let mention = node.text.flatMap({ FileMention($0) }) {
                let use = FileUse(mention: mention, kind: name)
                if known.insert(use).inserted { found.append(use) }
            }
        default: break
        }
    }

    /// Records of a shared kind that stand in the paper itself: a list, ids with records, or one.
    mutating func walk(collection node: Node, of kind: Kind) {
        for member in [node] + (node.items ?? []) + (node.entries ?? []).map(\.value) {
            walk(member.entries ?? [], kind.fields)
        }
    }
}
