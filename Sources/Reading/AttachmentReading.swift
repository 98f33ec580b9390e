import Diagnostics
import Digests

/// The files that travel inside a PDF, found by its tree of names and by its list of associated
/// files, each once.
///
/// Sources: ISO 32000-1, sections 7.9.6 and 7.11.4; ISO 19005-3, annex E.
struct AttachmentReading {
    private(set) var attachments: [ReadAttachment] = []
    private var seen: Set<Int> = []
    private var nodes = 0
    private var total = 0

    mutating func read(_ file: borrowing QPDFFile) throws(ReadingError) {
        let root = try file.root()
        if let names = try file.value(of: "/Names", in: root),
            let tree = try file.value(of: "/EmbeddedFiles", in: names)
        {
            try readTree(tree, depth: 0, in: file)
        }
        guard let associated = try file.value(of: "/AF", in: root) else { return }
        for specification in try file.items(of: associated) {
            try read(specification, listedAs: nil, in: file)
        }
    }

    private mutating func readTree(
        _ node: PDFObject,
        depth: Int,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        guard depth < file.limits.depth else {
            throw .beyond("a tree of names that is too deep", file.limits.depth)
        }
        nodes += 1
        guard nodes <= file.limits.nodes else {
            throw .beyond("a tree of names with too many branches", file.limits.nodes)
        }
        if let number = try file.number(of: node), !seen.insert(number).inserted {
            throw .damaged("its tree of names runs in a circle")
        }
        if let names = try file.value(of: "/Names", in: node) {
            let pairs = try file.items(of: names)
            for place in stride(from: 0, to: pairs.count - 1, by: 2) {
                let name = try file.text(pairs[place])
                try read(pairs[place + 1], listedAs: name, in: file)
            }
        }
        guard let kids = try file.value(of: "/Kids", in: node) else { return }
        for kid in try file.items(of: kids) { try readTree(kid, depth: depth + 1, in: file) }
    }

    private mutating func read(
        _ specification: PDFObject,
        listedAs listed: String?,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        if let number = try file.number(of: specification), !seen.insert(number).inserted { return }
        guard let embedded = try file.value(of: "/EF", in: specification),
            let stream = try first(of: ["/UF", "/F"], in: embedded, file),
            let dictionary = try file.dictionary(ofStream: stream)
        else { return }
        guard attachments.count < file.limits.attachments else {
            throw .beyond("too many attached files", file.limits.attachments)
        }
        let named = try first(of: ["/UF", "/F"], in: specification, file)
        let name = try file.text(named) ?? listed ?? ""
        let bytes = try bytes(of: stream, dictionary, named: name, in: file)
        attachments.append(
            ReadAttachment(
                name: name,
                description: try file.text(file.value(of: "/Desc", in: specification)) ?? "",
                relationship: try file.name(
                    file.value(of: "/AFRelationship", in: specification)
                ) ?? "",
                mediaType: try file.name(file.value(of: "/Subtype", in: dictionary)) ?? "",
                bytes: bytes
            )
        )
    }

    /// The bytes, held to the size and the sum that the file says they have.
    private mutating func bytes(
        of stream: PDFObject,
        _ dictionary: PDFObject,
        named name: String,
        in file: borrowing QPDFFile
    ) throws(ReadingError) -> [UInt8] {
        let what: Diagnostic.Message = "the attached file ‘\(name.plainForPrinting)’"
        let bytes = try file.bytes(
            ofStream: stream,
            unpacked: true,
            limit: file.limits.attachmentBytes,
            named: what
        )
        if let parameters = try file.value(of: "/Params", in: dictionary) {
            try hold(bytes, to: parameters, what, in: file)
        }
        total += bytes.count
        guard total <= file.limits.totalBytes else {
            throw .tooLarge("has attached files of", total, file.limits.totalBytes)
        }
        return bytes
    }

    private func hold(
        _ bytes: [UInt8],
        to parameters: PDFObject,
        _ what: Diagnostic.Message,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        let size = try file.integer(file.value(of: "/Size", in: parameters))
        if let size, size != bytes.count {
            throw .damaged("\(what) has \(bytes.count) bytes instead of \(size)")
        }
        // Some programs write the sum as text, which is longer.
        let sum = try file.bytes(ofString: file.value(of: "/CheckSum", in: parameters))
        if let sum, sum.count == 16, sum != MD5.digest(of: bytes) {
            throw .damaged("\(what) does not add up to its sum")
        }
    }

    private func first(of keys: [String], in object: PDFObject, _ file: borrowing QPDFFile)
        throws(ReadingError) -> PDFObject?
    {
        for key in keys {
            if let value = try file.value(of: key, in: object) { return value }
        }
        return nil
    }
}
