import Foundation
import Testing

@testable import Griot

@Suite struct WatchTests {
    private func watch(over desk: Desk, omitting output: String? = nil) -> FolderWatch {
        FolderWatch(
            over: [desk.folder.path],
            of: Installation(folder: Desk.root.path),
            omitting: output
        )
    }

    @Test func seesWhatIsSavedMadeAndRemoved() throws {
        let desk = try Desk()
        let paper = try desk.write("kind: workshop-summary\n", to: "a.yaml")
        var watch = watch(over: desk)
        #expect(watch.change(besides: []) == nil)
        try desk.write("kind: workshop-summary\ntitle: A\n", to: "a.yaml")
        #expect(watch.change(besides: []) == paper)
        watch.begin()
        #expect(watch.change(besides: []) == nil)
        let picture = try desk.write("<svg/>", to: "images/a.svg")
        #expect(watch.change(besides: []) == picture)
        watch.begin()
        try FileManager.default.removeItem(atPath: picture)
        #expect(watch.change(besides: []) == picture)
    }

    /// An editor writes a file beside the old one and gives it its name.
    @Test func seesWhatIsSavedByRenaming() throws {
        let desk = try Desk()
        let paper = try desk.write("title: A\n", to: "a.yaml")
        let watch = watch(over: desk)
        let draft = try desk.write("title: Bo\n", to: ".a.yaml.new")
        #expect(watch.change(besides: []) == nil)
        #expect(rename(draft, paper) == 0)
        #expect(watch.change(besides: []) == paper)
    }

    /// It would else be its own reason to go on.
    @Test func passesOverWhatItsPapersWrite() throws {
        let desk = try Desk()
        let output = desk.folder.appending(path: "out").path
        let watch = watch(over: desk, omitting: output)
        try desk.write("of a run", to: "out/a.pdf")
        let pages = try desk.write("of a run", to: "a.pdf")
        #expect(watch.change(besides: [pages]) == nil)
        #expect(watch.change(besides: []) == pages)
    }
}
