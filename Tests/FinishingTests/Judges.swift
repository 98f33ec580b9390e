import Foundation
import TestSupport

/// What a program says of a file, and whether it is content with it.
func ask(_ program: String, _ arguments: [String], of bytes: [UInt8]) throws -> (
    text: String, isContent: Bool
) {
    let scratch = try Scratch()
    let file = try scratch.write(bytes, to: "file.pdf")
    return try run(program, arguments.map { $0 == "FILE" ? file : $0 }, hearsMessages: true)
}

/// Asks the judge of clauses, which needs Debian's python3-pikepdf.
func judge(_ bytes: [UInt8], standards: String = "ua-1,a-2a") throws -> (
    text: String, isContent: Bool
) {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Judges/structure.py").standardized.path
    return try ask(
        "/usr/bin/python3",
        [script, "FILE", "--standards", standards],
        of: bytes
    )
}
