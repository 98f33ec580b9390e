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

    /// Those of one name, in the order of both languages, as many as there can be.
    ///
    /// What would have to cross them stays out.
    let pairs: [ParallelAlignment.Pair]

    init(_ own: [String?], _ other: [String?]) {
        let (own, other) = (Self.runs(of: own), Self.runs(of: other))
        let places = Dictionary(
            uniqueKeysWithValues: zip(other.map(\.name), other.indices)
        )
        let shared = own.compactMap { run in places[run.name].map { (run, other[$0]) } }
        pairs = shared.map(\.1.range.lowerBound).longestRise.map { place in
            .init(own: shared[place].0.range, other: shared[place].1.range, isMarked: true)
        }
        (self.own, self.other) = (own, other)
    }

    /// Of a name that is given twice the first counts.
    private static func runs(of marks: [String?]) -> [Run] {
        var runs: [Run] = []
        var known: Set<String> = []
        for (index, mark) in marks.enumerated() {
            guard let mark else { continue }
            if let last = runs.last, last.name == mark, last.range.upperBound == index {
                runs[runs.count - 1].range = last.range.lowerBound..<index + 1
            } else if known.insert(mark).inserted {
                runs.append(Run(name: mark, range: index..<index + 1))
            }
        }
        return runs
    }

    /// A name that stands beside nothing.
    struct Unpaired {
        var name: String
        /// The first block that has it.
        var index: Int
        /// Where the other language has it, in another order; nil where it has not.
        var crossed: Int?
    }

    func unpaired() -> [Unpaired] {
        let paired = Set(pairs.map(\.own.lowerBound))
        let places = Dictionary(
            uniqueKeysWithValues: other.map { ($0.name, $0.range.lowerBound) }
        )
        return own.filter { !paired.contains($0.range.lowerBound) }.map { run in
            Unpaired(name: run.name, index: run.range.lowerBound, crossed: places[run.name])
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
    /// Tells of names that stand beside nothing.
    mutating func tellMarks(_ own: [Block], _ other: [Block], _ otherLanguage: String) {
        let marks = [own, other].map { $0.map(\.mark) }
        for mark in ParallelMarks(marks[0], marks[1]).unpaired() {
            tell(mark, of: own, missingIn: otherLanguage) { other[$0].firstOrigin }
        }
        // What crosses has been told of once.
        for mark in ParallelMarks(marks[1], marks[0]).unpaired() where mark.crossed == nil {
            tell(mark, of: other, missingIn: language) { _ in nil }
        }
    }

    private mutating func tell(
        _ mark: ParallelMarks.Unpaired,
        of blocks: [Block],
        missingIn other: String,
        twin: (Int) -> Span?
    ) {
        let origin = blocks[mark.index].firstOrigin
        guard let crossed = mark.crossed else {
            report.add(
                .warning(.unansweredMark(mark.name, in: other), at: origin)
                    .hinting(.giveTheSameMark(mark.name, in: other))
            )
            return
        }
        var warning = Diagnostic.warning(.crossedMark(mark.name, in: other), at: origin)
        if let place = twin(crossed) {
            warning = warning.noting(.placeOfTheMark(in: other), at: place)
        }
        report.add(warning.hinting(.giveTheSameMark(mark.name, in: other)))
    }
}

extension Diagnostic.Message {
    fileprivate static func unansweredMark(_ name: String, in language: String) -> Self {
        "nothing in ‘\(language)’ is named {#\(name)}"
    }

    fileprivate static func crossedMark(_ name: String, in language: String) -> Self {
        "{#\(name)} stands in another order in ‘\(language)’"
    }

    fileprivate static func placeOfTheMark(in language: String) -> Self {
        "in ‘\(language)’ it stands here"
    }

    fileprivate static func giveTheSameMark(_ name: String, in language: String) -> Self {
        "end with {#\(name)} what belongs beside it in ‘\(language)’, in the same order"
    }
}
