import Diagnostics
import Flow
import Testing
import Units

/// What fields in braces, their filters and the keys of a layout come to.
@Suite struct TemplateTests {
    /// Only whole dates in words fold into one; figures and parts of dates are said of both ends.
    @Test(arguments: [
        ("long", "14–15 May 2024"), ("full", "14–15 May 2024"), ("short", "14/05/2024–15/05/2024"),
        ("iso", "2024-05-14–2024-05-15"), ("month", "May 2024"), ("year", "2024"),
        ("day", "Tuesday 14 May – Wednesday 15 May"), ("same-month", "14–15 May 2024"),
    ])
    func printsSeveralDaysInTheFormThatIsAsked(form: String, printed: String) {
        let desk = Desk()
        desk.lay(
            "days",
            body: "- {paragraph: \"{event.date | to: event.end | date: \(form)}\"}"
        )
        let found = desk.printed(CompositionTests.workshop, with: "days")
        #expect(found.map { $0.replacing("\u{A0}", with: " ") } == [printed])
    }

    @Test(arguments: [
        ("", 0.02), ("stretch: 1%", 0.01), ("stretch: 0%", 0), ("stretch: 40%", 0.05),
    ])
    func letsGlyphsGiveWayAsFarAsTheLayoutSays(line: String, stretch: Double) throws {
        let desk = Desk()
        desk.lay("odd", body: "- {paragraph: \"{title}\", style: {\(line)}}")
        let flow = try #require(desk.flow(of: CompositionTests.workshop, with: "odd"))
        guard case .paragraph(let paragraph)? = flow.streams[0].blocks.first?.content else {
            Issue.record("nothing is printed")
            return
        }
        #expect(abs(paragraph.style.stretch - stretch) < 1e-9)
    }

    @Test(arguments: [
        ("", "Wells"), ("subtitle: Of Ségou\n", "Of Ségou"), ("subtitle: \"\"\n", "Wells"),
    ])
    func printsRatherThanAFieldWhatIsGiven(line: String, printed: String) {
        let desk = Desk()
        desk.lay("cover", body: "- {paragraph: \"{subtitle | rather: title | upper}\"}")
        desk.lay("spine", body: "- {paragraph: \"{title | rather: subtitle | upper}\"}")
        let text = "kind: report\nlang: en\ntitle: Wells\n\(line)sections: []\n"
        #expect(desk.printed(text, with: "cover") == ["WELLS"])
        #expect(desk.printed(text, with: "spine") == [printed.uppercased()])
    }

    @Test func partsNotesFromTheTextAsTheLayoutSays() throws {
        let desk = Desk()
        desk.written["layouts/papers/leaf"] = """
            paper: leaf
            notes: {gap: 20pt, rule: 1pt primary, rule-length: 30mm, rule-gap: 6pt}
            masters: {right: {frames: {text: {stream: body}}}}
            streams: {body: [{text: title}]}
            """
        let area = try #require(desk.flow(of: CompositionTests.workshop, with: "leaf")).noteArea
        #expect(area.gap == .pt(20) && area.ruleGap == .pt(6))
        #expect(area.ruleLength.isNearly(.mm(30)) && area.rule?.width == .pt(1))
        #expect(desk.complaints == "")
    }

    @Test func leavesOutWhatHasNothingToSay() {
        let desk = Desk()
        desk.lay(
            "bare",
            body: """
                - {paragraph: "{event.city}[, {event.venue.name}] ({event.date | date: iso})"}
                - {paragraph: "By {subtitle}"}
                - {paragraph: "[By {subtitle}]"}
                - {paragraph: "Fixed {{words}"}
                - {box: [{paragraph: "{subtitle}"}]}
                """
        )
        let printed = desk.printed(CompositionTests.workshop, with: "bare")
        #expect(printed == ["Ségou (2024-05-14)", "Fixed {words}"])
    }

