import Glibc

/// Reads one JSON value, as far as the probes need it: text is taken as it stands, escapes and all.
struct JSONReader {
    indirect enum Value {
        case null
        case truth(Bool)
        case number(Double)
        case text(String)
        case list([Value])
        case object([String: Value])

        var integer: Int? {
            guard case .number(let number) = self, abs(number) < 1e15 else { return nil }
            return Int(number.rounded())
        }

        var list: [Value]? {
            guard case .list(let list) = self else { return nil }
            return list
        }

        /// A member, whatever the case of its name.
        subscript(name: String) -> Value? {
            guard case .object(let members) = self else { return nil }
            return members[name]
        }

        func integer(_ name: String) -> Int? { self[name]?.integer }
    }

    private let bytes: [UInt8]
    private var position = 0
    private static let deepest = 64

    static func value(of text: String) -> Value? {
        var reader = JSONReader(bytes: Array(text.utf8))
        return reader.value(depth: 0)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
        while [0x20, 0x09, 0x0A, 0x0D].contains(next) { position += 1 }
    }

    private mutating func value(depth: Int) -> Value? {
        guard depth < Self.deepest else { return nil }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth + 1)
        case UInt8(ascii: "["): return list(depth: depth + 1)
        case UInt8(ascii: "\""): return text().map(Value.text)
        default: return word()
        }
    }

    private mutating func list(depth: Int) -> Value? {
        var values: [Value] = []
        position += 1
        while true {
            skipBlanks()
            if next == UInt8(ascii: "]") { break }
            guard let value = value(depth: depth) else { return nil }
            values.append(value)
            skipBlanks()
            if next == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
        return .list(values)
    }

    private mutating func object(depth: Int) -> Value? {
        var members: [String: Value] = [:]
        position += 1
        while true {
            skipBlanks()
            if next == UInt8(ascii: "}") { break }
            guard let name = text() else { return nil }
            skipBlanks()
            guard next == UInt8(ascii: ":") else { return nil }
            position += 1
            guard let value = value(depth: depth) else { return nil }
            members[name.lowercased()] = value
            skipBlanks()
            if next == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
        return .object(members)
    }

    private mutating func text() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        position = start
        while next != UInt8(ascii: "\"") {
            guard position < bytes.count else { return nil }
            position += next == UInt8(ascii: "\\") ? 2 : 1
        }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func word() -> Value? {
        let start = position
        let ends = Array(",]} \t\r\n".utf8)
        while position < bytes.count && !ends.contains(next) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .truth(true)
        case "false": return .truth(false)
        default: return Double(word).map(Value.number)
        }
    }
}
