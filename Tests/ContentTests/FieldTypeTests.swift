import Testing

@testable import Content

/// What people type, and what it is read as without a word said.
@Suite struct FieldTypeTests {
    @Test(arguments: [
        ("45", "en", "45"), ("15 416", "en", "15416"), ("15,416", "en", "15416"),
        ("1.10", "en", "1.10"), ("3,5 %", "fr", "3.5 %"),
        ("15 416,5", "fr", "15416.5"), ("12'000", "de", "12000"),
        ("1.234,5", "de", "1234.5"), ("1,234.5", "en", "1234.5"),
        ("-4", "en", "-4"),
    ])
    func readsNumbersByLanguage(typed: String, language: String, number: String) {
        let (value, said) = reading("\"\(typed)\"", as: "number", language: language)
        #expect(value == "number \(number)")
        #expect(said.isEmpty)
    }

    @Test func saysHowItReadsAGermanPoint() {
        let (value, said) = reading("12.500", as: "number", language: "de")
        #expect(value == "number 12500")
        #expect(said.count == 1)
    }

    @Test(arguments: ["many", "1,2,3", "0x10", "nan", "1e5", "4 5 a"])
    func admitsWhatIsNoNumber(typed: String) {
        #expect(reading(typed, as: "number").value == nil)
    }

    @Test(arguments: [
        "info@example.org", "info(at)example.org", "info [at] example.org",
        "info arobase example.org", "info at example [dot] org", "info (AT) example (point) org",
        "mailto:info@example.org",
    ])
    func unmasksEmailAddresses(typed: String) {
        #expect(reading("\"\(typed)\"", as: "e-mail").value == "e-mail info@example.org")
    }

    @Test(arguments: ["info", "info@", "@example.org", "a b@example.org", "info@example"])
    func admitsWhatIsNoEmailAddress(typed: String) {
        #expect(reading("\"\(typed)\"", as: "e-mail").value == nil)
    }

    @Test(arguments: [
        ("+221 33 859 20 02", "+221338592002"), ("00221 33 859 20 02", "+221338592002"),
        ("33 859 20 02", "+221338592002"), ("+49 (0)30 26935-0", "+4930269350"),
        ("Tél. : +223 20 22 00 00", "+22320220000"),
    ])
    func readsTelephoneNumbers(typed: String, e164: String) {
        let (value, said) = reading("\"\(typed)\"", as: "phone", country: "SN")
        #expect(value == "phone \(e164) ‘\(typed)’")
        #expect(said.isEmpty)
    }

    @Test(arguments: [
        ("+221338592002", "+221 33 859 20 02"), ("+22320220000", "+223 20 22 00 00"),
        ("+2252722480000", "+225 27 22 48 00 00"), ("+33142345678", "+33 1 42 34 56 78"),
        ("+212 537-71-21-21", "+212 5 37 71 21 21"), ("+2290197123456", "+229 01 97 12 34 56"),
        ("+254722123456", "+254 722 123 456"), ("+442079460123", "+44 20 7946 0123"),
        ("+447700900123", "+44 7700 900123"), ("+3225512020", "+32 2 551 20 20"),
        ("+32470123456", "+32 470 12 34 56"), ("+3281223344", "+32 81 22 33 44"),
        ("+5561999991234", "+55 61 99999 1234"), ("+556133334444", "+55 61 3333 4444"),
        ("+21321234567", "+213 21 23 45 67"), ("+49 30 26935-0", nil), ("+223 20 22 00", nil),
    ])
    func groupsTelephoneNumbersByCountry(typed: String, printed: String?) {
        let e164 = typed.filter { $0 == "+" || $0.isNumber }
        let grouped = PhoneNumber(typed: typed, e164: e164).grouped
        #expect(grouped.map { ([$0.calling[...]] + $0.groups).joined(separator: " ") } == printed)
    }

