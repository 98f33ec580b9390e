import Arrangement
import Diagnostics
import Glibc
import Layouts
import Structure
import Unicode
import Units

/// Text on its way to being a paragraph: as it was given, not yet punctuated.
struct Line {
    /// A stretch that is of one look, one language and one element.
    struct Segment {
        var range: Range<Int>
        var type: Type
        var language: String
        /// The language whose marks stand in it and around it, where that is another.
        var typedIn: String?
        var element: ElementID?
        var link: LinkTarget?
        var origin: Span?
        /// Not to be touched by punctuation: code, addresses.
        var isVerbatim = false
        /// Raised or lowered by the writer, and so not once more as the ending of an ordinal.
        var isShifted = false

        /// What the writer has said of it, not what its letters tell.
        var saidToBe: String { typedIn ?? language }
    }

    var text: [UInt8] = []
    var segments: [Segment] = []
    var inserts: [Insert] = []

    static let insertMark: [UInt8] = [0xEF, 0xBF, 0xBC]

    /// The language that all its words are said to be in; nil where these are several.
    var onlyLanguage: String? {
        guard let language = segments.first?.saidToBe else { return nil }
        return segments.allSatisfy { $0.saidToBe == language } ? language : nil
    }

    mutating func append(_ string: String, as segment: Segment) {
        guard !string.isEmpty else { return }
        if string.holds(0x09) {
            // A tab parts words, and no font draws it.
            return append(String(string.map { $0 == "\t" ? " " : $0 }), as: segment)
        }
        var first = true
        // By bytes, not by letters: to find where a letter ends takes longer than all the rest here.
        guard string.holds(0x0A) else { return append(bytes: string.utf8, as: segment) }
        let newline = UInt8(ascii: "\n")
        for part in string.utf8.split(separator: newline, omittingEmptySubsequences: false) {
            if !first { append(.lineBreak, as: segment) }
            first = false
            append(bytes: part, as: segment)
        }
    }

    mutating func append(_ insert: Insert.Content, as segment: Segment) {
        // Dots are not read: without a space, a title and its page would be heard as one word.
        if case .leader = insert, !text.isEmpty { append("\u{A0}", as: segment) }
        inserts.append(Insert(offset: text.count, content: insert))
        append(bytes: Self.insertMark, as: segment)
    }

    /// Lets the mark of a note stand at the word that it belongs to, whatever was typed between them.
    ///
    /// Between two marks a space stays: their numbers would read as one.
    mutating func dropBlankBeforeMark() {
        guard let last = segments.last, !last.isVerbatim, text.last == UInt8(ascii: " ") else {
            return
        }
        let words = text[last.range].lastIndex { $0 != UInt8(ascii: " ") }
        let isBetweenMarks = words == nil && segments.dropLast().last?.isShifted ?? true
        guard !isBetweenMarks else { return }
        let end = words.map { $0 + 1 } ?? last.range.lowerBound
        text.removeSubrange(end...)
        segments[segments.count - 1].range = last.range.lowerBound..<end
        if words == nil { segments.removeLast() }
    }

    private mutating func append(bytes: some Collection<UInt8>, as segment: Segment) {
        guard !bytes.isEmpty else { return }
        var segment = segment
        let start = text.count
        text.append(contentsOf: bytes)
        segment.range = start..<text.count
        segments.append(segment)
    }
}

extension Composer {
    func segment(_ type: Type, language: String? = nil, element: ElementID? = nil) -> Line.Segment {
        Line.Segment(
            range: 0..<0,
            type: type,
            language: language ?? self.language,
            element: element
        )
    }

    /// Text in capitals where its style asks for them.
    func cased(_ text: String, as segment: Line.Segment) -> String {
        segment.type.style.capitals == .upper
            ? text.inCase(.capitals, language: segment.language) : text
    }

    /// Gives a line its punctuation and makes a paragraph of it.
    mutating func paragraph(_ line: Line, type: Type) -> Paragraph {
        var (edits, raised) = proof(of: line)
        let isForeign = line.segments.count > 1 && runsAgainstThePage(line.text)
        if isForeign {
            // A title and the name behind it are read in the order of their letters.
            let end = line.text.count
            edits.insert(Edit(range: 0..<0, replacement: Array(Isolate.byFirstLetter.utf8)), at: 0)
            edits.append(Edit(range: end..<end, replacement: Array(Isolate.end.utf8)))
        }
        let segments = cut(line.segments, at: raised)
        let revision = Revision(edits)
        let spans = spans(of: segments, after: revision)
        let inserts = line.inserts.map { insert in
            var moved = insert
            moved.offset = revision.place(of: insert.offset)
            moved.raised = raisedStyle(of: insert, in: segments)
            return moved
        }
        var style = paragraphStyle(type)
        let telling = isForeign ? segments.filter { $0.language != language } : segments
        style.leading = style.leading * lead(of: telling, in: type)
        return Paragraph(
            text: String(decoding: revision.text(from: line.text), as: UTF8.self),
            spans: merged(spans),
            inserts: inserts,
            style: style
        )
    }

