package import Diagnostics

/// What is done to a value on its way to the page.
package struct Filter: Hashable, Sendable {
    package enum Name: String, CaseIterable, Hashable, Sendable {
        case date, time, upper, lower, capital, join, count, name, phone, url, percent, first, last,
            sort
        case number, word, agree, among, country, language, address, reverse, skip, to,
            days, rather, group, into
        case vcard, digits, longer, shorten, stop, counts, unbroken
        case whereTrue = "where"
        case otherThan = "other-than"
        case endAs = "end-as"
    }

    /// What stands after a filter’s colon, read.
    package enum Argument: Hashable, Sendable {
        case nothing
        case number(Int)
        /// One of the words that the filter knows.
        case word(String)
        case text(String)
        /// A field, by the names that lead to it.
        case path([String])
        /// A field of an item and what it is to say; nil where it is to be given or true.
        case test(String, is: String?)
        /// A field of an item that is not to be given, or not to be true.
        case lack(String)
    }

    package var name: Name
    package var argument: Argument
    package var span: Span

    package init(name: Name, argument: Argument = .nothing, span: Span) {
        self.name = name
        self.argument = argument
        self.span = span
    }

    package var number: Int? { if case .number(let number) = argument { number } else { nil } }

    package var word: String? { if case .word(let word) = argument { word } else { nil } }

    package var text: String? { if case .text(let text) = argument { text } else { nil } }

    package var path: [String]? { if case .path(let path) = argument { path } else { nil } }
}

extension Filter {
    /// Forms of dates that every language has, were it only by its `long` one; a language pack may
    /// name others.
    package static let dateForms = [
        "long", "medium", "short", "day", "full", "month", "year", "iso", "written",
    ]
}

extension Filter.Name {
    package var help: String {
        switch self {
        case .date:
            "a date or several in the language’s form: \(Filter.dateForms.dropLast().joined(separator: ", ")); "
                + "`written` as a letter is dated; `long` where the language has none of that name"
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
            "a person’s name: \(NameForm.words.joined(separator: ", ")), or as a field says; `honours` is "
                + "what is said before it even where “Mr” is not, `bare` the name without"
        case .phone: "a telephone number in groups: international or local"
        case .url: "an address for the eye: short leaves out the scheme and the last stroke"
        case .percent: "as a share of another number: `of: total`"
        case .first: "the first so many items"
        case .last: "the last so many items"
        case .skip: "all but the first so many items"
        case .sort: "in order of a field, or of the family name"
        case .reverse: "in the opposite order"
        case .to: "up to another value, where there is one: `date | to: end`"
        case .days: "each day of a first and a last one: `date | to: end | days`"
        case .group:
            "the items that say the same in a field together, in the order in which the first of them stand"
        case .rather:
            "another value in its place, where that is given: `event.title | rather: title`"
        case .digits: "a number with noughts before it: `digits: 3` makes 007"
        case .vcard:
            "a person or an office as a telephone reads it from a code, in so many bytes (400), or where a long name leaves no choice in 400"
        case .number:
            "a number with its digits in the language’s groups; `plain` without, as a year"
        case .word: "the language’s word of this name, such as a role’s"
        case .agree: "the form of a word that agrees with a person or a number"
        case .among: "the thing of that id in a list: `among: event.venue.rooms`"
        case .country: "a country’s name in the language"
        case .language: "a language’s name in the language"
        case .longer:
            "texts of more than so many letters, one or those of a list; nothing where there are none: `when: \"sections.body | longer: 900\"`"
        case .shorten:
            "cut to at most so many letters: before a colon or a dash or after a sentence, or else after a word, with three points"
        case .stop: "with a full stop at its end, where no mark ends it yet"
        case .endAs:
            "with the mark at its end that the language’s word of this name ends with, where no mark ends it yet: `guest.salutation | end-as: salutation`"
        case .into:
            "the language’s word of this name with it for `{name}`, its last mark left out: `guest.salutation | into: closing-to`"
        case .unbroken: "with spaces that no line ends at; each item of a list by itself"
        case .address: "an address as lines or, with `line`, in one"
        case .otherThan:
            "nothing where it is the same as another value, or as one of a list: `person.phone | other-than: office.phone`; "
                + "of a list the items that are not among others, nor about one of them: `people | other-than: groups.people`"
        case .whereTrue:
            "the items whose field is so: `where: kind = photo`; or is not given: `where: not logo`"
        }
    }
}
