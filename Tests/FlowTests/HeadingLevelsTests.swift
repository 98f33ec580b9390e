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
}
