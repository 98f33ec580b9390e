import Diagnostics

extension HarmonyChecks {
    /// What no paper has room or reason for would be left out of it without a word.
    mutating func checkMost(_ value: Value, _ most: Int, of field: FieldDescription) {
        switch value.content {
        case .number(let number) where number.value > Double(most):
            report.add(
                .error("‘\(field.name)’ may be \(most) at most", at: value.span)
                    .hinting("write \(most), or make the paper in parts")
            )
        case .list(let items) where items.count > most:
            report.add(
                .error(
                    "‘\(field.name)’ takes \(most) at most, and there are \(items.count)",
                    at: items[most].span
                )
                .hinting("take out what is not needed, this and all behind it, or others")
            )
        default: break
        }
    }

    /// The field that a word asks for.
    func needed(by value: Value, of field: FieldDescription) -> String? {
        guard case .choice(let word) = value.content else { return nil }
        return field.harmony.needs[word]
    }

    mutating func checkNeed(_ value: Value, _ name: String, of fields: [FieldDescription]) {
        guard case .choice(let word) = value.content else { return }
        let example = fields.first { $0.name == name }?.shortExample(in: "en") ?? "…"
        report.add(
            .error("‘\(word)’ needs ‘\(name)’, which is not there", at: value.span)
                .hinting("add ‘\(name): \(example)’")
        )
    }
}
