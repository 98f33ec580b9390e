package import Diagnostics
import YAML

extension Layout {
    /// Reads a paper with everything it builds upon.
    ///
    /// - Returns: The layout as far as it could be read; nil where there is no such paper.
    package static func read(
        paper name: String,
        from shelf: Shelf,
        brand: Brand,
        reporting report: inout Report,
        askedAt span: Span? = nil
    ) -> Layout? {
        guard let root = shelf.open(.papers, name) else {
            let known = shelf.names(.papers)
            report.add(
                .error(.unknown("paper", name), at: span)
                    .hinting(Suggestion.oneOf(known, for: name))
            )
            return nil
        }
        var desk = Desk(
            report: report,
            brand: brand,
            openPart: { shelf.open(.parts, $0) },
            partNames: { shelf.names(.parts) }
        )
        let chain = desk.chain(from: root, on: shelf)
        let layout = desk.layout(from: chain)
        report = desk.report
        return layout
    }
}

extension Desk {
    /// The files a paper is made of, the most general first.
    fileprivate mutating func chain(from root: Node, on shelf: Shelf) -> [Node] {
        var chain = [root]
        var seen = Set([root["paper"]?.text ?? ""])
        while let next = chain[0]["extends"] {
            guard let name = next.text, seen.insert(name).inserted else {
                report.add(.error("this paper extends itself", at: next.span))
                break
            }
            guard let node = shelf.open(.papers, name) else {
                let known = shelf.names(.papers)
                report.add(
                    .error(.unknown("paper", name), at: next.span)
                        .hinting(Suggestion.oneOf(known, for: name))
                )
                // The ground of most papers still shows the other mistakes.
                if seen.insert("base").inserted, let base = shelf.open(.papers, "base") {
                    chain.insert(base, at: 0)
                }
                break
            }
            chain.insert(node, at: 0)
        }
        return chain
    }

    fileprivate mutating func layout(from chain: [Node]) -> Layout {
        var layout = Layout()
        layout.span = chain.last?.span
        takeNames(of: chain)
        for node in chain { takeStyles(ofPartsIn: node) }
        for node in chain { read(head: node, into: &layout) }
        resolveStyles()
        readStreams(of: chain, into: &layout)
        readMasters(of: chain, into: &layout)
        check(frames: layout)
        checkLeading(of: layout)
        layout.styles = styles.all
        layout.styleNames = styles.ids
        layout.parts = parts
        return layout
    }

    /// Takes in what may be named before it is described.
    private mutating func takeNames(of chain: [Node]) {
        for node in chain {
            for entry in group("variables", of: node) {
                variables[entry.key.text ?? ""] = entry.value
            }
            styles.take(group("styles", of: node))
            for entry in group("parts", of: node) { ownParts[entry.key.text ?? ""] = entry.value }
        }
    }

    private mutating func read(head node: Node, into layout: inout Layout) {
        Property.read(node, into: &layout, by: Layout.properties, of: "a paper", at: &self)
        if let grid = node["grid"] { read(grid: grid, into: &layout.grid) }
        if let fit = node["fit"] {
            var recipe = FitRecipe()
            recipe.span = fit.span
            Property.read(fit, into: &recipe, by: FitRecipe.properties, of: "‘fit’", at: &self)
            layout.fit = recipe
        }
        if let notes = node["notes"] {
            let properties = NotesRecipe.properties
            Property.read(notes, into: &layout.notes, by: properties, of: "‘notes’", at: &self)
        }
        if let impose = node["impose"] {
            layout.imposing =
                impose.text == "none"
                ? nil
                : ImposingRecipe.read(impose, over: layout.imposing ?? ImposingRecipe(), at: &self)
        }
        if let metadata = node["metadata"] {
            Property.read(
                metadata,
                into: &layout.metadata,
                by: MetadataRecipe.properties,
                of: "‘metadata’",
                at: &self
            )
        }
    }

    private mutating func read(grid node: Node, into grid: inout Grid) {
        Property.read(node, into: &grid, by: Grid.properties, of: "a grid", at: &self)
        guard let margins = node["margins"] else { return }
        Property.read(margins, into: &grid, by: Grid.margins, of: "margins", at: &self)
    }

    /// Resolves every style, so that a mistake in one that is never used is told as well.
    private mutating func resolveStyles() {
        for name in styles.names {
            if let node = styles.nodes(of: name)?.last { _ = style(named: name, at: node.span) }
        }
    }

    private mutating func readStreams(of chain: [Node], into layout: inout Layout) {
        for node in chain {
            for entry in group("streams", of: node) {
                if entry.value.text == "none" {
                    layout.streams.removeAll { $0.name == entry.key.text }
                    continue
                }
                let stream = StreamRecipe(
                    name: entry.key.text ?? "",
                    blocks: recipes(entry.value),
                    span: entry.key.span
                )
                layout.streams.removeAll { $0.name == stream.name }
                layout.streams.append(stream)
            }
        }
        for name in ownParts.keys.sorted() {
            if let node = ownParts[name] { _ = openPart(named: name, at: node.span) }
        }
    }
}
