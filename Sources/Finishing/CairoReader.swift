import Glibc

/// Objects as Cairo writes them: a whole PDF, or what it has written since the last page.
///
/// This is no reader for PDFs of others. It knows one dialect and refuses the rest; what it does
/// read, it reads without trust, so that a damaged file ends in an error.
struct CairoReader {
    /// An object: its value, and the data that follow where it is a stream.
    struct Object {
        var whole: Range<Int>
        var value: Range<Int>
        /// What stands in it, where it is a dictionary.
        var entries: [Entry]
        var stream: Range<Int>?
        /// The object that says how long the stream is.
        var length: Int?
    }

    /// A key of a dictionary, its slash included, and what stands under it.
    struct Entry {
        var key: Range<Int>
        var value: Range<Int>
    }

    /// Where a page stands.
    enum Page {
        /// In a dictionary of this number, as Cairo up to 1.16 writes behind each page.
        case described(Int)
        /// In no more than its parts: later Cairo writes all dictionaries at the end of the file.
        case bare(contents: Int, resources: Int)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// By their numbers.
    private(set) var objects: [Int: Object] = [:]
    private var described: [Page] = []
    private var bare: [Page] = []
    /// A stream that may be a page's content, until it is seen what stands behind it.
    private var content: Int?

    /// First to last.
    var pages: [Page] { described.isEmpty ? bare : described }

    static let task = "reading the painted file"

    /// Nothing at all.
    init() { bytes = UnsafeBufferPointer(start: nil, count: 0) }

    /// Reads objects one after the other, up to where the table of all objects begins.
    ///
    /// - Throws: Where something else stands between them, or the last is not whole.
    init(borrowing bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
        self.bytes = bytes
        var scanner = TokenScanner(bytes, in: 0..<bytes.count)
        while true {
            let first = try scanner.next()
            if first.kind == .end || spells(first.range, "xref") { return }
            guard let number = integer(first), integer(try scanner.next()) == 0,
                spells(try scanner.next().range, "obj")
            else {
                throw FinishingError(
                    CairoReader.task,
                    "no object begins at byte \(first.range.lowerBound)"
                )
            }
            let object = try object(number, from: first.range.lowerBound, &scanner)
            take(object, numbered: number)
        }
    }

    private mutating func take(_ object: Object, numbered number: Int) {
        // Later Cairo lists the links of every page, of which it knows none.
        if isEmptyList(object.value) { return }
        objects[number] = object
        let entries = object.entries
        if object.stream != nil {
            content =
                entries.allSatisfy { isOne($0.key, of: ["/Length", "/Filter"]) } ? number : nil
        } else if entries.contains(where: { spells($0.key, "/Type") && spells($0.value, "/Page") })
        {
            described.append(.described(number))
        } else if bytes[object.value.lowerBound] == UInt8(ascii: "<") {
            // A page's resources stand behind its content; those of anything else do not.
            if let content, entries.allSatisfy({ isOne($0.key, of: CairoReader.resources) }) {
                bare.append(.bare(contents: content, resources: number))
            }
            content = nil
        }
    }

    /// Source: ISO 32000-1, table 33.
    private static let resources: [StaticString] = [
        "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties",
        "/ProcSet",
    ]

    private func isOne(_ key: Range<Int>, of words: [StaticString]) -> Bool {
        words.contains { spells(key, $0) }
    }

    private func isEmptyList(_ value: Range<Int>) -> Bool {
        bytes[value.lowerBound] == UInt8(ascii: "[")
            && bytes[value].dropFirst().dropLast().allSatisfy { $0 <= 32 }
    }

    private func object(
        _ number: Int,
        from start: Int,
        _ scanner: inout TokenScanner
    ) throws(FinishingError) -> Object {
        var entries: [Entry] = []
        let value = try readValue(&scanner, entries: &entries)
        let word = try scanner.next()
        if spells(word.range, "endobj") {
            return Object(whole: start..<scanner.position, value: value, entries: entries)
        }
        guard spells(word.range, "stream"), scanner.position < bytes.count,
            bytes[scanner.position] == 0x0A
        else { throw FinishingError(CairoReader.task, "object \(number) has no end") }
        let first = scanner.position + 1
        let length = entries.first { spells($0.key, "/Length") }?.value
        guard let length, let end = try streamEnd(from: first, length) else {
            throw FinishingError(CairoReader.task, "the stream of object \(number) has no length")
        }
        scanner = TokenScanner(bytes, in: end..<bytes.count)
        guard spells(try scanner.next().range, "endstream"),
            spells(try scanner.next().range, "endobj")
        else {
            throw FinishingError(CairoReader.task, "the stream of object \(number) has no end")
        }
        return Object(
            whole: start..<scanner.position,
            value: value,
            entries: entries,
            stream: first..<end,
            length: reference(in: length)
        )
    }

    private func streamEnd(from start: Int, _ length: Range<Int>) throws(FinishingError) -> Int? {
        if let number = reference(in: length) {
            return try streamEnd(from: start, saidBy: number)
        }
        guard let count = integer(in: length), count <= bytes.count - start else { return nil }
        return start + count
    }

