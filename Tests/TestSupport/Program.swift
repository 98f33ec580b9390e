package import Foundation

/// Runs another program to its end.
///
/// - Parameters:
///   - program: Its path, or a name that the shell would find.
///   - environment: That of the tests unless given.
///   - hearsMessages: Whether what it says of mistakes is part of the text, and not passed over.
/// - Returns: What it printed, and whether it was content.
package func run(
    _ program: String,
    _ arguments: [String],
    with environment: [String: String]? = nil,
    hearsMessages: Bool = false
) throws -> (text: String, isContent: Bool) {
    let process = Process()
    let printed = Pipe()
    let isPath = program.contains("/")
    process.executableURL = URL(filePath: isPath ? program : "/usr/bin/env")
    process.arguments = isPath ? arguments : [program] + arguments
    if let environment { process.environment = environment }
    process.standardOutput = printed
    process.standardError = hearsMessages ? printed : FileHandle.nullDevice
    try process.run()
    let said = printed.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus == 0)
}

extension Scratch {
    /// The bytes of a file that some lines of Python write, which find its place in `sys.argv[1]`.
    package static func file(_ name: String, madeBy lines: String) throws -> [UInt8] {
        let scratch = try Scratch()
        let path = scratch.path(name)
        let made = try run("/usr/bin/python3", ["-c", lines, path], hearsMessages: true)
        guard made.isContent else { throw FileNotMade(name: name, reason: made.text) }
        return Array(try Data(contentsOf: scratch.place(name)))
    }

    private struct FileNotMade: Error {
        var name: String
        var reason: String
    }
}
