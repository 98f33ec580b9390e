/// An SVG without what a program or a person wrote into it beside the drawing, as ``JPEGBaring`` leaves a
/// JPEG.
///
/// Remarks, titles, descriptions and what is said about the file go; so do scripts, which nothing runs,
/// and whatever drawing programs note for themselves in names of their own: where the file lay, what a
/// layer is called, the drawing once more in their own form. Photographs inside it are bared as such.
/// Links lead nowhere: nobody who cannot see the drawing would find them, and Cairo 1.16 ends the program
/// over a link in what it has recorded.
///
/// Source: SVG 2, sections 5.7 and 5.9; XML 1.0, section 2; *Namespaces in XML 1.0*.
struct SVGBaring {
    private static let unseen: Set<String> = ["metadata", "title", "desc", "script"]

    private let bytes: [UInt8]
    /// What stands before the colon in names that are drawn.
    private let drawn: Set<String>
    private var bare: [UInt8] = []
    private var index = 0
    /// How many elements are open of one that goes, itself among them.
    private var depth = 0

    /// - Parameter bytes: A drawing in an encoding in which the letters of a tag are what they seem.
    static func bared(_ bytes: [UInt8]) -> [UInt8] {
        var baring = SVGBaring(bytes)
        // What does not fit together is not drawn either.
        return baring.walk() ? baring.bare : bytes
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        drawn = Self.prefixes(in: bytes)
        bare.reserveCapacity(bytes.count)
    }

    private static func prefixes(in bytes: [UInt8]) -> Set<String> {
        var scanner = TagScanner(bytes)
        var found: Set<String> = ["svg", "xlink", "xml", "xmlns"]
        while scanner.nextTag() != nil {
            while let (name, value) = scanner.attribute() {
                let isDrawn = value.hasSuffix("/2000/svg") || value.hasSuffix("/1999/xlink")
                if isDrawn, name.hasPrefix("xmlns:") { found.insert(String(name.dropFirst(6))) }
            }
        }
        return found
    }

    private mutating func walk() -> Bool {
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            keep(to: next)
            let isWhole =
                if starts(with: "<!--") {
                    skip(past: "-->")
                } else if starts(with: "<![CDATA[") {
                    keep(past: "]]>")
                } else if starts(with: "<?xml") {
                    keep(past: "?>")
                } else if starts(with: "<?") {
                    skip(past: "?>")
                } else if starts(with: "<!") {
                    keepDeclaration()
                } else {
                    takeTag()
                }
            guard isWhole else { return false }
        }
        keep(to: bytes.count)
        return depth == 0
    }

    // MARK: Tags

    private mutating func takeTag() -> Bool {
        guard let end = endOfTag else { return false }
        let isEnd = bytes[index + 1] == UInt8(ascii: "/")
        let isEmpty = bytes[end - 2] == UInt8(ascii: "/")
        if depth > 0 {
            depth += isEnd ? -1 : isEmpty ? 0 : 1
            index = end
        } else if isEnd {
            keep(to: end)
        } else {
            var tag = TagReader(bytes, from: index + 1)
            let name = tag.word()
            if goes(name) {
                depth = isEmpty ? 0 : 1
            } else {
                keep(to: tag.index)
                let isLink = name == "a" || name.hasSuffix(":a")
                while let attribute = tag.attribute(), attribute.end <= end {
                    let leads = isLink && attribute.name.hasSuffix("href")
                    if !leads, !goes(attribute) { bare += bared(attribute) }
                    index = attribute.end
                }
                keep(to: end)
            }
            index = end
        }
        return true
    }

    /// Behind the sign that ends the tag at hand: one in quotation marks is none.
    private var endOfTag: Int? {
        var quote: UInt8?
        for place in index..<bytes.count {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place + 1
            }
        }
        return nil
    }

    /// Whether an element goes with all that stands in it.
    private func goes(_ name: String) -> Bool {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, !drawn.contains(parts[0]) { return true }
        return Self.unseen.contains(parts.last ?? "")
    }

    private func goes(_ attribute: TagReader.Attribute) -> Bool {
        let name = attribute.name
        if name.hasPrefix("data-") || name.hasPrefix("aria-") { return true }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        return !drawn.contains(parts[0]) || parts[1] == "title"
    }

    /// An attribute as it was, or with the picture that it holds bared.
    private func bared(_ attribute: TagReader.Attribute) -> [UInt8] {
        let whole = Array(bytes[attribute.start..<attribute.end])
        guard attribute.name.hasSuffix("href"),
            let picture = PictureInLetters(bytes[attribute.value])
        else { return whole }
        return Array(bytes[attribute.start..<attribute.value.lowerBound]) + picture.bared
            + bytes[attribute.value.upperBound..<attribute.end]
    }

    // MARK: Steps

    private mutating func keep(to end: Int) {
        if depth == 0, index < end { bare += bytes[index..<end] }
        index = max(index, end)
    }

    private mutating func keep(past mark: String) -> Bool {
        guard let end = end(of: mark) else { return false }
        keep(to: end)
        return true
    }

    private mutating func skip(past mark: String) -> Bool {
        guard let end = end(of: mark) else { return false }
        index = end
        return true
    }

    /// A document type, which may hold declarations of its own in brackets.
    private mutating func keepDeclaration() -> Bool {
        var isInside = false
        for place in index..<bytes.count {
            if bytes[place] == UInt8(ascii: "[") { isInside = true }
            if bytes[place] == UInt8(ascii: "]") { isInside = false }
            if bytes[place] == UInt8(ascii: ">"), !isInside {
                keep(to: place + 1)
                return true
            }
        }
        return false
    }

    private func end(of mark: String) -> Int? {
        bytes.place(of: mark, from: index).map { $0 + mark.utf8.count }
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }
}
