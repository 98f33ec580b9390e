import Diagnostics
import Layouts

/// What papers of one run have in common, because nothing in it asks whom a paper is made for.
struct Sameness {
    /// The name that stands for what each paper is made for.
    let name: String

    /// Whether a master comes out alike for all: most have no more than drawings and streams.
    func holds(of design: MasterDesign) -> Bool {
        (design.language.map { holds(of: $0) } ?? true)
            && design.frames.allSatisfy { frame in
                switch frame.filling {
                case .head(let recipes)?, .foot(let recipes)?, .drawing(let recipes)?:
                    recipes.allSatisfy { holds(of: $0) }
                case .stream?, nil: true
                }
            }
    }

    /// Recipes that choose, repeat or name pictures are not looked into.
    private func holds(of recipe: Recipe) -> Bool {
        guard recipe.anchor == nil else { return false }
        return switch recipe.content {
        case .rule, .space: true
        case .paragraph(let runs):
            runs.allSatisfy { $0.link == nil && $0.template.pieces.allSatisfy { holds(of: $0) } }
        case .box(let steps), .columns(_, _, let steps): steps.allSatisfy { holds(of: $0) }
        case .row(let cells, _):
            cells.allSatisfy { $0.each == nil && $0.blocks.allSatisfy { holds(of: $0) } }
        default: false
        }
    }

    private func holds(of piece: Template.Piece) -> Bool {
        switch piece {
        case .text: true
        case .field(let expression): holds(of: expression)
        case .optional(let inner): inner.allSatisfy { holds(of: $0) }
        }
    }

    /// Filters may name fields as well.
    private func holds(of expression: Expression) -> Bool {
        guard expression.filters.isEmpty else { return false }
        return switch expression.source {
        case .path(let names): names.first != name && names.first != "index"
        case .word, .snippet, .literal, .count, .page, .pages, .heading: true
        }
    }
}

extension Composer {
    /// Designs the pages: once for all papers of a run, where they are alike and nothing was said of
    /// them.
    mutating func designPages() {
        if let masters = common.masters {
            flow.masters = masters
            return
        }
        let heard = report.diagnostics.count
        flow.masters = masters()
        let sameness = Sameness(name: layout.eachName)
        if report.diagnostics.count == heard,
            layout.masters.values.allSatisfy({ sameness.holds(of: $0) })
        {
            common.masters = flow.masters
        }
    }
}
