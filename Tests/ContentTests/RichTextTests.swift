import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Content

@Suite struct RichTextTests {
    /// Reads rich text typed as a YAML block; gives its dump and what was said.
    private func rich(_ text: String) -> (dump: String, said: [String], brief: Brief?, desk: Desk) {
        var desk = Desk()
        let kinds = desk.kinds("{kind: sheet, fields: {body: rich text}}")
        let block = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  \($0)" }.joined(separator: "\n")
        let brief = desk.read(
            [("sheet.yaml", "kind: sheet\nbody: |\n\(block)\n")],
            kinds: kinds
        ).first
        guard case .richText(let rich)? = brief?.record["body"]?.content else {
            return ("", desk.report.diagnostics.map(\.message.description), brief, desk)
        }
        let said = desk.report.diagnostics.map(\.message.description)
        return (rich.editions[0].content.dump(), said, brief, desk)
    }

    @Test(arguments: [
        ("plain words", "p plain words"),
        ("*a* and **b**", "p <em>a</em> and <strong>b</strong>"),
        ("le 1^er^ mai", "p le 1<sup>er</sup> mai"), ("H~2~O", "p H<sub>2</sub>O"),
        ("a ^ b ^ c", "p a ^ b ^ c"), ("1\\^er^", "p 1^er^"),
        ("the word [ماء]{ar} is water", "p the word <ar>ماء</ar> is water"),
        ("[*eau*]{lang=fr}", "p <fr><em>eau</em></fr>"),
        ("a [bracket] stays", "p a [bracket] stays"), ("\\[a\\]{ar}", "p [a]{ar}"),
        ("[open", "p [open"), ("a ^[note *b*] c", "p a <note>p note <em>b</em></note> c"),
        ("[here](https://a.org)", "p <link https://a.org>here</link>"),
        ("[here](a.org)", "p <link https://a.org>here</link>"),
        ("see https://a.org/b.", "p see <link https://a.org/b>https://a.org/b</link>."),
        ("write to a.b@c-d.org.", "p write to <link mailto:a.b@c-d.org>a.b@c-d.org</link>."),
        (
            "a@b.org, c@d.org",
            "p <link mailto:a@b.org>a@b.org</link>, <link mailto:c@d.org>c@d.org</link>"
        ),
        ("[a@b.org](mailto:a@b.org)", "p <link mailto:a@b.org>a@b.org</link>"),
        ("<a@b.org>", "p <link mailto:a@b.org>a@b.org</link>"),
        (
            "[a^[to b@b.org]](https://a.org)",
            "p <link https://a.org>a<note>p to <link mailto:b@b.org>b@b.org</link></note></link>"
        ),
        ("@griot, a@b, é@b.org, x.org/@b.org", "p @griot, a@b, é@b.org, x.org/@b.org"),
        ("one\ntwo", "p one two"), ("one\\\ntwo", "p one<br>two"),
        ("a &amp; b &lt;c", "p a & b <c"), ("`x`", "p <code>x</code>"),
        ("a~b", "p a~b"), ("The words. {#wells-2}", "p #wells-2 The words."),
        ("# Wells {#a}", "h1 #a Wells"), ("- one {#a}", "list\n  -\n    p #a one"),
        ("*all* {#a}", "p #a <em>all</em>"), ("one\ntwo {#a}", "p #a one two"),
        ("set {#a} apart", "p set {#a} apart"), ("{#} {#a b} #a}", "p {#} {#a b} #a}"),
        ("{#a}", "p {#a}"), ("*all {#a}*", "p <em>all {#a}</em>"),
        ("[all {#a}](https://a.org)", "p <link https://a.org>all {#a}</link>"),
        ("a[^1]\n\n[^1]: note {#a}", "p a<note>p note {#a}</note>"),
        ("| a {#a} |\n|---|\n| b {#b} |", "table start\n  a {#a}\n  b {#b}"),
        ("\\{#a}", "p {#a}"), ("snake_case_word", "p snake_case_word"),
    ])
    func readsSpans(typed: String, dump: String) {
        let read = rich(typed)
        #expect(read.dump == dump + "\n")
        #expect(read.said.isEmpty)
    }

    @Test func readsBlocks() throws {
        let text = """
            # A heading

            A paragraph with a note[^a] and another[^b].

            - one
            - two

              more of two
              1. inner

            3. three
            4. four

            > said

            | Region | Wells |
            |:-------|------:|
            | Ségou  | *120* |

            ---

            [^b]: The second.
            [^a]: The first, with *weight*.
            """
        try expectReference(rich(text).dump, named: "rich-text-blocks")
    }

