package import Diagnostics
import Units
import YAML

extension Layout {
    static let properties: [Property<Layout>] = [
        Property("paper", set: \.name, .word, "The layout’s name."),
        Property("about", set: \.about, .word, "What it is, for people."),
        Property("extends", elsewhere: "a paper’s name", "The paper this one builds upon."),
        Property("kind", \.kind, .word, "The kind of content it prints.", default: "any"),
        Property(
            "size",
            set: \.size,
            .paper,
            "Its size: a name, or `width x height`.",
            default: "a4"
        ),
        Property(
            "landscape",
            set: \.isLandscape,
            .truth,
            "Whether it lies on its side.",
            default: "no"
        ),
        Property("bleed", set: \.bleed, .fixed, "Colour beyond the trim.", default: "0"),
        Property(
            "level-spreads",
            set: \.levelsSpreads,
            .truth,
            "Whether facing pages end on the same line where the text allows it.",
            default: "no"
        ),
        Property("grid", elsewhere: "a mapping", "What columns, margins and lines are counted in."),
        Property(
            "variables",
            elsewhere: "names and values",
            "Values named once: `$name` stands for them."
        ),
        Property("styles", elsewhere: "names and styles", "How things look."),
        Property(
            "masters",
            elsewhere: "`first`, `second`, `left`, `right`, `spare`, `last`, `only`",
            "Page designs; `second` is the back of the first page. Where there is one for `left` pages, those of `spare` and `last` are turned "
                + "over on them, or are `spare-left` and `last-left`."
        ),
        Property(
            "streams",
            elsewhere: "names and lists of blocks",
            "The recipe. What one of them makes for a thing, by `each`, stands on no page before the text "
                + "that the stream with the most blocks makes for the same thing."
        ),
        Property(
            "parts",
            elsewhere: "names and parts",
            "Blocks that this paper uses more than once."
        ),
        Property("fit", elsewhere: "a mapping", "How many pages it should have."),
        Property(
            "notes",
            elsewhere: "a mapping",
            "How footnotes are parted from the text; what they look like says the style `note`."
        ),
        Property(
            "each",
            \.each,
            .path,
            "The paper is made over again for each thing in this field.",
            default: "once"
        ),
        Property("as", set: \.eachName, .word, "What such a thing is called.", default: "item"),
        Property(
            "copies",
            \.copies,
            .path,
            "A field with the number of times it is made for each.",
            default: "once"
        ),
        Property(
            "address-book",
            set: \.addressBook,
            .paths,
            "People and offices whose vCards go into a file beside the paper, such as `[people, groups.people]`; of a merge, those that it is made for."
        ),
        Property(
            "calendar",
            \.calendar,
            .path,
            "Days whose items go into a calendar file (.ics) beside the paper; of several papers of one file, beside the first."
        ),
        Property("impose", elsewhere: "a mapping", "How pages stand on sheets."),
        Property("metadata", elsewhere: "a mapping", "What the file says about itself."),
    ]

    static let masterNames = [
        "first", "second", "left", "right", "spare", "spare-left", "last", "last-left", "only",
    ]

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
        if let grid = node["grid"] {
            Property.read(grid, into: &layout.grid, by: Grid.properties, of: "a grid", at: &self)
            if let margins = grid["margins"] {
                Property.read(
                    margins,
                    into: &layout.grid,
                    by: Grid.margins,
                    of: "margins",
                    at: &self
                )
            }
        }
        if let fit = node["fit"] {
            var recipe = FitRecipe()
            recipe.span = fit.span
            Property.read(fit, into: &recipe, by: FitRecipe.properties, of: "‘fit’", at: &self)
            layout.fit = recipe
        }
        if let notes = node["notes"] {
            Property.read(
                notes,
                into: &layout.notes,
                by: NotesRecipe.properties,
                of: "‘notes’",
                at: &self
            )
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

extension Desk {
    /// Reads a part unless it was read before; false where there is none of that name.
    mutating func openPart(named name: String, at span: Span) -> Bool {
        if parts[name] != nil { return true }
        if partsBeingRead.contains(name) {
            report.add(.error("the part ‘\(name)’ stands inside itself", at: span))
            return false
        }
        guard let node = node(ofPart: name) else {
            let known = Set(partNames()).union(ownParts.keys).sorted()
            report.add(
                .error(.unknown("part", name), at: span)
                    .hinting(Suggestion.oneOf(known, for: name))
            )
            return false
        }
        partsBeingRead.append(name)
        defer { partsBeingRead.removeLast() }
        takeStyles(of: node, named: name)
        parts[name] = read(part: node, named: name)
        return true
    }

    private mutating func read(part node: Node, named name: String) -> Part {
        var part = Part(name: name, takes: [:], blocks: [], span: node.span)
        for entry in entries(of: node, of: "a part") ?? [] {
            switch entry.key.text {
            case "part", "about", "styles": break
            case "takes": part.takes = texts(entry.value, of: "what a part takes")
            case "blocks": part.blocks = recipes(entry.value)
            default:
                refuse(entry.key, in: "a part", known: Part.properties.map(\.name))
            }
        }
        return part
    }
}

extension Form where Value == Size {
    static var paper: Form {
        Form(words: "a3, a4, a5, a6, letter, card, id1, or `105mm x 148mm`") { node, desk in
            let text = node.text ?? ""
            if let paper = Paper(rawValue: text.lowercased()) { return paper.size }
            let sides = text.split(separator: "x").map { Measure($0) }
            if sides.count == 2, case .absolute(let width)? = sides[0],
                case .absolute(let height)? = sides[1], width > .zero, height > .zero
            {
                return Size(width: width, height: height)
            }
            desk.expect(
                "a size",
                at: node,
                hint: Suggestion.didYouMean(text, among: Paper.allCases.map(\.rawValue))
                    ?? "write ‘a4’ or ‘105mm x 148mm’"
            )
            return nil
        }
    }
}
