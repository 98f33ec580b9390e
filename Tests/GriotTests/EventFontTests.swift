import Foundation
import Griot
import Testing

/// Fonts that lie in an event's own folder `fonts/`.
@Suite struct EventFontTests {
    private static let libertine = "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf"

    private let paper = """
        kind: workshop-summary
        brand: ours
        lang: fr
        title: Une rencontre
        lead: Écoutez les voix.

        """

    /// An event with a brand that names a family, and with files in its folder of fonts.
    private func desk(
        _ family: String = "Our Serif",
        _ manifest: String? = "families: {Our Serif: {faces: {regular: Own.otf}}}\n",
        font: [UInt8]? = nil
    ) throws -> Desk {
        let desk = try Desk()
        let house = try String(
            contentsOf: Desk.root.appending(path: "layouts/brands/house.yaml"),
            encoding: .utf8
        )
        try desk.write(
            house.replacing("latin: Gentium Book Plus", with: "latin: \(family)"),
            to: "event/layouts/brands/ours.yaml"
        )
        try desk.write(paper, to: "event/a.yaml")
        if let manifest { try desk.write(manifest, to: "event/fonts/fonts.yaml") }
        let bytes = try font ?? Array(Data(contentsOf: URL(filePath: Self.libertine)))
        try desk.write(bytes, to: "event/fonts/Own.otf")
        return desk
    }

    private func job(_ desk: Desk) -> Job { Job(file: desk.path("event/a.yaml")) }

    private func fonts(of path: String) throws -> String { try ask("/usr/bin/pdffonts", path).text }

    @Test func setsPagesInTheFontsOfTheEvent() throws {
        let desk = try desk()
        let outcome = desk.press.render(job(desk), to: .beside)
        #expect(desk.said(outcome) == "")
        #expect(try fonts(of: #require(outcome.written.first)).contains("LinLibertineO"))
        // Another event has no such family.
        try desk.write(paper, to: "other/a.yaml")
        try desk.write(
            String(contentsOfFile: desk.path("event/layouts/brands/ours.yaml"), encoding: .utf8),
            to: "other/layouts/brands/ours.yaml"
        )
        let other = desk.press.check(Job(file: desk.path("other/a.yaml")))
        #expect(desk.said(other).contains("no family of fonts/fonts.yaml is called ‘Our Serif’"))
        // And what was made before is made as before.
        let again = desk.press.render(job(desk), to: .file(desk.path("again.pdf")))
        #expect(desk.said(again) == "")
        #expect(try fonts(of: desk.path("again.pdf")).contains("LinLibertineO"))
    }

    @Test func callsFontsWithoutAManifestByTheirOwnNames() throws {
        let desk = try desk("Linux Libertine O", nil)
        try desk.write("The licence.", to: "event/fonts/OFL.txt")
        let outcome = desk.press.render(job(desk), to: .beside)
        #expect(desk.said(outcome) == "")
        #expect(try fonts(of: #require(outcome.written.first)).contains("LinLibertineO"))
    }

    @Test func takesTheEventsFamilyBeforeTheHousesOfThatName() throws {
        let desk = try desk(
            "Gentium Book Plus",
            "families: {Gentium Book Plus: {faces: {regular: Own.otf}}}\n"
        )
        let outcome = desk.press.render(job(desk), to: .beside)
        #expect(desk.said(outcome) == "")
        #expect(try !fonts(of: #require(outcome.written.first)).contains("GentiumBook"))
    }