    @Test(arguments: [
        ("[a](javascript:alert(1))", "a", "this link leads nowhere: ‘javascript:alert(1)’"),
        ("[a](JAVASCRIPT:x) b", "a b", "this link leads nowhere: ‘JAVASCRIPT:x’"),
        ("[a](data:text/html,x)", "a", "this link leads nowhere: ‘data:text/html,x’"),
        ("[*a*]()", "<em>a</em>", "this link has no address"),
        ("[a](other.pdf)", "a", "this link leads nowhere: ‘other.pdf’"),
        ("[a](../other.org)", "a", "this link leads nowhere: ‘../other.org’"),
        ("[a](https://)", "a", "this link leads nowhere: ‘https://’"),
        ("[a](skype:griot.sn)", "a", "this link leads nowhere: ‘skype:griot.sn’"),
        ("[a](xmpp:a@b.org)", "a", "this link leads nowhere: ‘xmpp:a@b.org’"),
        ("[a](a.org:/x)", "a", "this link leads nowhere: ‘a.org:/x’"),
        ("[a](a@b.org/x)", "a", "this link leads nowhere: ‘a@b.org/x’"),
        ("[a](#)", "a", "this link leads nowhere: ‘#’"),
        (
            "[](https://d.org)", "<link https://d.org>https://d.org</link>",
            "this link has no words; its address is printed"
        ),
    ])
    func setsWordsThatLeadNowhereAsWordsAndSaysSo(typed: String, dump: String, complaint: String) {
        let read = rich(typed)
        #expect(read.dump == "p \(dump)\n")
        #expect(read.said == [complaint])
    }

    @Test(arguments: [
        ("[a](d.org/other.pdf)", "https://d.org/other.pdf"), ("[a](a@b.org)", "mailto:a@b.org"),
        ("[a](tel:+22177)", "tel:+22177"), ("[a](#place)", "#place"),
        ("[a](HTTP://B.org)", "HTTP://B.org"),
        ("[a](youtube.com/@griot.sn)", "https://youtube.com/@griot.sn"),
        ("[a](example.org:8080/x)", "https://example.org:8080/x"),
        ("[a](example.org/when:now)", "https://example.org/when:now"),
        ("[a](a@b.org?subject=x:y/z)", "mailto:a@b.org?subject=x:y/z"),
    ])
    func knowsWhereWordsLead(typed: String, destination: String) {
        #expect(rich(typed).dump == "p <link \(destination)>a</link>\n")
    }

    @Test func tellsWhyLinesAreNoTable() {
        let dashes = "this line has 3 cells where that of the headings above has 2"
        let read = rich("| A | B |\n|---|---|---|\n| 1 | 2 |")
        #expect(read.said.count == 1 && read.said[0].hasPrefix(dashes), "\(read.said)")
        for text in ["| A | B |\n|---|---|\n| 1 | 2 |", "a | b\n- | c", "A | B\n--|--\n1 | 2"] {
            #expect(rich(text).said == [])
        }
    }

    @Test(arguments: ["•", "◦", "▪", "\u{F0B7}\t", "  ●", "• "])
    func readsListsAsOtherProgramsPasteThem(sign: String) {
        let read = rich("We need:\n\(sign) nets\n\(sign) boats • or not")
        #expect(read.said == [])
        #expect(read.dump == rich("We need:\n- nets\n- boats • or not").dump)
        #expect(rich("\(sign) nets").dump == rich("- nets").dump)
    }

    @Test(arguments: [
        (
            "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |",
            "this row has 3 cells where the table has 2, and the rest is left out"
        ),
        (
            "| A | B |\n| 1 | 2 |",
            "these lines are no table: no dashes stand below the first of them"
        ),
        (
            "We need:\n-nets\n-boats",
            "these lines are no list, and are printed one behind the other"
        ),
        ("1.Nets\n2.Écoles", "these lines are no list, and are printed one behind the other"),
    ])
    func tellsWhatIsNotReadAsItWasMeant(text: String, complaint: String) {
        #expect(rich(text).said == [complaint])
    }

