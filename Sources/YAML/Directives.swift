import Diagnostics

/// Lines that begin with `%` before a document (section 6.8).
extension Parser {
    /// Reads all directives before a document and says whether there were any.
    mutating func directives() throws(Stumble) -> Bool {
        var found = false
        var version: Span?
        while byte == .percent, column == 0 {
            found = true
            try directive(version: &version)
            try skipToContent()
        }
        return found
    }

    private mutating func directive(version: inout Span?) throws(Stumble) {
        let start = position
        let words = directiveWords()
        let line = span(start, position)
        switch words.first {
        case "%YAML":
            if let version {
                throw fail(
                    .error(.repeatedVersion, at: line).noting("the first is here", at: version)
                )
            }
            version = line
            try checkVersion(words, at: line)
        case "%TAG": try tagHandle(words, at: line)
        default: warn(.warning(.unknownDirective(words.first ?? "%"), at: line))
        }
    }

    /// The words of the line, a comment left out.
    private mutating func directiveWords() -> [String] {
        var words: [String] = []
        var end = position
        while true {
            skipBlanks()
            if byte.isBreak || isAtEnd { break }
            if byte == .hash, bytes[position - 1].isBlank { break }
            let start = position
            while !byte.isBlankBreakOrEnd { position += 1 }
            end = position
            words.append(string(start, end))
        }
        position = end
        return words
    }

    private mutating func checkVersion(_ words: [String], at line: Span) throws(Stumble) {
        let numbers = words.dropFirst().first?.split(separator: ".").map { Int($0) } ?? []
        guard words.count == 2, numbers.count == 2, let major = numbers[0], let minor = numbers[1]
        else {
            throw fail(.error(.malformedVersion, at: line).hinting("write ‘%YAML 1.2’"))
        }
        guard major == 1 else {
            throw fail(.error(.unknownVersion(words[1]), at: line).hinting("write ‘%YAML 1.2’"))
        }
        if minor != 2 { warn(.warning(.readAsVersionTwo(words[1]), at: line)) }
    }

    private mutating func tagHandle(_ words: [String], at line: Span) throws(Stumble) {
        guard words.count == 3, words[1].first == "!", words[1].last == "!" else {
            throw fail(
                .error(.malformedTagDirective, at: line)
                    .hinting("write ‘%TAG !name! prefix’, or leave the line out")
            )
        }
        handles[words[1]] = words[2]
    }
}

extension Diagnostic.Message {
    fileprivate static let repeatedVersion: Self = "a document has one ‘%YAML’ directive only"
    fileprivate static let malformedVersion: Self = "‘%YAML’ is followed by a version alone"
    fileprivate static let malformedTagDirective: Self =
        "‘%TAG’ is followed by a handle and a prefix"

    fileprivate static func unknownVersion(_ version: String) -> Self {
        "YAML \(version) is not known; files are read as YAML 1.2"
    }

    fileprivate static func readAsVersionTwo(_ version: String) -> Self {
        "this document asks for YAML \(version) and is read as YAML 1.2"
    }

    fileprivate static func unknownDirective(_ name: String) -> Self {
        "the directive ‘\(name)’ means nothing and is passed over"
    }
}
