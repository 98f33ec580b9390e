internal import Diagnostics

/// What an SVG may ask of the library that draws it.
///
/// Filters are worked out pixel by pixel: some take for ever at the word of the file, and one ends the
/// program where its matrix has not the size it names (librsvg 2.54). So only those are drawn that
/// drawing programs write for shadows and soft edges, and no more of them than a drawing needs.
///
/// Source: Filter Effects Module Level 1, section 9.
struct SVGContent {
    private static let filters: Set<String> = [
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge",
        "feMergeNode", "feOffset",
    ]
    private static let mostFilters = 200
    /// About two seconds of drawing.
    private static let mostDrawnAgain = 100_000
    /// The library takes the square of a line’s letters in time: fifty thousand keep it for minutes.
    private static let mostLettersInARow = 5_000
    private static let mostLetters = 50_000
    /// In pixels; FreeType draws none of a hundred thousand.
    private static let largestType = 32_767.0
    /// Those in which the letters of a tag are what they seem.
    private static let encodings: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252",
    ]

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Throws: What the writer has to take out of the drawing.
    ///
    /// - Parameter limits: What the pictures that it holds as letters may come to together.
    func check(within limits: PictureLimits) throws(PictureError) {
        if let encoding, !Self.encodings.contains(encoding.lowercased()) {
            throw PictureError(
                .broken,
                "is an SVG in the encoding ‘\(encoding)’",
                hint: "save it as UTF-8"
            )
        }
        guard !namesPieces else {
            throw PictureError(
                .broken,
                "is an SVG that puts names for its own tags or letters",
                hint: "open it in a drawing program and save it anew as plain SVG"
            )
        }
        try checkFilters()
        try checkText()
        try checkReferences()
        try checkPictures(within: limits)
    }

    private func checkPictures(within limits: PictureLimits) throws(PictureError) {
        // Most drawings hold none, and need not be gone through.
        guard bytes.place(of: PictureInLetters.mark) != nil else { return }
        var pixels = 0
        var scanner = TagScanner(bytes)
        while scanner.nextTag() != nil {
            while let attribute = scanner.attributeInPlace() {
                guard attribute.name.hasSuffix("href"),
                    let letters = PictureInLetters(bytes[attribute.value]),
                    let picture = try letters.read(within: limits), picture.kind != .svg
                else { continue }
                pixels += picture.pixelWidth * picture.pixelHeight
            }
        }
        guard pixels > limits.pixelsInSVG else { return }
        throw PictureError(
            .tooLarge,
            "is an SVG with pictures of more than \(limits.pixelsInSVG / 1_000_000) million pixels in it",
            hint: "scale them down, or save the whole as a PNG"
        )
    }

    private func checkReferences() throws(PictureError) {
        let again = SVGReferences(bytes).elementsDrawnAgain(upTo: Self.mostDrawnAgain + 1)
        guard again <= Self.mostDrawnAgain else {
            throw PictureError(
                .tooLarge,
                "is an SVG that draws its parts more than \(Self.mostDrawnAgain) times again",
                hint: "save it as a PNG, or take out ‘use’ elements that repeat others"
            )
        }
    }

    private func checkText() throws(PictureError) {
        guard SVGTypeSize(bytes).most <= Self.largestType else {
            throw PictureError(
                .tooLarge,
                "is an SVG that may have letters larger than \(Int(Self.largestType)) pixels",
                hint: "give its text a smaller font-size, or turn it into paths"
            )
        }
        let letters = SVGText(bytes)
            .letters(upTo: Self.mostLetters + 1, mostInARow: Self.mostLettersInARow)
        guard letters > Self.mostLetters else { return }
        throw PictureError(
            .tooLarge,
            "is an SVG with more than \(Self.mostLetters) letters of text, or \(Self.mostLettersInARow) in a row",
            hint: "save it as a PNG, or turn its text into paths"
        )
    }

    private func checkFilters() throws(PictureError) {
        var count = 0
        for name in filterNames {
            count += 1
            guard Self.filters.contains(name), count <= Self.mostFilters else {
                throw PictureError(
                    .tooLarge,
                    count > Self.mostFilters
                        ? "is an SVG with more than \(Self.mostFilters) filters"
                        : "is an SVG with the filter ‘\(name)’, which is not drawn here",
                    hint: "save it as a PNG, or without the filter"
                )
            }
        }
    }

    /// Of every tag whose name begins as those of filters do.
    private var filterNames: [String] {
        var names: [String] = []
        for place in bytes.indices.dropLast(2) {
            guard bytes[place] == UInt8(ascii: "<") || bytes[place] == UInt8(ascii: ":"),
                bytes[place + 1] == UInt8(ascii: "f"), bytes[place + 2] == UInt8(ascii: "e")
            else { continue }
            let word = bytes[(place + 1)...].prefix { byte in
                (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
            names.append(String(decoding: word, as: UTF8.self))
        }
        return names
    }

    var encoding: String? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
            let name = head[..<end.lowerBound].firstRange(of: "encoding")
        else { return nil }
        let value = head[name.upperBound..<end.lowerBound].drop { " =\t\n\r".contains($0) }
        guard let quote = value.first else { return "" }
        return String(value.dropFirst().prefix { $0 != quote })
    }

    /// Whether the document type gives names to letters by their numbers, to tags, or to other names:
    /// what the file holds could not be told by reading it.
    private var namesPieces: Bool {
        let doctype = "<!DOCTYPE"
        guard let type = bytes.place(of: doctype), let end = bytes.place(of: "]>", from: type),
            !bytes[..<end].contains(0)
        else { return false }
        let declarations = bytes[(type + doctype.utf8.count)..<end]
        return declarations.indices.contains { place in
            declarations[place] == UInt8(ascii: "&")
                || declarations[place] == UInt8(ascii: "<")
                    && declarations.dropFirst(place + 1 - declarations.startIndex).first
                        != UInt8(ascii: "!")
        }
    }
}
