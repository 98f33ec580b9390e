import Diagnostics
import Testing
import YAML

@testable import Content

/// Files that a paper names, as seen before they are looked for.
@Suite struct FileUseTests {
    private func uses(_ text: String) throws -> [String] {
        var desk = Desk()
        let kinds = desk.kinds(
            "{kind: book, fields: {title: text, lead: study, studies: list of study}}",
            "{kind: study, plural: studies, fields: {title: text, by: person}}",
            "{kind: person, plural: people, shorthand: name, fields: {name: text}}"
        )
        let book = desk.node("kind: book\n\(text)", named: "book.yaml")
        let root = try #require(book)
        return FileUse.all(in: root, by: kinds).map { "\($0.kind) \($0.mention.path)" }
    }

    @Test(arguments: [
        ("title: a.yaml", []),
        ("lead: ' a.yaml '", ["study a.yaml"]),
        ("studies: a.yml", ["study a.yml"]),
        ("studies: [b/*.yaml, {title: c.yaml, by: d.yaml}]", ["study b/*.yaml", "person d.yaml"]),
        ("people: {x: {name: a.yaml}}", []),
        ("study: {by: a.yaml}", ["person a.yaml"]),
        ("other: a.yaml\nnote: https://example.org/a.yaml", []),
    ])
    func namesFilesWhereAThingMayBeOne(text: String, expected: [String]) throws {
        #expect(try uses(text) == expected)
    }

    @Test(arguments: [
        ("./a.yaml", "a.yaml"), ("a/./b//c.yaml", "a/b/c.yaml"), ("a/../b.yaml", "b.yaml"),
        ("a/../../b.yaml", "../b.yaml"), ("/a/../b.yaml", "/b.yaml"),
        ("../../a.yaml", "../../a.yaml"),
    ])
    func straightensPaths(text: String, path: String) {
        #expect(FileMention(text)?.path == path)
    }

    @Test(arguments: [
        ("*.yaml", "a.yaml", true), ("*.yaml", "a/b.yaml", false), ("a*a.yaml", "a.yaml", false),
        ("a*b*c.yaml", "axbxbc.yaml", true), ("a*b*c.yaml", "axc.yaml", false),
        ("s/**.yaml", "s/é.yaml", true), ("a?.yaml*.yaml", "ab.yaml", false),
        ("a[b]*.yaml", "a[b]c.yaml", true),
    ])
    func knowsWhatAStarStandsFor(pattern: String, file: String, isCovered: Bool) {
        #expect(FileMention(pattern)?.covers(file) == isCovered)
    }

    /// A thousand stars that each cover a thousand files would make a paper without end.
    @Test func takesInNoMoreThanAPaperHoldsHoweverOftenItNamesIt() throws {
        var desk = Desk()
        let kinds = desk.kinds(
            "{kind: book, fields: {studies: list of study}}",
            "{kind: study, plural: studies, fields: {title: text}}"
        )
        let stars = String(repeating: "\n  - s/*.yaml", count: 5_001)
        let typed = desk.node("kind: book\nstudies:\(stars)", named: "book.yaml")
        let book = try #require(typed)
        var files = [ContentFile(name: "book.yaml", root: book)]
        var named = NamedFiles()
        for name in ["s/a.yaml", "s/b.yaml"] {
            let study = desk.node("kind: study\ntitle: T", named: name)
            let root = try #require(study)
            files.append(ContentFile(name: name, root: root, isNamed: true))
            for use in FileUse.all(in: book, by: kinds) {
                named.covered[use, default: []].append(name)
            }
        }
        let briefs = read(files, kinds: kinds, named: named, reporting: &desk.report)
        #expect(briefs[0]["studies"]?.items.count == 10_000)
        let told = desk.report.diagnostics.filter { $0.severity == .error }
        #expect(told.map(\.message.description) == ["the paper takes in more than 10000 files"])
    }
}
