import Diagnostics
import Testing

/// Words and signs that would go from a text, or into it, without anybody being told.
@Suite struct LostWordsTests {
    @Test(arguments: [
        ("text", "Session # 3", "Session", "‘# 3’ is a comment to YAML", "write \"Session # 3\""),
        ("line", "Session # 3", "Session", "‘# 3’", "write \"Session # 3\""),
        ("rich text", "Wells # 3 of 4", "Wells", "‘# 3 of 4’", "write \"Wells # 3 of 4\""),
        ("person name", "Awa Diop # ?", "Diop", "‘# ?’", "set two blanks before it"),
        ("phone", "+221 33 821 00 00 # 12", "+221", "‘# 12’", "\"+221 33 821 00 00 # 12\""),
        ("list of text", "[One, Two # 3\n  ]", "Two", "‘# 3’", "write \"Two # 3\""),
        ("text", "{en: Wells #\n  }", "Wells", "‘#’", "write \"Wells #\""),
        ("text", "Wells\n  and # all\n  ", "Wells and", "‘# all’", "write \"Wells and # all\""),
    ])
    func tellsOfWordsThatASignTakesFromAText(
        type: String,
        typed: String,
        read: String,
        cause: String,
        mend: String
    ) {
        let (value, said) = reading(typed, as: type)
        #expect(value?.contains(read) == true, "\(value ?? "")")
        #expect(said.count == 1 && said[0].contains(cause) && said[0].contains(mend), "\(said)")
    }

    /// Two blanks set a comment off; and nobody goes on with a date or a choice behind a sign.
    @Test(arguments: [
        ("text", "Session  # the third"), ("text", "\"Session # 3\""), ("text", "Session\t# third"),
        ("text", "Session\n# a line of its own"), ("text", "\"Session\" # the third"),
        ("date", "2024-05-14 # to be confirmed"), ("country", "SN # Senegal"),
        ("number", "40 # of 60"), ("url", "https://example.org # old"), ("colour", "red # new"),
    ])
    func letsCommentsBe(type: String, typed: String) {
        #expect(reading(typed, as: type).said == [])
    }

    @Test func tellsOfCurledMarksThatAreMeantForStraightOnes() {
        let said = reading("“Dialogue”", as: "line").said
        #expect(said.count == 1 && said[0].contains("printed around the whole"), "\(said)")
        #expect(said[0].contains("write \"Dialogue\"") && said[0].contains("\"“Dialogue”\""))
        for typed in ["\"“Dialogue”\"", "“One” and “two”", "Of “dialogue”", "« Dialogue »"] {
            #expect(reading(typed, as: "line", language: "fr").said == [], "\(typed)")
        }
    }

    @Test(arguments: [
        ("The *well and the water", "nothing closes this ‘*’", "‘\\*’"),
        ("The well and **the water.", "nothing closes this ‘**’", "‘\\*\\*’"),
        ("The well** and the water", "nothing opens what this ‘**’ closes", "‘\\*\\*’"),
    ])
    func tellsOfAsterisksThatNothingCloses(typed: String, cause: String, mend: String) {
        for type in ["line", "rich text"] {
            let said = reading(typed, as: type).said
            #expect(said.count == 1 && said[0].contains(cause) && said[0].contains(mend), "\(said)")
        }
    }

    @Test(arguments: [
        "Water* and 3 * 4 and 2 ** 3", "The *well* and **water**", "A \\*sign", "Say `*code`",
        "a*b",
    ])
    func letsOtherAsterisksBe(typed: String) {
        #expect(reading(typed, as: "rich text").said == [])
    }

