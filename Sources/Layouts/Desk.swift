import Diagnostics
import Units
import YAML

/// Where a layout is put together: the brand, the names known so far, the complaints.
struct Desk {
    var report: Report
    let brand: Brand
    /// Values that the layout names once: `$name` stands for them.
    var variables: [String: Node] = [:]
    var styles = StyleBook()
    /// Styles whose leading is to be held against their size once there is a grid.
    var sizedAnew: [SizedAnew] = []
    var parts: [String: Part] = [:]
    /// Parts that the paper itself describes, still to be read.
    var ownParts: [String: Node] = [:]
    /// Parts whose files were opened, and those whose styles were taken in.
    var partNodes: [String: Node] = [:]
    var partsWithStyles: Set<String> = []
    /// By the name of each style that parts bring, the part that brought it first.
    var partsOfStyles: [String: String] = [:]
    /// The parts within which the reading stands, the outermost first: none may ask for one of them.
    var partsBeingRead: [String] = []
    /// Whether what the paper builds upon could not be found: what is not there may only be missing.
    var lacksGround = false
    /// Variables of which it was told that there are none, each with its file.
    private var variablesTold: Set<VariableOfFile> = []
    /// Numbers of which it was told that a comma cut them.
    private var numbersCut: Set<Span> = []
    /// The tags of languages that the layout names itself.
    var writtenLanguages: Set<String> = []
    let openPart: (String) -> Node?
    /// The hint that goes with a part that is not there, given those of the paper itself.
    let partMeant: (String, [String]) -> Diagnostic.Message?

    init(
        report: Report,
        brand: Brand,
        openPart: @escaping (String) -> Node? = { _ in nil },
        partMeant: @escaping (String, [String]) -> Diagnostic.Message? = { _, _ in nil }
    ) {
        self.report = report
        self.brand = brand
        self.openPart = openPart
        self.partMeant = partMeant
    }

    /// The node itself, or what the variable it names stands for.
    mutating func resolved(_ node: Node) -> Node {
        guard let name = variable(namedBy: node) else { return node }
        if let value = variables[name] { return value }
        // A name that is wrong in one place is so wherever a file says it.
        let told = VariableOfFile(name: name, file: node.span.source)
        guard variablesTold.insert(told).inserted else { return node }
        report.add(
            .error("there is no variable ‘\(name)’", at: node.span)
                .hinting(Suggestion.didYouMean(name, among: variables.keys.sorted()))
        )
        return node
    }

    private func variable(namedBy node: Node) -> String? {
        guard let text = node.text, text.utf8.first == UInt8(ascii: "$") else { return nil }
        return String(text.dropFirst())
    }

    /// The entries of a mapping; anything else is an error that says what it should describe.
    mutating func entries(of node: Node, of what: @autoclosure () -> Diagnostic.Message) -> [Node
        .Entry]?
    {
        let node = resolved(node)
        if let entries = node.entries {
            return entries.contains(where: \.hasNoColon) ? withoutCutNumbers(entries) : entries
        }
        if node.isEmpty { return [] }
        report.add(
            .error("\(what()) is a mapping of keys and values, not \(node.kind)", at: node.span)
        )
        return nil
    }

    /// Entries without those that a decimal comma cut in two, as in `{top: 1,5mm}`; each is told once.
    private mutating func withoutCutNumbers(_ entries: [Node.Entry]) -> [Node.Entry] {
        var whole: [Node.Entry] = []
        for entry in entries {
            guard entry.hasNoColon, let rest = entry.key.text, let last = whole.last,
                let figures = last.value.text, entry.key.span.start == last.value.span.end + 1,
                let mend = Measure.withPoint("\(figures),\(rest)")
            else {
                whole.append(entry)
                continue
            }
            whole.removeLast()
            let span = last.value.span.joined(to: entry.key.span)
            guard numbersCut.insert(span).inserted else { continue }
            report.add(
                .error("a comma parts what stands between braces", at: span).hinting(mend)
            )
        }
        return whole
    }

    mutating func items(of node: Node, of what: @autoclosure () -> Diagnostic.Message) -> [Node]? {
        let node = resolved(node)
        if let items = node.items { return items }
        if node.isEmpty { return [] }
        report.add(
            .error("\(what()) is a list, not \(node.kind)", at: node.span)
                .hinting("begin each line of it with ‘- ’")
        )
        return nil
    }

    mutating func refuse(_ key: Node, in what: Diagnostic.Message, known: [String]) {
        let name = key.text ?? ""
        var problem = Diagnostic.error(.unknownKey(name, in: what), at: key.span)
        if let hint = OtherWords.didYouMean(name, among: known) {
            problem = problem.hinting(hint)
        } else if known.count <= 24 {
            let names = known.sorted().joined(separator: ", ")
            problem = problem.hinting("it knows \(names)")
        }
        report.add(problem)
    }

    /// Tells that a text is expected, or several; braces that stand without quotes are a mapping of a field.
    mutating func expectText(_ what: Diagnostic.Message = "some text", at node: Node) {
        guard let entry = node.entries?.first, node.entries?.count == 1, entry.value.isEmpty,
            let word = entry.key.text, variable(namedBy: node) == nil
        else { return expect(what, at: node) }
        report.add(
            .error("expected \(what), found \(node.kind)", at: node.span)
                .hinting("text with a field in it needs quotes: \"{\(word)}\"")
        )
    }

    mutating func expect(
        _ what: Diagnostic.Message,
        at node: Node,
        hint: Diagnostic.Message? = nil
    ) {
        if let name = variable(namedBy: node), variables[name] == nil {
            // That there is no such variable is all that is wrong.
            _ = resolved(node)
            return
        }
        let found = node.text.map { $0.isEmpty ? "nothing" : "‘\($0)’" } ?? node.kind
        report.add(.error("expected \(what), found \(found)", at: node.span).hinting(hint))
    }
}

private struct VariableOfFile: Hashable {
    var name: String
    var file: SourceID
}

extension Diagnostic.Message {
    static func unknownKey(_ key: String, in owner: Self) -> Self {
        "unknown key ‘\(key)’ in \(owner)"
    }

    static func unknown(_ what: Self, _ name: String) -> Self {
        "there is no \(what) ‘\(name)’"
    }
}
