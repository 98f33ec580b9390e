/// How messages are said in one language: the phrases of the code with those that stand for them.
package struct Phrasebook: Sendable {
    private let phrases: [String: String]
    private let language: String

    package static let english = Phrasebook([:])

    /// - Parameters:
    ///   - phrases: What is said for each phrase of the code, with its `{1}`, `{2}` … in any order.
    ///   - language: The tag of the language in which it is said.
    package init(_ phrases: [String: String], in language: String = "en") {
        self.phrases = phrases
        self.language = language
    }

    package func text(of message: Diagnostic.Message) -> String {
        guard !phrases.isEmpty else { return message.description }
        return Self.filled(phrase(for: message.phrase)) { number in
            message.insertions.indices.contains(number - 1)
                ? text(of: message.insertions[number - 1]) : nil
        }
    }

    /// English stands for what is missing, or would leave out something that is put in.
    private func phrase(for english: String) -> String {
        guard let phrase = phrases[english], Self.holes(in: phrase) == Self.holes(in: english)
        else { return english }
        return phrase
    }

    private func text(of insertion: Diagnostic.Message.Insertion) -> String {
        switch insertion {
        case .verbatim(let words): words
        case .decimal(let figures): figures.replacing(".", with: text(of: "."))
        case .message(let message): text(of: message)
        case .spoken(let english, let others): others[language] ?? english
        case .list(let messages): messages.map(text(of:)).joined(separator: text(of: ", "))
        }
    }

    /// The numbers of what is put into a phrase.
    package static func holes(in phrase: String) -> Set<Int> {
        var numbers: Set<Int> = []
        _ = filled(phrase) {
            numbers.insert($0); return nil
        }
        return numbers
    }

    /// A phrase with `{1}`, `{2}` … replaced; braces around anything else are the writer's own.
    private static func filled(_ phrase: String, _ words: (Int) -> String?) -> String {
        var text = ""
        var rest = phrase[...]
        while let brace = rest.firstIndex(of: "{") {
            text += rest[..<brace]
            rest = rest[brace...]
            let figures = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if rest[figures.endIndex...].first == "}", let words = Int(figures).flatMap(words) {
                text += words
                rest = rest[figures.endIndex...].dropFirst()
            } else {
                text += rest.prefix(1)
                rest = rest.dropFirst()
            }
        }
        return text + rest
    }
}
