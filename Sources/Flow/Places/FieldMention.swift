package import Content
package import Diagnostics
package import Layouts

/// Where a layout asks one of the things it has named for a field: `{speaker.name}`.
struct FieldMention {
    /// The names that lead to the field from the paper on; more than one way where the thing may be
    /// one of several.
    var paths: [[String]]
    var span: Span
}

extension Layout {
    /// Fields that a layout asks of what it has named, and that no such thing has: they would print
    /// nothing, whatever the content.
    ///
    /// Names in shared parts are left alone: those serve several kinds.
    package func unknownFields(of kind: Kind, among kinds: KindLibrary) -> [Diagnostic] {
        guard let span else { return [] }
        let own = parts.filter { $0.value.blocks.first?.span.source == span.source }
        var walk = LayoutWalk(parts: own, hearsMentions: true)
        walk.walk(self)
        var told: Set<Span> = []
        return walk.mentions.compactMap { mention in
            guard mention.span.source == span.source else { return nil }
            let problems = mention.paths.map {
                kinds.problem(of: $0, in: kind, besides: [], at: mention.span)
            }
            guard let problem = problems[0], problems.allSatisfy({ $0 != nil }),
                told.insert(mention.span).inserted
            else { return nil }
            return problem
        }
    }
}
