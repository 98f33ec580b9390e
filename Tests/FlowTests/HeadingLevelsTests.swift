import Structure
import Testing

@testable import Flow

@Suite struct HeadingLevelsTests {
    @Test(arguments: [
        ([1, 2, 3, 2, 1], [1, 2, 3, 2, 1]), ([1, 4, 4, 4], [1, 2, 2, 2]),
        ([1, 4, 3, 2], [1, 2, 2, 2]), ([1, 3, 2, 3], [1, 2, 2, 3]), ([2, 2, 1, 3], [1, 1, 1, 2]),
    ])
    func passesOverNoLevelAndKeepsLikeWithLike(written: [Int], expected: [Int]) {
        var levels = HeadingLevels()
        #expect(written.map { levels.take($0) } == expected)
    }

    @Test func remembersWhichLevelsWereToBePassedOver() throws {
        let desk = Desk()
        desk.lay(
            "sheet",
            body: """
                - {heading: "{title}", level: 1}
                - {text: foreword}
                - {each: sections, do: [{heading: "{item.title}", level: 4}]}
                """
        )
        let text =
            "kind: report\nlang: en\ntitle: T\nforeword: '### Deep'\nsections: [{title: North}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let headings = flow.structure.elements.filter {
            if case .heading = $0.role { true } else { false }
        }
        #expect(
            headings.map(\.role) == [.heading(level: 1), .heading(level: 2), .heading(level: 3)]
        )
        #expect(headings.map { $0.passedLevels?.written } == [nil, 3, nil])
    }

    @Test func standsInOneElementWithItsNumber() throws {
        let desk = Desk()
        desk.lay(
            "sheet",
            body: """
                - each: sections
                  do:
                    - row:
                        - {width: 20mm, do: [{heading-number: "{index}"}]}
                        - {do: [{heading: "{item.title}", level: 1}]}
                - {heading-number: "9"}
                - {paragraph: "{title}"}
                """
        )
        let text = "kind: report\nlang: en\ntitle: T\nsections: [{title: North}, {title: South}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        let tags = flow.structure.dump().split(separator: "\n").dropFirst()
        // A number of no heading is a paragraph.
        #expect(tags == ["  H1", "    Span", "  H1", "    Span", "  P", "    Span", "  P"])
    }

    @Test(arguments: ["#", "## ", "# **&nbsp;**"])
    func isNoneWithoutWords(typed: String) throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: foreword}")
        let text =
            "kind: report\nlang: en\ntitle: T\nforeword: |\n  Before.\n\n  \(typed)\n\n  After.\n"
        let flow = try #require(desk.flow(of: text, with: "sheet"))
        #expect(flow.structure.dump() == "Document lang=en\n  P\n  P\n")
    }
}
