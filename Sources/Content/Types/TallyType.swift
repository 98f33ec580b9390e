import Diagnostics
import YAML

extension Reader {
    /// Reads numbers with their labels: `{Mali: 30, Niger: 15}`, or a list of `label` and `value`.
    mutating func readTally(
        _ node: Node,
        by label: FieldType,
        of field: FieldDescription
    ) -> Value? {
        if let entries = node.entries {
            var rows: [Value] = []
            for (index, entry) in entries.enumerated() {
                if index > 0, entry.hasNoColon,
                    let number = PartedNumber(entries[index - 1].value, entry.key)
                {
                    report.add(number.diagnostic)
                    continue
                }
                if let row = readTallyRow(entry.key, entry.value, by: label, of: field) {
                    rows.append(row)
                }
            }
            return Value(.list(rows), at: node.span)
        }
        guard let items = node.items else {
            mismatch(node, .tally(by: label), of: field)
            return nil
        }
        let rows = items.compactMap { item -> Value? in
            guard let entries = item.entries, let key = item["label"], let value = item["value"]
            else {
                mismatch(item, .tally(by: label), of: field)
                return nil
            }
            checkKeys(of: entries, among: ["label", "value"], in: "a number", reporting: &report)
            return readTallyRow(key, value, by: label, of: field)
        }
        return Value(.list(rows), at: node.span)
    }

    private mutating func readTallyRow(
        _ key: Node,
        _ number: Node,
        by label: FieldType,
        of field: FieldDescription
    ) -> Value? {
        guard let name = read(key, as: label, of: field),
            let value = read(number, as: .number, of: field)
        else { return nil }
        let fields = [
            Record.Field(name: "label", value: name), Record.Field(name: "value", value: value),
        ]
        let span = key.span.joined(to: number.span)
        return Value(.record(Record(kind: "", fields: fields, span: span)), at: span)
    }
}
