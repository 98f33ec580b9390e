import Digests

/// A PDF being written: objects in any order, small ones packed together and squeezed.
///
/// Source: ISO 32000-1, sections 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
struct FileWriter: ~Copyable {
    private var bytes: [UInt8]
    /// How many bytes stand before these, handed over already.
    private var before = 0
    private var digest = MD5()
    private var places: [Place] = [.reserved]
    private var pack = Pack()
    private var deflater: Deflater
    private var weights = FileWeights()

    /// - Parameter level: From 1, quick, to 12, small.
    init(level: Int, expecting count: Int) {
        deflater = Deflater(level: level)
        // The second line is there to be seen not to be text (ISO 19005-2, 6.1.2).
        bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        bytes.reserveCapacity(count)
    }

    mutating func reserve() -> Reference {
        places.append(.reserved)
        return Reference(number: places.count - 1)
    }

    /// Writes an object that is no stream.
    mutating func define(_ reference: Reference, _ write: (inout PDFText) -> Void) {
        if pack.isEmpty { pack.stream = reserve().number }
        places[reference.number] = Place(inStream: pack.stream, at: pack.heads.count)
        pack.add(reference.number, write)
        if pack.heads.count == Pack.limit { flush() }
    }

    mutating func add(_ write: (inout PDFText) -> Void) -> Reference {
        let reference = reserve()
        define(reference, write)
        return reference
    }

    mutating func defineDictionary(_ reference: Reference, _ entries: (inout PDFText) -> Void) {
        define(reference) { $0.dictionary(entries) }
    }

    mutating func addDictionary(_ entries: (inout PDFText) -> Void) -> Reference {
        add { $0.dictionary(entries) }
    }

    /// Writes a stream; `entries` are those of its dictionary beside length and filter.
    mutating func define(
        _ reference: Reference,
        stream content: UnsafeBufferPointer<UInt8>,
        for purpose: FileWeights.Purpose = .description,
        isCompressed: Bool = true,
        _ entries: (inout PDFText) -> Void
    ) {
        let packed = isCompressed ? deflater.deflate(content) : content
        weights.add(packed.count, for: purpose)
        places[reference.number] = Place(offset: before + bytes.count)
        var head = PDFText()
        head.write(reference.number)
        head.write(" 0 obj\n")
        head.dictionary {
            entries(&$0)
            if isCompressed { $0.entry("/Filter", "/FlateDecode") }
            $0.entry("/Length", packed.count)
        }
        head.write("\nstream\n")
        bytes.append(contentsOf: head.bytes)
        bytes.append(contentsOf: packed)
        // A line feed alone would make one line end of itself and a carriage return before it: the length would
        // seem to be wrong (ISO 19005-2, 6.1.7.1).
        if packed.last == 0x0D { bytes.append(0x0D) }
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    mutating func add(
        stream content: [UInt8],
        for purpose: FileWeights.Purpose = .description,
        isCompressed: Bool = true,
        _ entries: (inout PDFText) -> Void
    ) -> Reference {
        let reference = reserve()
        content.withUnsafeBufferPointer {
            define(reference, stream: $0, for: purpose, isCompressed: isCompressed, entries)
        }
        return reference
    }

    /// Ends the file, and hands over its last bytes.
    ///
    /// It is named by a digest of what stands in it: the same document has the same name.
    consuming func end(root: Reference, info: Reference) -> (bytes: [UInt8], weights: FileWeights) {
        flush()
        bytes.withUnsafeBytes { digest.add($0) }
        let name = digest.digest
        let table = reserve()
        let start = before + bytes.count
        places[table.number] = Place(offset: start)
        let rows = crossReferences()
        let size = places.count
        rows.withUnsafeBufferPointer {
            define(table, stream: $0) { text in
                text.entry("/Type", "/XRef")
                text.entry("/Size", size)
                text.entry("/W", "[1 4 2]")
                text.dictionary(at: "/DecodeParms") {
                    $0.entry("/Predictor", 12)
                    $0.entry("/Columns", CrossReference.width)
                }
                text.entry("/Root", root)
                text.entry("/Info", info)
                text.array(at: "/ID") {
                    $0.write(hexadecimal: name)
                    $0.write(hexadecimal: name)
                }
            }
        }
        bytes.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        weights.whole = before + bytes.count
        return (bytes, weights)
    }

    /// How many bytes have not been handed over.
    var count: Int { bytes.count }

    /// Hands over what has been written since the last time, for a file that need not be in memory
    /// as a whole.
    mutating func take() -> [UInt8] {
        bytes.withUnsafeBytes { digest.add($0) }
        before += bytes.count
        defer { bytes = [] }
        return bytes
    }

    /// One row an object, each as its difference from the row above (PNG's “up”).
    ///
    /// Source: ISO 32000-1, sections 7.5.4, for the first row, and 7.5.8.
    private func crossReferences() -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * 8)
        var above = CrossReference(kind: 0, place: 0, detail: 0)
        for place in places {
            let row = place.row
            rows.append(2)
            for index in 0..<CrossReference.width {
                rows.append(row.byte(index) &- above.byte(index))
            }
            above = row
        }
        return rows
    }

    private mutating func flush() {
        guard !pack.isEmpty else { return }
        let (content, first) = pack.content
        let count = pack.heads.count
        let reference = Reference(number: pack.stream)
        content.withUnsafeBufferPointer {
            define(reference, stream: $0) { text in
                text.entry("/Type", "/ObjStm")
                text.entry("/N", count)
                text.entry("/First", first)
            }
        }
        pack = Pack()
    }
}

