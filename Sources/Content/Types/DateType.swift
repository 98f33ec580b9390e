import Diagnostics
import Unicode

/// A date as somebody typed it, before anything is said about it.
struct TypedDate {
    enum Form {
        case iso, words
        /// All figures, the year first, but with other signs or fewer figures than the standard asks.
        case yearFirst
        /// All figures, day first.
        case dayFirst
        /// All figures, month first: there is no other way to read it.
        case monthFirst
    }

    var date: CalendarDate
    var form: Form
    /// Whether day and month could be the other way round.
    var isAmbiguous = false
    /// 0 for Monday, where a weekday stands before the date.
    var weekday: Int?
}

extension TypedDate {
    /// Reads `2022-02-24`, `24.02.2022`, `24/02/2022`, `24 February 2022`, `jeudi 1er mai 2024`.
    init?(_ text: String) {
        self.init(formOf: text)
        guard date.exists else { return nil }
    }

    /// What has the form of a date, whether the calendar has the day or not.
    init?(formOf text: String) {
        guard text.utf8.count <= 60 else { return nil }
        var words = text.inEuropeanDigits.split {
            [" ", ",", "،", "\u{A0}", "\u{202F}"].contains($0)
        }
        if words.first == "يوم" { words.removeFirst() }
        var weekday: Int?
        if let first = words.first, let day = CalendarWords.weekday(first) {
            weekday = day
            words.removeFirst()
        }
        words.removeAll { ["de", "of", "the", "le", "du", "من"].contains(withoutAccents($0)) }
        words = Self.numbersJoined(CalendarWords.monthsJoined(words))
        guard var read = Self.figures(words) ?? Self.words(words) else { return nil }
        read.weekday = weekday
        self = read
    }

    private init(_ date: CalendarDate, _ form: Form, isAmbiguous: Bool = false) {
        self.date = date
        self.form = form
        self.isAmbiguous = isAmbiguous
    }

    /// `24. 2. 2022`, as German has it, without its spaces.
    private static func numbersJoined(_ words: [Substring]) -> [Substring] {
        guard words.count == 3, words.prefix(2).allSatisfy({ $0.hasSuffix(".") }),
            words.allSatisfy({ $0.contains(where: \.isNumber) && !$0.contains(where: \.isLetter) })
        else { return words }
        return [Substring(words.joined())]
    }

    private static func figures(_ words: [Substring]) -> TypedDate? {
        guard words.count == 1 else { return nil }
        let signs = words[0].filter { !$0.isASCII || !$0.isNumber }
        guard signs.count == 2, let sign = signs.first, signs.last == sign, ".-/".contains(sign)
        else { return nil }
        let parts = words[0].split(separator: sign, omittingEmptySubsequences: false)
        let figures = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        guard figures.count == 3 else { return nil }
        if parts[0].count == 4 {
            let date = CalendarDate(year: figures[0], month: figures[1], day: figures[2])
            let isExact = sign == "-" && parts[1].count == 2 && parts[2].count == 2
            return TypedDate(date, isExact ? .iso : .yearFirst)
        }
        guard parts[2].count == 4 else { return nil }
        let (day, month, year) = (figures[0], figures[1], figures[2])
        if month > 12, day <= 12 {
            return TypedDate(CalendarDate(year: year, month: day, day: month), .monthFirst)
        }
        return TypedDate(
            CalendarDate(year: year, month: month, day: day),
            .dayFirst,
            isAmbiguous: sign == "/" && day <= 12 && month <= 12 && day != month
        )
    }

    private static func words(_ words: [Substring]) -> TypedDate? {
        guard words.count == 3, let year = Int(words[2]), words[2].utf8.count == 4 else {
            return nil
        }
        if let month = CalendarWords.month(words[1]), let day = day(words[0]) {
            return TypedDate(CalendarDate(year: year, month: month, day: day), .words)
        }
        if let month = CalendarWords.month(words[0]), let day = day(words[1]) {
            return TypedDate(CalendarDate(year: year, month: month, day: day), .words)
        }
        return nil
    }

    /// The number in `24`, `24.`, `1er`, `2nd`, `1º`, `1.º`.
    private static func day(_ word: Substring) -> Int? {
        let figures = word.prefix { $0.isASCII && $0.isNumber }
        let endings = ["", ".", "er", "st", "nd", "rd", "th", "º", ".º", "o", "e"]
        guard endings.contains(word[figures.endIndex...].lowercased()) else { return nil }
        return figures.utf8.count <= 2 ? Int(figures) : nil
    }
}

extension CalendarDate {
    /// Why the calendar has no such day; nil where it has.
    var absence: Diagnostic.Message? {
        guard (1...12).contains(month) else { return "there is no month \(month)" }
        guard (1...9999).contains(year), !exists else { return nil }
        let days = Self.days(inMonth: month, of: year)
        return "that month has \(days) days"
    }

    /// The day that may be meant by one that the calendar has not: with month and day exchanged, or the
    /// last of the month; nil where neither is there.
    var mendOfAbsence: Diagnostic.Message? {
        let exchanged = CalendarDate(year: year, month: day, day: month)
        if exchanged.exists { return Suggestion.didYouMean(exchanged.iso) }
        guard (1...12).contains(month) else { return nil }
        let days = Self.days(inMonth: month, of: year)
        let last = CalendarDate(year: year, month: month, day: days)
        return last.exists ? "its last day is written ‘\(last.iso)’" : nil
    }
}

extension Reader {
    mutating func readDate(_ text: String, at span: Span) -> Value.Content? {
        typedDate(text, at: span).map { .date($0) }
    }

    /// Reads a date and says what should be said of the way it was written.
    mutating func typedDate(_ text: String, at span: Span) -> CalendarDate? {
        guard let typed = TypedDate(text) else { return nil }
        let iso = typed.date.iso
        switch typed.form {
        case .iso, .words: break
        case .yearFirst:
            report.add(
                .warning("a date in figures has hyphens, as in 2024-05-14", at: span)
                    .hinting("write \(iso)")
            )
        case .dayFirst where typed.isAmbiguous:
            report.add(
                .warning("‘\(text)’ is read with the day first", at: span).hinting("write \(iso)")
            )
        case .monthFirst:
            report.add(
                .warning("‘\(text)’ is read with the month first", at: span)
                    .hinting("write \(iso)")
            )
        case .dayFirst:
            report.add(
                .warning("a date in figures reads differently from country to country", at: span)
                    .hinting("write \(iso)")
            )
        }
        if let weekday = typed.weekday, weekday != typed.date.weekday {
            report.add(
                .warning(
                    "\(iso) is a \(.weekday(typed.date.weekday)), not a \(.weekday(weekday))",
                    at: span
                )
                .hinting("check the date; the weekday may be left out")
            )
        }
        return typed.date
    }
}

extension Diagnostic.Message {
    /// - Parameter number: From nought.
    fileprivate static func weekday(_ number: Int) -> Self {
        Self(stringLiteral: CalendarWords.englishWeekdays[number])
    }
}
