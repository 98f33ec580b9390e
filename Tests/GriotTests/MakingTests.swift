import Foundation
import Griot
import Testing

/// What has not changed is not made again, and what has is.
@Suite struct MakingTests {
    private let good =
        "kind: workshop-summary\nlang: [en, fr]\ntitle: {en: A meeting, fr: Une réunion}\n"
    private let installation = Installation(folder: Desk.root.path)

    private func endings(_ desk: Desk, _ languages: [String] = ["en"]) throws
        -> [Making.Result.Ending]
    {
        let making = Making(folder: desk.path("event"), languages: languages)
        return try making.run(installation) { _, _ in }.map(\.ending)
    }

    @Test func makesAnEventOnceAndAgainOnlyWhereItChanged() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/summary.yaml")
        try desk.write("kind: workshop-summary\ntitel: Wrong\n", to: "event/wrong.yaml")
        #expect(try endings(desk) == [.made, .failed])
        #expect(try endings(desk) == [.unchanged, .failed])
        try desk.write(good + "subtitle: Changed\n", to: "event/summary.yaml")
        #expect(try endings(desk) == [.made, .failed])
    }

    /// One press sets all of them, and remembers what it looked for in vain.
    @Test func failsThosePapersAloneThatAskForWhatIsNotThere() throws {
        let desk = try Desk()
        let papers = [
            ("layout: breif\n", "‘breif’"), ("", ""), ("brand: huose\n", "‘huose’"),
            ("subtitle: B\n", ""), ("brand: huose\nsubtitle: C\n", "‘huose’"),
        ]
        for (number, (line, missing)) in papers.enumerated() {
            let file = try desk.write(good + line, to: "event/\(number).yaml")
            let outcome = desk.press.check(Job(file: file))
            let said = desk.said(outcome)
            #expect(outcome.succeeded == missing.isEmpty, "\(number): \(said)")
            #expect(missing.isEmpty ? said.isEmpty : said.contains("\(number).yaml:"), "\(said)")
            #expect(said.contains(missing) || missing.isEmpty)
        }
    }

    @Test func makesNoPaperAgainForAnothersSake() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/first.yaml")
        try desk.write(good, to: "event/second.yaml")
        #expect(try endings(desk) == [.made, .made])
        try desk.write(good + "subtitle: Changed\n", to: "event/second.yaml")
        #expect(try endings(desk) == [.unchanged, .made])
        #expect(try endings(desk) == [.unchanged, .unchanged])
        // A file that was damaged since is made again.
        try desk.write("x", to: "event/out/first-en.pdf")
        #expect(try endings(desk) == [.made, .unchanged])
    }

    @Test func makesNothingAgainForFilesThatNoPaperReads() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/summary.yaml")
        #expect(try endings(desk) == [.made])
        try desk.write("Bring the keys.", to: "event/notes.txt")
        try desk.write("<svg/>", to: "event/images/unnamed.svg")
        // The same words, saved anew.
        try desk.write(good, to: "event/summary.yaml")
        _ = try desk.press.copyDesign("badge", to: desk.path("event"))
        #expect(try endings(desk) == [.unchanged])
        // A copy that nobody has changed says what Griot's own says.
        let copy = try #require(try desk.press.copyDesign("brief", to: desk.path("event")))
        #expect(try endings(desk) == [.unchanged])
        #expect(try endings(desk) == [.unchanged])
        let layout = try String(contentsOfFile: copy, encoding: .utf8)
        // Nor does it when it goes, be it that pages were made of it.
        try FileManager.default.removeItem(atPath: copy)
        #expect(try endings(desk) == [.unchanged])
        try desk.write(layout, to: "event/layouts/papers/brief.yaml")
        try desk.write(good + "subtitle: Changed\n", to: "event/summary.yaml")
        #expect(try endings(desk) == [.made])
        try FileManager.default.removeItem(atPath: copy)
        #expect(try endings(desk) == [.unchanged])
        #expect(try endings(desk) == [.unchanged])
        try desk.write(layout + "# ours\n", to: "event/layouts/papers/brief.yaml")
        #expect(try endings(desk) == [.made])
    }

    @Test func makesOnlyTheLanguagesThatAreMissing() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/summary.yaml")
        #expect(try endings(desk, ["fr"]) == [.made])
        #expect(try endings(desk, []) == [.made])
        #expect(try endings(desk, ["en"]) == [.unchanged])
        #expect(try endings(desk, []) == [.unchanged])
        let made = try FileManager.default.contentsOfDirectory(atPath: desk.path("event/out"))
        #expect(made.sorted() == [".griot-made", "summary-en.pdf", "summary-fr.pdf"])
        // The other language is of the old text, and is not forgotten for the new of this one.
        try desk.write(good + "subtitle: Changed\n", to: "event/summary.yaml")
        #expect(try endings(desk, ["fr"]) == [.made])
        #expect(try endings(desk, ["en"]) == [.made])
    }

    @Test func makesAgainThePapersThatLeanOnARegister() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/alone.yaml")
        try desk.write(
            "kind: speaker-list\ntitle: A\nevent: {title: A, date: 2024-05-14}\nspeakers: [{person: awa}]\n",
            to: "event/named.yaml"
        )
        func write(_ person: String) throws {
            try desk.write(
                "people: [{id: awa, name: Awa KEITA\(person)}]\n",
                to: "event/people.yaml"
            )
        }
        try write("")
        #expect(try endings(desk) == [.made, .made])
        try write(", role: Editor")
        #expect(try endings(desk) == [.unchanged, .made])
        #expect(try endings(desk) == [.unchanged, .unchanged])
    }

    /// Papers that name no event are dressed by the only one of their folder.
    @Test func makesAgainWhatTheBrandOfTheEventDresses() throws {
        let desk = try Desk()
        let event = "kind: event\nid: e\ntitle: A\ndate: 2024-05-14\n"
        let cards = "kind: contact-block\nlayout: card\nlang: en\npeople: [{name: Awa KEITA}]\n"
        try desk.write(cards, to: "event/cards.yaml")
        try desk.write(cards + "brand: house\n", to: "event/sure.yaml")
        try desk.write(event, to: "event/event.yaml")
        #expect(try endings(desk) == [.made, .made])
        try desk.write(event + "brand: savanna\n", to: "event/event.yaml")
        #expect(try endings(desk) == [.made, .unchanged])
        #expect(try endings(desk) == [.unchanged, .unchanged])
        try desk.write(event, to: "event/event.yaml")
        #expect(try endings(desk) == [.made, .unchanged])
    }

    @Test func makesAgainWhatAnOwnPartChanges() throws {
        let desk = try Desk()
        try desk.write(
            "kind: contact-block\nlayout: card\nlang: en\npeople: [{name: Awa KEITA}]\n",
            to: "event/cards.yaml"
        )
        #expect(try endings(desk) == [.made])
        let part = try String(
            contentsOf: Desk.root.appending(path: "layouts/parts/card-lines.yaml"),
            encoding: .utf8
        )
        try desk.write(part + "# ours\n", to: "event/layouts/parts/card-lines.yaml")
        #expect(try endings(desk) == [.made])
        #expect(try endings(desk) == [.unchanged])
        try FileManager.default.removeItem(
            atPath: desk.path("event/layouts/parts/card-lines.yaml")
        )
        #expect(try endings(desk) == [.made])
    }

    /// A paper that leans on nobody may still name in prose whom it must not.
    @Test func looksAgainWhereSomebodyMayNoLongerBeNamed() throws {
        let desk = try Desk()
        try desk.write(good + "lead: Awa Keita spoke.\n", to: "event/summary.yaml")
        try desk.write("people: [{id: awa, name: Awa KEITA}]\n", to: "event/people.yaml")
        #expect(try endings(desk) == [.made])
        let refusal = "people: [{id: awa, name: Awa KEITA, consent: {list_name: no}}]\n"
        try desk.write(refusal, to: "event/people.yaml")
        #expect(try endings(desk) == [.failed])
    }

    @Test func makesAgainWhereAPictureFarDownChanged() throws {
        let desk = try Desk()
        let picture = "a/b/c/d/e/f/g.svg"
        try desk.write(
            good + "figures: [{src: ./\(picture), alt: A square}]\n",
            to: "event/summary.yaml"
        )
        func draw(_ width: Int) throws {
            let text = "<svg xmlns='http://www.w3.org/2000/svg' width='\(width)' height='9'/>"
            try desk.write(text, to: "event/\(picture)")
        }
        try draw(9)
        // Round in a circle, and out of the event.
        for (name, place) in [("event/a/b/round", "../../a"), ("event/a/away", "/")] {
            try FileManager.default.createSymbolicLink(
                atPath: desk.path(name),
                withDestinationPath: place
            )
        }
        #expect(try endings(desk) == [.made])
        #expect(try endings(desk) == [.unchanged])
        try draw(8)
        #expect(try endings(desk) == [.made])
    }

    @Test func makesNeitherOfTwoPapersThatWouldWriteTheSameFile() throws {
        let desk = try Desk()
        try desk.write(good, to: "event/summary.yaml")
        try desk.write(good, to: "event/summary.yml")
        try desk.write(good, to: "event/third.yaml")
        #expect(try endings(desk) == [.failed, .failed, .made])
        let made = try FileManager.default.contentsOfDirectory(atPath: desk.path("event/out"))
        #expect(made.sorted() == [".griot-made", "third-en.pdf"])
    }

    @Test func tellsAMistakeThatPapersShareOnce() throws {
        let desk = try Desk()
        let paper = "kind: certificate\ntitle: Thanks\nrecipients: [awa]\n"
        for name in ["a", "b"] { try desk.write(paper, to: "event/\(name).yaml") }
        try desk.write("people: [{id: awa, name: Awa, email: none}]\n", to: "event/people.yaml")
        let results = try Making(folder: desk.path("event")).run(installation) { _, _ in }
        #expect(results.map(\.ending) == [.failed, .failed])
        #expect(
            results.map { desk.said($0.outcome) }.joined().components(separatedBy: "‘none’").count
                == 2
        )
    }
}