    @Test(arguments: [
        "a | b\nc | d", "-5 °C\n-7 °C", "In\n3.5 and\n4.5 years", "-well-known\nthen",
    ])
    func takesNoOtherLinesForThat(text: String) { #expect(rich(text).said == []) }

    @Test func printsCrossedOutWordsPlainAndSaysSo() {
        let read = rich("The ~~old~~ well, H~2~O")
        #expect(read.dump == "p The old well, H<sub>2</sub>O\n")
        #expect(read.said.count == 1 && read.said[0].contains("not crossed out"), "\(read.said)")
    }

    @Test func keepsTheBlanksOfCode() {
        let code = "p <code>a = 1</code><br><code>\u{A0}\u{A0}b\u{A0}\u{A0}# c</code>\n"
        #expect(rich("```\na = 1\n  b  # c\n```").dump == code)
    }

    @Test func printsHTMLAsText() {
        let read = rich("a <b>bold</b> word")
        #expect(read.dump == "p a <b>bold</b> word\n")
        #expect(read.said == ["HTML has no meaning here and is printed as it stands"])
    }

    @Test func missesANoteThatIsNotThere() {
        let read = rich("a claim[^1]")
        #expect(read.dump == "p a claim[^1]\n")
        #expect(read.said == ["no note answers to ‘[^1]’"])
    }

    @Test func followsNoNoteIntoItself() {
        #expect(rich("a[^1]\n\n[^1]: b[^1]").dump == "p a<note>p b<note></note></note>\n")
    }

    @Test func pointsAtTheWordsItRead() throws {
        let text =
            "Some *words* and &amp; **more** words\nin [two]{fr} lines, \\*bare\\* ^[or three]"
        let read = rich(text)
        guard case .richText(let rich)? = read.brief?.record["body"]?.content,
            case .paragraph(let line)? = rich.editions[0].content.blocks.first?.content
        else {
            Issue.record("no paragraph")
            return
        }
        let source = try #require(read.desk.sources.all.last)
        let shown = line.map { inline in
            let bytes = source.bytes[Int(inline.span.start)..<Int(inline.span.end)]
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(
            shown == [
                "Some ", "words", " and &amp; ", "more", " words\n  in ", "[two]",
                " lines, \\*bare\\* ", "^[or three]",
            ]
        )
    }

    @Test(arguments: [
        String(repeating: "> ", count: 2000), String(repeating: "*a ", count: 2000),
        String(repeating: "[", count: 5000), String(repeating: "^[", count: 5000),
        String(repeating: "- ", count: 1000) + "x", String(repeating: "^", count: 5000),
        String(repeating: "*a **b ", count: 500) + String(repeating: "** *", count: 500),
        String(repeating: "[^1]", count: 3000) + "\n\n[^1]: x",
        String(repeating: "a|", count: 3000) + "\n" + String(repeating: "-|", count: 3000),
        String(repeating: "&amp;", count: 3000), String(repeating: "\\", count: 3001),
        String(repeating: "![", count: 3000), String(repeating: "<", count: 3000),
    ])
    func endsWhateverItIsGiven(text: String) {
        let (dump, said, brief, _) = rich(text)
        #expect(!said.isEmpty || brief != nil && !dump.isEmpty)
    }

    @Test func followsNotesInNotesAsFarAsAPageCanShowThem() {
        func chain(_ count: Int, marks: Int = 1) -> String {
            let notes = (1..<count).map {
                "[^\($0)]: a" + String(repeating: "[^\($0 + 1)]", count: marks)
            }
            return (["x[^1]"] + notes + ["[^\(count)]: end"]).joined(separator: "\n\n")
        }
        #expect(rich(chain(8)).said.isEmpty)
        #expect(rich(chain(8)).dump.contains("end"))
        #expect(rich(chain(2_000)).said == ["notes lie too deep inside one another"])
        #expect(
            rich(chain(8, marks: 12)).said == [
                "the notes of this text are longer than one text may be"
            ]
        )
    }

    @Test func pointsAtTheLineThatLiesTooDeep() {
        let read = rich("plain\n\n" + String(repeating: "> ", count: 60) + "deep")
        #expect(read.said == ["lists, quotations or emphasis lie too deep inside one another"])
        // Two lines of the file and two of the text stand before it.
        let start = Int32("kind: sheet\nbody: |\n  plain\n  \n  ".utf8.count)
        #expect(read.desk.report.diagnostics.first?.span?.start == start + 2 * 47)
    }

    /// Every mark that a block is read as.
    private func marks(of block: RichBlock) -> Set<RichTextMark> {
        let own: Set<RichTextMark> = block.mark == nil ? [] : [.name]
        return own.union(marks(in: block))
    }

    private func marks(in block: RichBlock) -> Set<RichTextMark> {
        switch block.content {
        case .paragraph(let line): marks(of: line)
        case .heading(_, let line): marks(of: line).union([.heading])
        case .list(let items, let start):
            items.joined().reduce(into: [start == nil ? .list : .numberedList]) {
                $0.formUnion(marks(of: $1))
            }
        case .quote: [.quotation]
        case .table: [.table]
        case .rule: [.rule]
        }
    }

    private func marks(of line: [Inline]) -> Set<RichTextMark> {
        line.reduce(into: []) { found, inline in
            switch inline.content {
            case .text(let text): if text == RichTextMark.snippet.example { found.insert(.snippet) }
            case .emphasis: found.insert(.emphasis)
            case .strong: found.insert(.strong)
            case .superscript: found.insert(.superscript)
            case .subscript: found.insert(.subscript)
            case .code: found.insert(.code)
            case .link(let target, let words):
                found.insert(words.plainText == target ? .address : .link)
            case .language: found.insert(.language)
            case .footnote: found.formUnion([.note, .noteInPlace])
            case .lineBreak: found.insert(.lineBreak)
            }
        }
    }

    /// The switches above make sure that no mark is read that the reference does not know.
    @Test(arguments: RichTextMark.allCases)
    func explainsEveryMarkByAnExampleThatIsReadAsSuch(mark: RichTextMark) throws {
        let read = rich(mark.example)
        #expect(read.said == [])
        guard case .richText(let text)? = read.brief?.record["body"]?.content else {
            Issue.record("nothing was read")
            return
        }
        let found = text.editions[0].content.blocks.reduce(into: Set<RichTextMark>()) {
            $0.formUnion(marks(of: $1))
        }
        #expect(found.contains(mark))
        let reference = RichTextMark.reference()
        let first = mark.example.split(separator: "\n")[0].replacing("|", with: "\\|")
        #expect(reference.contains(first))
    }
}
