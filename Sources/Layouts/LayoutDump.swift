import Diagnostics
import Units

extension Layout {
    /// The layout as indented text: all that it says, parts and the papers it extends laid into it.
    package func dump() -> String {
        var writer = LayoutWriter(styleNames: styleNames)
        writer.write(self, named: "layout")
        return writer.text
    }
}

/// Writes whatever a layout is made of, a line for each thing that it says.
///
/// It asks the values themselves what they have, so that nothing which is added to a recipe can be
/// forgotten here. Where a thing was written is no part of it.
struct LayoutWriter {
    private(set) var text = ""
    private let styleNames: [StyleID: String]
    private var depth = 0

    init(styleNames: [String: StyleID] = [:]) {
        let pairs = styleNames.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
        self.styleNames = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    mutating func write(_ value: Any, named name: String) {
        guard let value = said(value) else { return }
        if let words = words(for: value) { return line("\(name) \(words)") }
        let head = self.name(of: value).map { "\(name) \($0)" } ?? name
        // A thing of which nothing is said is not worth its name.
        let before = text
        line(head)
        let start = text
        depth += 1
        writeParts(of: value)
        depth -= 1
        if text == start, head == name { text = before }
    }

    /// What a thing is called that has a name.
    private func name(of value: Any) -> String? {
        Mirror(reflecting: value).children.first { $0.label == "name" }
            .flatMap { said($0.value) }.flatMap { words(for: $0) }
    }

    private mutating func line(_ words: String) {
        text += String(repeating: "  ", count: depth) + words + "\n"
    }

    private mutating func writeParts(of value: Any) {
        if let named = value as? [String: Any] {
            for (name, part) in named.sorted(by: { $0.key < $1.key }) { write(part, named: name) }
            return
        }
        if let styles = value as? [Style] { return write(styles) }
        if let arguments = value as? [PartArgument] {
            for argument in arguments { write(argument.expression, named: argument.name) }
            return
        }
        for part in Mirror(reflecting: value).children where part.label != "name" {
            if let recipe = part.value as? Recipe {
                write(recipe)
            } else {
                // What has no name is one of several, or all that an alternative holds.
                write(part.value, named: part.label.map { $0.hasPrefix(".") ? "-" : $0 } ?? "-")
            }
        }
    }

    private mutating func write(_ styles: [Style]) {
        for (index, style) in styles.enumerated() {
            write(style, named: words(for: StyleID(index: index)) ?? "")
        }
    }

    /// A block by its kind, and beneath it what the kind says and what every block may.
    private mutating func write(_ recipe: Recipe) {
        guard let content = Mirror(reflecting: recipe.content).children.first else { return }
        line([content.label, name(of: content.value)].compactMap(\.self).joined(separator: " "))
        depth += 1
        if let words = words(for: content.value) {
            line(words)
        } else {
            writeParts(of: content.value)
        }
        if let style = recipe.style { write(style, named: "style") }
        if let anchor = recipe.anchor { write(anchor, named: "anchor") }
        depth -= 1
    }

    /// The value without what may be open about it; nil where it is, and where something is not so.
    private func said(_ value: Any) -> Any? {
        if value is Span || value is [String: StyleID] { return nil }
        // Of a style the same is open, and said where it is not so.
        if type(of: value) == Bool.self, value as? Bool == false { return nil }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        guard let inner = mirror.children.first?.value else { return nil }
        return inner is Bool ? inner : said(inner)
    }

    /// A value that is told in a few words; nil where it has parts.
    private func words(for value: Any) -> String? {
        switch value {
        case let text as String: return "‘\(text)’"
        case let number as Double: return number.inHundredths
        case let style as StyleID: return styleNames[style] ?? "style-\(style.index)"
        case let value as any CustomStringConvertible & ToldInWords: return value.description
        case is Int, is Bool: return "\(value)"
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .enum:
            guard let payload = mirror.children.first else { return "\(value)" }
            return words(for: payload.value).map { "\(payload.label ?? "") \($0)" }
        case .collection:
            let words = mirror.children.map { self.words(for: $0.value) }
            guard !words.isEmpty, words.allSatisfy({ $0 != nil }) else { return nil }
            return words.compactMap { $0 }.joined(separator: ", ")
        default: return nil
        }
    }
}

/// What a dump prints in the words of its own description.
private protocol ToldInWords {}

extension Length: ToldInWords {}
extension Size: ToldInWords {}
extension Colour: ToldInWords {}
extension Measure: ToldInWords {}
extension ClosedRange: ToldInWords where Bound == Int {}
extension Breadth: ToldInWords, CustomStringConvertible {
    package var description: String {
        switch self {
        case .fixed(let measure): "\(measure)"
        case .share(let parts): "\(parts.inHundredths) parts"
        case .content: "content"
        }
    }
}
extension Tone: ToldInWords, CustomStringConvertible {
    package var description: String {
        switch self {
        case .fixed(let colour): "\(colour)"
        case .own(let tint): "own \((tint * 100).inHundredths)%"
        }
    }
}
extension Style.Border: ToldInWords, CustomStringConvertible {
    package var description: String { "\(width) \(colour)" }
}
extension Style.Sides: ToldInWords, CustomStringConvertible {
    package var description: String { "\(top) \(end) \(bottom) \(start)" }
}
extension Template: ToldInWords {}
extension Expression: ToldInWords {}
extension Condition: ToldInWords {}
