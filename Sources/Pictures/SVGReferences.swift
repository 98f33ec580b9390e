/// How much an SVG comes to when everything that is used again is drawn again.
///
/// Ten times the use of ten times the use is a hundred drawings in three lines; the library that draws
/// it counts only while it draws (librsvg 2.54 gives up at half a million).
///
/// Source: SVG 2, section 5.6.
struct SVGReferences {
    /// An element that has a name, without the parts of it that have one too; the first is the file.
    private struct Part {
        var elements = 0
        var parts: [Int] = []
        var uses: [String] = []
    }

    private var parts = [Part()]
    private var names: [String: Int] = [:]

    init(_ bytes: [UInt8]) {
        var scanner = TagScanner(bytes)
        /// For each open element, the part that it belongs to.
        var open = [0]
        while let tag = scanner.nextTag() {
            if tag.isEnd {
                if open.count > 1 { open.removeLast() }
                continue
            }
            var part = open[open.count - 1]
            var uses: [String] = []
            while let (name, value) = scanner.attribute() {
                if name == "id" {
                    part = begin(value, inside: part)
                } else if let used = reference(name, value, of: tag.name) {
                    uses.append(used)
                }
            }
            parts[part].elements += 1
            parts[part].uses += uses
            if !scanner.closesItself { open.append(part) }
        }
    }

    private mutating func begin(_ name: String, inside part: Int) -> Int {
        // Of two elements of one name the first is meant.
        if names[name] == nil { names[name] = parts.count }
        parts[part].parts.append(parts.count)
        parts.append(Part())
        return parts.count - 1
    }

    /// What an attribute draws once more: `href` of a `use`, and masks, cuts and patterns.
    private func reference(_ name: String, _ value: String, of element: String) -> String? {
        if element == "use" || element.hasSuffix(":use") {
            guard name == "href" || name.hasSuffix(":href") else { return nil }
            return value.hasPrefix("#") ? String(value.dropFirst()) : nil
        }
        guard name == "mask" || name == "clip-path" || name == "fill" || name == "stroke",
            value.hasPrefix("url(#")
        else { return nil }
        return String(value.dropFirst(5).prefix { $0 != ")" })
    }

    /// Elements drawn beyond those of the file; no more than `limit`, at which counting stops.
    ///
    /// What is used inside itself is counted once: such a file is refused when it is drawn.
    func elementsDrawnAgain(upTo limit: Int) -> Int {
        let own = parts.reduce(0) { $0 + $1.elements }
        return elements(upTo: own + limit) - own
    }

    private func elements(upTo limit: Int) -> Int {
        /// Nil until a part is met, then −1 until what it needs is counted.
        var counts = [Int?](repeating: nil, count: parts.count)
        var waiting = [0]
        while let part = waiting.last {
            let needed = parts[part].parts + parts[part].uses.compactMap { names[$0] }
            if counts[part] == nil {
                counts[part] = -1
                waiting += needed.filter { counts[$0] == nil }
                continue
            }
            waiting.removeLast()
            guard counts[part] == -1 else { continue }
            var count = parts[part].elements
            for other in needed { count = min(limit, count + max(0, counts[other] ?? 0)) }
            counts[part] = count
        }
        return counts[0] ?? 0
    }
}
