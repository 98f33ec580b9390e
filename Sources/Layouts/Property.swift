import Diagnostics
import YAML

/// How a value of a layout file is written: what the documentation calls it, and how it is read.
struct Form<Value: Sendable>: Sendable {
    let words: String
    let read: @Sendable (Node, inout Desk) -> Value?
}

/// One key of a mapping in a layout file.
///
/// The same table reads the mapping, refuses what is not in it and writes the reference.
struct Property<Owner>: Sendable {
    let name: String
    let words: String
    let help: String
    let fallback: String
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
        self.name = name
        words = form.words
        self.help = help
        self.fallback = fallback
        take = { node, owner, desk in
            let node = desk.resolved(node)
            if let value = form.read(node, &desk) { keep(value, node.span, &owner) }
        }
    }

    /// A key that is read elsewhere, listed so that it is known and documented.
    init(_ name: String, elsewhere words: String, _ help: String, default fallback: String = "") {
        self.name = name
        self.words = words
        self.help = help
        self.fallback = fallback
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
        guard let entries = desk.entries(of: node, of: what()) else { return }
        for entry in entries {
            let name = entry.key.text ?? ""
            if let property = table.first(where: { $0.name == name }) {
                property.take(entry.value, &owner, &desk)
            } else {
                desk.refuse(entry.key, in: what(), known: table.map(\.name))
            }
        }
    }
}
