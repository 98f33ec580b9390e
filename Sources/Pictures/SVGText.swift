/// The letters that an SVG has drawn: those within its `text` elements.
struct SVGText {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How many there are, blanks left out; counting ends at `most`.
    ///
    /// A name that the document type gives to a text counts as all that may stand for it.
    ///
    /// - Parameter mostInARow: How many may stand with no tag between them; one more counts as `most`.
    func letters(upTo most: Int, mostInARow: Int) -> Int {
        var (count, row) = (0, 0)
        let name = longestDeclaration
        var isInText = false
        var place = 0
        while place < bytes.count, count < most {
            switch bytes[place] {
            case UInt8(ascii: "<"):
                if holds(Self.literal, at: place) {
                    place += Self.literal.count
                    continue
                }
                let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                isInText = opensText(place..<end) ?? isInText
                // A comment parts nothing.
                if bytes[place...].dropFirst().first != UInt8(ascii: "!") { row = 0 }
                place = end
            case UInt8(ascii: "&") where isInText: (count, row) = (count + name, row + name)
            case 33... where isInText: (count, row) = (count + 1, row + 1)
            default: break
            }
            if row > mostInARow { return most }
            place += 1
        }
        return count
    }

    private static let literal = Array("<![CDATA[".utf8)

    /// Whether text begins or ends with a tag; nil where it is that of another element.
    private func opensText(_ tag: Range<Int>) -> Bool? {
        var name = bytes[tag].dropFirst()
        let isEnd = name.first == UInt8(ascii: "/")
        name = name.drop { $0 == UInt8(ascii: "/") }
        name = name.prefix { $0 > 32 && $0 != UInt8(ascii: "/") }
        if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
        guard name.elementsEqual("text".utf8) else { return nil }
        return !isEnd && bytes[tag].last != UInt8(ascii: "/")
    }

    /// Names stand for what is declared before the first tag, and for no more.
    private var longestDeclaration: Int {
        guard let type = bytes.place(of: "<!DOCTYPE"), type < 10_000 else { return 1 }
        return bytes.place(of: "]>", from: type).map { $0 - type } ?? 1
    }

    private func holds(_ word: [UInt8], at place: Int) -> Bool {
        bytes[place...].starts(with: word)
    }
}
