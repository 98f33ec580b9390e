/// A way to print the name of a person, as filters and brands ask for it.
package enum NameForm: String, CaseIterable, Sendable {
    case givenFamily = "given-family"
    case givenCapitals = "given-FAMILY"
    case familyGiven = "family-given"
    case capitalsGiven = "FAMILY-given"
    case familyCommaGiven = "family-comma-given"
    case capitalsCommaGiven = "FAMILY-comma-given"
    case family
    case capitals = "FAMILY"
    case given
    /// The family name, and the first letters of the others.
    case initials
    /// With honorifics and titles, in the brand’s own order.
    case full
    /// In the brand’s own order, without what is said before it.
    case bare
    /// What is said before a name even where “Mr” is not: a style such as “H.E.”, and an academic title.
    case honours
    /// As the writer put it, in that order and with all that was said before it.
    case asEntered = "as-entered"
    /// Two letters that stand for somebody without a portrait.
    case monogram

    package static let words = allCases.map(\.rawValue)

    package var hasFamilyInCapitals: Bool {
        switch self {
        case .givenCapitals, .capitalsGiven, .capitalsCommaGiven, .capitals: true
        default: false
        }
    }

    /// Whether it is but a part of a name that has both.
    package var isPart: Bool { self == .family || self == .capitals || self == .given }

    /// Whether it is as registers sort names: a comma parts the family’s from the others.
    package var isInverted: Bool { self == .familyCommaGiven || self == .capitalsCommaGiven }
}
