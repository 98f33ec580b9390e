import Foundation
import Testing

/// Messages in other languages than English: `messages/fr.yaml` and its like.
@Suite struct PhraseRules {
    struct Phrase: CustomStringConvertible, Sendable {
        var english: String
        var translation: String
        /// What the machine says, and layouts of themselves, are no literals.
        var isOfTheCode: Bool
        var description: String { english }
    }

    /// Pairs, each on two lines, in marks as JSON has them.
    static func phrases() throws -> [Phrase] {
        let folder = HouseRules.root.appending(path: "messages")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }
        return try files.flatMap { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let system = try #require(text.range(of: "# Said elsewhere")).lowerBound
            return try text.matches(of: #/(?m)^- en: (".*")\n  [a-z]+: (".*")$/#).map { match in
                Phrase(
                    english: try unpacked(match.1),
                    translation: try unpacked(match.2),
                    isOfTheCode: match.range.lowerBound < system
                )
            }
        }
    }

    private static func unpacked(_ json: Substring) throws -> String {
        try JSONDecoder().decode(String.self, from: Data(json.utf8))
    }

    @Test func saysAllThatIsPutIn() throws {
        for phrase in try Self.phrases() {
            func holes(_ text: String) -> Set<String> {
                Set(text.matches(of: #/\{\d+\}/#).map { String($0.0) })
            }
            #expect(holes(phrase.english) == holes(phrase.translation), "\(phrase)")
        }
    }

    @Test func hasEachPhraseOnce() throws {
        let phrases = try Self.phrases().map(\.english)
        #expect(phrases.count > 1_000)
        #expect(phrases.count == Set(phrases).count)
    }

    @Test func keepsNoPhraseThatNobodySays() throws {
        let said = Set(try Self.literals().map(\.phrase))
        for phrase in try Self.phrases() where phrase.isOfTheCode {
            let isSaid = said.contains(phrase.english)
            #expect(isSaid, "\(phrase)")
        }
    }

    /// Whatever stands where messages are defined or told; `./run phrases` asks the compiler for all.
    @Test func hasWordsForWhatTheCodeSays() throws {
        let known = Set(try Self.phrases().map(\.english))
        for literal in try Self.literals() where literal.isTold && !known.contains(literal.phrase) {
            let words = literal.phrase.replacing(#/\{\d+\}/#, with: "")
            #expect(!words.contains(#/[A-Za-z]{2}/#), "\(literal.file): \(literal.phrase)")
        }
    }

    /// What ‘griot layouts’ lists.
    @Test func hasWordsForWhatLayoutsSayOfThemselves() throws {
        let known = Set(try Self.phrases().map(\.english))
        let folder = HouseRules.root.appending(path: "layouts/papers")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let about = try #require(text.firstMatch(of: #/(?m)^about: (.*)$/#), "\(file)").1
            let isKnown = known.contains(about.trimmingCharacters(in: ["\""]))
            #expect(isKnown, "\(file): \(about)")
        }
    }

    // MARK: Literals

    struct Literal {
        var file: String
        /// With `{1}`, `{2}` … for what is put in.
        var phrase: String
        /// Whether it surely is a message.
        var isTold: Bool
    }

    static func literals() throws -> [Literal] {
        let sources = HouseRules.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
            .flatMap { file in
                let code = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
                var scanner = LiteralScanner(code)
                return scanner.literals().map {
                    Literal(file: file, phrase: $0.phrase, isTold: $0.isTold)
                }
            }
    }
}

/// Finds the literals of a source file, and tells those that stand where messages do.
private struct LiteralScanner {
    private let code: [Character]
    private var place = 0
    private var depth = 0
    /// How deep the extension of messages stands in which the scanner is.
    private var home: Int?
    private var found: [(phrase: String, isTold: Bool)] = []

    init(_ code: String) { self.code = Array(code) }

    mutating func literals() -> [(phrase: String, isTold: Bool)] {
        while place < code.count {
            switch code[place] {
            case "/" where starts("//"): skip(past: "\n")
            case "#" where starts("#\""): place += 2; skip(past: "\"#")
            case "#" where starts("#/"): place += 2; skip(past: "/#")
            case "\"" where starts("\"\"\""): place += 3; skip(past: "\"\"\"")
            case "\"":
                readPhrase()
            case "{":
                if starts("{\n"), endsWith("extension Diagnostic.Message ") { home = depth }
                depth += 1
                place += 1
            case "}":
                depth -= 1
                if home == depth { home = nil }
                place += 1
            default: place += 1
            }
        }
        return found
    }

    /// Reads the literal that begins here, and those that are put into it.
    private mutating func readPhrase() {
        let isTold = home != nil || isToldHere
        var text = ""
        var holes = 0
        place += 1
        while code[place] != "\"" {
            guard code[place] == "\\" else {
                text.append(code[place])
                place += 1
                continue
            }
            let sign = code[place + 1]
            place += 2
            switch sign {
            case "(":
                holes += 1
                text += "{\(holes)}"
                skipBracket()
            case "u":
                let figures = code[(place + 1)...].prefix { $0 != "}" }
                text.append(Character(Unicode.Scalar(UInt32(String(figures), radix: 16)!)!))
                place = figures.endIndex + 1
            case "n": text += "\n"
            default: text.append(sign)
            }
        }
        place += 1
        found.append((text, isTold))
    }

    private mutating func skipBracket() {
        var open = 1
        while open > 0 {
            if code[place] == "\"" {
                readPhrase()
                continue
            }
            open += code[place] == "(" ? 1 : code[place] == ")" ? -1 : 0
            place += 1
        }
    }

    private var isToldHere: Bool {
        ["error(", "warning(", "remark(", "hinting(", "noting(", "note(", "speak("]
            .contains { endsWith("." + $0) }
    }

    private func starts(_ words: String) -> Bool { code[place...].starts(with: words) }

    /// Whether those words stand before the place, but for white space.
    private func endsWith(_ words: String) -> Bool {
        var end = place
        if words.hasSuffix("(") { while end > 0, code[end - 1].isWhitespace { end -= 1 } }
        return end >= words.count && code[..<end].suffix(words.count).elementsEqual(words)
    }

    private mutating func skip(past words: String) {
        while place < code.count, !starts(words) { place += 1 }
        place += words.count
    }
}
