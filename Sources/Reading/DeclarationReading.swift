import Diagnostics
import Structure

/// What a file says of itself, in its catalogue and in its metadata.
struct DeclarationReading {
    let declaration: Declaration
    let title: String

    /// Of the metadata, in bytes.
    private static let limit = 16_000_000

    init(of file: borrowing QPDFFile) throws(ReadingError) {
        let root = try file.root()
        let marks = try file.value(of: "/MarkInfo", in: root)
        let view = try file.value(of: "/ViewerPreferences", in: root)
        let metadata = try Self.metadata(of: root, in: file)
        declaration = Declaration(
            language: try file.text(file.value(of: "/Lang", in: root)) ?? "",
            isTagged: try Self.isTrue("/Marked", in: marks, of: file),
            showsTitle: try Self.isTrue("/DisplayDocTitle", in: view, of: file),
            isUniversal: metadata.contains("pdfuaid:part")
        )
        let information = try file.value(of: "/Info", in: file.trailer())
        let title = try entry("/Title", of: information, in: file)
        self.title = title.isEmpty ? Self.title(in: metadata) : title
    }

    private static func isTrue(
        _ key: String,
        in dictionary: PDFObject?,
        of file: borrowing QPDFFile
    ) throws(ReadingError) -> Bool {
        guard let dictionary, let value = try file.value(of: key, in: dictionary) else {
            return false
        }
        return try file.isTrue(value)
    }

    private static func metadata(of root: PDFObject, in file: borrowing QPDFFile)
        throws(ReadingError) -> String
    {
        guard let stream = try file.value(of: "/Metadata", in: root),
            try file.dictionary(ofStream: stream) != nil
        else { return "" }
        let bytes = try file.bytes(
            ofStream: stream,
            unpacked: true,
            limit: limit,
            named: "metadata"
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of `dc:title`, without the tags around them.
    private static func title(in metadata: String) -> String {
        guard let start = metadata.firstRange(of: "<dc:title>"),
            let end = metadata[start.upperBound...].firstRange(of: "</dc:title>")
        else { return "" }
        var words = ""
        var isTag = false
        for letter in metadata[start.upperBound..<end.lowerBound] {
            if letter == "<" { isTag = true }
            if !isTag { words.append(letter) }
            if letter == ">" { isTag = false }
        }
        return words.allSatisfy(\.isWhitespace) ? "" : words
    }
}
