import Content
import Diagnostics
import Layouts
import Structure

/// One of the things that a paper counts: its third figure.
struct Counted: Hashable {
    /// The word of the interface that it is counted under.
    var word: String
    var number: Int
}

/// How far a paper has counted, and which names were given to what was counted.
struct Numbering {
    /// The number of the last one, by the word it is counted under.
    private var last: [String: Int] = [:]
    /// By the anchors of the names that writers gave.
    private var named: [String: Counted] = [:]
    /// What had names when the paper was composed before.
    private let known: [String: Counted]
    /// Names that words led to before anything of theirs was counted.
    private var early: Set<String> = []

    init(knowing told: Numbering? = nil) { known = told?.named ?? [:] }

    /// Whether something was told of before it was counted, and has been since.
    var isToldTooLate: Bool { early.contains { named[$0] != nil } }

    mutating func next(_ word: String) -> Counted {
        last[word, default: 0] += 1
        return Counted(word: word, number: last[word] ?? 1)
    }

    /// Takes back what came to nothing.
    mutating func takeBack(_ counted: Counted) { last[counted.word] = counted.number - 1 }

    mutating func name(_ anchor: String, _ counted: Counted) { named[anchor] = counted }

    mutating func counted(at anchor: String) -> Counted? {
        if let counted = named[anchor] ?? known[anchor] { return counted }
        early.insert(anchor)
        return nil
    }

    /// Counts once more what was counted since: it is the same in another language.
    mutating func countAgain(from before: Numbering) { last = before.last }
}

extension Composer {
    /// Blocks that are the next of what is counted under a word.
    ///
    /// What is not read is not counted: it stands for something that has been.
    mutating func counted(as word: String, _ steps: [Recipe], at span: Span) -> [Block] {
        guard surroundings.areRead else { return blocks(steps) }
        check(word: word, at: span)
        let counted = paper.numbering.next(word)
        surroundings.counted.append(counted)
        defer { surroundings.counted.removeLast() }
        let blocks = blocks(steps)
        if blocks.isEmpty { paper.numbering.takeBack(counted) }
        return blocks
    }

    /// What `{count:figure}` stands for.
    func count(of word: String, at span: Span) -> Value? {
        surroundings.counted.last { $0.word == word }.map {
            Value(.number(Number(Double($0.number))), at: span)
        }
    }

    /// What is said of something to those who hear it, behind its number.
    func afterCount(_ words: String) -> String {
        guard let counted = surroundings.counted.last, let word = pack.word(counted.word)
        else { return words }
        let name = name(of: counted, as: word)
        return words.isEmpty ? name : "\(name). \(words)"
    }

    private func name(of counted: Counted, as word: String) -> String {
        "\(word)\u{A0}\(pack.figures("\(counted.number)"))"
    }

    /// Adds what is counted at a place, as a sentence says it, with a link to it.
    mutating func append(
        mentionOf destination: String,
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        let linked = self.segment(segment, linkedTo: destination, in: element)
        var words = destination
        if case .anchor(let anchor)? = linked.link {
            if let counted = paper.numbering.counted(at: anchor),
                let word = pack.word(
                    counted.word,
                    form: opensSentence(after: line) ? "*" : "mention"
                )
            {
                words = name(of: counted, as: word)
            } else {
                report.add(
                    .warning(.linkWithoutWords, at: segment.origin ?? layoutSpan)
                        .hinting(.writeWhatItSays)
                )
            }
        }
        line.append(cased(words, as: linked), as: linked)
    }

    /// Whether a word begins a sentence that comes after a line; the point of an abbreviation ends none.
    private func opensSentence(after line: Line) -> Bool {
        let words = String(decoding: line.text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { return true }
        return ".!?…؟።".contains(last.last ?? " ") && !pack.abbreviations.contains(String(last))
    }
}
