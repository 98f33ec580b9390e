import Content
import Unicode

/// Puts the items of a list in order, as the language of the paper orders them.
struct Sorting {
    private let composer: Composer
    private let language: String
    private let cldr = CLDR()

    init(of composer: Composer) {
        self.composer = composer
        language = composer.language
    }

    /// What an item is sorted by: what has a number comes first, what has nothing last.
    private enum Key: Comparable {
        case number(Double)
        case text([UInt8])
        case nothing

        static func < (a: Key, b: Key) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)): a < b
            case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
            case (.number, _): true
            case (_, .number): false
            case (.text, .nothing): true
            default: false
            }
        }
    }

    /// By a field, or by what the items are themselves; equal keys keep the writer’s order.
    func sorted(_ items: [Value], by field: [String]?) -> [Value] {
        order(of: items, by: field).map { items[$0] }
    }

    func order(of items: [Value], by field: [String]? = nil) -> [Int] {
        let keys = items.map { key(of: $0, by: field) }
        return items.indices.sorted { a, b in
            keys[a] == keys[b] ? a < b : keys[a] < keys[b]
        }
    }

    private func key(of item: Value, by field: [String]?) -> Key {
        guard let field else { return key(of: item) }
        return composer.brief.registry.value(at: field[...], of: item).map { key(of: $0) }
            ?? .nothing
    }

    private func key(of value: Value) -> Key {
        switch value.content {
        case .number(let number): return .number(number.value)
        case .time(let time): return .number(Double(time.minutes))
        case .timeRange(let range): return .number(Double(range.start.minutes))
        case .duration(let minutes): return .number(Double(minutes))
        case .date(let date): return .text(Array(date.iso.utf8))
        default: break
        }
        if let name = composer.personName(of: value) {
            let family = name.sortAs ?? name.family
            let full = name.full?.edition(in: language).content
            let words = family.isEmpty ? full ?? name.given : family + " " + name.given
            return .text(cldr.sortKey(of: words, language: language))
        }
        return .text(cldr.sortKey(of: composer.text(of: value, by: nil), language: language))
    }
}
