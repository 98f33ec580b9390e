import Diagnostics
import Foundation
import Layouts
import YAML

/// The layout files that ship, and those a test writes, opened as a run would open them.
final class Bench {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    var sources = Sources()
    var report = Report()
    /// Files that a test wrote, by `folder/name`.
    var written: [String: String] = [:]

    func open(_ path: String) -> Node? {
        let bytes: [UInt8]
        if let text = written[path] {
            bytes = Array(text.utf8)
        } else {
            let url = Self.root.appending(path: "layouts/\(path).yaml")
            guard let data = try? Data(contentsOf: url) else { return nil }
            bytes = Array(data)
        }
        let id = sources.add(SourceFile(name: "\(path).yaml", bytes: bytes))
        return parse(id, in: sources, reporting: &report).first
    }

    static func names(in folder: String) -> [String] {
        let url = root.appending(path: "layouts/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    func brand(_ name: String = "house") -> Brand {
        guard let node = open("brands/\(name)") else { return Brand() }
        return Brand.read(node, reporting: &report)
    }

    func paper(_ name: String) -> Layout? {
        let brand = brand()
        var inner = Report()
        let shelf = Shelf(
            open: { self.open("\($0.rawValue)/\($1)") },
            names: { Self.names(in: $0.rawValue) }
        )
        let layout = Layout.read(paper: name, from: shelf, brand: brand, reporting: &inner)
        report.add(contentsOf: inner)
        return layout
    }

    func pack(_ tag: String) -> LanguagePack {
        guard let node = open("languages/\(tag)") else { return LanguagePack() }
        var inner = Report()
        let pack = LanguagePack.read(
            node,
            opening: { self.open("languages/\($0)") },
            reporting: &inner
        )
        report.add(contentsOf: inner)
        return pack
    }

    /// What is said of a paper that is written so.
    func complaints(of text: String) -> String {
        written["papers/wrong"] = text
        _ = paper("wrong")
        return complaints
    }

    var complaints: String { DiagnosticPrinter().text(of: report, from: sources) }
}
