import Diagnostics
import YAML

extension Disclosure {
    /// A matter on which a person agrees or not, by its name under `consent`.
    package enum Matter: Hashable, Sendable {
        case listing, photograph, quotation, contact
        case other(String)

        init(_ name: String) {
            switch KnownField(rawValue: name) {
            case .listName: self = .listing
            case .photo: self = .photograph
            case .quote: self = .quotation
            case .shareContact: self = .contact
            default: self = .other(name)
            }
        }

        var name: String {
            switch self {
            case .listing: KnownField.listName.rawValue
            case .photograph: KnownField.photo.rawValue
            case .quotation: KnownField.quote.rawValue
            case .contact: KnownField.shareContact.rawValue
            case .other(let name): name
            }
        }
    }
}

extension FieldDescription {
    /// Whether it says how to reach somebody, which people are asked about.
    package var isWayToReachSomebody: Bool { consent?.need == .matter(.contact) }
}

/// What the value of a field is not public without.
package struct FieldConsent: Sendable {
    enum Need: Hashable {
        case matter(Disclosure.Matter)
        /// Nothing will do: it is nobody’s business, whoever they are.
        case never
    }

    let need: Need
    let span: Span

    /// Reads what a kind says of the field: `never`, or the name of a matter.
    init?(_ node: Node, reporting report: inout Report) {
        guard let word = node.text else {
            report.add(
                .error("‘consent’ names a matter, such as ‘photo’, or is ‘never’", at: node.span)
            )
            return nil
        }
        need = word == "never" ? .never : .matter(Disclosure.Matter(word))
        span = node.span
    }
}
