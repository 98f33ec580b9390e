/// A PDF as Cairo writes it: one classic cross-reference table, every object at its first byte.
///
/// This is no reader for PDFs of others. It knows one dialect and refuses the rest; what it does
/// read, it reads without trust, so that a damaged file ends in an error.
struct CairoReader {
    /// An object: its value, and the data that follow where it is a stream.
    struct Object {
        var value: Range<Int>
        var stream: Range<Int>?
    }

    /// A key of a dictionary, its slash included, and what stands under it.
    struct Entry {
        var key: Range<Int>
        var value: Range<Int>
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Where each object begins; zero for none.
    private let offsets: [Int]
    private let root: Int

    static let task = "reading the painted file"

    init(borrowing bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
        self.bytes = bytes
        guard bytes.starts(with: "%PDF-1.".utf8) else {
            throw FinishingError(CairoReader.task, "it is no PDF")
        }
        var table = try CrossReferenceTable(bytes)
        offsets = table.offsets
        root = try table.root()
    }

    // MARK: Objects

    func object(_ number: Int) throws(FinishingError) -> Object {
        guard offsets.indices.contains(number), offsets[number] > 0 else {
            throw FinishingError(CairoReader.task, "object \(number) is missing")
        }
        var scanner = TokenScanner(bytes, in: offsets[number]..<bytes.count)
        guard integer(try scanner.next()) == number, integer(try scanner.next()) == 0,
            spells(try scanner.next().range, "obj")
        else { throw FinishingError(CairoReader.task, "object \(number) is not in its place") }
        let value = try skipValue(&scanner)
        let word = try scanner.next()
        if spells(word.range, "endobj") { return Object(value: value) }
        guard spells(word.range, "stream"), scanner.position < bytes.count,
            bytes[scanner.position] == 0x0A
        else { throw FinishingError(CairoReader.task, "object \(number) has no end") }
        let start = scanner.position + 1
        guard let length = try length(of: value), length >= 0, length <= bytes.count - start else {
            throw FinishingError(CairoReader.task, "the stream of object \(number) has no length")
        }
        var after = TokenScanner(bytes, in: start + length..<bytes.count)
        guard spells(try after.next().range, "endstream") else {
            throw FinishingError(CairoReader.task, "the stream of object \(number) has no end")
        }
        return Object(value: value, stream: start..<start + length)
    }

    private func length(of dictionary: Range<Int>) throws(FinishingError) -> Int? {
        guard let value = try self.value(of: "/Length", in: dictionary) else { return nil }
        guard let number = reference(in: value) else { return integer(in: value) }
        guard offsets.indices.contains(number), offsets[number] > 0 else { return nil }
        // Not `object`, which could come back here for ever.
        var scanner = TokenScanner(bytes, in: offsets[number]..<bytes.count)
        guard integer(try scanner.next()) == number, integer(try scanner.next()) == 0,
            spells(try scanner.next().range, "obj")
        else { return nil }
        return integer(try scanner.next())
    }

    // MARK: Pages

    /// The numbers of the pages, first to last.
    func pages() throws(FinishingError) -> [Int] {
        let catalogue = try object(root).value
        guard let tree = try value(of: "/Pages", in: catalogue).flatMap(reference) else {
            throw FinishingError(CairoReader.task, "it has no pages")
        }
        let node = try object(tree).value
        guard let kids = try value(of: "/Kids", in: node),
            let count = try value(of: "/Count", in: node).flatMap({ integer(in: $0) })
        else { throw FinishingError(CairoReader.task, "it has no pages") }
        let pages = try references(in: kids)
        guard pages.count == count else {
            throw FinishingError(CairoReader.task, "\(pages.count) pages are there of \(count)")
        }
        return pages
    }

    // MARK: Values

    /// The entries of a dictionary; none where the value is none.
    func entries(of value: Range<Int>) throws(FinishingError) -> [Entry] {
        var scanner = TokenScanner(bytes, in: value)
        guard try scanner.next().kind == .dictionaryStart else { return [] }
        var entries: [Entry] = []
        while true {
            let key = try scanner.next()
            if key.kind == .dictionaryEnd { return entries }
            guard key.kind == .name else {
                throw FinishingError(
                    CairoReader.task,
                    "the dictionary at byte \(value.lowerBound) is damaged"
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

    func references(in array: Range<Int>) throws(FinishingError) -> [Int] {
        var scanner = TokenScanner(bytes, in: array)
        guard try scanner.next().kind == .arrayStart else {
            throw FinishingError(CairoReader.task, "an array is missing")
        }
        var numbers: [Int] = []
        while scanner.position < array.upperBound - 1 {
            let item = try skipValue(&scanner)
            guard let number = reference(in: item) else {
                throw FinishingError(CairoReader.task, "an array holds what it should not")
            }
            numbers.append(number)
            var ahead = scanner
            if try ahead.next().kind == .arrayEnd { break }
        }
        return numbers
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