    /// How the endings of ordinals stand in the title that an insert stands for; nil where it is another.
    private mutating func raisedStyle(of insert: Insert, in segments: [Line.Segment])
        -> TextStyleID?
    {
        guard case .runningTitle = insert.content,
            let segment = segments.first(where: { $0.range.contains(insert.offset) })
        else { return nil }
        let raised = type(inline: .superscript, in: segment.type)
        return textStyle(raised, language: segment.language)
    }

    /// What each language has to mend in its part of a line, and the endings of ordinals that it raises, both
    /// in the order of the text.
    private mutating func proof(of line: Line) -> (edits: [Edit], raised: [Range<Int>]) {
        var edits: [Edit] = []
        var raised: [Range<Int>] = []
        for passage in passages(of: line) {
            guard let punctuation = speech.punctuation(for: passage.language) else { continue }
            let found = punctuation.proof(line.text, in: passage.range, without: passage.others)
            edits += found.edits
            raised += found.raised
        }
        if line.segments.count > 1 {
            edits.sort { $0.range.lowerBound < $1.range.lowerBound }
            raised.sort { $0.lowerBound < $1.lowerBound }
        }
        return (edits, raised)
    }

    /// The segments as they stand in the text when it has been edited; of some nothing is left.
    private mutating func spans(of segments: [Line.Segment], after revision: Revision)
        -> [TextSpan]
    {
        segments.compactMap { segment in
            let start = revision.place(of: segment.range.lowerBound)
            let end = revision.place(of: segment.range.upperBound)
            guard start < end else { return nil }
            return TextSpan(
                range: start..<end,
                style: textStyle(segment.type, language: segment.language),
                element: segment.element,
                link: segment.link,
                origin: segment.origin
            )
        }
    }

    /// How much further apart lines stand that are all of another language, whose letters are taller.
    ///
    /// Those of an Arabic name on a French badge would touch each other. Lines of the grid stay there.
    private func lead(of segments: [Line.Segment], in type: Type) -> Double {
        guard let language = segments.first?.language, language != self.language,
            type.style.grid == .off, segments.allSatisfy({ $0.language == language }),
            let other = speech.pack(for: language)
        else { return 1 }
        return max(1, other.leading / pack.leading)
    }

    /// Neighbours that differ in nothing are one.
    private func merged(_ spans: [TextSpan]) -> [TextSpan] {
        var result: [TextSpan] = []
        result.reserveCapacity(spans.count)
        for span in spans {
            if let last = result.last, last.style == span.style, last.element == span.element,
                last.link == span.link, last.range.upperBound == span.range.lowerBound
            {
                result[result.count - 1].range = last.range.lowerBound..<span.range.upperBound
            } else {
                result.append(span)
            }
        }
        return result
    }

    /// What one language has of a line.
    private struct Passage {
        var language: String
        /// From its first word to its last.
        var range: Range<Int>
        /// What stands between them and is not its own.
        var others: [Range<Int>] = []
    }

    /// What each language has of a line that may be punctuated: marks may stand around the words of
    /// another.
    private func passages(of line: Line) -> [Passage] {
        var passages: [Passage] = []
        for segment in line.segments where !segment.isVerbatim {
            let (language, range) = (segment.saidToBe, segment.range)
            guard let known = passages.firstIndex(where: { $0.language == language }) else {
                passages.append(Passage(language: language, range: range))
                continue
            }
            let end = passages[known].range.upperBound
            if end < range.lowerBound { passages[known].others.append(end..<range.lowerBound) }
            passages[known].range = passages[known].range.lowerBound..<range.upperBound
        }
        return passages
    }

    /// Raises the endings of ordinals.
    private mutating func cut(_ segments: [Line.Segment], at raised: [Range<Int>]) -> [Line.Segment]
    {
        guard !raised.isEmpty else { return segments }
        var result: [Line.Segment] = []
        for segment in segments {
            if segment.isShifted {
                result.append(segment)
                continue
            }
            var start = segment.range.lowerBound
            let first = raised.firstPlace { $0.upperBound > segment.range.lowerBound }
            for range in raised[first...] {
                guard range.lowerBound < segment.range.upperBound else { break }
                let cut = range.clamped(to: segment.range)
                for (part, isRaised) in [(start..<cut.lowerBound, false), (cut, true)]
                where !part.isEmpty {
                    var copy = segment
                    copy.range = part
                    if isRaised { copy.type = type(inline: .superscript, in: segment.type) }
                    result.append(copy)
                }
                start = cut.upperBound
            }
            if start < segment.range.upperBound {
                var rest = segment
                rest.range = start..<segment.range.upperBound
                result.append(rest)
            }
        }
        return result
    }
}
