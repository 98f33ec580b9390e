import Diagnostics

/// Lines that begin with `%` before a document (section 6.8).
extension Parser {
    /// Reads all directives before a document and says whether there were any.
    mutating func directives() throws(Stumble) -> Bool {
        var found = Directives()
        while byte == .percent, column == 0 {
            try directive(after: &found)
            found.count += 1
            try skipToContent()
        }
        return found.count > 0
    }

    /// Those of a document, each of which stands there once.
    private struct Directives {
        var count = 0
        var version: Span?
        var handles: [String: Span] = [:]
    }

    private mutating func directive(after found: inout Directives) throws(Stumble) {
        let start = position
        let words = directiveWords()
        let line = span(start, position)
        switch words.first {
        case "%YAML":
            if let first = found.version {
                throw fail(
                    .error(.repeatedVersion, at: line).noting("the first is here", at: first)
                )
            }
            found.version = line
            try checkVersion(words, at: line)
        case "%TAG":
            let handle = try tagHandle(words, at: line)
            if let first = found.handles.updateValue(line, forKey: handle) {
                throw fail(
                    .error(.repeatedHandle(handle), at: line)
                        .noting("the first is here", at: first)
                )
            }
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

    /// Learns what a handle stands for, and says which one.
    private mutating func tagHandle(_ words: [String], at line: Span) throws(Stumble) -> String {
        guard words.count == 3, isHandle(words[1]), isPrefix(words[2]) else {
            throw fail(
                .error(.malformedTagDirective, at: line)
                    .hinting("write ‘%TAG !name! prefix’, or leave the line out")
            )
        }
        handles[words[1]] = words[2]
        return words[1]
    }

    /// `!`, `!!`, or letters, digits and hyphens between the two.
    private func isHandle(_ word: String) -> Bool {
        let letters = word.utf8
        guard letters.first == .bang, letters.last == .bang else { return false }
        return letters.dropFirst().dropLast().allSatisfy {
            $0.isLetter || $0.isDigit || $0 == .dash
        }
    }

    /// What begins tags: a tag of one’s own, or an address.
    private func isPrefix(_ word: String) -> Bool {
        guard let first = word.utf8.first, first == .bang || first.isTagByte else { return false }
        return word.utf8.allSatisfy(\.isAddressByte)
    }
}

extension Diagnostic.Message {
    fileprivate static let repeatedVersion: Self = "a document has one ‘%YAML’ directive only"
    fileprivate static let malformedVersion: Self = "‘%YAML’ is followed by a version alone"
    fileprivate static let malformedTagDirective: Self =
        "‘%TAG’ is followed by a handle and a prefix"

    fileprivate static func repeatedHandle(_ handle: String) -> Self {
        "a document says once what ‘\(handle)’ is"
    }

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
