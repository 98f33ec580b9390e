import Content
import Diagnostics
import Testing

@Suite struct HarmonyTests {
    private func complaints(
        _ items: String,
        date: String = "2024-05-14",
        hours: String? = nil
    ) throws -> [String] {
        try diagnostics(items, date: date, hours: hours).map(\.message.description)
    }

    private func diagnostics(
        _ items: String,
        date: String,
        days: String = "date: 2024-05-14",
        hours: String? = nil
    ) throws -> [Diagnostic] {
        let time = hours.map { "time: \($0), " } ?? ""
        var desk = Desk()
        let text = """
            kind: programme
            event: {title: T, \(days), \(time)venue: {rooms: [{id: hall, name: Hall}, {id: attic, name: Attic}]}}
            days:
              - date: \(date)
                items:
            \(items)
            """
        let kinds = try desk.kinds()
        _ = desk.read([("programme.yaml", text)], kinds: kinds)
        return desk.report.diagnostics
    }

    @Test func findsARoomThatIsTakenTwice() throws {
        let found = try complaints(
            """
                  - {time: 9:00–10:00, title: A, room: hall}
                  - {time: 9:30–10:30, title: B, room: hall}
                  - {time: 10:30–11:00, title: C, room: hall}
            """
        )
        #expect(found == ["‘hall’ is needed twice at once: 09:00–10:00 and 09:30–10:30"])
    }

    @Test func findsSomebodyInTwoPlacesAtOnce() throws {
        let found = try complaints(
            """
                  - {time: 9:00–10:00, title: A, room: hall, speakers: [{person: Fatou DIALLO, role: speaker}]}
                  - {time: 9:30–10:30, title: B, room: attic, speakers: [{person: Fatou DIALLO, role: speaker}]}
            """
        )
        #expect(found == ["‘Fatou DIALLO’ is needed twice at once: 09:00–10:00 and 09:30–10:30"])
    }

    /// Whatever they do there, and whether they are named or referred to.
    @Test(arguments: [
        ("moderators: [fatou]", "speakers: [{person: fatou, role: speaker}]"),
        ("speakers: [{person: fatou, role: speaker}]", "moderators: [fatou]"),
        ("moderators: [fatou]", "moderators: [Ms Fatou DIALLO]"),
        ("moderators: [DIALLO Fatou]", "speakers: [{person: fatou, role: speaker}]"),
    ])
    func findsSomebodyWhoModeratesHereAndSpeaksThere(first: String, second: String) throws {
        let found = try complaints(
            """
                  - {time: 9:00–10:00, title: A, room: hall, \(first)}
                  - {time: 9:30–10:30, title: B, room: attic, \(second)}
            people: [{id: fatou, name: {given: Fatou, family: DIALLO}}]
            """
        )
        #expect(found.count == 1 && found.first?.contains("is needed twice at once") == true)
    }

    @Test(arguments: [
        ("22:00–1:00", "22:30–23:00", "22:00–01:00 and 22:30–23:00"),
        ("11:00–12:00", "\"11:30\"", "11:00–12:00 and 11:30"), ("9:00–10:00", "10:00–11:00", nil),
        ("\"9:00\"", "\"9:30\"", nil),
    ])
    func knowsNightsAndTimesWithoutAnEnd(first: String, second: String, clash: String?) throws {
        let found = try complaints(
            """
                  - {time: \(first), title: A, room: hall}
                  - {time: \(second), title: B, room: hall}
            """
        )
        let clashes = found.filter { $0.contains("twice at once") }
        #expect(clashes == (clash.map { ["‘hall’ is needed twice at once: \($0)"] } ?? []))
        #expect(!found.contains { $0.contains("before it starts") }, "\(found)")
    }

    /// Nothing more can be said of them than that they are wrong.
    @Test func tellsOfReversedHoursOnce() throws {
        let found = try complaints(
            """
                  - {time: 9:00–12:00, title: A, room: hall}
                  - {time: 11:00–10:00, title: B, room: hall}
                  - {time: 12:00–13:00, title: C, room: hall}
            """
        )
        #expect(found == ["this ends at 10:00, before it starts at 11:00"])
    }

    @Test func findsADayThatIsGivenTwice() throws {
        let found = try complaints(
            """
                  - {time: 9:00–10:00, title: A, room: hall}
              - date: 14.5.2024
                items:
                  - {time: 9:30–10:30, title: B, room: hall}
            """
        )
        #expect(found.contains("this date stands here for the second time"))
    }

    @Test func letsBeWhatIsCancelled() throws {
        let found = try complaints(
            """
                  - {time: 9:00–10:00, title: A, room: hall}
                  - {time: 9:30–10:30, title: B, room: hall, status: cancelled}
            """
        )
        #expect(found == [])
    }

    @Test(arguments: [
        ("9:00–17:30", "7:00–8:00", true), ("9:00–17:30", "17:00–18:00", true),
        ("9:00–17:30", "9:00–17:30", false), ("9:00–17:30", "\"17:30\"", false),
        ("\"9:00\"", "8:00–9:30", true), ("\"9:00\"", "19:00–21:00", false),
        ("20:00–2:00", "0:30–1:30", false), ("20:00–2:00", "1:30–3:00", true),
    ])
    func findsWhatLiesOutsideTheHoursOfTheEvent(hours: String, time: String, isOutside: Bool) throws
    {
        let found = try complaints(
            """
                  - {time: \(time), kind: talk, title: A}
            """,
            hours: hours
        )
        #expect(found.contains { $0.contains("lies outside the hours of the event") } == isOutside)
    }

    @Test func letsDinnersAndArrivalsBeOutsideTheHoursOfTheEvent() throws {
        let found = try complaints(
            """
                  - {time: 8:00–9:00, kind: registration, title: A}
                  - {time: 9:00–10:00, kind: talk, title: B}
                  - {time: 18:00–19:00, kind: talk, title: C, status: cancelled}
                  - {time: 20:00–22:00, kind: dinner, title: D}
            """,
            hours: "9:00–17:30"
        )
        #expect(found == [])
    }

    @Test(arguments: [
        ("2024-05-15", "mend this day, or let the event last until it: ‘end: 2024-05-15’"),
        ("2024-05-13", "mend this day, or let the event begin with it: ‘date: 2024-05-13’"),
        ("2023-05-14", "did you mean ‘2024-05-14’?"),
    ])
    func saysHowADayOutsideTheEventIsMended(date: String, mend: String) throws {
        let told = try diagnostics("      - {time: 9:00–10:00, title: A}", date: date)
        #expect(told.map { $0.hints.map(\.description) } == [[mend]])
    }

    @Test func offersNo29thOfFebruaryInAYearWithoutOne() throws {
        let told = try diagnostics(
            "      - {time: 9:00–10:00, title: A}",
            date: "2024-02-29",
            days: "date: 2023-02-28, end: 2023-03-02"
        )
        #expect(
            told.flatMap { $0.hints.map(\.description) } == [
                "mend this day, or let the event last until it: ‘end: 2024-02-29’"
            ]
        )
    }

    @Test func findsADayOutsideTheEventAndARoomThatIsNone() throws {
        let found = try complaints(
            "      - {time: 9:00–10:00, title: A, room: hal}",
            date: "2024-05-15"
        )
        #expect(
            found == [
                "2024-05-15 is not the day of the event, 2024-05-14", "there is no room ‘hal’",
            ]
        )
    }
}
