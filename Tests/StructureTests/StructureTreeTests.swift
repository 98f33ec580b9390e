import Diagnostics
import Structure
import Testing

@Suite struct StructureTreeTests {
    /// A list of two points, and a heading that was made after its paragraph.
    private func tree() -> (tree: StructureTree, list: ElementID, paragraph: ElementID) {
        var tree = StructureTree()
        let paragraph = tree.add(.paragraph)
        let list = tree.add(.list)
        for _ in 1...2 { _ = tree.add(.listBody, to: tree.add(.listItem, to: list)) }
        _ = tree.add(.heading(level: 2))
        return (tree, list, paragraph)
    }

    @Test func printsWhatStandsInWhat() {
        var (tree, list, _) = tree()
        tree[list].language = "fr"
        tree[list].summary = "Wells"
        let dump = """
            Document
              P
              L lang=fr about=‘Wells’
                LI
                  LBody
                LI
                  LBody
              H2

            """
        #expect(tree.dump() == dump)
    }

    @Test func readsChildrenInTheOrderThatTheyArePut() {
        var (tree, list, paragraph) = tree()
        let heading = tree[StructureTree.root].children[2]
        tree.reorder([heading, list, paragraph], of: StructureTree.root)
        #expect(tree[StructureTree.root].children.map { tree[$0].role.tag } == ["H2", "L", "P"])
    }

    /// What a paper that failed had added goes, and nothing before it.
    @Test func takesBackWhatWasAddedLast() {
        var (tree, list, paragraph) = tree()
        let before = tree
        let count = tree.elements.count
        let item = tree.add(.listItem, to: list)
        _ = tree.add(.listBody, to: item)
        _ = tree.add(.quote, to: paragraph)
        tree.withdraw(from: count)
        #expect(tree == before)
        tree.withdraw(from: count)
        #expect(tree == before)
    }

    @Test func findsWhatStandsAroundAnElement() throws {
        var (tree, list, _) = tree()
        let body = try #require(tree[tree[list].children[0]].children.first)
        tree[list].origin = Span(SourceID(index: 0), 3..<7)
        #expect(
            tree.lineage(of: body).map { tree[$0].role.tag } == ["LBody", "LI", "L", "Document"]
        )
        #expect(tree.nearest(.list, around: body) == list)
        #expect(tree.nearest(.table, around: body) == nil)
        #expect(tree.origin(of: body) == tree[list].origin)
        // An element that was taken back stands in nothing.
        #expect(Array(tree.lineage(of: ElementID(index: 99))).isEmpty)
    }
}

@Suite struct RoleTests {
    @Test func knowsEveryTagThatItWrites() {
        let roles: [Role] = [
            .document, .part, .section, .division, .blockQuote, .paragraph, .caption, .list,
            .listItem, .label, .listBody, .table, .tableHead, .tableBody, .tableRow, .tableHeader,
            .tableData, .contents, .contentsItem, .figure, .quote, .span, .link, .reference, .note,
            .heading(level: 1), .heading(level: 6),
        ]
        for role in roles { #expect(Role(tag: role.tag) == role) }
        #expect(Role(tag: "Formula") == .division)
        // There are six levels: what is deeper is read as the sixth.
        #expect(Role.heading(level: 9).tag == "H6")
    }
}

@Suite struct DocumentEncodingTests {
    /// ISO 32000-1, annex D.3: every code that stands for a letter is that letter's.
    @Test func writesTheCodesThatItReads() {
        for code in UInt8.min...UInt8.max {
            let letter = DocumentEncoding.letter(of: code)
            guard let codes = DocumentEncoding.codes(of: String(letter)) else { continue }
            #expect(codes == [code], "\(code)")
        }
        #expect(DocumentEncoding.codes(of: "Œ – ﬁ") == [0x96, 0x20, 0x85, 0x20, 0x93])
        #expect(DocumentEncoding.codes(of: "Ŋ") == nil && DocumentEncoding.codes(of: "ماء") == nil)
    }

    /// Letters that would be taken for the mark of another encoding are written in that.
    @Test func leavesOutWhatWouldBeTakenForAMark() {
        #expect(DocumentEncoding.codes(of: "þÿ") == nil && DocumentEncoding.codes(of: "ï»¿") == nil)
        #expect(DocumentEncoding.codes(of: "þ") == [0xFE])
    }
}
