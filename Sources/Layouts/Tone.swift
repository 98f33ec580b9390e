import Diagnostics
package import Units
import YAML

/// A colour of a style: a fixed one, or that of the thing being told apart.
package enum Tone: Hashable, Sendable {
    case fixed(Colour)
    /// What ``Recipe/Content/apart(_:do:)`` gives the thing at hand, mixed with white.
    case own(tint: Double)
}

extension Form where Value == Tone {
    static var tone: Form {
        Form(
            words:
                "a colour of the brand, its tint (`primary 20%`), `#rrggbb`, or `own` of what is told apart"
        ) { node, desk in
            guard let text = node.text else {
                desk.expect("a colour", at: node)
                return nil
            }
            return desk.tone(text, at: node.span)
        }
    }
}

extension Desk {
    /// Reads `own` and `own 12%`; anything else is a colour of the brand.
    mutating func tone(_ text: String, at span: Span) -> Tone? {
        if text == "own" { return .own(tint: 1) }
        if text.hasPrefix("own "), case .share(let share)? = Measure(text.dropFirst(4)) {
            return .own(tint: share)
        }
        return colour(text, at: span).map { .fixed($0) }
    }
}
