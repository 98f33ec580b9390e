/// A size as people write it: `300kB`, `1.5 MB`, `200000`.
struct FileSize {
    let bytes: Int

    init?(_ text: String) {
        let letters = text.filter { $0 != " " }
        let number = letters.prefix { $0.isNumber || $0 == "." }
        let units = ["": 1.0, "b": 1, "kb": 1_000, "k": 1_000, "mb": 1_000_000, "m": 1_000_000]
        guard let value = Double(number), value > 0, value < 1e10,
            let unit = units[letters.dropFirst(number.count).lowercased()]
        else { return nil }
        bytes = Int(value * unit)
    }
}
