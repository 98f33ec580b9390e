import Diagnostics
import Glibc

/// Where a run speaks: results on standard output, messages and progress on standard error.
struct Terminal: Sendable {
    /// Colours only for people: never in a file, never where NO_COLOR is set.
    let usesColour: Bool
    let showsProgress: Bool

    init() {
        let speaksToAPerson = isatty(2) == 1
        let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
        usesColour = speaksToAPerson && !isPlain && !isDumb
        showsProgress = speaksToAPerson && !isDumb
    }

    /// Says what was asked for; where nobody can have it whole, the run has failed.
    func say(_ text: String) {
        let failure = write(text, to: 1)
        // A reader that has gone has had enough.
        guard failure != 0, failure != EPIPE else { return }
        let reason = Diagnostic.Message(stringLiteral: String(cString: strerror(failure)))
        note("griot: writing the answer: \(reason)")
        exit(ExitStatus.failure.rawValue)
    }

    func tell(_ text: String) { _ = write(text, to: 2) }

    /// A sentence of the answer, on a line.
    func speak(_ message: Diagnostic.Message) { say(phrased(message) + "\n") }

    /// A sentence beside it.
    func note(_ message: Diagnostic.Message) { tell(phrased(message) + "\n") }

    /// In the language of whoever reads it.
    func phrased(_ message: Diagnostic.Message) -> String { Speech.phrasebook.text(of: message) }

    /// One line that the next progress overwrites.
    func progress(_ text: String) {
        guard showsProgress else { return }
        tell("\r\u{1B}[K\(text)")
    }

    func endProgress() {
        guard showsProgress else { return }
        tell("\r\u{1B}[K")
    }

    func complain(_ error: UsageError) {
        note("griot: \(error.sentence)")
        if let hint = error.hint { note("  hint: \(hint)") }
    }

    /// Writes all of a text, or gives the number of what kept it from being written.
    private func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                sent += count
            }
            return 0
        }
    }
}
