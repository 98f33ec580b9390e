/// Something a person should know about what they wrote: where, what, and the way out.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable, Comparable {
        /// Nothing to mend: what was done, and how.
        case remark
        case warning, error

        package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .remark: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second place that belongs to the matter, such as the first of two equal keys.
    package struct Note: Sendable, Hashable {
        package let message: Message
        package let span: Span?
    }

    package let severity: Severity
    package private(set) var message: Message
    /// Nil only where no file is to blame.
    package private(set) var span: Span?
    /// The letter of the place that is meant, where more than it had to be named.
    package private(set) var letter: UInt32?
    /// The same for words, of which the file may hold a part in each of several places, or in other case.
    package private(set) var words: String?
    package private(set) var notes: [Note] = []
    /// What to do, not what is wrong again.
    package private(set) var hints: [Message] = []

    package static func error(_ message: Message, at span: Span?) -> Diagnostic {
        Diagnostic(severity: .error, message: message, span: span)
    }

    package static func warning(_ message: Message, at span: Span?) -> Diagnostic {
        Diagnostic(severity: .warning, message: message, span: span)
    }

    package static func remark(_ message: Message, at span: Span?) -> Diagnostic {
        Diagnostic(severity: .remark, message: message, span: span)
    }

    package func hinting(_ hint: Message) -> Diagnostic {
        var copy = self
        copy.hints.append(hint)
        return copy
    }

    /// Adds a hint where there is one.
    package func hinting(_ hint: Message?) -> Diagnostic {
        hint.map { hinting($0) } ?? self
    }

    package func noting(_ message: Message, at span: Span?) -> Diagnostic {
        var copy = self
        copy.notes.append(Note(message: message, span: span))
        return copy
    }

    /// With what it is about.
    package func about(_ topic: Topic) -> Diagnostic {
        var copy = self
        copy.message = message.about(topic)
        return copy
    }

    /// With some of its notes alone.
    package func keepingNotes(_ isKept: (Note) -> Bool) -> Diagnostic {
        var copy = self
        copy.notes = notes.filter(isKept)
        return copy
    }

    /// As it is told of a paper that can be made in spite of it.
    package var toldElsewhere: Diagnostic {
        var copy = Diagnostic(severity: .warning, message: message.about(.elsewhere), span: span)
        copy.notes = notes
        copy.hints = hints
        return copy.hinting("nothing of this record is in the paper, which is made without it")
    }

    /// With the edition that it is said of, where it may be otherwise in others.
    package func naming(edition name: String) -> Diagnostic {
        guard message.topic == .edition || message.topic == .crowd else { return self }
        var copy = self
        copy.message = "‘\(name)’: \(message)"
        return copy
    }

    /// Says which letter of its place is meant, for whoever has the text to find it.
    package func pointing(atLetter letter: UInt32) -> Diagnostic {
        var copy = self
        copy.letter = letter
        return copy
    }

    /// Says which words of its place are meant, for whoever has the text to find them.
    package func pointing(atWords words: String) -> Diagnostic {
        var copy = self
        copy.words = words
        return copy
    }

    /// With the first of the letters that are meant as its place, where the text has it as such; and so with
    /// words.
    package func pinpointed(in sources: Sources) -> Diagnostic {
        if words != nil { return pinpointedAtWords(in: sources) }
        guard let letter = letter.flatMap(UnicodeScalar.init), let span else { return self }
        let bytes = sources[span.source].bytes
        let (start, end) = (max(0, Int(span.start)), min(Int(span.end), bytes.count))
        guard start < end,
            let place = bytes[start..<end].firstRange(of: Array(String(letter).utf8))
        else { return self }
        var copy = self
        copy.span = Span(span.source, place)
        return copy
    }

    /// With the longest run of the words that are meant as its place.
    private func pinpointedAtWords(in sources: Sources) -> Diagnostic {
        guard let words, let span else { return self }
        let bytes = sources[span.source].bytes
        let (start, end) = (max(0, Int(span.start)), min(Int(span.end), bytes.count))
        guard start < end, end - start <= Self.searched,
            let place = longestRun(of: words, in: bytes[start..<end])
        else { return self }
        var copy = self
        copy.span = Span(span.source, place)
        copy.words = nil
        return copy
    }

    /// No text that must fit is so long, in bytes, that more of a file would have to be searched.
    private static let searched = 8_192
    private static let mostWords = 40

    private func longestRun(of text: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let words = text.split(separator: " ").prefix(Self.mostWords)
        let source = String(decoding: bytes, as: UTF8.self)
        var longest: (letters: Int, place: Range<Int>)?
        for first in words.indices {
            for last in words.indices[first...].reversed() {
                let run = words[first...last].joined(separator: " ")
                guard run.utf8.count > longest?.letters ?? 0 else { break }
                guard let place = source.place(of: run) else { continue }
                longest = (
                    run.utf8.count,
                    place.lowerBound + bytes.startIndex..<place.upperBound + bytes.startIndex
                )
                break
            }
        }
        return longest?.place
    }

    private init(severity: Severity, message: Message, span: Span?) {
        self.severity = severity
        self.message = message
        self.span = span
    }
}

extension String {
    /// Where a text stands in it in whichever case, in bytes.
    fileprivate func place(of text: String) -> Range<Int>? {
        func folded(_ text: some StringProtocol) -> [UInt8] { Array(text.lowercased().utf8) }
        // Letters of other case are as long, but for few; where these come before it there is no telling.
        let lowered = folded(self)
        guard lowered.count == utf8.count else { return nil }
        return lowered.firstRange(of: folded(text))
    }
}

/// What a run has to tell, in the order in which it was found.
package struct Report: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    /// Kept, since it is asked after every paragraph and there may be thousands of warnings.
    package private(set) var hasErrors = false

    package init() {}

    /// Adds a diagnostic unless the very same one has been told already.
    package mutating func add(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    package mutating func add(contentsOf other: Report) {
        for diagnostic in other.diagnostics { add(diagnostic) }
    }

    /// With each letter that is meant as the place of what is said of it.
    package func pinpointed(in sources: Sources) -> Report {
        var report = Report()
        for diagnostic in diagnostics { report.add(diagnostic.pinpointed(in: sources)) }
        return report
    }

    package var isEmpty: Bool { diagnostics.isEmpty }

    package func count(of severity: Diagnostic.Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }
}
