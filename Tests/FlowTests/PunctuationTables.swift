import Layouts
import Testing

@testable import Flow

/// What is typed, and what is printed: ⍽ is a no-break space, ‿ a narrow one, ^…^ is raised.
@Suite struct PunctuationTables {
    static let french: [(String, String)] = [
        ("Bonjour ! Ça va ?", "Bonjour‿! Ça va‿?"),
        ("Bonjour! Ça va?", "Bonjour‿! Ça va‿?"),
        ("Deux choses : ceci; cela", "Deux choses⍽: ceci‿; cela"),
        ("Quoi?! Non!!", "Quoi‿?! Non‿!!"),
        ("à 14:05 précises", "à 14:05 précises"),
        ("voir https://example.org/a?b;c:d ici", "voir https://example.org/a?b;c:d ici"),
        ("écrire à info@example.org;merci", "écrire à info@example.org;merci"),
        ("\"Bonjour\", dit-il", "«‿Bonjour‿», dit-il"),
        ("« Bonjour », dit-il", "«‿Bonjour‿», dit-il"),
        ("«Bonjour»", "«‿Bonjour‿»"),
        ("« Il dit \"oui\" »", "«‿Il dit «‿oui‿»‿»"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("Attendez...", "Attendez…"),
        ("le 1er mars, la 2e fois, le XXIe siècle", "le 1^er^⍽mars, la 2^e^ fois, le XXIe siècle"),
        ("15 416 habitants", "15‿416 habitants"),
        ("15 % ou 15%", "15‿% ou 15‿%"),
        ("12 km, 9 h 30, 5 millions", "12⍽km, 9⍽h⍽30, 5⍽millions"),
        ("M. Diallo et Mme Kone", "M.⍽Diallo et Mme⍽Kone"),
        ("n° 12, p. 4", "n°⍽12, p.⍽4"),
        ("24 février 2022", "24⍽février 2022"),
        ("oui - non", "oui⍽– non"),
        (
            "porte-monnaie, 2012-2022, COVID-19, 2022-02-24",
            "porte-monnaie, 2012–2022, COVID-19, 2022-02-24"
        ),
        ("Quoi ( ? ) et (?)", "Quoi ( ? ) et (?)"),
        ("Eh bien… !", "Eh bien…‿!"),
        ("", ""), (":", ":"), ("?", "?"), ("\"", "\""), ("...", "…"), ("«", "«"),
    ]

    static let english: [(String, String)] = [
        ("\"Hello,\" she said", "“Hello,” she said"),
        ("'alternative' forces", "‘alternative’ forces"),
        ("the women's day, '90s, rock 'n' roll", "the women’s day, ’90s, rock ‘n’ roll"),
        ("\"He said 'no'\"", "“He said ‘no’”"),
        ("wait...", "wait…"),
        ("one - two -- three", "one⍽– two⍽– three"),
        ("pages 12-15, well-known", "pages 12–15, well-known"),
        ("Dr. Sidibe and Mrs. Kone", "Dr.⍽Sidibe and Mrs.⍽Kone"),
        ("the 21st and the 3rd", "the 21^st^ and the 3^rd^"),
        ("24 February, 5 km, 10 %", "24⍽February, 5⍽km, 10⍽%"),
        ("really? yes! so: well; done", "really? yes! so: well; done"),
        ("J. K. Toure", "J.⍽K.⍽Toure"),
        ("10.5 and 3:30 and a/b", "10.5 and 3:30 and a/b"),
    ]

    private func printed(_ text: String, in pack: LanguagePack) -> String {
        let bytes = Array(text.utf8)
        let proof = Punctuation(pack).proof(bytes, in: 0..<bytes.count)
        let revision = Revision(proof.edits)
        var result = revision.text(from: bytes)
        for range in proof.raised.reversed() {
            result.insert(UInt8(ascii: "^"), at: revision.place(of: range.upperBound))
            result.insert(UInt8(ascii: "^"), at: revision.place(of: range.lowerBound))
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func visible(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" ? "⍽" : $0 == "\u{202F}" ? "‿" : $0 })
    }

    @Test(arguments: french)
    func spacesFrenchAsFrenchIsSpaced(typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack("fr"))) == expected)
    }

    @Test(arguments: english)
    func turnsEnglishQuotesAndDashes(typed: String, expected: String) {
        #expect(visible(printed(typed, in: Desk().pack("en"))) == expected)
    }

    @Test(arguments: ["fr", "en"])
    func leavesItsOwnWorkAsItIs(tag: String) {
        let pack = Desk().pack(tag)
        for (typed, _) in Self.french + Self.english {
            let bytes = Array(typed.utf8)
            let punctuation = Punctuation(pack)
            let once = Revision(punctuation.proof(bytes, in: 0..<bytes.count).edits).text(
                from: bytes
            )
            let twice = Revision(punctuation.proof(once, in: 0..<once.count).edits).text(from: once)
            #expect(
                String(decoding: once, as: UTF8.self) == String(decoding: twice, as: UTF8.self)
            )
        }
    }

    /// Letters and figures are data: nothing but marks and spaces may differ.
    @Test func neverChangesALetterOrAFigure() {
        let pack = Desk().pack("fr")
        for (typed, _) in Self.french + Self.english {
            let bytes = Array(typed.utf8)
            let edits = Punctuation(pack).proof(bytes, in: 0..<bytes.count).edits
            let result = String(decoding: Revision(edits).text(from: bytes), as: UTF8.self)
            let kept = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
            #expect(kept(result) == kept(typed))
        }
    }

    @Test func survivesAnyBytes() {
        let pack = Desk().pack("fr")
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("a1 \"'.-:;!?%«»\u{202F}\u{A0}…–é(@/h°".unicodeScalars)
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                text.append(alphabet.randomElement(using: &random)!)
            }
            let bytes = Array(String(text).utf8)
            let edits = Punctuation(pack).proof(bytes, in: 0..<bytes.count).edits
            let result = Revision(edits).text(from: bytes)
            #expect(String(validating: result, as: UTF8.self) != nil)
        }
    }
}
