import Diagnostics

/// Tags: what a node says it is (section 6.9.1).
extension Parser {
    /// Reads a tag and resolves its handle.
    mutating func tag(in context: Context) throws(Stumble) -> Located<String> {
        let start = position
        if next == .closedAngle { return try verbatimTag() }
        position += 1
        while byte.isTagByte { position += 1 }
        var handleEnd = start + 1
        if byte == .bang {
            position += 1
            handleEnd = position
            while byte.isTagByte { position += 1 }
        }
        // Between brackets a node may be its tag and nothing else.
        guard byte.isBlankBreakOrEnd || context == .flow && byte.endsFlowNode else {
            throw refuseTag(start, position + 1)
        }
        guard isEscaped(in: handleEnd..<position) else { throw refuseTag(start, position) }
        return try resolve(start, handleEnd)
    }

    /// The tag between `start` and the position, its handle ending at `handleEnd`.
    private mutating func resolve(_ start: Int, _ handleEnd: Int) throws(Stumble) -> Located<String>
    {
        let place = span(start, position)
        let handle = string(start, handleEnd)
        guard let prefix = handles[handle] else {
            throw fail(
                .error(.unknownHandle(handle), at: place)
                    .hinting("text that begins with ‘!’ needs quotes")
            )
        }
        if handle != "!", handleEnd == position { throw refuseTag(start, position) }
        // A lone ‘!’ only says that its text is text.
        if handleEnd == position { return Located("!", at: place) }
        return Located(prefix + unescaped(handleEnd, position), at: place)
    }

    private mutating func verbatimTag() throws(Stumble) -> Located<String> {
        let start = position
        position += 2
        while !byte.isBlankBreakOrEnd, byte != .angle { position += 1 }
        guard byte == .angle, isVerbatimTag(start + 2..<position) else {
            throw refuseTag(start, position)
        }
        position += 1
        return Located(string(start + 2, position - 1), at: span(start, position))
    }

    private mutating func refuseTag(_ start: Int, _ end: Int) -> Stumble {
        fail(
            .error(.malformedTag, at: span(start, min(end, count)))
                .hinting("text that begins with ‘!’ needs quotes")
        )
    }

    /// A tag of the writer's own, or an address, which begins with what kind of address it is.
    private func isVerbatimTag(_ range: Range<Int>) -> Bool {
        guard bytes[range].allSatisfy(\.isAddressByte), isEscaped(in: range) else { return false }
        if bytes[range.lowerBound] == .bang { return range.count > 1 }
        let scheme = bytes[range].prefix { $0 != .colon }
        return scheme.count < range.count && bytes[range.lowerBound].isLetter
            && scheme.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    }

    /// Whether every `%` has two hexadecimal digits after it.
    func isEscaped(in range: Range<Int>) -> Bool {
        range.allSatisfy { place in
            guard bytes[place] == .percent else { return true }
            return place + 2 < range.upperBound && bytes[place + 1].hexadecimalValue != nil
                && bytes[place + 2].hexadecimalValue != nil
        }
    }

    /// `%` and two hexadecimal digits stand for a byte.
    private func unescaped(_ start: Int, _ end: Int) -> String {
        var result: [UInt8] = []
        var here = start
        while here < end {
            if bytes[here] == .percent, here + 2 < end,
                let high = bytes[here + 1].hexadecimalValue,
                let low = bytes[here + 2].hexadecimalValue
            {
                result.append(UInt8(high << 4 | low))
                here += 3
            } else {
                result.append(bytes[here])
                here += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// What addresses are written in (production 39).
    var isAddressByte: Bool {
        isLetter || isDigit || "-#;/?:@&=+$,_.!~*'()[]%".utf8.contains(self)
    }

    /// What tags are written in: what structures them, or text between brackets, is not (production 40).
    var isTagByte: Bool { self != .bang && !isFlowIndicator && isAddressByte }
}

extension Diagnostic.Message {
    fileprivate static let malformedTag: Self = "this is not a tag"

    fileprivate static func unknownHandle(_ handle: String) -> Self {
        "no ‘%TAG’ line says what ‘\(handle)’ is"
    }
}