    @Test func closesASentenceOnceAndLeavesOutBracketsInsideBrackets() {
        let desk = Desk()
        desk.lay(
            "cited",
            body: """
                - {paragraph: "{'Should we talk?' | stop} {'We should' | stop} {'“Yes.”' | stop}"}
                - {paragraph: "{event.city}[ on {event.date | date: iso}[ at {event.venue.name}].]"}
                - {paragraph: "{event.city}[ at {event.venue.name}[ on {event.date | date: iso}].]"}
                """
        )
        let printed = desk.printed(CompositionTests.workshop, with: "cited")
        #expect(printed == ["Should we talk? We should. “Yes.”", "Ségou on 2024-05-14.", "Ségou"])
    }

    /// Marks join what a run prints to the words of the run before it, and nothing at a line's beginning.
    @Test func joinsARunToTheOneBeforeItAndNotToALineThatItBegins() {
        let desk = Desk()
        desk.lay(
            "joined",
            body: """
                - paragraph: [{run: "{title}", style: {weight: bold}}, "[, {subtitle}][, {event.city}]"]
                - paragraph: [{run: "{title}"}, {run: "[{subtitle}][, {event.city}]", new-line: yes}]
                - paragraph: ["{subtitle}", "[, {event.city}]"]
                """
        )
        let printed = desk.printed(CompositionTests.workshop, with: "joined")
        let title = printed.first.map { String($0.prefix { $0 != "," }) } ?? ""
        #expect(
            printed.map { $0.replacing("\u{FFFC}", with: "/") } == [
                "\(title), Ségou", "\(title)/Ségou", "Ségou",
            ]
        )
    }

    @Test(arguments: [
        ("The roads of the herds", "The roads…"), ("Roads that lead", "Roads that lead"),
    ])
    func shortensToNoWordThatIsBoundToTheNext(title: String, printed: String) {
        let desk = Desk()
        desk.lay("head", body: "- {paragraph: \"{title | shorten: 18}\"}")
        let text = "kind: report\nlang: en\ntitle: \(title)\nsections: []\n"
        #expect(desk.printed(text, with: "head") == [printed])
    }

    @Test(arguments: [
        ("Trust is earned : rules of a market", "Trust is earned"),
        ("Trust – what it is – and who has it", "Trust – what it is"),
        ("Who pays? The towns, and nobody else", "Who pays?"),
        ("Wells fail. Herds leave for the coast", "Wells fail"),
        ("The end: wells of St. Louis and Fann", "The end"),
        ("At St. Louis where the rivers meet", "At St. Louis…"),
        ("At: the well near two towns of Mali", "At: the well near…"),
    ])
    func shortensToAPhraseThatStandsWithoutTheRest(title: String, printed: String) {
        let desk = Desk()
        desk.lay("head", body: "- {paragraph: \"{title | shorten: 18}\"}")
        let text = "kind: report\nlang: en\ntitle: \"\(title)\"\nsections: []\n"
        let head = desk.printed(text, with: "head").map { $0.replacing("\u{A0}", with: " ") }
        #expect(head == [printed])
    }

    @Test func holdsANameTogetherAndEachOfAListByItself() {
        let desk = Desk()
        desk.lay(
            "held",
            body: """
                - {paragraph: "{event.title | unbroken}: {organisers | unbroken}, {event.date | date: month | unbroken}"}
                """
        )
        let text = desk.printed(CompositionTests.workshop, with: "held")
        let words = ["Sharing the well:", "River Valley Observatory,", "May 2024"]
        #expect(text == [words.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " ")])
    }

    @Test(arguments: [(11, "none"), (10, "one"), (3, "both")])
    func tellsWhichTextsAreLongerThanSoManyLetters(letters: Int, found: String) {
        let desk = Desk()
        desk.lay(
            "long",
            body: """
                - when: "people.role | longer: \(letters) at least 2"
                  do: [{paragraph: both}]
                  otherwise:
                    - {when: "people.role | longer: \(letters)", do: [{paragraph: one}], otherwise: [{paragraph: none}]}
                """
        )
        let text = """
            kind: contact-block
            people:
              - {id: a, name: Awa BA, role: Researcher}
              - {id: b, name: Ibra SY, role: Office head}
              - {id: c, name: Aïda DIOP}
            """
        #expect(desk.printed(text, with: "long") == [found])
    }

    @Test func leavesOutWhatIsTheSameAsAnotherValue() {
        let desk = Desk()
        desk.lay(
            "same",
            body: """
                - {paragraph: "{event.title | other-than: title}, {event.city | other-than: event.city}."}
                """
        )
        #expect(desk.printed(CompositionTests.workshop, with: "same") == ["Sharing the well, ."])
    }

    @Test func leavesOutWhatIsTheSameAsOneOfAList() {
        let desk = Desk()
        desk.lay(
            "same",
            body: """
                - {each: people, as: one, do: [{paragraph: "{one.role}: {one.phone | other-than: people.phone}"}]}
                - {each: groups, as: one, do: [{paragraph: "{one.title | other-than: people.role}"}]}
                """
        )
        let text = """
            kind: contact-block
            people:
              - {id: a, name: Awa BA, role: One, phone: "+221 33 800 00 00"}
              - {id: b, name: Ibra SY, role: Two}
            groups: [{title: Two, people: [a]}, {title: Three, people: [b]}]
            """
        #expect(desk.printed(text, with: "same") == ["One: ", "Two: ", "Three"])
    }

    /// Two people of one name are two.
    @Test func listsWhoIsNotAmongOthersAndWhatLacksAField() {
        let desk = Desk()
        desk.lay(
            "left",
            body: """
                - {each: "people | other-than: groups.people", as: one, do: [{paragraph: "{one.role}"}]}
                - {paragraph: "{people.role | last: 1}: {people | where: not phone | count}"}
                """
        )
        let text = """
            kind: contact-block
            people:
              - {id: a, name: Awa BA, role: One}
              - {id: b, name: Awa BA, role: Two, phone: "+221 33 800 00 00"}
              - {id: c, name: Ibra SY, role: Three}
            groups: [{title: Office, people: [a, c]}]
            """
        #expect(desk.printed(text, with: "left") == ["Two", "Three: 2"])
    }

    @Test(arguments: [
        ("", "2024-02-28 2024-02-29 2024-03-01"), ("date: 2024-02-29", "2024-02-29"),
    ])
    func goesThroughTheDaysOfAnEventOneByOne(line: String, days: String) {
        let desk = Desk()
        desk.lay(
            "days",
            body: """
                - each: "event.date | to: event.end | days | rather: date"
                  as: day
                  do: [{paragraph: "{day | date: iso}"}]
                """
        )
        let text =
            "kind: attendance-sheet\nevent: {title: T, date: 2024-02-28, end: 2024-03-01}\n"
        let printed = desk.printed(text + line, with: "days")
        #expect(printed.joined(separator: " ") == days)
    }

    @Test func putsWhatIsOfOneSessionTogetherInTheWritersOrder() {
        let desk = Desk()
        desk.lay(
            "list",
            body: """
                - each: "speakers | group: session"
                  as: one
                  do: [{paragraph: "{one.person}"}]
                """
        )
        let text = """
            kind: speaker-list
            event: {title: T, date: 2024-05-14}
            speakers:
              - {person: Zoe A, session: Opening}
              - {person: Ali B, session: Closing}
              - {person: Moussa C, session: Opening}
            """
        let printed = desk.printed(text, with: "list")
        #expect(printed == ["Zoe A", "Moussa C", "Ali B"])
    }

    @Test func keepsANameOfAnotherDirectionTogetherBesideNumbers() {
        let desk = Desk()
        desk.lay("names", body: "- {paragraph: \"{people} 7, 26\"}")
        let text =
            "kind: attendance-sheet\nevent: {title: T, date: 2024-05-14}\npeople: [محمد أمين]\n"
        #expect(desk.printed(text, with: "names") == ["\u{2068}محمد أمين\u{2069} 7, 26"])
    }
}
