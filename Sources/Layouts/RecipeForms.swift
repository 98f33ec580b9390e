import Diagnostics
import Units
import YAML

extension Form where Value == StyleID {
    static var style: Form {
        Form(words: "a style’s name, or what differs from one") { $1.styleID($0) }
    }
}

extension Form where Value == [Recipe] {
    static var recipes: Form { Form(words: "a list of blocks") { $1.recipes($0) } }
}

extension Form where Value == [RunRecipe] {
    /// One template, or a list of templates and of runs with styles.
    static var runs: Form {
        Form(words: "text with fields in braces, or a list of runs (`run`, `style`, `link`)") {
            node,
            desk in
            guard let items = node.items else {
                return TemplateReader.template(node, at: &desk).map { [RunRecipe(template: $0)] }
            }
            return items.compactMap { desk.run($0) }
        }
    }
}

/// The keys of a run.
struct RunDraft {
    var template: Template?
    var style: StyleID?
    var link: Template?
    var breaksLine = false
    var fillsLine = false
    var hasLeaders = false

    static let properties: [Property<RunDraft>] = [
        Property("run", \.template, .template, "The words."),
        Property("style", \.style, .style, "How they look; what it leaves open is the block’s."),
        Property("link", \.link, .template, "The address, or `#anchor`, they lead to."),
        Property(
            "new-line",
            set: \.breaksLine,
            .truth,
            "Whether they begin a line.",
            default: "no"
        ),
        Property(
            "at-end",
            set: \.fillsLine,
            .truth,
            "Whether they are pushed to the line’s end.",
            default: "no"
        ),
        Property(
            "leaders",
            set: \.hasLeaders,
            .truth,
            "Whether points lead to them from what stands before, as in contents; they are pushed to the "
                + "line’s end then.",
            default: "no"
        ),
    ]
}

extension Desk {
    fileprivate mutating func run(_ node: Node) -> RunRecipe? {
        let node = resolved(node)
        if node.text != nil {
            return TemplateReader.template(node, at: &self).map { RunRecipe(template: $0) }
        }
        var draft = RunDraft()
        Property.read(node, into: &draft, by: RunDraft.properties, of: "a run", at: &self)
        guard let template = draft.template else { return nil }
        var run = RunRecipe(template: template, style: draft.style, link: draft.link)
        run.breaksLine = draft.breaksLine
        run.fillsLine = draft.fillsLine || draft.hasLeaders
        run.hasLeaders = draft.hasLeaders
        return run
    }
}

extension Form where Value == Breadth {
    static var breadth: Form {
        Form(words: "a length, a share such as `2 parts`, or `content`") { node, desk in
            guard let text = node.text else {
                desk.expect("a width", at: node)
                return nil
            }
            if text == "content" { return .content }
            let words = text.split(separator: " ")
            if words.count == 2, words[1] == "part" || words[1] == "parts",
                let number = Double(words[0]), number > 0, number < 1000
            {
                return .share(number)
            }
            if let measure = Measure(text) { return .fixed(measure) }
            desk.expect(
                "a width",
                at: node,
                hint: Measure.mended(text)
                    ?? "write ‘30mm’, ‘40%’, ‘2 parts’ or ‘content’"
            )
            return nil
        }
    }
}

extension Form where Value == Length {
    static var fixed: Form {
        Form(words: "a length in pt, mm, cm or in") { node, desk in
            if case .absolute(let length)? = node.text.flatMap({ Measure($0) }), length >= .zero {
                return length
            }
            let text = node.text ?? ""
            desk.expect(
                "a length such as ‘24mm’",
                at: node,
                hint: Measure.mended(text)
            )
            return nil
        }
    }

    /// A length that something is drawn or set by, so that none is none.
    static var positive: Form {
        Form(words: "a length in pt, mm, cm or in, above 0") { node, desk in
            guard let length = fixed.read(node, &desk) else { return nil }
            return desk.positive(.absolute(length), at: node) == nil ? nil : length
        }
    }

    /// From line to line of a document: nobody reads lines that stand closer than a point.
    static var leading: Form {
        Form(words: "a length in pt, mm, cm or in, of 1pt or more") { node, desk in
            guard let length = fixed.read(node, &desk) else { return nil }
            guard length < .pt(1) else { return length }
            desk.expect("a length of 1pt or more", at: node)
            return nil
        }
    }
}

