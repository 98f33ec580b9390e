extension Disclosure {
    /// A matter on which a person agrees or not, by its name under `consent`.
    package enum Matter: Hashable, Sendable {
        case listing, photograph, quotation, contact
        case other(String)

        init(_ name: String) {
            switch name {
            case "list_name": self = .listing
            case "photo": self = .photograph
            case "quote": self = .quotation
            case "share_contact": self = .contact
            default: self = .other(name)
            }
        }

        var name: String {
            switch self {
            case .listing: "list_name"
            case .photograph: "photo"
            case .quotation: "quote"
            case .contact: "share_contact"
            case .other(let name): name
            }
        }
    }
}

/// What the value of a field is not public without.
package enum FieldConsent: Hashable, Sendable {
    case matter(Disclosure.Matter)
    /// Nothing: it is nobody’s business, whoever they are.
    case never

    /// - Parameter word: What a kind says of the field: `never`, or the name of a matter.
    init(_ word: String) { self = word == "never" ? .never : .matter(Disclosure.Matter(word)) }
}
