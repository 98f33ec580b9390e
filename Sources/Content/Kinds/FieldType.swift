internal import Diagnostics

/// How a field is read.
package indirect enum FieldType: Sendable {
    case text, line, richText, number, date, time, timeRange, dateTime, duration
    case personName, phone, email, url, address, country, language, colour, length
    case truth, identifier, table
    case choice([String])
    /// A thing that a kind describes: in place or, where its kind is shared, by id.
    case kind(String)
    case list(of: FieldType)
    /// Fields described in place.
    case record([FieldDescription])
    /// Numbers, each with its label.
    case tally(by: FieldType)
}

extension FieldType {
    /// The types that hold no others, by the words with which kind files name them.
    static let plain: [(word: String, type: FieldType)] = [
        ("text", .text), ("line", .line), ("rich text", .richText), ("number", .number),
        ("date", .date), ("time", .time), ("time range", .timeRange), ("datetime", .dateTime),
        ("duration", .duration), ("person name", .personName), ("phone", .phone),
        ("e-mail", .email), ("url", .url), ("address", .address), ("country", .country),
        ("language", .language), ("colour", .colour), ("length", .length), ("boolean", .truth),
        ("identifier", .identifier), ("table", .table),
    ]

    /// What the reference calls it.
    var title: Diagnostic.Message {
        switch self {
        case .text: "text"
        case .line: "line"
        case .richText: "rich text"
        case .number: "number"
        case .date: "date"
        case .time: "time"
        case .timeRange: "time range"
        case .dateTime: "datetime"
        case .duration: "duration"
        case .personName: "person name"
        case .phone: "phone"
        case .email: "e-mail"
        case .url: "url"
        case .address: "address"
        case .country: "country"
        case .language: "language"
        case .colour: "colour"
        case .length: "length"
        case .truth: "boolean"
        case .identifier: "identifier"
        case .table: "table"
        case .choice(let choices): "\(choices.joined(separator: ", "))"
        case .kind(let kind): "\(kind)"
        case .list(let item): "list of \(item.title)"
        case .record: "record"
        case .tally(let label): "numbers by \(label.title)"
        }
    }

    /// Whether it holds words to be read.
    var isText: Bool {
        switch self {
        case .text, .line, .richText: true
        default: false
        }
    }

    /// What a message calls a value of this type.
    var noun: Diagnostic.Message {
        switch self {
        case .text, .line, .richText: "a text"
        case .number: "a number"
        case .date: "a date"
        case .time: "a time of day"
        case .timeRange: "a time, or a time and its end"
        case .dateTime: "a date and a time"
        case .duration: "a duration"
        case .personName: "a person’s name"
        case .phone: "a telephone number"
        case .email: "an e-mail address"
        case .url: "a web address"
        case .address: "the lines of an address"
        case .country: "a country"
        case .language: "a language"
        case .colour: "a colour"
        case .length: "a length"
        case .truth: "yes or no"
        case .identifier: "an id"
        case .table: "a table"
        case .choice: "one of a few words"
        case .kind(let kind): "a record of kind ‘\(kind)’"
        case .list: "a list"
        case .record: "a mapping"
        case .tally: "numbers with their labels"
        }
    }

    /// How it may be written, for a hint.
    var form: String {
        switch self {
        case .text: "Opening remarks"
        case .line: "The *Saloum* delta"
        case .richText: "Text with *emphasis*, **weight**, [links](https://example.org)."
        case .number: "45"
        case .date: "2022-02-24"
        case .time: "09:30"
        case .timeRange: "09:30–10:15"
        case .dateTime: "2022-02-24 09:30"
        case .duration: "1 h 30"
        case .personName: "Mrs. Fatou DIALLO"
        case .phone: "+221 33 859 20 02"
        case .email: "info@example.org"
        case .url: "https://example.org"
        case .address: "[Rue 12, Dakar]"
        case .country: "SN"
        case .language: "fr"
        case .colour: "\"#005A8C\""
        case .length: "28 mm"
        case .truth: "yes"
        case .identifier: "fatou-diallo"
        case .table: "{head: [Country, Number], rows: [[Mali, 45]]}"
        case .choice(let choices): choices.first ?? ""
        case .kind: "its id, or its fields in place"
        case .list(let item): "[\(item.form)]"
        case .record: "key: value, one a line"
        case .tally(let label): "{\(label.form): 12}"
        }
    }
}

extension Kind {
    /// The names of the kinds to which fields written with these keys refer; nil is for all.
    func kinds(writtenWith keys: Set<String>?) -> [String] {
        // What a bare piece of text stands for has no key.
        fields.flatMap { field in
            field.name == shorthand
                ? field.type.kinds(writtenWith: keys) : field.kinds(writtenWith: keys)
        }
    }
}

extension FieldDescription {
    fileprivate func kinds(writtenWith keys: Set<String>?) -> [String] {
        if let keys, !keys.contains(name) { return [] }
        let bare = shorthandField?.type.kinds(writtenWith: keys) ?? []
        return type.kinds(writtenWith: keys) + bare
    }
}

extension FieldType {
    /// The names of the kinds that a value of this type may hold.
    fileprivate func kinds(writtenWith keys: Set<String>?) -> [String] {
        switch self {
        case .kind(let name): [name]
        case .list(let item): item.kinds(writtenWith: keys)
        case .tally(let label): label.kinds(writtenWith: keys)
        case .record(let fields): fields.flatMap { $0.kinds(writtenWith: keys) }
        default: []
        }
    }
}
