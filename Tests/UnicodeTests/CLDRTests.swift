import Testing
import Unicode

@Suite struct CLDRTests {
    let cldr = CLDR()
    let day = WallTime(year: 2022, month: 2, day: 24, hour: 9, minute: 5)

    @Test(arguments: [
        ("fr", "EEEE d MMMM y", "jeudi 24 février 2022"),
        ("en-GB", "d MMMM y", "24 February 2022"),
        ("pt", "d 'de' MMMM 'de' y", "24 de fevereiro de 2022"),
        ("fr", "HH 'h' mm", "09 h 05"),
        ("wo", "MMMM", "Fewriyee"),
    ])
    func writesDates(language: String, pattern: String, text: String) {
        #expect(cldr.date(day, pattern: pattern, language: language) == text)
    }

    @Test func ordersTheFieldsOfADate() {
        #expect(cldr.date(day, skeleton: "yMMMMd", language: "en-US") == "February 24, 2022")
        #expect(cldr.date(day, skeleton: "yMMMMd", language: "fr") == "24 février 2022")
    }

    @Test func keepsTheCalendarBackToItsBeginning() {
        let old = WallTime(year: 1500, month: 3, day: 1)
        #expect(cldr.date(old, pattern: "y-MM-dd", language: "en") == "1500-03-01")
        for minutes in [-62_135_596_800 / 60, -1, 0, 1, 27_432_000, 253_402_300_740 / 60] {
            #expect(WallTime(minutesSince1970: minutes).minutesSince1970 == minutes)
        }
    }

    @Test(arguments: [
        ("fr", "15416", "15\u{202F}416"), ("en", "15416.10", "15,416.10"),
        ("de", "-1234567.5", "-1.234.567,5"), ("pt", "1.10", "1,10"), ("en", "0", "0"),
    ])
    func writesNumbers(language: String, decimal: String, text: String) {
        #expect(cldr.number(decimal, language: language) == text)
    }

    @Test(arguments: ["", "-", ".", "1e9", "12 345", "٣", "1.2.3", "0x10"])
    func refusesWhatIsNoNumber(text: String) {
        #expect(cldr.number(text, language: "fr") == nil)
    }

    @Test func roundsToTheDecimalsWanted() {
        #expect(cldr.number("2.345", fraction: 0...2, language: "en") == "2.35")
        #expect(cldr.number("2", fraction: 1...2, isGrouped: false, language: "en") == "2.0")
    }

    @Test func listsThings() {
        #expect(cldr.list(["A", "B", "C"], language: "fr") == "A, B et C")
        #expect(cldr.list(["A", "B", "C"], language: "en-US") == "A, B, and C")
        #expect(cldr.list(["A", "B"], isAlternative: true, language: "fr") == "A ou B")
        #expect(cldr.list([], language: "fr") == "")
        #expect(cldr.list(["", ""], language: "fr") == " et ")
    }

    @Test func sortsAsTheLanguageDoes() {
        let names = ["Zongo", "Élie", "Ndiaye", "Eva", "ndiaye", "Öst"]
        let french = cldr.order(of: names, language: "fr").map { names[$0] }
        #expect(french == ["Élie", "Eva", "ndiaye", "Ndiaye", "Öst", "Zongo"])
        let swedish = cldr.order(of: names, language: "sv").map { names[$0] }
        #expect(swedish.last == "Öst")
    }

    @Test func findsTheMomentInGreenwich() throws {
        let time = WallTime(year: 2022, month: 7, day: 1, hour: 1)
        let paris = try #require(cldr.instant(of: time, inZone: "Europe/Paris"))
        #expect(paris.utc == WallTime(year: 2022, month: 6, day: 30, hour: 23))
        #expect(paris.offset == 120)
        #expect(cldr.instant(of: time, inZone: "Africa/Dakar")?.offset == 0)
        #expect(cldr.instant(of: time, inZone: "Asia/Kolkata")?.offset == 330)
        #expect(cldr.instant(of: time, inZone: "Mars/Olympus") == nil)
        #expect(cldr.instant(of: time, inZone: "") == nil)
    }

    /// Germany has a second zone of the same hours, the United States have many, XX is no country.
    @Test(arguments: [
        ("SN", "Africa/Dakar"), ("NE", "Africa/Niamey"), ("DE", "Europe/Berlin"), ("US", nil),
        ("XX", nil), ("", nil), ("é\u{0}", nil),
    ])
    func knowsTheZoneOfACountryOfOne(country: String, zone: String?) {
        let time = WallTime(year: 2022, month: 7, day: 1)
        #expect(cldr.timeZone(of: country, at: time) == zone)
    }

    @Test(arguments: ["", "x", "und", "zz-Zzzz-ZZ", "fr_FR@calendar=x", "é\u{0}", "a-b-c-d"])
    func answersForAnyLanguage(language: String) {
        #expect(cldr.date(day, pattern: "d", language: language) == "24")
        #expect(cldr.number("1", language: language) == "1")
        #expect(cldr.order(of: ["b", "a"], language: language) == [1, 0])
        #expect(cldr.order(of: ["11 h", "9 h", "9 h 40"], language: language) == [1, 2, 0])
    }

    /// Rules that are kept beside ICU say what it does, wherever a language has two forms.
    @Test(arguments: [
        "fr", "ff", "hy", "kab", "pt-BR", "am", "fa", "hi", "zu", "ln", "mg", "ti", "en", "de",
        "ha",
        "sw", "so", "es",
    ])
    func countsAsTheLanguageDoes(language: String) {
        for number in [0, 0.5, 1, 1.5, 2, 17, 100] {
            let judged = cldr.plural(of: number, language: language)
            let found = cldr.plural(of: number, among: ["one", "other"], language: language)
            #expect(judged == found, "\(number)")
        }
    }

    @Test func asksForTheFormsThatAWordHas() {
        let forms = ["one", "two", "few", "many", "other"]
        let arabic = [1, 2, 3, 11, 100].map { cldr.plural(of: $0, among: forms, language: "ar") }
        #expect(arabic == ["one", "two", "few", "many", "other"])
        #expect(cldr.plural(of: 2, among: ["one", "other"], language: "ar") == "other")
        // Bambara has one form for all; whoever gives two means the usual by them.
        #expect(cldr.plural(of: 1, among: ["one", "other"], language: "bm") == "one")
    }
}
