import Glibc

/// The two streams a probe answers on.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(bytes)[written...]
                )
                let count = Glibc.write(rawValue, rest.baseAddress, rest.count)
                guard count > 0 else { return }
                written += count
            }
        }
    }
}

/// All of standard input.
func standardInput() -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(0, &chunk, chunk.count)
        guard count > 0 else { return all }
        all += chunk[..<count]
    }
}

/// Answers standard input a line for a line.
func answerLines(_ answer: (Substring) -> String) -> Int32 {
    let text = String(decoding: standardInput(), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        StandardStream.output.write(answer(line) + "\n")
    }
    return 0
}
