import Diagnostics

extension Command {
    /// Reads what follows the command's name.
    ///
    /// `--name value`, `--name=value`, `-n value` and `-nvalue` are one; after `--` all is operand.
    func parse(_ words: [String]) throws(UsageError) -> Arguments {
        var arguments = Arguments()
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                arguments.operands += rest
                break
            }
            if word.hasPrefix("--") {
                try readLong(word, following: &rest, into: &arguments)
            } else if word.hasPrefix("-"), word.count > 1 {
                try readShort(word, following: &rest, into: &arguments)
            } else {
                arguments.operands.append(word)
            }
        }
        if !arguments.has("help") { try checkCount(of: arguments.operands) }
        return arguments
    }

    private func readLong(
        _ word: String,
        following rest: inout ArraySlice<String>,
        into arguments: inout Arguments
    ) throws(UsageError) {
        let parts = word.dropFirst(2).split(
            separator: "=",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let name = String(parts[0])
        guard let option = allOptions.first(where: { $0.name == name }) else {
            let meant = Suggestion.nearest(to: name, among: allOptions.map(\.name))
            throw UsageError(
                sentence: "‘griot \(self.name)’ has no option ‘--\(name)’",
                hint: meant.map { "did you mean ‘--\($0)’?" }
            )
        }
        let attached = parts.count == 2 ? String(parts[1]) : nil
        try take(option, attached: attached, following: &rest, into: &arguments)
    }

    private func readShort(
        _ word: String,
        following rest: inout ArraySlice<String>,
        into arguments: inout Arguments
    ) throws(UsageError) {
        let letter = word[word.index(after: word.startIndex)]
        guard let option = allOptions.first(where: { $0.short == letter }) else {
            throw UsageError(sentence: "‘griot \(name)’ has no option ‘-\(letter)’")
        }
        let attached = word.count > 2 ? String(word.dropFirst(2)) : nil
        try take(option, attached: attached, following: &rest, into: &arguments)
    }

    private func take(
        _ option: Option,
        attached: String?,
        following rest: inout ArraySlice<String>,
        into arguments: inout Arguments
    ) throws(UsageError) {
        guard let placeholder = option.value else {
            guard attached == nil else {
                throw UsageError(sentence: "‘\(option.spelling)’ takes no value")
            }
            arguments.values[option.name] = ""
            return
        }
        guard let value = attached ?? rest.popFirst() else {
            throw UsageError(sentence: "‘\(option.spelling)’ needs a value: \(placeholder)")
        }
        guard !value.isEmpty else {
            throw UsageError(sentence: "‘\(option.spelling)’ needs a value: \(placeholder)")
        }
        guard value != "-" || option.place != .written else {
            throw UsageError(
                sentence: "‘griot \(name)’ writes to files only",
                hint: "name one, or a folder, with --output"
            )
        }
        guard option.choices.isEmpty || option.choices.contains(value) else {
            let choices = option.choices.joined(separator: ", ")
            let meant = Suggestion.nearest(to: value, among: option.choices)
            throw UsageError(
                sentence: "‘\(option.spelling)’ can't be ‘\(value)’; it is one of \(choices)",
                hint: meant.map(Suggestion.didYouMean)
            )
        }
        arguments.values[option.name] = value
    }

    private func checkCount(of operands: [String]) throws(UsageError) {
        guard !operandCount.contains(operands.count) else { return }
        if operands.count < operandCount.lowerBound {
            throw UsageError(sentence: "‘griot \(name)’ needs \(self.operands ?? "")")
        }
        let surplus = operands[operandCount.upperBound]
        throw UsageError(
            sentence: "‘griot \(name)’ does not know what to do with ‘\(surplus)’",
            hint: wayOut(with: surplus)
        )
    }

    /// Behind which option a word too many may belong.
    private func wayOut(with surplus: String) -> Diagnostic.Message? {
        if options.contains(where: { $0.name == "data" }) {
            return "a sheet is named behind ‘--data’: --data \(surplus)"
        }
        guard options.contains(where: { $0.name == "output" }) else { return nil }
        return "a file or folder to write is named behind ‘--output’: --output \(surplus)"
    }
}

extension Command {
    /// Those of the command and those that every command has.
    var allOptions: [Option] { options + Self.everywhere }

    static let everywhere = [
        Option(name: "help", short: "h", summary: "show this help"),
        Option(
            name: "message-format",
            value: "FORMAT",
            choices: ["text", "json"],
            listsChoices: false,
            summary: "how messages are written: for people, or a JSON object a line"
        ),
        Option(
            name: "message-language",
            value: "TAG",
            choices: Speech.languages,
            listsChoices: false,
            summary: "the language of messages and help, fr or en, unless the machine’s own"
        ),
    ]
}
