package import YAML

/// A field that the program itself knows by name, since a rule of it is about what the field means.
///
/// All else that a record says is known to its kind alone. A field that is not written here may be named in
/// a kind and in layouts as one likes; one that is here keeps its name in every kind that has it.
package enum KnownField: String, CaseIterable, Sendable {
    // What a thing is called, and described by.
    /// By it records refer to one another; no kind lists it, as those that are shared have it all.
    case id
    case name, title, label, short, text
    case subtitle, acronym, abstract
    case alt, caption, credit, licence, decorative, src, focus, x, y
    case academicTitle = "academic_title"
    case honorific

    // Who somebody is, and how to reach them.
    case person, people, organisation, role, capacity, unit, gender, consent, languages
    case registration, line
    case email, phone, cell, fax, website, url
    case office, offices, lines, city, country, district, hours
    case postBox = "po_box"
    case postalCode = "postal_code"

    // What somebody agreed to, and by which rule people met.
    case rule, expires, attributable, source
    case listName = "list_name"
    case photo, quote
    case shareContact = "share_contact"

    // What is held, when, and where.
    case event, date, end, year, time, timezone, venue, rooms, room, place, organisers, brand
    case days, items, kind, status, moderators, speakers, topic
    case imprint, version, number
    case asOf = "as_of"

    // What sorts of things are told apart by.
    case colour

    /// The names of some.
    package static func names(_ fields: [KnownField]) -> [String] { fields.map(\.rawValue) }
}

/// A kind that the program itself knows by name, since a rule of it is about such things.
package enum KnownKind: String, CaseIterable, Sendable {
    case event, image, office, organisation, person, quotation, role
}

extension Record {
    /// The value of a field that was given; references are not followed (see ``Registry``).
    package subscript(field: KnownField) -> Value? { self[field.rawValue] }

    /// Whether it is of a kind; rows that are described in place are of none.
    package func `is`(_ kind: KnownKind) -> Bool { self.kind == kind.rawValue }
}

extension Record.Field {
    init(_ field: KnownField, value: Value) { self.init(name: field.rawValue, value: value) }

    package func `is`(_ field: KnownField) -> Bool { name == field.rawValue }
}

extension Brief {
    /// The value to which some fields lead, one after another (see ``Registry/value(at:of:)``).
    package subscript(path: KnownField...) -> Value? {
        self[path.map(\.rawValue)[...]]
    }
}

extension Registry {
    /// As ``value(at:of:)``, from any value by one field after another.
    package func value(at path: [KnownField], from value: Value) -> Value? {
        self.value(at: path.map(\.rawValue)[...], of: value)
    }
}

extension Kind {
    package func `is`(_ kind: KnownKind) -> Bool { name == kind.rawValue }
}

extension Node {
    package subscript(field field: KnownField) -> Node? { self[field.rawValue] }
}
