extension Diagnostic.Message {
    /// Names and words as somebody wrote them, each in quotation marks.
    package static func quoted(_ names: some Sequence<String>) -> [Self] {
        names.map { "‘\($0)’" }
    }

    /// One or another, as in: ‘a’, ‘b’ or ‘c’.
    package static func either(_ names: some Sequence<String>) -> Self {
        let all = quoted(names)
        guard let last = all.last else { return "" }
        return all.count == 1 ? last : "\(Array(all.dropLast())) or \(last)"
    }

    /// The first few of them, and how many more, as in: ‘a’, ‘b’ and 3 others.
    package static func quoted(_ names: some Collection<String>, atMost most: Int) -> Self {
        let named = quoted(names.prefix(most))
        let others = names.count - named.count
        return others > 0 ? "\(named) and \(others) others" : "\(named)"
    }

    /// The first few of them, as in: ‘a’, ‘b’, …; all where there are no more.
    package static func quoted(_ names: some Collection<String>, first count: Int) -> Self {
        let named = quoted(names.prefix(count))
        return names.count > count ? "\(named), …" : "\(named)"
    }
}
