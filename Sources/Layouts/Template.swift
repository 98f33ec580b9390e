package import Arrangement
package import Diagnostics

/// Text with places that content fills: `{event.city}[, {event.country}]`.
package struct Template: Hashable, Sendable {
    /// How its marks are written, and what each does.
    static let forms: [(form: String, help: String)] = [
        ("{event.city}", "Prints the field."),
        (
            "[, {event.country}]",
            "Printed only where every field in it says something; brackets may stand in brackets, and "
                + "what is in the inner ones may be missing."
        ),
        ("{{ }} [[ ]]", "The marks themselves."),
    ]

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
        /// The number of what `counting` is counting, by what that counts.
        case count(String)
        case page, pages
        /// A heading of a level, for running heads; nil where the side of the page chooses.
        case heading(level: Int, RunningTitle?)

        /// How each is written, and what it stands for.
        static let forms: [(form: String, help: String)] = [
            ("event.city", "A field, or one of what it holds."),
            ("word:contact", "A word of the interface, from the language pack."),
            ("snippet:colophon", "A set text of the brand."),
            ("'text'", "These letters."),
            (
                "count:figure",
                "The number of the figure, inside `counting: figure`; nothing where none is being counted."
            ),
            ("page", "The number of the page; in furniture."),
            ("pages", "How many pages there are; in furniture."),
            (
                "heading:1",
                "The heading of that level under which the page stands; in furniture. Where several "
                    + "begin on it, the first on a left page and the last on a right one, or as said: "
                    + RunningTitle.allCases.map { "`heading:1 \($0.rawValue)`" }
                    .joined(separator: ", ")
                    + ". With `first-except` a page on which one begins has "
                    + "none: its heading is to be seen. Where nothing is left of a paragraph, its "
                    + "rules and its ground are not drawn either."
            ),
        ]
    }

    package var source: Source
    package var filters: [Filter]
    package var span: Span

    package init(source: Source, filters: [Filter] = [], span: Span) {
        self.source = source
        self.filters = filters
        self.span = span
    }

    /// The names that lead to a field, where it is one.
    package var path: [String]? { if case .path(let names) = source { names } else { nil } }
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

    /// The words between two sides, and what is asked by each.
    enum Comparison: String, CaseIterable {
        case isNot = " is not "
        case `is` = " is "
        case has = " has "
        case atLeast = " at least "
    }

    /// How each is written, and when it holds; `not` is read first, then `and`, then `or`.
    static let forms: [(form: String, help: String)] = [
        (
            "lead",
            "Something stands in the field: a text that is not empty, a list that has items, a `yes`."
        ),
        ("item.kind is lunch", "The field says just this, without quotation marks."),
        ("item.kind is not lunch", "It says something else, or nothing."),
        ("organisers has fes", "An item of the list is so called, or has this id."),
        ("people.count at least 3", "The number, or how many items there are, is this or more."),
        ("not photos", "What follows does not hold."),
        ("lead and photos", "Both hold."),
        ("lead or photos", "One of them holds, or both; what `and` joins is asked first."),
    ]
}
