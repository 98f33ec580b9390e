import Content
import Diagnostics
import Layouts
import Testing

@testable import Flow

/// Values as they are typed, and as their language prints them.
@Suite struct ValueTables {
    private let desk = Desk()
    private let span: Span

    init() {
        span = Span(desk.sources.add(SourceFile(name: "typed", bytes: [])), 0..<0)
    }

    private func shown(_ typed: String, as type: FieldType, in language: String) throws -> String {
        var report = Report()
        let value = readValue(typed, as: type, in: language, at: span, reporting: &report)
        return printed(try #require(value), in: language, by: desk.pack(language))
    }

    @Test(arguments: [
        "A.S. Fall", "J.R.R. Tolkien", "M.L. King", "J.-P. Sartre", "J-P Sartre", "JP Sow",
        "JRR Tolkien", "AS Fall", "Pr A.B. Diop", "A. S. Fall", "A.K. SOW", "A.S. FALL",
        "Dr J.-B. NDIAYE", "MD Abdul Karim", "Sow JP", "Fall A.S.",
    ])
    func initialsAreNoFamilyName(name: String) throws {
        #expect(try shown(name, as: .personName, in: "fr") == name)
    }

    /// Families of two letters are many in West Africa, and are typed in capitals.
    @Test(arguments: [
        ("BA Awa", "Awa BA"), ("LY Aminata", "Aminata LY"), ("SY Fatou", "Fatou SY"),
        ("KA Moussa", "Moussa KA"), ("LO Ibrahima", "Ibrahima LO"), ("SO Awa", "Awa SO"),
        ("BÂ Mariama", "Mariama BÂ"), ("DÉ Awa", "Awa DÉ"), ("AW Fatou", "Fatou AW"),
        ("FA Moussa", "Moussa FA"), ("N'D. Awa", "Awa N'D."), ("N'DIAYE Awa", "Awa N'DIAYE"),
        ("DIALLO BA Awa", "Awa DIALLO BA"), ("DIOP JP", "JP DIOP"), ("FALL A.S.", "A.S. FALL"),
        ("MC DONALD Ann", "Ann MC DONALD"), ("AG INTALLA Alghabass", "Alghabass AG INTALLA"),
        ("DIALLO M. Lamine", "M. Lamine DIALLO"), ("MBA Léon", "Léon MBA"),
        ("NG Wei", "Wei NG"), ("BA, Awa", "Awa BA"), ("DIALLO, BA", "BA DIALLO"),
    ])
    func familyNamesInCapitalsGoLast(typed: String, expected: String) throws {
        #expect(try shown(typed, as: .personName, in: "fr") == expected)
    }

    @Test(arguments: [
        "Awa Ba, PhD", "Awa Ba PhD", "Awa Ba MD", "Dr. Awa Ba, MSc", "Dr Diop, PhD", "Diop, PhD",
        "Awa Ba, Ph. D.", "Awa Ba, PhD, MBA", "Awa Ba, M.B.A.", "Awa Diop, MA", "Awa Ba, Esq.",
        "Ian Wood KBE", "Jean-Hilaire OBAME MBA", "Léon MBA",
    ])
    func degreesStayBehindTheName(name: String) throws {
        #expect(try shown(name, as: .personName, in: "en") == name)
    }

    @Test(arguments: [
        "John Smith Jr.", "John Smith JR", "Mamadou Diallo II", "Mamadou DIALLO III",
        "D. João II", "Louis XIV", "Alexandre Dumas fils", "Wang Jun Xi", "ONU Femmes",
    ])
    func numbersAndNamesOfBodiesStay(name: String) throws {
        #expect(try shown(name, as: .personName, in: "fr") == name)
    }

    /// With the given names as letters, and as two letters in place of a portrait.
    @Test(arguments: [
        ("Jean-Paul Sartre", "Sartre, J.-P.", "JS"), ("J.R.R. Tolkien", "Tolkien, J.⍽R.⍽R.", "JT"),
        ("JP Sow", "Sow, J.⍽P.", "JS"), ("A. S. Fall", "Fall, A.⍽S.", "AF"),
        ("Dr BA Awa Marie, PhD", "BA, A.⍽M.", "AB"), ("Mme Awa DIOP", "DIOP, A.", "AD"),
    ])
    func givenNamesAreShortenedToTheirInitials(typed: String, cited: String, portrait: String)
        throws
    {
        let name = PersonName(splitting: typed, at: span)
        let cut = composer.text(of: name, form: .initials).replacing("\u{A0}", with: "⍽")
        #expect(cut == cited)
        #expect(composer.text(of: name, form: .monogram) == portrait)
    }

    private var composer: Composer {
        Composer(
            brief: Brief(record: Record(kind: "", span: span), registry: Registry()),
            layout: Layout(),
            language: "fr",
            house: House(brand: Brand(), pack: desk.pack("fr")),
            report: Report()
        )
    }

    @Test(arguments: [
        ("de", "14:30", "14:30 Uhr"), ("de", "14 Uhr", "14:00 Uhr"), ("en", "2:30 pm", "14:30"),
        ("en-US", "14:30", "2:30 PM"), ("en-US", "0:00", "12:00 AM"), ("en-US", "noon", "12:00 PM"),
        ("en-US", "24:00", "12:00 AM"), ("fr", "14:00", "14 h"), ("pt", "14h30m", "14h30"),
        ("ar", "٩:٣٠", "9:30"),
    ])
    func timesAreThoseOfTheLanguage(tag: String, typed: String, expected: String) throws {
        #expect(try shown(typed, as: .time, in: tag) == expected)
    }

    @Test(arguments: [
        ("en-US", "14:00–15:30", "2:00–3:30 PM"), ("en-US", "9:00–13:00", "9:00 AM – 1:00 PM"),
        ("en-US", "22:00–24:00", "10:00 PM – 12:00 AM"), ("de", "9:00–10:30", "09:00–10:30 Uhr"),
        ("en", "14:00–15:30", "14:00–15:30"),
    ])
    func hoursSayOnceWhatIsSoOfBoth(tag: String, typed: String, expected: String) throws {
        #expect(try shown(typed, as: .time, in: tag) == expected)
    }

    @Test(arguments: [
        ("+351 211 234 567", "+351 21 123 4567"), ("+351266123456", "+351 266 123 456"),
    ])
    func portugueseNumbersArePartedBehindTheirArea(typed: String, expected: String) throws {
        let text = try shown(typed, as: .phone, in: "pt")
        #expect(text.replacing("\u{A0}", with: " ").contains(expected))
    }
}
