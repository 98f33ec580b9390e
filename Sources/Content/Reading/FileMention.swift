/// A thing that is a file of its own, as a paper names it, or several: `study-a.yaml`, `studies/*.yaml`.
package struct FileMention: Hashable, Sendable {
    /// From the folder of the paper, with no step that leads back; what leads out of that folder begins
    /// with `..` or with a slash.
    package let path: String

    /// Nil for a text that names no such file.
    package init?(_ text: String) {
        guard Self.mayBe(text) else { return nil }
        let text = trimmed(text)
        guard text.utf8.count <= Self.longest, !text.contains(where: \.isNewline),
            !text.contains("://")
        else { return nil }
        path = Self.straightened(text)
    }

    /// In bytes.
    private static let longest = 400

    /// Seen at a glance, for nearly every text of a paper is none.
    static func mayBe(_ text: String) -> Bool {
        guard let last = text.utf8.last, last == UInt8(ascii: "l") || last <= 0x20 || last >= 0x80
        else { return false }
        let text = trimmed(text)
        return text.hasSuffix(".yaml") || text.hasSuffix(".yml")
    }

    /// A path without `.`, without `//`, and without steps into a folder and back.
    private static func straightened(_ path: String) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." {
                steps.removeLast()
            } else {
                steps.append(step)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
    }

    /// Whether it stands for all files of a folder whose names are like it.
    package var isPattern: Bool { path.contains("*") }

    package var folder: String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Whether a file, its path from the folder of the paper, is meant: each star stands for any letters,
    /// or none.
    package func covers(_ file: String) -> Bool {
        guard isPattern else { return file == path }
        let parts = path.split(separator: "*", omittingEmptySubsequences: false)
        guard file.hasPrefix(parts[0]) else { return false }
        var rest = file.dropFirst(parts[0].count)
        guard !rest.contains("/"), let end = parts.last, rest.hasSuffix(end) else { return false }
        rest = rest.dropLast(end.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let place = rest.firstRange(of: part) else { return false }
            rest = rest[place.upperBound...]
        }
        return true
    }
}
