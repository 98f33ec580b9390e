package import Diagnostics

/// Text with places that content fills: `{event.city}[, {event.country}]`.
package struct Template: Hashable, Sendable {
    package indirect enum Piece: Hashable, Sendable {
        case text(String)
        case field(Expression)
        /// Printed only where every field in it has something to say, but for those that stand in
        /// brackets of their own inside it.
        case optional([Piece])
    }

    package var pieces: [Piece]
    package var span: Span

    package init(pieces: [Piece], span: Span) {
        self.pieces = pieces
        self.span = span
    }
}

/// Where a value comes from, and what is done to it before it is printed.
package struct Expression: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        /// Names of fields joined by points.
        case path([String])
        /// A word of the interface, from the language pack.
        case word(String)
        /// A piece of house text, from the brand.
        case snippet(String)
        /// Text in single quotation marks.
        case literal(String)
        case page, pages
        /// A heading of a level, for running heads; nil where the side of the page chooses.
        case heading(level: Int, RunningHead?)

        /// How each is written, and what it stands for.
        static let forms: [(form: String, help: String)] = [
            ("event.city", "A field, or one of what it holds."),
            ("word:contact", "A word of the interface, from the language pack."),
            ("snippet:colophon", "A set text of the brand."),
            ("'text'", "These letters."),
            ("page", "The number of the page; in furniture."),
            ("pages", "How many pages there are; in furniture."),
            (
                "heading:1",
                "The heading of that level under which the page stands; in furniture. Where several "
                    + "begin on it, the first on a left page and the last on a right one, or as said: "
                    + RunningHead.allCases.map { "`heading:1 \($0.rawValue)`" }
                    .joined(separator: ", ")
                    + ". With `first-except` a page on which one begins has "
                    + "none: its heading is to be seen. Where nothing is left of a paragraph, its "
                    + "rules and its ground are not drawn either."
            ),
        ]
    }

    /// Which of the headings that begin on a page its running head tells.
    ///
    /// Source: *The Chicago Manual of Style*, on subheads as running heads, for the sides; CSS
    /// Generated Content for Paged Media, `string()`, for the words.
    package enum RunningHead: String, CaseIterable, Hashable, Sendable {
        case first, last
        case firstExcept = "first-except"
    }

    package var source: Source
    package var filters: [Filter]
    package var span: Span

    package init(source: Source, filters: [Filter] = [], span: Span) {
        self.source = source
        self.filters = filters
        self.span = span
    }
}

/// What is done to a value on its way to the page.
package struct Filter: Hashable, Sendable {
    package enum Name: String, CaseIterable, Hashable, Sendable {
        case date, time, upper, lower, capital, join, count, name, phone, url, percent, first, last,
            sort
        case number, word, agree, among, country, language, address, reverse, skip, to
        case vcard, digits, shorten, stop, counts
        case whereTrue = "where"

        package var help: String {
            switch self {
            case .date:
                "a date or several in the language’s form: long, medium, short, day, year, iso; `written` as a "
                    + "letter is dated"
            case .time:
                "a time or a range of times in the language’s form; `aligned` as figures in a column"
            case .upper: "in capitals, by the language’s rules"
            case .lower: "in small letters"
            case .capital: "its first letter a capital, by the language’s rules"
            case .join:
                "the items of a list with this between them; without an argument, as a sentence lists them"
            case .count: "how many items there are"
            case .counts:
                "people who may not be named, by role: 3 speakers, 1 moderator; nothing where they may"
            case .name:
                "a person’s name: given-family, given-FAMILY, family-given, FAMILY-given, initials, full"
            case .phone: "a telephone number in groups: international or local"
            case .url: "an address for the eye: short leaves out the scheme and the last stroke"
            case .percent: "as a share of another number: `of: total`"
            case .first: "the first so many items"
            case .last: "the last so many items"
            case .skip: "all but the first so many items"
            case .sort: "in order of a field, or of the family name"
            case .reverse: "in the opposite order"
            case .to: "up to another value, where there is one: `date | to: end`"
            case .digits: "a number with noughts before it: `digits: 3` makes 007"
            case .vcard:
                "a person or an office as a telephone reads it from a code, in at most so many bytes (400)"
            case .number:
                "a number with its digits in the language’s groups; `plain` without, as a year"
            case .word: "the language’s word of this name, such as a role’s"
            case .agree: "the form of a word that agrees with a person or a number"
            case .among: "the thing of that id in a list: `among: event.venue.rooms`"
            case .country: "a country’s name in the language"
            case .language: "a language’s name in the language"
            case .shorten: "cut after a word to at most so many letters, with three points"
            case .stop: "with a full stop at its end, where no mark ends it yet"
            case .address: "an address as lines or, with `line`, in one"
            case .whereTrue: "the items whose field is so: `where: kind = photo`"
            }
        }
    }

    package var name: Name
    package var argument: String?
    package var span: Span

    package init(name: Name, argument: String? = nil, span: Span) {
        self.name = name
        self.argument = argument
        self.span = span
    }
}

/// A question to the content that `when` asks.
package indirect enum Condition: Hashable, Sendable {
    case given(Expression)
    case equal(Expression, String)
    /// A list holds an item that is so called.
    case has(Expression, String)
    case atLeast(Expression, Double)
    case not(Condition)
    case all([Condition])
    case any([Condition])
}
