/// Addresses that stand bare in a text, and lead where they say.
extension InlineMarks {
    /// Reads a bare `https://…` up to a blank, leaving the sentence its punctuation.
    mutating func address(at index: Int) -> Int? {
        let rest = bytes[index...]
        let length = ["https://", "http://"].first { rest.starts(with: $0.utf8) }?.utf8.count
        guard let length else { return nil }
        var end = index + length
        while end < bytes.count, bytes[end] > 0x20, !"<>[]\"".utf8.contains(bytes[end]) { end += 1 }
        while end > index, ".,;:!?'*_)".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > index + length else { return nil }
        let last = max(places[end - 1], places[index])
        closeText()
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        let span = builder.span(places[index]..<last + 1)
        add(Inline(.link(destination: text, [Inline(.text(text), at: span)]), at: span))
        return end - index
    }

    /// Reads the host of a bare address of mail, and takes back its name, which was read as text.
    mutating func mailbox(at index: Int) -> Int? {
        func isOfName(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isASCIIDigit || "._%+-".utf8.contains(byte)
        }
        func isOfHost(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isASCIIDigit || ".-".utf8.contains(byte)
        }
        let name = letters.reversed().prefix(while: isOfName).count
        let before = letters.dropLast(name).last ?? 0x20
        guard name > 0, bytes[..<index].suffix(name).elementsEqual(letters.suffix(name)),
            before < 0x80, before != UInt8(ascii: "/"), before != UInt8(ascii: "@")
        else { return nil }
        var end = index + 1
        while end < bytes.count, isOfHost(bytes[end]) { end += 1 }
        while end > index, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
        let labels = bytes[index + 1..<max(end, index + 1)].split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }),
            let last = labels.last, last.count > 1, last.allSatisfy(\.isASCIILetter)
        else { return nil }
        let start = places[index - name]
        letters.removeLast(name)
        self.end = start
        closeText()
        let text = String(decoding: bytes[index - name..<end], as: UTF8.self)
        let span = builder.span(start..<max(places[end - 1], start) + 1)
        let words = Inline(.text(text), at: span)
        add(Inline(.link(destination: "mailto:" + text, [words]), at: span))
        return end - index
    }
}
