import Diagnostics
import Foundation
import YAML

@testable import Content

/// A desk to read papers at: the repository's kinds, and texts typed into a test.
struct Desk {
    var sources = Sources()
    var report = Report()

    static let kindsFolder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "kinds")

    static func kindFiles() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: kindsFolder,
            includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "yaml" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// What is said for each phrase in French.
    mutating func french() throws -> Phrasebook {
        let file = Self.kindsFolder.deletingLastPathComponent().appending(path: "messages/fr.yaml")
        let pairs =
            node(try String(contentsOf: file, encoding: .utf8), named: "fr.yaml")?.items ?? []
        let phrases = pairs.compactMap { pair in
            pair["en"]?.text.flatMap { english in pair["fr"]?.text.map { (english, $0) } }
        }
        return Phrasebook(Dictionary(phrases) { first, _ in first }, in: "fr")
    }

    mutating func node(_ text: String, named name: String) -> Node? {
        let id = sources.add(SourceFile(name: name, bytes: Array(text.utf8)))
        return parse(id, in: sources, reporting: &report).first
    }

    mutating func kinds() throws -> KindLibrary {
        var roots: [Node] = []
        for file in try Self.kindFiles() {
            let text = try String(contentsOf: file, encoding: .utf8)
            if let root = node(text, named: "kinds/\(file.lastPathComponent)") {
                roots.append(root)
            }
        }
        return KindLibrary(parsing: roots, reporting: &report)
    }

    /// Kinds typed into a test, each text one kind.
    mutating func kinds(_ texts: String...) -> KindLibrary {
        let roots = texts.enumerated().compactMap { node($1, named: "kind-\($0 + 1).yaml") }
        return KindLibrary(parsing: roots, reporting: &report)
    }

    mutating func read(_ files: [(name: String, text: String)], kinds: KindLibrary) -> [Brief] {
        let parsed = files.compactMap { file in
            node(file.text, named: file.name).map { ContentFile(name: file.name, root: $0) }
        }
        return Content.read(parsed, kinds: kinds, reporting: &report)
    }

    var printed: String { DiagnosticPrinter().text(of: report, from: sources) }
}

/// Reads one field of one type from YAML; says what it became and what was said.
func reading(
    _ yaml: String,
    as type: String,
    language: String = "en",
    country: String? = nil
) -> (value: String?, said: [String]) {
    var desk = Desk()
    let kinds = desk.kinds("{kind: sheet, fields: {country: country, field: {type: \(type)}}}")
    let home = country.map { "country: \($0)\n" } ?? ""
    let text = "kind: sheet\nlang: \(language)\n\(home)field: \(yaml)\n"
    let briefs = desk.read([("sheet.yaml", text)], kinds: kinds)
    let said = desk.report.diagnostics.map { diagnostic in
        ([diagnostic.message.description] + diagnostic.hints.map(\.description))
            .joined(separator: " — ")
    }
    guard let value = briefs.first?.record["field"] else { return (nil, said) }
    let record = Record(kind: "", fields: [.init(name: "", value: value)], span: value.span)
    let dump = record.dump().dropFirst("record\n  : ".count)
    return (String(dump.dropLast()), said)
}
