import Arrangement
import Flow
import Structure
import Testing
import Units

/// Texts of several paragraphs, as writers type them.
@Suite struct TextTests {
    private func paragraphs(
        of body: String,
        in language: String = "fr",
        style: String = "{leading: 12pt}"
    ) throws -> [Paragraph] {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: sections.body, style: fine}")
        desk.written["layouts/papers/sheet"]? += "\nstyles: {fine: \(style)}\n"
        let text =
            "kind: report\nlang: \(language)\ntitle: T\nsections: [{title: S, body: \"\(body)\"}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet", in: language))
        return flow.streams[0].blocks.compactMap { block in
            if case .paragraph(let paragraph) = block.content { paragraph } else { nil }
        }
    }

    /// The full stop of a sentence stands at its end, whatever page it is on.
    @Test(arguments: [
        ("يدرّس القانون العرفي في الجامعة.", true), ("Il enseigne le droit coutumier.", false),
        ("عضو في مركز CILSS للمياه والمراعي.", true),
    ])
    func runAsTheirLettersDo(text: String, isRightToLeft: Bool) throws {
        for language in ["fr", "ar"] {
            let style = try #require(paragraphs(of: text, in: language).first).style
            #expect(style.isRightToLeft == isRightToLeft, "\(language) \(text)")
            // On the edge where the page's own lines begin.
            let isAtHome = isRightToLeft == (language == "ar")
            #expect(style.alignment == (isAtHome ? .start : .end))
        }
    }

    @Test(arguments: [
        "2024", "العدل est le mot que tous les participants ont choisi.",
        "كتب: La parole d’abord, la route ensuite !",
    ])
    func runAsThePageDoesWhereLettersLeaveItOpen(text: String) throws {
        #expect(try #require(paragraphs(of: text, in: "ar").first).style.isRightToLeft)
        #expect(try !#require(paragraphs(of: text).first).style.isRightToLeft)
    }

    @Test func tellTheirParagraphsApartWhereTheStyleDoesNot() throws {
        func indents(_ style: String) throws -> [Double] {
            try paragraphs(of: "Un.\\n\\nDeux.", style: style).map(\.style.firstIndent.points)
        }
        #expect(try indents("{size: 10pt, leading: 12pt}") == [0, 13])
        #expect(try indents("{size: 10pt, leading: 12pt, indent: 5pt}") == [5, 5])
        #expect(try indents("{size: 10pt, leading: 12pt, before: 5pt}") == [0, 0])
        #expect(try indents("{size: 10pt, leading: 12pt, align: centre}") == [0, 0])
    }

    /// The text goes on past what stands at the head of a page.
    @Test(arguments: [("none", [5.0, 0, 5]), ("foot", [5, 5, 5])])
    func keepTheirIndentsPastWhatFloats(place: String, expected: [Double]) throws {
        let body = "Un.\\n\\n> Dit.\\n\\nDeux.\\n\\nTrois."
        let style = "{size: 10pt, leading: 12pt, indent: 5pt}"
        let quote = "{size: 9pt, leading: 12pt, float: \(place)}"
        let found = try paragraphs(of: body, style: "\(style), quote: \(quote)")
        let own = found.filter { $0.text != "Dit." }.map(\.style.firstIndent.points)
        #expect(own == expected)
    }

    @Test func setListsInTheLettersOfTheTextAround() throws {
        let desk = Desk()
        desk.lay("sheet", body: "- {text: sections.body, style: fine}")
        desk.written["layouts/papers/sheet"]? +=
            "\nstyles: {fine: {size: 7pt, leading: 9pt}, list: {size: 10pt, leading: 12pt}}\n"
        let text =
            "kind: report\nlang: fr\ntitle: T\nsections: [{title: S, body: \"Un :\\n\\n- a\"}]\n"
        let flow = try #require(desk.flow(of: text, with: "sheet", in: "fr"))
        guard case .list(let items)? = flow.streams[0].blocks.last?.content,
            case .paragraph(let item)? = items.first?.body.first?.content
        else {
            Issue.record("there is no list")
            return
        }
        #expect(item.style.leading == .pt(9))
        #expect(items[0].label.style.leading == .pt(9))
    }
}
