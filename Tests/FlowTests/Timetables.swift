import Flow
import Structure
import TestSupport
import Testing
import Units

@Suite struct Timetables {
    static let forum = """
        kind: programme
        event:
          title: Sharing the well
          date: 2024-05-14
          venue: {name: Centre, rooms: [{id: hall, name: Hall}, {id: attic, name: Attic}, {id: yard, name: Yard}]}
        tracks: [{id: water, name: Water}, {id: peace, name: Peace, colour: "#123456"}]
        days:
          - date: 2024-05-14
            items:
              - {time: 9:00–9:30, kind: opening, title: Opening, room: hall}
              - {time: 9:30–11:00, kind: panel, title: Long panel, room: hall, track: water}
              - {time: 9:30–10:00, kind: talk, title: First talk, room: attic, track: peace}
              - {time: 10:00–11:00, kind: talk, title: Second talk, room: attic}
              - {time: 11:00–11:30, kind: break, title: Break}
              - {time: 11:30–12:00, kind: talk, title: Third talk, room: attic, status: tbc}
              - {time: 11:30–12:00, kind: talk, title: In nobody’s room}
        """

    static let paper = """
        paper: small
        kind: programme
        styles:
          cell: {background: own 10%, border-start: 2pt own, padding: 2pt}
        masters: {right: {frames: {text: {stream: body}}}}
        streams:
          body:
            - timetable: days.items
              time: item.time
              place: item.room
              places: event.venue.rooms
              told-by: item.track
              among: tracks
              colours: ["#aa0000", "#00aa00"]
              signs: [A, B]
              head: [{paragraph: "{place.name}"}]
              hours: [{paragraph: "{hours}"}]
              quiet: item.kind is break
              cell-style: cell
              quiet-style: {padding: 1pt}
              do: [{paragraph: "[{sign} ]{item.title}[ in {elsewhere}][ at {hours}]"}]
        """

    private func table(of forum: String = Timetables.forum, on paper: String = Timetables.paper)
        throws -> Table
    {
        let desk = Desk()
        desk.written["layouts/papers/small"] = paper
        let flow = try #require(desk.flow(of: forum, with: "small"))
        #expect(desk.complaints == "")
        guard case .table(let table) = flow.streams.first?.blocks.first?.content else {
            throw Missing()
        }
        return table
    }

    private struct Missing: Error {}

    /// Rows as `words×columns×rows`, with a stroke between cells.
    private func rows(of table: Table) -> [String] {
        (table.head + table.rows).map { row in
            row.cells.map { cell in
                let words = cell.blocks.compactMap { block -> String? in
                    if case .paragraph(let paragraph) = block.content { return paragraph.text }
                    return nil
                }
                let span = cell.columnSpan * cell.rowSpan > 1
                return words.joined(separator: " ")
                    + (span ? " ×\(cell.columnSpan)×\(cell.rowSpan)" : "")
            }.joined(separator: " | ")
        }
    }

    @Test func dealsWhatHappensToHoursAndPlaces() throws {
        #expect(
            rows(of: try table()) == [
                " | Hall | Attic",
                "9:00–9:30 | Opening in Hall ×2×1",
                "9:30 | A Long panel at 9:30–11:00 ×1×2 | B First talk at 9:30–10:00",
                "10:00–11:00 | Second talk",
                "11:00–11:30 | Break ×2×1",
                "11:30–12:00 | In nobody’s room | Third talk",
            ]
        )
    }

    /// One set of columns for all days of a sheet, as wide as each other whatever stands in them.
    @Test func givesColumnsToThePlacesOfOtherDays() throws {
        let days = Self.forum.replacing("\n  venue", with: "\n  end: 2024-05-15\n  venue")
        let last = "{time: 9:00–10:00, kind: talk, title: Last, room: yard}"
        let forum = days + "\n  - {date: 2024-05-15, items: [\(last)]}"
        let first = Self.paper.replacing("timetable: days.items", with: "timetable: days.1.items")
        #expect(rows(of: try table(of: forum, on: first)).first == " | Hall | Attic")
        let all = first.replacing("time: item", with: "columns-of: days.items\n      time: item")
        let table = try table(of: forum, on: all)
        #expect(rows(of: table).first == " | Hall | Attic | Yard")
        #expect(table.keepsShares)
        #expect(table.givesRoom)
    }

    /// All goes across, and says its place itself: a head would promise columns.
    @Test func headsNoPlacesWhereNothingHappensBesideAnythingElse() throws {
        let lines = Self.forum.split(separator: "\n").filter { line in
            ["First", "Second", "nobody"].allSatisfy { !line.contains($0) }
        }
        let table = try table(of: lines.joined(separator: "\n"))
        #expect(table.head.isEmpty && table.columns.count == 2)
        #expect(rows(of: table).contains { $0.contains("Long panel in Hall") })
    }

    @Test func tellsTracksApartByColour() throws {
        let table = try table()
        let panel = table.rows[1].cells[1]
        let talk = table.rows[1].cells[2]
        #expect(panel.edge?.colour == Colour(hexadecimal: "#aa0000"))
        #expect(talk.edge?.colour == Colour(hexadecimal: "#123456"))
        #expect(talk.background == Colour(hexadecimal: "#123456")?.tint(0.1))
        #expect(table.rows[3].cells[1].edge == nil)
    }

    @Test func losesNothingWhereTwoThingsClash() throws {
        let desk = Desk()
        desk.written["layouts/papers/small"] = Self.paper
        let clash =
            Self.forum + "\n      - {time: 9:45–10:15, kind: talk, title: Clash, room: attic}"
        let flow = try #require(desk.flow(of: clash, with: "small"))
        guard case .table(let table) = flow.streams.first?.blocks.first?.content else {
            throw Missing()
        }
        #expect(rows(of: table).joined().contains("Clash"))
    }
}

@Suite struct OrdersOfLists {
    @Test func sortsNamesAsTheLanguageDoes() throws {
        let desk = Desk()
        desk.written["layouts/papers/small"] = """
            paper: small
            masters: {right: {frames: {text: {stream: body}}}}
            streams: {body: [{paragraph: "{speakers.person | sort | name: family | join: ' '}"}]}
            """
        let flow = try #require(
            desk.flow(
                of: """
                    kind: speaker-list
                    event: {title: T, date: 2024-05-14}
                    speakers:
                      - {person: {given: A, family: Zongo}}
                      - {person: {given: A, family: Ouédraogo}}
                      - {person: {given: A, family: Éboué}}
                      - {person: {given: A, family: Ouattara}}
                    """,
                with: "small",
                in: "fr"
            )
        )
        guard case .paragraph(let paragraph) = flow.streams[0].blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        #expect(paragraph.text == "Éboué Ouattara Ouédraogo Zongo")
    }
}
