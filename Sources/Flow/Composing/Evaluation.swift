import Content
import Diagnostics
import Layouts
import Unicode

/// What an expression comes to, before it is set.
enum Printed {
    case nothing
    case text(String, language: String?, origin: Span, link: LinkTarget? = nil)
    case rich([Inline], language: String?, origin: Span)
    case insert(Insert.Content)

    var isNothing: Bool {
        switch self {
        case .nothing: true
        case .text(let text, _, _, _): text.isEmpty
        case .rich(let inlines, _, _): inlines.isEmpty
        case .insert: false
        }
    }
}

extension Composer {
    // MARK: Values

    /// The value an expression stands for, its list filters applied; nil where nothing was given.
    func value(of expression: Expression) -> Value? {
        switch expression.source {
        case .path(let names):
            guard let start = scope.value(at: names) else { return nil }
            return expression.filters.reduce(start) { value, filter in apply(filter, to: value) }
        case .literal(let text):
            return Value(.text(LocalizedText(text, at: expression.span)), at: expression.span)
        case .word(let name):
            guard let word = pack.word(name) else { return nil }
            return Value(.text(LocalizedText(word, at: expression.span)), at: expression.span)
        default: return nil
        }
    }

    func values(of expression: Expression) -> [Value] {
        guard let value = value(of: expression) else { return [] }
        if case .list(let items) = value.content { return items }
        return value.isTruthy ? [value] : []
    }

    /// Filters that choose among the items of a list or put them in order.
    private func apply(_ filter: Filter, to value: Value) -> Value {
        if filter.name == .to, let path = filter.path {
            guard let other = scope.value(at: path) else { return value }
            return Value(.list([value, other]), at: value.span)
        }
        if filter.name == .rather, let path = filter.path {
            let other = scope.value(at: path)
            return other.flatMap { $0.isTruthy ? $0 : nil } ?? value
        }
        if filter.name == .otherThan, let path = filter.path {
            let other = scope.value(at: path)
            let isSame = other.map { identity(of: $0) == identity(of: value) } ?? false
            return isSame ? Value(.list([]), at: value.span) : value
        }
        if filter.name == .days { return eachDay(of: value) }
        if filter.name == .among, let path = filter.path { return found(value, in: path) }
        guard case .list(let items) = value.content else { return value }
        let number = filter.number ?? 1
        let chosen: [Value]
        switch filter.name {
        case .first: chosen = Array(items.prefix(number))
        case .last: chosen = Array(items.suffix(number))
        case .skip: chosen = Array(items.dropFirst(number))
        case .reverse: chosen = items.reversed()
        case .sort: chosen = Sorting(of: self).sorted(items, by: filter.path)
        case .group: chosen = grouped(items, by: filter.path ?? [])
        case .whereTrue: chosen = items.filter { meets(filter.argument, $0) }
        default: return value
        }
        return Value(.list(chosen), at: value.span)
    }

    private func grouped(_ items: [Value], by path: [String]) -> [Value] {
        var groups: [(name: String, items: [Value])] = []
        for item in items {
            let name =
                brief.registry.value(at: path[...], of: item).map { identity(of: $0) } ?? ""
            if let place = groups.firstIndex(where: { $0.name == name }) {
                groups[place].items.append(item)
            } else {
                groups.append((name, [item]))
            }
        }
        return groups.flatMap(\.items)
    }

    /// The things of a list that have the ids; an id that none has stays what it is.
    private func found(_ value: Value, in path: [String]) -> Value {
        let things = scope.value(at: path)?.items ?? []
        let found = value.items.map { thing(named: identity(of: $0), among: things) ?? $0 }
        if case .list = value.content { return Value(.list(found), at: value.span) }
        return found.first ?? value
    }

    func thing(named id: String, among things: [Value]) -> Value? {
        things.first { thing in
            brief.registry.value(at: "id", from: thing).map { identity(of: $0) } == id
        }
    }

