internal import Diagnostics

/// Where a file from outside may be written: a path that stays inside the folder it is joined to.
///
/// Whatever a system would take for more than a name is refused: roots, drives, steps up, strokes of
/// other systems, signs that are not seen, hidden files.
package struct FolderPath: Hashable, Sendable, CustomStringConvertible {
    package let components: [String]

    package var description: String { components.joined(separator: "/") }

    private static let depthLimit = 16
    /// Of one component in UTF-8, which most file systems share.
    private static let lengthLimit = 255

    /// - Throws: Why nothing may be written under this name.
    package init(_ name: String) throws(ReadingError) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !name.isEmpty else { throw .unsafeName(name, "is empty") }
        guard !name.hasPrefix("/") else { throw .unsafeName(name, "leads out of the folder") }
        guard parts.count <= Self.depthLimit else { throw .unsafeName(name, "is too deep") }
        for part in parts {
            if let objection = Self.objection(to: part) { throw .unsafeName(name, objection) }
        }
        components = parts
    }

    private static func objection(to part: String) -> Diagnostic.Message? {
        if part == ".." { return "leads out of the folder" }
        if part.isEmpty || part == "." { return "has a step without a name" }
        if part.hasPrefix(".") { return "is that of a hidden file" }
        if part.hasPrefix("~") || part.hasPrefix("-") {
            return "begins with a sign that commands take for another folder, or for a wish"
        }
        if part.utf8.count > lengthLimit { return "is too long" }
        if part.utf8.contains(where: { "\\:*?\"<>|".utf8.contains($0) }) {
            return "has signs that no file name may have on every machine"
        }
        if part.hasSuffix(" ") || part.hasSuffix(".") || part.hasPrefix(" ") {
            return "begins or ends in a sign that is not seen"
        }
        if devices.contains(part.prefix { $0 != "." }.lowercased()) {
            return "is that of a device on some machines"
        }
        return part.unicodeScalars.contains(where: isUnseen) ? "has signs that are not seen" : nil
    }

    /// Source: Microsoft, *Naming Files, Paths, and Namespaces*.
    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    )

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        // Joiners shape letters in names of many languages; what turns the direction hides endings.
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }
}

/// Files that may be written into one folder together.
package struct FolderContents: Sendable {
    package private(set) var files: [(path: FolderPath, bytes: [UInt8])] = []
    /// As a file system that knows no case would compare them; true for files.
    private var taken: [[String]: Bool] = [:]

    package init() {}

    /// - Throws: Where the name leads out of the folder or is another file's.
    package mutating func add(_ name: String, _ bytes: [UInt8]) throws(ReadingError) {
        let path = try FolderPath(name)
        let folded = path.components.map { $0.lowercased() }
        for count in 1..<folded.count
        where taken.updateValue(false, forKey: Array(folded[..<count])) == true {
            throw .unsafeName(name, "is both a file's and a folder's")
        }
        guard taken.updateValue(true, forKey: folded) == nil else {
            throw .unsafeName(name, "is there twice")
        }
        files.append((path, bytes))
    }

    /// Leaves out files by their paths and bytes.
    package mutating func drop(where isDropped: (FolderPath, [UInt8]) -> Bool) {
        files.removeAll { isDropped($0.path, $0.bytes) }
    }
}
