import Arrangement
import Diagnostics
import YAML

/// Reads templates, expressions and conditions out of the text of a node.
struct TemplateReader {
    private let node: Node
    private let bytes: [UInt8]
    private var place = 0

    init(_ node: Node) {
        self.node = node
        bytes = Array((node.text ?? "").utf8)
    }

    static func template(_ node: Node, at desk: inout Desk) -> Template? {
        guard node.text != nil else {
            desk.expectText(at: node)
            return nil
        }
        var reader = TemplateReader(node)
        return Template(pieces: reader.pieces(inOptional: false, at: &desk), span: node.span)
    }

    static func expression(_ node: Node, at desk: inout Desk) -> Expression? {
        guard node.text != nil else {
            desk.expect("the path of a field", at: node)
            return nil
        }
        var reader = TemplateReader(node)
        return reader.expression(upTo: reader.bytes.count, at: &desk)
    }

    static func condition(_ node: Node, at desk: inout Desk) -> Condition? {
        guard node.text != nil else {
            desk.expect("a condition such as ‘lead’ or ‘not photos’", at: node)
            return nil
        }
        return TemplateReader(node).condition(at: &desk)
    }

    // MARK: Templates

    private mutating func pieces(inOptional: Bool, at desk: inout Desk) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
        }
        while place < bytes.count {
            let byte = bytes[place]
            let isDoubled = place + 1 < bytes.count && bytes[place + 1] == byte
            switch byte {
            case UInt8(ascii: "{") where !isDoubled:
                flush()
                if let piece = field(at: &desk) { pieces.append(piece) }
            case UInt8(ascii: "[") where !isDoubled:
                flush()
                place += 1
                pieces.append(.optional(self.pieces(inOptional: true, at: &desk)))
            case UInt8(ascii: "]") where inOptional && !isDoubled:
                flush()
                place += 1
                return pieces
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"):
                text.append(byte)
                place += isDoubled ? 2 : 1
            default:
                text.append(byte)
                place += 1
            }
        }
        flush()
        if inOptional { desk.report.add(.error("a ‘[’ is never closed", at: node.span)) }
        return pieces
    }

    private mutating func field(at desk: inout Desk) -> Template.Piece? {
        let start = place
        place += 1
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else {
            let span = node.span(ofUTF8: start..<bytes.count)
            desk.report.add(
                .error("a ‘{’ is never closed", at: span)
                    .hinting("write ‘{{’ where a brace itself is to be printed")
            )
            place = bytes.count
            return nil
        }
        let expression = expression(upTo: end, at: &desk)
        place = end + 1
        return expression.map { .field($0) }
    }

    // MARK: Expressions

    private mutating func expression(upTo end: Int, at desk: inout Desk) -> Expression? {
        let parts = split(place..<end, at: UInt8(ascii: "|"))
        guard let first = parts.first, let source = source(in: first, at: &desk) else { return nil }
        let filters = parts.dropFirst().compactMap { filter(in: $0, at: &desk) }
        return Expression(source: source, filters: filters, span: span(first))
    }

    private func source(in range: Range<Int>, at desk: inout Desk) -> Expression.Source? {
        let text = string(range)
        if text.hasPrefix("'"), text.hasSuffix("'"), text.utf8.count >= 2 {
            return .literal(String(text.dropFirst().dropLast()))
        }
        if text.hasPrefix("word:") { return .word(String(text.dropFirst(5))) }
        if text.hasPrefix("snippet:") {
            let name = String(text.dropFirst(8))
            if desk.brand.snippets[name] == nil {
                desk.report.add(
                    .error(.unknown("snippet", name), at: span(range)).hinting(
                        Suggestion.oneOf(desk.brand.snippets.keys.sorted(), for: name)
                    )
                )
            }
            return .snippet(name)
        }
        if text.hasPrefix("count:") { return .count(String(text.dropFirst(6))) }
        if text.hasPrefix("heading:") { return heading(in: range, at: &desk) }
        if text == "page" { return .page }
        if text == "pages" { return .pages }
        let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard names.allSatisfy({ Self.isName($0) }) else {
            desk.report.add(
                .error("‘\(text)’ is not the path of a field", at: span(range))
                    .hinting("write names joined by points, such as ‘event.city’")
            )
            return nil
        }
        return .path(names)
    }

    private func heading(in range: Range<Int>, at desk: inout Desk) -> Expression.Source? {
        let words = string(range).dropFirst(8).split(separator: " ")
        let known = RunningTitle.allCases.map(\.rawValue)
        guard let level = words.first.flatMap({ Int($0) }), (1...6).contains(level) else {
            desk.report.add(
                .error("expected a level from 1 to 6, such as ‘heading:1’", at: span(range))
            )
            return nil
        }
        guard words.count > 1 else { return .heading(level: level, nil) }
        guard words.count == 2, let which = RunningTitle(rawValue: String(words[1]))
        else {
            desk.report.add(
                .error(
                    .unknown("running head", words.dropFirst().joined(separator: " ")),
                    at: span(range)
                )
                .hinting(Suggestion.oneOf(known, for: String(words[1])))
            )
            return nil
        }
        return .heading(level: level, which)
    }

    private func filter(in range: Range<Int>, at desk: inout Desk) -> Filter? {
        let colon = bytes[range].firstIndex(of: UInt8(ascii: ":"))
        let word = string(range.lowerBound..<(colon ?? range.upperBound))
        guard let name = Filter.Name(rawValue: word) else {
            let known = Filter.Name.allCases.map(\.rawValue).sorted()
            desk.report.add(
                .error(.unknown("filter", word), at: span(range))
                    .hinting(Suggestion.oneOf(known, for: word))
            )
            return nil
        }
        var argument = colon.map { string($0 + 1..<range.upperBound) }
        if let text = argument, text.count >= 2, let mark = text.first, "'\"".contains(mark),
            text.last == mark
        {
            argument = String(text.dropFirst().dropLast())
        }
        let place = span(colon.map { $0 + 1..<range.upperBound } ?? range)
        let read = name.argument(argument, at: place, reporting: &desk.report)
        return read.map { Filter(name: name, argument: $0, span: span(range)) }
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
    }

    // MARK: Conditions

    private func condition(at desk: inout Desk) -> Condition? {
        let alternatives = ranges(splitBy: " or ", in: 0..<bytes.count).map { alternative in
            let terms = ranges(splitBy: " and ", in: alternative).compactMap {
                term(in: $0, at: &desk)
            }
            return terms.count == 1 ? terms[0] : Condition.all(terms)
        }
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private func term(in range: Range<Int>, at desk: inout Desk) -> Condition? {
        let range = trimmed(range)
        if string(range).hasPrefix("not ") {
            return term(in: range.lowerBound + 4..<range.upperBound, at: &desk).map { .not($0) }
        }
        for comparison in Condition.Comparison.allCases {
            let sides = ranges(splitBy: comparison.rawValue, in: range)
            guard sides.count == 2, let left = value(in: sides[0], at: &desk) else { continue }
            let right = string(sides[1])
            switch comparison {
            case .isNot: return .not(.equal(left, right))
            case .is: return .equal(left, right)
            case .has: return .has(left, right)
            case .atLeast:
                if let number = Double(right) { return .atLeast(left, number) }
                desk.report.add(
                    .error("‘\(right)’ is not a number", at: span(sides[1]))
                        .hinting("write it in figures, such as ‘at least 3’")
                )
                return nil
            }
        }
        if let sign = foreignSign(in: range) {
            desk.report.add(
                .error("‘\(string(range))’ is no condition", at: span(range))
                    .hinting(.wordsFor(sign))
            )
            return nil
        }
        return value(in: range, at: &desk).map { .given($0) }
    }

    /// What other programs compare with, or a blank, in a condition that is to be a single value.
    ///
    /// Filters and letters in quotation marks may hold all of these. Most conditions are a name, which its
    /// bytes tell sooner than a search of its letters.
    private func foreignSign(in range: Range<Int>) -> String? {
        var isForeign = false
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "|"), UInt8(ascii: "'"), UInt8(ascii: ":"): return nil
            case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "?"),
                UInt8(ascii: " "):
                isForeign = true
            default: break
            }
        }
        guard isForeign else { return nil }
        let text = string(range)
        return ["!=", "==", "=", ">", "<", "?", " "].first(where: text.contains)
    }

    private func value(in range: Range<Int>, at desk: inout Desk) -> Expression? {
        var reader = self
        reader.place = range.lowerBound
        return reader.expression(upTo: range.upperBound, at: &desk)
    }

    // MARK: Bytes

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[trimmed(range)], as: UTF8.self)
    }

    private func span(_ range: Range<Int>) -> Span { node.span(ofUTF8: trimmed(range)) }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
        return start..<end
    }

    /// Parts between marks, of which those in quotation marks are letters like any other.
    private func split(_ range: Range<Int>, at mark: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var quote: UInt8?
        for index in range {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == mark {
                parts.append(start..<index)
                start = index + 1
            }
        }
        return parts + [start..<range.upperBound]
    }

    private func ranges(splitBy word: String, in range: Range<Int>) -> [Range<Int>] {
        let word = Array(word.utf8)
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index + word.count <= range.upperBound {
            if bytes[index..<index + word.count].elementsEqual(word) {
                parts.append(start..<index)
                index += word.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [start..<range.upperBound]
    }
}

extension Diagnostic.Message {
    fileprivate static var conditions: Self {
        "a field holds where it says something; else write ‘kind is lunch’, ‘people.count at least 3’ or ‘not photos’"
    }

    /// How a layout says what programs say by a sign.
    fileprivate static func wordsFor(_ sign: String) -> Self {
        switch sign {
        case "=", "==": "write ‘is’, as in ‘kind is lunch’"
        case "!=": "write ‘is not’, as in ‘kind is not lunch’"
        case ">", "<": "write ‘at least’, as in ‘people.count at least 3’"
        default: .conditions
        }
    }
}

extension Form where Value == Template {
    static var template: Form {
        Form(words: "text with fields in braces") { TemplateReader.template($0, at: &$1) }
    }
}

extension Form where Value == Expression {
    static var path: Form {
        Form(words: "the path of a field, with filters") { TemplateReader.expression($0, at: &$1) }
    }

    /// What names a language.
    ///
    /// YAML takes the quotes off `'ar'`, so that quotes of either depth say it.
    static var language: Form {
        Form(words: "the path of a field, or a tag in quotes") { node, desk in
            let isQuoted = [.single, .double].contains(node.scalar?.style)
            let expression =
                if isQuoted, let text = node.text, text.hasShapeOfTag {
                    Expression(source: .literal(text), span: node.span)
                } else {
                    TemplateReader.expression(node, at: &desk)
                }
            if case .literal(let tag)? = expression?.source { desk.writtenLanguages.insert(tag) }
            return expression
        }
    }
}

extension String {
    /// Whether it may be the tag of a language: two or three letters, and subtags such as `-BR`.
    package var hasShapeOfTag: Bool {
        let subtags = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return subtags.enumerated().allSatisfy { index, subtag in
            let bounds = index == 0 ? 2...3 : 2...8
            return bounds.contains(subtag.count)
                && subtag.allSatisfy {
                    (0x61...0x7A).contains($0 | 0x20) || index > 0 && (0x30...0x39).contains($0)
                }
        }
    }
}

extension Form where Value == [Expression] {
    static var paths: Form {
        Form(words: "the path of a field, or a list of such") { node, desk in
            (node.items ?? [node]).compactMap { TemplateReader.expression($0, at: &desk) }
        }
    }
}

extension Form where Value == Condition {
    static var condition: Form {
        Form(words: "a condition") { TemplateReader.condition($0, at: &$1) }
    }
}
