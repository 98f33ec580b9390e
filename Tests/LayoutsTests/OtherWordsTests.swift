import Diagnostics
import Foundation
import Layouts
import Testing

/// What people write who know other programs, each answered by what to write here.
@Suite struct OtherWordsTests {
    private func said(changing word: String, to other: String) throws -> String {
        let bench = Bench()
        let paper = """
            paper: wrong
            extends: base
            masters:
              first:
                frames:
                  head: {columns: 1 to 12, top: 2cm, height: content, stream: head}
                  text: {start: 3cm, width: 9cm, top: {below: head, gap: 2mm}, stand: foot, stream: body}
            styles:
              box: {size: 9pt, background: primary 8%, float: foot, padding: [1mm, 2mm]}
            streams:
              head: [{paragraph: x}]
              body:
                - {each: sections, as: one, do: [{paragraph: "{one.title}", style: box}]}
                - {when: sections, do: [{paragraph: x}]}
            """
        #expect(bench.complaints(of: paper) == "")
        try #require(paper.contains(word))
        return Bench().complaints(of: paper.replacing(word, with: other))
    }

    @Test(arguments: [
        ("stand: foot", "stand: bottom", "‘foot’?"), ("float: foot", "float: bottom", "‘foot’?"),
        ("height: content", "height: auto", "‘content’?"),
        ("{size: 9pt", "{taille: 9pt", "‘size’?"),
        ("{size: 9pt", "{font-size: 9pt", "‘size’?"), ("{each: ", "{for: ", "‘each’?"),
        ("{when: sections", "{if: sections", "‘when’?"),
        ("primary 8%", "primary 8", "write ‘primary 8%’"),
        ("[1mm, 2mm]", "1mm 2mm", "as a list: [1mm, 2mm]"), ("1 to 12", "1-12", "write ‘1 to 12’"),
        ("1 to 12", "12 to 1", "write ‘1 to 12’"), ("1 to 12", "1 à 12", "write ‘1 to 12’"),
        ("{below: head, gap: 2mm}", "below head", "write ‘{below: head}’"),
        ("{below: head, gap: 2mm}", "{above: head}", "did you mean ‘below’?"),
        ("{below: head, gap: 2mm}", "{under: head}", "did you mean ‘below’?"),
        ("{below: head, gap: 2mm}", "{gap: 2mm}", "add ‘below: …’"),
        ("when: sections,", "when: sections?,", "a field holds where it says something"),
        ("when: sections,", "when: exists sections,", "a field holds where it says something"),
        ("when: sections,", "when: sections != none,", "write ‘is not’"),
        ("when: sections,", "when: sections.count > 3,", "write ‘at least’"),
        ("when: sections,", "when: title = x,", "write ‘is’"),
        ("as: one", "as: one section", "write ‘one-section’"),
        ("extends: base", "extends: base.yaml", "did you mean ‘base’?"),
        ("extends: base", "extend: base", "did you mean ‘extends’?"),
        ("  first:", "  First:", "did you mean ‘first’?"),
        ("start: 3cm", "start: 3", "write ‘3mm’ or ‘3pt’"),
    ])
    func namesTheWordThatIsMeant(word: String, other: String, mend: String) throws {
        let said = try said(changing: word, to: other)
        #expect(said.contains(mend), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
        #expect(!said.contains("warning"), "\(said)")
    }

    @Test func takesAListOfNamesForWhatAPartTakes() {
        let said = Bench().complaints(
            of: """
                paper: wrong
                extends: report
                parts: {mine: {takes: [thing], blocks: [{paragraph: "{thing}"}]}}
                streams: {body: [{part: mine, with: {thing: title}}]}
                """
        )
        #expect(said == "")
    }
}
