import Diagnostics
import Foundation
import Griot
import Testing

/// What each key of a language pack may say; what it may not was printed, or did nothing.
@Suite struct LanguagePackFieldTests {
    /// What is said of a pack that says one thing more than French does.
    private func said(of line: String) throws -> String {
        let desk = try Desk()
        try desk.write(
            "language: srr\nextends: fr\n\(line)\n",
            to: "layouts/languages/srr.yaml"
        )
        let text = Desk.summary("event: {id: e, title: E, date: 2022-03-14}", language: "srr")
        return desk.said(desk.press.check(Job(file: try desk.write(text, to: "summary.yaml"))))
    }

    @Test(arguments: [
        ("script: Zzzz", "3:9", "the code of a script", "such as ‘Latn’"),
        ("script: latin", "3:9", "the code of a script", "did you mean ‘Latn’?"),
        ("decimal: 3", "3:10", "a mark such as ‘,’", "found ‘3’"),
        ("decimal:", "3:9", "a mark such as ‘,’", "found nothing"),
        ("group: narow", "3:8", "expected ‘narrow’", "did you mean ‘narrow’?"),
        ("percent:", "3:9", "expected some text", "found nothing"),
        ("months: [a, b]", "3:9", "needs 12 names", "and has 2"),
        ("quotes: {outer: [\"\", x]}", "3:17", "an opening mark", "a closing mark"),
        ("space-before: {point: wide}", "3:16", "a mark such as ‘;’", "found ‘point’"),
        ("space-before: {\";\": narow}", "3:21", "‘narrow’, ‘wide’ or", "mean ‘narrow’?"),
        ("leading: 1,2", "3:10", "a number from 0.8", "write ‘1.2’"),
        ("spaces-units: oui", "3:15", "expected ‘yes’ or", "did you mean ‘yes’?"),
        ("titles: {Mme.: x}", "3:10", "small letters without stops", "mean ‘mme’?"),
    ])
    func tellsWhatMayStandInAField(line: String, place: String, what: String, mend: String) throws {
        let said = try said(of: line)
        #expect(said.contains("layouts/languages/srr.yaml:\(place): error: "), "\(said)")
        #expect(said.contains(what) && said.contains(mend), "\(said)")
        #expect(said.components(separatedBy: "error: ").count == 2, "\(said)")
    }

    /// They stood on the page, braces and all.
    @Test(arguments: [
        ("dates: {full: \"{jour}\"}", "3:16", "‘{jour}’ stands for nothing in a date", "{weekday}"),
        ("dates: {long: \"{dya}\"}", "3:16", "‘{dya}’ stands for nothing", "mean ‘{day}’?"),
        ("dates: {long: \"{first-day}\"}", "3:16", "‘{first-day}’ stands for nothing", "{day}"),
        ("dates: {long: \"{day\"}", "3:16", "a ‘{’ is never closed", "{day"),
        ("times: {time: \"{heure}\"}", "3:16", "‘{heure}’ stands for nothing in ‘time’", "{hour2}"),
        ("times: {range: \"{a}\"}", "3:17", "‘{a}’ stands for nothing", "it knows {start}, {end}"),
        ("times: {rnage: x}", "3:9", "unknown key ‘rnage’ in ‘times’", "mean ‘range’?"),
        (
            "words: {page: \"{n}\"}", "3:16", "‘{n}’ stands for nothing in the word",
            "without braces"
        ),
    ])
    func tellsOfBracesThatStandForNothing(
        line: String,
        place: String,
        what: String,
        mend: String
    ) throws {
        let said = try said(of: line)
        #expect(said.contains("layouts/languages/srr.yaml:\(place): error: \(what)"), "\(said)")
        #expect(said.contains(mend), "\(said)")
    }

    @Test(arguments: [
        ("words: {pge: x}", "3:9: warning: no paper of Griot asks for the word ‘pge’", "‘page’?"),
        ("words: {page: {femme: x}}", "3:16: error: unknown key ‘femme’ in a word", "mention"),
        ("words: {page: [x]}", "3:15: error: a word is a mapping", "not a list"),
        ("dates: {lnog: x}", "3:9: warning: no paper of Griot asks for dates", "mean ‘long’?"),
        ("countries: {Sénégal: S}", "3:13: error: expected a country’s code", "mean ‘SN’?"),
        ("countries: {sn: S}", "3:13: error: expected a country’s code", "mean ‘SN’?"),
        ("languages: {Ouolof: x}", "3:13: error: expected a language’s tag", "‘wo’"),
        ("unsure: [wrds]", "3:10: error: a language pack has neither a key", "mean ‘words’?"),
    ])
    func tellsOfNamesThatNobodyAsksFor(line: String, what: String, mend: String) throws {
        let said = try said(of: line)
        #expect(said.contains("layouts/languages/srr.yaml:\(what)"), "\(said)")
        #expect(said.contains(mend), "\(said)")
    }

    @Test func letsAPackHaveWordsAndFormsOfDatesThatOnlyItsOwnLayoutsAskFor() throws {
        let said = try said(of: "words: {griot-of-the-day: x}\ndates: {for-poets: \"{day}\"}")
        #expect(!said.contains("srr.yaml"), "\(said)")
    }

    @Test(arguments: [
        ("language: wo\nextends: fr\n", "1:11: error: the file of this pack is called after ‘srr’"),
        ("language: srr\nextends: [fr]\n", "2:10: error: expected a language’s tag, found a list"),
        ("language: srr\nextends: French\n", "name a pack by its tag, as in ‘extends: fr’"),
        ("- language: srr\n", "1:1: error: a language pack is a mapping of keys and values"),
    ])
    func tellsOfAPackThatIsNotWhatItsFileIsCalled(text: String, what: String) throws {
        let desk = try Desk()
        try desk.write(text, to: "layouts/languages/srr.yaml")
        let file = try desk.write(Desk.summary("lead: A", language: "srr"), to: "summary.yaml")
        let outcome = desk.press.check(Job(file: file))
        #expect(desk.said(outcome).contains(what), "\(desk.said(outcome))")
        #expect(outcome.messages.errorCount == 1, "\(desk.said(outcome))")
    }

    @Test func takesTheTagOfAPackFromItsFileWhereItSaysNone() throws {
        let desk = try Desk()
        try desk.write(
            "extends: fr\nmonths: [a, b, ut, d, e, f, g, h, i, j, k, l]\n",
            to: "layouts/languages/srr.yaml"
        )
        let event = "event: {id: e, title: E, date: 2022-03-14, city: X}"
        let text = try desk.flow(of: Desk.summary(event, language: "srr"))
        #expect(text.contains("ut 2022"), "\(text)")
    }
}
