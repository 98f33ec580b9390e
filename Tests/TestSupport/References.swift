import Foundation
package import Testing

/// Compares `actual` with the reference kept beside the test, in `References/<name>.txt`.
///
/// `BLESS=1 swift test --filter <name>` writes the reference instead. A missing reference is
/// written too, and fails the test once, so that nobody commits it unread.
package func expectReference(
    _ actual: String,
    named name: String,
    file: StaticString = #filePath,
    at location: SourceLocation = #_sourceLocation
) throws {
    let reference = URL(filePath: "\(file)").deletingLastPathComponent()
        .appending(path: "References/\(name).txt")
    let known = try? String(contentsOf: reference, encoding: .utf8)
    if known == actual { return }
    let isBlessed = ProcessInfo.processInfo.environment["BLESS"] != nil
    if known == nil || isBlessed {
        try FileManager.default.createDirectory(
            at: reference.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(actual.utf8).write(to: reference)
        if isBlessed, known != nil { return }
    }
    let comment = known.map { difference(from: $0, to: actual) }
    Issue.record(
        Comment(rawValue: comment ?? "wrote a new reference: read it, then commit it"),
        sourceLocation: location
    )
}

/// The first lines in which two texts differ, and a few around them.
private func difference(from known: String, to actual: String) -> String {
    let a = known.split(separator: "\n", omittingEmptySubsequences: false)
    let b = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let first =
        zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        ?? min(a.count, b.count)
    let before = a[max(0, first - 2)..<first].map { "  \($0)" }
    let removed = a[first..<min(a.count, first + 6)].map { "- \($0)" }
    let added = b[first..<min(b.count, first + 6)].map { "+ \($0)" }
    return "differs from line \(first + 1):\n" + (before + removed + added).joined(separator: "\n")
}
