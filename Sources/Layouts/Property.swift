import Diagnostics
import YAML

/// How a value of a layout file is written: what the documentation calls it, and how it is read.
struct Form<Value: Sendable>: Sendable {
    let words: String
    let read: @Sendable (Node, inout Desk) -> Value?
}

/// What the reference says of a key.
struct Key: Sendable {
    let name: String
    /// How its value is written.
    let words: String
    let help: String
    /// What is so where it is not there.
    let fallback: String
}

/// One key of a mapping in a layout file.
///
/// The same table reads the mapping, refuses what is not in it and writes the reference.
struct Property<Owner>: Sendable {
    let key: Key
    let take: @Sendable (Node, inout Owner, inout Desk) -> Void

    /// A key that may say nothing.
    init<Value: Sendable>(
        _ name: String,
        _ place: any (WritableKeyPath<Owner, Value?> & Sendable),
        _ form: Form<Value>,
        _ help: String,
        default fallback: String = ""
    ) {
        self.init(name, form, help, fallback) { value, _, owner in owner[keyPath: place] = value }
    }

    /// A key of which it is kept where it was written.
    init<Value: Sendable>(
        _ name: String,
        _ place: any (WritableKeyPath<Owner, Value?> & Sendable),
        notedAt origin: any (WritableKeyPath<Owner, Span?> & Sendable),
        _ form: Form<Value>,
        _ help: String,
        default fallback: String = ""
    ) {
        self.init(name, form, help, fallback) { value, span, owner in
            owner[keyPath: place] = value
            owner[keyPath: origin] = span
        }
    }

    /// A key whose value always stands for something.
    init<Value: Sendable>(
        _ name: String,
        set place: any (WritableKeyPath<Owner, Value> & Sendable),
        _ form: Form<Value>,
        _ help: String,
        default fallback: String = ""
    ) {
        self.init(name, form, help, fallback) { value, _, owner in owner[keyPath: place] = value }
    }

    private init<Value: Sendable>(
        _ name: String,
        _ form: Form<Value>,
        _ help: String,
        _ fallback: String,
        keep: @escaping @Sendable (Value, Span, inout Owner) -> Void
    ) {
        key = Key(name: name, words: form.words, help: help, fallback: fallback)
        take = { node, owner, desk in
            let node = desk.resolved(node)
            if let value = form.read(node, &desk) { keep(value, node.span, &owner) }
        }
    }

    /// A key that is read elsewhere, listed so that it is known and documented.
    init(_ name: String, elsewhere words: String, _ help: String, default fallback: String = "") {
        key = Key(name: name, words: words, help: help, fallback: fallback)
        take = { _, _, _ in }
    }
}

extension Property {
    /// Reads the keys of a mapping into an owner; the rest are errors with the nearest name.
    static func read(
        _ node: Node,
        into owner: inout Owner,
        by table: [Property],
        of what: @autoclosure () -> Diagnostic.Message,
        at desk: inout Desk
    ) {
        for entry in desk.entries(of: node, of: what()) ?? [] {
            guard !take(entry, into: &owner, by: table, at: &desk) else { continue }
            desk.refuse(entry.key, in: what(), known: table.map(\.key.name))
        }
    }

    /// Takes what one key says; false where the table does not have it.
    static func take(
        _ entry: Node.Entry,
        into owner: inout Owner,
        by table: [Property],
        at desk: inout Desk
    ) -> Bool {
        let name = entry.key.text ?? ""
        guard let property = table.first(where: { $0.key.name == name }) else { return false }
        property.take(entry.value, &owner, &desk)
        return true
    }
}
