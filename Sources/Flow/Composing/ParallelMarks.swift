import Diagnostics

/// What belongs beside what by the names that the writer gave blocks of two languages.
struct ParallelMarks {
    private let own: [Run]
    private let other: [Run]

    /// Blocks in a row that share a name.
    private struct Run {
        var name: String
        var range: Range<Int>
    }

    init(_ own: [String?], _ other: [String?]) {
        self.own = Self.runs(of: own)
        self.other = Self.runs(of: other)
    }

    /// Of a name that is given twice the first counts.
    private static func runs(of marks: [String?]) -> [Run] {
        var runs: [Run] = []
        for (index, mark) in marks.enumerated() {
            guard let mark else { continue }
            if let last = runs.last, last.name == mark, last.range.upperBound == index {
                runs[runs.count - 1].range = last.range.lowerBound..<index + 1
            } else if !runs.contains(where: { $0.name == mark }) {
                runs.append(Run(name: mark, range: index..<index + 1))
            }
        }
        return runs
    }

    /// Those of one name, in the order of both languages; what would have to cross another stays out.
    var pairs: [ParallelAlignment.Pair] {
        var pairs: [ParallelAlignment.Pair] = []
        for run in own {
            guard let twin = other.first(where: { $0.name == run.name }),
                twin.range.lowerBound >= pairs.last?.other.upperBound ?? 0
            else { continue }
            pairs.append(.init(own: run.range, other: twin.range, isMarked: true))
        }
        return pairs
    }

    /// The first block of each name that stands beside nothing, and whether the other language has
    /// that name, in another order.
    func unpaired() -> [(index: Int, name: String, isCrossed: Bool)] {
        let paired = Set(pairs.map(\.own.lowerBound))
        return own.filter { !paired.contains($0.range.lowerBound) }.map { run in
            (run.range.lowerBound, run.name, other.contains { $0.name == run.name })
        }
    }
}

extension ParallelAlignment.Pair {
    func moved(by places: (own: Int, other: Int)) -> Self {
        var moved = self
        moved.own = own.lowerBound + places.own..<own.upperBound + places.own
        moved.other = other.lowerBound + places.other..<other.upperBound + places.other
        return moved
    }
}

extension Composer {
    /// Tells of names that lead to nothing.
    mutating func tellMarks(_ own: [Block], _ other: [Block], _ otherLanguage: String) {
        let marks = [own, other].map { $0.map(\.mark) }
        tellMarks(of: own, ParallelMarks(marks[0], marks[1]), missingIn: otherLanguage)
        // What crosses has been told of once.
        tellMarks(of: other, ParallelMarks(marks[1], marks[0]), missingIn: language, crossed: false)
    }

    private mutating func tellMarks(
        of blocks: [Block],
        _ marks: ParallelMarks,
        missingIn other: String,
        crossed: Bool = true
    ) {
        for (index, name, isCrossed) in marks.unpaired() where crossed || !isCrossed {
            report.add(
                .warning(
                    isCrossed ? .crossedMark(name, in: other) : .unansweredMark(name, in: other),
                    at: blocks[index].firstOrigin
                )
                .hinting(.giveTheSameMark(name, in: other))
            )
        }
    }
}

extension Diagnostic.Message {
    static func unansweredMark(_ name: String, in language: String) -> Self {
        "nothing in ‘\(language)’ is named {#\(name)}"
    }

    static func crossedMark(_ name: String, in language: String) -> Self {
        "{#\(name)} stands in another order in ‘\(language)’"
    }

    static func giveTheSameMark(_ name: String, in language: String) -> Self {
        "end with {#\(name)} what belongs beside it in ‘\(language)’, in the same order"
    }
}
