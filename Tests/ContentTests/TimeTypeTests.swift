import Testing

@testable import Content

/// What people type for dates, hours and durations, and what it is read as.
@Suite struct TimeTypeTests {
    @Test(arguments: [
        ("2022-02-24", "2022-02-24"), ("24 February 2022", "2022-02-24"),
        ("24 février 2022", "2022-02-24"), ("jeudi 24 février 2022", "2022-02-24"),
        ("1er mai 2024", "2024-05-01"), ("May 1st, 2024", "2024-05-01"),
        ("24. Februar 2022", "2022-02-24"), ("24 de fevereiro de 2022", "2022-02-24"),
        ("Thursday, 24 February 2022", "2022-02-24"), ("29 Feb 2024", "2024-02-29"),
    ])
    func readsDatesInWords(typed: String, iso: String) {
        let (value, said) = reading("\"\(typed)\"", as: "date")
        #expect(value == "date \(iso)")
        #expect(said.isEmpty)
    }

    /// In any digits, by the names of months from Rabat to Baghdad, in a paper of any language.
    @Test(arguments: [
        ("٢٤ فبراير ٢٠٢٢", "2022-02-24"), ("24 فيفري 2022", "2022-02-24"),
        ("24 شباط 2022", "2022-02-24"), ("24 شباط/فبراير 2022", "2022-02-24"),
        ("1 كانون الثاني 2022", "2022-01-01"), ("1 تشرين الأول/أكتوبر 2022", "2022-10-01"),
        ("يوم الخميس، 24 فبراير 2022", "2022-02-24"), ("24 آب 2022", "2022-08-24"),
        ("24 غشت 2022", "2022-08-24"), ("24 أوت 2022", "2022-08-24"),
        ("24 من أيّار 2022", "2022-05-24"), ("24 شتنبر 2022", "2022-09-24"),
        ("24 جويلية 2022", "2022-07-24"), ("٢٠٢٢-٠٢-٢٤", "2022-02-24"),
        ("1.º de maio de 2022", "2022-05-01"),
    ])
    func readsDatesInArabicAndPortugueseDress(typed: String, iso: String) {
        for language in ["ar", "fr"] {
            let (value, said) = reading("\"\(typed)\"", as: "date", language: language)
            #expect(value == "date \(iso)")
            #expect(said.isEmpty)
        }
    }

    @Test(arguments: [
        ("24. 2. 2022", "2022-02-24"), ("24.02.2022", "2022-02-24"), ("24/02/2022", "2022-02-24"),
        ("02/24/2022", "2022-02-24"),
        ("04/05/2024", "2024-05-04"), ("Thursday, 24.02.2022", "2022-02-24"),
        ("Friday, 24 February 2022", "2022-02-24"),
    ])
    func readsDatesInFiguresWithAWord(typed: String, iso: String) {
        let (value, said) = reading("\"\(typed)\"", as: "date")
        #expect(value == "date \(iso)")
        #expect(said.count == 1)
    }

    @Test(arguments: ["2022-02-30", "24 Fevrember 2022", "soon", "24.02.22", "2022", "[1, 2]"])
    func admitsWhatIsNoDate(typed: String) {
        let (value, said) = reading(typed, as: "date")
        #expect(value == nil)
        #expect(said.count == 1)
    }

    @Test func mendsADateInFigures() {
        let (_, said) = reading("24.02.2022", as: "date")
        #expect(
            said == [
                "a date in figures reads differently from country to country — write 2022-02-24"
            ]
        )
    }

    @Test func knowsTheWeekday() {
        let (_, said) = reading("\"Friday, 24 February 2022\"", as: "date")
        #expect(said[0].hasPrefix("2022-02-24 is a Thursday, not a Friday"))
    }

    @Test(arguments: [
        ("9h30", "09:30"), ("9 h", "09:00"), ("9 h 30", "09:30"), ("09:30", "09:30"),
        ("09.30", "09:30"), ("24:00", "24:00"), ("9:30 a.m.", "09:30"), ("12:15 am", "00:15"),
        ("1 pm", "13:00"), ("14:00 Uhr", "14:00"), ("midi", "12:00"), ("minuit", "24:00"),
        ("9h30mn", "09:30"), ("14 Uhr", "14:00"), ("14h30m", "14:30"), ("٩:٣٠", "09:30"),
    ])
    func readsTimes(typed: String, iso: String) {
        #expect(reading(typed, as: "time").value == "time \(iso)")
    }

    @Test(arguments: ["25:00", "9:60", "tea", "24:01", "9", "9:5", "13 pm"])
    func admitsWhatIsNoTime(typed: String) {
        #expect(reading(typed, as: "time").value == nil)
    }

    @Test(arguments: [
        ("9:00–10:30", "09:00/10:30"), ("9h-10h30", "09:00/10:30"),
        ("from 9:00 to 10:30", "09:00/10:30"), ("de 9 h à 10 h 30", "09:00/10:30"),
        ("{start: 9:00, end: 24:00}", "09:00/24:00"), ("9:00", "09:00"),
        ("09:00:00-10:30:00", "09:00/10:30"), ("9h00 → 10h30", "09:00/10:30"),
        ("9:00/10:30", "09:00/10:30"), ("à partir de 9h", "09:00"), ("dès 14 h 30", "14:30"),
    ])
    func readsSpansOfTime(typed: String, iso: String) {
        let (value, said) = reading(typed, as: "time range")
        #expect(value == "time range \(iso)")
        #expect(said.isEmpty)
    }

    @Test(arguments: [
        ("2024-05-14 09:00", "2024-05-14T09:00"), ("2024-05-14T09:00", "2024-05-14T09:00"),
        ("14 May 2024, 9h30", "2024-05-14T09:30"), ("2024-05-14", "2024-05-14"),
    ])
    func readsDatesWithTimes(typed: String, iso: String) {
        #expect(reading("\"\(typed)\"", as: "datetime").value == "datetime \(iso)")
    }

    @Test(arguments: [
        ("90 min", 90), ("1 h 30", 90), ("1h30", 90), ("2 hours", 120), ("45", 45),
    ])
    func readsDurations(typed: String, minutes: Int) {
        #expect(reading(typed, as: "duration").value == "duration \(minutes) min")
    }
}
