package import Diagnostics
import YAML

/// What a search for the files that a paper names has found, besides the files themselves.
package struct NamedFiles: Sendable {
    /// Why a file that is named is not there to be read.
    package struct Objection: Sendable {
        package var message: Diagnostic.Message
        package var hint: Diagnostic.Message?

        package init(_ message: Diagnostic.Message, hint: Diagnostic.Message? = nil) {
            self.message = message
            self.hint = hint
        }
    }

    /// The files that a pattern covers and that are of its kind, in the order of their names.
    package var covered: [FileUse: [String]] = [:]
    package var objections: [FileUse: [Objection]] = [:]

    package init() {}
}

extension Reader {
    /// Reads a thing of a shared kind that is a file of its own; each file once, however often named.
    mutating func readFile(_ mention: FileMention, of kind: Kind, named node: Node) -> Value? {
        guard mayName(kind, at: node), mayTakeIn(1, at: node.span) else { return nil }
        let use = FileUse(mention: mention, kind: kind.name)
        guard !mention.isPattern else {
            report.add(
                .error(
                    "one file is meant here, and ‘\(mention.path)’ may be several",
                    at: node.span
                )
                .hinting("name the one that is meant")
            )
            return nil
        }
        guard let file = named[mention.path] else {
            object(to: use, at: node)
            return nil
        }
        return read(file, of: kind, named: node)
    }

    /// The things of a kind whose files a pattern covers, in the order of their names.
    mutating func readFiles(_ pattern: FileMention, of kind: Kind, named node: Node) -> [Value] {
        guard mayName(kind, at: node) else { return [] }
        let use = FileUse(mention: pattern, kind: kind.name)
        let files = namedFiles.covered[use] ?? []
        if files.isEmpty || namedFiles.objections[use] != nil { object(to: use, at: node) }
        guard mayTakeIn(files.count, at: node.span) else { return [] }
        return files.compactMap { name in
            named[name].flatMap { read($0, of: kind, named: node) }
        }
    }

    private mutating func read(_ file: ContentFile, of kind: Kind, named node: Node) -> Value? {
        if let word = file.root[.kind], word.text != kind.name {
            report.add(
                .error(
                    "‘\(file.name)’ is of kind ‘\(word.text ?? "")’, and ‘\(kind.name)’ is meant here",
                    at: node.span
                )
                .noting("it says so here", at: word.span)
            )
            return nil
        }
        let reference = Reference(kind: kind.name, id: file.name)
        if readFiles.insert(reference).inserted { register(file, of: kind) }
        return Value(.reference(reference), at: node.span)
    }

    /// What such a file says of itself as a paper does not matter where it is a part of another.
    private mutating func register(_ file: ContentFile, of kind: Kind) {
        guard let entries = file.root.entries else {
            report.add(.error(.noRecord(file.name, kind.name), at: file.root.span))
            return
        }
        let outer = (language, country)
        defer { (language, country) = outer }
        language = firstLanguage(of: file.root) ?? language
        country = nil
        readCollections(in: entries, besides: Set(kind.fields.map(\.name)))
        let also = PaperKey.names + kinds.sharedWords
        register(readRecord(of: kind, entries, id: file.name, at: file.root.span, also: also))
    }
}

extension Reader {
    /// Whether it is the paper that names a file: others would call for each other, file after file, deeper
    /// than anybody reads.
    private mutating func mayName(_ kind: Kind, at node: Node) -> Bool {
        if node.span.source == paperSource { return true }
        report.add(
            .error("only a paper can name files that it takes in, and this is none", at: node.span)
                .hinting(
                    "write its fields here, or name its id and describe it under ‘\(kind.wordForMany)’"
                )
        )
        return false
    }

    /// Tells why nothing stands behind a name, or why something behind a pattern can't be read.
    private mutating func object(to use: FileUse, at node: Node) {
        let objections =
            namedFiles.objections[use]
            ?? [NamedFiles.Objection("there is no file ‘\(use.mention.path)’")]
        for objection in objections {
            report.add(.error(objection.message, at: node.span).hinting(objection.hint))
        }
    }

    /// Counts what a paper takes in: a few stars, said again and again, would make it endless.
    private mutating func mayTakeIn(_ count: Int, at span: Span) -> Bool {
        filesTakenIn += count
        guard filesTakenIn > ReadingLimits.files else { return true }
        if filesTakenIn - count <= ReadingLimits.files {
            report.add(
                .error("the paper takes in more than \(ReadingLimits.files) files", at: span)
                    .hinting("divide it")
            )
        }
        return false
    }
}

extension Diagnostic.Message {
    fileprivate static func noRecord(_ file: String, _ kind: String) -> Self {
        "‘\(file)’ holds no ‘\(kind)’: its fields are expected, a line each"
    }
}
