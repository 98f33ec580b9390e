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

    func say(_ text: String) { write(text, to: 1) }
    func tell(_ text: String) { write(text, to: 2) }

    /// One line that the next progress overwrites.
    func progress(_ text: String) {
        guard showsProgress else { return }
        write("\r\u{1B}[K\(text)", to: 2)
    }

    func endProgress() {
        guard showsProgress else { return }
        write("\r\u{1B}[K", to: 2)
    }

    func complain(_ error: UsageError) {
        tell("griot: \(error.sentence)\n")
        if let hint = error.hint { tell("  hint: \(hint)\n") }
    }

    private func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                sent += count
            }
        }
    }
}
