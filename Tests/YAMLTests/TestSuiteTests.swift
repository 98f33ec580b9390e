import Diagnostics
import Foundation
import Testing
import YAML

/// The YAML project's own test suite, where it lies on this machine.
///
/// The variable `YAML_TEST_SUITE` names its folder `src`. No package has it, so that what it found once
/// stands among the other tests.
@Suite(.enabled(if: SuiteCase.folder != nil))
struct TestSuiteTests {
    @Test(arguments: SuiteCase.all)
    func agrees(with suite: SuiteCase) {
        let reading = Reading(suite.stream)
        let errors = reading.report.diagnostics.filter { $0.severity == .error }
        guard !suite.fails else {
            #expect(!errors.isEmpty, "\(suite.stream)")
            #expect(errors.allSatisfy { $0.span != nil })
            return
        }
        #expect(errors.isEmpty, "\(reading.printed)")
        #expect(reading.documents.flatMap { events(of: $0.root) } == suite.values)
    }

    /// What the suite writes of a node, tags, anchors and the manner of writing left out.
    private func events(of node: Node) -> [String] {
        if let alias = node.alias { return ["=ALI *\(alias.value)"] }
        switch node.content {
        case .scalar(let scalar): return ["=VAL \(scalar.text)"]
        case .sequence(let items): return ["+SEQ"] + items.flatMap { events(of: $0) } + ["-SEQ"]
        case .mapping(let entries):
            let inner = entries.flatMap { events(of: $0.key) + events(of: $0.value) }
            return ["+MAP"] + inner + ["-MAP"]
        }
    }
}

struct SuiteCase: CustomTestStringConvertible {
    let name: String
    let stream: String
    let fails: Bool
    /// The events of its nodes, without tags, anchors and styles.
    let values: [String]

    var testDescription: String { name }

    static var folder: String? { ProcessInfo.processInfo.environment["YAML_TEST_SUITE"] }

    static var all: [SuiteCase] {
        guard let folder else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { cases(in: $0, of: folder) }
    }

    private static func cases(in file: String, of folder: String) -> [SuiteCase] {
        let bytes = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
        let items = Reading(Array(bytes)).root?.items ?? []
        // Cases that the suite itself is in doubt about are marked.
        guard items.first?["skip"] == nil else { return [] }
        var tree = ""
        return items.enumerated().map { number, item in
            tree = item["tree"]?.text ?? tree
            return SuiteCase(
                name: "\(file) \(number)",
                stream: visible(item["yaml"]?.text ?? ""),
                fails: item["fail"] != nil,
                values: values(of: visible(tree))
            )
        }
    }

    /// The suite writes signs for blanks that are not seen.
    private static func visible(_ text: String) -> String {
        var text = text.replacing(/—*»/, with: "\t").replacing("␣", with: " ")
        text = text.replacing("←", with: "\r").replacing("⇔", with: "\u{FEFF}")
        text = text.replacing("↵", with: "")
        return text.hasSuffix("∎\n") ? String(text.dropLast(2)) : text
    }

    private static func values(of tree: String) -> [String] {
        tree.split(separator: "\n").compactMap { line in
            let event = line.drop { $0 == " " }
            switch event.prefix(4) {
            case "+SEQ", "-SEQ", "+MAP", "-MAP": return String(event.prefix(4))
            case "=ALI": return String(event)
            case "=VAL": return "=VAL " + value(of: event.dropFirst(5))
            default: return nil
            }
        }
    }

    /// Of `&anchor <tag> :text`, the text, whose first letter says how it was written.
    private static func value(of event: Substring) -> String {
        var rest = event
        while rest.first == "&" || rest.first == "<" {
            rest = rest.drop { $0 != " " }.dropFirst()
        }
        var (text, isEscaped) = ("", false)
        for letter in rest.dropFirst() {
            guard isEscaped || letter == "\\" else {
                text.append(letter)
                continue
            }
            if isEscaped {
                text += ["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}"][letter] ?? "\(letter)"
            }
            isEscaped.toggle()
        }
        return text
    }
}