    @Test func makesAgainWhereAFontChanges() throws {
        let desk = try desk()
        let making = Making(folder: desk.path("event"))
        let installation = Installation(folder: Desk.root.path)
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.unchanged])
        let bold = Self.libertine.replacing("_R.otf", with: "_RB.otf")
        try desk.write(Array(Data(contentsOf: URL(filePath: bold))), to: "event/fonts/Own.otf")
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
    }

    // MARK: Into a PDF and out of it

    @Test func attachesNoFontAndSaysWhichAreToBePutBack() throws {
        let desk = try desk()
        let first = desk.path("first.pdf")
        _ = desk.press.render(job(desk), to: .file(first))
        let source = try AttachedSource(opening: first)
        #expect(source.fonts == ["fonts/Own.otf"])
        let files = try source.write(to: desk.path("again"))
        #expect(!files.contains { $0.hasSuffix(".otf") })
        let job = Job(file: desk.path("again/a.yaml"))
        let said = desk.said(desk.press.check(job))
        #expect(
            said.hasPrefix("again/fonts/fonts.yaml:1:41: error: the font ‘fonts/Own.otf’ can't")
        )
        #expect(said.contains("hint: copy it into the event’s folder ‘fonts’"))
        #expect(!said.contains("no family"))
        try FileManager.default.copyItem(
            atPath: desk.path("event/fonts/Own.otf"),
            toPath: desk.path("again/fonts/Own.otf")
        )
        let press = try Press(Installation(folder: Desk.root.path))
        _ = press.render(job, to: .file(desk.path("second.pdf")))
        #expect(FileManager.default.contentsEqual(atPath: first, andPath: desk.path("second.pdf")))
    }

    @Test func carriesNoFontOfAnEventThatForbidsIt() throws {
        var font = try Array(Data(contentsOf: URL(filePath: Self.libertine)))
        for entry in stride(from: 12, to: 12 + 16 * Int(font[5]), by: 16)
        where font[entry..<entry + 4].elementsEqual("OS/2".utf8) {
            let table = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
            font.replaceSubrange(table + 8..<table + 10, with: [0, 2])
        }
        let desk = try desk(font: font)
        let outcome = desk.press.render(job(desk), to: .beside)
        let said = desk.said(outcome)
        #expect(
            said.contains("fonts/fonts.yaml:") && said.contains("no file may carry it"),
            "\(said)"
        )
        #expect(outcome.written.isEmpty)
    }

    // MARK: What is no font, or no file of the event

    @Test(
        arguments: [
            ("Gone.otf", "there is no such file"), ("../../x.otf", "it lies outside the event"),
            ("/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf", "outside the event"),
            ("Link.otf", "outside the event"),
            ("Words.otf", "not a font that letters can be drawn"),
            ("Empty.otf", "not a font that letters can be drawn"), ("Folder", "it is a folder"),
            ("Null", "outside the event"),
        ]
    )
    func refusesWhatIsNoFontOfTheEventAtItsPlace(file: String, reason: String) throws {
        let desk = try desk("Our Serif", "families:\n  Our Serif:\n    faces: {regular: \(file)}\n")
        try desk.write("hello", to: "event/fonts/Words.otf")
        try desk.write("", to: "event/fonts/Empty.otf")
        try desk.write("", to: "event/fonts/Folder/x")
        for (name, place) in [("Link.otf", Self.libertine), ("Null", "/dev/null")] {
            try FileManager.default.createSymbolicLink(
                atPath: desk.path("event/fonts/\(name)"),
                withDestinationPath: place
            )
        }
        let outcome = desk.press.render(job(desk), to: .beside)
        let said = desk.said(outcome)
        #expect(said.hasPrefix("event/fonts/fonts.yaml:3:22: error: "), "\(said)")
        #expect(said.contains(reason), "\(said)")
        #expect(outcome.written.isEmpty && !said.contains("no family"))
    }

    @Test func readsNoFontsThroughALinkedManifest() throws {
        let desk = try desk("Our Serif", nil)
        try desk.write("families: {Our Serif: {faces: {regular: Own.otf}}}\n", to: "outside.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("event/fonts/fonts.yaml"),
            withDestinationPath: desk.path("outside.yaml")
        )
        let said = desk.said(desk.press.check(job(desk)))
        #expect(said.contains("event/fonts/fonts.yaml"), "\(said)")
        #expect(said.contains("outside the event folder"), "\(said)")
    }

    /// Whatever its bytes, a font ends in pages or in a message.
    @Test func survivesFontsThatAreDamaged() throws {
        let whole = try Array(Data(contentsOf: URL(filePath: Self.libertine)))
        for number in 1...12 {
            var font = whole
            let start = whole.count * number / 13
            for place in stride(from: start, to: min(start + 4000, whole.count), by: 3) {
                font[place] = UInt8(truncatingIfNeeded: place &* 31 &+ number)
            }
            if number.isMultiple(of: 4) { font.removeLast(start) }
            let desk = try desk(font: font)
            let outcome = desk.press.render(job(desk), to: .beside)
            #expect(outcome.written.count == 1 || desk.said(outcome).contains("error: "))
        }
    }
}