/// Where an object stands, in one word: a file has two dozen of them for every card.
private struct Place {
    /// The kind in the two highest bits, the index among those packed in the eight lowest.
    private let bits: UInt64

    static let reserved = Place(bits: 0)

    private init(bits: UInt64) { self.bits = bits }

    init(offset: Int) { bits = 1 << 62 | UInt64(offset) }

    init(inStream stream: Int, at index: Int) {
        bits = 2 << 62 | UInt64(stream) << 8 | UInt64(index)
    }

    /// What the table says of it.
    var row: CrossReference {
        let value = Int(bits & (1 << 62 - 1))
        return switch bits >> 62 {
        case 0: CrossReference(kind: 0, place: 0, detail: 65_535)
        case 1: CrossReference(kind: 1, place: value, detail: 0)
        default: CrossReference(kind: 2, place: value >> 8, detail: value & 0xFF)
        }
    }
}

/// Small objects gathered into one stream.
private struct Pack {
    /// How many; its numbers fit the one byte that the table gives them.
    static let limit = 200

    var stream = 0
    var heads: [(number: Int, offset: Int)] = []
    private var body = PDFText()

    var isEmpty: Bool { heads.isEmpty }

    mutating func add(_ number: Int, _ write: (inout PDFText) -> Void) {
        heads.append((number, body.bytes.count))
        write(&body)
        body.write("\n")
    }

    var content: (bytes: [UInt8], first: Int) {
        var text = PDFText()
        for head in heads {
            text.write(head.number)
            text.write(" ")
            text.write(head.offset)
            text.write(" ")
        }
        let first = text.bytes.count
        text.write(body)
        return (text.bytes, first)
    }
}

/// A row of the table: one byte, four and two.
private struct CrossReference {
    static let width = 7

    var kind: Int
    var place: Int
    var detail: Int

    func byte(_ index: Int) -> UInt8 {
        switch index {
        case 0: UInt8(truncatingIfNeeded: kind)
        case 1...4: UInt8(truncatingIfNeeded: place >> (8 * (4 - index)))
        default: UInt8(truncatingIfNeeded: detail >> (8 * (6 - index)))
        }
    }
}
