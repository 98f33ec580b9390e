import Foundation

/// The Unicode standard's own test files, as Debian's package unicode-data brings them.
enum UnicodeData {
    static let folder = URL(filePath: "/usr/share/unicode")

    /// The lines of a file without comments and blank lines; nil where the file is not there.
    static func lines(of name: String) -> [Substring]? {
        guard let text = text(of: name) else { return nil }
        return text.split(separator: "\n").compactMap { line in
            let content = line.prefix { $0 != "#" }.trimmingSuffix()
            return content.isEmpty ? nil : content
        }
    }

    private static func text(of name: String) -> String? {
        let file = folder.appending(path: name)
        if let data = try? Data(contentsOf: file) { return String(decoding: data, as: UTF8.self) }
        let packed = file.appendingPathExtension("gz")
        guard FileManager.default.fileExists(atPath: packed.path) else { return nil }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", packed.path]
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}

extension Substring {
    fileprivate func trimmingSuffix() -> Substring {
        var rest = self
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return rest
    }
}

/// A text from hex code points, and from the marks of a break test where its boundaries are.
struct BreakCase {
    var text = ""
    /// In UTF-8 bytes, the start left out.
    var boundaries: [Int] = []

    init(_ line: Substring) {
        var scalars = String.UnicodeScalarView()
        var bytes = 0
        for word in line.split(separator: " ") {
            if word == "÷" {
                if bytes > 0 { boundaries.append(bytes) }
            } else if let value = UInt32(word, radix: 16), let scalar = UnicodeScalar(value) {
                scalars.append(scalar)
                bytes += UTF8.width(scalar)
            }
        }
        text = String(scalars)
    }
}
