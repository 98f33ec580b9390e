/// How the figures of telephone numbers after the calling code are parted on paper.
///
/// Written with `x` for any figure, such as `20 xxxx xxxx`.
struct PhoneForm: ExpressibleByStringLiteral {
    /// As it is written: hardly any of the forms of all countries is ever asked for.
    private let text: String

    init(stringLiteral text: String) { self.text = text }

    /// The figures asked for, `x` where any will do.
    private var places: some Collection<UInt8> {
        text.utf8.lazy.filter { $0 != UInt8(ascii: " ") }
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
        return text.utf8.split(separator: UInt8(ascii: " ")).map { group in
            defer { rest = rest.dropFirst(group.count) }
            return Substring(rest.prefix(group.count))
        }
    }
}
