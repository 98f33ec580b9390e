import Diagnostics
import Foundation
import Griot
import Testing

/// What a layout asks its content for, before there is any.
@Suite struct LayoutFieldsTests {
    /// What is said of a layout with these blocks, of a paper that says nothing but its title.
    private func errors(of blocks: String) throws -> [String] {
        try said(of: blocks).split(separator: "\n").compactMap { line in
            line.range(of: ": error: ").map { String(line[$0.upperBound...]) }
        }
    }

    private func said(of blocks: String) throws -> String {
        let desk = try Desk()
        try desk.write(
            """
            paper: mine
            extends: base
            kind: workshop-summary
            masters: {right: {frames: {text: {columns: 1 to 12, stream: body}}}}
            streams:
              body:
                - {heading: "{title}", level: 1}
                - \(blocks)

            """,
            to: "layouts/papers/mine.yaml"
        )
        let paper = try desk.write(
            "kind: workshop-summary\nlayout: mine\nlang: en\ntitle: A meeting\n",
            to: "paper.yaml"
        )
        return desk.said(desk.press.check(Job(file: paper)))
    }

    @Test(arguments: [
        ("{each: sections, as: part, do: [{paragraph: \"{part.titel}\"}]}", "titel"),
        ("{each: sections, as: part, do: [{when: part.bdy, do: [{paragraph: x}]}]}", "bdy"),
        ("{each: \"sections | first: 2\", as: part, do: [{text: part.bdy}]}", "bdy"),
    ])
    func tellsAFieldThatNoThingOfAListHasThoughTheListIsEmpty(block: String, field: String) throws {
        #expect(try errors(of: block) == ["‘sections’ has no field ‘\(field)’"])
    }

    /// They were looked for when a part was set, in which they have another name, or not at all.
    @Test(arguments: [
        (
            "{part: points, with: {title: titel, points: sections.1.title}}",
            ["‘workshop-summary’ has no field ‘titel’"]
        ),
        (
            "{part: points, with: {title: title, points: event.pionts}}",
            ["‘event’ has no field ‘pionts’"]
        ),
        (
            "{each: sections, as: part, do: [{part: points, with: {title: part.titel, points: part.body}}]}",
            ["‘sections’ has no field ‘titel’"]
        ),
        (
            "{part: points, with: {title: \"title | rather: sutitle\", points: title}}",
            ["‘workshop-summary’ has no field ‘sutitle’"]
        ),
    ])
    func tellsAFieldThatAPartIsHandedAndThatThereIsNot(block: String, told: [String]) throws {
        #expect(try errors(of: block) == told)
    }

    @Test(arguments: [
        (
            "{each: \"roles | sort: person.protocl_rank\", as: one, do: [{paragraph: x}]}",
            "‘person’ has no field ‘protocl_rank’"
        ),
        (
            "{each: \"roles | where: rool = speaker\", as: one, do: [{paragraph: x}]}",
            "‘roles’ has no field ‘rool’"
        ),
        (
            "{each: \"sections | group: titel\", as: part, do: [{paragraph: x}]}",
            "‘sections’ has no field ‘titel’"
        ),
        (
            "{each: sections, as: part, together: titel, do: [{paragraph: x}]}",
            "‘sections’ has no field ‘titel’"
        ),
        (
            "{when: photos, do: [{paragraph: \"{fotos}\"}]}",
            "‘workshop-summary’ has no field ‘fotos’"
        ),
    ])
    func tellsAFieldByWhichThingsAreChosenOrThatNothingAsksForToday(block: String, told: String)
        throws
    {
        #expect(try errors(of: block) == [told])
    }

    /// A person is asked for the name, and the name for its parts.
    @Test func namesTheNameWhosePartAPersonIsAskedFor() throws {
        let said = try self.said(
            of: "{each: roles, as: one, do: [{paragraph: \"{one.person.family}\"}]}"
        )
        #expect(said.contains("‘person’ has no field ‘family’"), "\(said)")
        #expect(said.contains("did you mean ‘name.family’?"), "\(said)")
        #expect(
            try errors(of: "{each: roles, as: one, do: [{paragraph: \"{one.person.name.famly}\"}]}")
                == ["‘name’ has no field ‘famly’"]
        )
    }

    @Test(arguments: [
        "{each: sections, as: part, do: [{paragraph: \"{index}. {part.title}\"}]}",
        "{each: \"roles | sort: person.name.family\", as: one, do: [{paragraph: \"{one.person.name.academic_title}\"}]}",
        "{part: points, with: {title: \"word:sessions\", points: sessions.title}}",
        "{each: sections, as: part, do: [{paragraph: \"{part.title}\"}]}",
        "{each: \"event.date | to: event.end | days\", as: some, do: [{paragraph: \"{some.whatever}\"}]}",
        "{each: key_messages, as: message, do: [{paragraph: \"{message}\"}]}",
    ])
    func saysNothingOfWhatAThingHasOrAFilterMakes(block: String) throws {
        #expect(try errors(of: block) == [])
    }

    /// When the layout is looked through, and again when a paper is set by it.
    @Test func tellsOnceOfAFieldThatIsAskedForWhileAPaperIsSet() throws {
        #expect(
            try errors(of: "{picture: logo.png, width: 3cm}") == [
                "‘workshop-summary’ has no field ‘logo’"
            ]
        )
    }

    @Test func showsHowAColumnIsWrittenThatIsOnlyNamed() throws {
        let said = try said(of: "{table: figures, columns: [name]}")
        #expect(said.contains("say what stands in it: {head: name, cell: …}"), "\(said)")
    }

    /// It was printed as nothing, and all that stood in it with it.
    @Test func tellsThatATextHasNoFields() throws {
        let block = "{each: title, as: part, do: [{heading: \"{part.name}\", level: 2}]}"
        #expect(try errors(of: block) == ["‘title’ is a text, and has no field ‘name’"])
    }

    @Test func saysOnceWhatAPartIsNotGivenAndNothingOfWhatItWouldSayOfIt() throws {
        let said = try errors(of: "{part: contact-block, with: {office: contact}}")
        #expect(said == ["the part ‘contact-block’ needs ‘person’"])
    }
}