    private func meets(_ test: Filter.Argument, _ item: Value) -> Bool {
        guard case .test(let path, let wanted) = test,
            let value = brief.registry.value(at: path, from: item)
        else { return false }
        return wanted.map { identity(of: value) == $0 } ?? value.isTruthy
    }

    /// What a value is compared by: the letters that were typed, where they are no prose.
    func identity(of value: Value) -> String {
        switch value.content {
        case .choice(let text), .identifier(let text), .country(let text), .language(let text):
            text
        case .reference(let reference): reference.id
        case .truth(let truth): truth ? "yes" : "no"
        default: text(of: value, by: nil).inEuropeanDigits(for: pack.digits)
        }
    }

    // MARK: Conditions

    func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .given(let expression): return value(of: expression)?.isTruthy ?? false
        case .equal(let expression, let text):
            return value(of: expression).map { identity(of: $0) == text } ?? false
        case .has(let expression, let text):
            return values(of: expression).contains { identity(of: $0) == text }
        case .atLeast(let expression, let number):
            guard let value = value(of: expression) else { return number <= 0 }
            if case .number(let given) = value.content { return given.value >= number }
            return Double(value.items.count) >= number
        case .not(let inner): return !holds(inner)
        case .all(let parts): return parts.allSatisfy { holds($0) }
        case .any(let parts): return parts.contains { holds($0) }
        }
    }

    // MARK: Print

    mutating func print(_ expression: Expression) -> Printed {
        checkFilters(of: expression)
        switch expression.source {
        case .page: return .insert(.pageNumber)
        case .pages: return .insert(.pageCount)
        case .heading(let level, let which):
            let title = which.map { RunningTitle($0) } ?? surroundings.usualTitle
            return .insert(.runningTitle(level: level, which: title))
        case .word(let name):
            guard let word = word(name, for: expression) else { return .nothing }
            return finished(word, language: nil, expression)
        case .snippet(let name):
            guard let snippet = snippet(name, at: expression.span) else { return .nothing }
            return finished(snippet, language: nil, expression)
        case .literal(let text): return finished(text, language: nil, expression)
        case .path(let names):
            check(names, at: expression.span)
            guard let value = value(of: expression) else { return .nothing }
            return print(value, expression)
        }
    }

    private mutating func print(_ value: Value, _ expression: Expression) -> Printed {
        let form = expression.filters.first { $0.name.prints }
        if let form, form.name == .vcard {
            let card = compactCard(of: value, form)
            return card.isEmpty ? .nothing : .text(card, language: nil, origin: value.span)
        }
        if form == nil, case .richText(let text) = value.content {
            let edition = text.edition(in: language)
            let inlines = edition.content.blocks.flatMap { block -> [Inline] in
                if case .paragraph(let inlines) = block.content { return inlines }
                return [Inline(.text(block.plainText), at: block.span)]
            }
            return .rich(inlines, language: speech.foreign(edition.language), origin: edition.span)
        }
        if form == nil, case .text(let text) = value.content {
            let edition = text.edition(in: language)
            let inner = speech.foreign(edition.language)
            return isolated(
                finished(
                    expression.filters.held(edition.content),
                    language: inner,
                    expression,
                    at: edition.span
                )
            )
        }
        let text = text(of: value, by: expression.filters)
        let printed = finished(text, language: nil, expression, at: value.span)
        guard let link = link(of: value), case .text(let text, let tag, let span, _) = printed
        else {
            return printed
        }
        return .text(text, language: tag, origin: span, link: link)
    }

    /// Addresses lead where they say.
    private func link(of value: Value) -> LinkTarget? {
        switch value.content {
        case .url(let url):
            return .address(url.contains(":") ? url : "https://" + url)
        case .email(let address): return .address("mailto:" + address)
        case .list(let items) where items.count == 1: return link(of: items[0])
        case .phone(let phone): return phone.e164.map { .address("tel:" + $0) }
        default: return nil
        }
    }

    private func finished(
        _ text: String,
        language: String?,
        _ expression: Expression,
        at span: Span? = nil
    ) -> Printed {
        var text = text
        let spoken = language ?? self.language
        for filter in expression.filters {
            if filter.name == .upper { text = text.inCase(.capitals, language: spoken) }
            if filter.name == .lower { text = text.inCase(.small, language: spoken) }
            if filter.name == .capital { text = text.capitalised(language: spoken) }
            if filter.name == .shorten, let most = filter.number {
                text = shortened(text, to: most)
            }
            if filter.name == .stop { text = stopped(text) }
        }
        return text.isEmpty
            ? .nothing : .text(text, language: language, origin: span ?? expression.span)
    }

    /// The words from the first that fit into so many letters, three points after them.
    private func shortened(_ text: String, to most: Int) -> String {
        guard text.count > most else { return text }
        var kept = text.prefix(max(1, most - 1))
        // A word that the end falls into goes whole, unless nothing would be left.
        if text[kept.endIndex] != " ", let gap = kept.lastIndex(of: " ") { kept = kept[..<gap] }
        while let last = kept.last, " ,;:.–".contains(last) { kept = kept.dropLast() }
        return kept + pack.ellipsis
    }

    /// The words with a full stop after them, unless they end in a mark that ends a sentence.
    private func stopped(_ text: String) -> String {
        let last = text.last { !"’”»)] \u{A0}\u{202F}".contains($0) }
        guard let last, !".!?…؟۔።".contains(last) else { return text }
        return text + "."
    }

    // MARK: Words

    private mutating func word(_ name: String, for expression: Expression) -> String? {
        let agree = expression.filters.first { $0.name == .agree }
        let form = agree?.path.flatMap { agreement(of: name, with: $0) } ?? "*"
        if let word = pack.word(name, form: form) {
            guard word.contains("{name}") else { return word }
            return named(word, after: agree?.path) ?? pack.word(name)
        }
        report.add(
            .error("the language ‘\(pack.tag)’ has no word ‘\(name)’", at: expression.span)
                .hinting(
                    Suggestion.didYouMean(name, among: pack.words.keys.sorted())
                        ?? "add it to ‘words’ of layouts/languages/\(pack.tag).yaml"
                )
        )
        return nil
    }

    /// A word with the name of whom it agrees with, as that person is addressed: the title and the
    /// family name.
    private func named(_ word: String, after path: [String]?) -> String? {
        guard let name = scope.value(at: path ?? []).flatMap({ personName(of: $0) })
        else { return nil }
        let title = name.title?.edition(in: language).content ?? ""
        let family = text(of: name, form: name.family.isEmpty ? "given-family" : "family")
        let words = [title, family].filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? nil : word.replacing("{name}", with: words)
    }

    /// The form of a word that a person's gender or a number asks for.
    func agreement(of word: String, with path: [String]) -> String? {
        guard let value = scope.value(at: path) else { return nil }
        let forms = pack.words[word]
        if case .list(let items) = value.content {
            return plural(of: Double(items.count), among: forms)
        }
        if case .number(let number) = value.content {
            return plural(of: number.value, among: forms)
        }
        if let gender = brief.registry.value(at: "gender", from: value) {
            return identity(of: gender)
        }
        return identity(of: value)
    }

    private mutating func snippet(_ name: String, at span: Span) -> String? {
        guard let texts = house.brand.snippets[name] else { return nil }
        if let text = texts[language] ?? texts[LanguageTag(language).primary] ?? texts["*"] {
            return text
        }
        report.add(
            .warning("the snippet ‘\(name)’ has no ‘\(language)’ version", at: span)
        )
        return texts["en"] ?? texts.sorted { $0.key < $1.key }.first?.value
    }
}

extension Filter.Name {
    /// Whether it makes text of a value, rather than choosing values or changing text.
    var prints: Bool {
        switch self {
        case .upper, .lower, .capital, .first, .last, .skip, .sort, .reverse, .whereTrue, .agree,
            .to, .rather, .otherThan, .days, .group,
            .among, .shorten, .stop, .unbroken:
            false
        default: true
        }
    }
}
