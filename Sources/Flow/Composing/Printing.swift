import Content
import Glibc
import Layouts
import Unicode
import Units

/// How values read in print.
extension Composer {
    /// A value as text, by the first of the filters that makes text; each item of a list alike.
    func text(of value: Value, by filters: [Filter]?) -> String {
        let filters = filters ?? []
        let form = filters.first { $0.name.prints && $0.name != .join }
        if form?.name == .count { return pack.figures("\(value.items.count)") }
        if form?.name == .counts { return counts(of: value) }
        let join = filters.first { $0.name == .join }
        if case .list(let items) = value.content {
            let texts = items.map { filters.held(text(of: $0, form: form)) }.filter { !$0.isEmpty }
            if form?.name == .date, join == nil, let range = dateRange(items, form: form) {
                return range
            }
            return join?.text.map { texts.joined(separator: $0) } ?? sentence(texts)
        }
        return filters.held(text(of: value, form: form))
    }

    /// Every item of what an expression stands for, as text.
    mutating func texts(of expression: Expression) -> [String] {
        checkFilters(of: expression)
        let form = expression.filters.first { $0.name.prints && $0.name != .join }
        return values(of: expression).map { text(of: $0, form: form) }.filter { !$0.isEmpty }
    }

    /// As a sentence lists things: `a, b and c`.
    func sentence(_ texts: [String]) -> String {
        switch texts.count {
        case 0: ""
        case 1: texts[0]
        case 2: texts[0] + joint(pack.listPair, before: texts[1])
        default:
            texts.dropLast().joined(separator: pack.listComma)
                + joint(pack.listLast, before: texts[texts.count - 1])
        }
    }

    /// The word before the last item, off a Latin name where it hangs together with others: Arabic “و”
    /// would stand against a letter that it can't be joined to.
    private func joint(_ word: String, before item: String) -> String {
        let isJoined = pack.isRightToLeft && word.last?.isLetter == true
        let first = Isolate.removed(from: item).unicodeScalars.first
        let isForeign = first.map { $0.properties.isAlphabetic && !$0.runsFromRightToLeft }
        return word + (isJoined && isForeign == true ? "\u{A0}" : "") + item
    }

    private func text(of value: Value, form: Filter?) -> String {
        isolated(bareText(of: value, form: form), of: value)
    }

    private func bareText(of value: Value, form: Filter?) -> String {
        switch (value.content, form?.name) {
        case (.choice(let name), _), (.identifier(let name), .word?):
            return pack.word(
                name,
                form: form?.path.flatMap { agreement(of: name, with: $0) } ?? "*"
            )
                ?? name
        case (.date(let date), _): return text(of: date, form: form?.word ?? "long")
        case (.timeRange(let range), .time?) where form?.word == "aligned":
            return Self.aligned(text(of: range))
        case (.time(let time), .time?) where form?.word == "aligned":
            return Self.aligned(text(of: time))
        case (.dateTime(let moment), .time?): return moment.time.map { text(ofLone: $0) } ?? ""
        case (.dateTime(let moment), _):
            return text(of: moment.date, form: form?.word ?? "long")
        case (.number(let number), .digits?):
            let digits = NumberForm.plainDigits(of: number.value)
            let width = form?.number ?? 2
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        case (.number(let number), .number?) where form?.word == "plain":
            return pack.figures(
                number.value.rounded() == number.value && abs(number.value) < 1e15
                    ? "\(Int(number.value))" : "\(number.value)"
            )
        case (.number(let number), .percent?): return percent(number, of: form?.path)
        case (.url(let url), _): return form?.word == "short" ? Self.short(url) : url
        case (.phone(let phone), _): return text(of: phone, form: form?.word)
        case (_, .name?):
            return personName(of: value).map { text(of: $0, as: form) } ?? plain(value)
        case (.address(let lines), _):
            let lines = lines.map { isolated(byFirstLetter: $0.edition(in: language).content) }
            return lines.joined(separator: form?.word == "line" ? pack.listComma : "\n")
        default: return plain(value)
        }
    }

    /// A blank as wide as a figure before hours of one figure, so that tabular figures align.
    private static func aligned(_ time: String) -> String {
        (time.prefix(while: \.isNumber).count == 1 ? "\u{2007}" : "") + time
    }

    private func plain(_ value: Value) -> String {
        switch value.content {
        case .text(let text): return text.edition(in: language).content
        case .richText(let text): return text.edition(in: language).content.plainText
        case .number(let number): return self.text(of: number)
        case .truth(let truth): return pack.word(truth ? "yes" : "no") ?? (truth ? "yes" : "no")
        case .time(let time): return self.text(ofLone: time)
        case .timeRange(let range): return self.text(of: range)
        case .duration(let minutes): return pack.figures("\(minutes)") + " min"
        case .personName(let name): return self.text(of: name, form: nil)
        case .email(let text), .colour(let text), .identifier(let text): return text
        case .country(let code): return country(code)
        case .language(let tag):
            return pack.languages[tag] ?? pack.languages[LanguageTag(tag).primary] ?? tag
        case .length(let number, let unit): return "\(number.inHundredths) \(unit)"
        case .reference(let reference):
            return brief.registry.record(reference).map { name(of: $0) } ?? reference.id
        case .record(let record): return name(of: record)
        case .list(let items): return sentence(items.map { self.text(of: $0, form: nil) })
        case .date, .dateTime, .url, .phone, .address, .choice, .table: return ""
        }
    }

    /// As the pack calls it, else CLDR in the pack’s language, in one that it differs from, in English.
    private func country(_ code: String) -> String {
        if let name = pack.countries[code] { return name }
        let cldr = CLDR()
        let names = (pack.lineage + ["en"]).lazy.compactMap { cldr.country(code, language: $0) }
        return names.first ?? code
    }

    /// What a record is called: its name, else its title.
    private func name(of record: Record) -> String {
        for field in Record.callingFields {
            if let value = record[field] { return text(of: value, form: nil) }
        }
        return record.id ?? ""
    }

    private static func short(_ url: String) -> String {
        var text = url[...]
        for scheme in ["https://", "http://", "mailto:", "www."] where text.hasPrefix(scheme) {
            text = text.dropFirst(scheme.count)
        }
        if text.hasSuffix("/") { text = text.dropLast() }
        return String(text)
    }

    // MARK: Numbers

    /// A telephone number in the groups of its country, `local` without that country's code; as it was
    /// typed where none are known.
    private func text(of phone: PhoneNumber, form: String?) -> String {
        guard let grouped = phone.grouped else { return phone.typed }
        let calling = form == "local" ? [] : [Substring(grouped.calling)]
        let text = (calling + grouped.groups).joined(separator: "\u{A0}")
        return phone.extension.map { "\(text) (\($0))" } ?? text
    }

    func text(of number: Number) -> String {
        let text = NumberForm(pack: pack).text(of: number.value, decimals: number.decimals)
        return number.isPercentage ? text + pack.percent : text
    }

    private func percent(_ number: Number, of path: [String]?) -> String {
        guard let path else { return text(of: number) + pack.percent }
        let whole = scope.value(at: path)
        guard case .number(let total)? = whole?.content, total.value != 0 else { return "" }
        let share = number.value / total.value * 100
        return NumberForm(pack: pack).text(of: share, decimals: 0) + pack.percent
    }
}

extension [Filter] {
    /// A text without places for a line to end, where they ask for it.
    func held(_ text: String) -> String {
        guard contains(where: { $0.name == .unbroken }) else { return text }
        return String(text.map { $0 == " " ? "\u{A0}" : $0 })
    }
}
