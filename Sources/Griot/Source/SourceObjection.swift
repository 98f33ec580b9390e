internal import Diagnostics
internal import Finishing
internal import Reading

/// Why a paper’s source can’t travel in its PDF.
enum SourceObjection: Error {
    /// It could not be taken out again.
    case unpackable(ReadingError)
    /// What the paper does not show can’t be taken out of a register without harm to what it does.
    case entangled(register: String)
    /// A sheet travels as a text, and the names that this could have are taken.
    case crowded(register: String, by: [String])
    /// What people have not agreed to show can’t be taken out of it.
    case personal
    /// The file promises to carry none.
    case refused(by: Standard)

    /// Reads on from “the source of ‘summary.yaml’ is not attached: it”.
    fileprivate var reason: Diagnostic.Message {
        switch self {
        case .unpackable(let error): error.reason
        case .entangled(let register):
            "needs records of ‘\(register)’ that the paper does not name, such as one behind ‘&’"
        case .crowded(let register, let names):
            "needs what stands in ‘\(register)’, for which \(Diagnostic.Message.quoted(names)) leave no name"
        case .personal: "holds what people have not agreed to show"
        case .refused(let standard): "may not travel in a file of \(standard.rawValue)"
        }
    }

    var hint: Diagnostic.Message? {
        switch self {
        case .unpackable: nil
        case .entangled(let register):
            "write out in ‘\(register)’ what stands there for ‘*’, or let ‘--source’ attach all of it"
        case .crowded(_, let names):
            "put what stands in \(Diagnostic.Message.quoted(names)) into one file"
        case .personal:
            "‘griot render … --source’ attaches it all the same, for a copy that stays inside"
        case .refused: "‘--standard a-3a’ lets it travel; ‘--no-source’ says that it need not"
        }
    }
}

extension Diagnostic.Message {
    static func sourceStays(_ objection: SourceObjection, of paper: String) -> Self {
        let message: Self = "the source of ‘\(paper)’ is not attached: it \(objection.reason)"
        if case .personal = objection { return message.about(.personalSource) }
        return message
    }
}
