/// Names of files made from fields: safe on any disk, and never the same twice.
struct FileNames {
    private let folder: String
    private let stem: [Piece]
    private let ending: String
    private var taken: Set<String> = []
    /// The highest number that has been given to each name.
    private var numbers: [String: Int] = [:]

    private enum Piece {
        case text(String)
        case field(String)
    }

    /// Disks take 255 bytes in a name; what stands for a row leaves room for a number, an ending and
    /// the name that a file has while it is written, and can still be read in a list.
    private static let mostBytes = 120

    init(pattern: String) {
        folder = Paths.folder(of: pattern)
        let name = Paths.name(of: pattern)
        let dot = name.lastIndex(of: ".")
        ending = dot.map { String(name[$0...]) } ?? ".pdf"
        stem = Self.pieces(of: dot.map { name[..<$0] } ?? name[...])
    }

    /// The fields that its names are made from.
    var fields: [String] {
        stem.compactMap { if case .field(let path) = $0 { path } else { nil } }
    }

    private static func pieces(of text: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.field(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    /// The name for the next row; one that is taken gets a number.
    mutating func next(_ words: (String) -> String) -> String {
        let whole = stem.map { piece in
            switch piece {
            case .text(let text): text
            case .field(let path): Self.safe(words(path))
            }
        }.joined()
        var name = Self.shortened(Self.trimmed(whole))
        if name.isEmpty { name = "unnamed" }
        // Disks that do not tell capitals from small letters are common.
        let key = name.lowercased()
        var number = numbers[key] ?? 1
        var candidate = number == 1 ? name : "\(name)-\(number)"
        while !taken.insert(candidate.lowercased()).inserted {
            number += 1
            candidate = "\(name)-\(number)"
        }
        numbers[key] = number
        return Paths.joined(folder, candidate + ending)
    }

    /// Letters, figures and what else every disk takes; blanks become hyphens.
    private static func safe(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "{", "}": result += "-"
            case _ where scalar.properties.isWhitespace: result += "-"
            case _ where scalar.value < 32 || scalar.value == 127: break
            case _ where scalar.properties.generalCategory == .format: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Without hyphens and dots at the ends, which hide a file or say nothing.
    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == "-" || $0 == "." || $0 == " " }
        let end = start.reversed().drop { $0 == "-" || $0 == "." || $0 == " " }
        return String(end.reversed())
    }

    private static func shortened(_ text: String) -> String {
        var result = ""
        for character in text {
            if result.utf8.count + String(character).utf8.count > mostBytes { break }
            result.append(character)
        }
        return result
    }
}
