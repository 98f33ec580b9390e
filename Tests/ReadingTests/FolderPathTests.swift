import Diagnostics
import Testing

@testable import Reading

@Suite struct FolderPathTests {
    @Test(arguments: [
        "summary.yaml", "photos/group photo.jpg", "registers/2022/people.yaml", "éloge.yaml",
        "ߞߊ߲߫.yaml", "برنامج.yaml", "a..b", "a-b",
    ])
    func takesTheNamesThatPeopleGive(name: String) throws {
        #expect(try FolderPath(name).description == name)
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "../a", "a/../../b", "a/..", "..", ".", "a/./b", "a//b", "a/",
        "..\\a", "C:a", "C:\\a", "a\0b", "a\nb", "\u{1B}[2J", ".git/hooks/post-checkout", ".bashrc",
        "a\u{202E}lmay.b", "a ", " a", "a.", "~\u{7F}",
        "~/evil.yaml", "~root", "a/~b", "-rf", "con", "photos/LPT1.jpg",
        String(repeating: "a", count: 256), String(repeating: "a/", count: 20) + "a",
    ])
    func refusesNamesThatAreMoreThanNames(name: String) {
        #expect(throws: ReadingError.self) { try FolderPath(name) }
    }

    @Test(arguments: [
        ["a", "a"], ["a", "A"], ["é", "e\u{301}"], ["a", "a/b"], ["a/b", "a"], ["A/b", "a"],
        ["a/b/c", "a/B"],
    ])
    func refusesTwoFilesInOnePlace(names: [String]) throws {
        var contents = FolderContents()
        try contents.add(names[0], [])
        #expect(throws: ReadingError.self) { try contents.add(names[1], []) }
    }

    @Test func keepsNeighboursApart() throws {
        var contents = FolderContents()
        for name in ["a/b", "a/c", "b", "c/a"] { try contents.add(name, []) }
        #expect(contents.files.map(\.path.description) == ["a/b", "a/c", "b", "c/a"])
    }

    @Test func saysAHostileNameWithoutObeyingIt() {
        let error = #expect(throws: ReadingError.self) { try FolderPath("\u{1B}[2Ja/../b") }
        #expect(
            error?.reason
                == "holds a file whose name ‘\u{FFFD}[2Ja/../b’ has signs that are not seen"
        )
    }
}
