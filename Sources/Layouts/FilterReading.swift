import Diagnostics

extension Filter.Name {
    /// What may stand after its colon.
    fileprivate enum Form {
        case nothing
        case number(ClosedRange<Int>)
        case word([String])
        /// A form that the language’s pack may name, so that composing holds it against that.
        case packWord
        case text
        case path
        case wordOrPath([String])
        case test
    }

    private var form: Form {
        switch self {
        case .upper, .lower, .capital, .count, .counts, .reverse, .country, .language, .stop,
            .days, .unbroken:
            .nothing
        case .first, .last, .skip: .number(0...10_000)
        case .digits: .number(1...20)
        case .vcard: .number(40...2_900)
        case .longer, .shorten: .number(1...100_000)
        case .time: .word(["aligned"])
        case .phone: .word(["international", "local"])
        case .url: .word(["short"])
        case .number: .word(["plain"])
        case .address: .word(["line"])
        case .name: .wordOrPath(NameForm.words)
        case .date: .packWord
        case .join: .text
        case .percent, .sort, .to, .rather, .otherThan, .group, .among, .agree, .word, .endAs,
            .into:
            .path
        case .whereTrue: .test
        }
    }

    /// Whether it does nothing without an argument.
    private var needsArgument: Bool {
        switch self {
        case .to, .rather, .otherThan, .group, .among, .agree, .longer, .shorten, .whereTrue,
            .endAs, .into:
            true
        default: false
        }
    }

    /// Reads what stands after the colon; nil, after saying so, where the filter can’t use it.
    func argument(_ text: String?, at span: Span, reporting report: inout Report)
        -> Filter.Argument?
    {
        guard let text else {
            if needsArgument { report.add(.error(.missingArgument(of: self), at: span)) }
            return needsArgument ? nil : .nothing
        }
        let form = self.form
        if let argument = form.read(text, of: self) { return argument }
        report.add(.error(.wrongArgument(text, of: self), at: span).hinting(form.mend(text)))
        return nil
    }
}

extension Filter.Name.Form {
    fileprivate func read(_ text: String, of name: Filter.Name) -> Filter.Argument? {
        switch self {
        case .nothing: return nil
        case .number(let range):
            return Int(text).flatMap { range.contains($0) ? .number($0) : nil }
        case .word(let known): return known.contains(text) ? .word(text) : nil
        case .packWord: return text.isEmpty ? nil : .word(text)
        case .text: return .text(text)
        case .path:
            // A share is of something: ‘percent: of: total’.
            let isShare = name == .percent && text.hasPrefix("of:")
            return Self.path(isShare ? text.dropFirst(3).drop { $0 == " " } : text[...])
        case .wordOrPath(let known):
            if known.contains(text) { return .word(text) }
            // What is nearly one of the words is no field.
            let isMeant = Suggestion.nearest(to: text, among: known) != nil
            return isMeant ? nil : Self.path(text[...])
        case .test: return Self.test(text)
        }
    }

    private static func path(_ text: Substring) -> Filter.Argument? {
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return names.allSatisfy(TemplateReader.isName) ? .path(names) : nil
    }

    private static func test(_ text: String) -> Filter.Argument? {
        if text.hasPrefix("not ") {
            let name = String(text.dropFirst(4).drop { $0 == " " })
            guard case .path? = path(name[...]) else { return nil }
            return .lack(name)
        }
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map { side in
                var side = side.drop { $0 == " " }
                while side.last == " " { side.removeLast() }
                return String(side)
            }
        guard case .path? = path(sides[0][...]) else { return nil }
        return .test(sides[0], is: sides.count == 2 ? sides[1] : nil)
    }

    fileprivate func mend(_ text: String) -> Diagnostic.Message {
        switch self {
        case .nothing: "nothing stands after its name"
        case .number(let range):
            "write a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .word(let known), .wordOrPath(let known):
            Suggestion.didYouMean(text, among: known)
                ?? "it knows \(Diagnostic.Message.quoted(known))"
        case .packWord: "name a form, such as ‘long’"
        case .text: "write the letters in quotation marks"
        case .path: "write names joined by points, such as ‘event.city’"
        case .test: "write a field and what it is to say, such as ‘kind = photo’"
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func wrongArgument(_ text: String, of filter: Filter.Name) -> Self {
        "the filter ‘\(filter.rawValue)’ can do nothing with ‘\(text)’"
    }

    fileprivate static func missingArgument(of filter: Filter.Name) -> Self {
        "the filter ‘\(filter.rawValue)’ does nothing without an argument"
    }
}
