import Diagnostics

extension KindLibrary {
    /// The JSON Schema of papers of a kind, for editors that complete and check while typing.
    ///
    /// Source: JSON Schema draft 2020-12. Reading forgives more than the schema describes; whatever
    /// the schema accepts in shape, reading does too.
    package func jsonSchema(of kind: Kind, language: String = "en") -> String {
        let writer = SchemaWriter(kinds: self, language: language)
        return writer.document(kind).text(indent: "") + "\n"
    }
}

/// JSON that keeps the order in which it was put together.
private indirect enum JSON {
    case text(String)
    case truth(Bool)
    case array([JSON])
    case object([(String, JSON)])

    func text(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return JSONText.quoted(text)
        case .truth(let truth): return truth ? "true" : "false"
        case .array(let items):
            guard !items.isEmpty else { return "[]" }
            let lines = items.map { inner + $0.text(indent: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { key, value in
                "\(inner)\(JSONText.quoted(key)): \(value.text(indent: inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }
}

private struct SchemaWriter {
    let kinds: KindLibrary
    let language: String

    private var audiences: [JSON] { Kind.Audience.allCases.map { .text($0.rawValue) } }

    func document(_ kind: Kind) -> JSON {
        var properties: [(String, JSON)] = [
            ("kind", .object([("const", .text(kind.name))])),
            ("id", definition("identifier")),
            ("lang", oneOrSeveral), ("layout", oneOrSeveral), ("brand", type("string")),
            ("fit", fit), ("audience", .object([("enum", .array(audiences))])),
        ]
        let own = Set(kind.fields.map(\.name))
        for shared in kinds.shared {
            let record = definition("record-\(shared.name)")
            let plural = shared.wordForMany
            if !own.contains(plural) { properties.append((plural, many(record))) }
            if !own.contains(shared.name) { properties.append((shared.name, record)) }
        }
        properties += kind.fields.map { ($0.name, describe($0)) }
        return .object([
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(kind.title?.edition(in: language).content ?? kind.name)),
            ("description", .text(kind.help?.edition(in: language).content ?? "")),
            ("type", .text("object")), ("properties", .object(properties)),
            ("required", .array(([.text("kind")] as [JSON]) + required(kind.fields))),
            ("additionalProperties", .truth(false)), ("$defs", .object(definitions)),
        ])
    }

    private var oneOrSeveral: JSON {
        .object([("anyOf", .array([type("string"), list(type("string"))]))])
    }

    private var fit: JSON {
        let wishes = Reader.fitKeys.map { ($0, scalar) }
        let record = JSON.object([
            ("type", .text("object")), ("properties", .object(wishes)),
            ("additionalProperties", .truth(false)),
        ])
        return .object([("anyOf", .array([scalar, record]))])
    }

    private var definitions: [(String, JSON)] {
        let map = JSON.object([
            ("type", .text("object")),
            ("propertyNames", .object([("pattern", .text("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))])),
            ("additionalProperties", scalar),
        ])
        return [
            ("text", .object([("anyOf", .array([scalar, map]))])),
            (
                "identifier",
                .object([
                    ("type", .text("string")), ("pattern", .text("^[A-Za-z0-9][A-Za-z0-9._-]*$")),
                ])
            ),
            ("table", .object([("type", .array([.text("array"), .text("object")]))])),
        ] + kinds.all.map { ("record-\($0.name)", record($0.fields, id: $0.isShared)) }
            + kinds.all.map { ("ref-\($0.name)", place(for: $0)) }
    }

    /// What may stand where a record of a kind is expected: its fields, its id, its shorthand.
    private func place(for kind: Kind) -> JSON {
        var forms = [definition("record-\(kind.name)")]
        if kind.isShared || kind.shorthand != nil { forms.append(definition("text")) }
        if kind.isShared { forms.append(chosen) }
        return .object([("anyOf", .array(forms))])
    }

    private func record(_ fields: [FieldDescription], id: Bool) -> JSON {
        var properties = fields.map { ($0.name, describe($0)) }
        if id { properties.insert(("id", definition("identifier")), at: 0) }
        for field in fields where field.isSpread {
            properties += FieldIndex.partKeys(of: field.type, besides: fields).map {
                ($0, definition("text"))
            }
        }
        var members: [(String, JSON)] = [
            ("type", .text("object")), ("properties", .object(properties)),
            ("additionalProperties", .truth(false)),
        ]
        let needed = required(fields)
        if !needed.isEmpty { members.insert(("required", .array(needed)), at: 2) }
        return .object(members)
    }

    private func required(_ fields: [FieldDescription]) -> [JSON] {
        fields.filter { $0.isRequired && !$0.isSpread && !$0.takesTheOnlyOne }
            .map { .text($0.name) }
    }

    private func describe(_ field: FieldDescription) -> JSON {
        guard case .object(var members) = schema(of: field) else { return scalar }
        if let help = field.help {
            members.insert(("description", .text(help.edition(in: language).content)), at: 0)
        }
        return .object(members)
    }

    /// The schema of a field’s type; where a bare piece of text stands for a record, of that as well.
    private func schema(of field: FieldDescription) -> JSON {
        guard field.shorthandField != nil else { return schema(of: field.type) }
        return .object([("anyOf", .array([schema(of: field.type), textOrTexts(field.type)]))])
    }

    /// Those of whom something is so, in a list.
    private var chosen: JSON {
        let clauses = JSON.object([("type", .text("object"))])
        return .object([
            ("type", .text("object")), ("properties", .object([("where", clauses)])),
            ("required", .array([.text("where")])),
        ])
    }

    private func textOrTexts(_ type: FieldType) -> JSON {
        guard case .list = type else { return definition("text") }
        let bare = JSON.object([("anyOf", .array([definition("text"), chosen]))])
        return .object([("anyOf", .array([list(bare), bare]))])
    }

    private func schema(of type: FieldType) -> JSON {
        switch type {
        case .text, .line, .richText: definition("text")
        case .identifier: definition("identifier")
        case .table: definition("table")
        case .personName, .timeRange, .address:
            .object([("type", .array(["string", "array", "object"].map { .text($0) }))])
        case .choice(let choices): .object([("enum", .array(choices.flatMap(spellings)))])
        case .kind(let name): definition("ref-\(name)")
        case .record(let fields): record(fields, id: false)
        case .list(let item):
            .object([("anyOf", .array([list(schema(of: item)), schema(of: item)]))])
        case .tally: .object([("type", .array([.text("object"), .text("array")]))])
        case .number, .date, .time, .dateTime, .duration, .phone, .email, .url, .country, .language,
            .colour, .length, .truth:
            scalar
        }
    }

    /// Editors of the older YAML take `yes` and `no` for truths.
    private func spellings(_ choice: String) -> [JSON] {
        switch choice {
        case "yes": [.text(choice), .truth(true)]
        case "no": [.text(choice), .truth(false)]
        default: [.text(choice)]
        }
    }

    private var scalar: JSON {
        .object([("type", .array(["string", "number", "boolean"].map { .text($0) }))])
    }

    private func type(_ name: String) -> JSON { .object([("type", .text(name))]) }

    private func list(_ item: JSON) -> JSON {
        .object([("type", .text("array")), ("items", item)])
    }

    /// A list of records, or a mapping of ids to them.
    private func many(_ record: JSON) -> JSON {
        let map = JSON.object([("type", .text("object")), ("additionalProperties", record)])
        return .object([("anyOf", .array([list(record), map]))])
    }

    private func definition(_ name: String) -> JSON {
        .object([("$ref", .text("#/$defs/\(name)"))])
    }
}
