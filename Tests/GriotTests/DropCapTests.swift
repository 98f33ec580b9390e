import Griot
import TestSupport
import Testing

/// A word whose first letter is drawn apart is one word to whoever hears it, searches or copies.
@Suite struct DropCapTests {
    private let layout = """
        paper: drops
        extends: base
        kind: workshop-summary
        masters: {right: {frames: {text: {columns: 1 to 8, top: 20mm, stream: body}}}}
        styles: {opened: {from: body-first, drop-cap: 3}}
        streams: {body: [{text: lead, style: body, opening: opened}]}
        """

    private let rest =
        "quarante médiateurs se sont réunis à Nouakchott pour échanger leurs expériences. La question "
        + "était simple : qui parle en premier, et qui écoute ? Leur réponse tient en trois points, et "
        + "celui que l’on écoute accepte la solution, même si elle n’est pas à son avantage."

    @Test(arguments: [
        "Écoutez tous :", "« Écoutez » tous :", "Ça va :", "À la mairie :", "L’accord :",
    ])
    func isReadAsOneWord(start: String) throws {
        let desk = try Desk()
        try desk.write(layout, to: "layouts/papers/drops.yaml")
        let file = try desk.write(
            "kind: workshop-summary\nlayout: drops\nlang: fr\ntitle: T\nlead: |\n  \(start) \(rest)\n",
            to: "summary.yaml"
        )
        let heard = desk.press.check(Job(file: file), asARead: true)
        #expect(words(heard.reading).contains(words("P: \(start) quarante médiateurs")))
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let text = try ask("/usr/bin/pdftotext", path, "-").text
        #expect(words(text).hasPrefix(words("\(start) quarante médiateurs")))
    }

    /// Blanks are spaces.
    private func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
