import Glibc

/// The two streams a probe answers on.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
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

/// Answers standard input a line for a line, the last one without its line feed too.
///
/// A line ends with a line feed, whatever stands before it: a carriage return there is no part of it.
func answerLines(_ answer: (Substring) -> String) -> Int32 {
    let input = standardInput()
    let feed = UInt8(ascii: "\n")
    var output: [UInt8] = []
    var start = 0
    while start < input.count {
        let end = input[start...].firstIndex(of: feed) ?? input.count
        var line = input[start..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        output += answer(Substring(decoding: line, as: UTF8.self)).utf8
        output.append(feed)
        if output.count > 1 << 16 {
            StandardStream.output.write(output)
            output.removeAll(keepingCapacity: true)
        }
        start = end + 1
    }
    StandardStream.output.write(output)
    return 0
}