    @Test(arguments: [
        ("phone", "(+221) 77 123 45 67 (WhatsApp)", "write ‘(+221) 77 123 45 67’"),
        ("phone", "77 l23 45 67", "‘l’ is a letter here: write ‘77 123 45 67’"),
        ("e-mail", "\"<a.sy@example.org>\"", "write ‘a.sy@example.org’"),
        ("e-mail", "\"a.sy@example,org\"", "write ‘a.sy@example.org’"),
        ("e-mail", "a.sy@@example.org", "write ‘a.sy@example.org’"),
        ("e-mail", "Awa Sy <a.sy@example.org>", "write ‘a.sy@example.org’"),
        ("e-mail", "AwaSy<a.sy@example.org>;", "write ‘a.sy@example.org’"),
        ("e-mail", "a.sy @example.org", "write ‘a.sy@example.org’"),
        ("identifier", "Salle Rônier", "write ‘salle-ronier’"),
        ("date", "du 11 au 13 mars 2026", "write ‘2026-03-11’ here"),
        ("date", "11–13 mars 2026", "write ‘2026-03-11’ here"),
        ("date", "30 mars au 2 avril 2026", "‘end: 2026-04-02’"),
        ("date", "\"46091\"", "counts 2026-03-10 as this number: write ‘2026-03-10’"),
        ("date", "10-mars-26", "a year has four figures: write ‘2026-03-10’"),
        ("time range", "\"0,375\"", "counts 09:00 as this part of a day: write ‘09:00’"),
        ("time range", "9h-9h30 GMT", "hours are those of the place: write ‘9h-9h30’"),
        ("time range", "14h-15h30 (GMT)", "write ‘14h-15h30’"),
    ])
    func offersWhatWasMeant(type: String, typed: String, mend: String) {
        let (_, said) = reading(typed, as: type)
        #expect(said.count == 1 && said[0].contains(mend), "\(said)")
    }

