import Content
import Diagnostics
import Flow
import Foundation
import Layouts
import YAML

/// Composes content with shipped or written layouts, as a run would.
final class Desk {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    var sources = Sources()
    var report = Report()
    var written: [String: String] = [:]

    func parse(_ text: [UInt8], as name: String) -> Node? {
        let id = sources.add(SourceFile(name: name, bytes: text))
        return YAML.parse(id, in: sources, reporting: &report).first
    }

    func open(_ path: String) -> Node? {
        if let text = written[path] { return parse(Array(text.utf8), as: "\(path).yaml") }
        let url = Self.root.appending(path: "\(path).yaml")
        guard let data = try? Data(contentsOf: url) else { return nil }
        return parse(Array(data), as: "\(path).yaml")
    }

    func kinds() -> KindLibrary {
        let folder = Self.root.appending(path: "kinds").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let roots = files.sorted().compactMap { open("kinds/\($0.dropLast(5))") }
        return KindLibrary(parsing: roots, reporting: &report)
    }

    /// Writes a layout of one stream, whose blocks are given.
    /// - Parameter head: Blocks in the head of every page.
    func lay(_ paper: String, body blocks: String, head: String? = nil) {
        let lines = blocks.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.map { "    \($0)" }.joined(separator: "\n")
        let top = head.map { "top: {top: 0mm, height: 6mm, head: [\($0)]}, " } ?? ""
        written["layouts/papers/\(paper)"] =
            "paper: \(paper)\nmasters: {right: {frames: {\(top)text: {stream: body}}}}\nstreams:\n  body:\n"
            + body
    }

    func flow(
        of content: String,
        with paper: String,
        in language: String = "en",
        others: [String] = []
    ) -> Flow? {
        guard
            var composition = composition(of: content, with: paper, in: language, others: others)
        else { return nil }
        var inner = Report()
        composition.compose(composition.records.first ?? nil, reporting: &inner)
        report.add(contentsOf: inner)
        return composition.flow
    }

    /// What the paragraphs of the layout’s first stream say.
    func printed(_ content: String, with paper: String, in language: String = "en") -> [String] {
        (flow(of: content, with: paper, in: language)?.streams.first?.blocks ?? []).map { block in
            if case .paragraph(let paragraph) = block.content { paragraph.text } else { "?" }
        }
    }

    func composition(
        of content: String,
        with paper: String,
        in language: String = "en",
        others: [String] = []
    ) -> Composition? {
        guard let root = parse(Array(content.utf8), as: "content.yaml") else { return nil }
        let kinds = kinds()
        let file = ContentFile(name: "content.yaml", root: root)
        guard let brief = read([file], kinds: kinds, reporting: &report).first else { return nil }
        var brand = Brand()
        if let node = open("layouts/brands/house") { brand = Brand.read(node, reporting: &report) }
        var inner = Report()
        let shelf = Shelf(open: { self.open("layouts/\($0.rawValue)/\($1)") })
        let layout = Layout.read(paper: paper, from: shelf, brand: brand, reporting: &inner)
        report.add(contentsOf: inner)
        guard let layout else { return nil }
        let packs = Dictionary(uniqueKeysWithValues: others.map { ($0, pack($0)) })
        let house = House(brand: brand, pack: pack(language), otherPacks: packs, kinds: kinds)
        return Composition(of: brief, with: layout, language: language, in: house)
    }

    func pack(_ tag: String) -> LanguagePack {
        guard let node = open("layouts/languages/\(tag)") else { return LanguagePack() }
        var heard = Report()
        let pack = LanguagePack.read(
            node,
            opening: { self.open("layouts/languages/\($0)") },
            reporting: &heard
        )
        report.add(contentsOf: heard)
        return pack
    }

    var complaints: String { DiagnosticPrinter().text(of: report, from: sources) }
}
