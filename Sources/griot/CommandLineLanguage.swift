import Diagnostics

/// An option as data: from it come parsing, help and completion.
struct Option: Sendable {
    let name: String
    var short: Character?
    /// What stands for the value in help, such as `FILE`; nil where the option is a mere switch.
    var value: Diagnostic.Message?
    /// The only values there are; empty where any will do.
    var choices: [String] = []
    /// Whether help lists these beside a summary, which may tell them itself.
    var listsChoices = true
    /// What the value names, where it names a file or a folder.
    var place: Place?
    let summary: Diagnostic.Message

    enum Place: Sendable { case read, written, writtenOrPrinted }

    /// As a person types it.
    var spelling: String { "--\(name)" }
    /// The short spelling, if there is one, and the long.
    var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + [spelling] }

    /// What completion offers for the value; nil where the option has none.
    var completes: Completes? {
        guard value != nil else { return nil }
        return choices.isEmpty ? (place == nil ? .nothing : .files) : .words(choices)
    }
}

/// What completion offers.
enum Completes: Sendable { case nothing, files, words([String]) }

/// A subcommand as data.
struct Command: Sendable {
    let name: String
    let summary: Diagnostic.Message
    /// What follows the options, as help shows it: `FILE…`.
    var operands: Diagnostic.Message?
    /// How many operands there must be.
    var operandCount: ClosedRange<Int> = 0...Int.max
    /// What completion offers for operands.
    var completes: Completes = .nothing
    var options: [Option] = []
    /// A command line and what it does.
    var examples: [(line: String, meaning: Diagnostic.Message)] = []
    let run: @Sendable (Arguments, Terminal) -> ExitStatus
}

/// What was typed, understood.
struct Arguments: Sendable {
    var operands: [String] = []
    var values: [String: String] = [:]

    func has(_ option: String) -> Bool { values[option] != nil }
    subscript(option: String) -> String? { values[option] }
}

/// How a run ended, as other programs read it.
enum ExitStatus: Int32, Sendable {
    case success = 0
    /// The writer made a mistake: the messages say where.
    case mistake = 1
    /// The command line was wrong.
    case usage = 2
    /// The world failed: a font is missing, a disk is full.
    case failure = 3

    /// The graver of two.
    func and(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}

/// A command line that can't be understood, in one sentence.
struct UsageError: Error {
    let sentence: Diagnostic.Message
    var hint: Diagnostic.Message?
}
