import Structure
import Testing

@testable import Finishing

/// Whoever comes to a table hears what it shows.
@Suite struct TableCaptionsTests {
    /// The roles under a document, and what its tables hold when they are written.
    private func written(_ roles: [Role]) -> (top: [Role], tables: [[Role]]) {
        var tree = StructureTree()
        for role in roles {
            let element = tree.add(role)
            if role == .table { _ = tree.add(.tableBody, to: element) }
        }
        let stands = Array(repeating: true, count: tree.elements.count)
        let captions = TableCaptions(in: tree, stands: stands)
        func held(by element: Int) -> [Role] {
            let children = tree.elements[element].children.map { Int($0.index) }
            return captions.children(children, of: element).map { tree.elements[$0].role }
        }
        let tables = tree.elements.indices.filter { tree.elements[$0].role == .table }
        return (held(by: 0), tables.map { held(by: $0) })
    }

    @Test func putsTheCaptionAboveATableFirstInIt() {
        let all = written([.paragraph, .caption, .table, .caption, .paragraph])
        #expect(all.top == [.paragraph, .table, .caption, .paragraph])
        #expect(all.tables == [[.caption, .tableBody]])
    }

    @Test func putsTheCaptionBelowATableLastInIt() {
        let all = written([.table, .caption, .paragraph, .table])
        #expect(all.top == [.table, .paragraph, .table])
        #expect(all.tables == [[.tableBody, .caption], [.tableBody]])
    }

    @Test func leavesCaptionsOfFiguresAndPairsOfThemWhereTheyStand() {
        let roles: [Role] = [.figure, .caption, .paragraph, .caption, .caption, .table]
        let all = written(roles)
        #expect(all.top == roles && all.tables == [[.tableBody]])
    }
}
