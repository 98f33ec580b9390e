/// A word of a command that is shown to be typed, as a shell takes it for one, whoever chose it.
struct ShellWord: CustomStringConvertible {
    let description: String

    init(_ word: String) {
        guard word.isEmpty || !word.utf8.allSatisfy(Self.isPlain) else {
            description = word
            return
        }
        let parts = word.split(separator: "'", omittingEmptySubsequences: false)
        description = "'" + parts.joined(separator: "'\\''") + "'"
    }

    /// A path that stands by itself: one that begins with a hyphen would be taken for an option.
    init(path: String) { self.init(path.hasPrefix("-") ? "./\(path)" : path) }

    /// Letters beyond ASCII mean nothing to a shell either.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: "-_./=,:@%+".utf8.contains(byte)
        }
    }
}
