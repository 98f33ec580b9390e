/// Steps through the tags of an XML file, which it takes as they come: whether they fit together is for
/// the library that draws it to say.
struct TagScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if starts(with: "\u{FEFF}") { index = 3 }
    }

    /// Steps behind the name of the first tag; false where that has another name.
    mutating func findTag(named wanted: String) -> Bool {
        while true {
            skipSpace()
            if starts(with: "<?") {
                guard skip(past: "?>") else { return false }
            } else if starts(with: "<!--") {
                guard skip(past: "-->") else { return false }
            } else if starts(with: "<!") {
                guard skipDeclaration() else { return false }
            } else {
                guard starts(with: "<") else { return false }
                index += 1
                let name = word()
                return name == wanted || name.hasSuffix(":" + wanted)
            }
        }
    }

    /// Steps behind the name of the next tag, over text, remarks and declarations; nil at the end.
    mutating func nextTag() -> (name: String, isEnd: Bool)? {
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = next
            if starts(with: "<!--") {
                guard skip(past: "-->") else { return nil }
            } else if starts(with: "<![CDATA[") {
                guard skip(past: "]]>") else { return nil }
            } else if starts(with: "<!") {
                guard skipDeclaration() else { return nil }
            } else if starts(with: "<?") {
                guard skip(past: "?>") else { return nil }
            } else {
                index += 1
                let isEnd = starts(with: "/")
                if isEnd { index += 1 }
                return (word(), isEnd)
            }
        }
        return nil
    }

    /// Whether the tag whose attributes have been read is an element without content.
    var closesItself: Bool { starts(with: "/>") }

    /// The next attribute of the tag; nil at its end or where it is not well formed.
    mutating func attribute() -> (name: String, value: String)? {
        attributeInPlace().map { ($0.name, String(decoding: bytes[$0.value], as: UTF8.self)) }
    }

    /// The same, its value left where it stands: a photograph may be millions of letters.
    mutating func attributeInPlace() -> TagReader.Attribute? {
        var reader = TagReader(bytes, from: index)
        defer { index = reader.index }
        return reader.attribute()
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func skipSpace() {
        var reader = TagReader(bytes, from: index)
        reader.skipSpace()
        index = reader.index
    }

    private mutating func skip(past text: String) -> Bool {
        while index < bytes.count {
            if starts(with: text) {
                index += text.utf8.count
                return true
            }
            index += 1
        }
        return false
    }

    /// Steps behind a document type, which may hold declarations of its own in brackets.
    private mutating func skipDeclaration() -> Bool {
        var isInside = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "[") { isInside = true }
            if byte == UInt8(ascii: "]") { isInside = false }
            if byte == UInt8(ascii: ">"), !isInside { return true }
        }
        return false
    }

    private mutating func word() -> String {
        var reader = TagReader(bytes, from: index)
        defer { index = reader.index }
        return reader.word()
    }
}
