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
        tell("griot: writing the answer: \(String(cString: strerror(failure)))\n")
        exit(ExitStatus.failure.rawValue)
    }

    func tell(_ text: String) { _ = write(text, to: 2) }

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
        tell("griot: \(error.sentence)\n")
        if let hint = error.hint { tell("  hint: \(hint)\n") }
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
