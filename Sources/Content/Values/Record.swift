package import Diagnostics

/// A thing described by a kind: a person, an event, a whole brief.
package struct Record: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: Value

        package init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The name of its kind; empty for the rows that a field describes in place.
    package var kind: String
    package var id: String?
    /// The fields that were given, in the order of the source.
    package var fields: [Field]
    package var span: Span

    package init(kind: String, id: String? = nil, fields: [Field] = [], span: Span) {
        self.kind = kind
        self.id = id
        self.fields = fields
        self.span = span
    }

    /// How many records are written in it, itself among them.
    package var countOfRecords: Int {
        fields.reduce(1) { $0 + $1.value.countOfRecords }
    }

    /// The fields by which a thing is called, the first that is there: every kind has one of them that has a
    /// name to be called by.
    package static let callingFields = KnownField.names([.name, .title, .label])

    /// The value of a field that was given; references are not followed (see ``Registry``).
    package subscript(field: String) -> Value? {
        fields.first { $0.name == field }?.value
    }
}

extension Value {
    fileprivate var countOfRecords: Int {
        switch content {
        case .record(let record): record.countOfRecords
        case .list(let items): items.reduce(0) { $0 + $1.countOfRecords }
        default: 0
        }
    }
}
