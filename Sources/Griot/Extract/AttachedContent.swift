internal import Content
internal import Diagnostics
internal import Layouts
internal import Reading
internal import YAML

extension AttachedSource {
    /// The paper that a PDF carries, with the files that came along; nil where it can't be read.
    func brief(on shelves: Shelves, reporting report: inout Report) -> Brief? {
        let content = files(on: shelves, reporting: &report)
        return shelves.paper(
            of: content.files,
            named: content.named,
            in: [language],
            dressedBy: { name, span in
                brand(name, on: shelves) ?? shelves.brand(name, askedAt: span, eventFolder: "")
            },
            reporting: &report
        )
    }

    /// The paper first, then the registers beside it and the files that it names; what lies in folders
    /// besides is layouts and pictures.
    private func files(on shelves: Shelves, reporting report: inout Report)
        -> (files: [ContentFile], named: NamedFiles)
    {
        var paper: ContentFile?
        var others: [ContentFile] = []
        for (path, bytes) in contents.files {
            let name = path.description
            guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name == self.paper,
                path.components[0] != "layouts"
            else { continue }
            let id = shelves.files.source(SourceFile(name: name, bytes: bytes))
            let root = parse(id, in: shelves.sources, reporting: &report).first
            guard let file = root.map({ ContentFile(name: name, root: $0) }) else { continue }
            if name == self.paper { paper = file } else { others.append(file) }
        }
        guard let paper else { return ([], NamedFiles()) }
        let named = others.markNamed(by: FileUse.all(in: paper.root, by: shelves.kinds))
        return ([paper] + others.filter { $0.isNamed || !$0.name.contains("/") }, named)
    }

    /// The brand as the pages were set with it; nil where it did not come along, or is damaged.
    private func brand(_ name: String, on shelves: Shelves) -> Brand? {
        let path = "layouts/brands/\(name).yaml"
        guard let file = contents.files.first(where: { $0.path.description == path }) else {
            return nil
        }
        var ignored = Report()
        let id = shelves.files.source(SourceFile(name: path, bytes: file.bytes))
        let root = parse(id, in: shelves.sources, reporting: &ignored).first
        return root.map { Brand.read($0, reporting: &ignored) }
    }
}

extension [ContentFile] {
    /// Marks those that a paper names, and tells which of them its patterns cover.
    fileprivate mutating func markNamed(by uses: [FileUse]) -> NamedFiles {
        var named = NamedFiles()
        let single = Set(uses.map(\.mention.path))
        for index in indices where single.contains(self[index].name) { self[index].isNamed = true }
        for use in uses.lazy.filter(\.mention.isPattern).prefix(FileLimits.patterns) {
            for index in indices
            where use.mention.covers(self[index].name)
                && self[index].root[.kind]?.text == use.kind
            {
                self[index].isNamed = true
                named.covered[use, default: []].append(self[index].name)
            }
            named.covered[use]?.sort()
        }
        return named
    }
}
