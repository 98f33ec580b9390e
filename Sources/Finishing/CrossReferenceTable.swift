/// The table at the end of a file that says where each object begins.
///
/// Source: ISO 32000-1, sections 7.5.4 and 7.5.5; only Cairo's own form of it, twenty bytes a row.
struct CrossReferenceTable {
    let offsets: [Int]
    private var scanner: TokenScanner

    private static let damage = FinishingError(
        CairoReader.task,
        "its cross-reference table is not the one Cairo writes"
    )

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
        let start = try CrossReferenceTable.start(in: bytes)
        scanner = TokenScanner(bytes, in: start..<bytes.count)
        guard try scanner.next().spells("xref", in: bytes),
            try scanner.next().integer(in: bytes) == 0,
            let count = try scanner.next().integer(in: bytes),
            count > 0, count <= (bytes.count - scanner.position) / 20,
            bytes[scanner.position] == 0x0A
        else { throw CrossReferenceTable.damage }
        var offsets: [Int] = []
        offsets.reserveCapacity(count)
        let rows = scanner.position + 1
        for row in 0..<count {
            let place = rows + row * 20
            guard place + 18 <= bytes.count,
                let offset = TokenScanner.Token(kind: .number, range: place..<place + 10)
                    .integer(in: bytes),
                offset < bytes.count
            else { throw CrossReferenceTable.damage }
            offsets.append(bytes[place + 17] == UInt8(ascii: "n") ? offset : 0)
        }
        self.offsets = offsets
        scanner = TokenScanner(bytes, in: min(rows + count * 20, bytes.count)..<bytes.count)
    }

    /// The number of the catalogue.
    mutating func root() throws(FinishingError) -> Int {
        guard try scanner.next().spells("trailer", in: scanner.bytes) else {
            throw CrossReferenceTable.damage
        }
        while true {
            let token = try scanner.next()
            if token.kind == .end { throw CrossReferenceTable.damage }
            guard token.spells("/Root", in: scanner.bytes) else { continue }
            guard let number = try scanner.next().integer(in: scanner.bytes) else {
                throw CrossReferenceTable.damage
            }
            return number
        }
    }

    /// What the last line but one says.
    private static func start(in bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) -> Int {
        let tail = max(0, bytes.count - 64)
        guard
            let word = (tail..<bytes.count).last(where: { place in
                bytes.count - place > 9
                    && bytes[place..<place + 9].elementsEqual("startxref".utf8)
            })
        else { throw damage }
        var scanner = TokenScanner(bytes, in: word + 9..<bytes.count)
        guard let start = try scanner.next().integer(in: bytes), start < bytes.count else {
            throw damage
        }
        return start
    }
}

extension TokenScanner.Token {
    fileprivate func spells(_ word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[range].elementsEqual(word.utf8)
    }

    fileprivate func integer(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard kind == .number, range.count < 12 else { return nil }
        var result = 0
        for byte in bytes[range] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            result = result * 10 + Int(byte - 0x30)
        }
        return result
    }
}
