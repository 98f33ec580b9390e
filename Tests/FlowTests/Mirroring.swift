import Flow
import TestSupport
import Testing
import Units

/// Frames turn over with the side of the page and with the way its language runs.
@Suite struct Mirroring {
    private static let spreads = """
        paper: spreads
        size: a5
        grid: {columns: 4, gutter: 4mm, margins: {inside: 20mm, outside: 10mm, top: 15mm, bottom: 15mm}}
        masters:
          right: {frames: {text: {columns: 1 to 3, stream: body}, note: {start: 110mm, width: 28mm, stream: note}}}
          left: {from: right}
          spare: {frames: {text: {columns: 4, stream: body}}}
          last: {from: right}
        streams: {body: [{paragraph: "{title}"}], note: [{paragraph: "{title}"}]}
        """

    private func frames(_ language: String, of paper: String = Self.spreads) throws -> [String] {
        let desk = Desk()
        desk.written["layouts/papers/spreads"] = paper
        let text = "kind: report\nlang: \(language)\ntitle: T\nsections: [{title: S}]\n"
        let flow = try #require(desk.flow(of: text, with: "spreads", in: language))
        #expect(desk.complaints == "")
        return flow.masters.sorted { $0.key < $1.key }.map { name, master in
            let lefts = master.frames.map { "\(Int($0.left.points.rounded()))" }
            return "\(name) \(lefts.joined(separator: " "))"
        }
    }

    @Test func turnsThePagesThatEndOrFillUpABookOnTheLeft() throws {
        #expect(
            try frames("en") == [
                "last 57 312", "last-left 115 28", "left 115 28", "right 57 312", "spare 316",
                "spare-left 28",
            ]
        )
        #expect(
            try frames("ar") == [
                "last 115 28", "last-left 57 312", "left 57 312", "right 115 28", "spare 28",
                "spare-left 316",
            ]
        )
    }

    @Test func takesTheDesignThatIsWrittenForTheLeft() throws {
        let paper =
            Self.spreads.replacing(
                "streams:",
                with: "  last-left: {from: left, frames: {note: none}}\nstreams:"
            )
        #expect(try frames("en", of: paper).contains("last-left 115"))
    }

    /// The window of an envelope does not change its side with the language of the letter.
    @Test func keepsAFrameWhereThePaperHasIt() throws {
        let paper = Self.spreads.replacing("start: 110mm", with: "left: 110mm")
        #expect(try frames("en", of: paper).contains("right 57 312"))
        #expect(try frames("ar", of: paper).contains("right 115 312"))
        #expect(try frames("ar", of: paper).contains("left 57 312"))
    }

    @Test func turnsTheBackOfATitleAsLeftPagesAre() throws {
        let second = "  second: {frames: {text: {columns: 1 to 3, stream: body}}}\nstreams:"
        let paper = Self.spreads.replacing("streams:", with: second)
        #expect(try frames("en", of: paper).contains("second 115"))
        #expect(try frames("ar", of: paper).contains("second 57"))
    }

    /// A place in Latin letters before a date: its number would else be drawn among them.
    @Test func keepsLatinWordsApartFromTheNumbersAfterThem() throws {
        let desk = Desk()
        desk.written["layouts/papers/spreads"] = Self.spreads.replacing(
            "body: [{paragraph: \"{title}\"}]",
            with: "body: [{paragraph: \"{title}, {date | date: long}[ · {subtitle}]\"}]"
        )
        let text = """
            kind: report
            lang: ar
            title: Dakar
            subtitle: تقرير MINUSMA
            date: 2022-01-25
            sections: [{title: S}]
            """
        let flow = try #require(desk.flow(of: text, with: "spreads", in: "ar"))
        guard case .paragraph(let line)? = flow.streams[0].blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        #expect(line.text == "\u{2066}Dakar\u{2069}، 25\u{A0}يناير 2022 · تقرير MINUSMA")
    }

    /// A serial and the number behind it would else change places.
    @Test func keepsWhatNoSpacePartsInOneOrder() throws {
        let desk = Desk()
        desk.written["layouts/papers/spreads"] = Self.spreads.replacing(
            "body: [{paragraph: \"{title}\"}]",
            with: "body: [{paragraph: \"{subtitle} {title}/{number}\"}]"
        )
        let text = """
            kind: report
            lang: ar
            title: CPPS-2025-
            subtitle: تقرير
            number: "001"
            sections: [{title: S}]
            """
        let flow = try #require(desk.flow(of: text, with: "spreads", in: "ar"))
        guard case .paragraph(let line)? = flow.streams[0].blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        #expect(line.text == "تقرير \u{2066}CPPS-2025-/001\u{2069}")
    }

    /// A word of the layout's that no language translates, and the number that it names.
    @Test func keepsALabelInLatinLettersBeforeItsNumber() throws {
        let line = try line(of: "ISSN {number}", with: "number: 2710-1234")
        #expect(line == "\u{2066}ISSN 2710-1234\u{2069}")
    }

    /// “And” hangs together with an Arabic name, and can't with a Latin one.
    @Test(arguments: [
        ("محمد, Fanta Kone", "محمد و\u{A0}\u{2068}Fanta Kone\u{2069}"),
        ("Fanta Kone, محمد", "\u{2068}Fanta Kone\u{2069} ومحمد"),
    ])
    func partsAndFromALatinNameOnAnArabicPage(names: String, printed: String) throws {
        #expect(try line(of: "{authors | name}", with: "authors: [\(names)]") == printed)
    }

    private func line(of template: String, with fields: String) throws -> String {
        let desk = Desk()
        desk.written["layouts/papers/spreads"] = Self.spreads.replacing(
            "body: [{paragraph: \"{title}\"}]",
            with: "body: [{paragraph: \"\(template)\"}]"
        )
        let text = "kind: report\nlang: ar\ntitle: T\n\(fields)\nsections: [{title: S}]\n"
        let flow = try #require(desk.flow(of: text, with: "spreads", in: "ar"))
        guard case .paragraph(let line)? = flow.streams[0].blocks.first?.content else { return "" }
        return line.text
    }

    @Test func turnsTheBackOfACardForALanguageThatRunsTheOtherWay() throws {
        let desk = Desk()
        let text = """
            kind: contact-block
            lang: fr
            back_language: ar
            organisation: {name: {fr: Centre pour la paix, ar: مركز السلم}}
            offices: [{lines: [12 rue des Manguiers], city: {fr: Dakar, ar: داكار}, country: SN}]
            people: [{name: Fanta KONE, role: {fr: Coordinatrice, ar: منسقة}, email: fanta@example.org}]
            """
        let flow = try #require(desk.flow(of: text, with: "card", in: "fr", others: ["ar"]))
        #expect(desk.complaints == "")
        try expectReference(flow.dump(), named: "card-with-arabic-back")
    }
}
