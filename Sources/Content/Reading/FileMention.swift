import Diagnostics
package import YAML

/// A thing that is a file of its own, as another file names it, or several: `study-a.yaml`,
/// `studies/*.yaml`.
package struct FileMention: Hashable, Sendable {
    /// From the folder of the paper.
    package let path: String

    /// Nil for a text that names no such file.
    package init?(_ text: String) {
        let text = trimmed(text)
        guard text.hasSuffix(".yaml") || text.hasSuffix(".yml"), text.utf8.count <= Self.longest,
            !text.contains(where: \.isNewline), !text.contains("://")
        else { return nil }
        path = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    }

    /// In bytes.
    private static let longest = 400

    /// Whether it stands for all files of a folder whose names are like it.
    package var isPattern: Bool { path.contains("*") }

    package var folder: String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Whether a file, its path from the folder of the paper, is meant.
    package func covers(_ file: String) -> Bool {
        guard let star = path.firstIndex(of: "*") else { return file == path }
        let (start, end) = (path[..<star], path[path.index(after: star)...])
        guard file.hasPrefix(start), file.hasSuffix(end),
            file.utf8.count >= start.utf8.count + end.utf8.count
        else { return false }
        return !file.dropFirst(start.count).dropLast(end.count).contains("/")
    }

    /// What a file names in texts that are values, each path once.
    package static func all(in root: Node) -> [FileMention] {
        var found: [FileMention] = []
        var known: Set<FileMention> = []
        var rest = [root]
        while let node = rest.popLast() {
            rest += (node.items ?? []).reversed()
            rest += (node.entries ?? []).map(\.value).reversed()
            if let mention = node.text.flatMap({ FileMention($0) }),
                known.insert(mention).inserted
            {
                found.append(mention)
            }
        }
        return found
    }
}

extension Reader {
    /// Reads a thing of a shared kind that is a file of its own; each file once, however often named.
    mutating func readFile(_ mention: FileMention, of kind: Kind, named node: Node) -> Value? {
        guard let file = named[mention.path] else {
            report.add(
                .error("there is no file ‘\(mention.path)’ in the event folder", at: node.span)
                    .hinting(mend(of: mention, for: kind))
            )
            return nil
        }
        if let word = file.root["kind"], word.text != kind.name {
            report.add(
                .error(
                    "‘\(mention.path)’ is of kind ‘\(word.text ?? "")’, and ‘\(kind.name)’ is meant here",
                    at: node.span
                )
                .noting("it says so here", at: word.span)
            )
            return nil
        }
        let reference = Reference(kind: kind.name, id: mention.path)
        if readFiles.insert(reference).inserted { register(file, of: kind, as: mention.path) }
        return Value(.reference(reference), at: node.span)
    }

    /// The things of a kind whose files a pattern covers, in the order of their names.
    mutating func readFiles(_ pattern: FileMention, of kind: Kind, named node: Node) -> [Value] {
        let files = named.values.filter { file in
            pattern.covers(file.name) && file.root["kind"]?.text == kind.name
        }
        if files.isEmpty {
            report.add(
                .error("no file ‘\(pattern.path)’ is of kind ‘\(kind.name)’", at: node.span)
                    .hinting("begin each of them with ‘kind: \(kind.name)’")
            )
        }
        return files.map(\.name).sorted().compactMap { name in
            FileMention(name).flatMap { readFile($0, of: kind, named: node) }
        }
    }

    private func mend(of mention: FileMention, for kind: Kind) -> Diagnostic.Message {
        if let near = Suggestion.nearest(to: mention.path, among: neighbours) {
            return "did you mean ‘\(near)’?"
        }
        return "‘griot new \(kind.name) -o \(mention.path)’ begins it"
    }

    /// What such a file says of itself as a paper does not matter where it is a part of another.
    private mutating func register(_ file: ContentFile, of kind: Kind, as id: String) {
        guard let entries = file.root.entries else {
            report.add(.error(.noRecord(file.name, kind.name), at: file.root.span))
            return
        }
        let outer = (language, country)
        defer { (language, country) = outer }
        language = firstLanguage(of: file.root) ?? language
        country = nil
        readCollections(in: entries, besides: Set(kind.fields.map(\.name)))
        let shared = kinds.shared.flatMap { [$0.plural!, $0.name] }
        let also = Self.paperKeys + shared
        register(readRecord(of: kind, entries, id: id, at: file.root.span, also: also))
    }
}

extension Diagnostic.Message {
    static func noRecord(_ file: String, _ kind: String) -> Self {
        "‘\(file)’ holds no ‘\(kind)’: its fields are expected, a line each"
    }
}
