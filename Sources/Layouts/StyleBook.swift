import Diagnostics
import YAML

/// A style by its place in the layout's book.
package struct StyleID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) { self.index = index }
}

/// The styles of a layout, each resolved when it is first named.
struct StyleBook {
    private(set) var all: [Style] = []
    private(set) var ids: [String: StyleID] = [:]
    /// What files say of each name, the most general first.
    private var written: [String: [Node]] = [:]
    private var beingResolved: [String] = []

    var names: [String] { written.keys.sorted() }

    /// Takes in a file's `styles:`, above or below what is known of the same names.
    mutating func take(_ entries: [Node.Entry], below: Bool = false) {
        for entry in entries {
            guard let name = entry.key.text else { continue }
            if below {
                written[name, default: []].insert(entry.value, at: 0)
            } else {
                written[name, default: []].append(entry.value)
            }
        }
    }

    mutating func add(_ style: Style) -> StyleID {
        all.append(style)
        return StyleID(index: all.count - 1)
    }

    func isKnown(_ name: String) -> Bool { written[name] != nil }

    func nodes(of name: String) -> [Node]? { written[name] }

    /// Nil where the style is being resolved already: it comes from itself.
    mutating func begin(_ name: String) -> Bool {
        if beingResolved.contains(name) { return false }
        beingResolved.append(name)
        return true
    }

    mutating func end(_ name: String, with style: Style) -> StyleID {
        beingResolved.removeAll { $0 == name }
        let id = add(style)
        ids[name] = id
        return id
    }
}

extension Desk {
    /// The style of that name; an unknown one is an error at `span`.
    mutating func style(named name: String, at span: Span) -> StyleID? {
        if let id = styles.ids[name] { return id }
        guard let nodes = styles.nodes(of: name) else {
            report.add(
                .error(.unknown("style", name), at: span)
                    .hinting(Suggestion.oneOf(styles.names, for: name))
            )
            return nil
        }
        guard styles.begin(name) else {
            report.add(.error("the style ‘\(name)’ comes from itself", at: span))
            return nil
        }
        var style: Style?
        for node in nodes { style = read(style: node, over: style) }
        return styles.end(name, with: style ?? Style())
    }

    /// Reads a style's mapping and lays it over what it comes from and over `lower`.
    mutating func read(style node: Node, over lower: Style? = nil) -> Style {
        guard let entries = entries(of: node, of: "a style") else { return lower ?? Style() }
        var style = Style()
        var parent: Style?
        for entry in entries {
            let name = entry.key.text ?? ""
            if name == "from" {
                let source = resolved(entry.value)
                let id = source.text.flatMap { self.style(named: $0, at: source.span) }
                if let id { parent = styles.all[id.index] }
            } else if let property = Style.properties.first(where: { $0.key.name == name }) {
                property.take(entry.value, &style, &self)
            } else {
                refuse(entry.key, in: "a style", known: ["from"] + Style.properties.map(\.key.name))
            }
        }
        if let lower { style = style.over(lower) }
        if let parent { style = style.over(parent) }
        if let size = node["size"], node["leading"] == nil {
            sizedAnew.append(SizedAnew(style: style, span: size.span))
        }
        return style
    }

    /// `style: title`, or a mapping that says what differs from one.
    mutating func styleID(_ node: Node) -> StyleID? {
        let node = resolved(node)
        if let name = node.text { return style(named: name, at: node.span) }
        return styles.add(read(style: node))
    }
}
