import Diagnostics
import Foundation
import Griot
import Testing

/// What a layout asks its content for, before there is any.
@Suite struct LayoutFieldsTests {
    /// What is said of a layout with these blocks, of a paper that says nothing but its title.
    private func errors(of blocks: String) throws -> [String] {
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
        let said = desk.said(desk.press.check(Job(file: paper))).split(separator: "\n")
        return said.compactMap { line in
            line.range(of: ": error: ").map { String(line[$0.upperBound...]) }
        }
    }

    @Test(arguments: [
        ("{each: sections, as: part, do: [{paragraph: \"{part.titel}\"}]}", "titel"),
        ("{each: sections, as: part, do: [{when: part.bdy, do: [{paragraph: x}]}]}", "bdy"),
        ("{each: \"sections | first: 2\", as: part, do: [{text: part.bdy}]}", "bdy"),
    ])
    func tellsAFieldThatNoThingOfAListHasThoughTheListIsEmpty(block: String, field: String) throws {
        #expect(try errors(of: block) == ["‘sections’ has no field ‘\(field)’"])
    }

    @Test(arguments: [
        "{each: sections, as: part, do: [{paragraph: \"{part.title}\"}]}",
        "{each: \"sessions | group: moderators\", as: some, do: [{paragraph: \"{some.whatever}\"}]}",
        "{each: key_messages, as: message, do: [{paragraph: \"{message}\"}]}",
    ])
    func saysNothingOfWhatAThingHasOrAFilterMakes(block: String) throws {
        #expect(try errors(of: block) == [])
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
