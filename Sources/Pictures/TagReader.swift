/// Reads one tag of an XML file, attribute by attribute, and says where each stands.
struct TagReader {
    struct Attribute {
        var name: String
        /// From the space before it.
        var start: Int
        /// Between its quotation marks.
        var value: Range<Int>
        var end: Int { value.upperBound + 1 }
    }

    private let bytes: [UInt8]
    private(set) var index: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
    }

    /// A name: everything up to white space or a sign of the tag's own.
    mutating func word() -> String {
        let start = index
        while index < bytes.count, !" \t\n\r=/><\"'".utf8.contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// The next attribute; nil at the end of the tag or where it is not well formed.
    mutating func attribute() -> Attribute? {
        let start = index
        skipSpace()
        let name = word()
        skipSpace()
        guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return nil
        }
        index += 1
        skipSpace()
        guard index < bytes.count, [0x22, 0x27].contains(bytes[index]) else { return nil }
        let value = index + 1
        guard let end = bytes[value...].firstIndex(of: bytes[index]) else { return nil }
        index = end + 1
        return Attribute(name: name, start: start, value: value..<end)
    }

    mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }
}
