import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    /// Runs as far as content has something to say for them.
    typealias Said = [(run: RunRecipe, pieces: [Printed])]

    /// What runs print; nil where they have fields and none of them was given.
    mutating func said(by runs: [RunRecipe]) -> Said? {
        var said: Said = []
        var hasField = false
        var isGiven = false
        for run in runs {
            let joins = !said.isEmpty && !run.breaksLine && !run.fillsLine
            let words = printed(
                run.template.pieces,
                after: joins ? .words : hasField && said.isEmpty ? .nothing : .anything
            )
            hasField = hasField || words.fields > 0
            isGiven = isGiven || words.given > 0
            if words.fields > 0, words.given == 0 { continue }
            said.append((run, words.pieces))
        }
        if hasField, !isGiven { return nil }
        return said.isEmpty ? nil : said
    }

    /// What pieces of a template print.
    private struct Words {
        var pieces: [Printed] = []
        /// How many fields of the content they name, and how many of them were given.
        var fields = 0
        var given = 0
        /// Whether a field was not given that stands outside brackets.
        var lacksField = false
    }

    /// What stands in a line before pieces of a template.
    private enum Before {
        /// Words to which marks join them.
        case words
        /// Fields of which none was given: marks that would join these pieces to them are left out.
        case nothing
        case anything
    }

    private mutating func printed(_ pieces: [Template.Piece], after before: Before) -> Words {
        var words = Words()
        for piece in pieces {
            let isFirst =
                words.pieces.isEmpty && before != .words
                && (before == .nothing || words.fields > 0)
            switch piece {
            case .text(let text):
                let text = isFirst ? Self.withoutJoint(text) : text
                if text.isEmpty { continue }
                words.pieces.append(.text(own(text), language: nil, origin: layoutSpan))
            case .field(let expression):
                let value = print(expression)
                if expression.isContent {
                    words.fields += 1
                    if value.isNothing { words.lacksField = true } else { words.given += 1 }
                }
                if !value.isNothing { words.pieces.append(value) }
            case .optional(let inner):
                let inner = printed(
                    inner,
                    after: isFirst ? .nothing : words.pieces.isEmpty ? before : .words
                )
                words.fields += inner.fields
                if inner.lacksField || inner.given == 0 { continue }
                words.pieces += inner.pieces
                words.given += inner.given
            }
        }
        if pack.isRightToLeft { words.pieces = Isolate.joined(words.pieces) }
        return words
    }

    private static func withoutJoint(_ text: String) -> String {
        String(text.drop { " \u{A0}\u{202F},;:·".contains($0) })
    }

    /// Marks between fields as the page's language has them, whatever stands on either side.
    private func own(_ marks: String) -> String {
        let isMarks = !marks.unicodeScalars.contains { $0.properties.isAlphabetic }
        guard isMarks, !pack.ownMarks.isEmpty else { return marks }
        return marks.reduce(into: "") { $0 += pack.ownMarks[String($1)] ?? String($1) }
    }

    /// A template as bare text, for names, alternatives and the outline.
    mutating func plainText(_ template: Template) -> String {
        let pieces = printed(template.pieces, after: .anything).pieces
        let text = pieces.map { piece in
            switch piece {
            case .text(let text, _, _, _): text
            case .rich(let inlines, _, _): inlines.plainText
            case .nothing, .insert: ""
            }
        }.joined()
        return Isolate.removed(from: text)
    }
}

extension Expression {
    /// Whether it asks the content, rather than the house or the page.
    fileprivate var isContent: Bool {
        switch source {
        case .path, .count: true
        default: false
        }
    }
}
