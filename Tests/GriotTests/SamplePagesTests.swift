import Foundation
import Griot
import TestSupport
import Testing

/// How many pages each sample takes, and how far the last of them is filled.
@Suite struct SamplePagesTests {
    /// A style that leaks from one part into another takes a page more, and nothing else tells of it.
    @Test func takesAsManyPagesAsItDid() throws {
        let desk = try Desk()
        let editions = try SampleTests.papers.flatMap { try self.editions(of: $0) }
        let extents = editions.map { edition in
            let dump = desk.press.dump(edition.job, after: .pagination)
            return (name: edition.name, extent: Extent(ofPages: dump.text))
        }
        // A last page of a few lines is paper for nothing; that of a book of abstracts is its colophon.
        for (name, extent) in extents where !name.hasPrefix("nouakchott-2023/book") {
            #expect(extent.tenths > 1, "\(name)")
        }
        let lines = extents.map { "\($0.name): \($0.extent)\n" }
        try expectReference(lines.joined(), named: "sample-pages")
    }

    private struct Edition {
        let name: String
        let job: Job
    }

    /// As many as people, or one whatever it says, which would be told of.
    private static let ofAGivenNumber = [
        "kind: badge", "kind: certificate", "layout: card", "layout: [card", "layout: brief-leaf",
    ]

    /// A paper in each of the layouts that it names and the last of its languages, which is French where
    /// there are several and takes most room; none where nothing but the layout decides on its pages.
    private func editions(of paper: String) throws -> [Edition] {
        let file = Desk.root.appending(path: "samples/\(paper)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let isOfAGivenNumber = lines.contains { line in
            Self.ofAGivenNumber.contains { line.hasPrefix($0) }
        }
        guard !isOfAGivenNumber else { return [] }
        func values(_ key: String) -> [String] {
            let line = lines.first { $0.hasPrefix(key + ":") }
            return line?.dropFirst(key.count + 1).split { "[], ".contains($0) }.map(String.init)
                ?? []
        }
        let layouts = values("layout").map(Optional.some)
        let languages = Array(values("lang").suffix(1))
        return (layouts.isEmpty ? [nil] : layouts).map { layout in
            Edition(
                name: ([paper] + [layout].compactMap(\.self) + languages).joined(separator: " "),
                job: Job(file: file.path, languages: languages, layout: layout)
            )
        }
    }
}

/// How many pages there are, and how many tenths of the last one have words or pictures in them.
private struct Extent: CustomStringConvertible {
    private var pages = 0
    /// Twelve points are a line of text with the white about it.
    private var lines: Set<Int> = []
    private var height = 1.0

    /// - Parameter dump: Pages as text: each a line, fragments indented by two blanks, their marks by four.
    init(ofPages dump: String) {
        for line in Self.lastPage(of: dump) {
            let words = line.split(separator: " ")
            if line.hasPrefix("    ") {
                add(words)
            } else if line.hasPrefix("  ") {
                let place = words.first { $0.contains(",") }
                top = words[0] == "artifact" ? nil : place.map { Self.last(of: $0, by: ",") }
            } else if line.hasPrefix("page ") {
                pages = Int(words[1]) ?? 0
                height = Self.last(of: words[3], by: "×")
            }
        }
    }

    /// The place of the fragment that is being read; nil where it is no part of what the paper says.
    private var top: Double?

    private mutating func add(_ mark: [Substring]) {
        guard let top else { return }
        var (head, foot) = (top, top)
        switch mark[0] {
        case "text":
            head += Self.last(of: mark[1], by: ",")
            foot = head
        case "picture":
            head += Self.last(of: mark[2], by: ",")
            foot = head + max(0, Self.last(of: mark[3], by: "×"))
        default: return
        }
        lines.formUnion(Int(head / 12)...Int(foot / 12))
    }

    private static func last(of pair: Substring, by sign: Character) -> Double {
        pair.split(separator: sign).last.flatMap { Double($0) } ?? 0
    }

    /// Read from the end: a book has a hundred thousand lines.
    private static func lastPage(of dump: String) -> [Substring] {
        var lines: [Substring] = []
        var rest = dump[...]
        while let end = rest.utf8.lastIndex(of: 0x0A) {
            rest = rest[..<end]
            let start = rest.utf8.lastIndex(of: 0x0A).map { rest.utf8.index(after: $0) }
            lines.append(rest[(start ?? rest.startIndex)...])
            if lines.last?.hasPrefix("page ") ?? true { break }
        }
        return lines.reversed()
    }

    var tenths: Int { Int((Double(lines.count) * 120 / height).rounded()) }

    var description: String {
        "\(pages) \(pages == 1 ? "page" : "pages"), 0.\(tenths) of the last filled"
    }
}
