/// Writes JSON (RFC 8259), in the order in which it is told.
package struct JSONWriter {
    /// A name, and what writes its value.
    package typealias Member = (name: String, write: (inout JSONWriter) -> Void)

    package private(set) var text = ""

    package init() {}

    package mutating func object(_ members: [Member]) {
        text += "{"
        for (place, member) in members.enumerated() {
            if place > 0 { text += "," }
            string(member.name)
            text += ":"
            member.write(&self)
        }
        text += "}"
    }

    package mutating func array<Item>(
        _ items: some Sequence<Item>,
        _ write: (inout JSONWriter, Item) -> Void
    ) {
        text += "["
        for (place, item) in items.enumerated() {
            if place > 0 { text += "," }
            write(&self, item)
        }
        text += "]"
    }

    /// Nil is null.
    package mutating func string(_ words: String?) {
        text += words.map { JSONText.quoted($0) } ?? "null"
    }

    package mutating func strings(_ words: some Sequence<String>) {
        array(words) { $0.string($1) }
    }

    package mutating func number(_ number: Int) { text += "\(number)" }

    /// A number as somebody typed it.
    package mutating func number(typed digits: String) { text += digits }

    package mutating func truth(_ truth: Bool) { text += truth ? "true" : "false" }
}

/// Text as JSON writes it (RFC 8259, section 7).
package enum JSONText {
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
