package import Diagnostics
internal import YAML

extension ContentFile {
    /// The records of a sheet as a text, as they may go with a paper: with no other rows than some, and of
    /// columns those that are fields.
    ///
    /// - Parameters:
    ///   - kept: Where the rows stand that stay; nil stands for all.
    ///   - withheld: Where values stand that do not.
    ///   - kind: What each row holds.
    package func text(of kept: Set<Span>?, without withheld: Set<Span> = [], as kind: Kind)
        -> [UInt8]
    {
        let rows = (root.items ?? []).filter { kept?.contains($0.span) ?? true }
        let fields = Set(FieldIndex(kind.fields, also: [KnownField.id.rawValue]).known)
        var text = "\(kind.wordForMany):\n"
        for row in rows {
            let entries = row.idFirst.filter {
                fields.contains($0.key.text ?? "") && !withheld.contains($0.value.span)
            }
            var lines = entries.flatMap { entry in
                entry.known(to: kind).lines(indent: "    ", without: withheld)
            }
            guard !lines.isEmpty else { continue }
            lines[0] = "  - " + lines[0].dropFirst(4)
            text += lines.map { $0 + "\n" }.joined()
        }
        return Array(text.utf8)
    }
}

extension Node {
    /// What it is referred to by, and then the rest in its order.
    fileprivate var idFirst: [Entry] {
        let entries = entries ?? []
        let id = KnownField.id.rawValue
        return entries.filter { $0.key.text == id } + entries.filter { $0.key.text != id }
    }
}

extension Node.Entry {
    /// Without what the field of a kind knows nothing of.
    fileprivate func known(to kind: Kind) -> Node.Entry {
        guard let field = kind.fields.first(where: { $0.name == key.text }),
            case .record(let parts) = field.type, let entries = value.entries
        else { return self }
        let names = Set(parts.map(\.name))
        let kept = entries.filter { names.contains($0.key.text ?? "") }
        return Node.Entry(key: key, value: .mapping(kept, at: value.span))
    }

    fileprivate func lines(indent: String, without withheld: Set<Span>) -> [String] {
        let name = (key.text ?? "").asScalar
        if let text = value.text { return ["\(indent)\(name): \(text.asScalar)"] }
        if let items = value.items {
            let texts = items.filter { !withheld.contains($0.span) }.compactMap(\.text?.asScalar)
            return texts.isEmpty ? [] : ["\(indent)\(name):"] + texts.map { "\(indent)  - \($0)" }
        }
        let inner = (value.entries ?? []).filter { !withheld.contains($0.value.span) }
            .flatMap { $0.lines(indent: indent + "  ", without: withheld) }
        return inner.isEmpty ? [] : ["\(indent)\(name):"] + inner
    }
}

extension String {
    /// As YAML takes it for the text that it is: most words need no marks around them.
    fileprivate var asScalar: String {
        let plain = "-.@_/ "
        let isPlain =
            first?.isLetter == true && last != " "
            && allSatisfy { $0.isLetter || $0.isNumber || plain.contains($0) }
        if isPlain { return self }
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case _ where !scalar.isShown:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Unicode.Scalar {
    /// Whether a text may hold it as it is.
    fileprivate var isShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
            false
        default: true
        }
    }
}