extension Form where Value == Double {
    static var position: Form {
        Form(words: "start, centre or end") { node, desk in
            switch node.text {
            case "start": return 0
            case "centre": return 0.5
            case "end": return 1
            default:
                desk.expect("‘start’, ‘centre’ or ‘end’", at: node)
                return nil
            }
        }
    }
}

extension Form where Value == [Colour] {
    static var colours: Form {
        Form(words: "a colour or a list of them") { node, desk in
            (node.items ?? [node]).compactMap { Form<Colour>.colour.read($0, &desk) }
        }
    }
}

extension Form where Value == String {
    static var logo: Form {
        Form(words: "the name of a logo of the brand") { node, desk in
            let name = node.text ?? ""
            // Each brand has a main one or none.
            if desk.brand.logos[name] != nil || name == PictureRecipe.mainLogo { return name }
            let known = desk.brand.logos.keys.sorted()
            desk.report.add(
                .error(.unknown("logo", name), at: node.span)
                    .hinting(Suggestion.oneOf(known, for: name))
            )
            return nil
        }
    }

    static var part: Form {
        Form(words: "the name of a part") { node, desk in
            guard let name = node.text else {
                desk.expect("the name of a part", at: node)
                return nil
            }
            return desk.openPart(named: name, at: node.span) ? name : nil
        }
    }
}

extension Form where Value == [String: Expression] {
    static var arguments: Form {
        Form(words: "names and the fields they stand for") { node, desk in
            var arguments: [String: Expression] = [:]
            for entry in desk.entries(of: node, of: "what a part is given") ?? [] {
                guard let name = entry.key.text else { continue }
                let value = desk.resolved(entry.value)
                arguments[name] = TemplateReader.expression(value, at: &desk)
            }
            return arguments
        }
    }
}

extension Form where Value == [CellRecipe] {
    static var cells: Form {
        Form(words: "a list of cells (`do`, `each`, `width`, `align`)") { node, desk in
            (desk.items(of: node, of: "a row’s cells") ?? []).map { item in
                var cell = CellRecipe()
                Property.read(item, into: &cell, by: CellRecipe.properties, of: "a cell", at: &desk)
                return cell
            }
        }
    }
}

extension CellRecipe {
    static let properties: [Property<CellRecipe>] = [
        Property("do", set: \.blocks, .recipes, "The blocks of the cell."),
        Property(
            "each",
            \.each,
            .path,
            "A cell for each thing in this field of which it prints something."
        ),
        Property("as", set: \.name, .word, "What such a thing is called.", default: "item"),
        Property(
            "optional",
            set: \.isOptional,
            .truth,
            "Whether it goes, with the gap beside it, where nothing stands in it.",
            default: "no"
        ),
        Property("width", set: \.width, .breadth, "Its width.", default: "1 part"),
        Property("align", set: \.alignment, .choice, "Where its blocks stand.", default: "top"),
    ]
}

extension Form where Value == [ColumnRecipe] {
    static var tableColumns: Form {
        Form(words: "a list of columns (`head`, `cell` or `do`, `width`, `style`)") { node, desk in
            (desk.items(of: node, of: "a table’s columns") ?? []).map { item in
                if let name = item.text, !name.isEmpty {
                    let column: Diagnostic.Message = "a column"
                    desk.report.add(
                        .error(
                            "\(column) is a mapping of keys and values, not \(item.kind)",
                            at: item.span
                        )
                        .hinting("say what stands in it: {head: \(name), cell: …}")
                    )
                    return ColumnRecipe()
                }
                var column = ColumnRecipe()
                Property.read(
                    item,
                    into: &column,
                    by: ColumnRecipe.properties,
                    of: "a column",
                    at: &desk
                )
                return column
            }
        }
    }
}

extension ColumnRecipe {
    static let properties: [Property<ColumnRecipe>] = [
        Property("name", \.name, .word, "What the field of `columns-from` calls it."),
        Property("head", \.head, .template, "Its heading."),
        Property("cell", \.cell, .runs, "The words of a cell."),
        Property("do", \.blocks, .recipes, "The blocks of a cell, instead of `cell`."),
        Property("width", set: \.width, .breadth, "Its width.", default: "1 part"),
        Property("style", \.style, .style, "How its cells look."),
        Property("when", \.condition, .condition, "What must be so for it to stand."),
        Property(
            "names-row",
            set: \.namesRow,
            .truth,
            "Whether its cells name their rows.",
            default: "no"
        ),
    ]
}
