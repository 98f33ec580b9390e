import Diagnostics
import Foundation
import Griot
import Testing

/// Packs of languages that an event brings along.
@Suite struct LanguagePackTests {
    private static let event = "event: {id: e, title: E, date: 2022-03-14, city: X}"

    private static let ewe = """
        language: ee
        extends: en
        name: Eʋegbe
        months: [dzv, dzd, ted, afɔ, dam, mas, sia, dea, any, kel, ade, dzm]
        words: {contents: Nusiwo le eme}
        """

    @Test func readsALanguagePackOfTheEvent() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "layouts/languages/ee.yaml")
        let text = try desk.flow(of: Desk.summary(Self.event, language: "ee"))
        #expect(text.contains("ted 2022"))
    }

    private static let long =
        "sections: [{title: A, body: "
        + Array(repeating: "saatefaaxandeer", count: 60).joined(separator: " ") + "}]"

    private func hyphens(_ desk: Desk, _ hyphenation: String, _ language: String = "srr") throws
        -> Int
    {
        try desk.write(
            "language: \(language)\nextends: en\nhyphenation: \(hyphenation)\n",
            to: "layouts/languages/\(language).yaml"
        )
        let file = try desk.write(
            Desk.summary("\(Self.event)\n\(Self.long)", language: language),
            to: "summary.yaml"
        )
        let dump = try Desk.again(desk).press.dump(Job(file: file), after: .typesetting)
        #expect(desk.said(dump.outcome) == "")
        return dump.text.components(separatedBy: "saate\u{AD}’").count - 1
    }

    @Test func dividesWordsByPatternsThatLieBesideTheirPack() throws {
        let desk = try Desk()
        let folder = "layouts/languages"
        try desk.write("UTF-8\nate1f\n", to: "\(folder)/hyph_srr.dic")
        try desk.write("% title: Seereer\n\\patterns{\nate1f é1b\n}\n", to: "\(folder)/srr.tex")
        #expect(try hyphens(desk, "none") == 0)
        #expect(try hyphens(desk, "hyph_srr.dic") > 0)
        #expect(try hyphens(desk, "srr.tex") > 0)
        let job = Job(file: desk.path("summary.yaml"))
        let certificate = try Desk.again(desk).press.certifyLanguages(of: job).certificate
        #expect(certificate.contains { "\($0)".contains("words divided by srr.tex") })
    }

    @Test(arguments: [
        ("hyph_sr.dic", "there is no such file"), ("../../../away.dic", "outside the event"),
        ("/etc/passwd", "outside the event"), ("folder.dic", "it is a folder"),
        ("endless.dic", "outside the event"), ("empty.dic", "holds no patterns"),
        ("words.dic", "holds no patterns"), ("../hyph_srr.dic", "not lie beside the pack"),
    ])
    func tellsOfPatternsThatCannotBeRead(name: String, reason: String) throws {
        let desk = try Desk()
        let folder = "layouts/languages"
        try desk.write("UTF-8\nate1f\n", to: "\(folder)/hyph_srr.dic")
        try desk.write("UTF-8\nate1f\n", to: "layouts/hyph_srr.dic")
        try desk.write("", to: "\(folder)/empty.dic")
        try desk.write("<html>\nNot found\n", to: "\(folder)/words.dic")
        try desk.write("", to: "\(folder)/folder.dic/x")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("\(folder)/endless.dic"),
            withDestinationPath: "/dev/zero"
        )
        try desk.write(
            "language: srr\nextends: en\nhyphenation: \(name)\n",
            to: "\(folder)/srr.yaml"
        )
        let file = try desk.write(Desk.summary(Self.long, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("\(folder)/srr.yaml:3:14: error: ‘\(name)’ can't be read"), "\(said)")
        #expect(said.contains(reason), "\(said)")
        #expect(said.contains("put a file of patterns beside the pack"))
        #expect(said.contains("did you mean ‘hyph_srr.dic’?") == (name == "hyph_sr.dic"))
    }

    @Test func tellsOfALanguageThatHasNoPatternsHere() throws {
        let desk = try Desk()
        try desk.write(
            "language: srr\nextends: en\nhyphenation: tout-faux\n",
            to: "layouts/languages/srr.yaml"
        )
        let file = try desk.write(Desk.summary(Self.long, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("srr.yaml:3:14: warning: no patterns of hyphenation are installed"))
    }

    @Test func tellsOnceOfPacksThatDifferFromOneAnotherInACircle() throws {
        let desk = try Desk()
        let file = try desk.write(Desk.summary(Self.event, language: "srr"), to: "summary.yaml")
        let job = Job(file: file)
        let place = "layouts/languages/srr.yaml"
        try desk.write("language: srr\nextends: srr\n", to: place)
        let alone = try Desk.again(desk).press.check(job)
        #expect(alone.messages.errorCount == 1 && alone.messages.warningCount == 0)
        #expect(desk.said(alone).contains("srr.yaml:2:10: error: language packs differ from one"))
        #expect(desk.said(alone).contains("in a circle: srr, srr"))
        try desk.write("language: srr\nextends: wol\n", to: place)
        try desk.write("language: wol\nextends: srr\n", to: "layouts/languages/wol.yaml")
        let both = try Desk.again(desk).press.check(job)
        #expect(both.messages.errorCount == 1)
        #expect(desk.said(both).contains("wol.yaml:2:10: error: "))
        #expect(desk.said(both).contains("in a circle: srr, wol, srr"))
    }

    @Test(arguments: [
        ("", "layouts/languages/srr.yaml:1:1: error: this file is empty"),
        ("# later\n", "layouts/languages/srr.yaml:1:1: error: this file is empty"),
        ("name: S\u{E9}reer\n", "UTF-8"),
    ])
    func doesNotCallAPackMissingThatCannotBeRead(text: String, reason: String) throws {
        let desk = try Desk()
        let letters = text.unicodeScalars.map { UInt8($0.value) }
        try desk.write(letters, to: "layouts/languages/srr.yaml")
        let file = try desk.write(Desk.summary(Self.event, language: "srr"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains(reason), "\(said)")
        #expect(!said.contains("there is no language pack"), "\(said)")
    }

    @Test func laysAPackOfTheEventOverTheHousesOfTheSameName() throws {
        let desk = try Desk()
        try desk.write(
            "language: fr\nextends: fr\nshort-months: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
                + "months: [a, b, ventôse, d, e, f, g, h, i, j, k, l]\n",
            to: "layouts/languages/fr.yaml"
        )
        let text = try desk.flow(
            of: Desk.summary("\(Self.event)\nlead: Quoi ? Rien !", language: "fr")
        )
        #expect(text.contains("14⍽ventôse 2022"))
        #expect(text.contains("Quoi‿? Rien‿!"))
        // Another event has the house’s own.
        let other = try desk.write(
            Desk.summary(Self.event, language: "fr"),
            to: "other/summary.yaml"
        )
        #expect(
            desk.press.dump(Job(file: other), after: .flow).text.contains("14⍽mars 2022")
        )
    }

    @Test func tellsTheMistakesOfAPackOfTheEvent() throws {
        let desk = try Desk()
        try desk.write(
            "language: ee\nextends: eng\nmonhts: [a]\n",
            to: "layouts/languages/ee.yaml"
        )
        let file = try desk.write(Desk.summary("", language: "ee"), to: "summary.yaml")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("layouts/languages/ee.yaml:2:10: error"))
        #expect(said.contains("layouts/languages/ee.yaml:3:1: error"))
        #expect(said.contains("did you mean ‘months’?"))
    }

    @Test func carriesThePacksOfTheEventInThePDF() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "event/layouts/languages/ee.yaml")
        try desk.write(
            Self.ewe.replacing("ee\n", with: "zz\n"),
            to: "event/layouts/languages/zz.yaml"
        )
        let file = try desk.write(
            Desk.summary("date: 2022-03-14", language: "ee"),
            to: "event/summary.yaml"
        )
        let first = desk.path("first.pdf")
        let outcome = desk.press.render(Job(file: file), to: .file(first))
        #expect(outcome.succeeded, "\(desk.said(outcome))")
        _ = try AttachedSource(opening: first).write(to: desk.path("again"))
        let manager = FileManager.default
        #expect(manager.fileExists(atPath: desk.path("again/layouts/languages/ee.yaml")))
        #expect(!manager.fileExists(atPath: desk.path("again/layouts/languages/zz.yaml")))
        let second = desk.path("second.pdf")
        _ = desk.press.render(Job(file: desk.path("again/summary.yaml")), to: .file(second))
        #expect(manager.contentsEqual(atPath: first, andPath: second))
    }

    @Test func makesAgainWhereAPackOfTheEventChanges() throws {
        let desk = try Desk()
        try desk.write(Self.ewe, to: "event/layouts/languages/ee.yaml")
        try desk.write(Desk.summary("", language: "ee"), to: "event/summary.yaml")
        let making = Making(folder: desk.path("event"))
        let installation = Installation(folder: Desk.root.path)
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.unchanged])
        try desk.write(Self.ewe + "\nleading: 1.1", to: "event/layouts/languages/ee.yaml")
        #expect(try making.run(installation) { _, _ in }.map(\.ending) == [.made])
    }
}
