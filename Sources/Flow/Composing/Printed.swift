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
    mutating func print(_ expression: Expression) -> Printed {
        checkFilters(of: expression)
        switch expression.source {
        case .page: return .insert(.pageNumber)
        case .pages: return .insert(.pageCount)
        case .heading(let level, let which):
            let title = which ?? surroundings.usualTitle
            return .insert(.runningTitle(level: level, which: title))
        case .word(let name):
            guard let word = word(name, for: expression) else { return .nothing }
            return finished(expression.filters.held(word), language: nil, expression)
        case .snippet(let name):
            guard let snippet = snippet(name, at: expression.span) else { return .nothing }
            return finished(snippet, language: nil, expression)
        case .literal(let text): return finished(text, language: nil, expression)
        case .count(let name):
            check(word: name, at: expression.span)
            guard let value = value(of: expression) else { return .nothing }
            return print(value, expression)
        case .path(let names):
            check(names, at: expression.span)
            guard let value = value(of: expression) else { return .nothing }
            return print(value, expression)
        }
    }

    private mutating func print(_ value: Value, _ expression: Expression) -> Printed {
        if let form = expression.filters.first(where: { $0.name.prints }) {
            return print(value, by: form, expression)
        }
        switch value.content {
        case .richText(let text): return print(text.edition(in: language), expression)
        case .text(let text):
            let edition = text.edition(in: language)
            return print(edition.content, in: edition.language, expression, at: edition.span)
        default: return linked(value, expression)
        }
    }

    /// A value of which a filter makes text.
    private mutating func print(_ value: Value, by form: Filter, _ expression: Expression)
        -> Printed
    {
        switch (form.name, value.content) {
        case (.vcard, _):
            let card = compactCard(of: value, form)
            return card.isEmpty ? .nothing : .text(card, language: nil, origin: value.span)
        case (.word, .text(let text)):
            let edition = text.edition(in: language)
            if let word = wordTyped(as: edition.content, form) {
                return finished(word, language: nil, expression, at: value.span)
            }
            return print(edition.content, in: edition.language, expression, at: edition.span)
        default: return linked(value, expression)
        }
    }

    /// Rich text with its marks, or, where filters change its words, these alone.
    private mutating func print(_ edition: LocalizedRichText.Edition, _ expression: Expression)
        -> Printed
    {
        if expression.filters.contains(where: { $0.name.changesText && $0.name != .stop }) {
            let words = edition.content.plainText
            return print(words, in: edition.language, expression, at: edition.span)
        }
        var inlines = edition.content.blocks.flatMap { block -> [Inline] in
            if case .paragraph(let inlines) = block.content { return inlines }
            return [Inline(.text(block.plainText), at: block.span)]
        }
        let words = inlines.plainText
        if expression.filters.contains(where: { $0.name == .stop }), stopped(words) != words {
            inlines.append(Inline(.text("."), at: edition.span))
        }
        return .rich(inlines, language: speech.foreign(edition.language), origin: edition.span)
    }

    /// A value as text, which leads where an address does.
    private mutating func linked(_ value: Value, _ expression: Expression) -> Printed {
        let text = text(of: value, by: expression.filters)
        let printed = finished(text, language: nil, expression, at: value.span)
        guard let link = link(of: value), case .text(let text, let tag, let span, _) = printed
        else { return printed }
        return .text(text, language: tag, origin: span, link: link)
    }

    private mutating func print(
        _ text: String,
        in language: String?,
        _ expression: Expression,
        at span: Span
    ) -> Printed {
        isolated(
            finished(
                expression.filters.held(text),
                language: speech.foreign(language),
                expression,
                at: span
            )
        )
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
            if filter.name == .endAs, let word = filter.path?.first {
                text = ended(text, as: word)
            }
            if filter.name == .into, let word = filter.path?.first.flatMap({ pack.word($0) }) {
                text = word.replacing("{name}", with: bare(text))
            }
        }
        return text.isEmpty
            ? .nothing : .text(text, language: language, origin: span ?? expression.span)
    }

    /// The words from the first that fit into so many letters: up to the last colon, dash or end of a
    /// sentence among them, or else with three points after them.
    private func shortened(_ text: String, to most: Int) -> String {
        guard text.count > most else { return text }
        if let phrase = phrase(opening: text, within: most) { return phrase }
        var kept = text.prefix(max(1, most - 1))
        // A word that the end falls into goes whole, unless nothing would be left.
        if text[kept.endIndex] != " ", let gap = kept.lastIndex(of: " ") { kept = kept[..<gap] }
        while true {
            while let last = kept.last, " ,;:.–\u{A0}\u{202F}".contains(last) {
                kept = kept.dropLast()
            }
            // What is bound to the next word says nothing without it.
            guard let gap = kept.lastIndex(of: " "),
                pack.boundWords.contains(kept[kept.index(after: gap)...].lowercased())
            else { break }
            kept = kept[..<gap]
        }
        return kept + pack.ellipsis
    }

    /// The longest part of a title that can stand without what follows, if it is long enough to tell
    /// which title it is.
    private func phrase(opening text: String, within most: Int) -> String? {
        let near = text.prefix(most + 3)
        let phrases = near.indices.filter { near[$0] == " " }.compactMap { gap in
            let words = near[..<gap]
            return words.last.flatMap { phrase(words, before: $0) }
        }
        return phrases.last { (most / 4...most).contains($0.count) }
    }

    /// The words before a mark that parts them from what follows, a mark that asks or calls with them.
    private func phrase(_ words: Substring, before mark: Character) -> String? {
        if "!?؟".contains(mark) { return String(words) }
        let bare = bare(String(words))
        switch mark {
        case ":", ";", "؛": return bare
        case "–", "—": return words.dropLast().last == " " ? bare : nil
        // After few letters it ends an abbreviation.
        case ".", "۔", "።": return bare.suffix(4).allSatisfy(\.isLetter) ? bare : nil
        default: return nil
        }
    }

    /// The words with a full stop after them, unless they end in a mark that ends a sentence.
    private func stopped(_ text: String) -> String {
        let last = text.last { !"’”»)] \u{A0}\u{202F}".contains($0) }
        guard let last, !".!?…؟۔።".contains(last) else { return text }
        return text + "."
    }

    /// The words with the mark that the language’s own word ends with, unless a mark ends them already.
    private func ended(_ text: String, as name: String) -> String {
        guard let mark = pack.word(name)?.last, Self.endMarks.contains(mark),
            bare(text).count == text.count
        else { return text }
        return text + String(mark)
    }

    /// The words without the marks and spaces that they end with.
    private func bare(_ text: String) -> String {
        let kept = text.lastIndex { !Self.endMarks.contains($0) }
        return kept.map { String(text[...$0]) } ?? ""
    }

    private static let endMarks = ".,;:!?…–—،؛؟۔።፣፡ \u{A0}\u{202F}"
}

extension Filter.Name {
    /// Whether it is words that it changes, and not what they are marked to be.
    fileprivate var changesText: Bool {
        switch self {
        case .upper, .lower, .capital, .shorten, .stop, .endAs, .into, .unbroken: true
        default: false
        }
    }

    /// Whether it makes text of a value, rather than choosing values or changing text.
    var prints: Bool {
        switch self {
        case .upper, .lower, .capital, .first, .last, .skip, .sort, .reverse, .whereTrue, .agree,
            .to, .rather, .otherThan, .days, .group,
            .among, .longer, .shorten, .stop, .endAs, .into, .unbroken:
            false
        default: true
        }
    }
}
