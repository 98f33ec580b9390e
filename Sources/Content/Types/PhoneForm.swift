/// How the figures of telephone numbers after the calling code are parted on paper.
///
/// Written with `x` for any figure, such as `20 xxxx xxxx`.
struct PhoneForm: ExpressibleByStringLiteral {
    /// The figures asked for, `x` where any will do.
    private let places: [UInt8]
    /// How many figures are in each group.
    private let groups: [Int]

    init(stringLiteral text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: " "))
        places = parts.flatMap { $0 }
        groups = parts.map(\.count)
    }

    /// The number of figures.
    var length: Int { places.count }

    /// Whether a number has as many figures, and the same ones where the form names some.
    func isOf(_ figures: Substring) -> Bool {
        length == figures.utf8.count
            && zip(places, figures.utf8).allSatisfy { $0 == UInt8(ascii: "x") || $0 == $1 }
    }

    /// The figures of a number of this form, group by group.
    func parted(_ figures: Substring) -> [Substring] {
        var rest = figures.utf8
        return groups.map { count in
            defer { rest = rest.dropFirst(count) }
            return Substring(rest.prefix(count))
        }
    }
}
