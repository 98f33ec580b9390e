import Diagnostics

/// A letter or more of a line, before brackets and carets are understood.
enum InlinePiece {
    /// The UTF-8 of a text as read, and for each byte its place in the source; `-1` marks what
    /// was escaped and means only itself.
    case text([UInt8], places: [Int])
    case inlines([Inline])
}

extension RichTextBuilder {
    /// A line or part of one.
    mutating func inlines(_ nodes: [CommonMarkNode]) -> [Inline] {
        line(nodes, mayHaveName: false).inlines
    }

    /// The line of a paragraph or heading, and the name that `{#name}` at its end gives it.
    mutating func namedLine(_ nodes: [CommonMarkNode]) -> (inlines: [Inline], name: String?) {
        line(nodes, mayHaveName: !isInNote)
    }

    private mutating func line(
        _ nodes: [CommonMarkNode],
        mayHaveName: Bool
    ) -> (inlines: [Inline], name: String?) {
        var pieces: [InlinePiece] = []
        for node in nodes { pieces.add(piece(node)) }
        var marks = InlineMarks(builder: self, mayHaveName: mayHaveName)
        let line = marks.read(pieces)
        report = marks.builder.report
        return (line, marks.name)
    }

    private mutating func piece(_ node: CommonMarkNode) -> InlinePiece {
        switch node.kind {
        case .text: return text(node)
        case .softBreak: return text(" ", near: node)
        case .lineBreak: return .inlines([Inline(.lineBreak, at: place(of: node))])
        case .code: return .inlines([Inline(.code(node.literal), at: place(of: node))])
        case .html:
            let place = found(node.literal, near: node)
            warnOfHTML(at: place)
            return .inlines([Inline(.text(node.literal), at: place)])
        case .emphasis: return wrapped(node) { .emphasis($0) }
        case .strong: return wrapped(node) { .strong($0) }
        case .link(let destination): return link(node, to: destination)
        case .image: return picture(node)
        case .noteMark:
            let place = found("[^", near: node)
            let note = note(numbered: node.literal, at: place)
            return .inlines([Inline(.footnote(note), at: place)])
        default: return .inlines([Inline(.text(node.literal), at: place(of: node))])
        }
    }

    private mutating func wrapped(
        _ node: CommonMarkNode,
        in wrap: ([Inline]) -> Inline.Content
    ) -> InlinePiece {
        let inner = inlines(node.children)
        return .inlines([Inline(wrap(inner), at: joined(inner) ?? place(of: node))])
    }

    /// Words of a link that leads nowhere are words like all others.
    private mutating func link(_ node: CommonMarkNode, to typed: String) -> InlinePiece {
        isInLink = true
        let inner = inlines(node.children)
        isInLink = false
        let place = joined(inner) ?? place(of: node)
        switch LinkDestination.reading(typed) {
        case .failure(let objection):
            report.add(
                .warning(.linkToNowhere(shortened(typed)), at: place).hinting(.mend(objection))
            )
            return .inlines(inner)
        case .success(let destination):
            // What leads to a place in the paper says what is counted there.
            if inner.isBlank, destination.address.hasPrefix("#") {
                return .inlines([Inline(.link(destination: destination.address, []), at: place)])
            }
            if inner.isBlank {
                report.add(
                    .warning(.linkWithoutWords, at: place).hinting(.writeWhatItSays)
                )
            }
            let words = inner.isBlank ? [Inline(.text(typed), at: place)] : inner
            return .inlines([Inline(.link(destination: destination.address, words), at: place)])
        }
    }

    private mutating func picture(_ node: CommonMarkNode) -> InlinePiece {
        let inner = inlines(node.children)
        let place = joined(inner) ?? place(of: node)
        report.add(
            .warning("a picture cannot stand inside text; its description is printed", at: place)
                .hinting("give it under ‘photos:’ or ‘figures:’")
        )
        return .inlines([Inline(.emphasis(inner), at: place)])
    }

    private func joined(_ inner: [Inline]) -> Span? {
        inner.first.map { first in inner.dropFirst().reduce(first.span) { $0.joined(to: $1.span) } }
    }

