import Diagnostics
import Griot
import Testing

/// Blocks of a layout `in` a language that it names itself.
@Suite struct SpokenLanguageTests {
    private func desk(_ blocks: String) throws -> (desk: Desk, file: String) {
        let desk = try Desk()
        try desk.write(
            """
            paper: p
            extends: base
            kind: report
            masters: {right: {frames: {text: {columns: 1 to 8, stream: body}}}}
            streams: {body: [{heading: "{title}", level: 1}, \(blocks), {each: sections, as: one, do: [{heading: "{one.title}", level: 2}, {text: one.body}]}]}
            """,
            to: "layouts/papers/p.yaml"
        )
        let file = try desk.write(
            "kind: report\nlang: fr\nlayout: p\ntitle: {fr: Un, ar: واحد}\n"
                + "sections: [{title: {fr: Un, ar: واحد}, body: {fr: Un., ar: واحد.}}]\n",
            to: "report.yaml"
        )
        return (desk, file)
    }

    /// Its pack was looked for only where the content spoke it, and YAML takes the quotes off `'ar'`.
    @Test(arguments: ["'ar'", "\"ar\"", "\"'ar'\""])
    func speaksALanguageThatItsLayoutNamesAndItsContentDoesNot(tag: String) throws {
        let (desk, file) = try desk("{in: \(tag), do: [{paragraph: \"{word:contents}\"}]}")
        let dump = desk.press.dump(Job(file: file), after: .flow)
        #expect(!desk.said(dump.outcome).contains("error"), "\(desk.said(dump.outcome))")
        #expect(dump.text.contains("المحتويات"), "\(dump.text)")
    }

    @Test(arguments: ["in", "parallel"])
    func tellsThatALanguageItselfIsWrittenInQuotes(recipe: String) throws {
        let (desk, file) = try desk("{\(recipe): ar, do: [{paragraph: x}]}")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("layouts/papers/p.yaml:5:"), "\(said)")
        #expect(said.contains("a language itself is written in quotes: 'ar'"), "\(said)")
    }

    @Test func tellsOfALanguageWithoutAPackWhereTheLayoutNamesIt() throws {
        let (desk, file) = try desk("{in: 'zz', do: [{paragraph: x}]}")
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(
            said.contains("layouts/papers/p.yaml:5:55: error: there is no language pack for ‘zz’"),
            "\(said)"
        )
    }
}
