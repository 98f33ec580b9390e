internal import Diagnostics

/// The JPEG files that a PDF's pages show, byte for byte as they were placed, each once.
///
/// Source: ISO 32000-1, sections 7.8.3, 8.9 and 8.10.
struct PhotographReading {
    private(set) var photographs: [[UInt8]] = []
    private var seen: Set<Int> = []
    private var total = 0

    mutating func read(_ file: borrowing QPDFFile, pages: Int) throws(ReadingError) {
        for index in 0..<pages {
            if let resources = try resources(of: try file.page(index), in: file) {
                try read(resources, depth: 0, in: file)
            }
        }
    }

    /// A page without resources has those of the branch it hangs on.
    private func resources(of page: PDFObject, in file: borrowing QPDFFile)
        throws(ReadingError) -> PDFObject?
    {
        var place = page
        for _ in 0..<file.limits.depth {
            if let own = try file.value(of: "/Resources", in: place) { return own }
            guard let parent = try file.value(of: "/Parent", in: place) else { return nil }
            place = parent
        }
        return nil
    }

    private mutating func read(
        _ resources: PDFObject,
        depth: Int,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        guard depth < file.limits.depth,
            let objects = try file.value(of: "/XObject", in: resources)
        else { return }
        if let number = try file.number(of: objects), !seen.insert(number).inserted { return }
        for key in try file.keys(of: objects) {
            guard let object = try file.value(of: key, in: objects),
                let number = try file.number(of: object), seen.insert(number).inserted,
                let dictionary = try file.dictionary(ofStream: object)
            else { continue }
            switch try file.name(file.value(of: "/Subtype", in: dictionary)) {
            case "Image": try readImage(object, dictionary, in: file)
            case "Form":
                guard let inner = try file.value(of: "/Resources", in: dictionary) else { continue }
                try read(inner, depth: depth + 1, in: file)
            default: break
            }
        }
    }

    private mutating func readImage(
        _ object: PDFObject,
        _ dictionary: PDFObject,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        guard let filter = try file.value(of: "/Filter", in: dictionary) else { return }
        let filters = try file.items(of: filter)
        let only = filters.count == 1 ? filters[0] : filter
        guard try file.name(only) == "DCTDecode" else { return }
        guard photographs.count < file.limits.photographs else {
            throw .beyond("too many photographs", file.limits.photographs)
        }
        let bytes = try file.bytes(
            ofStream: object,
            unpacked: false,
            limit: file.limits.fileBytes,
            named: "a photograph"
        )
        total += bytes.count
        guard total <= file.limits.totalBytes else {
            throw .tooLarge("has photographs of", total, file.limits.totalBytes)
        }
        photographs.append(bytes)
    }
}
