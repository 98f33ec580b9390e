/// The fields of a record as reading asks for them.
struct FieldIndex {
    let fields: [FieldDescription]
    let names: [String]
    /// Names of what is read elsewhere.
    let also: [String]
    /// The field whose parts stand beside the others, and the keys of these parts.
    let spread: FieldDescription?
    let partKeys: [String]
    /// All keys that a record may have.
    let known: [String]
    /// Those that must be given by whoever writes the record.
    let required: [FieldDescription]
    /// Whether a bare piece of text stands for such a record.
    var hasShorthand = false
    /// Those that name another whose day comes before theirs.
    let ordered: [FieldDescription]
    /// Those whose numbers are parts of another’s, and those that say nothing without another.
    let parted: [FieldDescription]
    let accompanied: [FieldDescription]

    init(_ fields: [FieldDescription], also: [String] = []) {
        self.fields = fields
        self.also = also
        names = fields.map(\.name)
        spread = fields.first(where: \.isSpread)
        partKeys = spread.map { Self.partKeys(of: $0.type, besides: fields) } ?? []
        known = names + also + partKeys
        ordered = fields.filter { $0.harmony.after != nil }
        parted = fields.filter { $0.harmony.parts != nil }
        accompanied = fields.filter { !$0.harmony.company.isEmpty }
        required = fields.filter { $0.isRequired && !$0.takesTheOnlyOne }
    }

    static func partKeys(of type: FieldType, besides fields: [FieldDescription]) -> [String] {
        let keys =
            switch type {
            case .personName: PersonName.partKeys
            case .timeRange: ["start", "end"]
            default: [String]()
            }
        return keys.filter { key in !fields.contains { $0.name == key } }
    }
}