    @Test func tellsOfNotesThatNoMarkLeadsTo() {
        let lost = reading("|\n  Words[^a].\n\n  [^a]: A.\n  [^b]: B.\n", as: "rich text").said
        #expect(lost.count == 1 && lost[0].contains("no mark leads to the note ‘[^b]’"), "\(lost)")
        let twice = reading("|\n  Words[^a].\n\n  [^a]: A.\n  [^a]: B.\n", as: "rich text").said
        #expect(twice.count == 1 && twice[0].contains("the second is not printed"), "\(twice)")
        let inNote = reading("|\n  One[^a].\n\n  [^a]: See[^B].\n  [^b]: B.\n", as: "rich text")
        #expect(inNote.said == [])
    }

    @Test func namesThoseWhoBearATypedName() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let people =
            "- {id: awa, name: Awa Diop}\n- {id: diop, name: Mme Awa DIOP}\n- {id: ba, name: Ali Ba}\n"
        let list = """
            kind: speaker-list
            speakers: [{person: Awa Diop}, {person: BA Ali}, {person: Moussa Sow}, {person: awa}]

            """
        _ = desk.read([("people.yaml", people), ("s.yaml", list)], kinds: kinds)
        let said = desk.report.diagnostics.map { "\($0.severity) \($0.message) \($0.hints)" }
        #expect(said.count == 1, "\(said)")
        #expect(said[0].contains("warning 2 people are called ‘Awa Diop’"), "\(said)")
        #expect(said[0].contains("‘awa’ or ‘diop’"), "\(said)")
    }

    @Test(arguments: [
        ("S.E. Moussa SOW", "S.E."), ("S. E. Moussa SOW", "S. E."), ("SE Moussa Sow", "SE"),
        ("S.E.M. Moussa SOW", "S.E.M."), ("S.E. Mme Awa SOW", "S.E. Mme"),
        ("H.E. Paul Kane", "H.E."),
        ("His Excellency Paul Kane", "His Excellency"), ("El Hadj Omar TALL", "El Hadj"),
        ("Alhaji Musa Bello", "Alhaji"), ("Dr Paul Kane", "Dr"), ("Pr Paul Kane", "Pr"),
        ("Prof. Paul Kane", "Prof."), ("H.E. Dr Paul Kane", "Dr"),
    ])
    func readsHonorificsBeforeAName(typed: String, honorific: String) {
        let value = reading(typed, as: "person name").value ?? ""
        let given = value.firstRange(of: "given ‘").map { String(value[$0.upperBound...]) } ?? ""
        #expect(value.contains("‘\(honorific)’"), "\(value)")
        #expect(["Mou", "Awa", "Pau", "Oma", "Mus"].contains(given.prefix(3)), "\(value)")
    }

    @Test(arguments: [
        "He Jiankui", "HE Jiankui", "El Hadji Malick Sy", "Se Young Oh", "Cheikh Anta DIOP",
        "Cheikh SARR", "Imam Ratib THIAM", "سعادة بنت محمد", "الشيخ ولد أحمد",
    ])
    func takesNoNameForAnHonorific(typed: String) {
        let value = reading(typed, as: "person name").value ?? ""
        #expect(!value.contains("honorific") && !value.contains("title"), "\(value)")
    }

    @Test(arguments: [
        ("السيدة مريم بنت أحمد", "honorific ‘السيدة’", "مريم بنت أحمد"),
        ("د. فاطمة الزهراء", "title ‘د.’", "فاطمة الزهراء"),
        ("أ. د. عبد الودود ولد الشيخ", "title ‘أ. د.’", "عبد الودود ولد الشيخ"),
        ("سعادة السفير محمد الأمين", "honorific ‘سعادة السفير’", "محمد الأمين"),
        ("Prof. Doutor Carlos Alberto LOPES", "title ‘Prof. Doutor’", "Carlos Alberto"),
        ("Dra. Maria LOPES", "title ‘Dra.’", "Maria"),
    ])
    func readsTheTitlesOfOtherLanguages(typed: String, title: String, name: String) {
        let value = reading(typed, as: "person name").value ?? ""
        #expect(value.contains(title) && value.contains("‘\(name)’"), "\(value)")
    }
}