    @Test func countsTheFiguresOfANumber() {
        let (_, said) = reading("+221 33 859 20", as: "phone")
        #expect(
            said[0].hasPrefix(
                "a number that begins with +221 has 9 figures behind that, this one 7"
            )
        )
    }

    @Test(arguments: [
        ("SN", "SN"), ("ml", "ML"), ("Sénégal", "SN"), ("senegal", "SN"), ("Côte d'Ivoire", "CI"),
    ])
    func readsCountries(typed: String, code: String) {
        #expect(reading("\"\(typed)\"", as: "country").value == "country \(code)")
    }

    @Test func asksWhetherTheOnlyCountryThatBeginsSoWasMeant() {
        #expect(reading("SEN", as: "country", language: "fr").said[0].contains("‘Sénégal’?"))
        #expect(!reading("GUI", as: "country", language: "fr").said[0].contains("Guinée"))
    }

    @Test(arguments: [
        ("https://example.org/a", "https://example.org/a"),
        ("example.org/a", "https://example.org/a"), ("www.example.org", "https://www.example.org"),
        ("10.18449/2021C32", "https://doi.org/10.18449/2021C32"),
        ("youtube.com/@griot.sn", "https://youtube.com/@griot.sn"),
    ])
    func readsWebAddresses(typed: String, url: String) {
        #expect(reading(typed, as: "url").value == "url \(url)")
    }

    @Test(arguments: ["javascript:alert(1)", "a page", "file:///etc/passwd", "nowhere"])
    func admitsWhatIsNoWebAddress(typed: String) {
        #expect(reading("\"\(typed)\"", as: "url").value == nil)
    }

    @Test(arguments: [
        ("Mrs. Fanta Sadibou KONE", "honorific ‘Mrs.’, given ‘Fanta Sadibou’, family ‘KONE’"),
        ("Dr. Mariam Sidibé", "title ‘Dr.’, given ‘Mariam’, family ‘Sidibé’"),
        ("M. Pr KEÏTA Modibo", "honorific ‘M.’, title ‘Pr’, given ‘Modibo’, family ‘KEÏTA’"),
        ("N'DIAYE Awa", "given ‘Awa’, family ‘N'DIAYE’"),
        ("Mohamed ould Ahmed", "given ‘Mohamed’, particles ‘ould’, family ‘Ahmed’"),
        ("Col. (r) Issa TRAORÉ", "title ‘Col. (r)’, given ‘Issa’, family ‘TRAORÉ’"),
        ("Mariam TRAORÉ / OUATTARA", "given ‘Mariam’, family ‘TRAORÉ / OUATTARA’"),
        ("Mariam Traoré / Ouattara", "given ‘Mariam’, family ‘Traoré / Ouattara’"),
        (
            "Juan Carlos GARCÍA-LÓPEZ Y FERNÁNDEZ DE LA VEGA",
            "given ‘Juan Carlos’, family ‘GARCÍA-LÓPEZ Y FERNÁNDEZ DE LA VEGA’"
        ),
        (
            "Juan García-López y Fernández de la Vega",
            "given ‘Juan’, family ‘García-López y Fernández de la Vega’"
        ), ("João da Costa e Silva", "given ‘João’, particles ‘da’, family ‘Costa e Silva’"),
        ("Costa e Silva", "family ‘Costa e Silva’"),
        ("MARIA COSTA E SILVA", "given ‘MARIA’, family ‘COSTA E SILVA’"),
        ("J.R.R. Tolkien", "given ‘J.R.R.’, family ‘Tolkien’"),
        ("KONE J.-P.", "given ‘J.-P.’, family ‘KONE’"), ("BA Awa", "given ‘Awa’, family ‘BA’"),
        ("Dr Awa Ba, MSc", "title ‘Dr’, given ‘Awa’, family ‘Ba’, degrees ‘MSc’"),
        ("Mamadou DIALLO III", "given ‘Mamadou’, family ‘DIALLO III’"),
        ("ONU Femmes", "full ‘ONU Femmes’"),
        ("John E Smith", "given ‘John E’, family ‘Smith’"),
        ("Awa SY née BA", "given ‘Awa’, family ‘SY née BA’"),
        ("Fatou DIOP, PhD", "given ‘Fatou’, family ‘DIOP’, degrees ‘PhD’"),
        ("José Maria NEVES Jr.", "given ‘José Maria’, family ‘NEVES Jr.’"),
        ("José Maria Neves Jr.", "given ‘José Maria’, family ‘Neves Jr.’"),
        (
            "M. le Ministre Serigne Mbaye THIAM",
            "honorific ‘M. le Ministre’, given ‘Serigne Mbaye’, family ‘THIAM’"
        ), ("Dr. Mme Awa BA", "honorific ‘Mme’, title ‘Dr.’, given ‘Awa’, family ‘BA’"),
        ("Dr M. Diallo", "title ‘Dr’, given ‘M.’, family ‘Diallo’"),
        ("Mgr Benjamin NDIAYE", "title ‘Mgr’, given ‘Benjamin’, family ‘NDIAYE’"),
        ("Abbé Paul Sagna", "title ‘Abbé’, given ‘Paul’, family ‘Sagna’"),
        ("Souleymane", "full ‘Souleymane’"), ("فاطمة ديالو", "full ‘فاطمة ديالو’"),
    ])
    func splitsNames(typed: String, parts: String) {
        #expect(reading("\"\(typed)\"", as: "person name").value == "name \(parts)")
    }

    @Test func forgivesTheDressOfAChoice() {
        let type = "choice, choices: [in-person, online]"
        #expect(reading("In person", as: type).value == "choice in-person")
        // Two that differ in their capitals are two.
        let ways = "choice, choices: [given-FAMILY, given-family]"
        #expect(reading("given-family", as: ways).value == "choice given-family")
        #expect(reading("Given family", as: ways).value == "choice given-FAMILY")
        let (value, said) = reading("onlin", as: type)
        #expect(value == nil)
        #expect(
            said == [
                "‘onlin’ is no choice for ‘field’ — did you mean ‘online’? — choose one of: in-person, online"
            ]
        )
    }

    @Test(arguments: [("no", "no"), ("oui", "yes"), ("True", "yes")])
    func readsYesAndNo(typed: String, truth: String) {
        #expect(reading(typed, as: "boolean").value == truth)
    }

    @Test func leavesTextAsItIsTyped() {
        #expect(reading("no", as: "text").value == "text “no”")
        #expect(reading("15 416", as: "text").value == "text “15 416”")
        #expect(reading("1.10", as: "text").value == "text “1.10”")
    }

    /// A line without marks is text; nothing in it begins a list, a heading or a paragraph.
    @Test(arguments: [
        ("The Saloum delta", "text “The Saloum delta”"), ("1. Wells", "text “1. Wells”"),
        ("2024. A *year*", "rich text\n    p 2024. A <em>year</em>"),
        ("The *Saloum* delta", "rich text\n    p The <em>Saloum</em> delta"),
        ("*Saloum*", "rich text\n    p <em>Saloum</em>"),
        ("_Saloum_, a delta", "rich text\n    p <em>Saloum</em>, a delta"),
        ("  XXI^e^ siècle", "rich text\n    p XXI<sup>e</sup> siècle"),
        ("Wells [closed] & 3 * 4", "text “Wells [closed] & 3 * 4”"),
        ("snake_case_word", "text “snake_case_word”"),
    ])
    func readsLines(typed: String, expected: String) {
        let (value, said) = reading("\"\(typed)\"", as: "line")
        #expect(value == expected)
        #expect(said == [])
    }

    @Test func warnsOfAsterisksThatAreNoMarks() {
        let (value, said) = reading("The *Saloum* delta", as: "text")
        #expect(value == "text “The *Saloum* delta”")
        #expect(
            said == [
                "‘field’ is plain text, so ‘*Saloum*’ is printed with its asterisks — write ‘Saloum’"
            ]
        )
        for text in ["Name*, see below", "3 * 4 * 5", "5* hotel", "2*3*4", "a * b", "A* and B*"] {
            #expect(reading("\"\(text)\"", as: "text").said == [], "\(text)")
        }
    }

    @Test func saysWhereInALineALinkLeadsNowhere() {
        let (_, said) = reading("\"The [delta](x.pdf)\"", as: "line")
        #expect(said.count == 1 && said[0].hasPrefix("this link leads nowhere: ‘x.pdf’"))
    }

    /// The question mark is at home in both; a word with a stop inside is an abbreviation.
    @Test func warnsOfEuropeanMarksInAmharic() {
        let (_, said) = reading("\"ውሃ, መሬት. ሰላም?\"", as: "text", language: "am")
        #expect(
            said == [
                "‘,’ behind an Ethiopic letter is European punctuation in text marked ‘am’, and once more — write ‘፣’"
            ]
        )
        #expect(
            reading("\"በ2016 ዓ.ም. ውሃ፣ መሬት። Bamako, ML.\"", as: "text", language: "am").said == []
        )
        #expect(reading("\"ውሃ, መሬት.\"", as: "text", language: "en").said == [])
    }

    @Test(arguments: ["text", "line", "rich text", "person name", "e-mail", "address"])
    func refusesTextThatNoPaperHolds(type: String) {
        let (_, said) = reading(String(repeating: "x ", count: 100_000), as: type)
        #expect(said.first?.hasPrefix("this text is longer than one text may be") == true)
    }

    @Test func keepsEveryLanguageOfAText() {
        let (value, said) = reading("{fr: Eau, en: Water}", as: "text")
        #expect(value == "text (fr) “Eau”\n  : text (en) “Water”")
        #expect(said.isEmpty)
    }

    @Test func warnsOfFrenchSpacingInEnglish() {
        let (_, said) = reading("\"The study : from here ?\"", as: "text")
        #expect(
            said == [
                "a space before ‘:’ is French spacing in text marked ‘en’, and once more — write ‘study: from’ — where the text is French, say so: {fr: \"…\"}"
            ]
        )
        #expect(reading("\"L’étude : d’ici ?\"", as: "text", language: "fr").said.isEmpty)
    }

    @Test(arguments: [
        ("{head: [a, b], rows: [[1, 2]]}", "table\n    a | b\n    1 | 2"),
        ("[[a, b], [1, 2]]", "table\n    a | b\n    1 | 2"),
        ("[{a: 1, b: 2}, {b: 4}]", "table\n    a | b\n    1 | 2\n     | 4"),
    ])
    func readsTables(typed: String, table: String) {
        #expect(reading(typed, as: "table").value == table)
    }

    @Test(arguments: [
        ("table", "{head: [Port, Tonnes], rows: [[Kayar, 12,5], [Joal, 8]]}", "12,5"),
        ("table", "{head: [Port, Tonnes, Share], rows: [[Kayar, 12,5]]}", "12,5"),
        ("numbers by text", "{Kayar: 45,5, Joal: 40}", "45,5"),
    ])
    func tellsOfACommaThatPartsANumber(type: String, typed: String, number: String) {
        let (_, said) = reading(typed, as: type)
        #expect(said.count == 1, "\(said)")
        #expect(said[0].hasPrefix("‘\(number)’ is read as two: the comma parts them"))
    }

    @Test(arguments: ["[[a, b, c], [1,2,3]]", "[[a, b], [1, 2]]", "[[a, b], [\"1,5\", 2]]"])
    func takesCommasThatPartCellsForWhatTheyAre(typed: String) {
        #expect(reading(typed, as: "table").said == [])
    }

    @Test(arguments: [("28 mm", "28.0 mm"), ("1,5cm", "1.5 cm"), ("12pt", "12.0 pt")])
    func readsLengths(typed: String, length: String) {
        #expect(reading("\"\(typed)\"", as: "length").value == "length \(length)")
    }
}