    private func place(of node: CommonMarkNode) -> Span {
        let start = min(offset(line: node.line, column: node.column) ?? cursor, bytes.count)
        return span(start..<min(start + 1, bytes.count))
    }

    private mutating func found(_ literal: String, near node: CommonMarkNode) -> Span {
        let wanted = Array(literal.utf8)
        let start = start(of: wanted, near: node)
        let end = min(start + wanted.count, bytes.count)
        cursor = max(cursor, end)
        return span(min(start, end)..<end)
    }

    private mutating func text(_ literal: String, near node: CommonMarkNode) -> InlinePiece {
        let start = min(offset(line: node.line, column: node.column) ?? cursor, bytes.count)
        return .text(Array(literal.utf8), places: literal.utf8.map { _ in start })
    }

    /// Text, each byte with the place it was written at.
    ///
    /// The library gives the start of a text, mostly rightly; what follows is found by walking
    /// text and source together over escapes and entities.
    private mutating func text(_ node: CommonMarkNode) -> InlinePiece {
        let literal = Array(node.literal.utf8)
        var place = start(of: literal, near: node)
        var places: [Int] = []
        places.reserveCapacity(literal.count)
        var index = 0
        while index < literal.count {
            guard place < bytes.count else {
                places.append(bytes.count)
                index += 1
                continue
            }
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count,
                bytes[place + 1] == literal[index], isASCIIPunctuation(literal[index])
            {
                places.append(-1)
                place += 2
                index += 1
            } else if bytes[place] == UInt8(ascii: "&"), let end = entityEnd(from: place),
                !literal[index...].starts(with: bytes[place..<end])
            {
                places.append(-1)
                index += 1
                while index < literal.count, literal[index] & 0xC0 == 0x80 {
                    places.append(-1)
                    index += 1
                }
                place = end
            } else {
                places.append(place)
                place += 1
                index += 1
            }
        }
        cursor = max(cursor, place)
        return .text(literal, places: places)
    }

    /// Where a text begins in the source: where the library says, or the next place it is at.
    private func start(of literal: [UInt8], near node: CommonMarkNode) -> Int {
        guard let first = literal.first else { return min(cursor, bytes.count) }
        if let told = offset(line: node.line, column: node.column), told < bytes.count {
            let next = told + 1 < bytes.count ? bytes[told + 1] : 0
            if bytes[told] == first || (bytes[told] == UInt8(ascii: "\\") && next == first) {
                return told
            }
            if bytes[told] == UInt8(ascii: "&") { return told }
        }
        let probe = literal.prefix(12)
        var place = cursor
        let limit = min(bytes.count, cursor + 4096)
        while place + probe.count <= limit {
            if bytes[place] == first, bytes[place..<place + probe.count].elementsEqual(probe) {
                return place
            }
            place += 1
        }
        return min(cursor, bytes.count)
    }

    private func entityEnd(from start: Int) -> Int? {
        var end = start + 1
        while end < bytes.count, end - start < 34, bytes[end] != UInt8(ascii: ";") {
            guard
                bytes[end].isASCIILetter || bytes[end].isASCIIDigit
                    || bytes[end] == UInt8(ascii: "#")
            else { return nil }
            end += 1
        }
        return end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : nil
    }

    private func isASCIIPunctuation(_ byte: UInt8) -> Bool {
        byte > 32 && byte < 127 && !byte.isASCIILetter && !byte.isASCIIDigit
    }
}

extension [InlinePiece] {
    /// Adds a piece; text after text becomes one, since the library divides it where a mark might have
    /// begun.
    fileprivate mutating func add(_ piece: InlinePiece) {
        guard case .text(let bytes, let places) = piece, case .text? = last,
            case .text(var joined, var joinedPlaces)? = popLast()
        else { return append(piece) }
        joined += bytes
        joinedPlaces += places
        append(.text(joined, places: joinedPlaces))
    }
}

extension [Inline] {
    /// Whether nothing of it would be seen.
    fileprivate var isBlank: Bool {
        plainText.allSatisfy(\.isWhitespace)
            && !contains { if case .footnote = $0.content { true } else { false } }
    }
}
