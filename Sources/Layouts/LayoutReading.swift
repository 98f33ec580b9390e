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
            report.add(
                .error(.unknown("paper", name), at: span)
                    .hinting(shelf.meant(by: name, in: .papers))
            )
            return nil
        }
        var desk = Desk(
            report: report,
            brand: brand,
            openPart: { shelf.open(.parts, $0) },
            partMeant: { shelf.meant(by: $0, in: .parts, or: $1) }
        )
        let chain = desk.chain(from: root, named: name, on: shelf)
        var layout = desk.layout(from: chain)
        // A copy often still says the name of what it was copied from.
        layout.name = name
        report = desk.report
        return layout
    }
}

extension Desk {
    /// The files a paper is made of, the most general first.
    fileprivate mutating func chain(from root: Node, named: String, on shelf: Shelf) -> [Node] {
        var chain = [root]
        var names = [named]
        while let next = chain[0]["extends"] ?? misspelt("extends", in: chain[0]) {
            guard let name = next.text, !next.isEmpty else {
                expect("the name of a paper", at: next, hint: "name one, as in ‘extends: base’")
                chain = ground(besides: names, on: shelf) + chain
                break
            }
            if let start = names.firstIndex(of: name) {
                let circle = (names[start...] + [name]).joined(separator: ", ")
                report.add(
                    .error("papers build upon one another in a circle: \(circle)", at: next.span)
                        .hinting("let the last of them extend a paper of Griot, such as ‘base’")
                )
                chain = ground(besides: names, on: shelf) + chain
                break
            }
            names.append(name)
            guard let node = shelf.open(.papers, name) else {
                report.add(
                    .error(.unknown("paper", name), at: next.span)
                        .hinting(shelf.meant(by: name, in: .papers))
                )
                chain = ground(besides: names, on: shelf) + chain
                break
            }
            chain.insert(node, at: 0)
        }
        return chain
    }

    /// What stands under a key that is nearly spelt so, as is told of it where keys are read.
    private func misspelt(_ key: String, in node: Node) -> Node? {
        node.entries?.first { entry in
            entry.key.text.map { Suggestion.nearest(to: $0, among: [key]) != nil } ?? false
        }?.value
    }

    /// The ground of most papers, which still shows the other mistakes of one that has lost its own.
    private mutating func ground(besides names: [String], on shelf: Shelf) -> [Node] {
        lacksGround = true
        return names.contains("base") ? [] : shelf.open(.papers, "base").map { [$0] } ?? []
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
        let mistakes = report.count(of: .error)
        check(frames: layout, of: chain)
        layout.isUnsettled = lacksGround || report.count(of: .error) > mistakes
        checkLeading(of: layout)
        layout.styles = styles.all
        layout.styleNames = styles.ids
        layout.parts = parts
        layout.languages = writtenLanguages
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
        guard let margins = node["margins"].map({ resolved($0) }) else { return }
        if margins.text != nil {
            guard let margin = Form<Measure>.length.read(margins, &self) else { return }
            (grid.inside, grid.outside, grid.top, grid.bottom) = (margin, margin, margin, margin)
            return
        }
        Property.read(margins, into: &grid, by: Grid.margins, of: "margins", at: &self)
    }

    /// Resolves every style, so that a mistake in one that is never used is told as well.
    private mutating func resolveStyles() {
        for name in styles.names {
            if let node = styles.nodes(of: name)?.last { _ = style(named: name, at: node.span) }
        }
    }

    private mutating func takeAway(stream name: Node, from streams: inout [StreamRecipe]) {
        let known = streams.map(\.name)
        streams.removeAll { $0.name == name.text }
        guard streams.count == known.count, !lacksGround else { return }
        report.add(
            .error(.unknown("stream", name.text ?? ""), at: name.span)
                .hinting(Suggestion.oneOf(known, for: name.text ?? ""))
        )
    }

    private mutating func readStreams(of chain: [Node], into layout: inout Layout) {
        for node in chain {
            for entry in group("streams", of: node) {
                if entry.value.text == "none" {
                    takeAway(stream: entry.key, from: &layout.streams)
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
