import Foundation
import Testing

@testable import Exchange

@Suite struct CardTests {
    private var card: ContactCard {
        var card = ContactCard(formattedName: "Fanta Sadibou KONE")
        card.family = "Kone"
        card.given = "Fanta Sadibou"
        card.prefixes = "Mme"
        card.organisation = "Centre; Paix, Sécurité"
        card.title = "Coordinatrice"
        card.phones = [.init(number: "+22320223344"), .init(use: .cell, number: "+22366554433")]
        card.emails = ["fanta@example.org"]
        card.url = "https://example.org/équipe"
        card.identifier = "fanta-kone"
        var address = ContactCard.Address()
        address.street = "Rue de Fatick"
        address.city = "Dakar"
        address.country = "Sénégal"
        card.address = address
        return card
    }

    @Test func escapesWhatWouldPartAValue() {
        #expect(card.vCard().contains("ORG:Centre\\; Paix\\, Sécurité\r\n"))
    }

    @Test func foldsAtSeventyFiveBytesAndNeverInsideACharacter() {
        var long = card
        long.note = String(repeating: "é", count: 100)
        let lines = long.vCard().split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.filter { $0.hasPrefix(" ") }.allSatisfy { !$0.dropFirst().isEmpty })
    }

    @Test func dropsTheAddressBeforeTheTelephone() throws {
        let full = try #require(card.compactVCard(bytes: 400, atMost: 400))
        #expect(full.text.contains("ADR") && full.lacks.isEmpty)
        let short = try #require(card.compactVCard(bytes: full.text.utf8.count - 1, atMost: 400))
        #expect(!short.text.contains("ADR") && short.lacks == [.address])
        #expect(short.text.contains("TEL"))
        #expect(card.compactVCard(bytes: 40, atMost: 60) == nil)
    }

    /// A long name in another script takes more than the little that a small code is to hold.
    @Test func goesBeyondWhatIsWishedWhereANameLeavesNoChoice() throws {
        let least = try #require(card.compactVCard(bytes: 40, atMost: 400))
        #expect(least.text.utf8.count > 40 && least.lacks.last == .organisation)
        #expect(least.text.contains("TEL") && !least.text.contains("ORG"))
    }

    @Test func knowsTheSameEntryAgain() {
        #expect(StableIdentifier(of: "a").description == StableIdentifier(of: "a").description)
        #expect(StableIdentifier(of: "a").description != StableIdentifier(of: "b").description)
        #expect(UUID(uuidString: StableIdentifier(of: "bamako/1").description) != nil)
    }

    @Test func writesMomentsInUniversalTime() {
        let moment = EventCalendar.Moment(year: 2022, month: 2, day: 24, hour: 9, minute: 5)
        let entry = EventCalendar.Entry(
            identifier: "bamako-2022/opening",
            title: "Opening; words of welcome",
            start: moment,
            end: moment
        )
        let text = EventCalendar(title: "Bamako", entries: [entry], changed: moment).iCalendar()
        #expect(text.contains("DTSTART:20220224T090500Z\r\n"))
        #expect(text.contains("SUMMARY:Opening\\; words of welcome\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }
}