    /// How long a stream is, Cairo says in the object behind it; only where the two agree does the
    /// stream end.
    private func streamEnd(from start: Int, saidBy number: Int) throws(FinishingError) -> Int? {
        let mark: StaticString = "endstream\nendobj\n"
        var place = start
        while place < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + place, 0x65, bytes.count - place)
        {
            place = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
            let end = place + mark.utf8CodeUnitCount
            if end <= bytes.count, spells(place..<end, mark) {
                var scanner = TokenScanner(bytes, in: end..<bytes.count)
                if integer(try scanner.next()) == number, integer(try scanner.next()) == 0,
                    spells(try scanner.next().range, "obj"),
                    let count = integer(try scanner.next()), count <= place - start,
                    count >= place - start - 1
                {
                    return start + count
                }
            }
            place += 1
        }
        return nil
    }

    func object(_ number: Int) throws(FinishingError) -> Object {
        guard let object = objects[number] else {
            throw FinishingError(CairoReader.task, "object \(number) is missing")
        }
        return object
    }

    // MARK: Values

    /// The entries of a dictionary; none where the value is none.
    func entries(of value: Range<Int>) throws(FinishingError) -> [Entry] {
        var scanner = TokenScanner(bytes, in: value)
        var entries: [Entry] = []
        _ = try readValue(&scanner, entries: &entries)
        return entries
    }

    /// Moves over a value, and tells what stands in it where it is a dictionary.
    private func readValue(_ scanner: inout TokenScanner, entries: inout [Entry])
        throws(FinishingError) -> Range<Int>
    {
        var ahead = scanner
        let first = try ahead.next()
        guard first.kind == .dictionaryStart else { return try skipValue(&scanner) }
        scanner = ahead
        while true {
            let key = try scanner.next()
            if key.kind == .dictionaryEnd {
                return first.range.lowerBound..<key.range.upperBound
            }
            guard key.kind == .name else {
                throw FinishingError(
                    CairoReader.task,
                    "the dictionary at byte \(first.range.lowerBound) is damaged"
                )
            }
            entries.append(Entry(key: key.range, value: try skipValue(&scanner)))
        }
    }

    func value(of key: StaticString, in dictionary: Range<Int>) throws(FinishingError)
        -> Range<Int>?
    {
        try entries(of: dictionary).first { spells($0.key, key) }?.value
    }

    /// The object a value refers to; nil where it is no reference.
    func reference(in value: Range<Int>) -> Int? {
        guard value.count > 4, bytes[value.upperBound - 1] == UInt8(ascii: "R") else { return nil }
        return integer(in: value.lowerBound..<value.upperBound - 4)
    }

    func integer(in value: Range<Int>) -> Int? {
        guard !value.isEmpty, value.count < 12 else { return nil }
        var result = 0
        for place in value {
            guard bytes[place] >= 0x30, bytes[place] <= 0x39 else { return nil }
            result = result * 10 + Int(bytes[place] - 0x30)
        }
        return result
    }

    private func integer(_ token: TokenScanner.Token) -> Int? {
        token.kind == .number ? integer(in: token.range) : nil
    }

    func spells(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for (index, place) in range.enumerated() where bytes[place] != word.utf8Start[index] {
            return false
        }
        return true
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    /// Where the value ends that begins at a place in another.
    func valueEnd(after place: Int, in value: Range<Int>) throws(FinishingError) -> Int {
        var scanner = TokenScanner(bytes, in: place..<value.upperBound)
        return try skipValue(&scanner).upperBound
    }

    /// Moves over one value, whatever it holds.
    private func skipValue(_ scanner: inout TokenScanner) throws(FinishingError) -> Range<Int> {
        let first = try scanner.next()
        var depth = 0
        var token = first
        while true {
            switch token.kind {
            case .dictionaryStart, .arrayStart: depth += 1
            case .dictionaryEnd, .arrayEnd: depth -= 1
            case .end:
                throw FinishingError(
                    CairoReader.task,
                    "the value at byte \(first.range.lowerBound) has no end"
                )
            default: break
            }
            guard depth >= 0 else {
                throw FinishingError(
                    CairoReader.task,
                    "a value is missing at byte \(first.range.lowerBound)"
                )
            }
            if depth == 0 { break }
            token = try scanner.next()
        }
        if first.kind == .number, let end = endOfReference(after: first, in: scanner) {
            scanner = TokenScanner(bytes, in: end..<scanner.end)
            return first.range.lowerBound..<end
        }
        return first.range.lowerBound..<token.range.upperBound
    }

    /// Cairo writes a reference in one way: the number, ` 0 R`.
    private func endOfReference(after number: TokenScanner.Token, in scanner: TokenScanner)
        -> Int?
    {
        let start = number.range.upperBound
        guard scanner.end - start >= 4, spells(start..<start + 4, " 0 R") else { return nil }
        if start + 4 < scanner.end, TokenScanner.isRegular(bytes[start + 4]) { return nil }
        return start + 4
    }
}
