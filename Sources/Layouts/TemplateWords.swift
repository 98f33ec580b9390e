// Templates, fields and questions as layouts write them: for dumps.

import Arrangement
import Units

extension Template: CustomStringConvertible {
    package var description: String { "‘\(pieces.map(\.description).joined())’" }
}

extension Template.Piece: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text(let text): text
        case .field(let expression): "{\(expression)}"
        case .optional(let pieces): "[\(pieces.map(\.description).joined())]"
        }
    }
}

extension Expression: CustomStringConvertible {
    package var description: String {
        ([source.description] + filters.map(\.description)).joined(separator: " | ")
    }
}

extension Expression.Source: CustomStringConvertible {
    package var description: String {
        switch self {
        case .path(let names): names.joined(separator: ".")
        case .word(let name): "word:\(name)"
        case .snippet(let name): "snippet:\(name)"
        case .literal(let text): "'\(text)'"
        case .count(let name): "count:\(name)"
        case .page: "page"
        case .pages: "pages"
        case .heading(let level, let which):
            "heading:\(level)" + (which.map { " \($0.rawValue)" } ?? "")
        }
    }
}

extension Filter: CustomStringConvertible {
    package var description: String {
        switch argument {
        case .nothing: name.rawValue
        case .number(let number): "\(name.rawValue): \(number)"
        case .word(let word): "\(name.rawValue): \(word)"
        case .text(let text): "\(name.rawValue): '\(text)'"
        case .path(let names): "\(name.rawValue): \(names.joined(separator: "."))"
        case .lack(let field): "\(name.rawValue): not \(field)"
        case .test(let field, let wanted):
            "\(name.rawValue): \(field)" + (wanted.map { " is \($0)" } ?? "")
        }
    }
}

extension Condition: CustomStringConvertible {
    package var description: String {
        switch self {
        case .given(let field): "\(field)"
        case .equal(let field, let text): "\(field) is \(text)"
        case .has(let list, let text): "\(list) has \(text)"
        case .atLeast(let field, let number): "\(field) is at least \(number.inHundredths)"
        case .not(let inner): "not (\(inner))"
        case .all(let parts): parts.map { "(\($0))" }.joined(separator: " and ")
        case .any(let parts): parts.map { "(\($0))" }.joined(separator: " or ")
        }
    }
}
