package import Diagnostics

/// Names of files made from fields: safe on any disk, and never the same twice.
struct FileNames {
    /// The steps of the path, the last without its ending.
    private let steps: [[Piece]]
    private let isAbsolute: Bool
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
        isAbsolute = pattern.hasPrefix("/")
        let (whole, ending) = Self.parted(pattern)
        self.ending = ending ?? ".pdf"
        steps = whole.split(separator: "/").map { Self.pieces(of: $0) }
    }

    /// The fields that its names are made from.
    var fields: [String] {
        steps.joined().compactMap { if case .field(let path) = $0 { path } else { nil } }
    }

    /// The ending of a pattern, which stands behind its last field; nil where it has none.
    static func ending(of pattern: String) -> String? { parted(pattern).ending }

    private static func parted(_ pattern: String) -> (whole: Substring, ending: String?) {
        let behind = pattern.lastIndex { $0 == "}" || $0 == "/" } ?? pattern.startIndex
        guard let dot = pattern[behind...].lastIndex(of: ".") else { return (pattern[...], nil) }
        return (pattern[..<dot], String(pattern[dot...]))
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
        let names = steps.map { Self.name(of: $0, words) }
        let folder = (isAbsolute ? "/" : "") + names.dropLast().joined(separator: "/")
        let place = Paths.joined(folder.isEmpty ? "." : folder, names.last ?? "unnamed")
        // Disks that do not tell capitals from small letters are common.
        let key = place.lowercased()
        var number = numbers[key] ?? 1
        var candidate = number == 1 ? place : "\(place)-\(number)"
        while !taken.insert(candidate.lowercased()).inserted {
            number += 1
            candidate = "\(place)-\(number)"
        }
        numbers[key] = number
        return candidate + ending
    }

    /// A folder that no field goes into is named as it was typed: it may lead anywhere.
    private static func name(of step: [Piece], _ words: (String) -> String) -> String {
        var isTyped = true
        let whole = step.map { piece in
            switch piece {
            case .text(let text): return text
            case .field(let path):
                isTyped = false
                return safe(words(path))
            }
        }.joined()
        if isTyped { return whole }
        let name = unreserved(shortened(trimmed(whole)))
        return name.isEmpty ? "unnamed" : name
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

    /// Windows keeps some names for its devices, whatever follows behind a point: they get a sign.
    private static func unreserved(_ name: String) -> String {
        let stem = name.prefix { $0 != "." }
        let word = stem.uppercased()
        let isNumbered =
            word.count == 4 && (word.hasPrefix("COM") || word.hasPrefix("LPT"))
            && "123456789¹²³".contains(word.last!)
        guard isNumbered || ["CON", "PRN", "AUX", "NUL"].contains(word) else { return name }
        return stem + "_" + name.dropFirst(stem.count)
    }
}

extension Merge {
    /// Why nothing can be written under such a name, in a clause; nil where it can.
    package static func objection(toOutput pattern: String) -> Diagnostic.Message? {
        if pattern.hasSuffix("/") || Paths.isFolder(pattern) {
            let folder = pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
            return
                "‘\(folder)’ is a folder: write ‘\(folder)/{family}-{given}.pdf’ for a file each, or name one file for all"
        }
        if pattern.count(where: { $0 == "{" }) != pattern.count(where: { $0 == "}" }) {
            return "a brace has no other: write ‘{family}-{given}.pdf’ for a file each"
        }
        guard let ending = FileNames.ending(of: pattern), ending.lowercased() != ".pdf" else {
            return nil
        }
        return "papers are written as PDF: end the name with ‘.pdf’, not with ‘\(ending)’"
    }
}
