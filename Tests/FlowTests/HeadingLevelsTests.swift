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
}
